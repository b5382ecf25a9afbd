pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Design
import Exhibition.Models

// Every screen and slide, with its warnings; the one that is on is marked and kept in sight.
Rectangle {
    id: root

    required property PreviewViewModel preview
    property int opened: -1

    color: Colours.paper

    ListView {
        id: list

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: root.preview.current
        footer: Item {
            height: Metrics.u
        }
        highlightMoveDuration: Motion.quick
        model: root.preview.rows
        reuseItems: false

        Accessible.name: qsTr("Screens and slides")
        Accessible.role: Accessible.List

        delegate: PreviewRow {
            id: row

            width: list.width
            current: root.preview.current === index
            opened: root.opened === index

            onTapped: {
                root.opened = root.opened === row.index ? -1 : row.index;
                if (row.leads)
                    root.preview.choose(row.index);
            }
        }

        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
    }

    Rectangle {
        x: parent.width - width
        y: list.visibleArea.yPosition * list.height
        height: list.visibleArea.heightRatio * list.height
        width: 0.35 * Metrics.u
        color: Colours.ruleStrong
        opacity: 0.7
        radius: width / 2
        visible: list.visibleArea.heightRatio < 1
    }

    Rectangle {
        anchors.right: parent.right
        height: parent.height
        width: Metrics.hairline
        z: -1
        color: Colours.rule
    }
}
