pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// One glazed ward for each theme, in the lattice of the rubbing. They are glazed one after another.
Item {
    id: root

    required property ExhibitionViewModel exhibition
    property real progress: 1
    readonly property real lattice: 4 * Metrics.u
    readonly property real latticeX: Metrics.portrait ? -Metrics.u : 0
    readonly property int count: exhibition.themes.length

    function wardPlace(index: int): point {
        if (Metrics.portrait)
            return Qt.point(1 + Math.round(index * 9 / Math.max(1, count - 1)), index % 2);
        return Qt.point(5 + Math.round(index * 13 / Math.max(1, count - 1)), index % 2);
    }

    Repeater {
        model: root.exhibition.themes

        Rectangle {
            id: glazed

            required property int index
            required property ThemeViewModel modelData
            readonly property point place: root.wardPlace(index)

            x: Math.round(root.latticeX + place.x * root.lattice)
            y: Math.round(place.y * root.lattice)
            height: Math.round(3.36 * Metrics.u)
            width: height
            color: modelData.base
            opacity: Math.max(0, Math.min(1, root.progress * (root.count + 2) - index))

            Emblem {
                anchors.centerIn: parent
                figure: Colours.cream
                ground: glazed.modelData.base
                name: glazed.modelData.emblem
                size: Math.round(2.1 * Metrics.u)
            }
        }
    }
}
