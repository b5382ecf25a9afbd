pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries in one column, or two where there is room, each with its pictogram or a ward.
Arrangement {
    id: root

    readonly property bool drawn: entries.some(entry => entry.pictogram !== "")
    readonly property int columns: count < 4 || width < 50 * Metrics.u ? 1 : 2
    readonly property int rows: Math.ceil(count / columns)
    readonly property real gap: 3 * Metrics.u
    readonly property real cellWidth: (width - (columns - 1) * gap) / columns
    readonly property real cellHeight: Math.min((height - Metrics.u) / rows, 14 * Metrics.u)
    readonly property real mark: drawn ? Math.round(Math.min(5 * Metrics.u, 0.5 * cellHeight)) : Math.round(1.4 * Metrics.u)
    readonly property real wordsX: mark + 1.4 * Metrics.u
    readonly property real size: fit(Math.min(cellWidth - wordsX, 60 * Metrics.u), cellHeight - 1.8 * Metrics.u, (Type.latin ? 2.2 : 2.5) * Metrics.u)

    Repeater {
        model: root.entries

        Item {
            id: entry

            required property int index
            required property EntryViewModel modelData
            readonly property real arrival: Math.max(0, Math.min(1, root.progress * (root.count + 2) / 2 - index / 2))
            readonly property bool first: index % root.rows === 0

            x: Math.floor(index / root.rows) * (root.cellWidth + root.gap)
            y: Math.round((index % root.rows) * root.cellHeight)
            height: root.cellHeight
            width: root.cellWidth

            Rule {
                height: entry.first ? 1.6 * Metrics.outline : Metrics.hairline
                width: parent.width * entry.arrival
                color: entry.first ? root.tone.foreground : root.tone.rule
            }

            Emblem {
                y: Math.round((parent.height - height) / 2)
                figure: root.tone.figure
                ground: root.tone.ground
                kind: "pictogram"
                name: entry.modelData.pictogram || "ward"
                opacity: entry.arrival
                size: root.mark
                visible: entry.modelData.pictogram !== ""
            }

            Rectangle {
                x: Math.round((root.mark - width) / 2)
                y: Math.round((parent.height - height) / 2)
                height: Math.round(1.4 * Metrics.u)
                width: height
                color: root.tone.ward
                opacity: entry.arrival
                visible: entry.modelData.pictogram === ""
            }

            EntryWords {
                x: root.wordsX
                y: Math.round((parent.height - height) / 2)
                width: parent.width - x
                entry: entry.modelData
                opacity: entry.arrival
                size: root.size
                textShare: root.textShare
                tone: root.tone

                onTermTapped: term => root.termTapped(term)
            }
        }
    }
}
