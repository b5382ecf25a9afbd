pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Design

// A count kept as it is kept by hand: the five strokes of 正, one stroke for one (or `each`). A part of a stroke is cut off;
// dashed strokes follow where there are more.
Drawing {
    id: root

    readonly property int strokes: statistic.amount
    readonly property int more: statistic.open ? 2 : 0
    readonly property int marks: Math.ceil((strokes + more) / 5)
    readonly property int most: Math.ceil((Math.ceil(statistic.most) + more) / 5)
    readonly property int columns: statistic.columnsOf(most, width, height, 1)
    readonly property int rows: Math.ceil(marks / columns)
    readonly property int pitch: Math.floor(Math.min(width / columns, height / Math.ceil(most / columns), 8 * Metrics.u))
    readonly property real side: 0.84 * pitch
    // Of the mark's side: the axis of each stroke, from where to where.
    readonly property list<rect> axes: [Qt.rect(0.1, 0.12, 0.8, 0), Qt.rect(0.5, 0.12, 0, 0.76), Qt.rect(0.5, 0.49, 0.32, 0), Qt.rect(0.24, 0.45, 0, 0.43), Qt.rect(0.02, 0.89, 0.96, 0)]

    // One stroke as a knife leaves it: a slanted entry, and the level ones lifted at their end.
    component Cut: Shape {
        id: cut

        required property color colour
        required property real length
        required property real t
        required property bool level
        property bool dashed: false

        ShapePath {
            dashPattern: [2, 1.4]
            fillColor: cut.dashed ? "transparent" : cut.colour
            strokeColor: cut.dashed ? cut.colour : "transparent"
            strokeStyle: cut.dashed ? ShapePath.DashLine : ShapePath.SolidLine
            strokeWidth: cut.dashed ? Math.max(1, cut.t / 6) : -1

            PathPolyline {
                path: cut.level ? [Qt.point(0, 0.72 * cut.t), Qt.point(0.45 * cut.t, 0.5 * cut.t), Qt.point(cut.length - 1.3 * cut.t, 0.5 * cut.t), Qt.point(cut.length - 0.62 * cut.t, 0), Qt.point(cut.length, 0.86 * cut.t), Qt.point(cut.length - 0.1 * cut.t, 1.5 * cut.t), Qt.point(0.25 * cut.t, 1.5 * cut.t), Qt.point(0, 0.72 * cut.t)] : [Qt.point(0.2 * cut.t, 0.5 * cut.t), Qt.point(1.5 * cut.t, 0.95 * cut.t), Qt.point(1.5 * cut.t, cut.length + 1.5 * cut.t), Qt.point(0.5 * cut.t, cut.length + 1.5 * cut.t), Qt.point(0.5 * cut.t, 1.1 * cut.t), Qt.point(0.2 * cut.t, 0.5 * cut.t)]
            }
        }
    }

    implicitHeight: rows * pitch
    implicitWidth: Math.min(columns, marks) * pitch

    Repeater {
        model: root.pitch > 3 ? 5 * root.marks : 0

        Item {
            id: stroke

            required property int index
            readonly property int mark: Math.floor(index / 5)
            readonly property rect axis: root.axes[index % 5]
            readonly property bool level: axis.height === 0
            readonly property real t: 0.125 * root.side
            readonly property real length: (level ? axis.width : axis.height) * root.side
            readonly property bool told: index < root.strokes
            readonly property real part: told ? Math.max(0, Math.min(1, root.statistic.measure * root.progress - index)) : 0
            readonly property bool last: root.statistic.under && index === root.strokes - 1
            readonly property bool beyond: root.statistic.open && !told && index < root.strokes + root.more

            x: Math.round((mark % root.columns) * root.pitch + 0.5 * (root.pitch - root.side) + axis.x * root.side - (level ? 0 : t))
            y: Math.round(Math.floor(mark / root.columns) * root.pitch + 0.5 * (root.pitch - root.side) + axis.y * root.side - t)
            height: (level ? 0 : length) + 2 * t
            width: level ? length : 2 * t

            Cut {
                colour: root.tone.wardEmpty
                length: stroke.length
                level: stroke.level
                t: stroke.t
                visible: stroke.part < 1 && !stroke.beyond
                z: -1
            }

            Item {
                height: stroke.level ? parent.height : Math.round(stroke.part * (stroke.length + 1.5 * stroke.t))
                width: stroke.level ? Math.round(stroke.part * parent.width) : parent.width
                clip: stroke.part < 1
                visible: stroke.part > 0

                Cut {
                    colour: root.tone.ward
                    length: stroke.length
                    level: stroke.level
                    opacity: stroke.last ? 0.4 : 1
                    t: stroke.t
                }
            }

            Loader {
                active: stroke.beyond
                opacity: 1 - 0.4 * (stroke.index - root.strokes)

                sourceComponent: Cut {
                    colour: root.tone.ward
                    dashed: true
                    length: stroke.length
                    level: stroke.level
                    t: stroke.t
                }
            }
        }
    }
}
