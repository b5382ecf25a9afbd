pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design

// A quantity people can count: a field of equal pictograms, built row by row. Dashed wards follow where there are more.
Drawing {
    id: root

    readonly property int amount: statistic.amount
    readonly property int more: statistic.open ? 3 : 0
    readonly property bool niches: statistic.pictogram === "niche"
    readonly property real aspect: niches ? 0.7 : 1
    readonly property int columns: statistic.columnsFor(width, height, aspect)
    readonly property int rows: Math.ceil((amount + more) / columns)
    readonly property int most: Math.ceil((Math.ceil(statistic.most) + more) / columns)
    readonly property int open: more + (statistic.under ? 1 : 0)
    readonly property int solid: amount + more - open
    readonly property real largest: Math.min(9 * Metrics.u, Math.max(5 * Metrics.u, 0.32 * height))
    readonly property int pitchX: Math.floor(Math.min(largest, width / columns, (height / most) * aspect))
    readonly property int pitchY: Math.floor(pitchX / aspect)
    readonly property list<string> treasures: ["stele", "bi", "book", "horse", "vase", "ding", "pagoda", "camel"]

    implicitHeight: rows * pitchY
    implicitWidth: columns * pitchX

    Repeater {
        model: root.pitchX > 0 ? root.rows : 0

        Item {
            id: row

            required property int index
            readonly property int first: index * root.columns
            readonly property int cells: Math.max(0, Math.min(root.columns, root.solid - first))
            readonly property int standing: Math.max(0, Math.min(cells, Math.ceil(root.solid * root.progress) - first))

            y: index * root.pitchY
            height: root.pitchY
            width: root.columns * root.pitchX

            Item {
                height: parent.height
                width: row.standing * root.pitchX
                clip: true

                Image {
                    height: root.pitchY
                    width: row.cells * root.pitchX
                    fillMode: Image.TileHorizontally
                    horizontalAlignment: Image.AlignLeft
                    source: root.niches || row.cells === 0 || root.pitchX < 1 || root.pitchY < 1 ? "" : "image://emblem/tile/" + root.statistic.pictogram + "/" + root.tone.ward.toString().slice(-6) + "/" + root.tone.overFill.toString().slice(-6)
                    sourceSize: Qt.size(root.pitchX, root.pitchY)
                }

                Repeater {
                    model: root.niches ? row.cells : 0

                    Item {
                        id: niche

                        required property int index

                        x: index * root.pitchX
                        height: root.pitchY
                        width: root.pitchX

                        Niche {
                            anchors.horizontalCenter: parent.horizontalCenter
                            height: Math.round(0.8 * root.pitchY)
                            width: Math.round(0.84 * root.pitchX)
                            color: root.tone.contrast ? root.tone.ward : (niche.index * 3 + row.index * 7) % 11 === 5 ? root.tone.glow : root.tone.tint

                            Emblem {
                                anchors.bottom: parent.bottom
                                anchors.horizontalCenter: parent.horizontalCenter
                                figure: root.tone.contrast ? root.tone.ground : root.tone.deep
                                ground: parent.color
                                kind: "pictogram"
                                name: root.treasures[(niche.index * 3 + row.index * 5 + Math.floor(niche.index / 3)) % 8]
                                size: Math.round(0.74 * parent.width)
                            }
                        }
                    }
                }
            }

            Repeater {
                model: root.open

                WardOutline {
                    required property int index
                    readonly property int place: root.solid + index - row.first

                    x: place * root.pitchX + 0.09 * root.pitchX
                    y: 0.09 * root.pitchY
                    height: 0.82 * root.pitchY
                    width: 0.82 * root.pitchX
                    colour: root.tone.ward
                    opacity: root.more > 0 ? 1 - 0.3 * index : 1
                    visible: place >= 0 && place < root.columns
                }
            }
        }
    }
}
