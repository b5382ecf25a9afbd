"""Colour profiles made from scratch: what cameras and print shops embed."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Final

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]

DISPLAY_P3: Final[Matrix] = ((0.5151, 0.2412, -0.0011), (0.2919, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841))
ADOBE_RGB: Final[Matrix] = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))
"""The XYZ of red, green and blue, in the light of the profile connection space."""
TO_SRGB: Final[Matrix] = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
GAMMA: Final = 563 / 256


def matrix_profile(primaries: Matrix) -> bytes:
    """A display's profile: three primaries, one gamma."""
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(256 * GAMMA)) + b"\0\0"
    tags = {b"wtpt": _xyz((0.9642, 1.0, 0.8249))}
    for name, primary in zip(b"rgb", primaries, strict=True):
        tags[bytes([name]) + b"XYZ"] = _xyz(primary)
        tags[bytes([name]) + b"TRC"] = curve
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def ink_profile(lab: tuple[int, int, int]) -> bytes:
    """Of a press on which cyan ink prints as `lab` (8 bit each), and every other ink as nothing."""
    paper = (255, 128, 128)
    grid = b"".join(bytes(lab if cyan else paper) for cyan in (0, 1) for _ in range(8))
    straight = bytes(range(256))
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + identity + straight * 4 + grid + straight * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table, b"wtpt": _xyz((0.9642, 1.0, 0.8249))})


def in_srgb(primaries: Matrix, colour: tuple[int, int, int]) -> tuple[int, ...]:
    """The colour of a matrix profile as sRGB has it, by arithmetic."""
    linear = [(level / 255) ** GAMMA for level in colour]
    xyz = [sum(linear[i] * primaries[i][axis] for i in range(3)) for axis in range(3)]
    light = [min(1.0, max(0.0, sum(row[i] * xyz[i] for i in range(3)))) for row in TO_SRGB]
    return tuple(round(255 * _srgb_curve(level)) for level in light)


def _srgb_curve(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(65536 * value) for value in values))


def _profile(kind: bytes, space: bytes, connection: bytes, tags: Mapping[bytes, bytes]) -> bytes:
    tags = {
        b"desc": b"desc" + struct.pack(">II", 0, 5) + b"test\0" + bytes(78),
        b"cprt": b"text\0\0\0\0none\0",
        **tags,
    }
    index, body = struct.pack(">I", len(tags)), b""
    begin = 132 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        index += struct.pack(">4sII", name, begin + len(body), len(data))
        body += padded
    head = struct.pack(">I4sI4s4s4s", begin + len(body), b"lcms", 0x02100000, kind, space, connection)
    date = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    light = struct.pack(">3i", 63190, 65536, 54061)
    return (head + date + b"acsp" + bytes(28) + light).ljust(128, b"\0") + index + body
