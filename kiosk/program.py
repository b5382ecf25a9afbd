"""What the program is called, and its folder, in which nothing is ever written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from kiosk.failure import Failure

NAME: Final = "luoyang-kiosk"
"""As the system knows it: of its package, its folders and its windows. Its command is `kiosk`."""


class InstalledError(Failure):
    """What was to be changed is part of the installed program."""


def is_installed(path: Path) -> bool:
    """Whether `path` is of the bundle that runs. In a checkout nothing is."""
    folder: str | None = getattr(sys, "_MEIPASS", None)
    return folder is not None and path.resolve().is_relative_to(Path(folder).resolve())


def made() -> float:
    """When this program was made, in seconds since 1970, as far as the disk knows. Raises OSError."""
    return Path(sys.executable if hasattr(sys, "frozen") else __file__).stat().st_mtime


def leave_installed(path: Path) -> None:
    """Raises InstalledError where `path` must not be written."""
    if is_installed(path):
        raise InstalledError(
            f"{path} 是程序自带的，不能改动；请把整个内容文件夹复制到别处，再用 --content "
            f"或 hall.yaml 的 content 指明副本 / {path} is part of the program and stays as it is; "
            "copy the whole content folder elsewhere and name the copy: --content, or content in hall.yaml"
        )
