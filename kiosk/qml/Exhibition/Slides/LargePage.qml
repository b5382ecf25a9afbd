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
        width: Metrics.contentWidth - (pills.visible && !Metrics.portrait ? pills.width + 2 * Metrics.u : 0)
    }

    Loader {
        x: Metrics.margin
        y: root.contentY
        height: root.contentEnd - y - (pills.visible && Metrics.portrait ? pills.height + 1.2 * Metrics.u : 0)
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

                Copy {
                    width: parent.width
                    color: root.tone.soft
                    font.pixelSize: Type.note
                    lineHeight: Type.headingLine
                    text: root.statistic.source
                    visible: text !== ""
                }
            }
        }
    }

    Component {
        id: entries

        Item {
            id: list

            readonly property bool beside: !Metrics.portrait
            readonly property real gap: 2 * Metrics.u
            readonly property real cellWidth: beside ? (width - gap) / 2 : width
            readonly property real cellHeight: beside ? height : height / 2

            Repeater {
                model: root.part.entries

                Item {
                    id: entry

                    required property int index
                    required property EntryViewModel modelData
                    readonly property real arrival: Math.max(0, Math.min(1, root.progress * 2 - index / 2))
                    readonly property real spare: height - words.height - 3.2 * Metrics.u
                    readonly property real mark: Math.round(list.beside ? Math.max(1.6 * Metrics.u, Math.min(8 * Metrics.u, spare)) : 5.4 * Metrics.u)
                    readonly property bool drawn: modelData.pictogram !== "" && mark > 3 * Metrics.u

                    x: list.beside ? index * (list.cellWidth + list.gap) : 0
                    y: list.beside ? 0 : index * list.cellHeight
                    height: list.cellHeight
                    width: list.cellWidth
                    opacity: arrival

                    Rule {
                        height: 1.6 * Metrics.outline
                        width: parent.width * entry.arrival
                        color: root.tone.foreground
                    }

                    Loader {
                        y: 1.4 * Metrics.u
                        active: entry.drawn

                        sourceComponent: Emblem {
                            figure: root.tone.ward
                            ground: root.tone.ground
                            kind: "pictogram"
                            name: entry.modelData.pictogram
                            size: entry.mark
                        }
                    }

                    Rectangle {
                        y: 1.8 * Metrics.u
                        height: Math.round(1.6 * Metrics.u)
                        width: height
                        color: root.tone.ward
                        visible: !entry.drawn
                    }

                    Column {
                        id: words

                        x: list.beside ? (entry.drawn ? 0 : 3.2 * Metrics.u) : (entry.drawn ? entry.mark : 1.6 * Metrics.u) + 1.8 * Metrics.u
                        y: list.beside && entry.drawn ? entry.mark + 2.4 * Metrics.u : 1.4 * Metrics.u
                        width: parent.width - x
                        spacing: 0.6 * Metrics.u

                        MarkedCopy {
                            width: parent.width
                            color: root.tone.foreground
                            font.family: Type.serif
                            font.pixelSize: (Type.latin ? 1 : 1.15) * Type.lead
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
        }
    }

    Component {
        id: body

        MarkedCopy {
            readonly property bool brief: root.part.body.length < (Type.latin ? 110 : 46)

            width: Math.min(parent?.width ?? 0, 24 * font.pixelSize)
            color: root.tone.foreground
            font.family: brief && !Type.latin ? Type.serif : Type.sans
            font.pixelSize: (brief ? 1.45 : 1.1) * Type.lead
            font.weight: brief && !Type.latin ? Font.DemiBold : Font.Normal
            text: root.part.body

            onTermTapped: term => root.termTapped(term)
        }
    }

    TermPills {
        id: pills

        x: Metrics.portrait ? Metrics.margin : Metrics.width - Metrics.margin - width
        y: Metrics.portrait ? root.contentEnd - height : heading.y + (heading.height - height) / 2
        room: Metrics.portrait ? Metrics.contentWidth : 0.5 * Metrics.contentWidth
        terms: root.terms
        tone: root.tone
        visible: root.terms.length > 0

        onTermTapped: term => root.termTapped(term)
    }
}
