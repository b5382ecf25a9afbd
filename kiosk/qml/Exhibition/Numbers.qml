pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// Every figure of the exhibition on one wall, a ward each, grouped by theme. A tap opens the slide that tells it.
Item {
    id: root

    required property VisitViewModel visit
    readonly property ExhibitionViewModel exhibition: visit.exhibition
    readonly property list<QtObject> groups: exhibition.themes.filter(theme => theme.figures.length > 0)
    readonly property int cells: groups.reduce((sum, theme) => sum + theme.figures.length + 1, 0)
    readonly property real wallTop: (Metrics.portrait ? 10.8 : 7.1) * Metrics.u
    readonly property real wallHeight: Metrics.footerTop - wallTop - 1.2 * Metrics.u
    readonly property int columns: Math.ceil(Math.sqrt(cells * Metrics.contentWidth / wallHeight / (Metrics.portrait ? 1.35 : 1.62)))
    readonly property int rows: Math.ceil(cells / columns)
    readonly property int gap: Math.round(0.28 * Metrics.u)
    readonly property int cellWidth: Math.floor((Metrics.contentWidth + gap) / columns) - gap
    readonly property int cellHeight: Math.floor((wallHeight + gap) / rows) - gap

    Rectangle {
        anchors.fill: parent
        color: Colours.paper
    }

    Copy {
        x: Metrics.margin
        y: (Metrics.portrait ? 3.4 : 2.2) * Metrics.u
        font.family: Type.serif
        font.letterSpacing: 0.02 * Type.slideTitle
        font.pixelSize: Type.slideTitle
        font.weight: Font.Black
        text: qsTr("2020 in numbers")

        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Copy {
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        y: (Metrics.portrait ? 8.4 : 3.9) * Metrics.u
        color: Colours.inkSoft
        font.pixelSize: Type.note
        text: qsTr("Touch a figure to read its story") + " · " + root.exhibition.source
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

                required property ThemeViewModel modelData

                model: [group.modelData, ...group.modelData.figures]

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
                            name: group.modelData.title

                            onTapped: root.visit.openTheme(group.modelData.index)

                            Rectangle {
                                anchors.fill: parent
                                color: parent.pressed ? group.modelData.deep : group.modelData.base
                            }

                            Emblem {
                                x: 0.5 * Metrics.u
                                anchors.verticalCenter: parent.verticalCenter
                                figure: Colours.cream
                                ground: group.modelData.base
                                name: group.modelData.emblem
                                size: Math.round(Math.min(2 * Metrics.u, 0.34 * parent.width))
                            }

                            Column {
                                x: 0.8 * Metrics.u + Math.min(2 * Metrics.u, 0.34 * parent.width)
                                anchors.verticalCenter: parent.verticalCenter
                                width: parent.width - x - 0.2 * Metrics.u

                                Repeater {
                                    model: group.modelData.titleLines

                                    Copy {
                                        required property string modelData

                                        width: parent?.width ?? 0
                                        color: Colours.cream
                                        font.family: root.exhibition.language === "zh" ? Type.serif : Type.sans
                                        font.pixelSize: root.exhibition.language === "zh" ? Math.min(1.05 * Metrics.u, (parent?.width ?? 1) / 4.3) : Math.min(0.82 * Metrics.u, Type.note)
                                        font.weight: root.exhibition.language === "zh" ? Font.Black : Font.Medium
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
                                color: ward.pressed ? group.modelData.glow : group.modelData.tint
                            }

                            Figure {
                                readonly property real room: ward.width - 0.9 * Metrics.u

                                x: 0.45 * Metrics.u
                                y: 0.5 * Metrics.u
                                color: group.modelData.deep
                                scale: Math.min(1, room / implicitWidth)
                                size: (Type.latin ? 1.75 : 1.95) * Metrics.u
                                statistic: ward.statistic
                                wordShare: 0.42
                                transformOrigin: Item.BottomLeft
                            }

                            Copy {
                                x: 0.45 * Metrics.u
                                y: (Type.latin ? 1.62 : 1.84) * Metrics.u
                                height: parent.height - y - 0.2 * Metrics.u
                                width: parent.width - 2 * x
                                clip: true
                                elide: Text.ElideRight
                                font.pixelSize: Math.min(Type.note, (Type.latin ? 0.68 : 0.75) * Metrics.u)
                                lineHeight: 0.83
                                fontSizeMode: Text.Fit
                                minimumPixelSize: Math.round(0.55 * Metrics.u)
                                text: ward.statistic.label

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
        tone: Tone {
            base: Colours.ink
            deep: Colours.ink
            glazed: false
            glow: Colours.ink
            tint: Colours.paperDeep
        }
        visit: root.visit

        onPreviousTapped: root.visit.back()
    }
}
