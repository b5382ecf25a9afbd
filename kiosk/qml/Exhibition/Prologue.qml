pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models
import Exhibition.Slides

// What the year was, in one screen.
Item {
    id: root

    required property VisitViewModel visit
    readonly property PrologueViewModel prologue: visit.exhibition.prologue
    readonly property real listX: Metrics.portrait ? Metrics.margin : Metrics.margin + 0.46 * Metrics.contentWidth
    property real progress: Motion.reduced ? 1 : 0

    Component.onCompleted: play.start()

    NumberAnimation {
        id: play

        duration: Motion.build
        easing.type: Easing.OutQuart
        property: "progress"
        target: root
        to: 1
    }

    PaperTone {
        id: tone
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.paper
    }

    Loader {
        anchors.fill: parent
        sourceComponent: Metrics.large ? large : whole
    }

    Component {
        id: large

        LargePage {
            part: root.prologue.parts[root.visit.part] ?? root.prologue.parts[0]
            settled: true
            title: root.prologue.title
            titleY: (Metrics.portrait ? 4 : 2.6) * Metrics.u
            tone: tone

            onTermTapped: term => root.visit.showTerm(term)
        }
    }

    Component {
        id: whole

        Item {
            Copy {
                id: title

                x: Metrics.margin
                y: (Metrics.portrait ? 4 : 3.4) * Metrics.u
                width: (Metrics.portrait ? 1 : 0.43) * Metrics.contentWidth
                font.family: Type.serif
                font.letterSpacing: 0.02 * Type.slideTitle
                font.pixelSize: Type.slideTitle
                font.weight: Font.Black
                lineHeight: lineCount > 1 ? Type.headingLine : 1
                text: root.prologue.title

                Accessible.name: text
                Accessible.role: Accessible.Heading
            }

            Copy {
                id: year

                x: Metrics.margin - 0.04 * font.pixelSize
                anchors.baseline: parent.top
                anchors.baselineOffset: (Metrics.portrait ? 22 : 20.4) * Metrics.u
                font.family: Type.numeral
                font.letterSpacing: -0.13 * Metrics.u
                font.pixelSize: (Metrics.portrait ? 16 : 13) * Metrics.u
                font.weight: Font.DemiBold
                text: root.visit.exhibition.year
            }

            MarkedCopy {
                x: Metrics.margin
                y: (Metrics.portrait ? 24.6 : 23) * Metrics.u
                width: Metrics.portrait ? Metrics.contentWidth : 0.4 * Metrics.contentWidth
                color: Colours.ink
                text: root.prologue.body

                onTermTapped: term => root.visit.showTerm(term)
            }

            Column {
                x: root.listX
                y: Metrics.portrait ? 33 * Metrics.u : 4.4 * Metrics.u
                width: Metrics.width - Metrics.margin - x

                Repeater {
                    model: root.prologue.lines

                    Item {
                        id: line

                        required property int index
                        required property EntryViewModel modelData
                        readonly property real arrival: Math.max(0, Math.min(1, 5 * root.progress - 0.5 * index))

                        height: (Metrics.footerTop - parent.y - 1.2 * Metrics.u) / Math.max(5, root.prologue.lines.length)
                        width: parent?.width ?? 0

                        Rule {
                            height: line.index === 0 ? 1.6 * Metrics.outline : Metrics.hairline
                            width: parent.width * line.arrival
                            color: line.index === 0 ? Colours.ink : Colours.rule
                        }

                        Rectangle {
                            anchors.verticalCenter: parent.verticalCenter
                            height: 1.1 * Metrics.u
                            width: height
                            color: tone.contrast ? tone.ward : root.visit.exhibition.themes[line.index % root.visit.exhibition.themes.length].base
                            opacity: line.arrival
                        }

                        MarkedCopy {
                            x: 2.4 * Metrics.u
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - x
                            font.family: Type.serif
                            font.pixelSize: Type.lead
                            font.weight: Font.DemiBold
                            lineHeight: Type.headingLine
                            text: line.modelData.title

                            onTermTapped: term => root.visit.showTerm(term)
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
