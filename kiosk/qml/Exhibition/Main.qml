import QtQuick
import Exhibition.Design
import Exhibition.Models

// The hall in a window of its own, turned where the screen hangs on its side and the system does not know.
Window {
    id: root

    required property VisitViewModel visit
    required property AttractViewModel attract
    required property VoiceViewModel voice
    required property url textures
    required property real diagonal
    required property real pitch
    required property real answerWithin
    // In degrees clockwise: 0, 90, 180 or 270.
    required property int turn
    property bool still: false
    property bool framed: true
    readonly property Item shownHall: hall
    readonly property string shownScreen: hall.shownScreen
    readonly property bool opening: hall.opening
    readonly property bool closing: hall.closing
    readonly property bool sideways: turn % 180 !== 0

    color: Colours.paper
    flags: framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    title: root.visit.exhibition.title

    Hall {
        id: hall

        anchors.centerIn: parent
        height: root.sideways ? root.width : root.height
        width: root.sideways ? root.height : root.width
        answerWithin: root.answerWithin
        attract: root.attract
        diagonal: root.diagonal
        focus: true
        pitch: root.pitch
        rotation: root.turn
        still: root.still
        textures: root.textures
        visit: root.visit
        voice: root.voice
    }
}
