import QtQuick

// The colours of everything that stands on one ground: paper, or a theme's glaze. In high contrast a glaze is gone.
QtObject {
    id: root

    required property bool glazed
    required property color base
    required property color deep
    required property color glow
    required property color tint

    readonly property bool contrast: Colours.contrast
    readonly property color foreground: glazed ? Colours.cream : Colours.ink
    readonly property color soft: glazed ? Colours.cream : Colours.inkSoft
    readonly property color rule: contrast || !glazed ? Colours.rule : Qt.alpha(Colours.cream, 0.35)
    readonly property color outline: contrast || !glazed ? Colours.ruleStrong : Qt.alpha(Colours.cream, 0.72)
    readonly property color fill: contrast ? Colours.contrastGold : glazed ? Colours.cream : base
    readonly property color overFill: contrast ? Colours.paper : glazed ? deep : Colours.cream
    readonly property color numeral: contrast ? Colours.contrastGold : glazed ? Colours.cream : deep
    // What is counted, and what is missing from the whole.
    property color ward: contrast || glazed ? Colours.cream : base
    property color wardEmpty: contrast ? Colours.contrastEmpty : glazed ? Qt.alpha(Colours.cream, 0.22) : tint
    // A surface that carries text, its edge, and what stands on it.
    readonly property color panel: contrast ? Colours.contrastPanel : glazed ? Qt.alpha(Colours.cream, 0.14) : tint
    readonly property color panelLine: contrast ? Colours.rule : glazed ? Qt.alpha(Colours.cream, 0.4) : Qt.alpha(base, 0.3)
    readonly property color figure: contrast || glazed ? Colours.cream : deep
    // A niche: its carved edge and crown, and its glaze.
    readonly property color crown: contrast ? Colours.paper : deep
    readonly property color glaze: contrast ? Colours.paper : base
    readonly property color contour: contrast ? Colours.rule : Qt.alpha(Colours.cream, 0.3)
    readonly property color accent: contrast ? Colours.contrastGold : glow
    readonly property color ground: contrast ? Colours.paper : glazed ? base : Colours.paper
    readonly property color groundTop: contrast ? Colours.paper : glazed ? deep : Colours.paper
    readonly property color passed: contrast ? Colours.contrastEmpty : glazed ? Qt.alpha(Colours.cream, 0.45) : glow
    readonly property color pressed: contrast || !glazed ? Colours.paperDeep : Qt.alpha(Colours.cream, 0.18)
}
