pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// One thing said to whoever has not chosen a language: first in that of the exhibition, then in the other.
Column {
    id: root

    required property string zh
    required property string en
    required property color color
    required property color softColor
    required property real size
    required property real otherSize
    property int weight: Font.Black

    component Words: Copy {
        required property bool latin

        width: Math.min(implicitWidth, root.width > 0 ? root.width : implicitWidth)
        font.family: latin ? Type.numeral : Type.serif
        font.features: latin ? ({
                "lnum": 1
            }) : ({
                "chws": 1,
                "lnum": 1
            })
        text: latin ? root.en : root.zh
    }

    Words {
        color: root.color
        font.pixelSize: (latin ? 0.9 : 1) * root.size
        font.weight: latin ? Font.DemiBold : root.weight
        latin: Type.latin
        lineHeight: lineCount > 1 ? Type.headingLine : 1
    }

    Words {
        color: root.softColor
        font.pixelSize: root.otherSize
        font.weight: latin ? Font.Normal : Font.DemiBold
        latin: !Type.latin
    }
}
