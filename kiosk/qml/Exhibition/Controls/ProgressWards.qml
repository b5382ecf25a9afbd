pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// Where we are in the theme: one ward a slide, and the same in numerals.
Row {
    id: root

    required property int index
    required property int count
    required property Tone tone
    readonly property real ward: Math.round(Math.min(1.1 * Metrics.u, 13 * Metrics.u / count))

    spacing: Math.round(ward / 3)

    Accessible.name: qsTr("Page %1 of %2").arg(index + 1).arg(count)
    Accessible.role: Accessible.StaticText

    Repeater {
        model: root.count

        Rectangle {
            required property int index

            anchors.verticalCenter: parent?.verticalCenter
            height: root.ward
            width: root.ward
            border.color: index > root.index ? root.tone.outline : "transparent"
            border.width: index > root.index ? Metrics.hairline : 0
            color: index < root.index ? root.tone.passed : index === root.index ? root.tone.fill : "transparent"
        }
    }

    Item {
        height: 1
        width: 0.4 * Metrics.u
    }

    Copy {
        anchors.verticalCenter: parent.verticalCenter
        color: root.tone.foreground
        font.family: Type.numeral
        font.pixelSize: 1.15 * Type.note
        font.weight: Font.DemiBold
        text: root.index + 1

        Accessible.ignored: true
    }

    Copy {
        anchors.verticalCenter: parent.verticalCenter
        color: root.tone.soft
        font.family: Type.numeral
        font.pixelSize: 1.15 * Type.note
        text: "/ " + root.count

        Accessible.ignored: true
    }
}
