pragma Singleton

import QtQuick

QtObject {
    readonly property color paper: "#F6EFE1"
    readonly property color paperDeep: "#ECE2CE"
    readonly property color ink: "#16130F"
    readonly property color inkSoft: "#5A5145"
    readonly property color inkFaint: "#73695A"
    readonly property color rule: "#D9CCB3"
    readonly property color ruleStrong: "#8C806D"
    readonly property color cream: "#FBF4E4"
    readonly property color creamSoft: "#CBBFA8"
    readonly property color amberSignal: "#F3B871"
    readonly property color badge: "#DB16130F"
    readonly property color veil: "#B816130F"
}
