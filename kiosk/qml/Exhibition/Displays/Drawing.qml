import QtQuick
import Exhibition.Design
import Exhibition.Models

// What every drawing of a figure is given. `implicitWidth` and `implicitHeight` are what it takes of its box.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    property real progress: 1

    // How strong a part of the drawing stands, `at` (0 to 1) on its way to the end: towards a limit it was not to reach, ever paler.
    function strength(at: real): real {
        return statistic.under ? 1 - 0.86 * Math.max(0, Math.min(1, at)) : 1;
    }

    // Never their implicit sizes, which follow from them.
    height: 0
    width: 0

    Accessible.ignored: true
}
