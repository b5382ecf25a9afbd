pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls

// A share of a whole as a walled city of a hundred wards: one ward is one per cent, filled from the southern row, left to
// right; a fraction fills part of its ward; dashed wards follow where the figure is "or more". A pictogram may stand for a ward.
Drawing {
    id: root

    readonly property int side: Math.floor(Math.min(width, height))
    readonly property int wall: Math.round(0.036 * side)
    readonly property int gap: Math.max(1, Math.round(0.025 * side))
    readonly property int avenue: Math.max(2, Math.round(0.036 * side))
    readonly property int cell: Math.floor((side - 2 * wall - 8 * gap - avenue) / 10)
    readonly property int grid: 10 * cell + 8 * gap + avenue
    readonly property int offset: Math.round((side - grid) / 2)
    readonly property real percent: 100 * statistic.share
    readonly property int whole: Math.ceil(percent)

    component Cell: Item {
        id: one

        required property color colour

        height: root.cell
        width: root.cell

        Rectangle {
            anchors.fill: parent
            color: one.colour
            visible: root.statistic.pictogram === "ward"
        }

        Loader {
            active: root.statistic.pictogram !== "ward" && root.cell > 2

            sourceComponent: Emblem {
                figure: one.colour
                ground: root.tone.overFill
                kind: "pictogram"
                name: root.statistic.pictogram
                opacity: one.colour.a
                size: root.cell
            }
        }
    }

    function place(n: int): int {
        return n * (cell + gap) + (n >= 5 ? avenue - gap : 0);
    }

    function filled(row: int): real {
        const n = Math.max(0, Math.min(10, percent * progress - 10 * row));
        const full = Math.floor(n);
        return full === 10 ? grid : place(full) + (n - full) * cell;
    }

    implicitHeight: side
    implicitWidth: side

    Repeater {
        model: [Qt.rect(0, 0, 1, 0), Qt.rect(0, 1, 1, 0), Qt.rect(0, 0, 0, 1), Qt.rect(1, 0, 0, 1)]

        Item {
            id: edge

            required property rect modelData
            readonly property bool level: modelData.width > 0
            readonly property int stroke: Math.max(2, Math.round(root.side / 120))
            readonly property int reach: Math.round((root.side - 2.6 * root.avenue) / 2)

            x: modelData.x * (root.side - stroke)
            y: modelData.y * (root.side - stroke)

            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    x: edge.level ? index * (root.side - edge.reach) : 0
                    y: edge.level ? 0 : index * (root.side - edge.reach)
                    height: edge.level ? edge.stroke : edge.reach
                    width: edge.level ? edge.reach : edge.stroke
                    color: root.tone.ward
                }
            }
        }
    }

    Repeater {
        model: 10

        Item {
            id: row

            required property int index

            x: root.offset
            y: root.offset + root.place(9 - index)
            height: root.cell
            width: root.grid

            Repeater {
                model: Math.max(0, Math.min(10, 10 * (row.index + 1) - Math.floor(root.percent)))

                Item {
                    id: empty

                    required property int index
                    readonly property int column: 9 - index
                    readonly property bool open: root.statistic.open && 10 * row.index + column >= root.whole && 10 * row.index + column < root.whole + 5

                    x: root.place(column)
                    height: root.cell
                    width: root.cell

                    Cell {
                        colour: root.tone.wardEmpty
                        visible: !empty.open
                    }

                    Loader {
                        anchors.fill: parent
                        active: empty.open
                        opacity: 1 - 0.17 * (10 * row.index + empty.column - root.whole)

                        sourceComponent: WardOutline {
                            colour: root.tone.ward
                        }
                    }
                }
            }

            Item {
                height: parent.height
                width: root.filled(row.index)
                clip: true

                Repeater {
                    model: Math.max(0, Math.min(10, root.whole - 10 * row.index))

                    Cell {
                        required property int index

                        x: root.place(index)
                        colour: root.tone.ward
                        opacity: root.strength((10 * row.index + index + 1) / root.whole)
                    }
                }
            }
        }
    }
}
