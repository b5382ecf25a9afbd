pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What plays when nobody is there: the title cut in stone, then scenes of the year, one after another. A touch leads
// straight to what is on. Round after round everything stands a few pixels elsewhere.
Item {
    id: root

    required property VisitViewModel visit
    required property AttractViewModel attract
    required property url textures
    readonly property ExhibitionViewModel exhibition: visit.exhibition
    readonly property real bandTop: (Metrics.portrait ? 57 : 31.6) * Metrics.u
    readonly property bool poster: attract.theme === null
    property real touch: 0
    property Item front: null
    property Item rear: null
    property real progress: 1

    // A scene never changes what it shows: what is on its way out must not be bound to what comes in.
    function show(): void {
        turn.complete();
        root.rear = root.front;
        root.front = made();
        if (root.rear)
            turn.start();
        else
            root.progress = 1;
    }

    function made(): Item {
        const given = {
            "bandTop": root.bandTop
        };
        if (root.poster)
            return posterScene.createObject(scenes, given) as Item;
        if (root.attract.figure)
            return figureScene.createObject(scenes, Object.assign(given, {
                "theme": root.attract.theme,
                "figure": root.attract.figure
            })) as Item;
        if (root.attract.picture)
            return pictureScene.createObject(scenes, Object.assign(given, {
                "theme": root.attract.theme,
                "picture": root.attract.picture
            })) as Item;
        return themeScene.createObject(scenes, Object.assign(given, {
            "theme": root.attract.theme
        })) as Item;
    }

    function retire(): void {
        root.rear?.destroy();
        root.rear = null;
    }

    Component.onCompleted: root.show()

    Connections {
        function onSceneChanged(): void {
            root.show();
        }

        target: root.attract
    }

    Component {
        id: posterScene

        AttractPoster {
            id: poster

            anchors.fill: parent
            exhibition: root.exhibition
            progress: root.front === poster ? root.progress : 1
        }
    }

    Component {
        id: figureScene

        AttractFigure {
            id: figure

            anchors.fill: parent
            progress: root.front === figure ? root.progress : 1
        }
    }

    Component {
        id: pictureScene

        AttractPicture {
            anchors.fill: parent
        }
    }

    Component {
        id: themeScene

        AttractTheme {
            id: theme

            anchors.fill: parent
            progress: root.front === theme ? root.progress : 1
        }
    }

    Timer {
        interval: root.poster ? Motion.poster : Motion.figure
        repeat: true
        running: root.visible && !Motion.still

        onTriggered: root.attract.advance()
    }

    ParallelAnimation {
        id: turn

        onFinished: root.retire()

        NumberAnimation {
            duration: Motion.page
            from: 1
            property: "opacity"
            target: root.rear
            to: 0
        }

        NumberAnimation {
            duration: Motion.page
            from: 0
            property: "opacity"
            target: root.front
            to: 1
        }

        NumberAnimation {
            duration: Motion.count
            easing.type: Easing.OutQuart
            from: 0
            property: "progress"
            target: root
            to: 1
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.stone
    }

    Item {
        x: root.attract.shift.x
        y: root.attract.shift.y
        height: parent.height
        width: parent.width

        Ground {
            height: width * (Metrics.portrait ? 16 / 9 : 9 / 16)
            width: parent.width
            asynchronous: !Motion.still
            portrait: Metrics.portrait
            textures: root.textures
            visible: !Colours.contrast
            wide: Metrics.width
        }

        Item {
            id: scenes

            anchors.fill: parent
        }

        Copy {
            anchors.right: parent.right
            anchors.rightMargin: Metrics.margin
            y: root.bandTop + (Metrics.portrait ? 3.4 : 0.6) * Metrics.u
            color: Colours.creamSoft
            font.family: Type.latin ? Type.numeral : Type.serif
            font.pixelSize: (Type.latin ? 0.95 : 1.05) * Metrics.u
            font.weight: Type.latin ? Font.Normal : Font.DemiBold
            text: root.poster ? root.exhibition.place : root.exhibition.title
            wrapMode: Text.NoWrap
        }

        Rectangle {
            x: Metrics.margin
            y: Metrics.portrait ? 63 * Metrics.u : 35.7 * Metrics.u
            height: Metrics.hairline
            width: Metrics.contentWidth
            color: Colours.creamSoft
            opacity: 0.45
        }

        Row {
            x: Metrics.margin
            y: Metrics.portrait ? 66 * Metrics.u : 40 * Metrics.u - height / 2
            spacing: 1.4 * Metrics.u

            Item {
                anchors.verticalCenter: parent.verticalCenter
                height: 5.5 * Metrics.u
                width: height

                SequentialAnimation {
                    loops: Animation.Infinite
                    running: root.visible && !Motion.reduced

                    NumberAnimation {
                        duration: Motion.breath / 2
                        easing.type: Easing.InOutSine
                        property: "touch"
                        target: root
                        to: 1
                    }

                    NumberAnimation {
                        duration: Motion.breath / 2
                        easing.type: Easing.InOutSine
                        property: "touch"
                        target: root
                        to: 0
                    }
                }

                Repeater {
                    model: 2

                    Rectangle {
                        required property int index

                        anchors.centerIn: parent
                        height: (4.5 + index + 0.5 * root.touch * index) * Metrics.u
                        width: height
                        border.color: Colours.creamSoft
                        border.width: Metrics.hairline
                        color: "transparent"
                        opacity: index === 0 ? 0.9 : 0.5 * (1 - 0.6 * root.touch)
                        radius: height / 2
                    }
                }

                Rectangle {
                    anchors.centerIn: parent
                    height: 3.2 * Metrics.u
                    width: height
                    border.color: Colours.amberSignal
                    border.width: 1.06 * Metrics.u
                    color: Colours.stone
                    radius: height / 2
                }
            }

            BothLanguages {
                anchors.verticalCenter: parent.verticalCenter
                spacing: 0.2 * Metrics.u
                color: Colours.cream
                en: "Touch to begin"
                otherSize: 1.05 * Metrics.u
                size: 1.67 * Metrics.u
                softColor: Colours.creamSoft
                zh: "轻触屏幕　开始参观"
            }
        }

        Row {
            id: controls

            anchors.right: parent.right
            anchors.rightMargin: Metrics.margin
            y: Metrics.portrait ? parent.height - height - 2.4 * Metrics.u : 40 * Metrics.u - height / 2
            spacing: 0.75 * Metrics.u

            RoundButton {
                focusColor: Colours.cream
                name: qsTr("Reading settings")
                outline: Colours.creamSoft
                pressedFill: Qt.alpha(Colours.cream, 0.18)

                onTapped: root.visit.openComfort()

                AccessIcon {
                    anchors.centerIn: parent
                    colour: Colours.cream
                    size: 0.5 * parent.height
                }
            }

            LanguageSwitch {
                fill: Colours.cream
                foreground: Colours.cream
                language: root.visit.language
                overFill: Colours.stone
                outline: Colours.creamSoft

                onChosen: language => root.visit.setLanguage(language)
            }
        }
    }

    // Whatever is touched begins; only the controls wait for the finger to be lifted from them.
    PointHandler {
        margin: 0

        onActiveChanged: {
            const at = controls.mapFromItem(root, point.position.x, point.position.y);
            const slack = Metrics.touchSlack;
            const chosen = at.x > -slack && at.y > -slack && at.x < controls.width + slack && at.y < controls.height + slack;
            if (active && !chosen)
                root.attract.enter();
        }
    }
}
