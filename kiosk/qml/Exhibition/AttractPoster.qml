pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The title cut in stone, and one glazed ward for each theme, which are glazed one after another.
Item {
    id: root

    required property ExhibitionViewModel exhibition
    required property real bandTop
    property real progress: 1

    GlazedWards {
        anchors.fill: parent
        exhibition: root.exhibition
        progress: root.progress
    }

    Item {
        id: poster

        x: Metrics.margin
        y: Metrics.portrait ? 13.4 * Metrics.u : 9.9 * Metrics.u
        width: Metrics.contentWidth

        Accessible.name: root.exhibition.title
        Accessible.role: Accessible.Heading

        // One or two characters stand above each other, more in two rows.
        Grid {
            id: mark

            readonly property int length: root.exhibition.titleMark.length
            readonly property real fullInk: Metrics.portrait ? 13 * Metrics.u : 9.75 * Metrics.u
            readonly property real ink: Math.min(fullInk, (Metrics.portrait ? 37.4 : 29) * Metrics.u / columns)

            y: length > 2 ? 2.1 * (fullInk - ink) : 0
            columns: Math.max(1, Math.ceil(length / 2))
            visible: !Type.latin

            Repeater {
                model: root.exhibition.titleMark.split("")

                Copy {
                    required property string modelData

                    height: 1.05 * mark.ink
                    width: 1.02 * mark.ink
                    color: Colours.cream
                    font.family: Type.serif
                    font.pixelSize: 1.03 * mark.ink
                    font.weight: Font.Black
                    lineHeight: 1
                    text: modelData
                    verticalAlignment: Text.AlignVCenter

                    Accessible.ignored: true
                }
            }
        }

        Copy {
            id: year

            readonly property real ink: 0.667 * font.pixelSize
            readonly property real share: Metrics.portrait || Type.latin || mark.columns === 1 ? 1 : (poster.width - 1.02 * mark.ink * mark.columns - 2 * Metrics.u) / (poster.width - 11.3 * Metrics.u)

            anchors.baseline: parent.top
            anchors.baselineOffset: Metrics.portrait ? (Type.latin ? (title.lineCount > 1 ? title.height + 0.6 * Metrics.u : 10 * Metrics.u) : 2.1 * mark.fullInk + 1.6 * Metrics.u) + ink : 19.55 * Metrics.u
            anchors.right: Metrics.portrait ? undefined : parent.right
            anchors.rightMargin: Metrics.portrait ? 0 : -0.012 * font.pixelSize
            color: Colours.cream
            font.family: Type.numeral
            font.features: ({
                    "lnum": 1
                })
            font.letterSpacing: -0.012 * Type.monument
            font.pixelSize: (Type.latin && !Metrics.portrait ? 0.82 : share) * Type.monument
            font.weight: Font.DemiBold
            text: root.exhibition.year
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        Copy {
            id: title

            y: Metrics.portrait ? 0 : (contentWidth > 0.5 * poster.width ? -3.4 : -2.6) * Metrics.u
            width: parent.width
            color: Colours.cream
            font.family: Type.numeral
            font.pixelSize: (Metrics.portrait ? 7 : 5) * Metrics.u
            font.weight: Font.DemiBold
            lineHeight: lineCount > 1 ? 0.85 : 1.05
            text: root.exhibition.titleMark
            visible: Type.latin

            Accessible.ignored: true
        }
    }

    Copy {
        x: Metrics.margin
        y: root.bandTop
        width: Metrics.portrait ? Metrics.contentWidth : 0.66 * Metrics.contentWidth
        color: Colours.cream
        font.family: Type.latin ? Type.numeral : Type.serif
        font.pixelSize: (Type.latin ? 1.45 : 1.75) * Metrics.u
        font.weight: Font.DemiBold
        text: root.exhibition.subtitle
    }
}
