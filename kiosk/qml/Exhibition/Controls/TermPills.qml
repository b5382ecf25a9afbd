pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

// The slide's glossary terms as targets large enough for a finger.
Flow {
    id: root

    required property list<QtObject> terms
    required property Tone tone
    required property real room
    readonly property real natural: [...children].reduce((sum, child) => child.width > 0 ? sum + child.width + spacing : sum, -spacing)

    signal termTapped(int term)

    width: Math.min(room, Math.ceil(natural + 0.5))
    spacing: 0.7 * Metrics.u

    Repeater {
        model: root.terms

        PillButton {
            required property TermViewModel modelData

            implicitHeight: Metrics.target * 0.9
            fill: "transparent"
            focusColor: root.tone.foreground
            foreground: root.tone.foreground
            glyph: Icons.information
            leading: true
            name: qsTr("What is %1?").arg(modelData.term)
            outline: root.tone.outline
            padding: (Type.latin ? 0.8 : 1.1) * Metrics.u
            spacing: 0.5 * Metrics.u
            text: modelData.term
            textSize: (Type.latin ? 0.8 : 0.95) * Type.control

            onTapped: root.termTapped(modelData.index)
        }
    }
}
