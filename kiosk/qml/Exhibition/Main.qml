import QtQuick
import Exhibition.Design
import Exhibition.Models

// The hall in a window of its own.
Window {
    id: root

    required property VisitViewModel visit
    required property AttractViewModel attract
    required property VoiceViewModel voice
    required property url textures
    required property real diagonal
    required property real pitch
    required property real answerWithin
    property bool still: false
    property bool framed: true
    readonly property string shownScreen: hall.shownScreen
    readonly property bool opening: hall.opening
    readonly property bool closing: hall.closing

    color: Colours.paper
    flags: framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    title: root.visit.exhibition.title

    Hall {
        id: hall

        height: root.height
        width: root.width
        answerWithin: root.answerWithin
        attract: root.attract
        diagonal: root.diagonal
        focus: true
        pitch: root.pitch
        still: root.still
        textures: root.textures
        visit: root.visit
        voice: root.voice
    }
}
