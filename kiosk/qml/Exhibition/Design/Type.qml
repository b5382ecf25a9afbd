pragma Singleton

import QtQuick

// Type roles. Sizes follow Metrics.u; body never under 4.5 mm, notes never under 3.6 mm on the wall.
QtObject {
    // Whether texts are in English: then quotation marks must not be as wide as an ideograph.
    property bool latin: false

    readonly property string serif: "Noto Serif SC"
    readonly property string sans: "Noto Sans SC"
    readonly property string numeral: "Source Serif 4"
    // The faces' own line is 1.448 em high; these are multiples of it that give lines of 1.7, 1.6, 1.5, 1.2 and 1.17 em.
    readonly property real bodyLine: 1.7 / 1.448
    readonly property real noteLine: 1.6 / 1.448
    readonly property real entryLine: 1.5 / 1.448
    readonly property real headingLine: 1.2 / 1.448
    readonly property real monumentLine: 1.17 / 1.448

    readonly property real monument: (Metrics.portrait ? 17.6 : 29) * Metrics.u
    readonly property real giant: (Metrics.portrait ? 15 : 17.5) * Metrics.u
    readonly property real figure: 7.5 * Metrics.u
    readonly property real figureRow: (Metrics.portrait ? 8 : 7.6) * Metrics.u
    readonly property real figureWall: 3.2 * Metrics.u
    readonly property real themeTitle: (Metrics.portrait ? 6.4 : 6.25) * Metrics.u
    readonly property real exhibitionTitle: (Metrics.portrait ? 7.4 : 5) * Metrics.u
    readonly property real slideTitle: (Metrics.portrait ? (latin ? 2.7 : 3.6) : (latin ? 2.6 : 3)) * Metrics.u
    readonly property real nicheTitle: (Metrics.portrait ? 3 : 2.25) * Metrics.u
    readonly property real subtitle: (Metrics.portrait ? 2 : 1.5) * Metrics.u
    readonly property real lead: 1.7 * Metrics.u
    readonly property real label: 1.6 * Metrics.u
    readonly property real header: 1.4 * Metrics.u
    readonly property real body: Math.max(1.33 * Metrics.u, Metrics.mm(5))
    readonly property real control: Math.max(1.25 * Metrics.u, Metrics.mm(5))
    readonly property real note: Math.max(0.92 * Metrics.u, Metrics.mm(4))
}
