import QtQuick
import Exhibition.Controls
import Exhibition.Design

// The point of the slide. An opening quotation mark hangs outside the margin by half a character.
Copy {
    id: root

    readonly property bool hangs: /^[“‘（《〈【]/.test(text)

    x: Metrics.margin - (hangs && lineCount === 1 ? font.pixelSize / 2 : 0)
    y: Metrics.titleTop
    width: Metrics.contentWidth
    elide: Text.ElideRight
    font.family: Type.serif
    font.letterSpacing: 0.02 * Type.slideTitle
    font.pixelSize: Type.slideTitle
    font.weight: Font.Black
    lineHeight: Type.headingLine
    maximumLineCount: 2
    wrapMode: Text.Wrap

    Accessible.name: text.replace(/\u2060/g, "")
    Accessible.role: Accessible.Heading
}
