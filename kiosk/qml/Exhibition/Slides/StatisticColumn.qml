import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// A walled plan of wards over its figure; in Chinese the label stands beside the wall, from top to bottom.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    required property bool first
    property real progress: 1
    readonly property real indent: first ? 0 : 2 * Metrics.u
    readonly property bool vertical: /^[\u3400-\u9fff]{2,11}$/.test(statistic.label)
    readonly property real side: Math.min(14.8 * Metrics.u, width - indent - 5 * Metrics.u, height - figure.height - (vertical ? 3.4 : 5.8) * Metrics.u)

    Rectangle {
        height: parent.height
        width: Metrics.hairline
        color: root.tone.rule
        visible: !root.first
    }

    FigureDisplay {
        id: plan

        x: root.indent
        height: root.side
        width: root.side
        progress: root.progress
        statistic: root.statistic
        tone: root.tone
    }

    VerticalTitle {
        x: root.indent + root.side + 1.1 * Metrics.u
        y: 0.5 * Metrics.u
        color: root.tone.foreground
        lines: root.vertical ? [root.statistic.label] : []
        pitch: 1.12 * size
        size: Math.min(Type.label * 0.88, root.side / 11.4)
        visible: root.vertical
        weight: Font.DemiBold
    }

    Figure {
        id: figure

        x: root.indent
        y: root.side + 1.7 * Metrics.u
        color: root.tone.numeral
        progress: root.progress
        size: Type.figure
        statistic: root.statistic
    }

    Copy {
        x: root.indent
        y: figure.y + figure.height + 0.5 * Metrics.u
        width: parent.width - x - Metrics.u
        color: root.tone.foreground
        font.family: Type.serif
        font.pixelSize: 0.78 * Type.label
        font.weight: Font.DemiBold
        text: root.statistic.label
        visible: !root.vertical
    }
}
