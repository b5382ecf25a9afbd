import QtQuick
import Exhibition.Design

// What is left of the screen above the stage in low reach: quiet stone, with nothing to read and nothing to touch.
Rectangle {
    id: root

    required property url textures

    clip: true
    color: Colours.stone

    Image {
        anchors.bottom: parent.bottom
        height: width * (parent.height > parent.width ? 16 / 9 : 9 / 16)
        width: parent.width
        asynchronous: !Motion.still
        opacity: 0.6
        source: root.textures + (parent.height > parent.width ? "/rubbing-portrait.jpg" : "/rubbing.jpg")
        sourceSize: Qt.size(Math.round(Metrics.width), 0)
        visible: !Colours.contrast
    }

    Rectangle {
        anchors.bottom: parent.bottom
        height: Metrics.groundStroke
        width: parent.width
        color: Colours.creamSoft
    }
}
