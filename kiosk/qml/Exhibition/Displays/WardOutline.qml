import QtQuick
import QtQuick.Shapes

// A dashed ward: there are more, and the source does not say how many.
Shape {
    id: root

    required property color colour
    property real stroke: Math.max(1.2, height / 11)
    readonly property real inset: Math.max(1, stroke)

    ShapePath {
        dashPattern: [2, 1.4]
        fillColor: "transparent"
        startX: root.inset
        startY: root.inset
        strokeColor: root.colour
        strokeStyle: ShapePath.DashLine
        strokeWidth: root.stroke

        PathLine {
            x: root.width - root.inset
            y: root.inset
        }

        PathLine {
            x: root.width - root.inset
            y: root.height - root.inset
        }

        PathLine {
            x: root.inset
            y: root.height - root.inset
        }

        PathLine {
            x: root.inset
            y: root.inset
        }
    }
}
