pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries as a rising flight of steps on the ground line; in portrait, a street that runs down the margin.
Item {
    id: root

    required property list<QtObject> entries
    required property Tone tone
    property real progress: 1
    readonly property int count: entries.length
    readonly property real street: Math.round(0.42 * Metrics.u)
    readonly property real node: 2.2 * Metrics.u
    readonly property real gap: 0.6 * Metrics.u
    readonly property real cellWidth: Metrics.portrait ? width : (width + gap) / count
    readonly property real cellHeight: Metrics.portrait ? Math.min(height / count, 11.5 * Metrics.u) : height
    readonly property real step: Metrics.portrait ? 0 : Math.min(2.4 * Metrics.u, (height - 13.5 * Metrics.u) / Math.max(1, count - 1))

    signal termTapped(int term)

    Repeater {
        model: root.entries

        Item {
            id: stop

            required property int index
            required property EntryViewModel modelData
            readonly property bool last: index === root.count - 1
            readonly property real here: Math.max(0, Math.min(1, root.progress * root.count - index))

            x: Metrics.portrait ? 0 : index * root.cellWidth
            y: Metrics.portrait ? index * root.cellHeight : root.step * (root.count - 1 - index) + (1 - here) * Metrics.u
            height: Metrics.portrait ? root.cellHeight : root.height - y
            width: Metrics.portrait ? root.width : root.cellWidth - root.gap
            opacity: Math.min(1, here * 3)

            Rectangle {
                anchors.fill: parent
                color: root.tone.wardEmpty
                visible: !Metrics.portrait
            }

            Rectangle {
                x: Metrics.portrait ? (root.node - width) / 2 : 0
                y: Metrics.portrait ? root.node / 2 : 0
                height: Metrics.portrait ? (stop.last ? 0 : parent.height * stop.here) : root.street
                width: Metrics.portrait ? root.street : parent.width * stop.here
                color: root.tone.ward
            }

            Rectangle {
                height: root.node
                width: root.node
                color: root.tone.ward

                Copy {
                    anchors.centerIn: parent
                    color: root.tone.glazed ? root.tone.deep : Colours.cream
                    font.family: Type.numeral
                    font.pixelSize: 1.3 * Metrics.u
                    font.weight: Font.DemiBold
                    text: stop.modelData.number
                }
            }

            Column {
                x: Metrics.portrait ? root.node + 1.4 * Metrics.u : 0.9 * Metrics.u
                y: Metrics.portrait ? -0.2 * Metrics.u : root.node + 0.9 * Metrics.u
                width: parent.width - x - (Metrics.portrait ? 0 : 0.7 * Metrics.u)
                spacing: 0.4 * Metrics.u

                MarkedCopy {
                    width: parent.width
                    color: root.tone.foreground
                    font.family: Type.serif
                    font.pixelSize: Metrics.portrait ? 1.2 * Type.lead : (root.count > 4 ? 1.5 : Type.latin ? 1.7 : 2) * Metrics.u
                    font.weight: Font.Black
                    lineHeight: Type.headingLine
                    text: stop.modelData.title

                    onTermTapped: term => root.termTapped(term)
                }

                MarkedCopy {
                    width: parent.width
                    color: root.tone.soft
                    lineHeight: Type.entryLine
                    text: stop.modelData.text
                    visible: text !== ""

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
