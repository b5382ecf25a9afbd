pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// A rise over what there was: the ground line is the level it began at, and each step up from it one per cent (or `each`). A
// fraction is part of a step's height; dashed steps go on up where it was more.
Drawing {
    id: root

    readonly property int steps: statistic.amount
    readonly property int more: statistic.open ? 2 : 0
    readonly property int ground: Math.max(2, Math.round(0.16 * Metrics.u))
    readonly property int pitchY: Math.floor(Math.min((height - ground) / (steps + more), 7 * Metrics.u))
    readonly property int pitchX: Math.floor(Math.min(width / (steps + more + 0.5), 1.7 * pitchY))
    readonly property int gap: Math.max(1, Math.round(0.045 * pitchY))

    implicitHeight: (steps + more) * pitchY + ground
    implicitWidth: Math.round((steps + more + 0.5) * pitchX)

    Rectangle {
        y: root.implicitHeight - height
        height: root.ground
        width: root.implicitWidth
        color: root.tone.numeral
    }

    Repeater {
        model: root.steps + root.more

        Item {
            id: step

            required property int index
            readonly property real part: Math.min(1, root.statistic.measure - index)
            readonly property int tread: Math.round(Math.max(0, part) * (root.pitchY - root.gap))
            readonly property bool told: index < root.steps
            readonly property real risen: Math.max(0, Math.min(1, root.steps * root.progress - index))

            x: index * root.pitchX
            height: root.implicitHeight - root.ground
            width: root.pitchX - root.gap

            Rectangle {
                y: parent.height - height
                height: Math.round(step.risen * step.index * root.pitchY)
                width: parent.width
                color: root.tone.wardEmpty
                visible: step.told
            }

            Rectangle {
                y: parent.height - Math.round(step.risen * step.index * root.pitchY) - height - (step.index === 0 ? root.gap : root.gap)
                height: Math.round(step.risen * step.tread)
                width: parent.width
                color: root.tone.ward
                visible: step.told
                opacity: root.strength((step.index + 1) / root.steps)
            }

            Loader {
                y: parent.height - (step.index + 1) * root.pitchY
                height: root.pitchY - root.gap
                width: parent.width
                active: !step.told
                opacity: 1 - 0.45 * (step.index - root.steps)

                sourceComponent: WardOutline {
                    colour: root.tone.ward
                    stroke: Math.max(1.2, root.pitchY / 22)
                }
            }
        }
    }
}
