"""The page that says why nothing is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.presentation.assets import assets_folder
from kiosk.presentation.fonts import load_fonts
from kiosk.presentation.refusal import STEPS, Page, RefusalWindow, draw
from tests.screens.golden import whole
from tests.visiting import PATIENCE, SHAPES

PAGE: Final = Page(
    ("这里不认识 “displai”。", "“displai” is not known here."),
    ("是不是 display？另有 1 处错误。", "Did you mean display? There is 1 error more."),
    "/etc/luoyang-kiosk/hall.yaml:2:1",
    "kiosk 1.0  ·  /home/hall/.local/state/luoyang-kiosk/kiosk.log  ·  Ctrl+Q",
)
OTHER: Final = Page(("别的事。", "Something else."), ("", ""), "", "")
LONG: Final = Page(
    ("一句很长很长的话，" * 12, "A sentence that goes on and on, " * 10),
    ("一个很长很长的办法，" * 12, "A remedy that goes on and on, " * 10),
    "/a/very/long/path" * 20,
    "small",
)


def drawn(page: Page, size: QSize) -> QImage:
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    draw(painter, page, size)
    painter.end()
    return picture


def edges(picture: QImage) -> tuple[int, int]:
    """The first row with something in it, and the one after the last."""
    box = whole(picture).getbbox()
    assert box
    return box[1], box[3]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [*SHAPES.values(), (1366, 768)], ids=[*SHAPES, "small"])
def test_the_longest_texts_stay_above_the_small_print(size: tuple[int, int]) -> None:
    load_fonts(assets_folder() / "fonts")
    nothing = ("", "")
    _, bottom = edges(drawn(replace(LONG, small=""), QSize(*size)))
    bare = drawn(Page(nothing, nothing, "", "small"), QSize(*size))
    top, _ = edges(bare.copy(0, size[1] // 2, *size))
    assert size[1] / 2 < bottom < size[1] // 2 + top


@pytest.mark.usefixtures("qapp")
def test_it_says_both_languages_and_the_place() -> None:
    load_fonts(assets_folder() / "fonts")
    size = QSize(1280, 720)
    whole = drawn(PAGE, size)
    without = [
        Page(("", PAGE.said[1]), PAGE.remedy, PAGE.place, PAGE.small),
        Page((PAGE.said[0], ""), PAGE.remedy, PAGE.place, PAGE.small),
        Page(PAGE.said, ("", ""), PAGE.place, PAGE.small),
        Page(PAGE.said, PAGE.remedy, "", PAGE.small),
        Page(PAGE.said, PAGE.remedy, PAGE.place, ""),
    ]
    assert all(drawn(page, size) != whole for page in without)


@pytest.fixture
def window(qtbot: QtBot) -> RefusalWindow:
    """Looks every 20 ms; what it finds is in `LOOKS`."""
    looks: list[Page | None] = [PAGE, OTHER]
    opened = RefusalWindow(PAGE, lambda: looks.pop(0) if looks else OTHER, pause=20)
    opened.fill(QGuiApplication.primaryScreen())
    qtbot.waitExposed(opened)
    return opened


def test_it_fills_the_screen_and_says_what_it_finds(window: RefusalWindow, qtbot: QtBot) -> None:
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()
    qtbot.waitUntil(lambda: window.page == OTHER, timeout=PATIENCE)
    window.close()


def test_everything_stands_elsewhere_each_minute() -> None:
    assert len(set(STEPS)) == len(STEPS) > 5


def test_only_ctrl_q_ends_it(window: RefusalWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QGuiApplication, "exit", ended.append)
    QTest.keyClick(window, Qt.Key.Key_Q)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert ended == []
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert ended == [1]
    window.close()


def test_when_there_is_nothing_left_to_refuse_it_ends_with_what_it_was_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QGuiApplication, "exit", ended.append)
    opened = RefusalWindow(PAGE, lambda: None, pause=20, done=75)
    opened.fill(QGuiApplication.primaryScreen())
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    opened.close()
    assert ended[0] == 75
