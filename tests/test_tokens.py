"""The rules of the design, read from the QML sources: tokens, and what no view may do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

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

COLOURS: Final = dict(
    re.findall(r'property color (\w+): "#([0-9A-Fa-f]{6,8})"', SOURCES["Design/Colours.qml"])
)
TEXT, BODY, CONTROL = 4.5, 7.0, 3.0
"""WCAG 2.2: 1.4.3 for any text, 1.4.6 for what is read at length, 1.4.11 for what is touched."""

PAIRS: Final = [
    ("ink", "paper", BODY),
    ("ink", "paperDeep", BODY),
    ("cream", "ink", BODY),
    ("inkSoft", "paper", TEXT),
    ("inkSoft", "paperDeep", TEXT),
    ("inkFaint", "paper", TEXT),
    ("creamSoft", "ink", TEXT),
    ("ruleStrong", "paper", CONTROL),
    ("amberSignal", "ink", CONTROL),
]
GLAZE_PAIRS: Final = [
    ("cream", "base", TEXT),
    ("cream", "deep", BODY),
    ("deep", "paper", BODY),
    ("deep", "tint", TEXT),
    ("ink", "tint", BODY),
    ("inkSoft", "tint", TEXT),
    ("glow", "ink", TEXT),
    ("base", "paper", CONTROL),
]


def luminance(colour: str) -> float:
    parts = [int(colour.lstrip("#")[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("figure", "ground", "least"), PAIRS)
def test_what_is_read_stands_out_from_its_ground(figure: str, ground: str, least: float) -> None:
    assert contrast(COLOURS[figure], COLOURS[ground]) >= least


@pytest.mark.parametrize(("figure", "ground", "least"), GLAZE_PAIRS)
def test_every_theme_s_glaze_lets_what_is_read_stand_out(
    exhibition: Exhibition, figure: str, ground: str, least: float
) -> None:
    found = {
        theme.id: contrast(named(theme.glaze, figure), named(theme.glaze, ground))
        for theme in exhibition.themes
    }
    assert len(found) == 7
    assert {theme: ratio for theme, ratio in found.items() if ratio < least} == {}


def named(glaze: Glaze, colour: str) -> str:
    return COLOURS[colour] if colour in COLOURS else str(getattr(glaze, colour))
