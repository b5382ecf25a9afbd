pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// For whoever has just switched the machine on: what is not as it was set, and the remedy, in both languages. A touch, which
// reaches what lies below as well, or half a minute takes it away. Nothing makes it in a start without notices.
Item {
    id: root

    required property NoticesViewModel notices
    readonly property bool beside: !Metrics.portrait
    readonly property real pad: 1.2 * Metrics.u

    component Words: Copy {
        required property bool latin

        color: Colours.ink
        font.features: latin ? ({
                "pwid": 1
            }) : ({
                "chws": 1
            })
        font.pixelSize: (latin ? 0.95 : 1) * Type.notice
        lineHeight: Type.headingLine
        width: parent?.width ?? 0
    }

    component Said: Column {
        id: said

        required property NoticeViewModel notice
        required property bool latin

        spacing: 0.1 * Metrics.u

        Words {
            font.weight: Font.Medium
            latin: said.latin
            text: said.notice.said(latin)
        }

        Words {
            color: Colours.inkSoft
            latin: said.latin
            text: said.notice.remedy(latin)
        }
    }

    anchors.fill: parent
    z: 4

    PointHandler {
        onActiveChanged: {
            if (active)
                root.notices.leave();
        }
    }

    Timer {
        interval: Motion.notice
        running: !Motion.still

        onTriggered: root.notices.leave()
    }

    Rectangle {
        id: strip

        height: column.height + 2 * root.pad
        width: parent.width
        color: Colours.paper

        Rectangle {
            anchors.bottom: parent.bottom
            height: Metrics.groundStroke
            width: parent.width
            color: Colours.amberSignal
        }

        Column {
            id: column

            x: Metrics.margin
            y: root.pad
            spacing: root.pad
            width: Metrics.contentWidth

            Repeater {
                model: root.notices.notices

                Flow {
                    id: notice

                    required property NoticeViewModel modelData

                    width: parent?.width ?? 0
                    spacing: root.beside ? 2 * Metrics.u : 0.3 * Metrics.u

                    Accessible.name: modelData.said(Type.latin)
                    Accessible.role: Accessible.AlertMessage

                    Repeater {
                        model: 2

                        Said {
                            required property int index

                            width: root.beside ? (notice.width - notice.spacing) / 2 : notice.width
                            latin: Type.latin === (index === 0)
                            notice: notice.modelData
                        }
                    }
                }
            }

            Row {
                spacing: 0.6 * Metrics.u
                width: parent.width

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    height: 0.7 * Type.notice
                    width: height
                    color: Colours.amberSignal
                    radius: height / 2
                }

                Words {
                    color: Colours.inkSoft
                    latin: false
                    text: root.notices.footnote
                    width: parent.width - x
                }
            }
        }
    }
}
