import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// One figure of several on a common axis: the numeral, what it is, and the drawing of it. `beside` puts the words beside the
// numeral instead of under it; `below` puts the drawing under both.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    required property bool first
    required property bool beside
    required property bool below
    required property real size
    required property real axis
    required property real labelX
    required property real drawingX
    required property string legend
    property real progress: 1
    readonly property real pad: (Metrics.portrait ? 1.2 : 0.9) * Metrics.u

    signal termTapped(int term)

    Rule {
        width: parent.width
        height: root.first ? 1.6 * Metrics.outline : Metrics.hairline
        color: root.first ? root.tone.foreground : root.tone.rule
    }

    Figure {
        id: figure

        x: root.axis
        y: Metrics.portrait ? root.pad + words.height + Metrics.u : root.beside ? (root.height - height - (root.legend !== "" ? 1.6 * Metrics.u : 0)) / 2 : (root.height - height - words.height - 0.9 * Metrics.u) / 2
        color: root.tone.numeral
        hangBefore: true
        progress: root.progress
        size: root.size
        statistic: root.statistic
    }

    Column {
        id: words

        x: !display.drawn && !Metrics.portrait ? root.drawingX : root.labelX
        y: Metrics.portrait ? root.pad : root.beside || !display.drawn ? (root.height - height) / 2 : figure.y + figure.height + 0.9 * Metrics.u
        width: (display.drawn && !Metrics.portrait ? root.drawingX - 1.6 * Metrics.u : parent.width) - x
        spacing: 0.3 * Metrics.u

        MarkedCopy {
            width: parent.width
            color: root.tone.foreground
            font.family: Type.serif
            font.pixelSize: (Type.latin ? 0.8 : Metrics.portrait ? 1 : 0.94) * Type.label
            font.weight: Font.DemiBold
            lineHeight: Type.headingLine
            text: root.statistic.labelMarked

            onTermTapped: term => root.termTapped(term)
        }

        Copy {
            width: parent.width
            color: root.tone.soft
            font.pixelSize: Type.note
            text: root.legend
            visible: text !== "" && !root.beside
        }
    }

    Copy {
        y: figure.y + figure.height + 0.5 * Metrics.u
        color: root.tone.soft
        font.pixelSize: Type.note
        text: root.legend
        visible: text !== "" && root.beside
        wrapMode: Text.NoWrap
    }

    FigureDisplay {
        id: display

        x: root.below ? 0 : root.drawingX
        y: root.below ? figure.y + figure.height + 1.2 * Metrics.u : Metrics.portrait ? root.pad + words.height + 0.8 * Metrics.u : root.pad
        height: root.height - y - root.pad
        width: parent.width - x
        progress: root.progress
        stand: root.below ? 0 : 0.5
        statistic: root.statistic
        tone: root.tone
        visible: drawn
    }
}
