import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The theme that a scene of the attract loop comes from: its niche and its title.
Item {
    id: root

    required property ThemeViewModel theme

    implicitHeight: 3.5 * Metrics.u
    implicitWidth: title.x + title.implicitWidth

    Niche {
        id: tab

        height: parent.height
        width: 3 * Metrics.u
        color: root.theme.base

        Emblem {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 0.5 * Metrics.u
            anchors.horizontalCenter: parent.horizontalCenter
            figure: Colours.cream
            ground: root.theme.base
            name: root.theme.emblem
            size: Math.round(2 * Metrics.u)
        }
    }

    Copy {
        id: title

        x: tab.width + 1.1 * Metrics.u
        anchors.verticalCenter: parent.verticalCenter
        color: Colours.cream
        font.family: Type.serif
        font.pixelSize: Type.header
        font.weight: Font.Black
        text: root.theme.title
        wrapMode: Text.NoWrap
    }
}
