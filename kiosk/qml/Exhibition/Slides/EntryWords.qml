import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The words of one entry: its title, and under it its text.
Column {
    id: root

    required property EntryViewModel entry
    required property Tone tone
    required property real size
    required property real textShare
    property int alignment: Text.AlignLeft

    signal termTapped(int term)

    // A quotation mark at the edge of a single line hangs outside it by half a character.
    function hang(text: string, size: real, lines: int): real {
        if (Type.latin || lines > 1)
            return 0;
        return root.alignment === Text.AlignRight ? (/[”’）》]$/.test(text) ? size / 2 : 0) : /^[“‘（《]/.test(text) ? -size / 2 : 0;
    }

    spacing: 0.3 * size

    MarkedCopy {
        x: root.hang(text, root.size, lineCount)
        width: root.width
        color: root.tone.foreground
        font.family: Type.serif
        font.pixelSize: root.size
        font.weight: Font.Black
        horizontalAlignment: root.alignment
        lineHeight: Type.headingLine
        text: root.entry.title

        onTermTapped: term => root.termTapped(term)
    }

    MarkedCopy {
        x: root.hang(text, font.pixelSize, lineCount)
        width: root.width
        color: root.tone.soft
        font.pixelSize: Math.floor(Math.max(Type.note, root.textShare * root.size))
        horizontalAlignment: root.alignment
        lineHeight: Type.entryLine
        text: root.entry.text
        visible: text !== ""

        onTermTapped: term => root.termTapped(term)
    }
}
