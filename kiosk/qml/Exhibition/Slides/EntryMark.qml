pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What an entry is known by: its pictogram, or its number where it has none.
Item {
    id: root

    required property EntryViewModel entry
    required property color color
    required property color ground

    Loader {
        anchors.centerIn: parent

        sourceComponent: root.entry.pictogram === "" ? number : pictogram
    }

    Component {
        id: number

        Copy {
            color: root.color
            font.family: Type.numeral
            font.pixelSize: Math.round(0.8 * root.height)
            font.weight: Font.DemiBold
            text: root.entry.number
        }
    }

    Component {
        id: pictogram

        Emblem {
            figure: root.color
            ground: root.ground
            kind: "pictogram"
            name: root.entry.pictogram
            size: Math.round(root.height)
        }
    }
}
