pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries around a city: ring, cross and wards, and to each entry a line of its own weight and stroke; the first runs
// along a street into the city, with stations. A schematic, never a map. Touching a label dims the others.
Arrangement {
    id: root

    property int chosen: -1
    readonly property bool portrait: Metrics.portrait
    readonly property real room: height - note.height - 1.6 * Metrics.u
    readonly property int half: Math.ceil(count / 2)
    // The longer the words, the smaller the city, 1 to 0.
    readonly property real ease: Math.max(0, Math.min(1, (fit(portrait ? width - wordsX : width / 2 - 20 * Metrics.u, portrait ? 4.3 * Metrics.u : room / half - Metrics.u, 2 * Metrics.u) / Metrics.u - 0.9) / 0.4))
    readonly property real diameter: Math.round(portrait ? Math.min(25 * Metrics.u, room - 1.6 * Metrics.u - count * (5.9 - 0.7 * ease) * Metrics.u) : Math.min((16.5 + 4.5 * ease) * Metrics.u, room - 0.2 * Metrics.u))
    readonly property real reach: portrait ? 0 : (3.6 + 3 * ease) * Metrics.u + Math.max(0, (width - 72 * Metrics.u) / 8)
    readonly property point centre: Qt.point(portrait ? Math.round((lanes + width) / 2) : width / 2, portrait ? diameter / 2 : room / 2)
    readonly property real stroke: Math.round(0.72 * Metrics.u)
    readonly property real node: Math.round(2.7 * Metrics.u)
    readonly property real lane: 1.4 * Metrics.u
    readonly property real lanes: portrait ? (count - 1) * lane : 0
    readonly property real rowHeight: portrait ? Math.min(9 * Metrics.u, (room - diameter - 1.6 * Metrics.u) / count) : room / half
    readonly property real wordsX: lanes + lane + node + 1.1 * Metrics.u
    readonly property real wordsWidth: portrait ? width - wordsX : width / 2 - diameter / 2 - reach - node / 2 - 1.1 * Metrics.u
    readonly property real size: fit(wordsWidth, rowHeight - Metrics.u, (portrait ? 2 : 1.8) * Metrics.u)
    readonly property real scaling: diameter / (21 * Metrics.u)
    readonly property int ward: Math.round(1.2 * Metrics.u * scaling)
    readonly property int pitch: Math.round(1.5 * Metrics.u * scaling)
    readonly property real city: stage(0, 0.4)

    function leftward(index: int): bool {
        return root.portrait || index < root.half;
    }

    // The middle of the n-th street beside an avenue, in px from the centre.
    function streetAt(n: int): real {
        return n * root.pitch + (n < 0 ? -0.34 : n > 0 ? 0.34 : 0) * root.pitch;
    }

    function nodeAt(index: int): point {
        if (root.portrait)
            return Qt.point(root.lanes + root.lane + root.node / 2, root.diameter + 1.6 * Metrics.u + (index + 0.5) * root.rowHeight);
        const rows = index < root.half ? root.half : root.count - root.half;
        const row = index < root.half ? index : index - root.half;
        return Qt.point(root.centre.x + (index < root.half ? -1 : 1) * (root.diameter / 2 + root.reach), (row + 0.5) * root.room / rows);
    }

    // Where a line meets the city: the first takes a street, the others end at the ring.
    function gate(index: int): point {
        const node = root.nodeAt(index).y - root.centre.y;
        const y = root.portrait ? root.streetAt(4) * (1 - 2 * index / Math.max(1, root.count - 1)) : index === 0 ? root.streetAt(node < 0 ? (root.half > 2 ? -3 : -2) : 2) : 0.6 * node;
        const x = index === 0 ? -root.streetAt(3) : Math.sqrt(root.diameter * root.diameter / 4 - y * y) - root.stroke / 2;
        return Qt.point(root.centre.x + (root.leftward(index) ? -x : x), root.centre.y + y);
    }

    function route(index: int): list<point> {
        const from = root.gate(index);
        const to = root.nodeAt(index);
        const away = root.leftward(index) ? 1 : -1;
        if (root.portrait) {
            const x = root.lane / 2 + (root.count - 1 - index) * root.lane;
            const turn = 0.9 * Metrics.u;
            return [from, Qt.point(x + turn, from.y), Qt.point(x, from.y + turn), Qt.point(x, to.y - turn), Qt.point(x + turn, to.y), to];
        }
        const bend = to.x + away * (root.node / 2 + 0.3 * root.reach);
        return index === 0 ? [from, Qt.point(bend + away * Math.abs(from.y - to.y), from.y), Qt.point(bend, to.y), to] : [from, Qt.point(bend, to.y), to];
    }

    Copy {
        id: note

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 0.8 * Metrics.u
        anchors.right: parent.right
        color: root.tone.soft
        font.pixelSize: Type.note
        text: qsTr("Schematic, not a map; no bearing or scale")
        wrapMode: Text.NoWrap
    }

    Repeater {
        model: 100

        Rectangle {
            required property int index
            readonly property int i: index % 10 - 5
            readonly property int j: Math.floor(index / 10) - 5
            readonly property real cx: (root.streetAt(i) + root.streetAt(i + 1) + (i === 0 ? 0.34 : i === -1 ? -0.34 : 0) * root.pitch) / 2
            readonly property real cy: (root.streetAt(j) + root.streetAt(j + 1) + (j === 0 ? 0.34 : j === -1 ? -0.34 : 0) * root.pitch) / 2

            x: Math.round(root.centre.x + cx - root.ward / 2)
            y: Math.round(root.centre.y + cy - root.ward / 2)
            height: root.ward
            width: root.ward
            color: Qt.alpha(root.tone.ward, 0.22)
            opacity: root.stage(0.05 + 0.02 * (i + j + 10), 0.15)
            visible: Math.hypot(cx, cy) + 0.85 * root.ward < root.diameter / 2 - root.stroke
        }
    }

    Shape {
        ShapePath {
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"
            strokeColor: root.tone.ward
            strokeWidth: root.stroke

            PathAngleArc {
                centerX: root.centre.x
                centerY: root.centre.y
                radiusX: (root.diameter - root.stroke) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * root.city
            }
        }
    }

    Rectangle {
        x: root.centre.x - width / 2
        y: root.centre.y - height / 2
        height: root.stroke
        width: (root.diameter - root.stroke) * root.city
        color: root.tone.ward
    }

    Rectangle {
        x: root.centre.x - width / 2
        y: root.centre.y - height / 2
        height: (root.diameter - root.stroke) * root.city
        width: root.stroke
        color: root.tone.ward
    }

    Repeater {
        model: root.entries

        Item {
            id: spoke

            required property int index
            required property EntryViewModel modelData
            readonly property bool street: index === 0
            readonly property bool toLeft: !root.portrait && root.leftward(index)
            readonly property point end: root.nodeAt(index)
            readonly property list<point> path: root.route(index)
            readonly property color colour: street ? root.tone.numeral : root.tone.ward
            // Thick, thick as the avenues, thin, double, dashed, dotted.
            readonly property real weight: Math.max(2, Math.round([0.56, 0.72, 0.17, 0.7, 0.5, 0.36][index % 6] * Metrics.u))
            readonly property list<real> dashes: index % 6 === 4 ? [2.2, 0.9] : [0.01, 2.1]
            readonly property real grown: root.stage(0.35 + 0.07 * index, 0.22)
            readonly property real here: root.stage(0.5 + 0.07 * index, 0.15)

            height: root.height
            width: root.width
            opacity: root.chosen < 0 || root.chosen === index ? 1 : 0.35

            Item {
                id: growth

                x: root.portrait ? 0 : spoke.toLeft ? spoke.path[0].x - width + root.node / 2 : spoke.path[0].x - root.node / 2
                height: root.portrait ? spoke.path[0].y - root.stroke + (spoke.end.y + root.node - spoke.path[0].y) * spoke.grown + root.stroke : root.height
                width: root.portrait ? root.width : (Math.abs(spoke.end.x - spoke.path[0].x) + root.node / 2) * spoke.grown
                clip: spoke.grown < 1
                visible: spoke.grown > 0

                Shape {
                    x: -growth.x

                    ShapePath {
                        capStyle: ShapePath.FlatCap
                        fillColor: "transparent"
                        joinStyle: ShapePath.RoundJoin
                        strokeColor: spoke.street ? root.tone.ground : "transparent"
                        strokeWidth: spoke.weight + 0.5 * Metrics.u

                        PathPolyline {
                            path: spoke.path
                        }
                    }

                    ShapePath {
                        capStyle: spoke.index % 6 === 5 ? ShapePath.RoundCap : ShapePath.FlatCap
                        dashPattern: spoke.dashes
                        fillColor: "transparent"
                        joinStyle: ShapePath.RoundJoin
                        strokeColor: spoke.colour
                        strokeStyle: spoke.index % 6 > 3 ? ShapePath.DashLine : ShapePath.SolidLine
                        strokeWidth: spoke.weight

                        PathPolyline {
                            path: spoke.path
                        }
                    }

                    ShapePath {
                        capStyle: ShapePath.FlatCap
                        fillColor: "transparent"
                        joinStyle: ShapePath.RoundJoin
                        strokeColor: spoke.index % 6 === 3 ? root.tone.ground : "transparent"
                        strokeWidth: 0.42 * spoke.weight

                        PathPolyline {
                            path: spoke.path
                        }
                    }
                }

                Repeater {
                    model: spoke.street ? [3, 0, -2, -4] : []

                    Rectangle {
                        required property int index
                        required property int modelData

                        x: root.centre.x - growth.x + (spoke.toLeft || root.portrait ? 1 : -1) * root.streetAt(modelData) - width / 2
                        y: spoke.path[0].y - height / 2
                        height: Math.round((index === 0 ? 1.7 : 1.15) * Metrics.u)
                        width: height
                        border.color: spoke.colour
                        border.width: Math.round((index === 0 ? 0.4 : 0.28) * Metrics.u)
                        color: root.tone.ground
                        radius: height / 2
                    }
                }
            }

            Rectangle {
                x: spoke.end.x - width / 2
                y: spoke.end.y - height / 2
                height: root.node + 0.6 * Metrics.u
                width: height
                color: root.tone.ground
                radius: height / 2
                opacity: spoke.here
            }

            Rectangle {
                x: spoke.end.x - width / 2
                y: spoke.end.y - height / 2
                height: root.node
                width: root.node
                color: spoke.colour
                opacity: spoke.here
                radius: height / 2

                Copy {
                    anchors.centerIn: parent
                    color: root.tone.overFill
                    font.family: Type.numeral
                    font.pixelSize: 0.56 * root.node
                    font.weight: Font.DemiBold
                    text: spoke.modelData.number
                }
            }

            Touchable {
                id: label

                x: spoke.toLeft ? spoke.end.x + root.node / 2 - width : spoke.end.x - root.node / 2
                y: spoke.end.y - height / 2
                height: Math.max(Metrics.target, words.height)
                width: root.node + 1.1 * Metrics.u + root.wordsWidth
                focusColor: root.tone.foreground
                focusRadius: 0
                gesturePolicy: TapHandler.DragThreshold
                name: spoke.modelData.plainTitle
                opacity: spoke.here

                onTapped: root.chosen = root.chosen === spoke.index ? -1 : spoke.index

                Rectangle {
                    x: words.x - 0.5 * Metrics.u
                    height: parent.height
                    width: words.width + Metrics.u
                    color: root.tone.pressed
                    visible: label.pressed
                }

                EntryWords {
                    id: words

                    x: spoke.toLeft ? 0 : root.node + 1.1 * Metrics.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: root.wordsWidth
                    alignment: spoke.toLeft ? Text.AlignRight : Text.AlignLeft
                    entry: spoke.modelData
                    size: root.size
                    textShare: root.textShare
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
