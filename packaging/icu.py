"""The data of ICU without the languages that the kiosk does not speak: 32 MB become 4.

The format is ICU's common data (source/common/ucmndata.h): a header, a table of contents sorted by name, the
items. The library is made of it as ICU makes its own, by an assembler and a linker (binutils).
"""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

HEAD = re.compile(rb"..\xda\x27\x14\0\0\0\0\0\x02\0CmnD", re.DOTALL)
LOCALE = re.compile(r"[a-z]{2,3}(_\w+)?")
SPOKEN = re.compile(r"(zh|en)(_\w+)?")
CONVERTERS = ("gb18030", "windows-936-2000")
ROOMS_USED = ("coll",)
"""The order of words. Of languages, regions, currencies and breaks Qt has its own data; zones go nameless."""

SOURCE = """\
.section .rodata
.balign 16
.globl {name}
.type {name}, %object
{name}:
.incbin "{data}"
.size {name}, . - {name}
.section .note.GNU-stack, "", %progbits
"""


def is_spoken(item: str) -> bool:
    """Whether an item such as `icudt73l/coll/zh.res` is of every language, or of Chinese or English."""
    *rooms, file = item.split("/")[1:]
    stem, _, kind = file.rpartition(".")
    if rooms and rooms[0] not in ROOMS_USED:
        return False
    match kind:
        case "cnv":
            return stem in CONVERTERS
        case "res":
            return not LOCALE.fullmatch(stem) or bool(SPOKEN.fullmatch(stem))
        case _:
            return True


def items_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each item but the last, whose end the data does not tell. It is Zulu's."""
    (base,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, base)
    table = struct.unpack_from(f"<{2 * count}I", data, base + 4)
    for name, begin, end in zip(table[::2], table[1::2], table[3::2], strict=False):
        text = data[base + name : data.index(b"\0", base + name)].decode("ascii")
        yield text, data[base + begin : base + end]


def packed(header: bytes, items: list[tuple[str, bytes]]) -> bytes:
    """The data of these items, each at a multiple of 16 bytes."""
    names = [name.encode("ascii") + b"\0" for name, _ in items]
    at_name = 4 + 8 * len(items)
    at_data = at_name + sum(map(len, names))
    table, body = bytearray(struct.pack("<I", len(items))), bytearray()
    start = at_data + -(len(header) + at_data) % 16
    for name, (_, data) in zip(names, items, strict=True):
        table += struct.pack("<II", at_name, start + len(body))
        at_name += len(name)
        body += data + bytes(-len(data) % 16)
    return header + table + b"".join(names) + bytes(start - at_data) + body


def spoken(library: Path, copy: Path) -> Path:
    """Writes the ICU data library `library` to `copy`, of the languages spoken alone; raises ValueError."""
    whole = library.read_bytes()
    found, version = HEAD.search(whole), re.fullmatch(r"libicudata\.so\.(\d+)", library.name)
    if not found or not version:
        raise ValueError(f"{library}: this is no data library of ICU that could be trimmed")
    data = whole[found.start() :]
    items = [item for item in items_in(data) if is_spoken(item[0])]
    (base,) = struct.unpack_from("<H", data)
    copy.parent.mkdir(parents=True, exist_ok=True)
    (copy.parent / "icu.dat").write_bytes(packed(data[:base], items))
    source = SOURCE.format(name=f"icudt{version[1]}_dat", data="icu.dat")
    (copy.parent / "icu.s").write_text(source, encoding="ascii")
    for command in (
        ["as", "-o", "icu.o", "icu.s"],
        ["ld", "-shared", "-z", "noexecstack", "-soname", library.name, "-o", str(copy), "icu.o"],
    ):
        subprocess.run(command, check=True, cwd=copy.parent)
    return copy
