pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries as a rising flight of steps on the ground line, what they are about standing in each; in portrait, a street
// that runs down the margin.
Arrangement {
    id: root

    readonly property bool stacked: Metrics.portrait
    readonly property bool drawn: entries.some(entry => entry.pictogram !== "")
    readonly property real street: Math.round(0.42 * Metrics.u)
    readonly property real node: Math.round((stacked ? 2.6 : 2.4) * Metrics.u)
    readonly property real gap: 0.6 * Metrics.u
    readonly property real cellWidth: stacked ? width : (width + gap) / count
    readonly property real cellHeight: stacked ? height / count : height
    // With long texts on many steps the words take the room of what stands there, and of the rise.
    readonly property bool tight: sizeIn(height - 2 * Metrics.u * (count - 1) - 0.32 * height) < 1.15 * Metrics.u
    readonly property real step: stacked ? 0 : (tight ? 0.5 : 2) * Metrics.u
    readonly property real lowest: height - step * (count - 1)
    readonly property real treasure: !drawn || tight && !stacked ? 0 : Math.round(stacked ? Math.min(7 * Metrics.u, 0.6 * cellHeight) : Math.min(5.6 * Metrics.u, 0.32 * lowest, 0.5 * cellWidth))
    readonly property real wordsX: stacked ? node + 1.6 * Metrics.u : 1 * Metrics.u
    readonly property real wordsY: stacked ? 0 : node + 0.9 * Metrics.u
    readonly property real wordsWidth: (stacked ? width - (drawn ? treasure + 1.6 * Metrics.u : 0) : cellWidth - gap - Metrics.u) - wordsX
    readonly property real size: sizeIn(stacked ? cellHeight : lowest - treasure)

    function sizeIn(height: real): real {
        return fit(wordsWidth, height - wordsY - 1.2 * Metrics.u, (Type.latin ? 2.1 : 2.5) * Metrics.u);
    }

    Repeater {
        model: root.entries

        Item {
            id: stop

            required property int index
            required property EntryViewModel modelData
            readonly property bool last: index === root.count - 1
            readonly property real here: Math.max(0, Math.min(1, root.progress * root.count - index))

            x: root.stacked ? 0 : Math.round(index * root.cellWidth)
            y: Math.round(root.stacked ? index * root.cellHeight : root.step * (root.count - 1 - index) + (1 - here) * Metrics.u)
            height: root.stacked ? root.cellHeight : root.height - y
            width: root.stacked ? root.width : root.cellWidth - root.gap
            opacity: Math.min(1, here * 3)

            Rectangle {
                anchors.fill: parent
                color: root.tone.panel
                visible: !root.stacked
            }

            Rectangle {
                x: root.stacked ? Math.round((root.node - width) / 2) : 0
                height: root.stacked ? (stop.last ? root.node : parent.height * stop.here) : root.street
                width: root.stacked ? root.street : parent.width * stop.here
                color: root.tone.ward
            }

            Rectangle {
                height: root.node
                width: root.node
                color: root.tone.fill

                Copy {
                    anchors.centerIn: parent
                    color: root.tone.overFill
                    font.family: Type.numeral
                    font.pixelSize: 0.58 * root.node
                    font.weight: Font.DemiBold
                    text: stop.modelData.number
                }
            }

            Emblem {
                x: Math.round(root.stacked ? parent.width - width : (parent.width - width) / 2)
                y: Math.round(root.stacked ? 0 : parent.height - height)
                figure: root.tone.figure
                ground: root.stacked ? root.tone.ground : root.tone.panel
                kind: "pictogram"
                name: stop.modelData.pictogram || "ward"
                size: root.treasure
                visible: root.treasure > 0 && stop.modelData.pictogram !== ""
            }

            EntryWords {
                x: root.wordsX
                y: Math.round(root.wordsY)
                width: root.wordsWidth
                entry: stop.modelData
                size: root.size
                textShare: root.textShare
                tone: root.tone

                onTermTapped: term => root.termTapped(term)
            }
        }
    }
}
