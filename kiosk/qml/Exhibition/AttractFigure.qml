pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// One figure in the place of the year. A length is drawn along the ward streets of the rubbing itself.
Item {
    id: root

    required property ThemeViewModel theme
    required property StatisticViewModel figure
    required property real bandTop
    property real progress: 1
    readonly property bool street: figure.display === "path" && !Metrics.portrait
    readonly property real room: Metrics.portrait ? Metrics.contentWidth : 37 * Metrics.u
    readonly property list<point> walk: [Qt.point(-1, 7), Qt.point(13, 7), Qt.point(13, 5), Qt.point(14, 5), Qt.point(14, 3), Qt.point(16, 3), Qt.point(16, 1), Qt.point(18, 1), Qt.point(18, 2), Qt.point(20.4, 2)]

    StoneTone {
        id: stone

        glow: root.theme.glow
    }

    AttractTab {
        x: Metrics.margin
        y: 2.66 * Metrics.u
        theme: root.theme
    }

    Loader {
        anchors.fill: parent
        active: root.street

        sourceComponent: StreetPath {
            colour: stone.ward
            corners: root.walk.map(c => Qt.point((c.x * 4 - 0.32) * Metrics.u, (c.y * 4 - 0.32) * Metrics.u))
            hole: Colours.stone
            progress: root.progress
            street: Math.round(0.5 * Metrics.u)
        }
    }

    FigureDisplay {
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        y: Metrics.portrait ? 30 * Metrics.u : 6.6 * Metrics.u
        height: Metrics.portrait ? 24 * Metrics.u : 23.4 * Metrics.u
        width: root.street ? 0 : Metrics.portrait ? Metrics.contentWidth : 30 * Metrics.u
        flushRight: !Metrics.portrait
        progress: root.progress
        statistic: root.figure
        tone: stone
    }

    Figure {
        x: Metrics.margin
        y: (Metrics.portrait ? 25 : 25.2) * Metrics.u - height
        color: Colours.cream
        progress: root.progress
        size: Math.min((Metrics.portrait ? 15 : 21.4) * Metrics.u, root.room / (root.figure.beforeEms + root.figure.ems))
        statistic: root.figure
    }

    Copy {
        x: Metrics.margin
        y: root.bandTop
        width: 0.7 * Metrics.contentWidth
        color: Colours.cream
        font.family: Type.latin ? Type.numeral : Type.serif
        font.pixelSize: (Type.latin ? 1.55 : 1.75) * Metrics.u
        font.weight: Font.DemiBold
        text: root.figure.labelSet
    }
}
