"""`kiosk check --render`: looks at every screen as it is set, and says which text or picture does not fit.

The screens are walked in both languages, shapes and type sizes. A text that is at fault gives one problem of
each code, at the line where it was written, for the worst setting. What our own views say is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, TextIO

from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from kiosk.content.exhibition import Language, Text
from kiosk.content.loader import Loaded
from kiosk.content.problems import Code, Problem, Severity, in_order
from kiosk.desk.faults import Fault, collisions, faults, on_text, quote, too_small
from kiosk.desk.progress import tracked
from kiosk.desk.snapshot import SHAPES, application, shots
from kiosk.desk.survey import Look, Setting, survey
from kiosk.desk.whereabouts import Spot, Whereabouts
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.fonts import without_glyph
from kiosk.presentation.screen import pitch
from kiosk.visit import Comfort

SIZES: Final = (frozenset[Comfort](), frozenset({Comfort.LARGE_TEXT}))
SETTINGS: Final = tuple(
    Setting(size, language, comfort) for language, size, comfort in product(Language, SHAPES.values(), SIZES)
)
"""What is looked at: all that changes how a text breaks, but for low reach, which makes a smaller hall."""

USUAL_DIAGONAL: Final = 43 * 25.4
"""mm, of a hall whose screen nobody measured."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A fault and where it was met."""

    fault: Fault
    setting: Setting
    screen: str


Found = dict[tuple[Code, Spot], list[Sighting]]


def rendered(loaded: Loaded, stream: TextIO, settings: Sequence[Setting] = SETTINGS) -> list[Problem]:
    """All that is wrong with how the exhibition is set. A bar on `stream` tells how far the look is.

    Raises StageError, FontError.
    """
    application()
    where = Whereabouts(loaded.exhibition, loaded.manuscript)
    total = sum(1 for setting in settings for _ in shots(loaded.exhibition, setting.comfort))
    looks = ((setting, look) for setting in settings for look in survey(loaded.exhibition, setting))
    found: Found = {}
    for setting, look in tracked(looks, total, "检查画面 / looking at the screens", stream):
        for spot, fault in _met(look, setting, where):
            found.setdefault((fault.code, spot), []).append(Sighting(fault, setting, look.screen))
    problems = [_problem(spot, sightings) for (_, spot), sightings in found.items()]
    return in_order([*problems, *_glyphs(where)])


def _met(look: Look, setting: Setting, where: Whereabouts) -> Iterator[tuple[Spot, Fault]]:
    millimetres = pitch(where.exhibition.diagonal or USUAL_DIAGONAL, *setting.size)
    spots = [where.of_text(text.said, look.screen, setting.language) for text in look.texts]
    for spot, text in zip(spots, look.texts, strict=True):
        if spot:
            yield from ((spot, fault) for fault in faults(text, look, setting.language, millimetres))
    for one, other in collisions(look.texts):
        mine, its = (one, other) if spots[one] else (other, one)
        if spot := spots[mine]:
            yield spot, on_text(look.texts[mine], look.texts[its])
    for picture in look.pictures:
        # The attract loop crops a picture as it likes, and it moves: nobody looks at it closely there.
        spot = None if look.screen.startswith("attract") else where.of_picture(picture.path, look.screen)
        fault = too_small(picture, _pixels(picture.path), max(setting.size), millimetres) if spot else None
        if spot and fault:
            yield spot, fault


@cache
def _pixels(path: Path) -> QSize:
    """As the picture stands upright."""
    reader = QImageReader(str(path))
    turned = reader.transformation() & reader.transformation().TransformationRotate90
    return reader.size().transposed() if turned else reader.size()


# What is said of it


def _problem(spot: Spot, sightings: Sequence[Sighting]) -> Problem:
    worst = max(sightings, key=lambda sighting: sighting.fault.gravity)
    fault = worst.fault
    when = _when([s.setting for s in sightings], worst.setting)
    there = _there(worst.screen)
    message = Text(f"{when.zh}，{there.zh}{fault.message.zh}", f"{when.en}{there.en}, {fault.message.en}")
    if fault.code is Code.PICTURE_TOO_SMALL:
        message = fault.message
    return _warning(fault.code, spot, message, fault.remedy)


