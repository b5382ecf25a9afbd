pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries as niches in a cliff, each with its treasure on a plinth and its words below, or beside it on the same ledge.
Arrangement {
    id: root

    readonly property list<real> hillside: count < 3 ? [0.06, 0] : count < 4 ? [0.09, 0, 0.045] : [0.1, 0.05, 0, 0.04]
    readonly property real gap: 1.2 * Metrics.u
    readonly property int columns: Metrics.portrait ? 1 : count
    readonly property real widest: (width + gap) / columns - gap
    readonly property real cellHeight: height * columns / count
    // Where a niche cannot be as wide as its cell, the words stand beside it.
    readonly property bool beside: widest > 1.3 * cellHeight
    readonly property real nicheWidth: Math.round(beside ? Math.min(0.36 * widest, 0.72 * cellHeight) : Math.min(widest, 0.9 * cellHeight))
    readonly property real cellWidth: beside ? widest : nicheWidth
    readonly property real pitch: columns > 1 ? (width - cellWidth) / (columns - 1) : 0
    readonly property real padding: 1.3 * Metrics.u
    readonly property real wordsWidth: beside ? cellWidth - nicheWidth - 2.2 * Metrics.u : nicheWidth - 2 * padding
    readonly property real most: (Type.latin ? 2.3 : 2.7) * Metrics.u
    readonly property real easy: fit(wordsWidth, beside ? cellHeight - 2.4 * Metrics.u : 0.3 * height, most)
    readonly property real size: beside || easy >= 1.5 * Metrics.u ? easy : fit(wordsWidth, 0.52 * height, easy + 0.4 * Metrics.u)
    readonly property real ledge: Math.round(beside ? cellHeight : height - panel.height - 2.3 * Metrics.u)
    readonly property real treasure: Math.round(beside ? Math.min(7.5 * Metrics.u, 0.6 * nicheWidth) : Math.min(7.5 * Metrics.u, 0.46 * nicheWidth, ledge - 0.1 * height - 3.6 * Metrics.u))

    function arrival(index: int): real {
        return Math.max(0, Math.min(1, progress * (count + 2) / 2 - index / 2));
    }

    Repeater {
        model: root.entries

        Item {
            id: cell

            required property int index
            required property EntryViewModel modelData
            readonly property real crown: root.columns > 1 ? root.hillside[index] * root.height : Math.min(1.2 * Metrics.u, root.cellHeight - 1.3 * root.nicheWidth)

            x: Math.round(index * root.pitch)
            y: root.columns > 1 ? 0 : Math.round(index * root.cellHeight)
            height: root.cellHeight
            width: root.cellWidth
            clip: root.progress < 1

            Item {
                y: root.cellHeight * (1 - root.arrival(cell.index))
                height: root.cellHeight
                width: root.nicheWidth

                Niche {
                    y: cell.crown
                    height: parent.height - y
                    width: parent.width
                    color: root.tone.panel
                }

                Niche {
                    x: 0.8 * Metrics.u
                    y: cell.crown + 0.8 * Metrics.u
                    height: parent.height - y
                    width: parent.width - 2 * x
                    border.color: root.tone.panelLine
                    border.width: Metrics.hairline
                    color: Qt.alpha(root.tone.ward, 0.1)
                }

                Rectangle {
                    y: root.ledge
                    height: parent.height - y
                    width: parent.width
                    color: root.tone.panel
                }

                Niche {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: plinth.y - height
                    height: 1.35 * width
                    width: 0.62 * root.treasure
                    color: root.tone.ward
                    visible: cell.modelData.pictogram === ""
                }

                Emblem {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: plinth.y - height
                    figure: root.tone.figure
                    ground: root.tone.panel
                    kind: "pictogram"
                    name: cell.modelData.pictogram || "niche"
                    size: root.treasure
                    visible: cell.modelData.pictogram !== ""
                }

                Rectangle {
                    id: plinth

                    anchors.horizontalCenter: parent.horizontalCenter
                    y: base.y - height
                    height: Math.round(0.35 * Metrics.u)
                    width: Math.round(1.18 * root.treasure)
                    color: root.tone.ward
                }

                Rectangle {
                    id: base

                    anchors.horizontalCenter: parent.horizontalCenter
                    y: root.ledge - height - sill.height
                    height: Math.round(0.75 * Metrics.u)
                    width: Math.round(0.94 * root.treasure)
                    color: root.tone.ward
                }

                Rectangle {
                    id: sill

                    y: root.ledge - height
                    height: Metrics.groundStroke
                    width: root.beside ? root.cellWidth : parent.width
                    color: root.tone.ward
                }
            }

            EntryWords {
                x: root.nicheWidth + 2.2 * Metrics.u
                y: Math.round((parent.height - height) / 2)
                width: root.wordsWidth
                entry: cell.modelData
                opacity: root.arrival(cell.index)
                size: root.size
                textShare: root.textShare
                tone: root.tone
                visible: root.beside

                onTermTapped: term => root.termTapped(term)
            }
        }
    }

    Row {
        id: panel

        x: root.padding
        y: root.ledge + 1.1 * Metrics.u
        spacing: root.pitch - root.wordsWidth
        visible: !root.beside

        Repeater {
            model: root.beside ? [] : root.entries

            EntryWords {
                required property int index
                required property EntryViewModel modelData

                width: root.wordsWidth
                entry: modelData
                opacity: root.arrival(index)
                size: root.size
                textShare: root.textShare
                tone: root.tone

                onTermTapped: term => root.termTapped(term)
            }
        }
    }
}
