pragma Singleton

import QtQuick

// Grounds and inks of paper and stone. In high contrast everything is black and white, and figures are gold.
QtObject {
    property bool contrast: false

    readonly property color paper: contrast ? "#000000" : "#F6EFE1"
    readonly property color paperDeep: contrast ? "#333333" : "#ECE2CE"
    readonly property color ink: contrast ? "#FFFFFF" : "#16130F"
    readonly property color inkSoft: contrast ? "#FFFFFF" : "#5A5145"
    readonly property color rule: contrast ? "#FFFFFF" : "#D9CCB3"
    readonly property color ruleStrong: contrast ? "#FFFFFF" : "#8C806D"
    readonly property color stone: contrast ? "#000000" : "#16130F"
    readonly property color cream: contrast ? "#FFFFFF" : "#FBF4E4"
    readonly property color creamSoft: contrast ? "#FFFFFF" : "#CBBFA8"
    readonly property color amberSignal: contrast ? "#FFD98A" : "#F3B871"
    readonly property color contrastGold: "#FFD98A"
    readonly property color contrastPanel: "#262626"
    readonly property color contrastEmpty: "#5E5E5E"
    readonly property color badge: contrast ? "#FF000000" : "#DB16130F"
    readonly property color veil: contrast ? "#E6000000" : "#B816130F"
}
