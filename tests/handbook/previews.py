"""The preview's window as the handbook shows it: with a warning, then with a mistake over the last view."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.desk.desk import Desk
from tests.desk.saving import edit

WINDOW: Final = QSize(1280, 690)
THEME: Final = Path("themes", "epidemic.yaml")

TITLE: Final = "三项举措，全省最早"
TOO_LONG: Final = "三项防控举措，走在全省的最前面"
RIGHT: Final = "zh: 集中隔离"
WRONG: Final = "zh：集中隔离"


def previews(bot: QtBot, content: Path, folder: Path) -> Iterator[tuple[str, QImage]]:
    """By the name of the file. `content` is copied into `folder`, and the copy edited as staff might."""
    copy = folder / "content"
    shutil.copytree(content, copy, ignore=shutil.ignore_patterns("handbook"))
    theme = copy / THEME
    edit(theme, TITLE, TOO_LONG)
    desk = Desk(bot, copy)
    try:
        desk.window.resize(WINDOW)
        desk.until(lambda: not desk.see("empty"))
        desk.until(lambda: any(part.name.startswith(TOO_LONG) for part in desk.parts()))
        desk.click(next(part.name for part in desk.parts() if part.name.startswith(TOO_LONG)))
        desk.until(lambda: desk.shows(TOO_LONG) and desk.played() == 1)
        desk.settle()
        yield "preview.png", desk.picture()
        edit(theme, RIGHT, WRONG)
        desk.until(lambda: desk.broken)
        desk.settle()
        yield "preview-error.png", desk.picture()
    finally:
        desk.close()
