"""The software and typefaces of others that the program stands on, as its third-party notice lists them."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from kiosk.content.exhibition import Credit, Text

NOTICE: Final = "THIRD-PARTY.txt"
"""Where the texts of the licences are, beside the list."""

UNBROKEN: Final = "\u00a0"

SYSTEMS: Final = {"linux": "linux", "win32": "windows", "darwin": "macos"}


@dataclass(frozen=True, slots=True)
class Component:
    """`version` may be empty. `licence` is an SPDX expression. `main`: to be thanked among the credits."""

    name: str
    version: str
    licence: str
    main: bool = False

    @property
    def terms(self) -> str:
        """The licence as people write it."""
        names = self.licence.replace("-only", "").replace("-or-later", "").replace("LicenseRef-", "")
        spaced = ", ".join(names.split(" AND ")).replace(" WITH ", " + ")
        for family in ("AFL", "Apache", "GPL", "MPL", "OFL", "PSF"):
            spaced = spaced.replace(f"{family}-", f"{family} ")
        return spaced


@cache
def components_in(folder: Path) -> tuple[Component, ...]:
    """What this system's program carries: the main ones, then the others, then the parts of both. None where
    the list of `folder` cannot be read: that is no reason to show no exhibition.
    """
    try:
        listed = json.loads((folder / "components.json").read_text(encoding="utf-8"))
        here = SYSTEMS.get(sys.platform, "linux")
        found = [
            Component(each["name"], each.get("version", ""), each["licence"], each.get("main", False))
            for each in sorted(listed, key=lambda each: (not each.get("main"), bool(each.get("within"))))
            if here in each.get("systems", [here])
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()
    return tuple(dict.fromkeys(found))


def thanks(components: Sequence[Component]) -> Credit:
    """The main ones, those under one licence together."""
    main = [component for component in components if component.main] or components
    groups = [
        (terms.replace(" ", UNBROKEN), [each.name for each in same])
        for terms, same in groupby(main, lambda each: each.terms)
    ]
    zh = "；".join(f"{'、'.join(names)}（{terms}）" for terms, names in groups)
    en = ", ".join(f"{_in_a_row(names)} ({terms})" for terms, names in groups)
    return Credit(label=Text("软件与字体", "Software and typefaces"), text=Text(f"{zh}。", f"{en}."))


def _in_a_row(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
