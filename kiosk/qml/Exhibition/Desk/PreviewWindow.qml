import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The desk's window: a bar, a list, and the exhibition on the wall, laid out in the hall's pixels and scaled to the room there is.
Window {
    id: root

    required property PreviewViewModel preview
    required property string folder
    required property int unit
    readonly property Item stage: hall
    readonly property bool troubled: preview.problems.length > 0

    color: Colours.inkSoft
    title: qsTr("Preview – %1").arg(root.folder)

    // The bar has the lattice and the tokens of the hall, at the size of a desk: its engine is its own.
    Binding {
        property: "width"
        target: Metrics
        value: 45 * root.unit
    }

    Binding {
        property: "height"
        target: Metrics
        value: 45 * root.unit
    }

    Binding {
        property: "pitch"
        target: Metrics
        value: 1
    }

    Binding {
        property: "latin"
        target: Type
        value: root.preview.latin
    }

    Shortcut {
        sequence: "F5"

        onActivated: root.preview.replay()
    }

    Shortcut {
        sequence: "Ctrl+L"

        onActivated: root.preview.changeLanguage()
    }

    Shortcut {
        sequence: "Ctrl+1"

        onActivated: root.preview.setFrame("landscape")
    }

    Shortcut {
        sequence: "Ctrl+2"

        onActivated: root.preview.setFrame("portrait")
    }

    Shortcut {
        sequence: "Ctrl+3"

        onActivated: root.preview.setFrame("4k")
    }

    Shortcut {
        enabled: root.troubled && !root.preview.aside && !root.preview.empty
        sequence: "Escape"

        onActivated: root.preview.layAside(true)
    }

    PreviewBar {
        id: bar

        height: 4.8 * Metrics.u
        width: parent.width
        z: 1
        preview: root.preview
    }

    PreviewList {
        id: list

        y: bar.height
        height: parent.height - y
        width: 25 * Metrics.u
        z: 1
        preview: root.preview
    }

    Item {
        id: wall

        readonly property real margin: 1.6 * Metrics.u
        readonly property real foot: 2.8 * Metrics.u
        readonly property real fit: Math.min((width - 2 * margin) / root.preview.hallWidth, (height - margin - foot) / root.preview.hallHeight)

        x: list.width
        y: bar.height
        height: parent.height - y
        width: parent.width - x
        clip: true

        Rectangle {
            x: hall.x - Metrics.focusStroke
            y: hall.y - Metrics.focusStroke
            height: hall.height * hall.scale + 2 * Metrics.focusStroke
            width: hall.width * hall.scale + 2 * Metrics.focusStroke
            color: Colours.stone
            visible: !root.preview.empty
        }

        Item {
            id: hall

            x: Math.round((wall.width - width * scale) / 2)
            y: Math.round(wall.margin + (wall.height - wall.margin - wall.foot - height * scale) / 2)
            height: root.preview.hallHeight
            width: root.preview.hallWidth
            clip: true
            scale: wall.fit
            transformOrigin: Item.TopLeft
        }

        Copy {
            anchors.centerIn: parent
            width: parent.width - 4 * wall.margin
            color: Colours.creamSoft
            font.pixelSize: 1.45 * Metrics.u
            horizontalAlignment: Text.AlignHCenter
            text: root.troubled ? qsTr("The exhibition appears here when its content is in order.") : qsTr("Reading the content …")
            visible: root.preview.empty && !(root.troubled && problems.height > 0.4 * wall.height)
        }

        Copy {
            x: wall.margin
            y: wall.height - wall.foot
            height: wall.foot
            width: news.x - x - Metrics.u
            color: Colours.creamSoft
            elide: Text.ElideMiddle
            font.pixelSize: 1.15 * Metrics.u
            text: root.preview.where
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
        }

        Copy {
            id: news

            x: wall.width - (laid.visible ? laid.width : width) - wall.margin
            y: wall.height - wall.foot
            height: wall.foot
            visible: !laid.visible
            color: Colours.creamSoft
            font.pixelSize: 1.15 * Metrics.u
            text: (root.preview.news !== "" ? root.preview.news + "   " : "") + root.preview.hallWidth + " × " + root.preview.hallHeight + " · " + Math.round(100 * wall.fit) + "%"
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
        }

        Rectangle {
            anchors.fill: parent
            color: Colours.veil
            opacity: 0.35
            visible: problems.visible && !root.preview.empty
        }

        PreviewProblems {
            id: problems

            anchors.bottom: parent.bottom
            width: parent.width
            preview: root.preview
            room: Math.round((root.preview.empty ? 0.9 : 0.62) * wall.height)
            visible: root.troubled && !root.preview.aside
        }

        DeskButton {
            id: laid

            anchors.bottom: parent.bottom
            anchors.bottomMargin: (wall.foot - height) / 2
            anchors.right: parent.right
            anchors.rightMargin: wall.margin
            height: 2.3 * Metrics.u
            filled: true
            glyph: Icons.information
            name: text
            text: root.preview.gone ? qsTr("The content folder cannot be reached") : qsTr("Show the errors: %1").arg(root.preview.problems.length)
            visible: root.troubled && root.preview.aside

            onTapped: root.preview.layAside(false)
        }
    }
}
