pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// Chinese set from top to bottom: one text an ideograph, columns from right to left, each later column lowered by one.
Item {
    id: root

    required property list<string> lines
    required property real size
    required property real pitch
    property color color: Colours.cream
    property int weight: Font.Black
    property real columnGap: 0.16 * size
    readonly property int rows: Math.max(1, ...lines.map((line, i) => line.length + i))

    implicitHeight: rows * pitch
    implicitWidth: lines.length * size + (lines.length - 1) * columnGap

    Repeater {
        model: root.lines

        Item {
            id: column

            required property int index
            required property string modelData

            x: (root.lines.length - 1 - index) * (root.size + root.columnGap)

            Repeater {
                model: column.modelData.split("")

                Copy {
                    required property int index
                    required property string modelData

                    y: (column.index + index) * root.pitch
                    height: root.pitch
                    width: root.size
                    color: root.color
                    font.family: Type.serif
                    font.pixelSize: root.size
                    font.weight: root.weight
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.NoWrap

                    Accessible.ignored: true
                }
            }
        }
    }
}
