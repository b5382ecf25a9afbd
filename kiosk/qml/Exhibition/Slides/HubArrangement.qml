pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries around a city: ring, cross and wards, a numbered line to each. A schematic, never a map. Touching a label
// dims the others.
Item {
    id: root

    required property list<QtObject> entries
    required property Tone tone
    property real progress: 1
    property int chosen: -1
    readonly property bool portrait: Metrics.portrait
    readonly property real room: height - note.height - 0.8 * Metrics.u
    readonly property real diameter: portrait ? Math.min(25 * Metrics.u, (Type.latin ? 0.4 : 0.45) * room) : Math.min(21 * Metrics.u, room - 0.2 * Metrics.u)
    readonly property point centre: Qt.point(width / 2, portrait ? diameter / 2 + 2.4 * Metrics.u : room / 2)
    readonly property real stroke: Math.round(0.72 * Metrics.u)
    readonly property real node: (portrait ? 3 : 2.5) * Metrics.u
    readonly property int half: Math.ceil(entries.length / 2)
    readonly property real ringProgress: Math.min(1, 2 * progress)
    readonly property real lineProgress: Math.max(0, 2 * progress - 1)
    readonly property int ward: Math.round(1.15 * Metrics.u * diameter / (21 * Metrics.u))
    readonly property int pitch: Math.round(1.45 * Metrics.u * diameter / (21 * Metrics.u))

    signal termTapped(int term)

    function onLeft(index: int): bool {
        return index < half;
    }

    function rowOf(index: int): int {
        return onLeft(index) ? index : index - half;
    }

    function rowsOn(index: int): int {
        return onLeft(index) ? half : entries.length - half;
    }

    function angle(index: int): real {
        const spread = rowsOn(index) > 1 ? (rowOf(index) / (rowsOn(index) - 1) - 0.5) * 1.36 : 0;
        return onLeft(index) ? Math.PI - spread : spread;
    }

    function rim(index: int): point {
        return Qt.point(centre.x + diameter / 2 * Math.cos(angle(index)), centre.y + diameter / 2 * Math.sin(angle(index)));
    }

    function nodeAt(index: int): point {
        if (portrait)
            return Qt.point(centre.x + (diameter / 2 + 2.6 * Metrics.u) * Math.cos(angle(index)), centre.y + (diameter / 2 + 2.6 * Metrics.u) * Math.sin(angle(index)));
        const reach = diameter / 2 + 6.8 * Metrics.u;
        const y = centre.y + (rowsOn(index) > 1 ? (rowOf(index) / (rowsOn(index) - 1) - 0.5) * 0.84 * diameter : 0);
        return Qt.point(centre.x + (onLeft(index) ? -reach : reach), y);
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
            readonly property real cx: (i + 0.5) * root.pitch + (i < 0 ? -1 : 1) * 0.34 * root.pitch
            readonly property real cy: (j + 0.5) * root.pitch + (j < 0 ? -1 : 1) * 0.34 * root.pitch

            x: Math.round(root.centre.x + cx - root.ward / 2)
            y: Math.round(root.centre.y + cy - root.ward / 2)
            height: root.ward
            width: root.ward
            color: Qt.alpha(root.tone.base, 0.2)
            visible: Math.hypot(cx, cy) + 0.75 * root.ward < root.diameter / 2 - root.stroke
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
                radiusX: root.diameter / 2 - root.stroke / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * root.ringProgress
            }
        }
    }

    Rectangle {
        x: root.centre.x - width / 2
        y: root.centre.y - height / 2
        height: root.stroke
        width: (root.diameter - root.stroke) * root.ringProgress
        color: root.tone.ward
    }

    Rectangle {
        x: root.centre.x - width / 2
        y: root.centre.y - height / 2
        height: (root.diameter - root.stroke) * root.ringProgress
        width: root.stroke
        color: root.tone.ward
    }

    Repeater {
        model: root.entries

        Item {
            id: spoke

            required property int index
            required property EntryViewModel modelData
            readonly property point from: root.rim(index)
            readonly property point to: root.nodeAt(index)
            readonly property real bend: to.x + (root.onLeft(index) ? 1 : -1) * 3.2 * Metrics.u
            readonly property real arrival: Math.max(0, Math.min(1, root.lineProgress * 3 - index * 0.4))

            height: root.height
            width: root.width
            opacity: (root.chosen < 0 || root.chosen === index ? 1 : 0.35) * arrival

            Shape {
                ShapePath {
                    capStyle: ShapePath.FlatCap
                    fillColor: "transparent"
                    startX: spoke.from.x
                    startY: spoke.from.y
                    strokeColor: root.tone.ward
                    strokeWidth: Math.round(0.5 * Metrics.u)

                    PathLine {
                        x: root.portrait ? spoke.to.x : spoke.bend
                        y: spoke.to.y
                    }

                    PathLine {
                        x: spoke.to.x
                        y: spoke.to.y
                    }
                }
            }

            Rectangle {
                x: spoke.to.x - width / 2
                y: spoke.to.y - height / 2
                height: root.node
                width: root.node
                color: root.tone.ward
                radius: height / 2

                Copy {
                    anchors.centerIn: parent
                    color: Colours.cream
                    font.family: Type.numeral
                    font.pixelSize: 0.56 * root.node
                    font.weight: Font.DemiBold
                    text: spoke.modelData.number
                }
            }

            Item {
                id: label

                readonly property bool flushRight: !root.portrait && root.onLeft(spoke.index)
                readonly property real cell: (root.room - root.diameter - 6.4 * Metrics.u) / Math.max(1, root.half)

                x: root.portrait ? (root.onLeft(spoke.index) ? 0 : root.width / 2 + Metrics.u) : flushRight ? 0 : spoke.to.x + root.node / 2 + 1.1 * Metrics.u
                y: root.portrait ? root.diameter + 6.4 * Metrics.u + root.rowOf(spoke.index) * cell : spoke.to.y - words.height / 2
                height: words.height
                width: root.portrait ? root.width / 2 - Metrics.u : flushRight ? spoke.to.x - root.node / 2 - 1.1 * Metrics.u : root.width - x

                Copy {
                    id: marker

                    color: root.tone.numeral
                    font.family: Type.numeral
                    font.pixelSize: Type.lead
                    font.weight: Font.DemiBold
                    text: spoke.modelData.number
                    visible: root.portrait
                }

                Column {
                    id: words

                    x: root.portrait ? 2 * Metrics.u : 0
                    width: parent.width - x
                    spacing: 0.25 * Metrics.u

                    MarkedCopy {
                        width: parent.width
                        color: root.tone.foreground
                        font.family: Type.serif
                        font.pixelSize: (Type.latin ? 0.8 : 1) * Type.label
                        font.weight: Font.Black
                        horizontalAlignment: label.flushRight ? Text.AlignRight : Text.AlignLeft
                        lineHeight: Type.headingLine
                        text: spoke.modelData.title

                        onTermTapped: term => root.termTapped(term)
                    }

                    MarkedCopy {
                        width: parent.width
                        color: root.tone.soft
                        font.pixelSize: 1.1 * Type.note
                        horizontalAlignment: label.flushRight ? Text.AlignRight : Text.AlignLeft
                        lineHeight: Type.entryLine
                        text: spoke.modelData.text
                        visible: text !== ""

                        onTermTapped: term => root.termTapped(term)
                    }
                }

                TapHandler {
                    longPressThreshold: 0
                    margin: Metrics.touchSlack

                    onTapped: root.chosen = root.chosen === spoke.index ? -1 : spoke.index
                }
            }
        }
    }
}
