pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

// Entries as stations along one street across the whole stage, their words above and below it in turn; in portrait
// the street runs down the margin. A head travels the line, and each station appears as it passes.
Arrangement {
    id: root

    readonly property real room: height - 1.2 * Metrics.u
    readonly property real street: Math.round(0.55 * Metrics.u)
    readonly property bool pictured: entries.some(entry => (entry as EntryViewModel).pictogram !== "")
    readonly property real node: Math.round((pictured && count < 5 ? 5.6 : Metrics.portrait ? 4.4 : 4) * Metrics.u)
    readonly property real gap: 2 * Metrics.u
    readonly property real labelWidth: Metrics.portrait ? width - node - 1.6 * Metrics.u : Math.min(34 * Metrics.u, 2 * (width + gap) / (count + 1) - gap)
    readonly property real labelHeight: Metrics.portrait ? spacing - 2.6 * Metrics.u : (room - node) / 2 - 1.2 * Metrics.u
    readonly property real spacing: Metrics.portrait ? Math.min(19 * Metrics.u, room / count) : (width - labelWidth) / Math.max(1, count - 1)
    readonly property real level: Math.round(room / 2)
    readonly property real wordsWidth: labelWidth - (Metrics.portrait ? 0 : node / 2 + 1.2 * Metrics.u)
    readonly property real size: fit(wordsWidth, labelHeight, (Metrics.portrait ? 2.8 : 2.5) * (Type.latin ? 0.86 : 1) * Metrics.u)
    // From where the street comes to where it stops, in px along it.
    readonly property real start: Metrics.portrait ? 0 : -Metrics.margin
    readonly property real finish: node / 2 + (count - 1) * spacing
    readonly property real head: start + (finish - start) * stage(0, 0.8)

    function along(index: int): real {
        return root.node / 2 + index * root.spacing;
    }

    function passed(index: int): real {
        return root.stage(0.8 * (root.along(index) - root.start) / (root.finish - root.start), 0.2);
    }

    Rectangle {
        x: Metrics.portrait ? Math.round((root.node - width) / 2) : root.start
        y: Metrics.portrait ? root.node / 2 : root.level - Math.round(height / 2)
        height: Metrics.portrait ? root.height - y : root.street
        width: Metrics.portrait ? root.street : root.width + 2 * Metrics.margin
        color: root.tone.wardEmpty
    }

    Rectangle {
        x: Metrics.portrait ? Math.round((root.node - width) / 2) : root.start
        y: Metrics.portrait ? root.node / 2 : root.level - Math.round(height / 2)
        height: Metrics.portrait ? Math.max(0, root.head - y) : root.street
        width: Metrics.portrait ? root.street : root.head - root.start
        color: root.tone.ward
    }

    Rectangle {
        x: (Metrics.portrait ? root.node / 2 : root.head) - width / 2
        y: (Metrics.portrait ? root.head : root.level) - height / 2
        height: 3 * root.street
        width: height
        color: root.tone.numeral
        radius: height / 2
    }

    Repeater {
        model: root.entries

        Item {
            id: station

            required property int index
            required property EntryViewModel modelData
            readonly property bool above: !Metrics.portrait && index % 2 === 0
            readonly property real here: root.passed(index)

            x: Metrics.portrait ? 0 : index * root.spacing
            y: Metrics.portrait ? index * root.spacing : root.level - root.node / 2
            height: root.node
            width: root.node

            Rectangle {
                x: Math.round((parent.width - width) / 2)
                y: station.above ? words.y : parent.height / 2
                height: (station.above ? parent.height / 2 - words.y : words.y + words.height - parent.height / 2) * station.here
                width: Metrics.outline
                color: root.tone.ward
                visible: !Metrics.portrait
            }

            Rectangle {
                anchors.centerIn: parent
                height: root.node * Math.min(1, 0.4 + station.here)
                width: height
                border.color: root.tone.ward
                border.width: root.street
                color: root.tone.ground
                radius: height / 2
                visible: station.here > 0
            }

            EntryMark {
                anchors.centerIn: parent
                height: 0.6 * root.node
                width: height
                color: root.tone.numeral
                entry: station.modelData
                ground: root.tone.ground
                opacity: station.here
            }

            EntryWords {
                id: words

                x: Metrics.portrait ? root.node + 1.6 * Metrics.u : root.node / 2 + 1.2 * Metrics.u
                y: Metrics.portrait ? Math.max(0, (root.node - root.size * 1.25) / 2) : (station.above ? -height - 0.8 * Metrics.u : parent.height + 0.8 * Metrics.u) + (1 - station.here) * (station.above ? 1 : -1) * 0.8 * Metrics.u
                width: root.wordsWidth
                entry: station.modelData
                opacity: station.here
                size: root.size
                textShare: root.textShare
                tone: root.tone

                onTermTapped: term => root.termTapped(term)
            }
        }
    }
}
