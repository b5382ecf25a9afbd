pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Milestones along one street: it climbs a ward at each in landscape, and runs down the margin in portrait.
Item {
    id: root

    required property list<QtObject> milestones
    required property Tone tone
    property real progress: 1
    readonly property int count: milestones.length
    readonly property real street: Math.round(0.42 * Metrics.u)
    readonly property real node: 2.2 * Metrics.u
    readonly property real cellWidth: Metrics.portrait ? width : width / count
    readonly property real cellHeight: Metrics.portrait ? Math.min(height / count, 9.6 * Metrics.u) : height
    readonly property real step: Metrics.portrait ? 0 : Math.min(1.9 * Metrics.u, (height - 16 * Metrics.u) / Math.max(1, count - 1))
    readonly property real base: Metrics.portrait ? 0 : 4.2 * Metrics.u + step * (count - 1)

    signal termTapped(int term)

    Repeater {
        model: root.milestones

        Item {
            id: stop

            required property int index
            required property EntryViewModel modelData
            readonly property bool last: index === root.count - 1
            readonly property real here: Math.max(0, Math.min(1, root.progress * root.count - index))

            x: Metrics.portrait ? 0 : index * root.cellWidth
            y: Metrics.portrait ? index * root.cellHeight : root.base - index * root.step
            height: Metrics.portrait ? root.cellHeight : root.height - y
            width: root.cellWidth
            opacity: Math.min(1, here * 3)

            Rectangle {
                x: Metrics.portrait ? (root.node - width) / 2 : root.node / 2
                y: Metrics.portrait ? root.node / 2 : (root.node - height) / 2
                height: Metrics.portrait ? (stop.last ? 0 : parent.height * stop.here) : root.street
                width: Metrics.portrait ? root.street : (stop.last ? 0 : (parent.width + root.street / 2) * stop.here)
                color: root.tone.ward
            }

            Rectangle {
                x: stop.width + (root.node - root.street) / 2
                y: (root.node - root.street) / 2 - height + root.street
                height: root.step + root.street
                width: root.street
                color: root.tone.ward
                visible: !Metrics.portrait && !stop.last && stop.here >= 1
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
                x: Metrics.portrait ? root.node + 1.4 * Metrics.u : 0
                y: Metrics.portrait ? -0.2 * Metrics.u : root.node + 1.1 * Metrics.u
                width: parent.width - x - (Metrics.portrait ? 0 : 1.4 * Metrics.u)
                spacing: 0.4 * Metrics.u

                MarkedCopy {
                    width: parent.width
                    color: root.tone.foreground
                    font.family: Type.serif
                    font.pixelSize: root.count > 4 && !Metrics.portrait ? 1.45 * Metrics.u : Type.lead
                    font.weight: Font.Black
                    lineHeight: 1.28
                    text: stop.modelData.title

                    onTermTapped: term => root.termTapped(term)
                }

                MarkedCopy {
                    width: parent.width
                    color: root.tone.soft
                    lineHeight: 1.45
                    text: stop.modelData.text
                    visible: text !== ""

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
