pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What is wrong, over the last view that was right. It goes by itself when the content is in order again.
Rectangle {
    id: root

    required property PreviewViewModel preview
    readonly property real margin: 2 * Metrics.u
    property real room: 0

    implicitHeight: Math.min(room, list.y + list.contentHeight + margin)
    color: Colours.paper

    Accessible.name: heading.text
    Accessible.role: Accessible.AlertMessage

    // What lies below is not touched through it.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    WheelHandler {}

    Rectangle {
        height: Metrics.groundStroke
        width: parent.width
        color: Colours.amberSignal
    }

    Copy {
        id: heading

        x: root.margin
        y: 1.7 * Metrics.u
        width: aside.x - x - Metrics.u
        font.family: Type.serif
        font.pixelSize: 1.75 * Metrics.u
        font.weight: Font.Black
        text: root.preview.gone ? qsTr("The content folder cannot be reached") : qsTr("The content has errors: %1").arg(root.preview.problems.length)

        Accessible.ignored: true
    }

    Copy {
        id: hint

        x: root.margin
        anchors.top: heading.bottom
        anchors.topMargin: 0.3 * Metrics.u
        width: heading.width
        color: Colours.inkSoft
        font.pixelSize: 1.15 * Metrics.u
        text: root.preview.gone ? qsTr("As soon as it is back, the preview goes on by itself.") : root.preview.empty ? qsTr("When they are mended and saved, the exhibition appears.") : qsTr("Behind this is the last state without errors. Once they are mended and saved, this goes away by itself.")
    }

    DeskButton {
        id: aside

        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.top: heading.top
        name: text
        text: qsTr("Lay aside")
        visible: !root.preview.empty

        onTapped: root.preview.layAside(true)
    }

    ListView {
        id: list

        x: root.margin
        anchors.top: hint.bottom
        anchors.topMargin: 1.2 * Metrics.u
        height: root.height - y - 0.6 * root.margin
        width: root.width - 2 * root.margin
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.preview.problems
        spacing: 1.1 * Metrics.u

        delegate: Column {
            id: problem

            required property ProblemViewModel modelData

            width: list.width - Metrics.u
            spacing: 0.25 * Metrics.u

            Rule {
                width: parent.width
            }

            Copy {
                width: parent.width
                topPadding: 0.7 * Metrics.u
                color: Colours.inkSoft
                elide: Text.ElideMiddle
                font.pixelSize: 1.15 * Metrics.u
                font.weight: Font.Medium
                text: problem.modelData.where
                wrapMode: Text.NoWrap
            }

            Copy {
                width: parent.width
                font.pixelSize: 1.45 * Metrics.u
                font.weight: Font.Medium
                text: problem.modelData.message
                wrapMode: Text.Wrap
            }

            Rectangle {
                height: source.implicitHeight + 0.7 * Metrics.u
                width: Math.min(parent.width, source.implicitWidth + 1.6 * Metrics.u)
                clip: true
                color: Colours.paperDeep
                radius: 0.4 * Metrics.u
                visible: source.implicitWidth > 0

                Row {
                    id: source

                    x: 0.8 * Metrics.u
                    anchors.verticalCenter: parent.verticalCenter

                    Copy {
                        font.pixelSize: Type.control
                        text: problem.modelData.before
                        wrapMode: Text.NoWrap
                    }

                    Copy {
                        font.pixelSize: Type.control
                        font.underline: true
                        font.weight: Font.Medium
                        text: problem.modelData.meant
                        wrapMode: Text.NoWrap
                    }

                    Copy {
                        font.pixelSize: Type.control
                        text: problem.modelData.after
                        wrapMode: Text.NoWrap
                    }
                }
            }

            Copy {
                width: parent.width
                font.pixelSize: Type.control
                text: qsTr("Remedy: %1").arg(problem.modelData.remedy)
                wrapMode: Text.Wrap
            }
        }
    }

    Rectangle {
        x: parent.width - 0.8 * Metrics.u
        y: list.y + list.visibleArea.yPosition * list.height
        height: list.visibleArea.heightRatio * list.height
        width: 0.35 * Metrics.u
        color: Colours.ruleStrong
        opacity: 0.7
        radius: width / 2
        visible: list.visibleArea.heightRatio < 1
    }
}
