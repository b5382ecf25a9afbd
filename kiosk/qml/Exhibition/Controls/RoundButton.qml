import QtQuick
import Exhibition.Design

// A round, outlined button for one icon, which is its child.
Touchable {
    id: root

    required property color outline
    property color fill: "transparent"
    property color pressedFill: Colours.paperDeep

    implicitWidth: implicitHeight

    Rectangle {
        anchors.fill: parent
        z: -1
        border.color: root.outline
        border.width: Metrics.outline
        color: root.pressed ? root.pressedFill : root.fill
        radius: height / 2
    }
}
