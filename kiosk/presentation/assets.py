"""Where the fonts, emblems, pictograms and textures lie."""

from __future__ import annotations

import sys
from pathlib import Path


def assets_folder() -> Path:
    """`assets/` of a checkout, or the one that a frozen app carries."""
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).parents[2]) / "assets"
