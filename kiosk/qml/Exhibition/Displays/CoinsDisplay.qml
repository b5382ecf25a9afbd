pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Design

// An amount of money in coins with a square hole, strung as they were carried; `each` says what one is worth. A part of a
// coin is cut off; dashed coins follow where it is more.
Drawing {
    id: root

    readonly property int amount: statistic.amount
    readonly property int more: statistic.open ? 3 : 0
    readonly property int solid: amount - (statistic.under ? 1 : 0)
    readonly property real lap: 0.76
    readonly property int most: Math.ceil(statistic.most) + more
    readonly property int columns: Math.min(most, statistic.columnsFor(width, height, lap / 1.08))
    readonly property int rows: Math.ceil((amount + more) / columns)
    readonly property int coin: Math.floor(Math.min(9 * Metrics.u, width / (lap * (columns - 1) + 1), height / (Math.ceil(most / columns) * 1.08)))
    readonly property int pitchX: Math.floor(lap * coin)
    readonly property int pitchY: Math.floor(1.08 * coin)

    implicitHeight: rows * pitchY
    implicitWidth: (Math.min(columns, amount + more) - 1) * pitchX + coin

    Repeater {
        model: root.coin > 2 ? root.solid : 0

        Item {
            id: one

            required property int index
            readonly property real part: Math.min(1, root.statistic.measure - index)

            x: (index % root.columns) * root.pitchX
            y: Math.floor(index / root.columns) * root.pitchY
            height: root.coin
            width: Math.round(part * root.coin)
            clip: part < 1
            visible: index < root.amount * root.progress

            Rectangle {
                height: root.coin
                width: root.coin
                border.color: root.tone.ground
                border.width: Math.max(1, root.coin / 36)
                color: root.tone.ward
                radius: root.coin / 2

                Rectangle {
                    anchors.centerIn: parent
                    height: Math.round(0.82 * root.coin)
                    width: height
                    border.color: Qt.alpha(root.tone.overFill, 0.55)
                    border.width: Math.max(1, root.coin / 48)
                    color: "transparent"
                    radius: height / 2
                    visible: root.coin > 1.2 * Metrics.u
                }

                Rectangle {
                    anchors.centerIn: parent
                    height: Math.round(0.34 * root.coin)
                    width: height
                    border.color: Qt.alpha(root.tone.overFill, 0.55)
                    border.width: root.coin > 1.2 * Metrics.u ? Math.max(1, root.coin / 48) : 0
                    color: "transparent"
                }

                Rectangle {
                    anchors.centerIn: parent
                    height: Math.round(0.25 * root.coin)
                    width: height
                    color: root.tone.ground
                }
            }
        }
    }

    Repeater {
        model: root.coin > 2 ? root.amount - root.solid + root.more : 0

        Shape {
            id: ring

            required property int index
            readonly property int place: root.solid + index
            readonly property real stroke: Math.max(1.2, root.coin / 26)

            x: (place % root.columns) * root.pitchX + (root.coin - root.pitchX)
            y: Math.floor(place / root.columns) * root.pitchY
            height: root.coin
            width: root.coin
            opacity: root.statistic.open ? 1 - 0.3 * index : 1

            ShapePath {
                dashPattern: [2, 1.4]
                fillColor: "transparent"
                strokeColor: root.tone.ward
                strokeStyle: ShapePath.DashLine
                strokeWidth: ring.stroke

                PathAngleArc {
                    centerX: root.coin / 2
                    centerY: root.coin / 2
                    radiusX: (root.coin - ring.stroke) / 2
                    radiusY: radiusX
                    startAngle: 0
                    sweepAngle: 360
                }
            }
        }
    }
}
