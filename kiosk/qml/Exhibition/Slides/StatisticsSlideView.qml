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
        width: (root.columns ? 0.62 : 1) * Metrics.contentWidth
    }

    Copy {
        id: legend

        anchors.baseline: title.baseline
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
        height: Math.max(root.slide.body !== "" ? body.height : 0, root.slide.terms.length > 0 ? pills.height : 0)
        width: Metrics.contentWidth
        visible: !root.hero && (root.slide.body !== "" || root.slide.terms.length > 0)

        MarkedCopy {
            id: body

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (root.slide.terms.length > 0 ? pills.width + 2 * Metrics.u : 0)
            color: root.tone.foreground
            text: root.slide.body
            visible: text !== ""

            onTermTapped: term => root.termTapped(term)
        }

        TermPills {
            id: pills

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            terms: root.slide.terms
            tone: root.tone
            visible: root.slide.terms.length > 0

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
            Repeater {
                model: root.slide.statistics

                StatisticRow {
                    required property int index
                    required property StatisticViewModel modelData

                    height: Math.min(content.height / root.slide.statistics.length, (Metrics.portrait ? 19 : 14) * Metrics.u)
                    width: content.width
                    axis: Math.max(...root.slide.statistics.map(s => s.before.length)) * (Type.latin ? 0.17 : 0.34) * size
                    first: index === 0
                    longest: Math.max(...root.slide.statistics.filter(s => s.unit === modelData.unit).map(s => s.value))
                    progress: Math.max(0, Math.min(1, 1.24 * root.progress - 0.12 * index))
                    size: Math.min(Type.figureRow * 1.1, 0.8 * height)
                    statistic: modelData
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
