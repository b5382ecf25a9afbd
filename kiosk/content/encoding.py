"""Which encoding a file of Chinese text was saved in, and whether that is certain enough to save it anew."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

COMMON_SHARE: Final = 0.95
"""Of the characters that are not ASCII, that GB2312 holds in any real text; names bring the rare ones."""
FOREIGN_SHARE: Final = 0.1
"""Of the characters of a GBK text, that may look like UTF-8 by chance."""

OFFICE: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How the files of Word, Excel and their like begin, whatever they are called."""

_UTF8_HAN: Final = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc\xbd][\x80-\xbf]")
_HAN: Final = re.compile("[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_ODD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")


@dataclass(frozen=True, slots=True)
class Recognised:
    """`text` is what the bytes say in the encoding `name`, which is '' where there is none that fits."""

    name: str
    text: str
    certain: bool


def recognise(data: bytes) -> Recognised:
    """The encoding of a file: UTF-8, UTF-16, GBK or none. A byte order mark is no part of the text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        return _wide(data)
    try:
        return Recognised("UTF-8", data.decode("utf-8-sig"), certain=True)
    except UnicodeDecodeError:
        return _chinese(data)


def is_office(data: bytes) -> bool:
    return data.startswith(OFFICE)


def is_garbled(text: str) -> bool:
    """Whether it was UTF-8 that somebody opened as GBK and saved: 铭记 has become 閾綍."""
    sample = re.sub(r"[\x00-\x7f]+", "\n", text[:20_000])[:3_000]
    wide = sum(c != "\n" for c in sample)
    if wide < 8:
        return False
    undone = sample.encode("gb18030", "replace").decode("utf-8", "replace")
    return len(_HAN.findall(undone)) > wide / 3


def _wide(data: bytes) -> Recognised:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")) or b"\x00\x00" in data[:4]:
        return Recognised("UTF-32", data.decode("utf-32", "replace"), certain=False)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16"
    else:
        name = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return Recognised("UTF-16", data.decode(name, "replace"), certain=False)
    return Recognised("UTF-16", text, certain=not _ODD.search(text))


def _chinese(data: bytes) -> Recognised:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return Recognised("", data.decode("utf-8", "replace"), certain=False)
    letters = [c for c in text if not c.isascii()]
    common = sum(1 for c in letters if _in_gb2312(c))
    foreign = len(_UTF8_HAN.findall(data))
    if foreign > FOREIGN_SHARE * len(letters):
        return Recognised("", data.decode("utf-8", "replace"), certain=False)
    certain = common >= COMMON_SHARE * len(letters) and not _ODD.search(text)
    return Recognised("GBK", text, certain)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in "·—…“”‘’"
    return True
