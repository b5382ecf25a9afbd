pragma Singleton

import QtQuick

// Type roles. Sizes follow Metrics.u; body never under 4.5 mm, notes never under 3.6 mm on the wall. Large text is 1.35 times
// as large and never under 0.7° of arc at 0.7 m: characters of 8.55 mm, which at 0.9 em of ink are set at 9.5 mm.
QtObject {
    // Whether texts are in English: then quotation marks must not be as wide as an ideograph.
    property bool latin: false

    readonly property bool large: Metrics.large
    readonly property real legible: 9.5
    readonly property string serif: "Noto Serif SC"
    readonly property string sans: "Noto Sans SC"
    readonly property string numeral: "Source Serif 4"
    // The faces' own line is 1.448 em high; these are multiples of it that give lines of 1.7, 1.6, 1.5, 1.2 and 1.17 em.
    readonly property real bodyLine: (large ? 1.55 : 1.7) / 1.448
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
    readonly property real slideTitle: sized(Metrics.portrait ? (latin ? 2.7 : 3.6) : latin ? 2.6 : 3, latin ? 1 : 1.15)
    readonly property real nicheTitle: (Metrics.portrait ? 3 : 2.25) * Metrics.u
    readonly property real subtitle: sized(Metrics.portrait ? 2 : 1.5)
    readonly property real lead: sized(1.7)
    readonly property real label: sized(1.6)
    readonly property real header: sized(1.4, large ? 1.2 : 1)
    readonly property real body: Math.max(sized(1.33), Metrics.mm(5))
    readonly property real control: Math.max(sized(1.25), Metrics.mm(5))
    readonly property real note: Math.max(sized(0.92), Metrics.mm(4))
    // For whoever sets the machine up, in large text too.
    readonly property real notice: Math.max(1.1 * Metrics.u, Metrics.mm(4))

    // `units` of u, enlarged in large text; px.
    function sized(units: real, enlarged = 1.35): real {
        return large ? Math.max(units * enlarged * Metrics.u, Metrics.mm(legible)) : units * Metrics.u;
    }
}
