pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// A share cut from its whole: a book of a hundred bamboo slips, one for one per cent, of which exactly that share is drawn
// out; a fraction takes part of its slip's width.
Drawing {
    id: root

    readonly property real pitch: width / 100
    readonly property int gap: Math.max(1, Math.round(0.16 * pitch))
    readonly property int length: Math.round(Math.min(0.76 * height, 42 * pitch, 15 * Metrics.u))
    readonly property int rise: Math.round(0.3 * length)
    readonly property int ground: Math.max(2, Math.round(0.16 * Metrics.u))
    readonly property real percent: 100 * statistic.share
    readonly property int whole: Math.ceil(percent)

    implicitHeight: length + rise + ground
    implicitWidth: Math.floor(width)

    Rectangle {
        y: root.implicitHeight - height
        height: root.ground
        width: root.implicitWidth
        color: root.tone.numeral
    }

    Repeater {
        model: 100

        Item {
            id: one

            required property int index
            readonly property real drawn: Math.max(0, Math.min(1, root.percent * root.progress - index))
            readonly property int cut: Math.round(drawn * width)
            readonly property bool beyond: root.statistic.open && index >= root.whole && index < root.whole + 5

            x: Math.round(index * root.pitch)
            height: root.implicitHeight
            width: Math.round((index + 1) * root.pitch) - x - root.gap

            Rectangle {
                y: Math.round(root.rise * (1 - root.progress))
                height: root.length
                width: one.cut
                color: root.tone.ward
                opacity: root.strength((one.index + 1) / root.whole)
            }

            Rectangle {
                x: one.cut
                y: root.rise
                height: root.length
                width: one.width - one.cut
                color: root.tone.wardEmpty
                visible: !one.beyond
            }

            Loader {
                y: Math.round(root.rise * (1 - root.progress))
                height: root.length
                width: one.width
                active: one.beyond
                opacity: 1 - 0.18 * (one.index - root.whole)

                sourceComponent: WardOutline {
                    colour: root.tone.ward
                    stroke: Math.max(1, root.pitch / 9)
                }
            }
        }
    }

    Repeater {
        model: [0.2, 0.78]

        Item {
            id: cord

            required property real modelData
            readonly property real cut: root.percent * root.progress
            readonly property int thickness: Math.max(2, Math.round(root.length / 44))

            y: Math.round(modelData * root.length)

            Rectangle {
                y: Math.round(root.rise * (1 - root.progress))
                height: cord.thickness
                width: Math.round(Math.ceil(cord.cut) * root.pitch)
                color: root.tone.ground
            }

            Rectangle {
                x: Math.round(Math.floor(cord.cut) * root.pitch)
                y: root.rise
                height: cord.thickness
                width: root.implicitWidth - x
                color: root.tone.ground
            }
        }
    }
}
