pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design

// One of a few, side by side.
Item {
    id: root

    required property list<string> values
    required property list<string> labels
    required property string current
    required property string name

    signal chosen(string value)

    implicitHeight: 3 * Metrics.u
    implicitWidth: row.width

    Accessible.name: root.name
    Accessible.role: Accessible.Grouping

    Rectangle {
        anchors.fill: parent
        border.color: Colours.ruleStrong
        border.width: Metrics.outline
        color: "transparent"
        radius: height / 2
    }

    Row {
        id: row

        height: parent.height

        Repeater {
            model: root.values

            Touchable {
                id: segment

                required property int index
                required property string modelData
                readonly property bool current: root.current === modelData

                height: row.height
                width: label.implicitWidth + 2 * Metrics.u
                name: root.labels[index]

                Accessible.checkable: true
                Accessible.checked: segment.current

                onTapped: root.chosen(segment.modelData)

                HoverHandler {
                    id: hover

                    cursorShape: Qt.PointingHandCursor
                }

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: segment.current ? 0 : Metrics.outline
                    color: segment.current ? Colours.ink : hover.hovered ? Colours.paperDeep : "transparent"
                    radius: height / 2
                }

                Copy {
                    id: label

                    anchors.centerIn: parent
                    color: segment.current ? Colours.cream : Colours.ink
                    font.pixelSize: Type.control
                    text: segment.name
                    wrapMode: Text.NoWrap

                    Accessible.ignored: true
                }
            }
        }
    }
}
