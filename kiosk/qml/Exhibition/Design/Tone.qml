import QtQuick

// The colours of everything that stands on one ground: paper, or a theme's glaze.
QtObject {
    required property bool glazed
    required property color base
    required property color deep
    required property color glow
    required property color tint

    readonly property color foreground: glazed ? Colours.cream : Colours.ink
    readonly property color soft: glazed ? Colours.cream : Colours.inkSoft
    readonly property color rule: glazed ? Qt.alpha(Colours.cream, 0.35) : Colours.rule
    readonly property color outline: glazed ? Qt.alpha(Colours.cream, 0.72) : Colours.ruleStrong
    readonly property color fill: glazed ? Colours.cream : base
    readonly property color overFill: glazed ? deep : Colours.cream
    readonly property color numeral: glazed ? Colours.cream : deep
    readonly property color ward: glazed ? Colours.cream : base
    property color wardEmpty: glazed ? Qt.alpha(Colours.cream, 0.22) : tint
    readonly property color ground: glazed ? base : Colours.paper
    readonly property color passed: glazed ? Qt.alpha(Colours.cream, 0.45) : glow
    readonly property color pressed: glazed ? Qt.alpha(Colours.cream, 0.18) : Colours.paperDeep
}
