pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A theme as a glazed niche. The whole niche answers, so its foot is the part within everyone's reach.
Touchable {
    id: root

    required property ThemeViewModel theme
    required property bool seen
    readonly property bool slim: width < 6.4 * Metrics.u
    readonly property bool latin: theme.titleLines.length === 1
    readonly property int longestWord: Math.max(...theme.title.split(" ").map(word => word.length))
    readonly property real emblemSize: slim ? 0.62 * width : Math.min(0.5 * width, 4.9 * Metrics.u)
    readonly property real inset: Math.round(Math.min(0.5 * Metrics.u, 0.1 * width))

    focusRadius: width / 2
    name: theme.title

    Niche {
        anchors.fill: parent
        color: root.theme.deep
    }

    Niche {
        anchors.fill: parent
        anchors.bottomMargin: 0
        anchors.leftMargin: root.inset
        anchors.rightMargin: root.inset
        anchors.topMargin: root.inset

        gradient: Gradient {
            GradientStop {
                color: root.pressed ? root.theme.base : root.theme.deep
                position: 0
            }

            GradientStop {
                color: root.theme.base
                position: 0.4
            }
        }
    }

    Repeater {
        model: root.slim ? 1 : 2

        Niche {
            required property int index
            readonly property real margin: root.inset + (index + 1) * 0.62 * Metrics.u

            x: margin
            y: margin
            height: parent.height - margin
            width: parent.width - 2 * margin
            border.color: Qt.alpha(Colours.cream, index === 0 ? 0.3 : 0.19)
            border.width: Metrics.hairline
            color: "transparent"
        }
    }

    Emblem {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.slim ? 0.45 * parent.width : Math.min(0.34 * parent.width, 3.1 * Metrics.u)
        figure: Colours.cream
        ground: root.theme.deep
        name: root.theme.emblem
        size: Math.round(root.emblemSize)
    }

    VerticalTitle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: (root.slim ? 1.9 : 2.8) * Metrics.u
        anchors.horizontalCenter: parent.horizontalCenter
        lines: root.latin ? [] : root.slim ? [root.theme.title] : root.theme.titleLines
        pitch: (root.slim ? 1.42 : 1.13) * size
        size: Math.min(Type.nicheTitle, root.slim ? 0.58 * root.width : 0.3 * root.width)
        visible: !root.latin
    }

    Copy {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2.4 * Metrics.u
        x: root.inset + 0.85 * Metrics.u
        width: parent.width - 2 * x
        color: Colours.cream
        font.family: Type.numeral
        font.pixelSize: Math.min(1.6 * Metrics.u, width / 0.54 / root.longestWord)
        font.weight: Font.DemiBold
        lineHeight: 1.12
        text: root.theme.title
        visible: root.latin && !root.slim

        Accessible.ignored: true
    }

    Copy {
        x: (parent.width + height) / 2
        y: parent.height - 2 * Metrics.u - width
        color: Colours.cream
        font.family: Type.numeral
        font.pixelSize: Math.min(2 * Metrics.u, 0.42 * root.width)
        font.weight: Font.DemiBold
        rotation: 90
        text: root.theme.title
        transformOrigin: Item.TopLeft
        visible: root.latin && root.slim
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 1 * Metrics.u
        anchors.horizontalCenter: parent.horizontalCenter
        height: 0.5 * Metrics.u
        width: height
        color: Colours.cream
        visible: root.seen
    }
}
