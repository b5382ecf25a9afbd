import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// One figure of several on a common axis: the numeral, what it is, and the drawing of it.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    required property bool first
    required property real size
    required property real axis
    required property real labelX
    required property real drawingX
    property real progress: 1
    property real longest: statistic.value

    signal termTapped(int term)

    Rule {
        width: parent.width
        height: root.first ? 1.6 * Metrics.outline : Metrics.hairline
        color: root.first ? root.tone.foreground : root.tone.rule
    }

    MarkedCopy {
        id: label

        x: root.labelX
        y: Metrics.portrait ? 1.2 * Metrics.u : lineCount > 2 ? (root.height - height) / 2 : figure.y + figure.height - height + 0.34 * font.pixelSize
        width: display.drawn && !Metrics.portrait ? root.drawingX - x - 1.6 * Metrics.u : parent.width - x
        color: root.tone.foreground
        font.family: Type.serif
        font.pixelSize: (Type.latin ? 0.8 : Metrics.portrait ? 1 : 0.94) * Type.label
        font.weight: Font.DemiBold
        lineHeight: Type.headingLine
        text: root.statistic.labelMarked

        onTermTapped: term => root.termTapped(term)
    }

    Figure {
        id: figure

        x: root.axis
        y: Metrics.portrait ? Math.max(label.y + label.height + Metrics.u, root.height - height - 2.4 * Metrics.u) : (root.height - height) / 2
        color: root.tone.numeral
        hangBefore: true
        progress: root.progress
        size: root.size
        statistic: root.statistic
    }

    FigureDisplay {
        id: display

        x: root.drawingX
        y: Metrics.portrait ? label.y + label.height + 0.8 * Metrics.u : 1.1 * Metrics.u
        height: root.height - y - (Metrics.portrait ? 2.4 : 1.1) * Metrics.u
        width: parent.width - x
        longest: root.longest
        progress: root.progress
        statistic: root.statistic
        tone: root.tone
        visible: drawn
    }
}
