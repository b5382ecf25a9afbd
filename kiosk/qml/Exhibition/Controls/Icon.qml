import QtQuick
import Exhibition.Models

// An ordinary icon: one glyph of the icon font.
Text {
    id: root

    required property string glyph
    required property real size

    height: size
    width: size
    font.family: Icons.family
    font.pixelSize: size
    horizontalAlignment: Text.AlignHCenter
    text: glyph
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter

    Accessible.ignored: true
}
