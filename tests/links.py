"""Copies that cost nothing where the disk allows it."""

from __future__ import annotations

import os
import shutil


def link_or_copy(source: str, target: str) -> None:
    """For `shutil.copytree`: the same file under another name, or a copy where that lies on another disk.

    What is to be damaged must be replaced, not written into: it may be everybody's.
    """
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
