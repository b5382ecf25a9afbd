pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A theme as a glazed niche. The whole niche answers, so its foot is the part within everyone's reach; it answers in its place
// while it still rises, `sunk` by so many px.
Touchable {
    id: root

    required property ThemeViewModel theme
    required property bool seen
    required property bool spine
    property real opening: 0
    property real sunk: 0
    property real nicheWidth: width
    // Of all the niches beside it: where titles are set closer, they are all set so.
    property real lowest: height
    readonly property real words: Math.max(0, 1 - 4 * opening)
    readonly property bool slim: Metrics.portrait
    readonly property bool latin: Type.latin
    readonly property int longestWord: Math.max(...theme.title.split(" ").map(word => word.length))
    // Few themes have wide niches, and larger emblems and words in them.
    readonly property real growth: Math.max(1, Math.min(1.7, nicheWidth / (slim ? 7 : 12) / Metrics.u))
    readonly property real emblemFull: (slim ? 3.2 : 4.8) * Metrics.u
    readonly property real emblemRoom: growth * emblemFull
    readonly property real emblemSize: Math.min(emblemRoom, (slim ? 0.68 : 0.62) * nicheWidth)
    readonly property Tone tone: Tone {
        base: root.theme.base
        bed: root.theme.bed
        deep: root.theme.deep
        glazed: true
        glow: root.theme.glow
        tint: root.theme.tint
    }
    readonly property real inset: Math.round(Math.min(0.5 * Metrics.u, 0.1 * width) * (1 - opening))

    // No Repeater's delegates: a tile that closes is deleted while its size still changes, and they would outlive it.
    component Contour: Niche {
        required property int ring
        readonly property real margin: root.inset + (ring + 1) * 0.62 * Metrics.u

        x: margin
        y: margin
        height: root.height - margin
        width: root.width - 2 * margin
        border.color: Qt.alpha(Colours.cream, (ring === 0 ? 0.3 : 0.19) * root.words)
        border.width: Metrics.hairline
        color: "transparent"
    }

    function between(one: color, other: color, share: real): color {
        return Qt.rgba(one.r + (other.r - one.r) * share, one.g + (other.g - one.g) * share, one.b + (other.b - one.b) * share, 1);
    }

    focusRadius: width / 2
    name: theme.title

    Item {
        y: root.sunk
        height: parent.height
        width: parent.width

        Niche {
            anchors.fill: parent
            border.color: root.tone.contour
            border.width: root.tone.contrast ? Metrics.outline : 0
            color: root.tone.crown
        }

        Niche {
            anchors.fill: parent
            anchors.bottomMargin: 0
            anchors.leftMargin: root.inset
            anchors.rightMargin: root.inset
            anchors.topMargin: root.inset

            gradient: Gradient {
                GradientStop {
                    color: root.pressed ? root.tone.glaze : root.tone.crown
                    position: 0
                }

                GradientStop {
                    color: root.pressed && root.tone.contrast ? Colours.paperDeep : root.opening > 0 ? root.between(root.tone.glaze, root.tone.ground, root.opening) : root.tone.glaze
                    position: 0.4
                }
            }
        }

        Contour {
            ring: 0
            visible: !root.tone.contrast && width > 0.85 * root.emblemSize
        }

        Contour {
            ring: 1
            visible: !root.tone.contrast && !root.slim && width > root.emblemSize
        }

        Emblem {
            x: (parent.width - width) / 2 + root.opening * (Metrics.portrait ? 0.133 : 0.219) * parent.width
            y: (root.slim ? 2.3 : 3.1) * Metrics.u + (Math.round(root.emblemRoom) - size) / 2 + root.opening * (parent.height - (Metrics.portrait ? 28.15 : 26) * Metrics.u - (root.emblemRoom - root.emblemFull) / 2)
            figure: Colours.cream
            ground: root.tone.crown
            name: root.theme.emblem
            scale: 1 + root.opening * ((root.slim ? 4.46 : 3.58) * root.emblemFull / size - 1)
            size: Math.round(root.emblemSize)
        }

        VerticalTitle {
            readonly property real room: root.lowest - (root.slim ? 2.3 : 3.1) * Metrics.u - (root.emblemRoom + root.emblemSize) / 2 - anchors.bottomMargin - 0.6 * Metrics.u

            anchors.bottom: parent.bottom
            anchors.bottomMargin: (root.slim ? 1.9 : 2.8) * Metrics.u
            anchors.horizontalCenter: parent.horizontalCenter
            lines: root.latin ? [] : root.slim ? [root.theme.title] : root.theme.titleLines
            pitch: Math.min((root.slim ? 1.42 : 1.13) * size, room / rows)
            size: Math.min(root.growth * Type.nicheTitle, (root.slim ? 0.6 : 0.3) * root.width, room / rows)
            opacity: root.words
            visible: !root.latin
        }

        Copy {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2.4 * Metrics.u
            x: root.inset + (0.85 + 1.5 * (root.growth - 1)) * Metrics.u
            width: parent.width - 2 * x
            color: Colours.cream
            font.family: Type.numeral
            font.pixelSize: Math.min(1.6 * root.growth * Metrics.u, width / 0.54 / root.longestWord)
            font.weight: Font.DemiBold
            lineHeight: 0.96
            text: root.theme.title
            opacity: root.words
            visible: root.latin && !root.spine

            Accessible.ignored: true
        }

        Copy {
            readonly property real room: parent.height - (root.slim ? 2.3 : 3.1) * Metrics.u - root.emblemRoom - 3.4 * Metrics.u

            x: (parent.width + height) / 2
            y: parent.height - 2 * Metrics.u - contentWidth
            width: Math.min(implicitWidth, room)
            color: Colours.cream
            font.family: Type.numeral
            font.pixelSize: 1.9 * Math.min(1.4, root.growth) * Metrics.u
            font.weight: Font.DemiBold
            lineHeight: lineCount > 1 ? 0.8 : 1
            rotation: 90
            text: root.theme.title
            transformOrigin: Item.TopLeft
            opacity: root.words
            visible: root.latin && root.spine

            Accessible.ignored: true
        }

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 1 * Metrics.u
            anchors.horizontalCenter: parent.horizontalCenter
            height: 0.5 * Metrics.u
            width: height
            color: Colours.cream
            opacity: root.words
            visible: root.seen
        }
    }
}
