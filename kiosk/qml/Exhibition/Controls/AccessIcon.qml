pragma ComponentBehavior: Bound

import QtQuick

// A figure with open arms: everyone is meant. Drawn without QtQuick.Shapes, which the first screen would have to load.
Item {
    id: root

    required property color colour
    required property real size
    readonly property real stroke: 0.115 * size

    // A limb from one joint to another, in parts of the size.
    component Limb: Rectangle {
        id: limb

        required property point from
        required property point to
        readonly property real reach: Math.hypot(to.x - from.x, to.y - from.y) * root.size

        x: from.x * root.size - root.stroke / 2
        y: from.y * root.size - root.stroke / 2
        height: root.stroke
        width: reach + root.stroke
        antialiasing: true
        color: root.colour
        radius: root.stroke / 2

        transform: Rotation {
            angle: Math.atan2(limb.to.y - limb.from.y, limb.to.x - limb.from.x) * 180 / Math.PI
            origin.x: root.stroke / 2
            origin.y: root.stroke / 2
        }
    }

    height: size
    width: size

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.round(0.24 * root.size)
        width: height
        antialiasing: true
        color: root.colour
        radius: height / 2
    }

    Limb {
        from: Qt.point(0.1, 0.36)
        to: Qt.point(0.5, 0.42)
    }

    Limb {
        from: Qt.point(0.5, 0.42)
        to: Qt.point(0.9, 0.36)
    }

    Limb {
        from: Qt.point(0.452, 0.44)
        to: Qt.point(0.452, 0.62)
    }

    Limb {
        from: Qt.point(0.548, 0.44)
        to: Qt.point(0.548, 0.62)
    }

    Limb {
        from: Qt.point(0.452, 0.62)
        to: Qt.point(0.28, 0.94)
    }

    Limb {
        from: Qt.point(0.548, 0.62)
        to: Qt.point(0.72, 0.94)
    }
}
