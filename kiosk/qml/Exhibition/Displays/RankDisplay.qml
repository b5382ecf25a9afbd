pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design

// A place in an order: a flight of numbered steps, the first the highest, with a niche, or the pictogram, on ours. "Top ten" is
// all ten.
Drawing {
    id: root

    readonly property int place: Math.round(statistic.value)
    readonly property bool all: statistic.top
    readonly property bool told: statistic.pictogram !== "ward"
    readonly property int steps: Math.max(5, Math.min(10, place))
    readonly property int first: all ? 1 : Math.max(1, place - steps + 1)
    readonly property int pitch: Math.floor(Math.min(width / steps, 0.36 * height, 6 * Metrics.u))
    readonly property int gap: Math.max(1, Math.round(0.05 * pitch))
    readonly property int tallest: Math.round(Math.min(height, 0.46 * steps * pitch + 2.4 * pitch))
    readonly property int niche: Math.round(Math.min((told ? 0.98 : 1.2) * pitch, 0.34 * tallest))
    readonly property int rise: Math.floor(0.72 * (tallest - niche) / steps)

    implicitHeight: tallest
    implicitWidth: steps * pitch

    Repeater {
        model: root.pitch > 2 ? root.steps : 0

        Item {
            id: step

            required property int index
            readonly property int number: root.first + index
            readonly property bool ours: root.all ? number <= root.place : number === root.place

            x: index * root.pitch
            height: root.implicitHeight
            width: root.pitch - root.gap

            Rectangle {
                id: block

                y: root.niche + step.index * root.rise
                height: parent.height - y
                width: parent.width
                color: step.ours ? root.tone.ward : root.tone.wardEmpty
            }

            Copy {
                anchors.horizontalCenter: parent.horizontalCenter
                y: block.y + 0.2 * root.pitch
                color: step.ours ? root.tone.overFill : root.tone.soft
                font.family: Type.numeral
                font.pixelSize: Math.min(2.4 * Metrics.u, 0.42 * root.pitch)
                font.weight: Font.DemiBold
                text: step.number
                visible: !Type.large || font.pixelSize >= Type.note
                wrapMode: Text.NoWrap
            }

            Item {
                y: block.y - height - root.gap
                height: Math.round((root.niche - root.gap) * root.progress)
                width: parent.width
                clip: true
                visible: step.ours

                Niche {
                    anchors.horizontalCenter: parent.horizontalCenter
                    height: root.niche - root.gap
                    width: Math.round(0.62 * parent.width)
                    color: root.tone.ward
                    visible: !root.told
                }

                Loader {
                    anchors.horizontalCenter: parent.horizontalCenter
                    active: root.told && step.ours

                    sourceComponent: Emblem {
                        figure: root.tone.ward
                        ground: root.tone.overFill
                        kind: "pictogram"
                        name: root.statistic.pictogram
                        size: root.niche - root.gap
                    }
                }
            }
        }
    }
}
