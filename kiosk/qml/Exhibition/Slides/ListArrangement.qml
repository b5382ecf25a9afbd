pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries in one column, or two where there is room, each with its ward.
Item {
    id: root

    required property list<QtObject> entries
    required property Tone tone
    property real progress: 1
    readonly property real swell: columns > 1 || cellHeight < 7 * Metrics.u || entries.length > 4 ? 1 : Metrics.portrait ? 1.35 : 1.25
    readonly property int columns: entries.length < 4 || width < 50 * Metrics.u ? 1 : 2
    readonly property int rows: Math.ceil(entries.length / columns)
    readonly property real cellWidth: (width - (columns - 1) * 3 * Metrics.u) / columns
    readonly property real cellHeight: Math.min((height - Metrics.u) / Math.max(rows, 1), (Metrics.portrait ? 14.5 : 8) * Metrics.u)

    signal termTapped(int term)

    Repeater {
        model: root.entries

        Item {
            id: entry

            required property int index
            required property EntryViewModel modelData
            readonly property real arrival: Math.max(0, Math.min(1, root.progress * (root.entries.length + 2) / 2 - index / 2))

            x: Math.floor(index / root.rows) * (root.cellWidth + 3 * Metrics.u)
            y: (index % root.rows) * root.cellHeight
            height: root.cellHeight
            width: root.cellWidth

            Rule {
                height: entry.index % root.rows === 0 ? 1.6 * Metrics.outline : Metrics.hairline
                width: parent.width * entry.arrival
                color: entry.index % root.rows === 0 ? root.tone.foreground : root.tone.rule
            }

            Rectangle {
                id: ward

                y: 1.3 * Metrics.u + 0.3 * root.swell * Type.lead
                height: Math.round(1.1 * root.swell * Metrics.u)
                width: height
                color: root.tone.ward
            }

            Column {
                x: 2.6 * root.swell * Metrics.u
                y: 1.2 * Metrics.u
                width: parent.width - x
                spacing: 0.35 * Metrics.u

                MarkedCopy {
                    width: parent.width
                    color: root.tone.foreground
                    font.family: Type.serif
                    font.pixelSize: root.swell * Type.lead
                    font.weight: Font.Black
                    lineHeight: Type.headingLine
                    text: entry.modelData.title

                    onTermTapped: term => root.termTapped(term)
                }

                MarkedCopy {
                    width: parent.width
                    color: root.tone.soft
                    font.pixelSize: (1 + (root.swell - 1) / 2) * Type.body
                    lineHeight: Type.entryLine
                    text: entry.modelData.text
                    visible: text !== ""

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
