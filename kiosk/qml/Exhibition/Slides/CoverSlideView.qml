pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The theme opens: its glaze fills the screen, its emblem stands in the niche.
SlideView {
    id: root

    required property CoverSlideViewModel slide
    readonly property bool latin: Type.latin
    readonly property bool large: Metrics.large
    readonly property real nicheWidth: (Metrics.portrait ? (large ? 17 : 21) : large ? 19 : 25.3) * Metrics.u
    readonly property real nicheHeight: Math.min((Metrics.portrait ? (large ? 20 : 25) : large ? 24 : 28.6) * Metrics.u, Metrics.footerTop - (Metrics.portrait ? 0 : 6 * Metrics.u))
    readonly property real nicheX: Metrics.portrait ? Metrics.width - Metrics.margin - nicheWidth - 3 * Metrics.u : (large ? 0.66 : 0.561) * Metrics.width
    readonly property real base: Metrics.footerTop

    Copy {
        id: number

        x: Metrics.margin
        anchors.baseline: parent.top
        anchors.baselineOffset: 5.1 * Metrics.u
        color: root.tone.foreground
        font.family: Type.numeral
        font.pixelSize: 3.1 * Metrics.u
        font.weight: Font.DemiBold
        text: root.theme.number
    }

    Rectangle {
        x: Metrics.margin
        y: 6.2 * Metrics.u
        height: Metrics.outline * 1.5
        width: 3.67 * Metrics.u
        color: root.tone.foreground
    }

    Repeater {
        model: 3

        Niche {
            required property int index
            readonly property real step: (index + 1) * 1.76 * Metrics.u

            x: root.nicheX - step
            y: root.base - height
            height: root.nicheHeight + step
            width: root.nicheWidth + 2 * step
            border.color: Qt.alpha(root.tone.foreground, 0.5 - 0.13 * index)
            border.width: Metrics.hairline
            color: "transparent"
            opacity: Math.max(0, Math.min(1, root.progress * 3 - index))
        }
    }

    Niche {
        x: root.nicheX
        y: root.base - height
        height: root.nicheHeight
        width: root.nicheWidth
        border.color: root.tone.contour
        border.width: root.tone.contrast ? Metrics.outline : 0
        color: root.tone.crown

        Emblem {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: 0.01 * parent.height
            figure: Colours.cream
            ground: root.tone.crown
            name: root.theme.emblem
            size: 0.68 * root.nicheWidth
        }
    }

    Column {
        id: words

        x: Metrics.margin
        y: (root.large && Metrics.low ? 7 : Metrics.portrait || root.large ? 8.4 : Metrics.low ? 8.8 : 10.3) * Metrics.u
        width: Metrics.portrait ? Metrics.contentWidth : root.nicheX - 5.6 * Metrics.u - x

        Repeater {
            model: root.theme.headingLines

            Copy {
                required property string modelData

                width: words.width
                color: root.tone.foreground
                font.family: root.latin ? Type.numeral : Type.serif
                font.letterSpacing: root.latin ? 0 : 0.02 * Type.themeTitle
                font.pixelSize: (root.large ? Metrics.low ? 0.84 : 0.92 : 1) * (root.latin ? 0.68 : 1) * Type.themeTitle
                font.weight: root.latin ? Font.DemiBold : Font.Black
                lineHeight: root.latin ? 0.92 : Type.monumentLine
                text: modelData

                Accessible.role: Accessible.Heading
            }
        }

        Copy {
            bottomPadding: 0.6 * Metrics.u
            color: root.tone.soft
            font.family: Type.numeral
            font.pixelSize: Type.lead
            text: root.theme.otherTitle
            topPadding: 0.4 * Metrics.u
            visible: text !== ""
        }

        MarkedCopy {
            width: Math.min(words.width, 27 * Type.body)
            color: root.tone.foreground
            text: root.slide.body
            topPadding: (root.large ? 0.2 : 0.8) * Metrics.u

            onTermTapped: term => root.termTapped(term)
        }
    }

    Copy {
        x: Metrics.margin + (Metrics.portrait ? 0 : 5.6 * Metrics.u)
        y: Metrics.portrait ? words.y + words.height + 1.6 * Metrics.u : number.y + number.baselineOffset - baselineOffset
        width: Metrics.portrait ? Metrics.contentWidth : root.nicheX - 4 * Metrics.u - x
        color: root.tone.soft
        font.family: root.latin ? Type.numeral : Type.serif
        font.pixelSize: 1.1 * Type.note
        font.weight: root.latin ? Font.Normal : Font.DemiBold
        lineHeight: Type.entryLine
        text: root.theme.keywords.join(root.latin ? "\u00a0\u00a0\u00a0·\u00a0\u00a0 " : "　·　")
        visible: !root.large
    }
}
