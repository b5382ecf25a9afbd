"""The emblems and pictograms there are: those of the house, and the exhibition's own in its emblems/ folder.

Our own drawings are trusted. Those beside the content are SVG from anywhere, and Qt's SVG reader can be made
to hang, so they may hold plain shapes only.
"""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape
from pathlib import Path

from kiosk.content.document import Page, RefusedError, read_bytes
from kiosk.content.exhibition import Form, Text
from kiosk.content.problems import Code, Problem

ASSETS = Path(__file__).parents[2] / "assets"
FOLDERS = {Form.EMBLEM: "emblems", Form.PICTOGRAM: "pictograms"}
MOST_BYTES = 200_000
MOST_SHAPES = 2_000
SHAPES = frozenset({
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc",
    "metadata", "defs",
})  # fmt: skip


def drawings(own: Path) -> dict[Form, frozenset[str]]:
    """The names there are to choose from, by form. `own`: the exhibition's emblems/ folder."""
    extra = _names(own)
    return {form: names | extra for form, name in FOLDERS.items() if (names := _names(ASSETS / name))}


def titles(own: Path) -> dict[Form, dict[str, str]]:
    """What each drawing is called in Chinese, by form and name: its <title>, or '' where it has none."""
    return {
        form: {name: _title(name, (own, ASSETS / FOLDERS[form])) for name in sorted(names)}
        for form, names in drawings(own).items()
    }


def _title(name: str, folders: tuple[Path, ...]) -> str:
    for folder in folders:
        file = folder / f"{name}.svg"
        with suppress(OSError):
            if file.is_file() and file.stat().st_size <= MOST_BYTES:
                found = re.search(
                    r"<title>([^<]*)</title>", file.read_text(encoding="utf-8", errors="replace")
                )
                return unescape(found[1]).strip() if found else ""
    return ""


def _names(folder: Path) -> frozenset[str]:
    try:
        stems = {file.stem for file in folder.glob("*.svg")}
    except OSError:
        return frozenset()
    return frozenset(stem for stem in stems if not (stem.endswith("-small") and stem[:-6] in stems))


def faults(own: Path, inside: Path) -> list[Problem]:
    """What makes the exhibition's own drawings unfit to be shown."""
    try:
        files = sorted(own.glob("*.svg"))
    except OSError:
        return []
    return [problem for file in files for problem in _faults_of(file, inside)]


def _faults_of(file: Path, inside: Path) -> list[Problem]:
    page = Page(file)
    try:
        data = read_bytes(page, inside, MOST_BYTES)
    except RefusedError:
        return page.problems
    reason = _why_unsafe(data)
    if reason:
        page.blame(
            Code.UNSAFE_DRAWING,
            None,
            Text(f"图形里有不能用的内容：{reason}。", f"The drawing holds what it must not: {reason}."),
            Text(
                "在绘图软件里把所有对象转为路径，另存为“纯 SVG”。",
                "Turn every object into a path and save it as plain SVG.",
            ),
        )
    return page.problems


def _why_unsafe(data: bytes) -> str:
    from xml.etree import ElementTree as ET

    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "≠ UTF-8"
    if b"<!" in data.replace(b"<!--", b""):
        return "<!DOCTYPE>"
    if re.search(rb"stroke-dasharray\s*[:=]\s*[\"']?\s*(?!none)\S", data):  # short dashes never end
        return "stroke-dasharray"
    try:
        root = ET.fromstring(data)  # noqa: S314 - no DOCTYPE: nothing can expand
    except (ET.ParseError, ValueError, LookupError) as fault:
        return f"XML: {fault}"
    elements = [element.tag.rsplit("}", 1)[-1] for element in root.iter()]
    strange = next((tag for tag in elements if tag not in SHAPES), None)
    if strange:
        return f"<{strange}>"
    if elements[0] != "svg":
        return f"<{elements[0]}>"
    if len(elements) > MOST_SHAPES:
        return f"{len(elements)} > {MOST_SHAPES}"
    return ""
