pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// Where we are in the theme: one ward a slide, and the same in numerals. In large text the numerals alone, and the part. Many
// parts are numerals too.
Row {
    id: root

    required property int index
    required property int count
    required property Tone tone
    property int part: 0
    property int parts: 1
    readonly property bool dotted: parts > 1 && parts <= 10
    readonly property int place: count > 0 ? index : part
    readonly property int places: count > 0 ? count : dotted ? 0 : parts
    readonly property real ward: Math.round(Math.min(1.1 * Metrics.u, 13 * Metrics.u / Math.max(1, count)))
    readonly property real size: Metrics.large ? Type.control : 1.15 * Type.note

    spacing: Math.round(ward / 3)

    Accessible.name: count > 0 ? qsTr("Page %1 of %2").arg(index + 1).arg(count) : qsTr("Page %1 of %2").arg(part + 1).arg(parts)
    Accessible.role: Accessible.StaticText

    Repeater {
        model: Metrics.large ? 0 : root.count

        Rectangle {
            required property int index

            anchors.verticalCenter: parent?.verticalCenter
            height: root.ward
            width: root.ward
            border.color: index > root.index ? root.tone.outline : "transparent"
            border.width: index > root.index ? Math.min(Metrics.hairline, 0.2 * root.ward) : 0
            color: index < root.index ? root.tone.passed : index === root.index ? root.tone.fill : "transparent"
        }
    }

    Item {
        height: 1
        width: 0.4 * Metrics.u
        visible: !Metrics.large && root.count > 0
    }

    Copy {
        anchors.verticalCenter: parent.verticalCenter
        color: root.tone.foreground
        font.family: Type.numeral
        font.pixelSize: root.size
        font.weight: Font.DemiBold
        text: root.place + 1
        visible: root.places > 0

        Accessible.ignored: true
    }

    Copy {
        anchors.verticalCenter: parent.verticalCenter
        color: root.tone.soft
        font.family: Type.numeral
        font.pixelSize: root.size
        text: "/ " + root.places
        visible: root.places > 0

        Accessible.ignored: true
    }

    Item {
        height: 1
        width: 0.6 * Metrics.u
        visible: root.dotted && root.count > 0
    }

    Repeater {
        model: root.dotted ? root.parts : 0

        Rectangle {
            required property int index

            anchors.verticalCenter: parent?.verticalCenter
            height: 0.62 * root.size
            width: height
            border.color: root.tone.outline
            border.width: index === root.part ? 0 : Math.min(Metrics.outline, 0.2 * height)
            color: index === root.part ? root.tone.fill : "transparent"
            radius: height / 2
        }
    }
}
