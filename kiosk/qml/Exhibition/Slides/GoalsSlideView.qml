pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What is aimed at: the year stands large where there is one, the goals beside it.
SlideView {
    id: root

    required property GoalsSlideViewModel slide
    readonly property bool dated: slide.year !== ""
    readonly property real listX: dated && !Metrics.portrait ? Metrics.margin + 0.42 * Metrics.contentWidth : Metrics.margin

    playTime: Motion.build

    SlideTitle {
        id: title

        color: root.tone.foreground
        text: root.slide.title
    }

    Copy {
        id: year

        x: Metrics.margin
        anchors.baseline: parent.top
        anchors.baselineOffset: (Metrics.portrait ? title.y + title.height + 11 * Metrics.u : Metrics.contentTop + 11.4 * Metrics.u)
        color: root.tone.numeral
        font.family: Type.numeral
        font.letterSpacing: -0.13 * Metrics.u
        font.pixelSize: (Metrics.portrait ? 12 : 11) * Metrics.u
        font.weight: Font.DemiBold
        text: root.slide.year
        visible: root.dated
    }

    Repeater {
        model: root.dated && !Metrics.portrait ? 5 : 0

        Niche {
            required property int index
            readonly property real rise: Math.max(0, Math.min(1, root.progress * 2 - index / 5))

            x: Metrics.margin + index * 4.6 * Metrics.u
            y: Metrics.footerTop - height
            height: Math.round((2.2 + 1.2 * index) * Metrics.u * rise)
            width: 3.9 * Metrics.u
            color: index === 4 ? root.tone.ward : root.tone.wardEmpty
        }
    }

    MarkedCopy {
        id: body

        x: root.listX
        y: (Metrics.portrait && root.dated ? title.y + title.height + 13.2 * Metrics.u : root.dated ? Metrics.contentTop : title.y + title.height + 0.8 * Metrics.u)
        width: Math.min(Metrics.width - Metrics.margin - x, 36 * Type.body)
        color: root.tone.soft
        text: root.slide.body
        visible: text !== ""

        onTermTapped: term => root.termTapped(term)
    }

    EntryList {
        x: root.listX
        y: body.visible ? body.y + body.height + 1.6 * Metrics.u : Metrics.portrait && root.dated ? body.y : Math.max(Metrics.contentTop, title.y + title.height + 1.6 * Metrics.u)
        height: Metrics.footerTop - y - Metrics.u
        width: Metrics.width - Metrics.margin - x
        columns: Metrics.portrait || root.dated || entries.length < 4 ? 1 : 2
        entries: root.slide.goals
        progress: root.progress
        tone: root.tone

        onTermTapped: term => root.termTapped(term)
    }
}
