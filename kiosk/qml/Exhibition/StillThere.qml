pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Asks whether anyone is still there. Any touch stays; the ring runs out with the time that is left.
Item {
    id: root

    required property VisitViewModel visit
    required property real seconds
    required property url textures
    property real remaining: visit.secondsLeft / seconds

    Behavior on remaining {
        enabled: !Motion.reduced

        NumberAnimation {
            duration: Motion.tick
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.stone

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: root.visit.stay()
        }
    }

    Ground {
        height: width * (Metrics.portrait ? 16 / 9 : 9 / 16)
        width: parent.width
        asynchronous: !Motion.still
        opacity: 0.5
        portrait: Metrics.portrait
        textures: root.textures
        visible: !Colours.contrast
        wide: Metrics.width
    }

    Column {
        x: Metrics.margin
        y: (Metrics.portrait ? 20 : 9.6) * Metrics.u
        spacing: 0.6 * Metrics.u

        Copy {
            color: Colours.cream
            font.family: Type.serif
            font.pixelSize: 6 * Metrics.u
            font.weight: Font.Black
            text: qsTr("Still there?")

            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
        }

        Copy {
            width: (Metrics.portrait ? 36 : 40) * Metrics.u
            color: Colours.cream
            font.pixelSize: Type.sized(1.6)
            lineHeight: Type.entryLine
            text: qsTr("Without a touch, the exhibition starts again for the next visitor.")
        }
    }

    Item {
        id: ring

        x: Metrics.portrait ? (parent.width - width) / 2 : parent.width - Metrics.margin - width - 3 * Metrics.u
        y: (Metrics.portrait ? 36 : 8.6) * Metrics.u
        height: 17 * Metrics.u
        width: height

        Shape {
            ShapePath {
                capStyle: ShapePath.FlatCap
                fillColor: "transparent"
                strokeColor: Qt.alpha(Colours.cream, 0.2)
                strokeWidth: 0.9 * Metrics.u

                PathAngleArc {
                    centerX: ring.width / 2
                    centerY: ring.height / 2
                    radiusX: ring.width / 2 - Metrics.u
                    radiusY: radiusX
                    startAngle: 0
                    sweepAngle: 360
                }
            }

            ShapePath {
                capStyle: ShapePath.FlatCap
                fillColor: "transparent"
                strokeColor: Colours.amberSignal
                strokeWidth: 0.9 * Metrics.u

                PathAngleArc {
                    centerX: ring.width / 2
                    centerY: ring.height / 2
                    radiusX: ring.width / 2 - Metrics.u
                    radiusY: radiusX
                    startAngle: -90
                    sweepAngle: 360 * root.remaining
                }
            }
        }

        Copy {
            anchors.centerIn: parent
            color: Colours.cream
            font.family: Type.numeral
            font.features: ({
                    "tnum": 1
                })
            font.pixelSize: 6.4 * Metrics.u
            font.weight: Font.DemiBold
            text: root.visit.secondsLeft
        }
    }

    PillButton {
        x: Metrics.margin
        y: Metrics.footerTop - (Metrics.portrait ? 4 : 1) * Metrics.u
        implicitHeight: 1.5 * Metrics.target
        fill: Colours.cream
        focusColor: Colours.cream
        foreground: Colours.stone
        padding: 3 * Metrics.u
        text: qsTr("Carry on")
        textSize: 1.4 * Type.control

        onTapped: root.visit.stay()
    }
}
