pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What was done: a few measures stand as niches, more of them as a list.
SlideView {
    id: root

    required property MeasuresSlideViewModel slide
    readonly property bool few: slide.measures.length <= 4 && !Metrics.portrait

    playTime: Motion.build

    SlideTitle {
        id: title

        color: root.tone.foreground
        text: root.slide.title
        width: root.few && pills.visible ? pills.x - Metrics.margin - 2 * Metrics.u : Metrics.contentWidth
    }

    MarkedCopy {
        id: body

        x: Metrics.margin
        y: title.y + title.height + 0.5 * Metrics.u
        width: Math.min(Metrics.contentWidth, 44 * Type.body)
        color: root.tone.soft
        lineHeight: Type.entryLine
        text: root.slide.body
        visible: text !== ""

        onTermTapped: term => root.termTapped(term)
    }

    Loader {
        x: Metrics.margin
        y: body.visible ? body.y + body.height + 1.2 * Metrics.u : Math.max(Metrics.contentTop, title.y + title.height + 1.6 * Metrics.u)
        height: Metrics.footerTop - y - (root.few ? 0 : pills.visible ? pills.height + 2 * Metrics.u : Metrics.u)
        width: Metrics.contentWidth

        sourceComponent: root.few ? niches : list
    }

    TermPills {
        id: pills

        x: root.few ? Metrics.width - Metrics.margin - width : Metrics.margin
        y: root.few ? title.y + (title.height - height) / 2 : Metrics.footerTop - height - Metrics.u
        room: Metrics.contentWidth
        terms: root.slide.terms
        tone: root.tone
        visible: root.slide.terms.length > 0

        onTermTapped: term => root.termTapped(term)
    }

    Component {
        id: niches

        NicheRow {
            entries: root.slide.measures
            progress: root.progress
            tone: root.tone

            onTermTapped: term => root.termTapped(term)
        }
    }

    Component {
        id: list

        EntryList {
            entries: root.slide.measures
            progress: root.progress
            tone: root.tone

            onTermTapped: term => root.termTapped(term)
        }
    }
}
