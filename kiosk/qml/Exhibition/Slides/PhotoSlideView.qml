pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// A picture bleeding to three edges, its caption on paper beside it (below it in portrait).
SlideView {
    id: root

    required property PhotoSlideViewModel slide
    readonly property real textX: Metrics.portrait ? Metrics.margin : Metrics.pictureWidth + 2.66 * Metrics.u

    playTime: Motion.page

    Rectangle {
        height: Metrics.pictureHeight
        width: Metrics.pictureWidth
        color: root.tone.crown

        Image {
            anchors.fill: parent
            asynchronous: !Motion.still
            autoTransform: true
            fillMode: Image.PreserveAspectCrop
            source: root.slide.image
            sourceSize: Qt.size(0, Math.max(Metrics.pictureHeight, Math.round(Metrics.pictureWidth * 9 / 16)))

            Accessible.name: root.slide.alt
            Accessible.role: Accessible.Graphic
        }

        Badge {
            x: 2 * Metrics.u
            y: 2 * Metrics.u
            visible: root.slide.illustration
        }

        PillButton {
            anchors.bottom: parent.bottom
            anchors.margins: 2 * Metrics.u
            anchors.right: parent.right
            fill: Colours.badge
            focusColor: Colours.cream
            foreground: Colours.cream
            glyph: Icons.expand
            leading: true
            padding: 1.4 * Metrics.u
            spacing: 0.6 * Metrics.u
            text: qsTr("Enlarge")

            onTapped: root.zoomTapped()
        }
    }

    Item {
        x: root.textX
        y: Metrics.portrait ? Metrics.pictureHeight + 6.4 * Metrics.u : 0
        height: Metrics.footerTop - y
        width: Metrics.width - Metrics.margin - x

        Rectangle {
            id: mark

            y: Metrics.portrait ? 0 : Math.min(13.7 * Metrics.u, source.y - caption.height - 2.6 * Metrics.u)
            height: 0.25 * Metrics.u
            width: 2.66 * Metrics.u
            color: root.tone.ward
        }

        Column {
            id: caption

            y: mark.y + 1.1 * Metrics.u
            width: parent.width

            Repeater {
                model: root.slide.captionLines

                Copy {
                    required property string modelData

                    width: caption.width
                    font.family: Type.latin ? Type.numeral : Type.serif
                    font.pixelSize: Type.latin ? (Metrics.portrait ? 2.4 : 1.75) * Metrics.u : Math.min((Metrics.portrait ? 3.2 : 2.75) * Metrics.u, caption.width / Math.max(...root.slide.captionLines.map(l => l.length)) / 1.02)
                    font.weight: Type.latin ? Font.DemiBold : Font.Black
                    lineHeight: Type.headingLine
                    text: modelData
                }
            }

            MarkedCopy {
                width: parent.width
                text: root.slide.body
                topPadding: 1.2 * Metrics.u
                visible: text !== ""

                onTermTapped: term => root.termTapped(term)
            }
        }

        Column {
            id: source

            anchors.bottom: parent.bottom
            anchors.bottomMargin: (Metrics.portrait ? 2 : 2.4) * Metrics.u
            width: parent.width
            spacing: 1.2 * Metrics.u

            Rule {
                width: parent.width
            }

            Copy {
                width: parent.width
                color: Colours.inkSoft
                font.pixelSize: Type.note
                lineHeight: Type.noteLine
                text: root.slide.source
            }
        }
    }
}
