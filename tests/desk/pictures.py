"""Pictures as cameras, scanners and drawing programs leave them, and a look into the bytes of a JPEG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

PHONE: Final = Path(__file__).parent / "samples" / "phone.heic"
RED, BLUE, GREEN, GREY = (200, 60, 60), (60, 60, 200), (60, 180, 60), (220, 220, 220)
FIELDS: Final = (RED, BLUE, GREEN, GREY)
"""Of `fields`: top left, top right, bottom left, bottom right."""
PLACE: Final = "Dingding Gate"
"""Stands in every kind of note that `full_of_notes` leaves in a picture."""


def fields(size: tuple[int, int] = (240, 160)) -> Image.Image:
    """Four fields of colour, so that it is seen how a picture is turned."""
    width, height = size
    picture = Image.new("RGB", size)
    for number, colour in enumerate(FIELDS):
        left, top = number % 2 * width // 2, number // 2 * height // 2
        picture.paste(colour, (left, top, left + width // 2 + 1, top + height // 2 + 1))
    return picture


def seen(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The colours of the four fields."""
    width, height = picture.size
    points = [(x * width // 4, y * height // 4) for y in (1, 3) for x in (1, 3)]
    found = [picture.convert("RGB").getpixel(point) for point in points]
    return [(pixel[0], pixel[1], pixel[2]) for pixel in found if isinstance(pixel, tuple)]


def notes(orientation: int = 1) -> Image.Exif:
    """What a phone writes: who, when, and where on the map."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = PLACE
    exif[0x013B] = "Li Donghui"
    exif[0x010E] = PLACE
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[0x1B] = "N", (34.0, 37.0, 12.0), PLACE.encode()
    exif.get_ifd(0x8769)[0x9003] = "2020:10:01 09:30:00"
    return exif


XMP: Final = f"<x:xmpmeta><rdf:RDF photoshop:City='{PLACE}'/></x:xmpmeta>".encode()


def full_of_notes(picture: Image.Image, form: str, **options: object) -> bytes:
    """With EXIF and XMP, in the form given; a JPEG with a comment, IPTC and bytes behind its end, too."""
    stream = BytesIO()
    if form == "JPEG":
        picture.save(stream, form, exif=notes(), xmp=XMP, comment=PLACE.encode(), quality=95, **options)
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(PLACE)) + PLACE.encode()
        block = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
        data = stream.getvalue()
        return data[:2] + block + data[2:] + PLACE.encode()
    picture.save(stream, form, exif=notes(), xmp=XMP, **options)
    return stream.getvalue()


def segments(data: bytes) -> Iterator[int]:
    """The markers of a JPEG up to its picture, and whether anything lies behind its end (as 0)."""
    at = 2
    while data[at + 1] != 0xDA:
        assert data[at] == 0xFF
        yield data[at + 1]
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    yield 0xDA
    if not data.endswith(b"\xff\xd9"):
        yield 0


def png_of_16_bits(levels: tuple[int, int, int], size: tuple[int, int] = (16, 16)) -> bytes:
    """One colour, 16 bits a channel, as Pillow cannot write it."""
    row = b"\0" + struct.pack(">3H", *levels) * size[0]
    return _png(struct.pack(">2I5B", *size, 16, 2, 0, 0, 0), row * size[1])


def png_bomb(side: int) -> bytes:
    """A black square that is small on the disk only."""
    rows = zlib.compressobj(9)
    row = bytes(1 + side // 8 + 1)
    body = b"".join(rows.compress(row) for _ in range(64)) + rows.flush()
    return _chunks(struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0), body)


def _png(head: bytes, rows: bytes) -> bytes:
    return _chunks(head, zlib.compress(rows))


def _chunks(head: bytes, body: bytes) -> bytes:
    parts = [(b"IHDR", head), (b"IDAT", body), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
