"""Every screen of the real exhibition beside the picture that was last looked at and found right.

`make golden` makes the pictures anew; look at each that changed before it is committed.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.content.exhibition import Exhibition, Language
from kiosk.desk.snapshot import holding, shots, take
from tests.screens.golden import BITS, Difference, compare, kept, write
from tests.survey import MODES
from tests.visiting import SHAPES

GOLDEN: Final = Path(__file__).parent / "golden"
FAILED: Final = Path(__file__).parents[2] / "build" / "golden"
MANY: Final = 12
REMEDY: Final = "If it should look like this now: make golden, look at what changed, commit."


SETS: Final = [
    *((shape, language, "plain") for shape in SHAPES for language in Language),
    *(
        (shape, language, mode)
        for shape, language in (("landscape", Language.ZH), ("portrait", Language.EN))
        for mode in MODES
        if mode != "plain"
    ),
]
"""Every screen in both shapes and languages; the reading settings, alone and together, on some of them."""


def in_plain(name: str) -> bool:
    """Every screen; of the list of components, whose versions change, the first page."""
    return not name.startswith("licences-part-")


def in_modes(name: str) -> bool:
    """Every screen outside the themes, and two themes that have every kind of slide between them."""
    return in_plain(name) and (not name[0].isdigit() or "-livelihood-" in name or "-future-" in name)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("shape", "language", "mode"), SETS)
def test_every_screen_looks_as_it_did(
    exhibition: Exhibition, shape: str, language: Language, mode: str, golden_update: bool
) -> None:
    of_mode = "" if mode == "plain" else f"-{mode}"
    folder = GOLDEN / f"{shape}-{language}{of_mode}"
    failed = FAILED / f"{shape}-{language}{of_mode}"
    wanted = in_plain if mode == "plain" else in_modes
    shutil.rmtree(failed, ignore_errors=True)
    if golden_update:
        shutil.rmtree(folder, ignore_errors=True)
    names, faults = [], []
    for name, picture in take(exhibition, SHAPES[shape], language, wanted, MODES[mode]):
        names.append(name)
        actual, path = kept(picture), folder / f"{name}.png"
        if golden_update:
            write(actual, path)
        elif not path.is_file():
            write(actual, failed / f"{name}.png")
            faults.append(f"{name}: there is no golden picture of it")
        elif (difference := look(actual, path)).matters:
            write(actual, failed / f"{name}.png")
            write(difference.picture, failed / f"{name}-difference.png")
            faults.append(f"{name}: {difference}")
    assert names == [shot.name for shot in shots(exhibition, MODES[mode]) if wanted(shot.name)]
    left_over = {path.stem for path in folder.glob("*.png")} - set(names)
    faults += [f"{name}: there is no such screen any more" for name in sorted(left_over)]
    if faults:
        more = [f"and {len(faults) - MANY} more"] if len(faults) > MANY else []
        told = [*faults[:MANY], *more, f"What was seen is in {failed}.", REMEDY]
        pytest.fail("\n".join(told), pytrace=False)


def look(actual: Image.Image, path: Path) -> Difference:
    with Image.open(path) as golden:
        return compare(actual, golden.convert("RGB"))


def test_the_golden_pictures_are_small_enough_to_keep(golden_update: bool) -> None:
    pictures = list(GOLDEN.rglob("*.png"))
    assert len(pictures) > 500
    assert sum(path.stat().st_size for path in pictures) < 20_000_000


# --- what the comparison sees ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def screen(qapp: QGuiApplication, exhibition: Exhibition) -> QImage:
    """A slide of text, with its controls."""
    name = next(shot.name for shot in shots(exhibition) if shot.name.endswith("command"))
    found = dict(take(exhibition, SHAPES["landscape"], Language.ZH, holding(name)))
    return found[name]


def painted(screen: QImage, paint: QRect, colour: QColor) -> QImage:
    copy = screen.copy()
    painter = QPainter(copy)
    painter.fillRect(paint, colour)
    painter.end()
    return copy


def words(screen: QImage) -> QRect:
    """A part of the screen, the size of one character of body text, that is full of ink."""
    ground = screen.pixelColor(40, 500)
    for y in range(250, 880, 8):
        for x in range(100, 1700, 8):
            inked = sum(
                abs(screen.pixelColor(x + dx, y + dy).lightness() - ground.lightness()) > 80
                for dx in range(0, 32, 4)
                for dy in range(0, 32, 4)
            )
            if 14 < inked < 30:
                return QRect(x, y, 32, 32)
    raise AssertionError("There are no words on the screen")


def test_a_screen_is_the_same_as_itself(screen: QImage) -> None:
    difference = compare(kept(screen), kept(screen))
    assert (difference.mean, difference.spot, difference.matters) == (0, 0, False)


def test_what_is_kept_is_read_back_as_it_was(screen: QImage, tmp_path: Path) -> None:
    write(kept(screen), tmp_path / "a" / "b.png")
    assert look(kept(screen), tmp_path / "a" / "b.png").spot == 0


def test_a_missing_character_is_seen(screen: QImage) -> None:
    blank = painted(screen, words(screen), screen.pixelColor(40, 500))
    assert compare(kept(blank), kept(screen)).matters


def test_a_control_that_moved_by_four_pixels_is_seen(screen: QImage) -> None:
    button = QRect(90, 950, 100, 100)
    part = screen.copy(button)
    moved = painted(screen, button, screen.pixelColor(40, 1000))
    painter = QPainter(moved)
    painter.drawImage(button.topLeft() + QPoint(4, 0), part)
    painter.end()
    assert compare(kept(moved), kept(screen)).matters


def test_a_ground_of_a_slightly_other_colour_is_seen(screen: QImage) -> None:
    tinted = screen.copy()
    painter = QPainter(tinted)
    painter.fillRect(tinted.rect(), QColor(160, 40, 40, 8))
    painter.end()
    assert compare(kept(tinted), kept(screen)).matters


def test_a_screen_of_another_size_is_seen(screen: QImage) -> None:
    smaller = screen.scaled(1600, 900, mode=Qt.TransformationMode.SmoothTransformation)
    assert compare(kept(smaller), kept(screen)).matters


def test_rounding_of_another_processor_is_not_seen(screen: QImage) -> None:
    step = 1 << (8 - BITS)
    picture = kept(screen)
    rounded = picture.copy()
    for x in range(0, picture.width, 3):
        for y in range(0, picture.height, 5):
            red, green, blue = picture.getpixel((x, y))  # type: ignore[misc]
            rounded.putpixel((x, y), (max(0, red - step), green, blue))
    assert not compare(rounded, picture).matters
