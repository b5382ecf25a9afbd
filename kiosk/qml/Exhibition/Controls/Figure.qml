import QtQuick
import Exhibition.Design
import Exhibition.Models

// One figure as it is read: qualifier, numeral, per cent, unit. Its box is the ink of the numeral; nothing in it moves
// while the numeral counts.
Item {
    id: root

    required property StatisticViewModel statistic
    required property real size
    required property color color
    property real progress: 1
    property bool hangBefore: false
    property bool unit: true
    property real wordShare: 0.28
    readonly property real smallSize: wordShare * size
    readonly property real gap: 0.09 * size
    readonly property string shown: statistic.digitsAt(progress)
    readonly property real beforeWidth: before.text !== "" ? before.implicitWidth + 1.2 * gap : 0
    readonly property real numeralX: digits.x
    readonly property real bareWidth: symbol.text !== "" ? symbol.x + symbol.implicitWidth : digits.x + digits.width
    readonly property real wholeWidth: after.text !== "" ? after.x + after.implicitWidth : bareWidth

    implicitHeight: Math.round(0.67 * size)
    implicitWidth: unit ? wholeWidth : bareWidth
    baselineOffset: height

    Accessible.name: root.statistic.spoken
    Accessible.role: Accessible.StaticText

    TextMetrics {
        id: measure

        font: digits.font
        text: root.statistic.digits
    }

    Copy {
        id: before

        x: root.hangBefore ? digits.x - width - 1.2 * root.gap : 0
        anchors.baseline: parent.bottom
        color: root.color
        font.family: Type.serif
        font.pixelSize: root.smallSize
        font.weight: Font.DemiBold
        text: root.statistic.before
        visible: text !== ""
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    Copy {
        id: digits

        x: root.hangBefore ? 0 : root.beforeWidth
        anchors.baseline: parent.bottom
        width: Math.ceil(measure.advanceWidth)
        color: root.color
        font.family: Type.numeral
        font.features: ({
                "tnum": 1,
                "lnum": 1
            })
        font.letterSpacing: -0.012 * root.size
        font.pixelSize: root.size
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignRight
        text: root.shown
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    Copy {
        id: symbol

        x: digits.x + digits.width + 0.4 * root.gap
        anchors.baseline: parent.bottom
        color: root.color
        font.family: Type.numeral
        font.pixelSize: 0.5 * root.size
        font.weight: Font.DemiBold
        text: root.statistic.symbol
        visible: text !== ""
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    Copy {
        id: after

        x: (symbol.text !== "" ? symbol.x + symbol.implicitWidth : digits.x + digits.width) + root.gap
        anchors.baseline: parent.bottom
        color: root.color
        font.family: Type.serif
        font.pixelSize: root.smallSize
        font.weight: Font.DemiBold
        text: root.statistic.after
        visible: root.unit && text !== ""
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }
}
