import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A picture above the river, drifting slowly. It says what it is, here too.
Item {
    id: root

    required property ThemeViewModel theme
    required property PhotoSlideViewModel picture
    required property real bandTop
    readonly property real sight: bandTop - 0.1 * Metrics.u
    readonly property real spare: 0.02 * width
    property real drift: 0

    Item {
        height: root.sight
        width: parent.width
        clip: true

        Image {
            // Whole pixels: the software renderer then copies, and scales nothing.
            x: -Math.round(root.spare * root.drift)
            y: (parent.height - height) / 2
            height: Math.max(parent.height, Math.round(width * 9 / 16))
            width: parent.width + root.spare
            asynchronous: !Motion.still
            autoTransform: true
            fillMode: Image.PreserveAspectCrop
            source: root.picture.image
            sourceSize: Qt.size(0, Math.round(height))

            Accessible.name: root.picture.alt
            Accessible.role: Accessible.Graphic
        }

        Rectangle {
            x: Metrics.margin - 0.8 * Metrics.u
            y: 1.86 * Metrics.u
            height: tab.height + 1.6 * Metrics.u
            width: tab.width + 2.6 * Metrics.u
            color: Colours.badge
        }

        AttractTab {
            id: tab

            x: Metrics.margin
            y: 2.66 * Metrics.u
            theme: root.theme
        }

        Badge {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Metrics.u
            anchors.right: parent.right
            anchors.rightMargin: Metrics.margin
            visible: root.picture.illustration
        }
    }

    NumberAnimation {
        duration: Motion.drift
        from: 0
        property: "drift"
        running: root.visible && !Motion.reduced
        target: root
        to: 1
    }

    Copy {
        x: Metrics.margin
        y: root.bandTop + 0.5 * Metrics.u
        width: (Metrics.portrait ? 1 : 0.78) * Metrics.contentWidth
        color: Colours.cream
        font.family: Type.latin ? Type.numeral : Type.serif
        font.pixelSize: (Type.latin ? 1.45 : 1.75) * Metrics.u
        font.weight: Font.DemiBold
        maximumLineCount: Metrics.portrait ? 2 : 1
        text: root.picture.caption
    }
}
