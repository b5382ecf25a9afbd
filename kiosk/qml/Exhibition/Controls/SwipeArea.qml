pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// Follows up to three fingers, each on its own, so that a resting palm does not stop a swipe.
Item {
    id: root

    property real pull: 0

    signal swiped(int direction)

    component Finger: PointHandler {
        property real travel: 0

        acceptedButtons: Qt.LeftButton

        onActiveChanged: {
            if (active)
                return;
            const travelled = travel;
            travel = 0;
            root.pull = 0;
            if (Math.abs(travelled) > Metrics.swipeDistance)
                root.swiped(travelled < 0 ? 1 : -1);
        }
        onPointChanged: {
            if (!active)
                return;
            // Bindings on the point are one event late here: they would lose the end of a flick.
            const x = point.position.x - point.pressPosition.x;
            const y = point.position.y - point.pressPosition.y;
            travel = Math.abs(x) > 1.5 * Math.abs(y) ? x : 0;
            root.pull = travel;
        }
    }

    Finger {}
    Finger {}
    Finger {}
}