def _warning(code: Code, spot: Spot, message: Text, remedy: Text) -> Problem:
    return Problem(
        code, Severity.WARNING, spot.path, spot.line, spot.column, spot.source, message, remedy, spot.span
    )


_SHAPES: Final = {True: Text("竖屏", "portrait"), False: Text("横屏", "landscape")}
_TYPES: Final = {True: Text("大字", "large text"), False: Text("普通字号", "plain text")}
_TONGUES: Final = {Language.ZH: Text("中文", "Chinese"), Language.EN: Text("英文", "English")}


def _when(met: Iterable[Setting], worst: Setting) -> Text:
    """Where all the settings are what some words say, these words; else the worst, and how many there are."""
    seen = {_traits(setting) for setting in met}
    shapes, types, tongues = ({traits[at] for traits in seen} for at in range(3))
    all_of_them = len(seen) == len(shapes) * len(types) * len(tongues)
    upright, large, tongue = _traits(worst)
    words = [
        *([] if all_of_them and len(shapes) > 1 else [_SHAPES[upright]]),
        *([] if all_of_them and len(types) > 1 else [_TYPES[large]]),
        _TONGUES[tongue],
    ]
    more = (
        Text("", "") if all_of_them else Text(f"等 {len(seen)} 种设置", f" and {len(seen) - 1} more settings")
    )
    return Text(
        "、".join(word.zh for word in words) + more.zh + "下",
        "In " + ", ".join(word.en for word in words) + more.en,
    )


def _traits(setting: Setting) -> tuple[bool, bool, Language]:
    width, height = setting.size
    return height > width, Comfort.LARGE_TEXT in setting.comfort, setting.language


def _there(screen: str) -> Text:
    names = {
        "attract": Text("待机画面上的", "on the attract screen"),
        "closed": Text("闭馆画面上的", "on the closed screen"),
        "home": Text("首页上的", "on the first page"),
        "numbers": Text("数字墙上的", "on the wall of figures"),
        "prologue": Text("序厅里的", "in the prologue"),
        "credits": Text("“关于展览”里的", "in the credits"),
    }
    found = next((said for name, said in names.items() if screen.startswith(name)), None)
    if screen.endswith("-term"):
        found = Text("名词解释卡片上的", "on the card of a term")
    if screen.endswith("-enlarged"):
        found = Text("放大图片下面的", "under the enlarged picture")
    return Text(found.zh, f", {found.en}") if found else Text("", "")


# Characters


def _glyphs(where: Whereabouts) -> Iterator[Problem]:
    """Characters in none of the bundled fonts: a font of this machine may hide them, none in the hall."""
    seen = [(passage, language) for passage in where.seen() for language in Language]
    shown = (character for passage, language in seen for character in passage.text.of(language))
    lacking = set(without_glyph(shown, assets_folder() / "fonts"))
    for passage, language in seen:
        spot = where.of_passage(passage, language)
        for character in dict.fromkeys(passage.text.of(language)):
            if character in lacking:
                yield _no_glyph(spot, character)


def _no_glyph(spot: Spot, character: str) -> Problem:
    at = spot.source.find(character)
    code = f"U+{ord(character):04X}"
    return _warning(
        Code.GLYPH_MISSING,
        spot if at < 0 else Spot(spot.path, spot.line, at + 1, 1, spot.source, spot.text),
        Text(
            f"{quote(spot.text)}里的“{character}”（{code}）展厅的字体里没有，会显示成方框。",
            f"The hall’s fonts have no “{character}” ({code}), in {quote(spot.text)}: a box is shown.",
        ),
        Text(
            "换一个字或符号；人名地名里的生僻字请告诉技术人员补字。",
            "Use another character; if a name needs it, ask the technician for a font that has it.",
        ),
    )
