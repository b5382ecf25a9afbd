pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

// What the drawn arrangements of entries share: the entries, and how large their words can be.
Item {
    id: root

    required property list<QtObject> entries
    required property Tone tone
    property real progress: 1
    readonly property int count: entries.length
    // The size of a text in parts of its title's.
    readonly property real textShare: Type.latin ? 0.72 : 0.68

    signal termTapped(int term)

    // The largest size of titles, in px, at which every entry stays within a box; the second look is at that size.
    function fit(width: real, height: real, most: real): real {
        return root.smallest(width, height, root.smallest(width, height, most));
    }

    function smallest(width: real, height: real, most: real): real {
        return Math.min(...root.entries.map(entry => (entry as EntryViewModel).fit(width, height, most, root.textShare, Type.note)));
    }

    // How far something has come, 0 to 1, that starts at `start` of the play and takes `share` of it.
    function stage(start: real, share: real): real {
        return root.progress < 1 ? Math.max(0, Math.min(1, (root.progress - start) / share)) : 1;
    }
}
