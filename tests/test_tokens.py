"""The rules of the design, read from the QML sources: tokens, and what no view may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.content.contrast import bed
from kiosk.content.exhibition import Exhibition, Glaze

EXHIBITION: Final = Path(__file__).parents[1] / "kiosk" / "qml" / "Exhibition"
SOURCES: Final = {
    str(path.relative_to(EXHIBITION)): path.read_text(encoding="utf-8")
    for path in sorted(EXHIBITION.rglob("*.qml"))
}
VIEWS: Final = {name: text for name, text in SOURCES.items() if not name.startswith("Design/")}

FORBIDDEN: Final = {
    "a hex colour": r'"#[0-9A-Fa-f]{3,8}"',
    "a named colour": r'color: *"(?!transparent")[a-z]+"',
    "a bare duration": r"\b(duration|interval): *[0-9]",
    "a MouseArea": r"\bMouseArea\b",
    "an untyped property": r"\bproperty var\b",
    "a parent of a parent": r"\bparent\.parent\b",
    "a relative import": r'^import "',
    "a version in an import": r"^import [\w.]+ [0-9]",
    "an unnamed handler parameter": r"^\s*on[A-Z]\w*: \{[^}]*\bmouse\b",
    "rich or automatic text": r"Text\.(AutoText|RichText|MarkdownText)",
    "a log left behind": r"\bconsole\.",
    "an effect that needs a GPU": r"\b(MultiEffect|ShaderEffect|RectangularShadow|layer.effect)\b",
    "XMLHttpRequest": r"\bXMLHttpRequest\b",
}


def test_there_are_views_to_read() -> None:
    assert len(VIEWS) > 40
    assert len(SOURCES) > len(VIEWS)


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_no_view_has(rule: str) -> None:
    found = [
        f"{name}:{text[: match.start()].count(chr(10)) + 1}: {match[0].strip()}"
        for name, text in VIEWS.items()
        for match in re.finditer(FORBIDDEN[rule], text, re.MULTILINE)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("a hex colour", 'color: "#F6EFE1"'),
        ("a named colour", 'color: "red"'),
        ("a bare duration", "duration: 200"),
        ("an untyped property", "required property var modelData"),
        ("a relative import", 'import "../Design"'),
        ("a version in an import", "import QtQuick 2.15"),
    ],
)
def test_each_rule_does_find_what_it_forbids(rule: str, line: str) -> None:
    assert re.search(FORBIDDEN[rule], line, re.MULTILINE)


def objects(kind: str) -> list[tuple[str, str]]:
    """Where each object of a type stands, and its own lines: those of its children are left out."""
    found = []
    for name, text in SOURCES.items():
        for match in re.finditer(rf"^( *)(?:\w+: )?{kind} \{{$", text, re.MULTILINE):
            indent = match[1]
            body = text[match.end() :].split(f"\n{indent}}}", 1)[0]
            own = [line for line in body.splitlines() if re.match(rf"{indent}    \S", line)]
            found.append((f"{name}:{text[: match.start()].count(chr(10)) + 1}", "\n".join(own)))
    return found


def test_every_text_says_how_it_is_to_be_read() -> None:
    texts = objects("Text")
    assert len(texts) >= 3
    for where, body in texts:
        allowed = "StyledText" if where.startswith("Controls/MarkedCopy") else "PlainText"
        assert (where, re.findall(r"textFormat: Text\.(\w+)", body)) == (where, [allowed])


def test_only_one_text_has_markup() -> None:
    assert [name for name, text in SOURCES.items() if "StyledText" in text] == ["Controls/MarkedCopy.qml"]


def test_every_picture_says_how_large_it_is_needed() -> None:
    pictures = objects("Image")
    assert len(pictures) >= 5
    assert [where for where, body in pictures if "sourceSize:" not in body] == []


def test_every_animation_names_a_token_of_motion() -> None:
    animations = [
        entry for kind in ("NumberAnimation", "ColorAnimation", "PauseAnimation") for entry in objects(kind)
    ]
    assert len(animations) > 8
    assert [
        where
        for where, body in animations
        if not re.search(r"duration: .*(Motion\.|playTime|Behavior)", body)
    ] == []


# --- contrast ------------------------------------------------------------------------------------------

TEXT, BODY, CONTROL = 4.5, 7.0, 3.0
"""WCAG 2.2: 1.4.3 for any text, 1.4.6 for what is read at length, 1.4.11 for what is touched."""

PAPER_PAIRS: Final = [
    ("ink", "paper", BODY),
    ("ink", "paperDeep", BODY),
    ("inkSoft", "paper", BODY),
    ("inkSoft", "paperDeep", BODY),
    ("cream", "stone", BODY),
    ("creamSoft", "stone", BODY),
    ("paper", "ink", BODY),
    ("ruleStrong", "paper", CONTROL),
    ("amberSignal", "stone", CONTROL),
]
"""Of the colours that belong to no theme: what is seen, on what, and how far they stand apart."""

TONE_PAIRS: Final = [
    ("foreground", "ground", BODY),
    ("foreground", "groundTop", BODY),
    ("soft", "ground", BODY),
    ("foreground", "panel", BODY),
    ("soft", "panel", BODY),
    ("numeral", "ground", BODY),
    ("numeral", "panel", TEXT),
    ("figure", "panel", CONTROL),
    ("overFill", "fill", TEXT),
    ("fill", "ground", CONTROL),
    ("outline", "ground", CONTROL),
    ("ward", "ground", CONTROL),
]
"""Of what stands on a theme's paper or glaze."""

