pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design

// Follows up to three fingers, each on its own, so that a resting palm does not stop a swipe.
Item {
    id: root

    property real pull: 0

    signal swiped(int direction)

    component Finger: PointHandler {
        property bool moving: false
        property point start
        property real travel: 0

        acceptedButtons: Qt.LeftButton

        onActiveChanged: {
            moving = false;
            root.pull = 0;
            if (active)
                travel = 0;
        }
        onGrabChanged: (transition, point) => {
            // A finger that was taken away, or lost, turns nothing: only one that was lifted does.
            if (transition === PointerDevice.UngrabPassive && point.state === EventPoint.Released && Math.abs(travel) > Metrics.swipeDistance)
                root.swiped(travel < 0 ? 1 : -1);
        }
        onPointChanged: {
            if (!active)
                return;
            // The point's own press position starts anew whenever another finger comes down; a binding is one event late.
            const at = root.parent.mapFromItem(null, point.scenePosition.x, point.scenePosition.y);
            if (!moving)
                start = at;
            moving = true;
            const x = at.x - start.x;
            const y = at.y - start.y;
            travel = Math.abs(x) > 1.5 * Math.abs(y) ? x : 0;
            root.pull = travel;
        }
    }

    Finger {}
    Finger {}
    Finger {}
}
