import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What was done, as a short list.
SlideView {
    id: root

    required property MeasuresSlideViewModel slide

    playTime: Motion.build

    SlideTitle {
        id: title

        color: root.tone.foreground
        text: root.slide.title
    }

    MarkedCopy {
        id: body

        x: Metrics.margin
        y: title.y + title.height + 0.8 * Metrics.u
        width: Math.min(Metrics.contentWidth, 36 * Type.body)
        color: root.tone.soft
        text: root.slide.body
        visible: text !== ""

        onTermTapped: term => root.termTapped(term)
    }

    EntryList {
        x: Metrics.margin
        y: body.visible ? body.y + body.height + 1.6 * Metrics.u : Math.max(Metrics.contentTop, title.y + title.height + 1.8 * Metrics.u)
        height: Metrics.footerTop - y - (pills.visible ? pills.height + 2 * Metrics.u : Metrics.u)
        width: Metrics.contentWidth
        entries: root.slide.measures
        progress: root.progress
        tone: root.tone

        onTermTapped: term => root.termTapped(term)
    }

    TermPills {
        id: pills

        x: Metrics.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.footerHeight + Metrics.u
        terms: root.slide.terms
        tone: root.tone
        visible: root.slide.terms.length > 0

        onTermTapped: term => root.termTapped(term)
    }
}
