pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// One length on the ground line. Its end fades out in dashes where the figure is "or more", and pales where it is "under".
Drawing {
    id: root

    readonly property int thickness: Math.round(Math.max(1.6 * Metrics.u, Math.min(0.42 * height, 5 * Metrics.u)))
    readonly property int end: Math.round((width - beyond) * statistic.measure / statistic.most)
    readonly property real beyond: statistic.open ? Math.min(0.2 * width, 3.4 * thickness) : 0
    readonly property int parts: statistic.under ? 12 : 1

    implicitHeight: thickness + Metrics.outline

    Item {
        height: root.thickness
        width: Math.round(root.end * root.progress)
        clip: true

        Repeater {
            model: root.parts

            Rectangle {
                required property int index

                x: Math.round(root.end * index / root.parts)
                height: root.thickness
                width: Math.round(root.end * (index + 1) / root.parts) - x
                color: root.tone.ward
                opacity: root.strength((index + 1) / root.parts)
            }
        }
    }

    Row {
        x: root.end + 0.3 * Metrics.u
        spacing: 0.3 * Metrics.u

        Repeater {
            model: root.statistic.open ? 3 : 0

            WardOutline {
                required property int index

                height: root.thickness
                width: root.beyond / 3 - 0.3 * Metrics.u
                colour: root.tone.ward
                opacity: 1 - 0.3 * index
                stroke: Math.max(1.2, root.thickness / 18)
            }
        }
    }

    Rectangle {
        y: root.thickness
        height: Metrics.outline
        width: parent.width
        color: root.tone.outline
    }
}
