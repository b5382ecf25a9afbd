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
    readonly property bool drawn: statistic.display !== "number"
    readonly property bool unitBelow: !statistic.qualified && statistic.after !== ""
    readonly property real wordsWidth: Metrics.portrait || !drawn ? width : 0.385 * width

    signal termTapped(int term)

    FigureDisplay {
        anchors.right: parent.right
        y: Metrics.portrait ? words.y + words.height + 1.8 * Metrics.u : 0
        height: parent.height - y
        width: Metrics.portrait ? parent.width : parent.width - root.wordsWidth - 2.2 * Metrics.u
        flushRight: !Metrics.portrait
        progress: root.progress
        statistic: root.statistic
        tone: root.tone
    }

    Column {
        id: words

        y: Metrics.portrait && root.drawn ? Metrics.u : Math.max(0.8 * Metrics.u, (parent.height - height) / 2.2)
        width: root.wordsWidth
        spacing: (Type.latin ? 0.7 : 0.9) * Metrics.u

        Item {
            height: figure.height + 0.5 * Metrics.u
            width: parent.width

            Figure {
                id: figure

                color: root.tone.numeral
                progress: root.progress
                size: Math.min((Type.latin && !Metrics.portrait ? 0.56 : 0.9) * Type.giant, (parent.width - 0.5 * Metrics.u) / (root.unitBelow ? root.statistic.digitEms : root.statistic.beforeEms + root.statistic.ems))
                statistic: root.statistic
                unit: !root.unitBelow
            }
        }

        Grid {
            width: parent.width
            columns: Type.latin ? 1 : 2
            spacing: (Type.latin ? 0.2 : 0.6) * Metrics.u
            verticalItemAlignment: Grid.AlignBottom

            Copy {
                id: unit

                color: root.tone.numeral
                font.family: Type.serif
                bottomPadding: Type.latin ? 0 : -0.25 * Metrics.u
                font.pixelSize: (Type.latin ? 2.2 : 2.5) * Metrics.u
                font.weight: Font.DemiBold
                text: root.statistic.after
                visible: root.unitBelow
                wrapMode: Text.NoWrap
            }

            MarkedCopy {
                id: label

                width: parent.width - (unit.visible && !Type.latin ? unit.width + parent.spacing : 0)
                color: root.tone.foreground
                font.family: Type.serif
                font.pixelSize: (Type.latin ? 0.88 : 1) * Type.lead
                font.weight: Font.DemiBold
                lineHeight: Type.headingLine
                text: root.statistic.labelMarked

                onTermTapped: term => root.termTapped(term)
            }
        }

        MarkedCopy {
            width: Math.min(parent.width, 38 * Type.body)
            color: root.tone.foreground
            text: root.body
            visible: text !== ""

            onTermTapped: term => root.termTapped(term)
        }

        Copy {
            width: parent.width
            color: root.tone.soft
            font.pixelSize: Type.note
            lineHeight: Type.noteLine
            text: root.legend
            visible: text !== ""
        }

        TermPills {
            room: parent.width
            terms: root.terms
            tone: root.tone
            visible: root.terms.length > 0

            onTermTapped: term => root.termTapped(term)
        }
    }
}
