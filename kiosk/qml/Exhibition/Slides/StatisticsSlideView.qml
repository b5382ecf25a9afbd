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

    SlideTitle {
        id: title

        color: root.tone.foreground
        text: root.slide.title
        width: root.columns && pills.shown ? Metrics.contentWidth - pills.width - 2 * Metrics.u : Metrics.contentWidth
    }

    Copy {
        id: legend

        y: root.columns && pills.shown ? Metrics.footerTop - 0.5 * Metrics.u - height : title.y + title.baselineOffset - baselineOffset
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        color: root.tone.soft
        font.pixelSize: Type.note
        text: root.slide.legend
        visible: !root.hero && !Metrics.portrait
        wrapMode: Text.NoWrap
    }

    Loader {
        id: content

        readonly property real noteHeight: note.height > 0 ? note.height + 0.8 * Metrics.u : 0

        x: Metrics.margin
        y: title.lineCount > 1 ? title.y + title.height + 1.2 * Metrics.u : Metrics.contentTop
        height: Metrics.footerTop - y - 1.4 * Metrics.u - (root.hero ? 0 : noteHeight)
        width: Metrics.contentWidth

        sourceComponent: root.hero ? heroLayout : root.columns ? columnLayout : rowLayout
    }

    Item {
        id: note

        x: Metrics.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.footerHeight + 1.2 * Metrics.u
        height: Metrics.portrait ? pills.y + (pills.shown ? pills.height : 0) : Math.max(root.slide.body !== "" ? body.height : 0, pills.shown && !root.columns ? pills.height : 0)
        width: Metrics.contentWidth
        visible: !root.hero

        MarkedCopy {
            id: body

            y: Metrics.portrait ? 0 : (parent.height - height) / 2
            width: parent.width - (pills.shown && !root.columns && !Metrics.portrait ? pills.width + 2 * Metrics.u : 0)
            color: root.tone.foreground
            text: root.slide.body
            visible: text !== ""

            onTermTapped: term => root.termTapped(term)
        }

        TermPills {
            id: pills

            readonly property bool shown: root.slide.terms.length > 0

            x: Metrics.portrait ? 0 : parent.width - width
            y: Metrics.portrait ? (root.slide.body !== "" ? body.height + 0.8 * Metrics.u : 0) : root.columns ? title.y + (title.height - height) / 2 - note.y : (parent.height - height) / 2
            room: Metrics.portrait || root.columns ? parent.width : 0.56 * parent.width
            terms: root.slide.terms
            tone: root.tone
            visible: shown

            onTermTapped: term => root.termTapped(term)
        }
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
            Repeater {
                model: root.slide.statistics

                StatisticColumn {
                    required property int index
                    required property StatisticViewModel modelData

                    height: content.height
                    width: content.width / Math.max(2, root.slide.statistics.length)
                    first: index === 0
                    progress: Math.max(0, Math.min(1, 1.24 * root.progress - 0.12 * index))
                    statistic: modelData
                    tone: root.tone
                }
            }
        }
    }

    Component {
        id: rowLayout

        Column {
            id: rows

            readonly property real rowHeight: Math.min(content.height / root.slide.statistics.length, (Metrics.portrait ? 19 : 14) * Metrics.u)
            readonly property real labelX: Metrics.portrait ? 0 : 0.34 * content.width
            readonly property real drawingX: (Metrics.portrait ? 0.56 : 0.62) * content.width
            readonly property real room: Metrics.portrait ? drawingX - 1.4 * Metrics.u : labelX - 1.6 * Metrics.u
            readonly property real beforeEms: Math.max(...root.slide.statistics.map(s => s.beforeEms))
            readonly property real ems: Math.max(...root.slide.statistics.map(s => s.ems))
            readonly property real size: Math.min(1.1 * Type.figureRow, 0.8 * rowHeight, room / (beforeEms + ems))

            Repeater {
                model: root.slide.statistics

                StatisticRow {
                    required property int index
                    required property StatisticViewModel modelData

                    height: rows.rowHeight
                    width: content.width
                    axis: rows.beforeEms * rows.size
                    drawingX: rows.drawingX
                    first: index === 0
                    labelX: rows.labelX
                    longest: Math.max(...root.slide.statistics.filter(s => s.unit === modelData.unit).map(s => s.value))
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
