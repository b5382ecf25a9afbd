pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// What the program stands on, and under which licences: a page at a time.
Item {
    id: root

    required property VisitViewModel visit
    readonly property list<QtObject> pages: Metrics.large ? visit.exhibition.componentParts : visit.exhibition.componentPages
    readonly property ComponentsViewModel page: pages[visit.part] ?? null
    readonly property int most: pages[0]?.components.length ?? 1
    readonly property int columns: Metrics.portrait ? (Metrics.large ? 1 : 2) : Metrics.large ? 2 : 3
    readonly property int rows: Math.ceil(most / columns)
    readonly property real listTop: note.y + note.height + (Metrics.portrait ? 1.6 : 1) * Metrics.u
    readonly property int rowHeight: Math.floor(Math.min((Metrics.footerTop - listTop - 0.6 * Metrics.u) / rows, (Metrics.large ? 6.4 : 4.4) * Metrics.u))

    Rectangle {
        anchors.fill: parent
        color: Colours.paper
    }

    Copy {
        id: title

        x: Metrics.margin
        y: (Metrics.portrait ? 4 : 2.2) * Metrics.u
        font.family: Type.serif
        font.letterSpacing: 0.02 * Type.slideTitle
        font.pixelSize: Type.slideTitle
        font.weight: Font.Black
        lineHeight: Type.headingLine
        text: qsTr("Software and typefaces")

        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Copy {
        id: note

        x: Metrics.margin
        y: title.y + title.height + 0.5 * Metrics.u
        width: Metrics.contentWidth
        color: Colours.inkSoft
        font.pixelSize: Type.note
        lineHeight: Type.entryLine
        text: qsTr("The licences in full are in the program’s folder: THIRD-PARTY.txt. What is under the LGPL may be replaced by your own build.")
    }

    Grid {
        x: Metrics.margin
        y: root.listTop
        columnSpacing: 2 * Metrics.u
        flow: Grid.TopToBottom
        rows: root.rows

        Repeater {
            model: root.page?.components ?? []

            Item {
                id: entry

                required property ComponentViewModel modelData

                height: root.rowHeight
                width: (Metrics.contentWidth - (root.columns - 1) * 2 * Metrics.u) / root.columns

                Accessible.name: name.text + " " + version.text + ", " + terms.text
                Accessible.role: Accessible.StaticText

                Rule {
                    width: parent.width
                }

                Copy {
                    id: name

                    y: 0.3 * Metrics.u
                    font.pixelSize: Metrics.large ? Type.body : Math.min(Type.body, 1.2 * Metrics.u)
                    text: entry.modelData.name
                    wrapMode: Text.NoWrap

                    Accessible.ignored: true
                }

                Copy {
                    id: version

                    anchors.baseline: name.baseline
                    anchors.left: name.right
                    anchors.leftMargin: 0.6 * Metrics.u
                    color: Colours.inkSoft
                    font.family: Type.numeral
                    font.pixelSize: name.font.pixelSize
                    text: entry.modelData.version
                    wrapMode: Text.NoWrap

                    Accessible.ignored: true
                }

                Copy {
                    id: terms

                    y: name.y + name.height - 0.1 * Metrics.u
                    color: Colours.inkSoft
                    font.pixelSize: Type.note
                    text: entry.modelData.terms
                    wrapMode: Text.NoWrap

                    Accessible.ignored: true
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
