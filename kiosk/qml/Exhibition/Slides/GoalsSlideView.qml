pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What is aimed at: the year stands large where there is one, the goals beside it; among arcs it is the sun.
EntriesSlideView {
    id: root

    readonly property string year: (slide as GoalsSlideViewModel).year
    readonly property bool dated: year !== "" && slide.display !== "arcs"

    drop: dated && Metrics.portrait ? 12.7 * Metrics.u : 0
    indent: dated && !Metrics.portrait ? 0.42 * Metrics.contentWidth : 0

    Copy {
        x: Metrics.margin
        anchors.baseline: parent.top
        anchors.baselineOffset: (Metrics.portrait ? root.titleBottom + 11 * Metrics.u : Metrics.contentTop + 11.4 * Metrics.u)
        color: root.tone.numeral
        font.family: Type.numeral
        font.letterSpacing: -0.13 * Metrics.u
        font.pixelSize: (Metrics.portrait ? 12 : 11) * Metrics.u
        font.weight: Font.DemiBold
        text: root.year
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
}
