import QtQuick
import Exhibition.Controls
import Exhibition.Design

// A line of the list. Chosen, it shows its warnings below.
Touchable {
    id: root

    required property int index
    required property string title
    required property string number
    required property bool heading
    required property color glaze
    required property int count
    required property string notes
    required property bool leads
    required property bool current
    required property bool opened
    readonly property bool themed: heading && number !== ""
    readonly property real line: (heading ? 3.4 : 2.7) * Metrics.u
    readonly property color foreground: current ? Colours.cream : Colours.ink

    implicitHeight: line + (said.visible ? said.height + 0.8 * Metrics.u : 0)
    enabled: leads || count > 0
    focusRadius: 0
    name: count > 0 ? qsTr("%1, warnings: %2").arg(title).arg(count) : title

    Rectangle {
        height: root.line
        width: parent.width
        color: root.current ? Colours.ink : hover.hovered && root.enabled ? Colours.paperDeep : "transparent"
    }

    HoverHandler {
        id: hover

        cursorShape: root.enabled ? Qt.PointingHandCursor : Qt.ArrowCursor
    }

    Niche {
        id: niche

        x: 1.6 * Metrics.u
        y: (root.line - height) / 2 + 0.2 * Metrics.u
        height: 1.5 * Metrics.u
        width: 1.1 * Metrics.u
        color: root.glaze
        visible: root.themed
    }

    Copy {
        x: 1.6 * Metrics.u
        width: 2 * Metrics.u
        height: root.line
        color: root.current ? Colours.creamSoft : Colours.inkSoft
        font.family: Type.numeral
        font.pixelSize: 1.2 * Metrics.u
        horizontalAlignment: Text.AlignRight
        text: root.number
        verticalAlignment: Text.AlignVCenter
        visible: !root.heading
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    Copy {
        x: root.heading && !root.themed ? 1.6 * Metrics.u : root.heading ? 3.4 * Metrics.u : root.number === "" ? 1.6 * Metrics.u + 2.8 * Metrics.u : 4.4 * Metrics.u
        height: root.line
        width: parent.width - x - (badge.visible ? badge.width + 2 * Metrics.u : 1.4 * Metrics.u)
        color: root.foreground
        elide: Text.ElideRight
        font.family: root.heading ? Type.serif : Type.sans
        font.pixelSize: root.heading ? 1.4 * Metrics.u : Type.control
        font.weight: root.heading ? Font.Black : Font.Normal
        text: root.title
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    WarningCount {
        id: badge

        x: parent.width - width - 1.2 * Metrics.u
        y: (root.line - height) / 2
        count: root.count
    }

    Copy {
        id: said

        x: 1.6 * Metrics.u
        y: root.line + 0.4 * Metrics.u
        width: parent.width - 3.2 * Metrics.u
        color: Colours.inkSoft
        font.pixelSize: 1.15 * Metrics.u
        lineHeight: 1
        text: root.notes
        visible: root.opened && root.count > 0
        wrapMode: Text.Wrap
    }
}
