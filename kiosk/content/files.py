"""The files that slides name: found by their exact name, inside their folder, and by no way out of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.decode import INVALID, Invalid
from kiosk.content.document import Page, Scalar
from kiosk.content.exhibition import Shelf, Text
from kiosk.content.problems import Code, Edit

MOST_DEPTH: Final = 8
"""Folders in each other that are looked into for files nobody names."""

MOST_LISTED: Final = 1_000
"""Files of one shelf that are looked at for those nobody names."""

NOBODY_S: Final = frozenset({"Thumbs.db", "desktop.ini"})
"""What a desktop leaves in a folder by itself."""


@dataclass(frozen=True, slots=True)
class Goods:
    """What lies on a shelf, and what to call it when it is not there."""

    shelf: Shelf
    noun: Text
    example: str
    path: Code
    missing: Code
    case: Code


@dataclass(slots=True)
class Store:
    """Collects the files that slides name on one shelf. `root`: the content folder, resolved."""

    root: Path
    goods: Goods
    named: dict[Path, list[tuple[Page, Scalar]]] = field(default_factory=dict)
    listings: dict[Path, frozenset[str]] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return self.root / self.goods.shelf

    def at(self, page: Page, said: Scalar) -> Path | Invalid:
        """The file on its shelf; INVALID when it is not there."""
        if not _stays_inside(said.text):
            self._blame_path(page, said)
            return INVALID
        path = self.folder.joinpath(*PurePosixPath(said.text).parts)
        folder = self.folder
        for part in PurePosixPath(said.text).parts:
            if part not in self.listing(folder):
                self._blame_missing(page, said, folder, part)
                return INVALID
            folder /= part
        try:
            inside = path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError):
            inside = False
        if not inside:
            page.blame(
                Code.LINK_OUTSIDE,
                said.place,
                Text(
                    f"{said.text} 是一个链接，指向内容文件夹之外。",
                    f"{said.text} links out of the content folder.",
                ),
                Text(
                    f"把真正的{self.goods.noun.zh}复制到 {self.goods.shelf}/。",
                    f"Copy the {self.goods.noun.en} itself to {self.goods.shelf}/.",
                ),
            )
            return INVALID
        self.named.setdefault(path, []).append((page, said))
        return path

    def listing(self, folder: Path) -> frozenset[str]:
        """The exact names in a folder: a name in another case works on some disks and fails in the hall."""
        if folder not in self.listings:
            try:
                self.listings[folder] = frozenset(entry.name for entry in folder.iterdir())
            except OSError:
                self.listings[folder] = frozenset()
        return self.listings[folder]

    def unused(self) -> list[Page]:
        """A warning for each file on the shelf that no slide names."""
        pages = [Page(path) for path in islice(_files_in(self.folder), MOST_LISTED) if path not in self.named]
        for page in pages:
            name = page.path.relative_to(self.root).as_posix()
            page.warn(
                Code.UNUSED_FILE,
                None,
                Text(f"没有幻灯片使用 {name[:80]}。", f"No slide uses {name[:80]}."),
                Text("写进某张幻灯片，或移走这个文件。", "Name it on a slide, or move it away."),
            )
        return pages

    def _blame_missing(self, page: Page, said: Scalar, folder: Path, part: str) -> None:
        noun, shelf, names = self.goods.noun, self.goods.shelf, self.listing(folder)
        same = next((name for name in names if name.casefold() == part.casefold()), None)
        if same:
            better = said.text.replace(part, same)
            page.blame(
                self.goods.case,
                said.place,
                Text(
                    f"{noun.zh} {said.text} 的大小写和文件名 {same} 不一样。",
                    f"{said.text} differs from the file {same} in upper and lower case.",
                ),
                Text(f"写成 {better}。", f"Write {better}."),
                edit=_instead(said, better),
            )
            return
        name = said.text.removeprefix(f"{shelf}/")
        if name != said.text and name in self.listing(self.folder):
            self._blame_path(page, said)
            return
        near = difflib.get_close_matches(part[:80], sorted(names)[:500], n=1, cutoff=0.5)
        hint = said.text.replace(part, near[0]) if near else ""
        ending = PurePosixPath(self.goods.example).suffix
        page.blame(
            self.goods.missing,
            said.place,
            Text(f"{shelf}/ 里没有 {said.text[:80]}。", f"There is no {said.text[:80]} in {shelf}/."),
            Text(
                f"是不是 {hint}？" if hint else f"把{noun.zh}放进 {shelf}/，或改正文件名（连同 {ending}）。",
                f"Did you mean {hint}?" if hint else f"Put it there, or correct its name (with {ending}).",
            ),
        )

    def _blame_path(self, page: Page, said: Scalar) -> None:
        noun, shelf = self.goods.noun, self.goods.shelf
        name = said.text.replace("\\", "/").rsplit("/", 1)[-1][:80].lstrip(".~") or self.goods.example
        page.blame(
            self.goods.path,
            said.place,
            Text(
                f"{noun.zh}只能放在 {shelf}/ 里，这里只写文件名。",
                f"{noun.en.capitalize()}s live in {shelf}/; only the file's name stands here.",
            ),
            Text(
                f"把{noun.zh}放进 {shelf}/，写成 {name}。",
                f"Put the {noun.en} in {shelf}/ and write {name}.",
            ),
            edit=_instead(said, name) if name in self.listing(self.folder) else None,
        )


def _instead(said: Scalar, name: str) -> Edit | None:
    """The repair that writes `name` in the place of what is said, where it needs no quotes."""
    place = said.place
    if place.line != place.end_line or not re.fullmatch(r"[\w-][\w.-]*", name):
        return None
    return Edit(place.line, place.column, place.end_column - place.column, name)


def _stays_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    plain = not any(c in name for c in '\\:*?"<>|\0') and not name.startswith(("/", "~"))
    return (
        plain
        and bool(parts)
        and all(part != ".." and not part.startswith(".") for part in parts)
        and len(name) < 200
    )


def _files_in(folder: Path, depth: int = MOST_DEPTH) -> Iterator[Path]:
    """Every file in it and below, by name. Links to folders are not followed, and hidden files not seen."""
    try:
        entries = sorted(folder.iterdir())
        folders = {entry for entry in entries if entry.is_dir() and not entry.is_symlink()}
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in NOBODY_S:
            continue
        if entry not in folders:
            yield entry
        elif depth > 1:
            yield from _files_in(entry, depth - 1)
