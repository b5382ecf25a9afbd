"""The pictures an exhibition names: where they are, and what to say when they cannot be shown."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import assert_never

from kiosk.content.decode import INVALID, Invalid
from kiosk.content.document import Page, Scalar
from kiosk.content.exhibition import Text
from kiosk.content.pictures import MOST_BYTES, Fault, Finding, Memory, inspect_all
from kiosk.content.problems import Code


@dataclass(slots=True)
class Gallery:
    """Collects what the slides name, then looks at it all at once. `root`: the content folder, resolved."""

    root: Path
    named: dict[Path, list[tuple[Page, Scalar]]] = field(default_factory=dict)
    listings: dict[Path, frozenset[str]] = field(default_factory=dict)

    @property
    def photos(self) -> Path:
        return self.root / "photos"

    def at(self, page: Page, said: Scalar) -> Path | Invalid:
        """The picture's file in photos/; INVALID when it is not there."""
        if not _stays_inside(said.text):
            _blame_path(page, said)
            return INVALID
        path = self.photos.joinpath(*PurePosixPath(said.text).parts)
        folder = self.photos
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
                Text("把真正的图片复制到 photos/。", "Copy the picture itself to photos/."),
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

    def look(self, memory: Memory | None) -> None:
        """Decodes every picture named and notes what is wrong, at each place that names it."""
        for path, finding in inspect_all(self.named, memory).items():
            for page, said in self.named[path]:
                _blame_fault(page, said, finding)

    def _blame_missing(self, page: Page, said: Scalar, folder: Path, part: str) -> None:
        names = self.listing(folder)
        same = next((name for name in names if name.casefold() == part.casefold()), None)
        if same:
            page.blame(
                Code.PICTURE_CASE,
                said.place,
                Text(
                    f"图片 {said.text} 的大小写和文件名 {same} 不一样。",
                    f"{said.text} differs from the file {same} in upper and lower case.",
                ),
                Text(f"写成 {said.text.replace(part, same)}。", f"Write {said.text.replace(part, same)}."),
            )
            return
        near = difflib.get_close_matches(part[:80], sorted(names)[:500], n=1, cutoff=0.5)
        hint = said.text.replace(part, near[0]) if near else ""
        page.blame(
            Code.PICTURE_MISSING,
            said.place,
            Text(f"photos/ 里没有 {said.text[:80]}。", f"There is no {said.text[:80]} in photos/."),
            Text(
                f"是不是 {hint}？" if hint else "把图片放进 photos/，或改正文件名（连同 .jpg）。",
                f"Did you mean {hint}?" if hint else "Put it there, or correct its name (with .jpg).",
            ),
        )


def _stays_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    plain = not any(c in name for c in '\\:*?"<>|\0') and not name.startswith(("/", "~"))
    return (
        plain
        and bool(parts)
        and all(part != ".." and not part.startswith(".") for part in parts)
        and len(name) < 200
    )


def _blame_path(page: Page, said: Scalar) -> None:
    name = said.text.replace("\\", "/").rsplit("/", 1)[-1][:80].lstrip(".~") or "metro-line-1.jpg"
    page.blame(
        Code.PICTURE_PATH,
        said.place,
        Text(
            "图片只能放在 photos/ 里，这里只写文件名。",
            "Pictures live in photos/; only the file's name stands here.",
        ),
        Text(f"把图片放进 photos/，写成 {name}。", f"Put the picture in photos/ and write {name}."),
    )


def _blame_fault(page: Page, said: Scalar, finding: Finding) -> None:
    name = said.text
    form = finding.detail or "?"
    match finding.fault:
        case Fault.MISSING:
            code, zh, en = Code.PICTURE_MISSING, f"找不到 {name}。", f"{name} is gone."
            fix_zh, fix_en = "把图片放进 photos/。", "Put it in photos/."
        case Fault.IRREGULAR:
            code, zh, en = Code.NOT_A_FILE, f"{name} 不是普通文件。", f"{name} is not a regular file."
            fix_zh, fix_en = "换成一张普通的图片文件。", "Put an ordinary picture in its place."
        case Fault.UNREADABLE:
            code, zh, en = Code.UNREADABLE, f"打不开 {name}（{form}）。", f"{name} cannot be opened ({form})."
            fix_zh, fix_en = "检查文件的权限，或重新复制一份。", "Check who may read it, or copy it anew."
        case Fault.HEAVY:
            most = MOST_BYTES // 1_000_000
            code, zh, en = (
                Code.PICTURE_TOO_BIG,
                f"{name} 有 {form}，最多 {most} MB。",
                f"{name} has {form}; {most} MB is the most.",
            )
            fix_zh, fix_en = (
                "缩小到宽 3840 像素，存成 JPEG。",
                "Make it 3840 pixels wide and save it as JPEG.",
            )
        case Fault.LARGE:
            code, zh, en = (
                Code.PICTURE_TOO_BIG,
                f"{name} 的像素太多（{form}）。",
                f"{name} has too many pixels ({form}).",
            )
            fix_zh, fix_en = (
                "缩小到宽 3840 像素，存成 JPEG。",
                "Make it 3840 pixels wide and save it as JPEG.",
            )
        case Fault.FORMAT:
            code = Code.PICTURE_FORMAT
            zh, en = f"{name} 的内容不是照片格式（{form}）。", f"{name} is not a photo inside ({form})."
            fix_zh, fix_en = (
                "用看图软件另存为 JPEG、PNG 或 WebP；改后缀没有用。",
                "Save it as JPEG, PNG or WebP; renaming is not enough.",
            )
        case Fault.BROKEN:
            code, zh, en = Code.PICTURE_BROKEN, f"{name} 损坏或不完整。", f"{name} is broken or cut off."
            fix_zh, fix_en = (
                "从原处重新复制，再在看图软件里确认能打开。",
                "Copy it again from its source, and see that it opens.",
            )
        case _:
            assert_never(finding.fault)
    page.blame(code, said.place, Text(zh, en), Text(fix_zh, fix_en))
