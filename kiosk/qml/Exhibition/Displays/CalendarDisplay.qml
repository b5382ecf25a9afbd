pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// A duration in days on the sheets of a calendar: weeks of seven, thirty days to a month. Where it took less, the days pale
// towards the limit and no day is said to be the one; where it took longer, dashed days follow.
Drawing {
    id: root

    readonly property real days: statistic.measure
    readonly property int sheets: Math.ceil(days / 30)
    readonly property int widest: Math.ceil(statistic.most / 30)
    readonly property real between: 1.1
    readonly property int columns: pitchIn(widest) < pitchIn(1) ? 1 : pitchIn(Math.ceil(widest / 2)) > pitchIn(widest) ? Math.ceil(widest / 2) : widest
    readonly property int pitch: Math.floor(Math.min(4.6 * Metrics.u, pitchIn(columns)))
    readonly property int gap: Math.max(1, Math.round(0.12 * pitch))
    readonly property int cell: pitch - gap
    readonly property int head: Math.round(0.94 * pitch)
    readonly property int sheetWidth: 7 * pitch - gap
    readonly property int sheetHeight: head + gap + 5 * pitch

    // The size of a day where so many sheets stand side by side.
    function pitchIn(across: int): real {
        const down = Math.ceil(widest / across);
        return Math.min(width / (across * 7 + (across - 1) * between), height / (down * 6.15 + (down - 1) * between));
    }

    implicitHeight: Math.ceil(sheets / columns) * (sheetHeight + between * pitch) - between * pitch
    implicitWidth: Math.min(sheets, columns) * (sheetWidth + between * pitch) - between * pitch

    Repeater {
        model: root.pitch > 1 ? root.sheets : 0

        Item {
            id: sheet

            required property int index

            x: Math.round((index % root.columns) * (root.sheetWidth + root.between * root.pitch))
            y: Math.round(Math.floor(index / root.columns) * (root.sheetHeight + root.between * root.pitch))
            height: root.sheetHeight
            width: root.sheetWidth

            Rectangle {
                height: root.head
                width: parent.width
                color: root.tone.ward
            }

            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    x: Math.round((index === 0 ? 0.25 : 0.75) * sheet.width - width / 2)
                    y: Math.round(0.24 * root.head)
                    height: Math.round(0.52 * root.head)
                    width: height
                    color: root.tone.ground
                    radius: height / 2
                }
            }

            Repeater {
                model: 30

                Item {
                    id: day

                    required property int index
                    readonly property int number: 30 * sheet.index + index
                    readonly property bool told: number < root.days
                    readonly property bool beyond: root.statistic.open && !told && number < Math.ceil(root.days) + 5

                    x: (index % 7) * root.pitch
                    y: root.head + root.gap + Math.floor(index / 7) * root.pitch
                    height: root.cell
                    width: root.cell

                    Rectangle {
                        anchors.fill: parent
                        border.color: root.tone.ward
                        border.width: root.statistic.under && day.told ? Math.max(1, Math.round(root.pitch / 22)) : 0
                        color: root.statistic.under && day.told ? "transparent" : root.tone.wardEmpty
                        visible: !day.beyond
                    }

                    Rectangle {
                        height: parent.height
                        width: Math.round(Math.max(0, Math.min(1, root.days * root.progress - day.number)) * root.cell)
                        color: root.tone.ward
                        opacity: root.strength((day.number + 1) / root.days)
                    }

                    Loader {
                        anchors.fill: parent
                        active: day.beyond
                        opacity: 1 - 0.17 * (day.number - root.days)

                        sourceComponent: WardOutline {
                            colour: root.tone.ward
                        }
                    }
                }
            }
        }
    }
}
