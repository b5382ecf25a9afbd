import QtQuick
import Exhibition.Controls
import Exhibition.Design

// A small button for a mouse, with an icon, a word or both. `on` says that what it switches is on.
Touchable {
    id: root

    property string text: ""
    property string glyph: ""
    property bool on: false
    property bool filled: on
    property bool plain: false
    property bool short: false
    readonly property color foreground: filled ? Colours.cream : Colours.ink

    implicitHeight: 3 * Metrics.u
    implicitWidth: row.implicitWidth + 2 * Metrics.u
    focusRadius: ground.radius
    opacity: enabled ? 1 : 0.45

    Rectangle {
        id: ground

        anchors.fill: parent
        z: -1
        border.color: root.filled ? Colours.ink : Colours.ruleStrong
        border.width: root.plain ? 0 : Metrics.outline
        color: root.filled ? Colours.ink : root.pressed || hover.hovered ? Colours.paperDeep : "transparent"
        radius: height / 2
    }

    HoverHandler {
        id: hover

        cursorShape: Qt.PointingHandCursor
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 0.5 * Metrics.u

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.foreground
            glyph: root.glyph
            size: 1.6 * Metrics.u
            visible: root.glyph !== ""
        }

        Copy {
            anchors.verticalCenter: parent.verticalCenter
            color: root.foreground
            font.pixelSize: Type.control
            text: root.text
            visible: text !== "" && !root.short
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }
    }
}
