pragma Singleton

import QtQuick

// Durations in ms. `reduced` shows every end state at once, and a page still fades; `still` also drops that, stops the loop
// of the attract screen and loads every picture before the screen is shown, for snapshots.
QtObject {
    property bool still: false
    property bool reduced: false

    readonly property int press: reduced ? 0 : 90
    readonly property int quick: reduced ? 0 : 180
    readonly property int fade: still ? 0 : 160
    readonly property int page: reduced ? 0 : 420
    readonly property int turn: reduced ? fade : 260
    readonly property int open: reduced ? 0 : 520
    readonly property int count: reduced ? 0 : 1200
    readonly property int build: reduced ? 0 : 900
    readonly property int draw: reduced ? 0 : 800
    readonly property int idle: reduced ? 0 : 800
    readonly property int stagger: reduced ? 0 : 120
    readonly property int nicheStagger: reduced ? 0 : 60
    readonly property int tick: reduced ? 0 : 1000
    readonly property int poster: 6000
    readonly property int figure: 7000
    readonly property int drift: 40000
    readonly property int rest: 1600
    readonly property int breath: 2400
    readonly property int notice: 30000
    readonly property int hour: 3600000
}
