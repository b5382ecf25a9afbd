pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Entries as the great stones of a city wall, laid in bond under its battlements. Pale stones complete a course.
Arrangement {
    id: root

    readonly property bool stacked: Metrics.portrait
    // x and width as parts of the wall, y as the course; the stones of the entries first.
    readonly property list<rect> two: [Qt.rect(0, 0, 0.64, 1), Qt.rect(0.36, 1, 0.64, 1), Qt.rect(0.64, 0, 0.36, 1), Qt.rect(0, 1, 0.36, 1)]
    readonly property list<rect> three: [Qt.rect(0.24, 0, 0.52, 1), Qt.rect(0, 1, 0.5, 1), Qt.rect(0.5, 1, 0.5, 1), Qt.rect(0, 0, 0.24, 1), Qt.rect(0.76, 0, 0.24, 1)]
    readonly property list<rect> four: [Qt.rect(0, 0, 0.55, 1), Qt.rect(0.55, 0, 0.45, 1), Qt.rect(0, 1, 0.45, 1), Qt.rect(0.45, 1, 0.55, 1)]
    readonly property list<rect> five: [Qt.rect(0, 0, 0.5, 1), Qt.rect(0.5, 0, 0.5, 1), Qt.rect(0.22, 1, 0.56, 1), Qt.rect(0, 2, 0.5, 1), Qt.rect(0.5, 2, 0.5, 1), Qt.rect(0, 1, 0.22, 1), Qt.rect(0.78, 1, 0.22, 1)]
    readonly property list<rect> six: [Qt.rect(0, 0, 0.54, 1), Qt.rect(0.54, 0, 0.46, 1), Qt.rect(0, 1, 0.46, 1), Qt.rect(0.46, 1, 0.54, 1), Qt.rect(0, 2, 0.54, 1), Qt.rect(0.54, 2, 0.46, 1)]
    readonly property list<rect> bond: [two, two, two, three, four, five, six][count]
    readonly property int courses: stacked ? count : count > 4 ? 3 : 2
    readonly property real joint: Math.round(0.3 * Metrics.u)
    readonly property real battlement: Math.round(2.4 * Metrics.u)
    readonly property int merlons: Math.round(width / (3.2 * Metrics.u))
    // So that the wall ends with a merlon.
    readonly property real merlonPitch: width / (merlons - 0.38)
    readonly property real course: Math.min((height - battlement) / courses, 15 * Metrics.u)
    readonly property real crest: height - courses * course
    readonly property real padding: 1.3 * Metrics.u
    readonly property real treasure: entries.some(entry => entry.pictogram !== "") ? Math.round(Math.min(5.5 * Metrics.u, 0.52 * course)) : 0
    readonly property real narrowest: stacked ? 0.8 : Math.min(...bond.slice(0, count).map(stone => stone.width))
    readonly property real wordsX: padding + (treasure > 0 ? treasure + padding : 0)
    readonly property real size: fit(narrowest * width - wordsX - padding, course - 2.4 * Metrics.u, (Type.latin ? 2.3 : 2.7) * Metrics.u)

    function arrival(course: real, x: real): real {
        return Math.max(0, Math.min(1, progress * (courses + 1) - course - 0.5 * x));
    }

    function stone(index: int): rect {
        if (!stacked)
            return bond[index];
        const i = index % count;
        const filler = index >= count;
        return i % 2 === 0 ? Qt.rect(filler ? 0.84 : 0, i, filler ? 0.16 : 0.84, 1) : Qt.rect(filler ? 0 : 0.16, i, filler ? 0.16 : 0.84, 1);
    }

    Tone {
        id: glaze

        base: root.tone.base
        bed: root.tone.bed
        deep: root.tone.deep
        glazed: true
        glow: root.tone.glow
        tint: root.tone.tint
    }

    Item {
        y: root.crest - root.battlement
        height: root.battlement - root.joint
        width: parent.width
        opacity: root.arrival(0, 0)

        Repeater {
            model: root.merlons

            Rectangle {
                required property int index

                x: Math.round(index * root.merlonPitch)
                height: parent.height
                width: Math.round(0.62 * root.merlonPitch)
                color: root.tone.ward
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            height: Math.round(0.42 * parent.height)
            width: parent.width
            color: root.tone.ward
        }
    }

    Repeater {
        model: root.stacked ? 2 * root.count : root.bond.length

        Rectangle {
            id: block

            required property int index
            readonly property EntryViewModel entry: index < root.count ? root.entries[index] as EntryViewModel : null
            readonly property rect stone: root.stone(index)
            readonly property real arrival: root.arrival(stone.y, stone.x)

            x: Math.round(stone.x * root.width) + (stone.x > 0 ? root.joint : 0)
            y: Math.round(root.crest + stone.y * root.course - (1 - arrival) * Metrics.u)
            height: Math.round(root.course) - (stone.y < root.courses - 1 ? root.joint : 0)
            width: Math.round((stone.x + stone.width) * root.width) - x
            color: entry ? glaze.ground : root.tone.wardEmpty
            opacity: arrival

            Rectangle {
                anchors.fill: parent
                anchors.margins: 0.4 * Metrics.u
                border.color: block.entry ? root.tone.contour : root.tone.panelLine
                border.width: Metrics.hairline
                color: "transparent"
            }

            Emblem {
                x: root.padding
                y: Math.round((parent.height - height) / 2)
                figure: glaze.foreground
                ground: glaze.ground
                kind: "pictogram"
                name: block.entry?.pictogram || "ward"
                size: root.treasure
                visible: block.entry !== null && block.entry.pictogram !== ""
            }

            Loader {
                x: root.wordsX
                active: block.entry !== null
                width: parent.width - x - root.padding
                y: Math.round((parent.height - height) / 2)

                sourceComponent: EntryWords {
                    entry: block.entry
                    size: root.size
                    textShare: root.textShare
                    tone: glaze

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
