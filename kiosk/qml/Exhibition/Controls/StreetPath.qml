pragma ComponentBehavior: Bound

import QtQuick

// A line along streets that meet at right angles, drawn from its first corner to a ring at its last. Corners in px.
Item {
    id: root

    required property list<point> corners
    required property real street
    required property color colour
    required property color hole
    property real progress: 1
    readonly property real total: lengthTo(corners.length - 1)

    function lengthTo(corner: int): real {
        let sum = 0;
        for (let i = 1; i <= corner; i++)
            sum += Math.abs(corners[i].x - corners[i - 1].x) + Math.abs(corners[i].y - corners[i - 1].y);
        return sum;
    }

    Repeater {
        model: Math.max(0, root.corners.length - 1)

        Rectangle {
            required property int index
            readonly property point from: root.corners[index]
            readonly property point to: root.corners[index + 1]
            readonly property real leg: Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
            readonly property real done: Math.max(0, Math.min(leg, root.progress * root.total - root.lengthTo(index)))
            readonly property bool level: to.y === from.y

            x: (level ? (to.x > from.x ? from.x : from.x - done) : from.x) - root.street / 2
            y: (level ? from.y : (to.y > from.y ? from.y : from.y - done)) - root.street / 2
            height: (level ? 0 : done) + root.street
            width: (level ? done : 0) + root.street
            color: root.colour
            visible: done > 0
        }
    }

    Rectangle {
        readonly property point end: root.corners[root.corners.length - 1]

        x: end.x - width / 2
        y: end.y - height / 2
        height: 3.2 * root.street
        width: height
        border.color: root.colour
        border.width: 0.95 * root.street
        color: root.hole
        radius: height / 2
        visible: root.progress >= 1
    }
}
