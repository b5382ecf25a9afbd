pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What stands in a closed hall all night: nearly dark, and nothing moves. Every hour it stands a few pixels elsewhere. A touch
// is welcome all the same. Nobody has chosen a language, so both are there.
Item {
    id: root

    required property VisitViewModel visit
    required property AttractViewModel attract
    required property url textures
    readonly property ExhibitionViewModel exhibition: visit.exhibition
    // How bright a text is at night; it keeps 7:1 to the stone.
    readonly property real quiet: tone.contrast ? 1 : 0.84
    readonly property real footTop: (Metrics.portrait ? 66 : 38.2) * Metrics.u

    StoneTone {
        id: tone

        glow: tone.tint
    }

    Timer {
        interval: Motion.hour
        repeat: true
        running: root.visible && !Motion.still

        onTriggered: root.attract.moveOn()
    }

    Rectangle {
        anchors.fill: parent
        color: tone.ground
    }

    Item {
        x: root.attract.shift.x
        y: root.attract.shift.y
        height: parent.height
        width: parent.width

        Ground {
            height: width * (Metrics.portrait ? 16 / 9 : 9 / 16)
            width: parent.width
            asynchronous: !Motion.still
            opacity: 0.35
            portrait: Metrics.portrait
            textures: root.textures
            visible: !tone.contrast
            wide: Metrics.width
        }

        GlazedWards {
            anchors.fill: parent
            exhibition: root.exhibition
            opacity: tone.contrast ? 1 : 0.32
        }

        Row {
            id: mark

            x: Metrics.margin
            // Beside the wards where it ends before the first of them, else below.
            y: (Metrics.portrait ? 9 : x + width < 19 * Metrics.u ? 5.2 : 9.2) * Metrics.u
            spacing: 0.7 * Metrics.u

            Accessible.name: root.exhibition.title
            Accessible.role: Accessible.Heading

            Copy {
                id: name

                color: tone.tint
                font.family: Type.latin ? Type.numeral : Type.serif
                font.pixelSize: (Metrics.portrait ? 2.4 : 2) * Metrics.u
                font.weight: Type.latin ? Font.DemiBold : Font.Black
                opacity: root.quiet
                text: root.exhibition.titleMark
                visible: text !== ""
                wrapMode: Text.NoWrap

                Accessible.ignored: true
            }

            Copy {
                anchors.baseline: name.visible ? name.baseline : undefined
                color: tone.tint
                font.family: Type.numeral
                font.features: ({
                        "lnum": 1
                    })
                font.pixelSize: 1.08 * name.font.pixelSize
                font.weight: Font.DemiBold
                opacity: root.quiet
                text: root.exhibition.titleYear
                wrapMode: Text.NoWrap

                Accessible.ignored: true
            }
        }

        BothLanguages {
            x: Metrics.margin
            y: (Metrics.portrait ? 27 : 13.8) * Metrics.u
            width: Metrics.contentWidth
            spacing: (Metrics.portrait ? 1.6 : 1) * Metrics.u
            color: tone.foreground
            en: "Closed now;%1opens at %2".arg(Metrics.portrait && Type.latin ? "\n" : " ").arg(root.exhibition.opens)
            opacity: root.quiet
            otherSize: (Metrics.portrait ? 2.5 : 2.6) * Metrics.u
            size: (Metrics.portrait ? 5 : 5.6) * Metrics.u
            softColor: tone.tint
            zh: "闭馆中%1%2 开放".arg(Metrics.portrait && !Type.latin ? "\n" : "　").arg(root.exhibition.opens)
        }

        Rectangle {
            x: Metrics.margin
            y: Metrics.portrait ? 63 * Metrics.u : 35.7 * Metrics.u
            height: Metrics.hairline
            width: Metrics.contentWidth
            color: tone.tint
            opacity: tone.contrast ? 1 : 0.22
        }

        Row {
            x: Metrics.margin
            y: root.footTop
            spacing: 1.1 * Metrics.u

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                height: 3 * Metrics.u
                width: height
                border.color: tone.tint
                border.width: Metrics.hairline
                color: "transparent"
                opacity: root.quiet
                radius: height / 2

                Rectangle {
                    anchors.centerIn: parent
                    height: 1.2 * Metrics.u
                    width: height
                    border.color: tone.tint
                    border.width: 0.36 * Metrics.u
                    color: "transparent"
                    radius: height / 2
                }
            }

            BothLanguages {
                anchors.verticalCenter: parent.verticalCenter
                spacing: 0.1 * Metrics.u
                color: tone.foreground
                en: "Touch to look all the same"
                opacity: root.quiet
                otherSize: Type.sized(1.05)
                size: Type.sized(1.33)
                softColor: tone.tint
                weight: Font.DemiBold
                zh: "轻触仍可参观"
            }
        }
    }

    PointHandler {
        margin: 0

        onActiveChanged: {
            if (active)
                root.visit.begin();
        }
    }
}
