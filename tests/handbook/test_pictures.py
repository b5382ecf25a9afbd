"""The pictures of the handbook show the program as it is.

`make handbook` makes them anew; look at each that changed before it is committed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.content.exhibition import Arrangement, Display, Exhibition, StatisticsSlide
from kiosk.content.loader import load
from kiosk.content.recall import key_of
from kiosk.desk.watch import look
from tests.handbook.drawing import Mark, NoRoomError, tags
from tests.handbook.pictures import SHOWROOM, Pictures, packed, showroom, slide_of
from tests.handbook.previews import previews
from tests.screens.golden import compare, quarter, write

ROOT: Final = Path(__file__).parents[2]
CONTENT: Final = ROOT / "content"
FOLDER: Final = CONTENT / "handbook"
FAILED: Final = ROOT / "build" / "handbook"
REMEDY: Final = "If it should look like this now: make handbook, look at what changed, commit."
MOST_BYTES: Final = 1_200_000

NAMES: Final = {
    *("home.png", "slide.png", "entries.png", "photo.png", "kinds.png", "displays.png", "arrangements.png"),
    *("pictograms.png", "preview.png", "preview-error.png"),
}


def faults(made: Iterable[tuple[str, QImage]], *, update: bool) -> list[str]:
    """Of the pictures that differ from those that are kept; `update`: keeps them instead."""
    found = []
    for name, picture in made:
        assert name in NAMES
        actual, path = packed(picture), FOLDER / name
        if update:
            write(actual, path)
        elif not path.is_file():
            write(actual, FAILED / name)
            found.append(f"{name}: it is not there")
        else:
            with Image.open(path) as kept:
                difference = compare(quarter(actual.convert("RGB")), quarter(kept.convert("RGB")))
            if difference.matters:
                write(actual, FAILED / name)
                found.append(f"{name}: {difference}")
    return [*found, f"What was seen is in {FAILED}.", REMEDY] if found else []


def test_the_screens_in_the_handbook_look_as_they_do(pictures: Pictures, golden_update: bool) -> None:
    found = faults(pictures.all(), update=golden_update)
    assert not found, "\n".join(found)


def test_the_preview_in_the_handbook_looks_as_it_does(
    qtbot: QtBot, tmp_path: Path, golden_update: bool
) -> None:
    found = faults(previews(qtbot, CONTENT, tmp_path), update=golden_update)
    assert not found, "\n".join(found)


def test_the_pictures_are_those_and_small_enough_to_keep() -> None:
    kept = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert set(kept) == NAMES
    assert sum(kept.values()) < MOST_BYTES


def test_every_word_there_is_to_choose_has_a_slide_that_shows_it(exhibition: Exhibition) -> None:
    shown = showroom(exhibition)
    for display in Display:
        figures = slide_of(shown, SHOWROOM, f"display-{display}")
        assert isinstance(figures, StatisticsSlide)
        assert {figure.display for figure in figures.statistics} == {display}
        assert display.about
    for arrangement in Arrangement:
        entries = slide_of(shown, SHOWROOM, f"arrangement-{arrangement}")
        assert not isinstance(entries, StatisticsSlide)
        assert arrangement.about


def test_the_pictures_are_no_part_of_the_exhibition(tmp_path: Path) -> None:
    bare = tmp_path / "content"
    shutil.copytree(CONTENT, bare, ignore=shutil.ignore_patterns("handbook"))
    before = (load(bare).warnings, key_of(bare), look(bare))
    shutil.copytree(FOLDER, bare / "handbook")
    assert (load(bare).warnings, key_of(bare), look(bare)) == before


# --- tags -------------------------------------------------------------------------------------------------

ROOM: Final = QRectF(0, 0, 600, 300)


def crowd() -> list[Mark]:
    """Three small parts beside each other, in a larger one."""
    small = [Mark("key", "词", QRectF(200 + 40 * number, 120, 28, 20)) for number in range(3)]
    return [Mark("whole", "全部", QRectF(150, 60, 300, 180)), *small]


@pytest.mark.usefixtures("qapp")
def test_tags_lie_on_nothing() -> None:
    marks, words = crowd(), [QRectF(200, 145, 108, 20), QRectF(150, 30, 300, 20)]
    found = tags(marks, words, ROOM)
    for at, tag in enumerate(found):
        assert ROOM.contains(tag.box)
        around = [*words, *(other.box for other in found[:at]), *(mark.outline for mark in marks[1:])]
        assert [box for box in around if tag.box.intersects(box)] == []


@pytest.mark.usefixtures("qapp")
def test_a_tag_that_has_no_room_is_told() -> None:
    with pytest.raises(NoRoomError, match="whole"):
        tags(crowd(), [ROOM], ROOM)
