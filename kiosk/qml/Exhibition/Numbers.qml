pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Every figure of the exhibition on one wall, a ward each, grouped by theme; in large text a few of one theme at a time. A
// tap opens the slide that tells it.
Item {
    id: root

    required property VisitViewModel visit
    readonly property ExhibitionViewModel exhibition: visit.exhibition
    readonly property WallViewModel part: Metrics.large ? (exhibition.wallParts[visit.part] ?? null) : null
    readonly property list<QtObject> groups: part ? [part] : exhibition.wall
    readonly property int cells: groups.reduce((sum, group) => sum + group.figures.length + 1, 0)
    readonly property real wallTop: title.y + title.height + (Metrics.portrait ? note.height + 1.6 * Metrics.u : Metrics.large ? 1.2 * Metrics.u : 0.8 * Metrics.u)
    readonly property real wallHeight: Metrics.footerTop - wallTop - 1.2 * Metrics.u
    readonly property int columns: Metrics.large ? (Metrics.portrait ? 2 : 4) : Math.ceil(Math.sqrt(cells * Metrics.contentWidth / wallHeight / (Metrics.portrait ? 1.35 : 1.62)))
    readonly property int rows: Metrics.large ? (Metrics.portrait ? 4 : 2) : Math.ceil(cells / columns)
    readonly property int gap: Math.round(0.28 * Metrics.u)
    readonly property int cellWidth: Math.floor((Metrics.contentWidth + gap) / columns) - gap
    readonly property int cellHeight: Math.floor((wallHeight + gap) / rows) - gap
    readonly property real inset: (Metrics.large ? 0.8 : 0.45 * growth) * Metrics.u
    // Few figures have large cells, and larger words in them.
    readonly property real growth: Metrics.large ? 1 : Math.max(1, Math.min(2.4, cellWidth / (9.2 * Metrics.u), cellHeight / (5.6 * Metrics.u)))

    Rectangle {
        anchors.fill: parent
        color: Colours.paper
    }

    Copy {
        id: title

        x: Metrics.margin
        y: (Metrics.portrait ? 3.4 : 2.2) * Metrics.u
        font.family: Type.serif
        font.letterSpacing: 0.02 * Type.slideTitle
        font.pixelSize: Type.slideTitle
        font.weight: Font.Black
        lineHeight: Type.headingLine
        text: qsTr("%1 in numbers").arg(root.exhibition.year)

        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Copy {
        id: note

        x: Metrics.portrait ? Metrics.margin : Metrics.width - Metrics.margin - width
        y: Metrics.portrait ? title.y + title.height + 0.6 * Metrics.u : title.y + title.baselineOffset - baselineOffset
        color: Colours.inkSoft
        font.pixelSize: Type.note
        text: qsTr("Touch a figure to read its story") + (Metrics.large || root.exhibition.source === "" ? "" : " · " + root.exhibition.source)
        wrapMode: Text.NoWrap
    }

    Flow {
        x: Metrics.margin
        y: root.wallTop
        width: Metrics.contentWidth + root.gap
        spacing: root.gap

        Repeater {
            model: root.groups

            Repeater {
                id: group

                required property WallViewModel modelData
                readonly property Tone tone: Tone {
                    base: group.modelData.theme.base
                    deep: group.modelData.theme.deep
                    glazed: false
                    glow: group.modelData.theme.glow
                    tint: group.modelData.theme.tint
                }

                model: [group.modelData.theme, ...group.modelData.figures]

                Loader {
                    id: cell

                    required property int index
                    required property QtObject modelData

                    height: root.cellHeight
                    width: root.cellWidth

                    sourceComponent: index === 0 ? heading : figure

                    Component {
                        id: heading

                        Touchable {
                            focusRadius: 0
                            name: group.modelData.theme.title

                            onTapped: root.visit.openTheme(group.modelData.theme.index)

                            Rectangle {
                                anchors.fill: parent
                                border.color: group.tone.contour
                                border.width: group.tone.contrast ? Metrics.outline / 2 : 0
                                color: parent.pressed ? group.tone.crown : group.tone.glaze
                            }

                            Emblem {
                                id: emblem

                                x: root.inset
                                y: Metrics.large ? root.inset : (parent.height - height) / 2
                                figure: Colours.cream
                                ground: group.tone.glaze
                                name: group.modelData.theme.emblem
                                size: Math.round(Metrics.large ? 3.4 * Metrics.u : Math.min(2 * root.growth * Metrics.u, (Type.latin && Metrics.portrait ? 0.24 : 0.34) * parent.width))
                            }

                            Column {
                                x: Metrics.large ? root.inset : emblem.x + emblem.width + (0.35 + 0.6 * (root.growth - 1)) * Metrics.u
                                y: Metrics.large ? parent.height - height - root.inset : (parent.height - height) / 2
                                width: parent.width - x - 0.2 * Metrics.u

                                Repeater {
                                    model: group.modelData.theme.titleLines

                                    Copy {
                                        required property string modelData

                                        width: parent?.width ?? 0
                                        color: Colours.cream
                                        font.family: Type.latin ? Type.sans : Type.serif
                                        font.pixelSize: Metrics.large ? Type.lead * (Type.latin ? 0.8 : 1) : Type.latin ? Math.min(0.82 * Metrics.u, Type.note) * root.growth : Math.min(1.05 * root.growth * Metrics.u, (parent?.width ?? 1) / 4.3)
                                        font.weight: Type.latin ? Font.Medium : Font.Black
                                        lineHeight: 0.84
                                        text: modelData

                                        Accessible.ignored: true
                                    }
                                }
                            }
                        }
                    }

                    Component {
                        id: figure

                        Touchable {
                            id: ward

                            readonly property StatisticViewModel statistic: cell.modelData as StatisticViewModel

                            focusRadius: 0
                            name: statistic.label + " " + statistic.spoken

                            onTapped: root.visit.openFigure(statistic.themeIndex, statistic.slideIndex)

                            Rectangle {
                                anchors.fill: parent
                                color: ward.pressed ? group.tone.pressed : group.tone.panel
                            }

                            Figure {
                                id: numeral

                                readonly property real room: ward.width - 2 * root.inset

                                x: root.inset
                                y: (Metrics.large ? 1.1 : 0.5 * root.growth + 0.3 * (root.growth - 1)) * Metrics.u
                                color: group.tone.numeral
                                scale: Math.min(1, room / implicitWidth)
                                size: Metrics.large ? 4 * Metrics.u : (Type.latin ? 1.75 : 1.95) * root.growth * Metrics.u
                                statistic: ward.statistic
                                wordShare: Metrics.large ? 0.36 : 0.42
                                transformOrigin: Item.BottomLeft
                                // What would make it less than half as large begins the label instead.
                                unit: room > 0.5 * wholeWidth
                            }

                            Copy {
                                x: root.inset
                                y: Metrics.large ? numeral.y + numeral.height + 0.7 * Metrics.u : ((Type.latin ? 1.62 : 1.84) * root.growth + 0.7 * (root.growth - 1)) * Metrics.u
                                height: parent.height - y - 0.2 * Metrics.u
                                width: parent.width - 2 * x
                                color: Colours.ink
                                elide: Text.ElideRight
                                font.pixelSize: Metrics.large ? Type.note : Math.min(Type.note, (Type.latin ? 0.68 : 0.75) * Metrics.u) * root.growth
                                fontSizeMode: Metrics.large ? Text.FixedSize : Text.Fit
                                lineHeight: 0.83
                                minimumPixelSize: Math.round(0.55 * Metrics.u)
                                // The strip of low reach has no room for a number and its unit on one line.
                                readonly property string label: Metrics.low && Type.latin ? ward.statistic.label : ward.statistic.labelSet

                                text: numeral.unit || ward.statistic.after === "" ? label : ward.statistic.after + " · " + label

                                Accessible.ignored: true
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
        tone: PaperTone {}
        visit: root.visit

        onNextTapped: root.visit.next()
        onPreviousTapped: root.visit.part > 0 ? root.visit.previous() : root.visit.back()
    }
}
