pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries as dawn arcs that rise from the ground line over a river, the nearest the innermost, each with its words on
// a ray; in portrait the rays go down from the feet. Where there is a year, it is the sun.
Arrangement {
    id: root

    property string year: ""
    readonly property bool portrait: Metrics.portrait
    readonly property real river: 3.6 * Metrics.u
    // The longer the words, the smaller the dawn, 1 to 0.
    readonly property real ease: Math.max(0, Math.min(1, ((portrait ? fit(0.64 * width, 4.6 * Metrics.u, 2 * Metrics.u) : fit(width - 43 * Metrics.u, 0.8 * (height - river - Metrics.u) / count, 2 * Metrics.u)) / Metrics.u - 1) / 0.5))
    readonly property real sky: portrait ? Math.max(10 * Metrics.u, Math.min(width / 2, height - river - 1.2 * Metrics.u - count * (6.2 - 1.2 * ease) * Metrics.u)) : height - river
    readonly property real ground: Math.round(sky)
    readonly property real reach: (sky - 0.6 * Metrics.u) * (portrait ? 1 : 0.66 + 0.34 * ease)
    readonly property real sun: (year !== "" ? 0.46 : 0.3) * reach
    readonly property real first: sun + 0.12 * reach
    readonly property real pitch: Math.min(0.27 * reach, (reach - first) / Math.max(1, count - 1))
    readonly property real weight: Math.min(1.1 * Metrics.u, 0.36 * pitch)
    readonly property real centre: portrait ? width / 2 : radius(count - 1) + weight / 2
    readonly property real bend: radius(count - 1) + 1.8 * Metrics.u
    readonly property real row: portrait ? Math.min(11 * Metrics.u, (height - ground - river - 1.2 * Metrics.u) / count) : Math.min(9.5 * Metrics.u, (ground - Metrics.u) / count)
    readonly property real wordsX: portrait ? centre - first + 2.2 * Metrics.u : centre + bend + 2 * Metrics.u
    readonly property real wordsWidth: Math.min(width - wordsX, 44 * Metrics.u)
    readonly property real size: fit(wordsWidth, 0.8 * row, 2.6 * Metrics.u)

    function radius(index: int): real {
        return root.first + index * root.pitch;
    }

    function rowAt(index: int): real {
        return root.portrait ? root.ground + root.river + (index + 0.5) * root.row : (root.ground - Metrics.u) / 2 + (index + 0.5 - root.count / 2) * root.row;
    }

    // From the arc: in landscape outwards, then level to the words; in portrait down through the river.
    function ray(index: int): list<point> {
        const level = root.rowAt(index);
        if (root.portrait)
            return [Qt.point(root.centre - root.radius(index), root.ground), Qt.point(root.centre - root.radius(index), level), Qt.point(root.wordsX - Metrics.u, level)];
        const up = Math.min(0.9, (root.ground - level) / root.bend);
        const out = Math.sqrt(1 - up * up);
        return [Qt.point(root.centre + root.radius(index) * out, root.ground - root.radius(index) * up), Qt.point(root.centre + (root.ground - level) * out / up, level), Qt.point(root.wordsX - Metrics.u, level)];
    }

    Repeater {
        model: 3

        Shape {
            id: wave

            required property int index
            readonly property real length: 4.8 * Metrics.u
            readonly property real y0: root.ground + (1.2 + 0.85 * index) * Metrics.u

            ShapePath {
                fillColor: "transparent"
                strokeColor: root.tone.wardEmpty
                strokeWidth: Math.round(0.34 * Metrics.u)

                PathPolyline {
                    path: Array.from({
                        length: Math.ceil(8 * (root.width + 2 * Metrics.margin) / wave.length) + 1
                    }, (_, step) => Qt.point(-Metrics.margin + step * wave.length / 8, wave.y0 - 0.3 * Metrics.u * Math.sin(Math.PI / 4 * step)))
                }
            }
        }
    }

    Repeater {
        model: root.entries

        Shape {
            id: arc

            required property int index

            ShapePath {
                capStyle: ShapePath.FlatCap
                fillColor: "transparent"
                strokeColor: root.tone.ward
                strokeWidth: root.weight * (1 - 0.07 * arc.index)

                PathAngleArc {
                    centerX: root.centre
                    centerY: root.ground
                    radiusX: root.radius(arc.index)
                    radiusY: radiusX
                    startAngle: 180
                    sweepAngle: 180 * root.stage(0.15 + 0.3 * arc.index / root.count, 0.35)
                }
            }
        }
    }

    Item {
        x: root.centre - root.sun
        y: root.ground - root.sun
        height: root.sun
        width: 2 * root.sun
        clip: true

        Rectangle {
            y: root.sun * (1 - root.stage(0, 0.4))
            height: width
            width: parent.width
            color: root.tone.ward
            radius: width / 2

            Copy {
                y: root.sun - 0.12 * root.sun - baselineOffset
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.tone.overFill
                font.family: Type.numeral
                font.letterSpacing: -0.008 * root.sun
                font.pixelSize: 0.66 * root.sun
                font.weight: Font.DemiBold
                text: root.year
            }
        }
    }

    Rectangle {
        x: -Metrics.margin
        y: root.ground
        height: Metrics.groundStroke
        width: root.width + 2 * Metrics.margin
        color: root.tone.foreground
    }

    Repeater {
        model: root.entries

        Item {
            id: entry

            required property int index
            required property EntryViewModel modelData
            readonly property list<point> path: root.ray(index)
            readonly property real grown: root.stage(0.5 + 0.35 * index / root.count, 0.15)
            readonly property real here: root.stage(0.55 + 0.35 * index / root.count, 0.15)

            Item {
                id: growth

                x: entry.path[0].x - Metrics.u
                height: root.portrait ? root.ground + (root.height - root.ground) * entry.grown : root.height
                width: root.portrait ? root.width : (root.wordsX - x) * entry.grown
                clip: entry.grown < 1
                visible: entry.grown > 0

                Shape {
                    x: -growth.x

                    ShapePath {
                        capStyle: ShapePath.FlatCap
                        fillColor: "transparent"
                        strokeColor: root.tone.ground
                        strokeWidth: 0.56 * Metrics.u

                        PathPolyline {
                            path: entry.path
                        }
                    }

                    ShapePath {
                        capStyle: ShapePath.FlatCap
                        fillColor: "transparent"
                        joinStyle: ShapePath.RoundJoin
                        strokeColor: root.tone.numeral
                        strokeWidth: Math.max(1, Math.round(0.12 * Metrics.u))

                        PathPolyline {
                            path: entry.path
                        }
                    }
                }

                Rectangle {
                    x: Metrics.u - width / 2
                    y: entry.path[0].y - height / 2 + (root.portrait ? Metrics.groundStroke / 2 : 0)
                    height: Math.round(Math.min(1.5 * Metrics.u, 1.7 * root.weight))
                    width: height
                    border.color: root.tone.numeral
                    border.width: Math.round(0.24 * height)
                    color: root.tone.ground
                    radius: height / 2
                }
            }

            EntryWords {
                x: root.wordsX
                y: root.rowAt(entry.index) - height / 2
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
