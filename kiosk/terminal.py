"""How a report looks on the stream it goes to."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Final, TextIO

from kiosk.content.problems import Ink, Look

INKS: Final = {Ink.ERROR: "1;31", Ink.WARNING: "1;33", Ink.REMEDY: "32", Ink.STRONG: "1", Ink.FAINT: "2"}
NARROWEST, WIDEST = 40, 110
"""Columns that text is set in, however narrow or wide the window."""


def look_of(stream: TextIO) -> Look:
    """Plain where it is no terminal; else as wide as that is, and coloured unless NO_COLOR is set."""
    if not stream.isatty():
        return Look()
    width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    obeys = sys.platform != "win32" or "WT_SESSION" in os.environ
    return Look(width, INKS if obeys and not plain else {})
