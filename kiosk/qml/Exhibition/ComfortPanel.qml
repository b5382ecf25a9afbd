pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What makes reading and reaching easier, a touch each. A touch beside the sheet closes it.
Item {
    id: root

    required property VisitViewModel visit
    required property VoiceViewModel voice
    readonly property bool stacked: Metrics.portrait
    readonly property real room: Metrics.contentWidth
    readonly property real gap: (stacked ? 0.7 : 1) * Metrics.u
    readonly property int columns: stacked ? 2 : settings.length
    readonly property bool readable: voice.voices.includes(visit.language) || voice.plays && visit.exhibition.recorded
    readonly property list<string> settings: ["large-text", "high-contrast", "reduced-motion", "low-reach", ...(readable ? ["read-aloud"] : [])]

    function nameOf(setting: string): string {
        switch (setting) {
        case "large-text":
            return qsTr("Large text");
        case "high-contrast":
            return qsTr("High contrast");
        case "reduced-motion":
            return qsTr("Less motion");
        case "low-reach":
            return qsTr("Low controls");
        default:
            return qsTr("Read aloud");
        }
    }

    function glyphOf(setting: string): string {
        switch (setting) {
        case "large-text":
            return Icons.textSize;
        case "high-contrast":
            return Icons.contrast;
        case "reduced-motion":
            return Icons.motion;
        case "low-reach":
            return Icons.reach;
        default:
            return Icons.voice;
        }
    }

    function isOn(setting: string): bool {
        switch (setting) {
        case "large-text":
            return root.visit.largeText;
        case "high-contrast":
            return root.visit.highContrast;
        case "reduced-motion":
            return root.visit.reducedMotion;
        case "low-reach":
            return root.visit.lowReach;
        default:
            return root.visit.readAloud;
        }
    }

    // A picture must not depend on the voices of the machine that takes it.
    Component.onCompleted: {
        if (!Motion.still)
            root.voice.prepare(root.visit.exhibition.recorded);
    }

    PaperTone {
        id: tone
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.veil

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: root.visit.close()
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        height: sheet.height + sheet.y + (Metrics.portrait ? 2.4 : 1.5) * Metrics.u
        width: parent.width
        color: Colours.paper

        Rectangle {
            height: Metrics.groundStroke
            width: parent.width
            color: Colours.ink
        }

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }

        Column {
            id: sheet

            x: Metrics.margin
            y: 2 * Metrics.u
            width: root.room
            spacing: 1.4 * Metrics.u

            Item {
                height: Math.max(words.height, close.height)
                width: parent.width

                Column {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    width: close.x - 2 * Metrics.u
                    spacing: 0.3 * Metrics.u

                    Copy {
                        width: parent.width
                        font.family: Type.serif
                        font.pixelSize: 0.85 * Type.slideTitle
                        font.weight: Font.Black
                        lineHeight: Type.headingLine
                        text: qsTr("Reading settings")

                        Accessible.name: text
                        Accessible.role: Accessible.Heading
                    }

                    Copy {
                        width: parent.width
                        color: Colours.inkSoft
                        font.pixelSize: Type.note
                        lineHeight: Type.headingLine
                        text: qsTr("For this visit only")
                    }
                }

                PillButton {
                    id: close

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    fill: tone.fill
                    foreground: tone.overFill
                    glyph: Icons.check
                    text: qsTr("Done")

                    onTapped: root.visit.close()
                }
            }

            Grid {
                width: parent.width
                columns: root.columns
                spacing: root.gap

                Repeater {
                    model: root.settings

                    SwitchPanel {
                        id: panel

                        required property string modelData

                        width: Math.floor((root.room - (root.columns - 1) * root.gap) / root.columns)
                        on: root.isOn(modelData)
                        text: root.nameOf(modelData)
                        tone: tone

                        onTapped: root.visit.switchComfort(modelData)

                        Icon {
                            color: panel.foreground
                            glyph: root.glyphOf(panel.modelData)
                            size: panel.iconSize
                        }
                    }
                }
            }

            LanguageSwitch {
                fill: tone.fill
                foreground: Colours.ink
                language: root.visit.language
                overFill: tone.overFill
                outline: tone.outline

                onChosen: language => root.visit.setLanguage(language)
            }
        }
    }
}
