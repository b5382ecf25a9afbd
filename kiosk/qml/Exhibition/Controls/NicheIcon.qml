import QtQuick

// The way home: a niche within a niche.
Item {
    id: root

    required property color colour
    required property real size

    height: size
    width: size

    Niche {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        height: root.size
        width: Math.round(0.86 * root.size)
        border.color: root.colour
        border.width: Math.max(2, Math.round(root.size / 11))
        color: "transparent"

        Niche {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            height: Math.round(0.58 * root.size)
            width: Math.round(0.42 * root.size)
            border.color: root.colour
            border.width: parent.border.width
            color: "transparent"
        }
    }
}
