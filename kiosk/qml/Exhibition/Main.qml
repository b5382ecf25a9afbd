pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

Window {
    id: root

    required property VisitViewModel visit
    required property url textures
    required property real pitch
    required property real answerWithin
    property bool still: false
    property bool ready: false

    component Screen: Loader {
        required property string name
        readonly property bool current: root.visit.screen === name
        property int fade: Motion.fade

        anchors.fill: parent
        active: root.ready && (current || opacity > 0)
        enabled: current
        opacity: current ? 1 : 0
        visible: opacity > 0
        z: current ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.fade
            }
        }
    }

    component Overlay: Loader {
        required property bool shown

        anchors.fill: parent
        active: shown || opacity > 0
        enabled: shown
        opacity: shown ? 1 : 0
        visible: opacity > 0
        z: 2

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.quick
            }
        }
    }

    color: Colours.paper
    title: root.visit.exhibition.title

    Component.onCompleted: root.ready = true

    Binding {
        property: "width"
        target: Metrics
        value: root.width
    }

    Binding {
        property: "height"
        target: Metrics
        value: root.height
    }

    Binding {
        property: "pitch"
        target: Metrics
        value: root.pitch
    }

    Binding {
        property: "latin"
        target: Type
        value: root.visit.language === "en"
    }

    Binding {
        property: "still"
        target: Motion
        value: root.still
    }

    Item {
        anchors.fill: parent
        focus: true

        Keys.onPressed: event => {
            event.accepted = root.visit.pressKey(event.key);
        }

        Screen {
            name: "attract"

            sourceComponent: Attract {
                textures: root.textures
                visit: root.visit
            }
        }

        Screen {
            name: "home"

            sourceComponent: Home {
                visit: root.visit
            }
        }

        Screen {
            name: "slide"

            sourceComponent: SlideScreen {
                visit: root.visit
            }
        }

        Screen {
            name: "numbers"

            sourceComponent: Numbers {
                visit: root.visit
            }
        }

        Screen {
            name: "prologue"

            sourceComponent: Prologue {
                visit: root.visit
            }
        }

        Screen {
            name: "credits"

            sourceComponent: Credits {
                visit: root.visit
            }
        }

        Overlay {
            shown: root.visit.zoomed

            sourceComponent: Viewer {
                visit: root.visit
            }
        }

        Overlay {
            shown: root.visit.term !== null

            sourceComponent: TermCard {
                visit: root.visit
            }
        }

        Overlay {
            shown: root.visit.asking
            z: 3

            sourceComponent: StillThere {
                seconds: root.answerWithin
                textures: root.textures
                visit: root.visit
            }
        }
    }
}
