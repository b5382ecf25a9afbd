pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Design
import Exhibition.Models

// Entries as jade discs on one thread: it lies over the near rim of each, goes into its hole and on behind it. The
// words stand below, in portrait beside.
Arrangement {
    id: root

    readonly property real gap: 1.8 * Metrics.u
    readonly property real room: height - 1.4 * Metrics.u
    readonly property real cell: Metrics.portrait ? Math.min(19 * Metrics.u, room / count) : (width + gap) / Math.max(3, count)
    readonly property real disc: Math.round(Metrics.portrait ? Math.min(8.5 * Metrics.u, cell - 1.2 * Metrics.u) : Math.min(10.5 * Metrics.u, 0.56 * cell))
    readonly property real hole: Math.round(0.46 * disc)
    readonly property real cord: Math.round(0.42 * Metrics.u)
    readonly property real sway: Math.min(0.9 * Metrics.u, 0.09 * cell)
    // Across the thread, in px from the top, in portrait from the left.
    readonly property real level: disc / 2 + sway
    readonly property real start: Metrics.portrait ? -Metrics.u : -Metrics.margin
    readonly property real finish: Metrics.portrait ? height : width + Metrics.margin
    readonly property real head: start + (finish - start) * stage(0, 0.86)
    readonly property real wordsX: Metrics.portrait ? disc + 2 * sway + 1.6 * Metrics.u : 0
    readonly property real wordsY: Metrics.portrait ? 0 : disc + 2 * sway + 1.1 * Metrics.u
    readonly property real wordsWidth: Metrics.portrait ? width - wordsX : cell - gap
    readonly property real size: fit(wordsWidth, (Metrics.portrait ? cell - 2.2 * Metrics.u : room - wordsY), (Metrics.portrait ? 2.8 : 2.4) * (Type.latin ? 0.86 : 1) * Metrics.u)

    function along(index: int): real {
        return root.disc / 2 + index * root.cell;
    }

    // Where the thread is across, at a place along it: each disc hangs at the crest of a wave.
    function across(place: real): real {
        return root.level - root.sway * Math.cos(Math.PI * (place - root.disc / 2) / root.cell);
    }

    Item {
        x: Metrics.portrait ? 0 : root.start
        y: Metrics.portrait ? root.start : 0
        height: Metrics.portrait ? root.head - root.start : root.height
        width: Metrics.portrait ? root.width : root.head - root.start
        clip: true

        Shape {
            ShapePath {
                capStyle: ShapePath.FlatCap
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin
                strokeColor: root.tone.numeral
                strokeWidth: root.cord

                PathPolyline {
                    path: Array.from({
                        length: 20 * (root.count + 1) + 1
                    }, (_, step) => {
                        const place = step / (20 * (root.count + 1)) * (root.finish - root.start);
                        return Metrics.portrait ? Qt.point(root.across(root.start + place), place) : Qt.point(place, root.across(root.start + place));
                    })
                }
            }
        }
    }

    Repeater {
        model: root.entries

        Item {
            id: entry

            required property int index
            required property EntryViewModel modelData
            readonly property real place: root.along(index)
            readonly property real here: root.stage(0.82 * (place - root.start) / (root.finish - root.start) - 0.04, 0.2)

            x: Metrics.portrait ? 0 : index * root.cell
            y: Metrics.portrait ? index * root.cell : 0

            Item {
                id: jade

                x: Metrics.portrait ? root.across(entry.place) - width / 2 : 0
                y: Metrics.portrait ? 0 : root.across(entry.place) - height / 2
                height: root.disc
                width: root.disc
                opacity: Math.min(1, 3 * entry.here)
                scale: 0.86 + 0.14 * entry.here

                Rectangle {
                    anchors.fill: parent
                    border.color: root.tone.ward
                    border.width: (root.disc - root.hole) / 2
                    color: "transparent"
                    radius: width / 2
                }

                Rectangle {
                    anchors.centerIn: parent
                    height: root.hole
                    width: root.hole
                    color: root.tone.ground
                    radius: width / 2
                }

                Repeater {
                    model: [0.93 * root.disc, root.hole + 0.07 * root.disc]

                    Rectangle {
                        required property real modelData

                        anchors.centerIn: parent
                        height: modelData
                        width: modelData
                        border.color: Qt.alpha(root.tone.ground, 0.6)
                        border.width: Metrics.hairline
                        color: "transparent"
                        radius: width / 2
                    }
                }

                Repeater {
                    model: 12

                    Rectangle {
                        required property int index
                        readonly property real angle: (index + 0.5) * Math.PI / 6
                        readonly property real reach: (root.disc + root.hole) / 4

                        x: parent.width / 2 + reach * Math.cos(angle) - width / 2
                        y: parent.height / 2 + reach * Math.sin(angle) - height / 2
                        height: Math.round(0.072 * root.disc)
                        width: height
                        color: root.tone.ground
                        radius: height / 2
                    }
                }

                Rectangle {
                    x: Metrics.portrait ? (parent.width - width) / 2 : -1
                    y: Metrics.portrait ? -1 : (parent.height - height) / 2
                    height: Metrics.portrait ? (root.disc - root.hole) / 2 + 2 : root.cord + 0.3 * Metrics.u
                    width: Metrics.portrait ? root.cord + 0.3 * Metrics.u : (root.disc - root.hole) / 2 + 2
                    color: root.tone.ground

                    Rectangle {
                        anchors.centerIn: parent
                        height: Metrics.portrait ? parent.height : root.cord
                        width: Metrics.portrait ? root.cord : parent.width
                        color: root.tone.numeral
                    }
                }

                EntryMark {
                    anchors.centerIn: parent
                    height: 0.72 * root.hole
                    width: height
                    color: root.tone.numeral
                    entry: entry.modelData
                    ground: root.tone.ground
                }
            }

            EntryWords {
                id: words

                x: root.wordsX
                y: Metrics.portrait ? Math.max(0, (root.disc - height) / 2) : root.wordsY + (1 - entry.here) * 0.8 * Metrics.u
                width: root.wordsWidth
                entry: entry.modelData
                opacity: entry.here
                size: root.size
                textShare: root.textShare
                tone: root.tone

                onTermTapped: term => root.termTapped(term)
            }
        }
    }
}
