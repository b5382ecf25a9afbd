pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

// One length on the ground line; its end fades out in dashes where the figure is "or more".
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    property real progress: 1
    property real longest: statistic.value
    readonly property real thickness: Math.round(1.6 * Metrics.u)
    readonly property real end: Math.round((statistic.open ? 0.86 : 1) * width * statistic.value / Math.max(longest, statistic.value))

    implicitHeight: thickness + Metrics.hairline

    Accessible.ignored: true

    Rectangle {
        height: root.thickness
        width: Math.round(root.end * root.progress)
        color: root.tone.ward
    }

    Row {
        x: root.end + 0.3 * Metrics.u
        spacing: 0.3 * Metrics.u
        visible: root.statistic.open

        Repeater {
            model: root.statistic.open ? 3 : 0

            WardOutline {
                required property int index

                height: root.thickness
                width: root.thickness
                colour: root.tone.ward
                opacity: 1 - 0.3 * index
            }
        }
    }

    Rectangle {
        y: root.thickness
        height: Metrics.hairline
        width: parent.width
        color: root.tone.outline
    }
}
