pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Up to four entries as niches on the ground line, side by side.
Item {
    id: root

    required property list<QtObject> entries
    required property Tone tone
    property real progress: 1
    readonly property int count: entries.length
    readonly property real gap: 0.9 * Metrics.u
    readonly property real nicheWidth: Math.floor((width + gap) / Math.max(3, count) - gap)
    readonly property real head: nicheWidth / 2

    signal termTapped(int term)

    clip: progress < 1

    Repeater {
        model: root.entries

        Item {
            id: entry

            required property int index
            required property EntryViewModel modelData
            readonly property real arrival: Math.max(0, Math.min(1, root.progress * (root.count + 2) / 2 - index / 2))

            x: index * (root.nicheWidth + root.gap)
            y: root.height * (1 - arrival)
            height: root.height
            width: root.nicheWidth

            Niche {
                anchors.fill: parent
                color: root.tone.wardEmpty
            }

            Niche {
                anchors.fill: parent
                anchors.bottomMargin: 0
                anchors.leftMargin: 0.6 * Metrics.u
                anchors.rightMargin: 0.6 * Metrics.u
                anchors.topMargin: 0.6 * Metrics.u
                border.color: Qt.alpha(root.tone.base, 0.3)
                border.width: Metrics.hairline
                color: "transparent"
            }

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 0.62 * root.head - height / 2
                height: Math.round(1.5 * Metrics.u)
                width: height
                color: root.tone.ward
            }

            Column {
                x: (root.count > 3 ? 1.2 : 1.6) * Metrics.u
                y: Math.min(0.98 * root.head, root.height - height - 1.4 * Metrics.u)
                width: parent.width - 2 * x
                spacing: 0.6 * Metrics.u

                MarkedCopy {
                    width: parent.width
                    color: root.tone.foreground
                    font.family: Type.serif
                    font.pixelSize: (root.count > 3 ? 1.6 : 1.9) * (Type.latin ? 0.88 : 1) * Metrics.u
                    font.weight: Font.Black
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: Type.headingLine
                    text: entry.modelData.title

                    onTermTapped: term => root.termTapped(term)
                }

                MarkedCopy {
                    width: parent.width
                    color: root.tone.soft
                    font.pixelSize: (Type.latin ? 0.9 : 1) * Type.body
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: Type.entryLine
                    text: entry.modelData.text
                    visible: text !== ""

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
