import QtQuick
import Exhibition.Design

// A labelled panel that is on or off, and says so in a word.
PanelButton {
    id: root

    required property bool on

    implicitHeight: 1.36 * Metrics.panel
    iconSize: 0.28 * height
    labelMargin: 0.34 * height
    switched: on

    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.role: Accessible.Button

    Copy {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 0.12 * root.height
        color: root.foreground
        font.family: Type.sans
        font.pixelSize: Type.note
        font.weight: root.on ? Font.Medium : Font.Normal
        text: root.on ? qsTr("On") : qsTr("Off")
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }
}
