import QtQuick
import Exhibition.Design
import Exhibition.Models

// What every kind of slide is given, and what it may ask for. `settled` shows the end state at once; otherwise the
// slide plays once, when it enters. Outside the themes there is no `theme`.
Item {
    id: root

    property ThemeViewModel theme: null
    required property Tone tone
    required property bool settled
    property int playTime: Motion.count

    property real progress: settled ? 1 : 0

    signal termTapped(int term)
    signal zoomTapped

    Component.onCompleted: {
        if (!settled)
            play.start();
    }

    NumberAnimation {
        id: play

        duration: root.playTime
        easing.type: Easing.OutQuart
        property: "progress"
        target: root
        to: 1
    }
}
