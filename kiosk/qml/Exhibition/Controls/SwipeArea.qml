pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// Follows up to three fingers, each on its own, so that a resting palm does not stop a swipe.
Item {
    id: root

    property real pull: 0

    signal swiped(int direction)

    component Finger: PointHandler {
        readonly property real travel: point.position.x - point.pressPosition.x
        readonly property bool level: Math.abs(travel) > 1.5 * Math.abs(point.position.y - point.pressPosition.y)
        property real last: 0

        acceptedButtons: Qt.LeftButton

        onActiveChanged: {
            if (active)
                return;
            root.pull = 0;
            if (Math.abs(last) > Metrics.swipeDistance)
                root.swiped(last < 0 ? 1 : -1);
            last = 0;
        }
        onPointChanged: {
            if (!active)
                return;
            last = level ? travel : 0;
            root.pull = last;
        }
    }

    Finger {}
    Finger {}
    Finger {}
}
