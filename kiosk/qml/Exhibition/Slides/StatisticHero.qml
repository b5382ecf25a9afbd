import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// The one giant figure and what it counts.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    required property string body
    required property string legend
    required property list<QtObject> terms
    property real progress: 1
    readonly property real wordsWidth: Metrics.portrait ? width : 0.37 * width
    readonly property real size: Math.min(Type.giant, wordsWidth / Math.max(1.8, 0.56 * statistic.digits.length + (statistic.symbol !== "" ? 0.45 : 0)))

    signal termTapped(int term)

    FigureDisplay {
        anchors.right: parent.right
        y: Metrics.portrait ? words.y + words.height + 2 * Metrics.u : 0
        height: parent.height - y
        width: Metrics.portrait ? parent.width : parent.width - root.wordsWidth - 2.4 * Metrics.u
        progress: root.progress
        statistic: root.statistic
        tone: root.tone
    }

    Column {
        id: words

        y: Metrics.portrait ? 0 : Math.max(0, (parent.height - height) / 2.6)
        width: root.wordsWidth
        spacing: 1.1 * Metrics.u

        Row {
            spacing: 0.06 * root.size

            Figure {
                color: root.tone.numeral
                progress: root.progress
                size: root.size
                statistic: root.statistic
            }
        }

        MarkedCopy {
            width: parent.width
            color: root.tone.foreground
            font.family: Type.serif
            font.pixelSize: Type.lead
            font.weight: Font.DemiBold
            lineHeight: 1.3
            text: root.statistic.labelMarked

            onTermTapped: term => root.termTapped(term)
        }

        MarkedCopy {
            width: parent.width
            color: root.tone.foreground
            text: root.body
            visible: text !== ""

            onTermTapped: term => root.termTapped(term)
        }

        Copy {
            width: parent.width
            color: root.tone.soft
            font.pixelSize: Type.note
            lineHeight: Type.noteLineHeight
            text: root.legend
            visible: text !== ""
        }

        TermPills {
            terms: root.terms
            tone: root.tone
            visible: root.terms.length > 0

            onTermTapped: term => root.termTapped(term)
        }
    }
}
