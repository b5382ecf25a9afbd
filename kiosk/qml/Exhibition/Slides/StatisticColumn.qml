import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// A drawing standing over its figure; where all are walled plans, a Chinese label stands beside the wall, from top to bottom.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    required property bool first
    required property bool vertical
    required property real size
    required property string legend
    required property real wordsHeight
    property real progress: 1
    readonly property real indent: first ? 0 : 2 * Metrics.u
    readonly property real drawingWidth: vertical ? Math.min(14.8 * Metrics.u, width - indent - 5 * Metrics.u) : width - indent - 2.4 * Metrics.u
    readonly property real drawingHeight: height - figure.height - (vertical ? 3.4 * Metrics.u : wordsHeight + 2.6 * Metrics.u)

    readonly property alias ownWords: words.height

    signal termTapped(int term)

    Rectangle {
        height: parent.height
        width: Metrics.hairline
        color: root.tone.rule
        visible: !root.first
    }

    FigureDisplay {
        id: drawing

        x: root.indent
        height: root.vertical ? width : root.drawingHeight
        width: root.vertical ? Math.min(root.drawingWidth, root.drawingHeight) : root.drawingWidth
        progress: root.progress
        stand: root.vertical ? 0 : 1
        statistic: root.statistic
        tone: root.tone
    }

    VerticalTitle {
        x: root.indent + drawing.width + 1.1 * Metrics.u
        y: 0.5 * Metrics.u
        color: root.tone.foreground
        lines: root.vertical ? [root.statistic.label] : []
        pitch: 1.12 * size
        size: Math.min(Type.label * 0.88, drawing.height / 11.4)
        visible: root.vertical
        weight: Font.DemiBold
    }

    Figure {
        id: figure

        x: root.indent
        y: drawing.height + (root.vertical ? 1.7 : 1.6) * Metrics.u
        color: root.tone.numeral
        progress: root.progress
        size: root.size
        statistic: root.statistic
    }

    Column {
        id: words

        x: root.indent
        y: figure.y + figure.height + 0.7 * Metrics.u
        width: parent.width - x - Metrics.u
        spacing: 0.2 * Metrics.u
        visible: !root.vertical

        MarkedCopy {
            id: label

            width: parent.width
            color: root.tone.foreground
            font.family: Type.serif
            font.pixelSize: 0.78 * Type.label
            font.weight: Font.DemiBold
            lineHeight: Type.headingLine
            text: root.statistic.labelMarked

            onTermTapped: term => root.termTapped(term)
        }

        Copy {
            id: note

            width: parent.width
            color: root.tone.soft
            font.pixelSize: Type.note
            text: root.legend
            visible: text !== ""
        }
    }
}
