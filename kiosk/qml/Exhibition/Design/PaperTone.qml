// Paper without a theme: its only accent is ink.

Tone {
    base: Colours.ink
    deep: Colours.ink
    glazed: false
    glow: Colours.ruleStrong
    tint: Colours.paperDeep
}
