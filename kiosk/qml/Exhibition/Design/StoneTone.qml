import QtQuick

// The colours of what stands on stone: cream, and a theme's glow for what is counted.
Tone {
    base: Colours.stone
    deep: Colours.stone
    glazed: true
    tint: Colours.creamSoft
    ward: contrast ? Colours.cream : glow
    wardEmpty: contrast ? Colours.contrastEmpty : Qt.alpha(Colours.cream, 0.14)
}
