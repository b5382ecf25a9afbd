"""The bundled fonts: what is not on the machine is brought along."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase

from kiosk.failure import Failure

UNSEEN: Final = frozenset({"Cf", "Cc", "Zl", "Zp", "Zs"})
"""Kinds of characters for which no font needs a glyph of its own."""

SELECTORS: Final = range(0xFE00, 0xFE10)
"""Nor for these, which choose between two forms of the character before."""


class FontError(Failure):
    """A bundled font is missing or broken. The message names it."""


def load_font(path: Path) -> str:
    """Make one font file known to Qt and return its family; raises FontError."""
    if not path.is_file():
        raise FontError(f"The font {path} is missing: the exhibition cannot be set without it.")
    font = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(font)
    if not families:
        raise FontError(f"The font {path} cannot be read: restore it from the repository.")
    return families[0]


def load_fonts(folder: Path) -> None:
    """Make every font of the folder known to Qt; raises FontError."""
    fonts = sorted(folder.glob("*.ttf"))
    if not fonts:
        raise FontError(f"There are no fonts in {folder}: restore assets/fonts from the repository.")
    for path in fonts:
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
