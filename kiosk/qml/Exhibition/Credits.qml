pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Where it all comes from, and that the pictures are illustrations.
Item {
    id: root

    required property VisitViewModel visit
    readonly property list<QtObject> credits: Metrics.large ? (visit.exhibition.creditParts[visit.part]?.entries ?? []) : visit.exhibition.credits
    readonly property int columns: Metrics.portrait || Metrics.large ? 1 : 2
    readonly property int perColumn: Math.ceil(credits.length / columns)

    PaperTone {
        id: tone
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.paper
    }

    Copy {
        id: title

        x: Metrics.margin
        y: (Metrics.portrait ? 4 : 3.4) * Metrics.u
        font.family: Type.serif
        font.letterSpacing: 0.02 * Type.slideTitle
        font.pixelSize: Type.slideTitle
        font.weight: Font.Black
        text: qsTr("About this exhibition")

        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Row {
        x: Metrics.margin
        y: title.y + title.height + 1.6 * Metrics.u
        spacing: 4 * Metrics.u

        Repeater {
            model: root.columns

            Column {
                id: column

                required property int index

                width: (Metrics.contentWidth - (root.columns - 1) * 4 * Metrics.u) / root.columns

                Repeater {
                    model: root.credits.slice(column.index * root.perColumn, (column.index + 1) * root.perColumn)

                    Item {
                        id: entry

                        required property CreditViewModel modelData

                        height: words.height + 1.5 * Metrics.u
                        width: column.width

                        Rule {
                            width: parent.width
                        }

                        Column {
                            id: words

                            y: 0.6 * Metrics.u
                            width: parent.width
                            spacing: 0.25 * Metrics.u

                            Copy {
                                color: Colours.inkSoft
                                font.family: Type.sans
                                font.pixelSize: Type.note
                                text: entry.modelData.label
                            }

                            Copy {
                                width: parent.width
                                font.pixelSize: Metrics.large ? Type.body : Math.min(Type.body, 1.2 * Metrics.u)
                                lineHeight: Type.entryLine
                                text: entry.modelData.text
                            }

                            Item {
                                height: 0.6 * Metrics.u
                                width: 1
                                visible: all.visible
                            }

                            PillButton {
                                id: all

                                fill: tone.ground
                                foreground: tone.foreground
                                outline: tone.outline
                                text: qsTr("The full list")
                                visible: entry.modelData.listed

                                onTapped: root.visit.openLicences()
                            }
                        }
                    }
                }
            }
        }
    }

    Footer {
        y: Metrics.footerTop
        width: parent.width
        backing: true
        tone: tone
        visit: root.visit

        onNextTapped: root.visit.next()
        onPreviousTapped: root.visit.part > 0 ? root.visit.previous() : root.visit.back()
    }
}
