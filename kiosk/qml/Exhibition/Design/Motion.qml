pragma Singleton

import QtQuick

// Durations in ms. `still` shows every end state at once: snapshots, tests and reduced motion.
QtObject {
    property bool still: false

    readonly property int press: still ? 0 : 90
    readonly property int quick: still ? 0 : 180
    readonly property int fade: still ? 0 : 160
    readonly property int page: still ? 0 : 420
    readonly property int open: still ? 0 : 520
    readonly property int count: still ? 0 : 1200
    readonly property int build: still ? 0 : 900
    readonly property int draw: still ? 0 : 800
    readonly property int idle: still ? 0 : 800
    readonly property int stagger: still ? 0 : 120
    readonly property int nicheStagger: still ? 0 : 60
    readonly property int poster: 6000
    readonly property int figure: 7000
    readonly property int breath: 2400
}
