pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A theme being read: its slides turn on a stage between a header and the controls that stay.
Item {
    id: root

    required property VisitViewModel visit
    readonly property bool cover: front?.slide.kind === "cover"
    readonly property bool photo: front?.slide.kind === "photo"
    property SlideSlot front: null
    property SlideSlot rear: null
    property int entry: -1
    readonly property bool leaving: visit.lastSlide && visit.part + 1 >= visit.parts
    property real shift: 0

    // A slot never changes its slide: what is on its way out must not be bound to what comes in.
    function show(): void {
        if (!root.visit.slide || root.front?.slide === root.visit.slide && root.front.part === root.visit.part && root.front.large === root.visit.largeText)
            return;
        turn.complete();
        const again = root.entry === root.visit.entry;
        root.entry = root.visit.entry;
        root.rear = root.front;
        root.front = slot.createObject(swipe, {
            "theme": root.visit.theme,
            "slide": root.visit.slide,
            "part": root.visit.part,
            "large": root.visit.largeText,
            "settled": again || Motion.reduced
        }) as SlideSlot;
        if (root.rear && !again)
            turn.start();
        else
            root.retire();
    }

    function wayOn(): string {
        if (!root.leaving || Metrics.portrait && Metrics.large && root.visit.nextTheme)
            return qsTr("Next");
        if (!root.visit.nextTheme)
            return Metrics.portrait && Metrics.large ? qsTr("Home") : qsTr("Back to the start");
        return Metrics.portrait || Metrics.large ? qsTr("Next theme") : qsTr("On to: %1").arg(root.visit.nextTheme.title);
    }

    function retire(): void {
        root.rear?.destroy();
        root.rear = null;
    }

    Component.onCompleted: root.show()

    Connections {
        function onSlideChanged(): void {
            root.show();
        }

        function onEntryChanged(): void {
            root.show();
        }

        function onPartChanged(): void {
            root.show();
        }

        function onLargeTextChanged(): void {
            root.show();
        }

        target: root.visit
    }

    Tone {
        id: tone

        base: root.front?.theme.base ?? Colours.ink
        deep: root.front?.theme.deep ?? Colours.ink
        glazed: root.front?.glazed ?? false
        glow: root.front?.theme.glow ?? Colours.ink
        tint: root.front?.theme.tint ?? Colours.ink
    }

    Rectangle {
        anchors.fill: parent
        color: tone.ground

        gradient: Gradient {
            GradientStop {
                color: tone.groundTop
                position: 0
            }

            GradientStop {
                color: tone.ground
                position: 0.55
            }

            GradientStop {
                color: tone.ground
                position: 1
            }
        }
    }

    SwipeArea {
        id: swipe

        height: Metrics.footerTop
        width: parent.width

        onSwiped: direction => direction > 0 ? root.visit.next() : root.visit.previous()

        transform: Translate {
            x: 0.3 * swipe.pull
        }
    }

    Component {
        id: slot

        SlideSlot {
            id: made

            x: root.front === made ? Math.round(root.shift) : 0
            height: root.height
            width: root.width
            enabled: root.front === made
            z: enabled ? 1 : 0

            onTermTapped: term => root.visit.showTerm(term)
            onZoomTapped: root.visit.zoom()
        }
    }

    ParallelAnimation {
        id: turn

        onFinished: root.retire()

        NumberAnimation {
            duration: Motion.fade
            from: 1
            property: "opacity"
            target: root.rear
            to: 0
        }

        NumberAnimation {
            duration: Motion.fade
            from: 0
            property: "opacity"
            target: root.front
            to: 1
        }

        NumberAnimation {
            duration: Motion.page
            easing.type: Easing.OutCubic
            from: (root.visit.direction || 1) * 2 * Metrics.u
            property: "shift"
            target: root
            to: 0
        }
    }

    Header {
        y: root.photo && Metrics.portrait ? Metrics.pictureHeight + 1.4 * Metrics.u : Metrics.headerTop
        width: parent.width
        exhibitionTitle: root.visit.exhibition.title
        inset: root.photo && !Metrics.portrait ? Metrics.pictureWidth + 2.66 * Metrics.u : Metrics.margin
        section: root.front?.slide.section ?? ""
        theme: root.front?.theme ?? root.visit.exhibition.themes[0]
        tone: tone
        visible: !root.cover && root.front !== null
    }

    Footer {
        y: Metrics.footerTop
        width: parent.width
        count: root.visit.slide?.count ?? 0
        index: root.visit.slide?.index ?? 0
        nextFill: root.leaving && root.visit.nextTheme && !tone.glazed && !tone.contrast ? root.visit.nextTheme.base : tone.fill
        nextText: root.wayOn()
        tone: tone
        turning: true
        visit: root.visit

        onNextTapped: root.visit.next()
        onPreviousTapped: root.visit.previous()
    }
}
