import QtQuick
import Exhibition.Design

// A labelled panel that is easy to hit from below: an icon, its child, over a word. In low reach it stands for every control.
Touchable {
    id: root

    required property string text
    required property Tone tone
    property bool filled: false
    property bool switched: false
    default property alias icon: box.data
    property string note: ""
    readonly property color foreground: filled || switched ? tone.overFill : tone.foreground
    readonly property real iconSize: (note !== "" ? 0.3 : 0.36) * height

    implicitHeight: Metrics.panel
    implicitWidth: Math.max(1.36 * implicitHeight, Math.min(1.6 * implicitHeight, label.implicitWidth + 1.2 * Metrics.u))
    focusColor: tone.foreground
    focusRadius: Metrics.u
    name: text

    Rectangle {
        anchors.fill: parent
        z: -1
        border.color: root.tone.outline
        border.width: Metrics.outline
        color: root.filled || root.switched ? root.tone.fill : root.pressed ? root.tone.pressed : "transparent"
        opacity: root.pressed ? 0.82 : 1
        radius: Metrics.u
    }

    Item {
        id: box

        anchors.horizontalCenter: parent.horizontalCenter
        y: (root.note !== "" ? 0.13 : 0.17) * parent.height
        height: root.iconSize
        width: root.iconSize
    }

    Copy {
        id: label

        anchors.bottom: parent.bottom
        anchors.bottomMargin: (root.note !== "" ? 0.33 : 0.12) * parent.height
        width: parent.width
        color: root.foreground
        font.pixelSize: Type.control
        font.weight: Font.Medium
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.round(0.75 * Type.control)
        text: root.text
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    Copy {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 0.12 * parent.height
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.foreground
        font.pixelSize: Type.note
        text: root.note
        visible: text !== ""
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }
}
