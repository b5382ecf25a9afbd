import QtQuick
import QtQuick.Shapes

// A figure with open arms: everyone is meant.
Item {
    id: root

    required property color colour
    required property real size

    height: size
    width: size

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.round(0.24 * root.size)
        width: height
        color: root.colour
        radius: height / 2
    }

    Shape {
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: root.colour
            strokeWidth: 0.105 * root.size

            PathMove {
                x: 0.1 * root.size
                y: 0.36 * root.size
            }

            PathLine {
                x: 0.5 * root.size
                y: 0.42 * root.size
            }

            PathLine {
                x: 0.9 * root.size
                y: 0.36 * root.size
            }

            PathMove {
                x: 0.27 * root.size
                y: 0.95 * root.size
            }

            PathLine {
                x: 0.41 * root.size
                y: 0.62 * root.size
            }

            PathLine {
                x: 0.41 * root.size
                y: 0.42 * root.size
            }

            PathMove {
                x: 0.73 * root.size
                y: 0.95 * root.size
            }

            PathLine {
                x: 0.59 * root.size
                y: 0.62 * root.size
            }

            PathLine {
                x: 0.59 * root.size
                y: 0.42 * root.size
            }

            PathMove {
                x: 0.5 * root.size
                y: 0.44 * root.size
            }

            PathLine {
                x: 0.5 * root.size
                y: 0.6 * root.size
            }
        }
    }
}
