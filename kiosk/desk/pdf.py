"""What Qt's PDF writer leaves to be done: its text is made findable, and its pictures smaller.

Qt notes for each glyph the first character that looks like it: a tab for a space, and for 文 the radical ⽂,
which nobody types. And it stores photographs at a quality of 94.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QRawFont

RADICALS: Final = range(0x2E80, 0x2FE0)
HAN: Final = range(0x4E00, 0xA000)

_STREAM: Final = re.compile(rb"(?s)(?P<head>.*?/Length )(?P<length>\d+(?: \d+ R)?)(?P<rest>.*?stream\r?\n)")
_ENTRY: Final = re.compile(rb"(\d{10}) \d{5} n")
_ROW: Final = re.compile(rb"(?m)^(?P<glyphs><[0-9A-F]{4}> <[0-9A-F]{4}> )(?P<characters>[\[<].*)$")
_CHARACTER: Final = re.compile(rb"(?<=<)[0-9A-F]{4}(?=>)")


def finished(pdf: bytes, font: QRawFont, quality: int) -> bytes:
    """The PDF as Qt wrote it, with what is set in `font` and its like mapped to the characters people type,
    and with its JPEG pictures at `quality` (0 to 100).
    """
    typed = _typed(font)
    maps = {int(number) for number in re.findall(rb"/ToUnicode (\d+) 0 R", pdf)}
    offsets, table, trailer = _index(pdf)
    order = sorted(offsets, key=offsets.__getitem__)
    ends = [*(offsets[number] for number in order[1:]), table]
    made, places = bytearray(pdf[: offsets[order[0]]]), dict[int, int]()
    for number, end in zip(order, ends, strict=True):
        whole = pdf[offsets[number] : end]
        if number in maps:
            whole = _with_stream(whole, _mapped(_stream(whole), typed))
        elif b"/DCTDecode" in whole[:400]:
            whole = _with_stream(whole, _smaller(_stream(whole), quality))
        places[number] = len(made)
        made += whole
    at = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (max(order) + 1)
    for number in range(1, max(order) + 1):
        made += b"%010d 00000 n \n" % places[number]
    return bytes(made + trailer + b"startxref\n%d\n%%%%EOF\n" % at)


def _index(pdf: bytes) -> tuple[dict[int, int], int, bytes]:
    """Where each object begins and where their table does, and the trailer."""
    last = pdf.rindex(b"startxref")
    at = int(pdf[last + 9 :].split()[0])
    table, trailer = pdf[at:last].split(b"trailer", 1)
    return {number: int(at) for number, at in enumerate(_ENTRY.findall(table), 1)}, at, b"trailer" + trailer


def _typed(font: QRawFont) -> Mapping[int, int]:
    """What is typed for each character that Qt takes in its place."""
    glyphs = font.glyphIndexesForString("".join(map(chr, HAN)))
    han = dict(zip(glyphs, HAN, strict=True))
    radicals = zip(RADICALS, font.glyphIndexesForString("".join(map(chr, RADICALS))), strict=True)
    return {radical: han[glyph] for radical, glyph in radicals if glyph in han and glyph} | {0x09: 0x20}


def _mapped(stream: bytes, typed: Mapping[int, int]) -> bytes:
    """A table of characters, each row `<first glyph> <last glyph> [<character> …]`, with others in it."""

    def row(found: re.Match[bytes]) -> bytes:
        return found["glyphs"] + _CHARACTER.sub(character, found["characters"])

    def character(found: re.Match[bytes]) -> bytes:
        said = int(found[0], 16)
        return b"%04X" % typed.get(said, said)

    return _ROW.sub(row, stream)


def jpeg(image: QImage, quality: int) -> bytes:
    """The picture as a JPEG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


def _smaller(picture: bytes, quality: int) -> bytes:
    found = jpeg(QImage.fromData(picture), quality)
    return found if 0 < len(found) < len(picture) else picture


def _stream(whole: bytes) -> bytes:
    found = _STREAM.match(whole)
    return whole[found.end() : whole.rindex(b"\nendstream")] if found else b""


def _with_stream(whole: bytes, stream: bytes) -> bytes:
    found = _STREAM.match(whole)
    if not found:
        return whole
    return (
        found["head"] + b"%d" % len(stream) + found["rest"] + stream + whole[whole.rindex(b"\nendstream") :]
    )
