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
    // A drawing that is long and low lies under the words, over the whole width.
    readonly property bool lying: !Metrics.portrait && (statistic.display === "slice" || statistic.display === "bar")
    readonly property bool unitBelow: !statistic.qualified && statistic.after !== ""
    readonly property real wordsWidth: Metrics.portrait || !drawn ? width : lying ? 0.44 * width : 0.385 * width
    readonly property real ems: unitBelow ? statistic.digitEms : statistic.beforeEms + statistic.ems
    readonly property real largest: (drawn ? (lying ? 0.76 : Type.latin && !Metrics.portrait && unitBelow ? 0.72 : 0.9) : 1.4) * Type.giant

    signal termTapped(int term)

    FigureDisplay {
        anchors.right: parent.right
        y: root.lying ? Math.max(figure.y + figure.height, words.y + words.height) + 1.6 * Metrics.u : Metrics.portrait ? words.y + words.height + 1.8 * Metrics.u : 0
        height: parent.height - y
        width: Metrics.portrait || root.lying ? parent.width : parent.width - root.wordsWidth - 2.2 * Metrics.u
        flushRight: !Metrics.portrait && !root.lying
        progress: root.progress
        stand: root.lying ? 1 : Metrics.portrait ? 0 : 0.5
        statistic: root.statistic
        tone: root.tone
    }

    Figure {
        id: figure

        y: root.lying || Metrics.portrait && root.drawn ? Metrics.u : Math.max(0.8 * Metrics.u, (parent.height - height - words.height - 1.4 * Metrics.u) / 2.2)
        color: root.tone.numeral
        progress: root.progress
        size: Math.min(root.largest, (root.wordsWidth - 0.5 * Metrics.u) / root.ems, root.lying || Metrics.portrait ? root.largest : (parent.height - words.height - 1.8 * Metrics.u) / 0.67)
        statistic: root.statistic
        unit: !root.unitBelow
    }

    Column {
        id: words

        x: root.lying ? figure.width + 3 * Metrics.u : 0
        y: root.lying ? figure.y + 0.1 * Metrics.u : figure.y + figure.height + 1.4 * Metrics.u
        width: root.lying ? parent.width - x : root.wordsWidth
        spacing: (Type.latin ? 0.7 : 0.9) * Metrics.u

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
