import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// One figure of several on a common axis: what it is, the numeral, and the drawing of it.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    required property bool first
    required property real size
    required property real axis
    property real progress: 1
    property real longest: statistic.value
    readonly property real drawingX: (Metrics.portrait ? 0.52 : 0.5) * width

    Rule {
        width: parent.width
        height: root.first ? 1.6 * Metrics.outline : Metrics.hairline
        color: root.first ? root.tone.foreground : root.tone.rule
    }

    MarkedCopy {
        id: label

        x: Metrics.portrait ? 0 : root.drawingX
        y: Metrics.portrait ? 1.2 * Metrics.u : display.visible ? 1.1 * Metrics.u : figure.y + figure.height - height + 0.36 * font.pixelSize
        width: parent.width - x
        color: root.tone.foreground
        font.family: Type.serif
        font.pixelSize: Type.label
        font.weight: Font.DemiBold
        lineHeight: Type.headingLine
        text: root.statistic.labelMarked
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

        x: Math.max(root.drawingX, Metrics.portrait ? figure.x + figure.width + 1.6 * Metrics.u : root.drawingX)
        y: label.y + label.height + 0.8 * Metrics.u
        height: root.height - y - (Metrics.portrait ? 2.4 : 1.3) * Metrics.u
        width: parent.width - x
        longest: root.longest
        progress: root.progress
        statistic: root.statistic
        tone: root.tone
        visible: drawn
    }
}
