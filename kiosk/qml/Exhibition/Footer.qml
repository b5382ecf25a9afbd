import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The controls of every reading screen, in its lower band.
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
    readonly property real controlsY: Metrics.portrait ? height - Metrics.target * 1.08 - 2.4 * Metrics.u : (height - Metrics.target) / 2

    signal nextTapped
    signal previousTapped

    height: Metrics.footerHeight

    Rule {
        x: Metrics.margin
        width: parent.width - 2 * x
        color: root.tone.rule
    }

    Row {
        x: Metrics.margin
        y: root.controlsY
        spacing: Metrics.u * 0.75

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
            fill: root.tone.glazed ? Colours.cream : Colours.ink
            foreground: root.tone.foreground
            language: root.visit.language
            overFill: root.tone.glazed ? root.tone.deep : Colours.cream
            outline: root.tone.outline
            textSize: Metrics.portrait ? 0.9 * Type.control : Type.control

            onChosen: language => root.visit.setLanguage(language)
        }
    }

    ProgressWards {
        x: Metrics.portrait ? Metrics.margin : Math.min((parent.width - width) / 2, turns.x - width - 1.5 * Metrics.u)
        y: Metrics.portrait ? 1.4 * Metrics.u : (parent.height - height) / 2
        count: root.count
        index: root.index
        tone: root.tone
        visible: root.turning
    }

    Row {
        id: turns

        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        y: root.controlsY
        spacing: 0.75 * Metrics.u

        RoundButton {
            anchors.verticalCenter: parent.verticalCenter
            focusColor: root.tone.foreground
            name: root.turning ? qsTr("Previous") : qsTr("Back")
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
            padding: (Metrics.portrait ? 1.2 : 1.9) * Metrics.u
            spacing: (Metrics.portrait ? 0.6 : 1.2) * Metrics.u
            text: root.nextText
            visible: root.turning

            onTapped: root.nextTapped()
        }
    }
}
