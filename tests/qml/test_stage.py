"""The window as a whole: its words, its title, and how one screen gives way to another."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.content.exhibition import Exhibition, Language, StatisticsSlide
from kiosk.content.figures import spell
from kiosk.presentation import stage
from kiosk.visit import Comfort, Slide
from tests.visiting import ENGLISH, HOME, NEXT, Hall

OpenHall = Callable[..., Hall]


def test_the_words_of_the_screens_follow_the_language(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.visit.openTheme(0)
    hall.settle()
    assert {"回到首页", "下一页"} <= {part.name for part in hall.controls()}
    hall.tap(ENGLISH)
    assert {"Home", "Next"} <= {part.name for part in hall.controls()}


def test_a_stage_that_was_closed_leaves_no_words_behind(open_hall: OpenHall, sample: Exhibition) -> None:
    open_hall(sample, language=Language.ZH).close()
    hall = open_hall(sample, language=Language.EN)
    hall.visit.openTheme(0)
    hall.settle()
    assert {"Home", "Next"} <= {part.name for part in hall.controls()}


def test_the_window_bears_the_title_of_the_exhibition(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    assert hall.window.title() == sample.title.zh
    hall.visit.setLanguage("en")
    assert hall.window.title() == sample.title.en


def test_a_touch_while_a_niche_opens_ends_the_opening_and_does_nothing_else(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample, still=False)
    hall.rest()
    hall.tap(sample.themes[0].title)
    assert hall.window.property("opening") is True
    hall.tap(hall.spot(0.9, 0.95))
    assert hall.window.property("opening") is False
    assert hall.place() == Slide(0, 0)
    hall.rest()
    hall.tap(NEXT)
    assert hall.place() == Slide(0, 1)


def test_home_closes_the_niche_that_was_opened_and_a_touch_meanwhile_is_heard(
    open_hall: OpenHall, exhibition: Exhibition
) -> None:
    hall = open_hall(exhibition, still=False)
    hall.rest()
    niche = hall.find(exhibition.themes[5].title).middle
    hall.visit.openTheme(2)
    hall.rest()
    hall.tap(HOME)
    assert hall.window.property("closing") is True
    hall.tap(niche)
    assert hall.place() == Slide(5, 0)
    hall.rest()
    assert hall.window.property("closing") is False


def test_under_reduced_motion_the_end_state_of_a_slide_shows_at_once(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample, still=False, comfort=[Comfort.REDUCED_MOTION])
    hall.visit.openFigure(1, 1)
    slide = sample.themes[1].slides[1]
    assert isinstance(slide, StatisticsSlide)

    def numerals() -> list[str]:
        return [part.item.property("shown") for part in hall.parts() if part.item.property("shown")]

    seen: list[str] = []

    def begun() -> bool:
        seen[:] = numerals()
        return seen != []

    hall.until(begun)
    assert seen == [spell(statistic, Language.ZH).digits for statistic in slide.statistics]
    assert hall.has(HOME)


def test_screens_that_cannot_be_built_are_told_with_what_qt_said(
    open_hall: OpenHall,
    sample: Exhibition,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    complaints: list[str],
) -> None:
    (tmp_path / "Exhibition").mkdir()
    (tmp_path / "Exhibition" / "Main.qml").write_text(
        "import QtQuick\nWindow { nonsense: 1 }", encoding="utf-8"
    )
    (tmp_path / "i18n").symlink_to(stage.QML / "i18n")
    monkeypatch.setattr(stage, "QML", tmp_path)
    with pytest.raises(stage.StageError, match="nonsense"):
        open_hall(sample)
    assert complaints
    complaints.clear()


START: Final = """
import sys
from pathlib import Path
import PySide6.QtCore
from PySide6.QtGui import QGuiApplication
from kiosk.content.loader import load
from kiosk.presentation.stage import Stage

app = QGuiApplication([])
shown = Stage(load(Path(sys.argv[1])).exhibition, app.primaryScreen().size())
shown.window.frameSwapped.connect(app.quit)
shown.window.show()
app.exec()
print("Qt" in vars(PySide6.QtCore))
shown.close()
"""
"""A kiosk to its first frame."""


def test_the_first_screen_is_there_before_the_enumerations_of_qt_are(sample: Exhibition) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(sample.folder)],
        check=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["False"], done.stderr


def test_on_a_screen_of_its_own_it_has_neither_frame_nor_pointer(
    open_hall: OpenHall, sample: Exhibition, qtbot: QtBot
) -> None:
    hall = open_hall(sample)
    assert not hall.window.flags() & Qt.WindowType.FramelessWindowHint
    hall.stage.fill(hall.window.screen())
    qtbot.waitUntil(lambda: QGuiApplication.overrideCursor() is not None)
    pointer = QGuiApplication.overrideCursor()
    assert pointer is not None
    assert pointer.shape() == Qt.CursorShape.BlankCursor
    assert hall.window.flags() & Qt.WindowType.FramelessWindowHint
    assert hall.window.geometry() == hall.window.screen().geometry()
    QGuiApplication.restoreOverrideCursor()
