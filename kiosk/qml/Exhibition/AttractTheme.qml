pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A theme that has neither a figure nor a picture to show: its title, and its emblem in a glazed niche.
Item {
    id: root

    required property ThemeViewModel theme
    required property real bandTop
    property real progress: 1
    readonly property real base: bandTop - 0.6 * Metrics.u

    Niche {
        id: niche

        x: Metrics.portrait ? (parent.width - width) / 2 : parent.width - Metrics.margin - 3 * Metrics.u - width
        y: root.base - height
        height: (Metrics.portrait ? 28 : 25) * Metrics.u * root.progress
        width: (Metrics.portrait ? 24 : 22) * Metrics.u

        gradient: Gradient {
            GradientStop {
                color: root.theme.deep
                position: 0
            }

            GradientStop {
                color: root.theme.base
                position: 0.4
            }
        }

        Emblem {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 6 * Metrics.u
            figure: Colours.cream
            ground: root.theme.base
            name: root.theme.emblem
            size: Math.round(0.6 * parent.width)
            visible: parent.height > y + height
        }
    }

    Column {
        x: Metrics.margin
        y: (Metrics.portrait ? 6 : 8) * Metrics.u
        width: Metrics.portrait ? Metrics.contentWidth : niche.x - 4 * Metrics.u - x

        Repeater {
            model: root.theme.titleLines

            Copy {
                required property string modelData

                width: parent?.width ?? 0
                color: Colours.cream
                font.family: Type.latin ? Type.numeral : Type.serif
                font.letterSpacing: Type.latin ? 0 : 0.02 * Type.themeTitle
                font.pixelSize: (Type.latin ? 0.8 : 1.1) * Type.themeTitle
                font.weight: Type.latin ? Font.DemiBold : Font.Black
                lineHeight: Type.latin ? 0.92 : Type.monumentLine
                text: modelData
            }
        }
    }

    Copy {
        x: Metrics.margin
        y: root.bandTop
        width: 0.78 * Metrics.contentWidth
        color: Colours.cream
        elide: Text.ElideRight
        font.family: Type.latin ? Type.numeral : Type.serif
        font.pixelSize: (Type.latin ? 1.3 : 1.5) * Metrics.u
        font.weight: Font.DemiBold
        maximumLineCount: 1
        text: root.theme.keywords.join(" · ")
    }
}
