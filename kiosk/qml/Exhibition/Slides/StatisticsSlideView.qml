pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// One to three figures: a hero on the theme's glaze, ward plans side by side, or rows on one axis.
SlideView {
    id: root

    required property StatisticsSlideViewModel slide
    readonly property bool hero: slide.layout === "hero" || slide.layout === "single"
    readonly property bool columns: slide.layout === "columns" && !Metrics.portrait
    // Whether the terms stand beside the title, where they take no height from the figures.
    readonly property bool aside: !Metrics.portrait && !hero && (columns || slide.body === "")

    readonly property real sourceHeight: source.visible ? source.height + 0.8 * Metrics.u : 0

    // What a figure says for itself: nothing where all say the same, or where a mark is simply one.
    function legendOf(statistic: StatisticViewModel): string {
        return legend.visible && legend.text !== "" || statistic.oneForOne ? "" : statistic.legend;
    }

    SlideTitle {
        id: title

        color: root.tone.foreground
        text: root.slide.title
        width: root.aside && pills.shown ? Metrics.contentWidth - pills.width - 2 * Metrics.u : Metrics.contentWidth
    }

    Copy {
        id: legend

        y: root.columns && pills.shown ? Metrics.footerTop - 0.5 * Metrics.u - root.sourceHeight - height : title.y + title.baselineOffset - baselineOffset
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        color: root.tone.soft
        font.pixelSize: Type.note
        text: root.slide.legend
        visible: !root.hero && !Metrics.portrait && (root.columns || !root.aside || !pills.shown)
        wrapMode: Text.NoWrap
    }

    Loader {
        id: content

        readonly property real noteHeight: note.height > 0 ? note.height + 0.8 * Metrics.u : 0

        x: Metrics.margin
        y: title.lineCount > 1 ? title.y + title.height + 1.2 * Metrics.u : Metrics.contentTop
        height: Metrics.footerTop - y - 1.4 * Metrics.u - root.sourceHeight - (root.hero ? 0 : noteHeight)
        width: Metrics.contentWidth

        sourceComponent: root.hero ? heroLayout : root.columns ? columnLayout : rowLayout
    }

    Item {
        id: note

        x: Metrics.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.footerHeight + 1.2 * Metrics.u + root.sourceHeight
        height: Metrics.portrait ? pills.y + (pills.shown ? pills.height : 0) : Math.max(root.slide.body !== "" ? body.height : 0, pills.shown && !root.aside ? pills.height : 0)
        width: Metrics.contentWidth
        visible: !root.hero

        MarkedCopy {
            id: body

            y: Metrics.portrait ? 0 : (parent.height - height) / 2
            width: parent.width - (pills.shown && !root.aside && !Metrics.portrait ? pills.width + 2 * Metrics.u : 0)
            color: root.tone.foreground
            text: root.slide.body
            visible: text !== ""

            onTermTapped: term => root.termTapped(term)
        }

        TermPills {
            id: pills

            readonly property bool shown: root.slide.terms.length > 0

            x: Metrics.portrait ? 0 : parent.width - width
            y: Metrics.portrait ? (root.slide.body !== "" ? body.height + 0.8 * Metrics.u : 0) : root.aside ? title.y + (title.height - height) / 2 - note.y : (parent.height - height) / 2
            room: Metrics.portrait || root.aside ? parent.width : 0.56 * parent.width
            terms: root.slide.terms
            tone: root.tone
            visible: shown

            onTermTapped: term => root.termTapped(term)
        }
    }

    Copy {
        id: source

        x: Metrics.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.footerHeight + 1.2 * Metrics.u
        width: Metrics.contentWidth
        color: root.tone.soft
        font.pixelSize: Type.note
        lineHeight: Type.noteLine
        text: root.slide.source
        visible: text !== ""
    }

    Component {
        id: heroLayout

        StatisticHero {
            body: root.slide.body
            legend: root.slide.legend
            progress: root.progress
            statistic: root.slide.statistics[0]
            terms: root.slide.terms
            tone: root.tone

            onTermTapped: term => root.termTapped(term)
        }
    }

    Component {
        id: columnLayout

        Row {
            id: columns

            readonly property real columnWidth: content.width / Math.max(2, root.slide.statistics.length)
            readonly property real ems: Math.max(...root.slide.statistics.map(s => s.beforeEms + s.ems))
            readonly property bool vertical: root.slide.statistics.every(s => s.display === "wards" && /^[\u3400-\u9fff]{2,11}$/.test(s.label))

            // The highest of them, so that all drawings stand on one line.
            readonly property real words: Math.max(0, ...Array.from({
                length: plans.count
            }, (_, index) => (plans.itemAt(index) as StatisticColumn)?.ownWords ?? 0))

            Repeater {
                id: plans

                model: root.slide.statistics

                StatisticColumn {
                    required property int index
                    required property StatisticViewModel modelData

                    height: content.height
                    width: columns.columnWidth
                    first: index === 0
                    legend: root.legendOf(modelData)
                    progress: Math.max(0, Math.min(1, 1.24 * root.progress - 0.12 * index))
                    size: Math.min((columns.vertical ? 1 : 0.8) * Type.figure, (columns.columnWidth - 3 * Metrics.u) / columns.ems)
                    statistic: modelData
                    tone: root.tone
                    vertical: columns.vertical
                    wordsHeight: columns.words

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }

    Component {
        id: rowLayout

        Column {
            id: rows

            readonly property int count: root.slide.statistics.length
            readonly property bool beside: !Metrics.portrait && count > 2
            readonly property bool below: Metrics.portrait && count < 3 && !root.slide.statistics.some(s => s.upright)
            readonly property bool noted: root.slide.statistics.some(s => root.legendOf(s) !== "")
            readonly property real rowHeight: content.height / count
            readonly property real beforeEms: Math.max(...root.slide.statistics.map(s => s.beforeEms))
            readonly property real ems: beforeEms + Math.max(...root.slide.statistics.map(s => s.ems))
            readonly property real room: (Metrics.portrait ? (below ? 0.9 : 0.48) : (beside ? 0.25 : 0.33)) * content.width
            readonly property real size: Math.min(1.1 * Type.figureRow, beside || Metrics.portrait ? (beside && noted ? 0.7 : 0.8) * rowHeight : (rowHeight - ((noted ? 6.4 : 5.2) + (Type.latin ? 0.9 : 0)) * Metrics.u) / 0.67, room / ems)
            readonly property int longest: Math.max(...root.slide.statistics.map(s => s.label.length))
            readonly property real labelWidth: Math.min(Type.latin ? 18 : 20, 1.8 + (Type.latin ? 0.75 : 1.56) * longest) * Metrics.u
            readonly property real labelX: beside ? ems * size + 1.6 * Metrics.u : 0
            readonly property real drawingX: Metrics.portrait ? (below ? 0 : (count < 3 ? 0.52 : 0.56) * content.width) : labelX + (beside ? labelWidth : Math.max(ems * size, (Type.latin ? 22 : 18.8) * Metrics.u)) + 1.6 * Metrics.u

            Repeater {
                model: root.slide.statistics

                StatisticRow {
                    required property int index
                    required property StatisticViewModel modelData

                    height: rows.rowHeight
                    width: content.width
                    axis: rows.beforeEms * rows.size
                    below: rows.below
                    beside: rows.beside
                    drawingX: rows.drawingX
                    first: index === 0
                    labelX: rows.labelX
                    legend: root.legendOf(modelData)
                    progress: Math.max(0, Math.min(1, 1.24 * root.progress - 0.12 * index))
                    size: rows.size
                    statistic: modelData
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
