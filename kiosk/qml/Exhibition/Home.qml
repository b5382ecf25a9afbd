pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The themes as niches on one ground line, rising like a hillside.
Item {
    id: root

    required property VisitViewModel visit
    required property int opened
    required property real parting
    required property bool settled
    readonly property ExhibitionViewModel exhibition: visit.exhibition
    readonly property int count: exhibition.themes.length
    readonly property real gap: (Metrics.portrait ? 0.5 : 0.9) * Metrics.u
    readonly property real nicheWidth: Math.floor((Metrics.contentWidth - (count - 1) * gap) / count)
    // Titles lie on their sides where a word would have to be set too small to stand upright.
    readonly property int longestWord: Math.max(...exhibition.themes.map(theme => Math.max(...theme.title.split(" ").map(word => word.length))))
    readonly property bool spines: Type.latin && (Metrics.portrait || nicheWidth < 2.7 * Metrics.u + 0.54 * 1.25 * Metrics.u * longestWord)
    readonly property list<real> hillside: [24, 24, 24.8, 26.6, 29, 31.1, 29]
    readonly property bool terse: Metrics.large && !(Metrics.portrait && Type.latin)
    // How far the hillside sinks so that no niche stands before the title or the subtitle.
    readonly property real low: Math.max(0.7, Math.min(below(title.x + title.scale * title.width, title.y + title.height - 0.2 * Type.exhibitionTitle), below(subtitle.x + subtitle.contentWidth, subtitle.y + subtitle.height)))
    readonly property real lowest: Math.min(...exhibition.themes.map((theme, index) => nicheHeight(index)))
    property real rise: Motion.reduced || settled ? 1 : 0

    function hill(t: real): real {
        const at = t * (hillside.length - 1);
        const i = Math.min(hillside.length - 2, Math.floor(at));
        return hillside[i] + (at - i) * (hillside[i + 1] - hillside[i]);
    }

    function nicheX(index: int): real {
        return Metrics.margin + index * (root.nicheWidth + root.gap);
    }

    function fullHeight(index: int): real {
        const share = hill(count > 1 ? index / (count - 1) : 1) / 36.33;
        return (Metrics.portrait ? (root.terse ? 0.58 : 0.62) + (share - 0.66) * 0.6 : share) * Metrics.groundLine;
    }

    function nicheHeight(index: int): real {
        return Math.round(low * fullHeight(index));
    }

    // The share of its height at which the highest niche left of `right` begins below `foot`.
    function below(right: real, foot: real): real {
        return Math.min(1, ...exhibition.themes.map((theme, index) => nicheX(index) < right ? (Metrics.groundLine - foot) / fullHeight(index) : 1));
    }

    Component.onCompleted: {
        if (rise < 1)
            rising.start();
    }

    NumberAnimation {
        id: rising

        duration: Motion.open + (root.count - 1) * Motion.nicheStagger
        property: "rise"
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

    Row {
        id: title

        x: Metrics.margin
        y: (Metrics.portrait ? 3.2 : 1.3) * Metrics.u
        scale: Math.min(1, (Metrics.portrait ? 1 : 0.58) * Metrics.contentWidth / implicitWidth)
        spacing: 0.1 * Type.exhibitionTitle
        transformOrigin: Item.BottomLeft

        Accessible.name: root.exhibition.title
        Accessible.role: Accessible.Heading

        Copy {
            id: mark

            font.family: root.exhibition.language === "zh" ? Type.serif : Type.numeral
            font.pixelSize: (Type.latin ? (Metrics.portrait ? 0.64 : 0.8) : 1) * Type.exhibitionTitle
            font.weight: root.exhibition.language === "zh" ? Font.Black : Font.DemiBold
            text: root.exhibition.titleMark
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        Copy {
            anchors.baseline: mark.baseline
            font.family: Type.numeral
            font.pixelSize: (Type.latin ? (Metrics.portrait ? 0.64 : 0.8) : 1.06) * Type.exhibitionTitle
            font.weight: Font.DemiBold
            text: root.exhibition.titleYear
            visible: text !== ""
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }
    }

    Copy {
        id: subtitle

        x: Metrics.margin
        y: title.y + title.height - 0.1 * Metrics.u
        width: (Metrics.portrait ? 1 : root.terse ? 0.56 : 0.52) * Metrics.contentWidth
        color: Colours.inkSoft
        font.family: root.exhibition.language === "zh" ? Type.serif : Type.numeral
        font.pixelSize: (root.exhibition.language === "zh" ? 1 : 0.86) * Type.subtitle
        font.weight: root.exhibition.language === "zh" ? Font.DemiBold : Font.Normal
        fontSizeMode: root.terse ? Text.HorizontalFit : Text.FixedSize
        lineHeight: 1.1
        minimumPixelSize: Math.round(Metrics.u)
        text: root.exhibition.subtitle
        wrapMode: root.terse ? Text.NoWrap : Text.WordWrap
    }

    Item {
        height: Metrics.groundLine
        width: parent.width
        clip: root.rise < 1 || root.opened >= 0

        Repeater {
            model: root.exhibition.themes

            NicheTile {
                required property int index
                required property ThemeViewModel modelData
                readonly property real total: Motion.open + (root.count - 1) * Motion.nicheStagger
                readonly property real own: Motion.reduced ? 1 : Math.max(0, Math.min(1, (root.rise * total - index * Motion.nicheStagger) / Math.max(1, Motion.open)))

                x: root.nicheX(index)
                y: Metrics.groundLine - height
                height: root.nicheHeight(index)
                width: root.nicheWidth
                lowest: root.lowest
                sunk: height * (1 - (1 - Math.pow(1 - own, 4)) * (root.opened >= 0 ? 1 - root.parting : 1))
                visible: root.opened !== index
                seen: root.visit.seen[index] ?? false
                spine: root.spines
                theme: modelData

                onTapped: root.visit.openTheme(index)
            }
        }
    }

    Rectangle {
        y: Metrics.groundLine
        height: Metrics.groundStroke
        width: parent.width
        color: Colours.ink
    }

    Item {
        y: Metrics.groundLine + Metrics.groundStroke
        height: parent.height - y
        width: parent.width

        Column {
            id: hint

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: Metrics.portrait ? 0 : (ways.x + ways.width + hands.x) / 2 - parent.width / 2
            y: Metrics.portrait ? (Metrics.large ? 1.1 : 1.5) * Metrics.u : (parent.height - height) / 2
            spacing: 0.2 * Metrics.u
            visible: Metrics.portrait || hands.x - ways.x - ways.width > width + 2 * Metrics.u

            Copy {
                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: Type.control
                font.weight: Font.Medium
                text: qsTr("Touch a niche to step into the year")
                wrapMode: Text.NoWrap
            }
        }

        Row {
            id: ways

            x: Metrics.margin
            y: Metrics.portrait ? hint.y + hint.height + (Metrics.large ? 1.1 : 1.6) * Metrics.u : (parent.height - height) / 2
            spacing: 0.75 * Metrics.u

            PillButton {
                fill: tone.contrast ? tone.fill : Colours.ink
                foreground: Colours.paper
                padding: 1.6 * Metrics.u
                spacing: 0.9 * Metrics.u
                text: qsTr("%1 in numbers").arg(root.exhibition.year)

                onTapped: root.visit.openNumbers()
            }

            PillButton {
                fill: "transparent"
                foreground: Colours.ink
                glyph: ""
                outline: Colours.ruleStrong
                most: (Metrics.portrait ? Metrics.width - 2 * Metrics.u : hands.x - parent.spacing) - parent.x - x
                padding: 1.6 * Metrics.u
                text: root.exhibition.prologue.title

                onTapped: root.visit.openPrologue()
            }
        }

        Row {
            id: hands

            x: Metrics.portrait ? Metrics.margin : parent.width - Metrics.margin - width
            y: Metrics.portrait ? ways.y + ways.height + 1.1 * Metrics.u : (parent.height - height) / 2
            layoutDirection: Metrics.portrait ? Qt.RightToLeft : Qt.LeftToRight
            spacing: (Metrics.portrait ? 0.5 : 0.75) * Metrics.u

            RoundButton {
                name: qsTr("Reading settings")
                outline: Colours.ruleStrong

                onTapped: root.visit.openComfort()

                AccessIcon {
                    anchors.centerIn: parent
                    colour: Colours.ink
                    size: 0.5 * parent.height
                }
            }

            RoundButton {
                name: qsTr("About this exhibition")
                outline: Colours.ruleStrong

                onTapped: root.visit.openCredits()

                Icon {
                    anchors.centerIn: parent
                    color: Colours.ink
                    glyph: Icons.information
                    size: 0.5 * parent.height
                }
            }

            LanguageSwitch {
                fill: Colours.ink
                foreground: Colours.ink
                language: root.visit.language
                overFill: Colours.paper
                outline: Colours.ruleStrong

                onChosen: language => root.visit.setLanguage(language)
            }
        }
    }

    Loader {
        active: root.opened >= 0

        sourceComponent: NicheTile {
            readonly property real fromX: root.nicheX(root.opened)
            readonly property real fromHeight: root.nicheHeight(root.opened)
            readonly property real fromY: Metrics.groundLine - fromHeight

            x: fromX * (1 - root.parting)
            y: fromY + root.parting * (-0.5 * root.width - fromY)
            height: fromHeight + root.parting * (root.height + 0.5 * root.width - fromHeight)
            width: root.nicheWidth + root.parting * (root.width - root.nicheWidth)
            enabled: false
            lowest: root.lowest
            nicheWidth: root.nicheWidth
            opening: root.parting
            seen: false
            spine: root.spines
            theme: root.exhibition.themes[Math.max(0, root.opened)]
        }
    }
}
