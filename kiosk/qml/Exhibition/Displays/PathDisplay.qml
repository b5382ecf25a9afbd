pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls

// A length as a walk along the ward streets: legs of whole wards, drawn from its start to a round end.
// Where it is longer it goes on in dashes; what it was not to reach is dashed.
Drawing {
    id: root

    readonly property int columns: 8
    readonly property int rows: Math.max(3, Math.floor(columns * height / Math.max(width, 1)))
    readonly property int pitch: Math.floor(Math.min(0.97 * width / columns, height / rows))
    readonly property int street: Math.max(3, Math.round(0.14 * pitch))
    readonly property bool told: !statistic.open && !statistic.under
    readonly property list<point> corners: walk()

    function walk(): list<point> {
        const found = [Qt.point(0, rows - 1)];
        const legs = [[3, 0], [0, -1], [1, 0], [0, -1], [2, 0], [0, -(rows - 3)], [told ? 2 : 1, 0]];
        for (const leg of legs)
            found.push(Qt.point(found[found.length - 1].x + leg[0], Math.max(0, found[found.length - 1].y + leg[1])));
        return found;
    }

    implicitHeight: rows * pitch
    implicitWidth: columns * pitch

    Repeater {
        model: root.rows * root.columns

        Rectangle {
            required property int index

            x: (index % root.columns) * root.pitch + root.street
            y: Math.floor(index / root.columns) * root.pitch + root.street
            height: root.pitch - 2 * root.street
            width: height
            color: root.tone.wardEmpty
        }
    }

    Repeater {
        model: root.told ? 0 : 3

        WardOutline {
            required property int index

            x: Math.round((root.columns - 1) * root.pitch + root.street * (1.9 + 1.6 * index))
            y: root.pitch - height / 2
            height: root.street
            width: Math.round(1.2 * root.street)
            colour: root.tone.ward
            opacity: root.statistic.under ? 1 : 1 - 0.3 * index
            stroke: Math.max(1, root.street / 7)
        }
    }

    StreetPath {
        colour: root.tone.ward
        corners: root.corners.map(c => Qt.point(c.x * root.pitch, (c.y + 1) * root.pitch))
        hole: root.tone.ground
        progress: root.progress
        street: root.street
    }
}
