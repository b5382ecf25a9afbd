pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The controls of every reading screen, in its lower band. In low reach they are panels with words.
Item {
    id: root

    required property VisitViewModel visit
    required property Tone tone
    property bool turning: false
    property int index: 0
    property int count: 0
    property string nextText: qsTr("Next")
    property color nextFill: tone.fill
    property color nextForeground: tone.overFill
    property bool backing: false
    readonly property bool parted: visit.parts > 1
    readonly property bool forward: turning || visit.part + 1 < visit.parts
    readonly property real controlsY: Metrics.portrait ? height - Metrics.target * 1.08 - 2.4 * Metrics.u : (height - Metrics.target) / 2

    signal nextTapped
    signal previousTapped

    height: Metrics.footerHeight

    Rule {
        x: Metrics.margin
        width: parent.width - 2 * x
        color: root.tone.rule
    }

    Loader {
        anchors.fill: parent
        sourceComponent: Metrics.low ? panels : buttons
    }

    Component {
        id: buttons

        Item {
            Row {
                id: ways

                x: Metrics.margin
                y: root.controlsY
                spacing: (Metrics.portrait ? 0.5 : 0.75) * Metrics.u

                RoundButton {
                    focusColor: root.tone.foreground
                    name: qsTr("Home")
                    outline: root.tone.outline
                    pressedFill: root.tone.pressed

                    onTapped: root.visit.home()

                    NicheIcon {
                        anchors.centerIn: parent
                        colour: root.tone.foreground
                        size: 0.42 * parent.height
                    }
                }

                LanguageSwitch {
                    compact: true
                    fill: root.tone.glazed ? Colours.cream : Colours.ink
                    foreground: root.tone.foreground
                    language: root.visit.language
                    overFill: root.tone.glazed ? root.tone.overFill : Colours.paper
                    outline: root.tone.outline
                    textSize: Metrics.portrait ? 0.9 * Type.control : Type.control

                    onChosen: language => root.visit.setLanguage(language)
                }

                RoundButton {
                    focusColor: root.tone.foreground
                    name: qsTr("Reading settings")
                    outline: root.tone.outline
                    pressedFill: root.tone.pressed

                    onTapped: root.visit.openComfort()

                    AccessIcon {
                        anchors.centerIn: parent
                        colour: root.tone.foreground
                        size: 0.5 * parent.height
                    }
                }
            }

            ProgressWards {
                readonly property real start: ways.x + ways.width

                x: Metrics.portrait ? Metrics.margin : start + (turns.x - start - width) / 2
                y: Metrics.portrait ? (Metrics.large ? 0.9 : 1.4) * Metrics.u : (parent.height - height) / 2
                count: root.count
                index: root.index
                part: root.visit.part
                parts: root.visit.parts
                tone: root.tone
                visible: root.turning || root.parted
            }

            Row {
                id: turns

                anchors.right: parent.right
                anchors.rightMargin: Metrics.margin
                y: root.controlsY
                spacing: (Metrics.portrait ? 0.5 : 0.75) * Metrics.u

                RoundButton {
                    anchors.verticalCenter: parent.verticalCenter
                    focusColor: root.tone.foreground
                    name: root.turning || root.visit.part > 0 ? qsTr("Previous") : qsTr("Back")
                    outline: root.tone.outline
                    pressedFill: root.tone.pressed
                    visible: root.turning || root.backing

                    onTapped: root.previousTapped()

                    Icon {
                        anchors.centerIn: parent
                        color: root.tone.foreground
                        glyph: Icons.chevronLeft
                        size: 0.56 * parent.height
                    }
                }

                PillButton {
                    anchors.verticalCenter: parent.verticalCenter
                    fill: root.nextFill
                    focusColor: root.tone.foreground
                    foreground: root.nextForeground
                    padding: (Metrics.portrait ? (Metrics.large ? 0.8 : 1.2) : 1.9) * Metrics.u
                    spacing: (Metrics.portrait ? (Metrics.large ? 0.2 : 0.6) : 1.2) * Metrics.u
                    text: root.nextText
                    visible: root.forward

                    onTapped: root.nextTapped()
                }
            }
        }
    }

    Component {
        id: panels

        Item {
            Row {
                id: wayPanels

                x: Metrics.margin
                y: 1.2 * Metrics.u
                spacing: 0.8 * Metrics.u

                PanelButton {
                    id: home

                    text: qsTr("Home")
                    tone: root.tone

                    onTapped: root.visit.home()

                    NicheIcon {
                        colour: home.foreground
                        size: home.iconSize
                    }
                }

                PanelButton {
                    id: language

                    name: root.visit.language === "zh" ? "English" : "中文"
                    text: name
                    tone: root.tone

                    onTapped: root.visit.setLanguage(root.visit.language === "zh" ? "en" : "zh")

                    Icon {
                        color: language.foreground
                        glyph: Icons.translate
                        size: language.iconSize
                    }
                }

                PanelButton {
                    id: settings

                    text: qsTr("Reading settings")
                    tone: root.tone

                    onTapped: root.visit.openComfort()

                    AccessIcon {
                        colour: settings.foreground
                        size: settings.iconSize
                    }
                }
            }

            ProgressWards {
                readonly property real start: wayPanels.x + wayPanels.width

                x: start + (turnPanels.x - start - width) / 2
                y: (parent.height - height) / 2
                count: root.count
                index: root.index
                part: root.visit.part
                parts: root.visit.parts
                tone: root.tone
                visible: root.turning || root.parted
            }

            Row {
                id: turnPanels

                anchors.right: parent.right
                anchors.rightMargin: Metrics.margin
                y: 1.2 * Metrics.u
                spacing: 0.8 * Metrics.u

                PanelButton {
                    id: previous

                    text: root.turning || root.visit.part > 0 ? qsTr("Previous") : qsTr("Back")
                    tone: root.tone
                    visible: root.turning || root.backing

                    onTapped: root.previousTapped()

                    Icon {
                        color: previous.foreground
                        glyph: Icons.chevronLeft
                        size: previous.iconSize
                    }
                }

                PanelButton {
                    id: next

                    filled: true
                    text: root.turning && root.visit.lastSlide && root.visit.part + 1 >= root.visit.parts ? root.visit.nextTheme ? qsTr("Next theme") : qsTr("Back to the start") : qsTr("Next")
                    tone: root.tone
                    visible: root.forward

                    onTapped: root.nextTapped()

                    Icon {
                        color: next.foreground
                        glyph: Icons.chevronRight
                        size: next.iconSize
                    }
                }
            }
        }
    }
}
