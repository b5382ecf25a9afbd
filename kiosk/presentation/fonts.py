"""The bundled fonts: what is not on the machine is brought along."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase

from kiosk.failure import Failure

FONTS: Final = (
    "NotoSansSC-Medium.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSerifSC-Black.ttf",
    "NotoSerifSC-SemiBold.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-SemiBold.ttf",
)

UNSEEN: Final = frozenset({"Cf", "Cc", "Zl", "Zp", "Zs"})
"""Kinds of characters for which no font needs a glyph of its own."""

SELECTORS: Final = range(0xFE00, 0xFE10)
"""Nor for these, which choose between two forms of the character before."""


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
    """Make every font of the folder known to Qt; raises FontError, also where one is missing: a font of this
    machine would take its place, and nobody would see why the texts do not fit.
    """
    for path in sorted({*(folder / name for name in FONTS), *folder.glob("*.ttf")}):
        load_font(path)


def without_glyph(characters: Iterable[str], folder: Path) -> list[str]:
    """Those that no font of the folder draws: a font of this machine may hide them, none in the hall."""
    from PySide6.QtGui import QRawFont

    fonts = [QRawFont(str(path), 16.0) for path in sorted(folder.glob("*.ttf"))]
    return [
        character
        for character in dict.fromkeys(characters)
        if not _is_unseen(character) and not any(font.supportsCharacter(ord(character)) for font in fonts)
    ]


def _is_unseen(character: str) -> bool:
    import unicodedata  # not at the start

    return unicodedata.category(character) in UNSEEN or ord(character) in SELECTORS