NICHE_PAIRS: Final = [("cream", "glaze", TEXT), ("cream", "crown", TEXT)]
"""The title and the emblem in a niche: large, and not read at length."""


def luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def over(colour: QColor, ground: QColor) -> QColor:
    """A colour that lets its ground through, as it is seen."""
    share = colour.alphaF()
    mixed = [
        share * upper + (1 - share) * lower
        for upper, lower in zip(colour.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor.fromRgbF(*mixed)


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
    assert over(QColor(255, 255, 255, 128), QColor("#000000")).red() == 128


class Tokens:
    """The tokens as the screens have them, with or without high contrast."""

    def __init__(self, contrasted: bool) -> None:
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(EXHIBITION.parent))
        self.contrasted = contrasted

    def colours(self) -> QObject:
        made = self._made(
            "import QtQuick; import Exhibition.Design;"
            " QtObject { property QtObject found: Colours;"
            f" Component.onCompleted: {{ Colours.contrast = {str(self.contrasted).lower()} }} }}"
        )
        found: QObject = made.property("found")
        return found

    def tone(self, glaze: Glaze, glazed: bool) -> QObject:
        self.colours()
        return self._made(
            "import QtQuick; import Exhibition.Design;"
            f' Tone {{ base: "{glaze.base}"; deep: "{glaze.deep}"; glow: "{glaze.glow}";'
            f' tint: "{glaze.tint}"; bed: "{bed(glaze.base, glaze.deep)}"; glazed: {str(glazed).lower()} }}'
        )

    def _made(self, source: str) -> QObject:
        component = QQmlComponent(self.engine)
        component.setData(source.encode(), QUrl())
        made = component.create()
        assert made is not None, component.errorString()
        made.setParent(self.engine)
        return made


@pytest.fixture(params=[False, True], ids=["plain", "high contrast"])
def tokens(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Iterator[Tokens]:
    made = Tokens(request.param)
    yield made
    made.engine.deleteLater()
    qapp.processEvents()


def faults(seen: QObject, ground: QColor, pairs: list[tuple[str, str, float]], what: str) -> list[str]:
    found = []
    for figure, below, least in pairs:
        under = over(seen.property(below), ground)
        ratio = contrast(over(seen.property(figure), under), under)
        if ratio < least:
            found.append(f"{what}: {figure} on {below} has {ratio:.2f}, and {least:g} is needed")
    return found


def test_what_is_read_stands_out_from_paper_and_stone(tokens: Tokens) -> None:
    colours = tokens.colours()
    assert faults(colours, QColor("#000000"), PAPER_PAIRS, "paper") == []


def test_what_is_read_stands_out_in_every_theme(tokens: Tokens, exhibition: Exhibition) -> None:
    assert len(exhibition.themes) == 7
    found = []
    for theme in exhibition.themes:
        for glazed in (False, True):
            tone = tokens.tone(theme.glaze, glazed)
            what = f"{theme.id} {'glaze' if glazed else 'paper'}"
            found += faults(tone, tone.property("ground"), TONE_PAIRS, what)
    assert found == []


def test_the_title_of_a_niche_stands_out(tokens: Tokens, exhibition: Exhibition) -> None:
    cream = tokens.colours().property("cream")
    for theme in exhibition.themes:
        tone = tokens.tone(theme.glaze, True)
        for _, below, least in NICHE_PAIRS:
            assert contrast(cream, tone.property(below)) >= least, theme.id


def test_a_glow_stands_out_from_stone(exhibition: Exhibition) -> None:
    for theme in exhibition.themes:
        assert contrast(QColor(theme.glaze.glow), QColor("#16130F")) >= BODY


def test_high_contrast_is_black_white_and_gold(exhibition: Exhibition, qapp: QGuiApplication) -> None:
    tokens = Tokens(contrasted=True)
    seen = set()
    for theme in exhibition.themes:
        for glazed in (False, True):
            tone = tokens.tone(theme.glaze, glazed)
            names = [name for pair in TONE_PAIRS for name in pair[:2]] + [
                "glaze",
                "crown",
                "accent",
                "wardEmpty",
            ]
            seen |= {tone.property(name).name() for name in names}
    greys = {name for name in seen if name[1:3] == name[3:5] == name[5:7]}
    assert seen - greys == {"#ffd98a"}
    assert {"#000000", "#ffffff"} <= greys
    Tokens(contrasted=False).colours()
