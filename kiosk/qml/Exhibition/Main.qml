pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

Window {
    id: root

    required property VisitViewModel visit
    required property url textures
    required property real diagonal
    required property real pitch
    required property real answerWithin
    property bool still: false
    property bool reducedMotion: false
    property bool ready: false

    property string shownScreen: visit.screen
    property string leftScreen: ""
    property real arrival: 1
    property real parting: 0
    readonly property bool covered: visit.zoomed || visit.term !== null || visit.asking
    readonly property bool opening: leftScreen === "home" && shownScreen === "slide" && arrival < 1

    component Screen: Loader {
        required property string name
        readonly property bool current: root.shownScreen === name

        anchors.fill: parent
        active: root.ready && (current || opacity > 0)
        enabled: current && !root.covered
        opacity: current ? root.arrival : root.leftScreen === name ? 1 : 0
        visible: opacity > 0 || current
        z: current ? 1 : 0
    }

    component Overlay: Loader {
        required property bool shown

        anchors.fill: parent
        active: shown || opacity > 0
        enabled: shown && (z > 2 || !root.visit.asking)
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

    function change(): void {
        arriving.complete();
        root.leftScreen = root.shownScreen;
        root.arrival = 0;
        root.parting = 0;
        root.shownScreen = root.visit.screen;
        arriving.start();
    }

    Component.onCompleted: root.ready = true

    Connections {
        function onScreenChanged(): void {
            root.change();
        }

        target: root.visit
    }

    SequentialAnimation {
        id: arriving

        onFinished: root.leftScreen = ""

        NumberAnimation {
            duration: root.opening ? Motion.open : 0
            easing.type: Easing.InOutQuart
            property: "parting"
            target: root
            to: root.opening ? 1 : 0
        }

        NumberAnimation {
            duration: root.shownScreen === "attract" ? Motion.idle : Motion.fade
            property: "arrival"
            target: root
            to: 1
        }
    }

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
        value: root.diagonal > 0 ? root.diagonal / Math.hypot(root.width, root.height) : root.pitch
    }

    Binding {
        property: "latin"
        target: Type
        value: root.visit.language === "en"
    }

    Binding {
        property: "reduced"
        target: Motion
        value: root.reducedMotion || root.still
    }

    Binding {
        property: "still"
        target: Motion
        value: root.still
    }

    FocusScope {
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
                opened: root.opening ? (root.visit.theme?.index ?? -1) : -1
                parting: root.parting
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

        Item {
            anchors.fill: parent
            enabled: root.opening
            z: 2

            TapHandler {
                gesturePolicy: TapHandler.ReleaseWithinBounds

                onPressedChanged: arriving.complete()
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
