import QtQuick
import Exhibition.Design
import Exhibition.Models

// A wide button with a word, and a chevron where it leads on.
Touchable {
    id: root

    required property string text
    required property color fill
    required property color foreground
    property color outline: fill
    property string glyph: Icons.chevronRight
    property bool leading: false
    property real textSize: Type.control
    property real padding: 1.9 * Metrics.u
    property real spacing: 1.2 * Metrics.u
    // As wide as it may become, in px; a longer word is set smaller.
    property real most: Infinity

    implicitHeight: Metrics.target * 1.08
    implicitWidth: Math.min(most, row.implicitWidth + 2 * padding)
    name: text

    Rectangle {
        anchors.fill: parent
        z: -1
        border.color: root.outline
        border.width: Metrics.outline
        color: root.fill
        opacity: root.pressed ? 0.82 : 1
        radius: height / 2
    }

    Row {
        id: row

        anchors.centerIn: parent
        scale: Math.min(1, (root.width - 2 * root.padding) / implicitWidth)
        layoutDirection: root.leading ? Qt.RightToLeft : Qt.LeftToRight
        spacing: icon.visible ? root.spacing : 0

        Copy {
            anchors.verticalCenter: parent.verticalCenter
            color: root.foreground
            font.pixelSize: root.textSize
            font.weight: Font.Medium
            text: root.text
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            color: root.foreground
            glyph: root.glyph
            size: visible ? 1.5 * root.textSize : 0
            visible: root.glyph !== ""
        }
    }
}
