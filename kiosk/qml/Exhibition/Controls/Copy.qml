import QtQuick
import Exhibition.Design

// A text of the exhibition, set plain.
Text {
    id: root

    color: Colours.ink
    font.family: Type.sans
    font.features: Type.latin ? ({
            "pwid": 1
        }) : ({
            "chws": 1
        })
    font.pixelSize: Type.body
    lineHeight: 1
    renderType: Text.QtRendering
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
