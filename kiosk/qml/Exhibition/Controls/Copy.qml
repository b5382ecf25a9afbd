import QtQuick
import Exhibition.Design

// A text of the exhibition, set plain.
Text {
    id: root

    color: Colours.ink
    font.family: Type.sans
    font.pixelSize: Type.body
    lineHeight: 1
    renderType: Text.QtRendering
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
