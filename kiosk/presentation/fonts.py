"""The bundled fonts: what is not on the machine is brought along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from kiosk.failure import Failure


class FontError(Failure):
    """A bundled font is missing or broken. The message names it."""


def load_font(path: Path) -> str:
    """Make one font file known to Qt and return its family; raises FontError."""
    if not path.is_file():
        raise FontError(
            f"程序不完整：缺少字体 {path}。请重新安装 / "
            f"the program is incomplete: the font {path} is missing. Install it again"
        )
    font = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(font)
    if not families:
        raise FontError(
            f"程序不完整：字体 {path} 已损坏。请重新安装 / "
            f"the program is incomplete: the font {path} cannot be read. Install it again"
        )
    return families[0]


def load_fonts(folder: Path) -> None:
    """Make every font of the folder known to Qt; raises FontError."""
    fonts = sorted(folder.glob("*.ttf"))
    if not fonts:
        raise FontError(
            f"程序不完整：{folder} 里没有字体。请重新安装 / "
            f"the program is incomplete: there are no fonts in {folder}. Install it again"
        )
    for path in fonts:
        load_font(path)
