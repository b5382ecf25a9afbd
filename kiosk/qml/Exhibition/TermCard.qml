import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A glossary term and what it means, said to be the editors' note. A touch beside the card closes it.
Item {
    id: root

    required property VisitViewModel visit
    property TermViewModel shown: visit.term

    Tone {
        id: tone

        base: root.visit.theme?.base ?? Colours.ink
        deep: root.visit.theme?.deep ?? Colours.ink
        glazed: false
        glow: root.visit.theme?.glow ?? Colours.ruleStrong
        tint: root.visit.theme?.tint ?? Colours.paperDeep
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.veil

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: 0

            onTapped: root.visit.close()
        }
    }

    Rectangle {
        x: Metrics.portrait ? 0 : Metrics.margin
        anchors.bottom: parent.bottom
        height: words.height + 2 * words.y + (Metrics.portrait ? Metrics.target * 1.2 + 1.6 * Metrics.u : 0)
        width: Metrics.portrait ? parent.width : Metrics.contentWidth
        color: Colours.paper

        Rectangle {
            height: 0.25 * Metrics.u
            width: parent.width
            color: tone.ward
        }

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }

        Column {
            id: words

            x: Metrics.portrait ? Metrics.margin : 3 * Metrics.u
            y: 2.6 * Metrics.u
            width: parent.width - 2 * x - (Metrics.portrait ? 0 : close.width + 3 * Metrics.u)
            spacing: 0.7 * Metrics.u

            Copy {
                color: tone.numeral
                font.pixelSize: 1.1 * Type.note
                font.weight: Font.Medium
                text: qsTr("Editors’ note")
            }

            Copy {
                width: parent.width
                font.family: Type.serif
                font.pixelSize: Type.sized(2.4, 1.2)
                font.weight: Font.Black
                text: root.shown?.term ?? ""

                Accessible.role: Accessible.Heading
            }

            Copy {
                width: parent.width
                font.pixelSize: 1.15 * Type.body
                lineHeight: Type.entryLine
                text: root.shown?.meaning ?? ""
            }
        }

        PillButton {
            id: close

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2.4 * Metrics.u
            anchors.right: parent.right
            anchors.rightMargin: Metrics.portrait ? Metrics.margin : 3 * Metrics.u
            fill: tone.contrast ? tone.fill : Colours.ink
            foreground: Colours.paper
            glyph: Icons.close
            text: qsTr("Close")

            onTapped: root.visit.close()
        }
    }
}
