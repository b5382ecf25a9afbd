pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Displays
import Exhibition.Models

// One part of a screen in large text, whatever its kind: a figure with its drawing, a few entries, or what is said about
// them all. Nothing is scaled down to fit; what does not fit is the next part.
SlideView {
    id: root

    required property string title
    required property PartViewModel part
    property list<QtObject> terms: []
    property real titleY: Metrics.titleTop
    readonly property StatisticViewModel statistic: part.figures[0] ?? null
    readonly property real contentY: Math.max(titleY + (Metrics.portrait ? 7.4 : 6.3) * Metrics.u, heading.y + heading.height + 1.2 * Metrics.u)
    readonly property real contentEnd: Metrics.footerTop - 1.2 * Metrics.u

    SlideTitle {
        id: heading

        y: root.titleY
        color: root.tone.foreground
        text: root.title
    }

    Loader {
        x: Metrics.margin
        y: root.contentY
        height: root.contentEnd - y
        width: Metrics.contentWidth
        sourceComponent: root.statistic ? figure : root.part.entries.length > 0 ? entries : body
    }

    Component {
        id: figure

        Item {
            id: box

            readonly property bool drawn: display.drawn
            readonly property real wordsX: drawn && !Metrics.portrait ? Math.round(0.38 * width) : 0
            readonly property real wordsWidth: width - wordsX

            FigureDisplay {
                id: display

                y: Metrics.portrait ? words.height + 2 * Metrics.u : 0
                height: parent.height - y
                width: Metrics.portrait ? parent.width : box.wordsX - 3 * Metrics.u
                progress: root.progress
                statistic: root.statistic
                tone: root.tone
            }

            Column {
                id: words

                x: box.wordsX
                y: Metrics.portrait ? 0 : Math.max(0, (parent.height - height) / 2)
                width: box.wordsWidth
                spacing: 1.4 * Metrics.u

                MarkedCopy {
                    width: parent.width
                    color: root.tone.foreground
                    font.family: Type.serif
                    font.pixelSize: Type.lead
                    font.weight: Font.DemiBold
                    lineHeight: Type.headingLine
                    text: root.statistic.labelMarked

                    onTermTapped: term => root.termTapped(term)
                }

                Figure {
                    color: root.tone.numeral
                    progress: root.progress
                    size: Math.min(11 * Metrics.u, box.wordsWidth / (root.statistic.beforeEms + root.statistic.ems))
                    statistic: root.statistic
                }

                Copy {
                    width: parent.width
                    color: root.tone.soft
                    font.pixelSize: Type.note
                    lineHeight: Type.headingLine
                    text: root.statistic.legend
                    visible: text !== ""
                }

                TermPills {
                    room: parent.width
                    terms: root.terms
                    tone: root.tone
                    visible: root.terms.length > 0

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }

    Component {
        id: entries

        Item {
            id: list

            readonly property real pillsHeight: pills.visible ? pills.height + Metrics.u : 0

            Repeater {
                model: root.part.entries

                Item {
                    id: entry

                    required property int index
                    required property EntryViewModel modelData
                    readonly property real arrival: Math.max(0, Math.min(1, root.progress * 2 - index / 2))

                    y: index * height
                    height: (list.height - list.pillsHeight) / 2
                    width: list.width
                    opacity: arrival

                    Rule {
                        height: entry.index === 0 ? 1.6 * Metrics.outline : Metrics.hairline
                        width: parent.width
                        color: entry.index === 0 ? root.tone.foreground : root.tone.rule
                    }

                    Rectangle {
                        y: 1.7 * Metrics.u
                        height: Math.round(1.6 * Metrics.u)
                        width: height
                        color: root.tone.ward
                    }

                    Column {
                        x: 3.4 * Metrics.u
                        y: 1.2 * Metrics.u
                        width: parent.width - x
                        spacing: 0.5 * Metrics.u

                        MarkedCopy {
                            width: parent.width
                            color: root.tone.foreground
                            font.family: Type.serif
                            font.pixelSize: Type.lead
                            font.weight: Font.Black
                            lineHeight: Type.headingLine
                            text: entry.modelData.title

                            onTermTapped: term => root.termTapped(term)
                        }

                        MarkedCopy {
                            width: parent.width
                            color: root.tone.soft
                            lineHeight: Type.entryLine
                            text: entry.modelData.text
                            visible: text !== ""

                            onTermTapped: term => root.termTapped(term)
                        }
                    }
                }
            }

            TermPills {
                id: pills

                anchors.bottom: parent.bottom
                room: parent.width
                terms: root.terms
                tone: root.tone
                visible: root.terms.length > 0

                onTermTapped: term => root.termTapped(term)
            }
        }
    }

    Component {
        id: body

        Column {
            spacing: 1.6 * Metrics.u

            MarkedCopy {
                width: Math.min(parent.width, 26 * font.pixelSize)
                color: root.tone.foreground
                font.pixelSize: (root.part.body.length < (Type.latin ? 90 : 40) ? 1.3 : 1) * Type.lead
                text: root.part.body

                onTermTapped: term => root.termTapped(term)
            }

            TermPills {
                room: parent.width
                terms: root.terms
                tone: root.tone
                visible: root.terms.length > 0

                onTermTapped: term => root.termTapped(term)
            }
        }
    }
}
