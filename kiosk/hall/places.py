"""Where this system keeps the settings of a hall, and where the program writes and finds its own things.

Linux: the XDG Base Directory Specification and the Filesystem Hierarchy Standard; Windows: Known Folders;
macOS: the File System Programming Guide.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.program import NAME

SETTINGS: Final = "hall.yaml"


def is_bundle() -> bool:
    """Whether this program was installed or unpacked as a whole, with its own Python."""
    return hasattr(sys, "_MEIPASS")


def built_in_content() -> Path:
    """The content that the program brings along."""
    return Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2])) / "content"


def settings_files() -> tuple[Path, ...]:
    """Where a hall.yaml is looked for; the first one there counts alone.

    Beside the program, for a folder that is carried about; then the user's own; then the system's. A checkout
    looks nowhere: what is installed on the same machine is not its business.
    """
    return tuple(_settings_files()) if is_bundle() else ()


def system_settings() -> Path:
    """The hall.yaml of an installed program."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / NAME / SETTINGS
    if sys.platform == "darwin":
        return Path("/Library/Application Support") / NAME / SETTINGS
    return Path("/etc") / NAME / SETTINGS


def _settings_files() -> Iterator[Path]:
    yield Path(sys.executable).resolve().parent / SETTINGS
    with suppress(RuntimeError):  # nobody's home: a service account
        yield _user_settings()
    yield system_settings()


def _user_settings() -> Path:
    if sys.platform == "win32":
        return _local_data() / NAME / SETTINGS
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME / SETTINGS
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / NAME / SETTINGS


def log_file() -> Path:
    """Where the program writes down what happened; raises RuntimeError where the user has no home."""
    if sys.platform == "win32":
        folder = _local_data() / NAME
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Logs" / NAME
    else:
        folder = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / NAME
    return folder / "kiosk.log"


def _local_data() -> Path:
    return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
