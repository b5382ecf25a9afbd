pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What is left of the screen above the stage in low reach: nothing to read and nothing to touch, only whose room this is. A
// theme's niche stands there with its emblem; outside the themes there is quiet stone.
Rectangle {
    id: root

    required property url textures
    required property ThemeViewModel theme
    readonly property real nicheHeight: 0.84 * height
    readonly property real nicheWidth: Math.min(0.8 * nicheHeight, 0.62 * width)
    readonly property real step: 0.055 * nicheWidth

    clip: true
    color: Colours.stone

    Image {
        anchors.bottom: parent.bottom
        height: width * (parent.height > parent.width ? 16 / 9 : 9 / 16)
        width: parent.width
        asynchronous: !Motion.still
        opacity: 0.6
        source: root.height > 0 ? root.textures + (parent.height > parent.width ? "/rubbing-portrait.jpg" : "/rubbing.jpg") : ""
        sourceSize: Qt.size(Math.round(Metrics.width), 0)
        visible: !Colours.contrast && root.theme === null
    }

    Loader {
        anchors.fill: parent
        active: root.theme !== null

        sourceComponent: Rectangle {
            color: tone.ground

            gradient: Gradient {
                GradientStop {
                    color: tone.groundTop
                    position: 0
                }

                GradientStop {
                    color: tone.ground
                    position: 1
                }
            }

            Tone {
                id: tone

                base: root.theme.base
                bed: root.theme.bed
                deep: root.theme.deep
                glazed: true
                glow: root.theme.glow
                tint: root.theme.tint
            }

            Repeater {
                model: 3

                Niche {
                    required property int index
                    readonly property real reach: (index + 1) * root.step

                    x: (root.width - width) / 2
                    y: root.height - height
                    height: root.nicheHeight + reach
                    width: root.nicheWidth + 2 * reach
                    border.color: Qt.alpha(tone.foreground, 0.5 - 0.13 * index)
                    border.width: Metrics.hairline
                    color: "transparent"
                }
            }

            Niche {
                x: (root.width - width) / 2
                y: root.height - height
                height: root.nicheHeight
                width: root.nicheWidth
                border.color: tone.contour
                border.width: tone.contrast ? Metrics.outline : 0
                color: tone.crown

                Emblem {
                    anchors.centerIn: parent
                    figure: tone.foreground
                    ground: tone.crown
                    name: root.theme.emblem
                    size: Math.round(0.62 * Math.min(parent.width, parent.height))
                }
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        height: Metrics.groundStroke
        width: parent.width
        color: Colours.contrast ? Colours.cream : Colours.stone
    }
}
