"""The scripts in packaging/, for tests."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

ROOT: Final = Path(__file__).parents[2]


def recipe(name: str) -> ModuleType:
    """`packaging/NAME.py`, imported as it is when it runs: with its neighbours on the path."""
    folder = str(ROOT / "packaging")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)
