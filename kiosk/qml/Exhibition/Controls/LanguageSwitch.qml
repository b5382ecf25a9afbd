pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// Two languages, each under its own name.
Item {
    id: root

    required property string language
    required property color foreground
    required property color outline
    required property color fill
    required property color overFill
    property bool compact: false
    property real textSize: Type.control

    signal chosen(string language)

    implicitHeight: Metrics.target
    implicitWidth: row.width + 2 * row.x

    Accessible.name: qsTr("Language")
    Accessible.role: Accessible.Grouping

    Rectangle {
        anchors.fill: parent
        border.color: root.outline
        border.width: Metrics.outline
        color: "transparent"
        radius: height / 2
    }

    Row {
        id: row

        x: 0.2 * Metrics.u
        y: x
        height: parent.height - 2 * y

        Repeater {
            model: ["zh", "en"]

            Touchable {
                id: segment

                required property string modelData
                readonly property bool current: root.language === modelData

                height: row.height
                width: Math.max(Metrics.target, label.implicitWidth + (root.compact ? 1.2 : 2) * Metrics.u)
                focusColor: root.foreground
                name: modelData === "zh" ? "中文" : "English"

                Accessible.checkable: true
                Accessible.checked: segment.current

                onTapped: root.chosen(segment.modelData)

                Rectangle {
                    anchors.fill: parent
                    color: segment.current ? root.fill : "transparent"
                    opacity: segment.pressed ? 0.8 : 1
                    radius: height / 2
                }

                Copy {
                    id: label

                    anchors.centerIn: parent
                    color: segment.current ? root.overFill : root.foreground
                    font.pixelSize: root.textSize
                    font.weight: segment.current ? Font.Medium : Font.Normal
                    text: root.compact && segment.modelData === "en" ? "EN" : segment.name
                    wrapMode: Text.NoWrap

                    Accessible.ignored: true
                }
            }
        }
    }
}
