pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

// Everything the hall sees, in the hall's own pixels: its window is filled with it, a preview shows it scaled.
FocusScope {
    id: root

    required property VisitViewModel visit
    required property AttractViewModel attract
    required property VoiceViewModel voice
    required property url textures
    required property real diagonal
    required property real pitch
    required property real answerWithin
    property bool still: false
    // While it is false there is no view. From then on each is as if it had just been entered.
    property bool ready: false

    property string shownScreen: visit.screen
    property string leftScreen: ""
    property real arrival: 1
    property real parting: 0
    property int theme: -1
    readonly property bool covered: visit.zoomed || visit.term !== null || visit.choosing || visit.asking
    readonly property bool opening: leftScreen === "home" && shownScreen === "slide" && arrival < 1
    readonly property bool closing: leftScreen === "slide" && shownScreen === "home"
    readonly property real stageHeight: !visit.lowReach ? height : height > width ? Math.round(width * 9 / 16) : Math.round(height * 2 / 3)

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

    function change(): void {
        arriving.complete();
        root.leftScreen = root.shownScreen;
        root.arrival = 0;
        root.parting = root.leftScreen === "slide" ? 1 : 0;
        root.shownScreen = root.visit.screen;
        arriving.start();
    }

    Component.onCompleted: root.ready = true

    Connections {
        function onScreenChanged(): void {
            root.change();
        }

        function onThemeChanged(): void {
            if (root.visit.theme)
                root.theme = root.visit.theme.index;
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
            duration: root.shownScreen === "attract" || root.shownScreen === "closed" ? Motion.idle : Motion.fade
            property: "arrival"
            target: root
            to: 1
        }

        NumberAnimation {
            duration: root.closing ? Motion.open : 0
            easing.type: Easing.InOutQuart
            property: "parting"
            target: root
            to: 0
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
        value: root.stageHeight
    }

    Binding {
        property: "pitch"
        target: Metrics
        value: root.diagonal > 0 ? root.diagonal / Math.hypot(root.width, root.height) : root.pitch
    }

    Binding {
        property: "reduction"
        target: Metrics
        value: Math.max(1, Math.ceil(1 / (root.parent?.scale ?? 1)))
    }

    Binding {
        property: "large"
        target: Metrics
        value: root.visit.largeText
    }

    Binding {
        property: "low"
        target: Metrics
        value: root.visit.lowReach
    }

    Binding {
        property: "contrast"
        target: Metrics
        value: root.visit.highContrast
    }

    Binding {
        property: "contrast"
        target: Colours
        value: root.visit.highContrast
    }

    Binding {
        property: "latin"
        target: Type
        value: root.visit.language === "en"
    }

    Binding {
        property: "reduced"
        target: Motion
        value: root.visit.reducedMotion || root.still
    }

    Binding {
        property: "still"
        target: Motion
        value: root.still
    }

    Reader {
        visit: root.visit
        voice: root.voice
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.paper
    }

    Lintel {
        height: parent.height - root.stageHeight
        width: parent.width
        textures: root.textures
        theme: root.visit.theme
        visible: height > 0
    }

    FocusScope {
        anchors.bottom: parent.bottom
        height: root.stageHeight
        width: parent.width
        clip: root.visit.lowReach
        focus: true

        Keys.onPressed: event => {
            event.accepted = root.visit.pressKey(event.key);
        }

        Screen {
            name: "attract"

            sourceComponent: Attract {
                attract: root.attract
                textures: root.textures
                visit: root.visit
            }
        }

        Screen {
            name: "closed"

            sourceComponent: Closed {
                attract: root.attract
                textures: root.textures
                visit: root.visit
            }
        }

        Screen {
            name: "home"

            sourceComponent: Home {
                opened: root.opening || root.closing ? root.theme : -1
                parting: root.parting
                settled: root.closing
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

        Screen {
            name: "licences"

            sourceComponent: Licences {
                visit: root.visit
            }
        }

        // A touch ends the motion. A niche that opens takes it, because a second tap was meant for it; one that closes lets
        // it through to the niches.
        Item {
            anchors.fill: parent
            enabled: root.opening || root.closing
            z: 2

            TapHandler {
                enabled: root.opening
                gesturePolicy: TapHandler.ReleaseWithinBounds

                onPressedChanged: arriving.complete()
            }

            PointHandler {
                onActiveChanged: {
                    if (active && root.closing)
                        arriving.complete();
                }
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
            shown: root.visit.choosing

            sourceComponent: ComfortPanel {
                visit: root.visit
                voice: root.voice
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
