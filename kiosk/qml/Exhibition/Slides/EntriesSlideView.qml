import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What milestones, measures and goals share: a title, perhaps a lead, and the entries down to the ground line.
SlideView {
    id: root

    required property EntriesSlideViewModel slide
    property real indent: 0
    property real drop: 0
    readonly property real titleBottom: title.y + title.height

    playTime: entries.drawn ? Motion.draw + Motion.page : Motion.build

    SlideTitle {
        id: title

        width: Metrics.contentWidth - (pills.visible && !Metrics.portrait ? pills.width + 2 * Metrics.u : 0)
        color: root.tone.foreground
        text: root.slide.title
    }

    MarkedCopy {
        id: body

        x: Metrics.margin + root.indent
        y: root.indent > 0 ? Metrics.contentTop : root.titleBottom + root.drop + 0.5 * Metrics.u
        width: Math.min(Metrics.width - Metrics.margin - x, 44 * Type.body)
        color: root.tone.soft
        lineHeight: Type.entryLine
        text: root.slide.body
        visible: text !== ""

        onTermTapped: term => root.termTapped(term)
    }

    TermPills {
        id: pills

        x: Metrics.portrait ? Metrics.margin : Metrics.width - Metrics.margin - width
        y: Metrics.portrait ? (body.visible ? body.y + body.height : root.titleBottom + root.drop) + 0.9 * Metrics.u : title.y + (title.height - height) / 2
        room: (Metrics.portrait ? 1 : 0.6) * Metrics.contentWidth
        terms: root.slide.terms
        tone: root.tone
        visible: root.slide.terms.length > 0

        onTermTapped: term => root.termTapped(term)
    }

    EntriesView {
        id: entries

        x: Metrics.margin + root.indent
        y: Metrics.portrait && pills.visible ? pills.y + pills.height + 1.4 * Metrics.u : body.visible ? body.y + body.height + 1.2 * Metrics.u : Math.max(Metrics.contentTop, root.titleBottom + root.drop + 1.6 * Metrics.u)
        height: Metrics.footerTop - y
        width: Metrics.width - Metrics.margin - x
        progress: root.progress
        slide: root.slide
        tone: root.tone

        onTermTapped: term => root.termTapped(term)
    }
}
