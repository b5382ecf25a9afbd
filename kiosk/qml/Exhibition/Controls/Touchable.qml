import QtQuick
import Exhibition.Design

// Anything that answers a finger, a mouse or a key. Each finger is followed on its own.
Item {
    id: root

    required property string name
    property color focusColor: Colours.ink
    property real focusRadius: height / 2
    property alias gesturePolicy: tap.gesturePolicy
    readonly property bool pressed: enabled && tap.pressed

    signal tapped

    implicitHeight: Metrics.target
    implicitWidth: Metrics.target
    activeFocusOnTab: true

    Accessible.focusable: true
    Accessible.name: root.name
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.tapped()

    Keys.onEnterPressed: root.tapped()
    Keys.onReturnPressed: root.tapped()
    Keys.onSpacePressed: root.tapped()

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        margin: Metrics.touchSlack

        onTapped: root.tapped()
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -2 * Metrics.focusStroke
        border.color: root.focusColor
        border.width: Metrics.focusStroke
        color: "transparent"
        radius: root.focusRadius + 2 * Metrics.focusStroke
        visible: root.activeFocus
    }
}
