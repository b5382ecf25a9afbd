"""The pictures an exhibition shows, and what to say when one cannot be shown."""

from __future__ import annotations

from pathlib import Path
from typing import Final, assert_never

from kiosk.content.document import Page, Scalar
from kiosk.content.exhibition import Shelf, Text
from kiosk.content.files import Goods, Store
from kiosk.content.pictures import MOST_BYTES, Fault, Finding, Memory, inspect_all
from kiosk.content.problems import Code

PICTURES: Final = Goods(
    Shelf.PHOTOS,
    Text("图片", "picture"),
    "metro-line-1.jpg",
    Code.PICTURE_PATH,
    Code.PICTURE_MISSING,
    Code.PICTURE_CASE,
)


class Gallery(Store):
    """`root`: the content folder, resolved."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, PICTURES)

    def look(self, memory: Memory | None) -> None:
        """Decodes every picture named and notes what is wrong, at each place that names it."""
        for path, finding in inspect_all(self.named, memory).items():
            for page, said in self.named[path]:
                _blame_fault(page, said, finding)


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
