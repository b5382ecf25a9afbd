pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A length as a walk along the ward streets: legs of whole wards, drawn from its start to a round end.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    property real progress: 1
    readonly property int columns: 8
    readonly property int rows: Math.max(3, Math.floor(columns * height / Math.max(width, 1)))
    readonly property int pitch: Math.floor(Math.min(0.97 * width / columns, height / rows))
    readonly property int street: Math.max(3, Math.round(0.14 * pitch))
    readonly property list<point> corners: walk()

    function walk(): list<point> {
        const found = [Qt.point(0, rows - 1)];
        const legs = [[3, 0], [0, -1], [1, 0], [0, -1], [2, 0], [0, -(rows - 3)], [2, 0]];
        for (const leg of legs)
            found.push(Qt.point(found[found.length - 1].x + leg[0], Math.max(0, found[found.length - 1].y + leg[1])));
        return found;
    }

    implicitHeight: rows * pitch
    implicitWidth: columns * pitch

    Accessible.ignored: true

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

    StreetPath {
        colour: root.tone.ward
        corners: root.corners.map(c => Qt.point(c.x * root.pitch, (c.y + 1) * root.pitch))
        hole: root.tone.ground
        progress: root.progress
        street: root.street
    }
}
