pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries as glazed plaques hung from a beam, with cream letters; more than four hang in two rows. In portrait they are
// wide boards, one below the other.
Arrangement {
    id: root

    readonly property bool stacked: Metrics.portrait
    readonly property int rows: stacked ? count : count > 4 ? 2 : 1
    readonly property int columns: Math.ceil(count / rows)
    readonly property real gap: (stacked ? 0 : 1.4) * Metrics.u
    readonly property real beam: Math.round(0.5 * Metrics.u)
    readonly property real cord: (rows > 1 ? 1.2 : 2) * Metrics.u
    readonly property real sway: rows > 1 ? 0 : 1.1 * Metrics.u
    readonly property real cellWidth: (width + gap) / columns - gap
    readonly property real rowHeight: Math.min((height - Metrics.u) / rows, (stacked ? 16 : 24) * Metrics.u)
    readonly property real plaqueHeight: Math.round(rowHeight - cord - sway - (stacked ? 0 : beam))
    readonly property bool beside: stacked || rows > 1
    readonly property bool drawn: entries.some(entry => entry.pictogram !== "")
    readonly property real padding: (columns > 3 ? 1.3 : 1.7) * Metrics.u
    readonly property real treasure: !drawn ? 0 : Math.round(beside ? Math.min(4.6 * Metrics.u, 0.5 * plaqueHeight) : Math.min(5.4 * Metrics.u, 0.28 * plaqueHeight))
    readonly property real wordsX: beside && drawn ? padding + treasure + 1.2 * Metrics.u : padding
    readonly property real wordsHeight: plaqueHeight - 3.8 * Metrics.u - (beside || !drawn ? 0 : treasure + 1.2 * Metrics.u)
    readonly property real size: fit(cellWidth - wordsX - padding, wordsHeight, (Type.latin ? 2.2 : 2.6) * Metrics.u)

    Tone {
        id: glaze

        base: root.tone.base
        bed: root.tone.bed
        deep: root.tone.deep
        glazed: true
        glow: root.tone.glow
        tint: root.tone.tint
    }

    Repeater {
        model: root.stacked ? 1 : root.rows

        Rectangle {
            required property int index

            y: index * root.rowHeight
            height: root.beam
            width: root.columns * (root.cellWidth + root.gap) - root.gap
            color: root.tone.foreground
        }
    }

    Repeater {
        model: root.entries

        Item {
            id: hung

            required property int index
            required property EntryViewModel modelData
            readonly property int row: Math.floor(index / root.columns)
            readonly property real arrival: Math.max(0, Math.min(1, root.progress * (root.count + 2) / 2 - index / 2))
            readonly property real drop: root.cord + (index % 2 === 1 ? root.sway : 0)

            x: (index % root.columns) * (root.cellWidth + root.gap)
            y: row * root.rowHeight + (root.stacked && row > 0 ? 0 : root.beam)
            height: drop + root.plaqueHeight
            width: root.cellWidth
            opacity: arrival

            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    x: Math.round((index === 0 ? 0.16 : 0.84) * parent.width)
                    height: hung.drop
                    width: 1.5 * Metrics.outline
                    color: root.tone.foreground
                }
            }

            Rectangle {
                id: plaque

                y: hung.drop - (1 - hung.arrival) * Metrics.u
                height: root.plaqueHeight
                width: parent.width
                color: glaze.ground

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 0.5 * Metrics.u
                    border.color: root.tone.contour
                    border.width: Metrics.outline
                    color: "transparent"
                }

                Emblem {
                    x: root.beside ? root.padding : (parent.width - width) / 2
                    y: root.beside ? (parent.height - height) / 2 : words.y - height - 1.2 * Metrics.u
                    figure: glaze.foreground
                    ground: glaze.ground
                    kind: "pictogram"
                    name: hung.modelData.pictogram || "ward"
                    size: root.treasure
                    visible: hung.modelData.pictogram !== ""
                }

                EntryWords {
                    id: words

                    x: root.wordsX
                    y: Math.round(root.beside || !root.drawn ? (parent.height - height) / 2 : (parent.height - height + root.treasure + 1.2 * Metrics.u) / 2)
                    width: parent.width - x - root.padding
                    alignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
                    entry: hung.modelData
                    size: root.size
                    textShare: root.textShare
                    tone: glaze

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
