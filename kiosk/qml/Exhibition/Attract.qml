pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// What plays when nobody is there: the title cut in stone, then the year's figures one by one. Any touch enters.
Item {
    id: root

    required property VisitViewModel visit
    required property url textures
    readonly property ExhibitionViewModel exhibition: visit.exhibition
    readonly property real bandTop: Metrics.portrait ? 57 * Metrics.u : 31.6 * Metrics.u
    readonly property real lattice: 4 * Metrics.u
    readonly property real latticeX: Metrics.portrait ? -Metrics.u : 0
    property int scene: 0
    readonly property StatisticViewModel statistic: exhibition.attract[Math.max(0, scene - 1)] ?? null
    readonly property ThemeViewModel theme: statistic ? exhibition.themes[statistic.themeIndex] : null
    property real progress: 1
    property real touch: 0

    function wardPlace(index: int): point {
        const count = exhibition.themes.length;
        if (Metrics.portrait)
            return Qt.point(1 + Math.round(index * 9 / Math.max(1, count - 1)), index % 2);
        return Qt.point(5 + Math.round(index * 13 / Math.max(1, count - 1)), index % 2);
    }

    function advance(): void {
        root.scene = (root.scene + 1) % (root.exhibition.attract.length + 1);
        root.progress = 0;
        arrive.restart();
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.ink
    }

    Image {
        height: width * (Metrics.portrait ? 16 / 9 : 9 / 16)
        width: parent.width
        asynchronous: !Motion.still
        source: root.textures + (Metrics.portrait ? "/rubbing-portrait.jpg" : "/rubbing.jpg")
        sourceSize: Qt.size(Math.round(Metrics.width), 0)
    }

    Timer {
        interval: root.scene === 0 ? Motion.poster : Motion.figure
        repeat: true
        running: root.visible && !Motion.still && root.exhibition.attract.length > 0

        onTriggered: root.advance()
    }

    NumberAnimation {
        id: arrive

        duration: Motion.count
        easing.type: Easing.OutQuart
        property: "progress"
        target: root
        to: 1
    }

    Item {
        anchors.fill: parent
        opacity: root.scene === 0 ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.page
            }
        }

        Repeater {
            model: root.exhibition.themes

            Rectangle {
                id: glazed

                required property int index
                required property ThemeViewModel modelData
                readonly property point place: root.wardPlace(index)

                x: Math.round(root.latticeX + place.x * root.lattice)
                y: Math.round(place.y * root.lattice)
                height: Math.round(3.36 * Metrics.u)
                width: height
                color: modelData.base

                Emblem {
                    anchors.centerIn: parent
                    figure: Colours.cream
                    ground: glazed.modelData.base
                    name: glazed.modelData.emblem
                    size: Math.round(2.1 * Metrics.u)
                }
            }
        }

        Item {
            id: poster

            x: Metrics.margin
            y: Metrics.portrait ? 13.4 * Metrics.u : 9.9 * Metrics.u
            width: Metrics.contentWidth

            Accessible.name: root.exhibition.title
            Accessible.role: Accessible.Heading

            Column {
                id: mark

                readonly property real ink: Metrics.portrait ? 13 * Metrics.u : 9.75 * Metrics.u

                visible: root.exhibition.language === "zh"

                Repeater {
                    model: root.exhibition.titleMark.split("")

                    Copy {
                        required property string modelData

                        height: 1.05 * mark.ink
                        width: 1.02 * mark.ink
                        font.family: Type.serif
                        font.pixelSize: 1.03 * mark.ink
                        font.weight: Font.Black
                        color: Colours.cream
                        lineHeight: 1
                        text: modelData
                        verticalAlignment: Text.AlignVCenter

                        Accessible.ignored: true
                    }
                }
            }

            Copy {
                id: year

                readonly property real ink: 0.667 * font.pixelSize

                anchors.baseline: parent.top
                anchors.baselineOffset: Metrics.portrait ? (root.exhibition.language === "zh" ? 2.1 * mark.ink + 1.6 * Metrics.u : 10 * Metrics.u) + ink : 19.55 * Metrics.u
                anchors.right: Metrics.portrait ? undefined : parent.right
                anchors.rightMargin: Metrics.portrait ? 0 : -0.012 * font.pixelSize
                color: Colours.cream
                font.family: Type.numeral
                font.features: ({
                        "lnum": 1
                    })
                font.letterSpacing: -0.012 * Type.monument
                font.pixelSize: (Type.latin && !Metrics.portrait ? 0.82 : 1) * Type.monument
                font.weight: Font.DemiBold
                text: root.exhibition.titleYear
                wrapMode: Text.NoWrap

                Accessible.ignored: true
            }

            Copy {
                x: 0
                y: Metrics.portrait ? 0 : -2.6 * Metrics.u
                width: parent.width
                color: Colours.cream
                font.family: Type.numeral
                font.pixelSize: (Metrics.portrait ? 7 : 5) * Metrics.u
                font.weight: Font.DemiBold
                lineHeight: 1.05
                text: root.exhibition.titleMark
                visible: root.exhibition.language !== "zh"

                Accessible.ignored: true
            }
        }

        Copy {
            x: Metrics.margin
            y: root.bandTop
            width: Metrics.portrait ? Metrics.contentWidth : 0.66 * Metrics.contentWidth
            color: Colours.cream
            font.family: root.exhibition.language === "zh" ? Type.serif : Type.numeral
            font.pixelSize: (root.exhibition.language === "zh" ? 1.75 : 1.45) * Metrics.u
            font.weight: Font.DemiBold
            text: root.exhibition.subtitle
        }
    }

    Item {
        id: figureScene

        anchors.fill: parent
        opacity: root.scene > 0 ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.page
            }
        }

        Loader {
            anchors.fill: parent
            active: root.statistic !== null && figureScene.visible

            sourceComponent: Item {
                Niche {
                    id: tab

                    x: Metrics.margin
                    y: 2.66 * Metrics.u
                    height: 3.5 * Metrics.u
                    width: 3 * Metrics.u
                    color: root.theme.base

                    Emblem {
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: 0.5 * Metrics.u
                        anchors.horizontalCenter: parent.horizontalCenter
                        figure: Colours.cream
                        ground: root.theme.base
                        name: root.theme.emblem
                        size: Math.round(2 * Metrics.u)
                    }
                }

                Copy {
                    x: tab.x + tab.width + 1.1 * Metrics.u
                    anchors.verticalCenter: tab.verticalCenter
                    color: Colours.cream
                    font.family: Type.serif
                    font.pixelSize: Type.header
                    font.weight: Font.Black
                    text: root.theme.title
                }

                Loader {
                    anchors.fill: parent
                    active: root.statistic.display === "path" && !Metrics.portrait

                    sourceComponent: StreetPath {
                        colour: root.theme.glow
                        corners: [[-1, 7], [13, 7], [13, 5], [14, 5], [14, 3], [16, 3], [16, 1], [18, 1], [18, 2], [20.4, 2]].map(c => Qt.point((c[0] * 4 - 0.32) * Metrics.u, (c[1] * 4 - 0.32) * Metrics.u))
                        hole: Colours.ink
                        progress: root.progress
                        street: Math.round(0.5 * Metrics.u)
                    }
                }

                Loader {
                    anchors.right: parent.right
                    anchors.rightMargin: Metrics.margin
                    y: Metrics.portrait ? 30 * Metrics.u : 6.6 * Metrics.u
                    height: Metrics.portrait ? 24 * Metrics.u : 23.4 * Metrics.u
                    width: Metrics.portrait ? Metrics.contentWidth : 30 * Metrics.u
                    active: root.statistic.display !== "number" && root.statistic.display !== "bar" && (root.statistic.display !== "path" || Metrics.portrait)

                    sourceComponent: FigureDisplay {
                        progress: root.progress
                        statistic: root.statistic
                        tone: Tone {
                            base: root.theme.glow
                            deep: root.theme.deep
                            glazed: false
                            glow: root.theme.glow
                            tint: root.theme.tint
                            wardEmpty: Qt.alpha(Colours.cream, 0.14)
                        }
                    }
                }

                Figure {
                    x: Metrics.margin
                    y: (Metrics.portrait ? 25 : 25.2) * Metrics.u - height
                    color: Colours.cream
                    progress: root.progress
                    size: Math.min((Metrics.portrait ? 15 : 21.4) * Metrics.u, (Metrics.portrait ? Metrics.contentWidth : 37 * Metrics.u) / Math.max(1.9, 0.56 * root.statistic.digits.length + 0.29 * (root.statistic.after.length + root.statistic.before.length) * (root.exhibition.language === "zh" ? 1 : 0.55) + (root.statistic.symbol !== "" ? 0.5 : 0)))
                    statistic: root.statistic
                }

                Copy {
                    x: Metrics.margin
                    y: root.bandTop
                    width: 0.7 * Metrics.contentWidth
                    color: Colours.cream
                    font.family: root.exhibition.language === "zh" ? Type.serif : Type.numeral
                    font.pixelSize: 1.75 * Metrics.u
                    font.weight: Font.DemiBold
                    text: root.statistic.label
                }
            }
        }
    }

    Copy {
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        y: root.bandTop + (Metrics.portrait ? 3.4 : 0.6) * Metrics.u
        color: Colours.creamSoft
        font.family: root.exhibition.language === "zh" ? Type.serif : Type.numeral
        font.pixelSize: (root.exhibition.language === "zh" ? 1.05 : 0.95) * Metrics.u
        font.weight: root.exhibition.language === "zh" ? Font.DemiBold : Font.Normal
        text: root.scene === 0 ? root.exhibition.place : root.exhibition.title
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

    PointHandler {
        onActiveChanged: {
            if (active)
                root.visit.begin();
        }
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
                color: Colours.ink
                radius: height / 2
            }
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: 0.2 * Metrics.u

            Copy {
                color: Colours.cream
                font.family: Type.serif
                font.pixelSize: 1.67 * Metrics.u
                font.weight: Font.Black
                text: "轻触屏幕　开始参观"
                wrapMode: Text.NoWrap
            }

            Copy {
                color: Colours.creamSoft
                font.family: Type.numeral
                font.pixelSize: 1.05 * Metrics.u
                text: "Touch to begin"
                wrapMode: Text.NoWrap
            }
        }
    }

    LanguageSwitch {
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        y: Metrics.portrait ? parent.height - height - 2.4 * Metrics.u : 40 * Metrics.u - height / 2
        fill: Colours.cream
        foreground: Colours.cream
        language: root.visit.language
        overFill: Colours.ink
        outline: Colours.creamSoft

        onChosen: language => root.visit.setLanguage(language)
    }
}
