import QtQuick
import Exhibition.Design

// A labelled panel that is on or off, and says so in a word.
PanelButton {
    id: root

    required property bool on

    implicitHeight: 1.36 * Metrics.panel
    note: on ? qsTr("On") : qsTr("Off")
    switched: on

    Accessible.checkable: true
    Accessible.checked: root.on
}
