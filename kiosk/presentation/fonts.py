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
