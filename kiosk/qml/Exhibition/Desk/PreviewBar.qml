pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What the exhibition is looked at with: the hall's screen, the language, the reading settings, and once more from the start.
Rectangle {
    id: root

    required property PreviewViewModel preview
    readonly property list<string> settings: ["large-text", "high-contrast", "reduced-motion", "low-reach", "read-aloud"]
    readonly property real margin: 1.6 * Metrics.u
    readonly property real gap: 1.4 * Metrics.u
    // Where the words of the settings find no room, their icons stand alone.
    readonly property real needed: measure.implicitWidth + 2 * margin

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

    component Tools: Row {
        id: tools

        property bool tight: false

        spacing: root.gap

        Segments {
            current: root.preview.frame
            labels: [qsTr("Landscape"), qsTr("Portrait"), "4K"]
            name: qsTr("Screen of the hall")
            values: ["landscape", "portrait", "4k"]

            onChosen: value => root.preview.setFrame(value)
        }

        Segments {
            current: root.preview.language
            labels: ["中文", "English"]
            name: qsTr("Language of the exhibition")
            values: ["zh", "en"]

            onChosen: value => root.preview.setLanguage(value)
        }

        Row {
            spacing: 0.5 * Metrics.u

            Repeater {
                model: root.settings

                DeskButton {
                    required property string modelData

                    enabled: !root.preview.empty
                    glyph: root.glyphOf(modelData)
                    name: root.nameOf(modelData)
                    on: root.preview.comfort.includes(modelData)
                    short: tools.tight
                    text: name

                    Accessible.checkable: true
                    Accessible.checked: on

                    onTapped: root.preview.switchComfort(modelData)
                }
            }
        }
    }

    color: Colours.paper

    Tools {
        id: measure

        visible: false
    }

    Tools {
        x: root.margin
        anchors.verticalCenter: parent.verticalCenter
        tight: root.needed + again.width + root.gap > root.width
    }

    DeskButton {
        id: again

        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.verticalCenter: parent.verticalCenter
        enabled: !root.preview.empty
        glyph: Icons.replay
        name: qsTr("Play again")
        text: qsTr("Play again")

        onTapped: root.preview.replay()
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
