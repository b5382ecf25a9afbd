import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Which theme and section we are in.
Item {
    id: root

    required property ThemeViewModel theme
    required property string section
    required property string exhibitionTitle
    required property Tone tone
    property real inset: Metrics.margin

    height: Metrics.headerHeight

    Niche {
        id: tab

        x: root.inset
        height: 3.5 * Metrics.u
        width: 3 * Metrics.u
        color: root.tone.fill

        Emblem {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 0.5 * Metrics.u
            anchors.horizontalCenter: parent.horizontalCenter
            figure: root.tone.overFill
            ground: root.tone.fill
            name: root.theme.emblem
            size: Math.round(2 * Metrics.u)
        }
    }

    Column {
        x: tab.x + tab.width + 1.1 * Metrics.u
        anchors.verticalCenter: tab.verticalCenter
        width: (mark.visible ? mark.x - 2 * Metrics.u : root.width - Metrics.margin) - x
        spacing: 0.1 * Metrics.u

        Copy {
            color: root.tone.foreground
            font.family: Type.serif
            font.letterSpacing: 0.03 * Type.header
            font.pixelSize: Type.header
            font.weight: Font.Black
            width: parent.width
            lineHeight: Type.headingLine
            text: root.theme.title
        }

        Copy {
            color: root.tone.soft
            font.pixelSize: Type.note
            text: root.section
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
    }

    Copy {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        anchors.top: tab.top
        anchors.topMargin: 0.5 * Metrics.u
        color: root.tone.foreground
        font.family: Type.serif
        font.pixelSize: Type.sized(1.17, 1.2)
        font.weight: Font.Black
        text: root.exhibitionTitle
        visible: root.inset === Metrics.margin
        wrapMode: Text.NoWrap
    }
}
