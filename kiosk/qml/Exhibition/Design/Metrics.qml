pragma Singleton

import QtQuick

// The lattice of one stage. Main gives width, height (px), pitch (mm per px) and how it is read; the rest follows.
QtObject {
    property real width: 1920
    property real height: 1080
    property real pitch: 0.369
    // Large text also has larger controls; in low reach they are labelled panels; in high contrast lines are 4 px at 1080p.
    property bool large: false
    property bool low: false
    property bool contrast: false
    // Whole px of the stage that make one of the display. No line is thinner than that: Qt's own rasteriser would lose parts of it.
    property real reduction: 1

    readonly property bool portrait: height > width
    readonly property real u: Math.min(width, height) / 45

    readonly property real margin: (portrait ? 3 : 4) * u
    readonly property real gutter: (portrait ? 0.5 : 1) * u
    readonly property real contentWidth: width - 2 * margin

    readonly property real target: Math.max((large ? 5.1 : 3.4) * u, mm(20))
    readonly property real panel: Math.max((large ? 8.2 : 6.4) * u, mm(20))
    readonly property real touchSlack: 0.5 * u

    readonly property real headerTop: (portrait ? 3 : 2.66) * u
    readonly property real headerHeight: 3.5 * u
    readonly property real titleTop: (portrait ? 9.4 : 7.7) * u
    readonly property real contentTop: (portrait ? 16.8 : 14) * u
    readonly property real contentHeight: footerTop - contentTop - (portrait ? 1.6 : 1.8) * u
    readonly property real footerHeight: low ? panel + 2.4 * u : portrait ? Math.max(12 * u, 2 * target + 4.2 * u) : Math.max(6.5 * u, target + 2.4 * u)
    readonly property real footerTop: height - footerHeight
    readonly property real groundLine: low ? footerTop - 0.6 * u : portrait ? height - Math.max(15 * u, 2 * target + (large ? 8.6 : 7.2) * u) : height - Math.max(8.66 * u, target + 4.2 * u)

    // Of a photo slide: the rest is its caption's.
    readonly property real pictureWidth: portrait ? width : Math.round(width * (large ? 9 : 11) / 16)
    readonly property real pictureHeight: portrait ? Math.round((large ? 0.38 : 0.48) * height) : footerTop

    readonly property real hairline: contrast ? focusStroke : Math.max(reduction, Math.round(u / 18))
    readonly property real outline: contrast ? focusStroke : Math.max(reduction, Math.round(u / 14))
    readonly property real groundStroke: Math.round(0.25 * u)
    readonly property real focusStroke: Math.round(u / 6)
    readonly property real swipeDistance: 3 * u

    function mm(length: real): real {
        return length / pitch;
    }
}
