pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Design

// A duration on the face of a clock: twelve wards in a ring, and the part of the turn that it takes swept by the hand. The
// long hand runs with the count; the swept part goes on in dashes where it took longer, and pales where it took less.
Drawing {
    id: root

    readonly property int side: Math.floor(Math.min(width, height, 30 * Metrics.u))
    readonly property real centre: side / 2
    readonly property real ward: 0.095 * side
    readonly property real face: centre - 1.36 * ward
    readonly property real turn: statistic.turn * progress
    readonly property int parts: statistic.under ? 12 : 1

    component Hand: Item {
        id: hand

        required property real reach
        required property real thickness
        required property real side
        required property color colour
        required property color ground

        height: side
        width: side

        Rectangle {
            x: hand.side / 2 - width / 2
            y: hand.side / 2 - hand.reach
            height: hand.reach
            width: hand.thickness
            antialiasing: true
            border.color: hand.ground
            border.width: Math.max(1, hand.thickness / 6)
            color: hand.colour
        }
    }

    component Sector: Shape {
        id: sector

        required property color colour
        required property real radius
        required property real from
        required property real sweep
        property bool dashed: false

        ShapePath {
            dashPattern: [2, 1.4]
            fillColor: sector.dashed ? "transparent" : sector.colour
            startX: sector.width / 2
            startY: sector.height / 2
            strokeColor: sector.dashed ? sector.colour : "transparent"
            strokeStyle: sector.dashed ? ShapePath.DashLine : ShapePath.SolidLine
            strokeWidth: sector.dashed ? Math.max(1.2, sector.width / 110) : -1

            PathAngleArc {
                centerX: sector.width / 2
                centerY: sector.height / 2
                moveToStart: false
                radiusX: sector.radius
                radiusY: sector.radius
                startAngle: 360 * sector.from - 90
                sweepAngle: 360 * sector.sweep
            }

            PathLine {
                x: sector.width / 2
                y: sector.height / 2
            }
        }
    }

    implicitHeight: side
    implicitWidth: side

    Rectangle {
        x: root.centre - root.face
        y: x
        height: width
        width: 2 * root.face
        border.color: root.tone.ward
        border.width: Math.max(2, Math.round(root.side / 120))
        color: root.tone.wardEmpty
        radius: root.face
    }

    Repeater {
        model: 12

        Item {
            id: hour

            required property int index
            readonly property bool reached: root.turn > 0 && Math.round(1200 * root.turn) >= 100 * (index + 1)

            height: root.side
            width: root.side
            rotation: 30 * (index + 1)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                height: root.ward
                width: root.ward
                antialiasing: true
                color: hour.reached ? root.tone.ward : root.tone.wardEmpty
                opacity: hour.reached ? root.strength((hour.index + 1) / (12 * root.statistic.turn)) : 1
            }
        }
    }

    Repeater {
        model: root.parts

        Sector {
            required property int index

            colour: root.tone.ward
            from: root.turn * index / root.parts
            height: root.side
            width: root.side
            opacity: root.strength((index + 1) / root.parts)
            radius: root.face
            sweep: root.turn / root.parts
        }
    }

    Repeater {
        model: root.statistic.open ? 3 : 0

        Sector {
            required property int index

            colour: root.tone.ward
            dashed: true
            from: root.turn + index / 36
            height: root.side
            width: root.side
            opacity: 1 - 0.3 * index
            radius: root.face - root.side / 160
            sweep: 1 / 36
        }
    }

    Hand {
        colour: root.tone.numeral
        ground: root.tone.ground
        reach: 0.62 * root.face
        side: root.side
        thickness: 0.036 * root.side
        rotation: 360 * root.turn
        visible: !root.statistic.longHand
    }

    Hand {
        colour: root.tone.numeral
        ground: root.tone.ground
        reach: 0.94 * root.face
        side: root.side
        thickness: 0.022 * root.side
        rotation: 360 * root.turn * (root.statistic.longHand ? 1 : 12)
    }

    Rectangle {
        anchors.centerIn: hub
        height: 1.5 * hub.height
        width: height
        color: root.tone.ground
        radius: height / 2
    }

    Rectangle {
        id: hub

        x: root.centre - width / 2
        y: x
        height: 0.05 * root.side
        width: height
        color: root.tone.numeral
        radius: height / 2
    }
}
