pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Things opened, finished, started or approved: along a street of wards, or around a ring with its cross.
SlideView {
    id: root

    required property MilestonesSlideViewModel slide
    readonly property bool hub: slide.diagram === "hub"

    playTime: Motion.draw + Motion.page

    SlideTitle {
        id: title

        color: root.tone.foreground
        text: root.slide.title
        width: (Metrics.portrait ? 1 : 0.68) * Metrics.contentWidth
    }

    Copy {
        y: Metrics.portrait ? Metrics.footerTop - 0.8 * Metrics.u - height : title.y + title.baselineOffset - baselineOffset
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        color: root.tone.soft
        font.pixelSize: Type.note
        text: qsTr("Schematic, not a map; no bearing or scale")
        visible: root.hub
    }

    Loader {
        id: diagram

        x: Metrics.margin
        y: Math.max(Metrics.contentTop - (root.hub && !Metrics.portrait ? 0.4 * Metrics.u : 0), title.y + title.height + 1.4 * Metrics.u)
        height: Metrics.footerTop - y - (root.hub ? 1.6 * Metrics.u : Metrics.portrait && pills.visible ? pills.height + 1.6 * Metrics.u : 0)
        width: Metrics.contentWidth

        sourceComponent: root.hub ? ring : street
    }

    TermPills {
        id: pills

        x: Metrics.margin
        y: Metrics.portrait || root.hub ? Metrics.footerTop - height - 0.9 * Metrics.u : diagram.y
        room: Metrics.contentWidth
        terms: root.slide.terms
        tone: root.tone
        visible: root.slide.terms.length > 0

        onTermTapped: term => root.termTapped(term)
    }

    Component {
        id: ring

        HubDiagram {
            milestones: root.slide.milestones
            progress: root.progress
            tone: root.tone

            onTermTapped: term => root.termTapped(term)
        }
    }

    Component {
        id: street

        PathDiagram {
            milestones: root.slide.milestones
            progress: root.progress
            tone: root.tone

            onTermTapped: term => root.termTapped(term)
        }
    }
}
