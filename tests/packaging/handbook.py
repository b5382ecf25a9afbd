"""The commands of the installer's handbook, as they stand there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

HANDBOOK: Final = Path(__file__).parents[2] / "packaging" / "README.md"
STEP: Final = re.compile(r"^```sh (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENGLISH: Final = "\n## English\n"


def halves() -> tuple[str, str]:
    """The Chinese and the English one."""
    chinese, _, english = HANDBOOK.read_text(encoding="utf-8").partition(ENGLISH)
    return chinese, english


def steps(text: str) -> dict[str, list[str]]:
    """The lines of each block that has a name, in their order."""
    return {name: lines.splitlines() for name, lines in STEP.findall(text)}
