pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Design
import Exhibition.Models

// Entries as equal parts of a ring that they close together; their words stand on both sides, in portrait below.
Arrangement {
    id: root

    readonly property bool stacked: Metrics.portrait
    readonly property int half: Math.ceil(count / 2)
    readonly property real room: height - Metrics.u
    readonly property real widest: stacked ? Math.min((count > 4 ? 25 : 29) * Metrics.u, (count > 4 ? 0.44 : 0.56) * room) : Math.min(room, 0.36 * width)
    readonly property point centre: Qt.point(width / 2, stacked ? diameter / 2 : room / 2)
    // Long texts take from the ring what they need.
    readonly property real diameter: [widest, 20 * Metrics.u, 17 * Metrics.u].find(ring => ring <= widest && sizeBeside(ring) >= 1.4 * Metrics.u) ?? 15 * Metrics.u
    readonly property real thickness: 0.27 * diameter
    readonly property real sweep: 360 / count
    readonly property real reach: 2 * Metrics.u
    readonly property real cellHeight: cellBeside(diameter)
    readonly property real wordsWidth: widthBeside(diameter)
    readonly property real mark: stacked ? 3.1 * Metrics.u : 0
    readonly property real size: sizeBeside(diameter)

    function cellBeside(ring: real): real {
        return (stacked ? room - ring - 2 * Metrics.u : room) / half;
    }

    function widthBeside(ring: real): real {
        return stacked ? (width - 1.6 * Metrics.u) / 2 - mark : (width - ring) / 2 - reach - 0.8 * Metrics.u;
    }

    function sizeBeside(ring: real): real {
        return fit(widthBeside(ring), cellBeside(ring) - Metrics.u, (Type.latin ? 2.2 : 2.6) * Metrics.u);
    }

    function onLeft(index: int): bool {
        return index < half;
    }

    function row(index: int): int {
        return onLeft(index) ? index : index - half;
    }

    // The middle of its part, clockwise from three o'clock, in degrees.
    function middle(index: int): real {
        const rows = onLeft(index) ? half : count - half;
        const turn = (row(index) - (rows - 1) / 2) * sweep;
        return onLeft(index) ? 180 - turn : turn;
    }

    function at(index: int, radius: real): point {
        const angle = middle(index) * Math.PI / 180;
        return Qt.point(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    }

    function arrival(index: int): real {
        return Math.max(0, Math.min(1, progress * (count + 1) / 2 - index / 2));
    }

    Rectangle {
        x: root.centre.x - width / 2
        y: root.centre.y - height / 2
        height: root.diameter - 2 * root.thickness - 1.2 * Metrics.u
        width: height
        border.color: root.tone.ward
        border.width: Metrics.groundStroke
        color: root.tone.wardEmpty
        radius: height / 2
    }

    Rectangle {
        x: root.centre.x - width / 2
        y: root.centre.y - height / 2
        height: 0.1 * root.diameter
        width: height
        color: root.tone.ward
        radius: height / 2
    }

    Repeater {
        model: root.entries

        Item {
            id: part

            required property int index
            required property EntryViewModel modelData
            readonly property real arrival: root.arrival(index)
            readonly property bool leftward: root.onLeft(index)
            readonly property point heart: root.at(index, (root.diameter - root.thickness) / 2)
            readonly property point rim: root.at(index, root.diameter / 2)
            readonly property real cellY: root.stacked ? root.diameter + 3 * Metrics.u + root.row(index) * root.cellHeight : root.centre.y + (root.row(index) - ((leftward ? root.half : root.count - root.half) - 1) / 2) * root.cellHeight

            Shape {
                ShapePath {
                    capStyle: ShapePath.FlatCap
                    fillColor: "transparent"
                    strokeColor: root.tone.fill
                    strokeWidth: root.thickness

                    PathAngleArc {
                        centerX: root.centre.x
                        centerY: root.centre.y
                        radiusX: (root.diameter - root.thickness) / 2
                        radiusY: radiusX
                        startAngle: root.middle(part.index) - sweepAngle / 2
                        sweepAngle: (root.sweep - 2) * part.arrival
                    }
                }
            }

            EntryMark {
                x: Math.round(part.heart.x - width / 2)
                y: Math.round(part.heart.y - height / 2)
                height: Math.round(0.64 * root.thickness)
                width: height
                color: root.tone.overFill
                entry: part.modelData
                ground: root.tone.fill
                opacity: part.arrival
            }

            EntryMark {
                x: words.x - root.mark
                y: part.cellY
                height: Math.round(2.2 * Metrics.u)
                width: height
                color: root.tone.numeral
                entry: part.modelData
                ground: root.tone.ground
                opacity: part.arrival
                visible: root.stacked
            }

            EntryWords {
                id: words

                x: root.stacked ? (part.leftward ? 0 : root.width / 2 + 0.8 * Metrics.u) + root.mark : part.leftward ? 0 : root.width - width
                y: Math.round(root.stacked ? part.cellY : part.cellY - height / 2)
                width: root.wordsWidth
                alignment: part.leftward && !root.stacked ? Text.AlignRight : Text.AlignLeft
                entry: part.modelData
                opacity: part.arrival
                size: root.size
                textShare: root.textShare
                tone: root.tone

                onTermTapped: term => root.termTapped(term)
            }
        }
    }
}
