pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A place in an order: steps rising to the first, ours filled. "Top ten" fills all ten.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    property real progress: 1
    readonly property int place: Math.round(statistic.value)
    readonly property bool all: statistic.top
    readonly property int steps: Math.max(5, Math.min(10, place))
    readonly property int pitch: Math.floor(Math.min(width / steps, 3.6 * Metrics.u))

    implicitHeight: Math.min(height, 5.6 * Metrics.u)
    implicitWidth: steps * pitch

    Accessible.ignored: true

    Repeater {
        model: root.steps

        Niche {
            required property int index
            readonly property bool ours: root.all ? index < root.place : index === root.place - 1

            x: index * root.pitch
            y: root.implicitHeight - height
            height: Math.round(root.implicitHeight * (1 - 0.09 * index * 5 / root.steps) * (ours ? Math.max(0.2, root.progress) : 1))
            width: root.pitch - Math.max(2, Math.round(0.12 * root.pitch))
            color: ours ? root.tone.ward : root.tone.wardEmpty
        }
    }
}
