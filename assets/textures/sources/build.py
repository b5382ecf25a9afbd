#!/usr/bin/env python3
"""Draw the rubbing behind the attract screen and bake it to JPEG.

    python build.py             write rubbing.svg and rubbing-portrait.svg beside this file
    python build.py --bake      the same, then rasterise both with headless Chromium

The SVGs use turbulence and displacement filters that Qt does not render, so the kiosk
shows the baked pictures. Baking needs Chromium on the PATH and Pillow.

Lengths are in px at 1080p; 24 px = 1 u. The lattice (pitch, ward, origin) is a promise to
the kiosk, which lays glazed wards and drawn paths over it: see assets/README.md.
"""

from __future__ import annotations

import argparse
import math
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
U = 24.0
PITCH = 4 * U
WARD = 3.36 * U
INK = "#16130F"
PAPER = "#F6EFE1"
MAX_BYTES = 2_500_000


@dataclass(frozen=True)
class Plate:
    """One orientation of the rubbing."""

    name: str
    width: int
    height: int
    origin_x: float
    rows: int
    river_y: float
    river_drop: float
    centre: tuple[float, float, float]
    seed: int


PLATES = (
    Plate("rubbing", 1920, 1080, 0.0, 8, 830.0, 27.0, (0.42, 0.5, 0.72), 2020),
    Plate("rubbing-portrait", 1080, 1920, -U, 14, 1440.0, 30.0, (0.5, 0.4, 0.72), 618),
)


def number(value: float) -> str:
    """Return a short decimal for an SVG attribute."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def line(d: str, width: float, opacity: float) -> str:
    """Return a stroked path."""
    return (
        f'<path d="{d}" fill="none" stroke="{PAPER}" stroke-width="{number(width)}" '
        f'stroke-opacity="{number(opacity)}"/>'
    )


def square(x: float, y: float, side: float, width: float, opacity: float) -> str:
    """Return an outlined square."""
    x0, y0, s = number(x), number(y), number(side)
    return line(f"M{x0},{y0}h{s}v{s}h-{s}z", width, opacity)


def block(x: float, y: float, width: float, height: float, opacity: float) -> str:
    """Return a filled rectangle."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}" fill="{PAPER}" fill-opacity="{number(opacity)}"/>'
    )


def ward(x: float, y: float, rng: random.Random) -> Iterator[str]:
    """Yield one walled ward: wall, inner line, crossing lanes, some houses."""
    middle = WARD / 2
    yield block(x, y, WARD, WARD, 0.26)
    yield square(x + 2, y + 2, WARD - 4, 3, 0.85)
    yield square(x + 8, y + 8, WARD - 16, 1, 0.7)
    cx, cy, inner = number(x + middle), number(y + middle), number(WARD - 4)
    yield line(f"M{cx},{number(y + 2)}v{inner}M{number(x + 2)},{cy}h{inner}", 2, 0.8)
    for qx, qy in ((0, 0), (1, 0), (0, 1), (1, 1)):
        left, top = x + 8 + qx * (middle - 8), y + 8 + qy * (middle - 8)
        side = middle - 8
        if rng.random() < 0.3:  # lanes of the second order
            ax, ay, s = number(left + side / 2), number(top + side / 2), number(side)
            yield line(f"M{ax},{number(top)}v{s}M{number(left)},{ay}h{s}", 1, 0.45)
        for _ in range(rng.choice((0, 1, 1, 2))):
            w, h = rng.uniform(6, 14), rng.uniform(5, 10)
            dx, dy = rng.uniform(3, side - w - 3), rng.uniform(3, side - h - 3)
            yield block(left + dx, top + dy, w, h, 0.75)


def river(plate: Plate) -> Iterator[str]:
    """Yield the river: seven lines that drift apart and together."""
    for strand in range(7):
        points = []
        for x in range(-20, plate.width + 40, 20):
            slow = plate.river_drop * math.sin(x / 330.0 + 2.6 + strand * 0.07)
            middle = 6.0 * math.sin(x / 118.0 + strand * 0.5)
            quick = 2.0 * math.sin(x / 57.0 + strand * 0.9)
            y = plate.river_y + slow + middle + quick + strand * 11.0
            points.append(f"{x},{number(y)}")
        yield line("M" + "L".join(points), 2.6 if strand in (0, 6) else 1.5, 0.85)


def drawing(plate: Plate) -> str:
    """Return the whole plate as SVG text."""
    rng = random.Random(plate.seed)  # noqa: S311 - a repeatable drawing
    w, h = plate.width, plate.height
    cx, cy, r = plate.centre
    columns = math.ceil((w - plate.origin_x) / PITCH)
    marks: list[str] = []
    for row in range(-1, plate.rows):
        for column in range(-1, columns + 1):
            marks += ward(plate.origin_x + column * PITCH, row * PITCH, rng)
    marks += river(plate)
    body = "\n".join(marks)
    fade = plate.rows * PITCH
    box = f'filterUnits="userSpaceOnUse" x="-40" y="-40" width="{w + 80}" height="{h + 80}"'
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">
<defs>
<filter id="rub" {box}>
<feTurbulence type="fractalNoise" baseFrequency=".55" numOctaves="3" seed="3" result="n"/>
<feColorMatrix in="n" values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 4.6 0 0 0 -1.45" result="m"/>
<feTurbulence type="fractalNoise" baseFrequency=".012 .02" numOctaves="4" seed="8" result="b"/>
<feColorMatrix in="b" values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 3.4 0 0 0 -.85" result="bm"/>
<feComposite in="SourceGraphic" in2="m" operator="in" result="s1"/>
<feComposite in="s1" in2="bm" operator="in"/>
</filter>
<filter id="wob" {box}>
<feTurbulence type="fractalNoise" baseFrequency=".04" numOctaves="2" seed="4" result="n"/>
<feDisplacementMap in="SourceGraphic" in2="n" scale="4" xChannelSelector="R" yChannelSelector="G"/>
</filter>
<radialGradient id="hush" cx="{cx}" cy="{cy}" r="{r}">
<stop offset="0" stop-color="{INK}" stop-opacity=".77"/>
<stop offset=".6" stop-color="{INK}" stop-opacity=".46"/>
<stop offset="1" stop-color="{INK}" stop-opacity=".05"/>
</radialGradient>
<linearGradient id="foot" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="{INK}" stop-opacity="0"/>
<stop offset="1" stop-color="{INK}" stop-opacity=".92"/>
</linearGradient>
</defs>
<rect width="{w}" height="{h}" fill="{INK}"/>
<g opacity=".8"><g filter="url(#rub)"><g filter="url(#wob)">
{body}
</g></g></g>
<rect width="{w}" height="{h}" fill="url(#hush)"/>
<rect y="{number(fade)}" width="{w}" height="{number(h - fade)}" fill="url(#foot)"/>
</svg>
"""


def bake(plate: Plate, folder: Path) -> str:
    """Rasterise one plate at twice its size into `folder`; return a line about it."""
    from PIL import Image, ImageCms

    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        raise SystemExit("Chromium is not on the PATH")
    with tempfile.TemporaryDirectory() as temporary:
        shot, page = Path(temporary, "shot.png"), Path(temporary, "page.html")
        svg = (HERE / f"{plate.name}.svg").read_text(encoding="utf-8")
        page.write_text(f"<body style='margin:0;overflow:hidden'>{svg}", encoding="utf-8")
        switches = (
            "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
            "--disable-background-networking --disable-component-update --disable-sync "
            "--hide-scrollbars --force-device-scale-factor=2"
        )
        command = [browser, *switches.split(), f"--user-data-dir={temporary}/profile"]
        command += [f"--window-size={plate.width},{plate.height + 200}"]
        command += [f"--screenshot={shot}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        with Image.open(shot) as picture:
            plain = picture.convert("RGB").crop((0, 0, plate.width * 2, plate.height * 2))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    target = folder / f"{plate.name}.jpg"
    for quality in range(90, 50, -3):
        plain.save(target, quality=quality, optimize=True, progressive=False, icc_profile=profile)
        if target.stat().st_size <= MAX_BYTES:
            break
    size = target.stat().st_size / 1e6
    return f"{target.name}: {plain.width} × {plain.height}, quality {quality}, {size:.2f} MB"


def main(argv: Sequence[str] | None = None) -> int:
    """Command line entry point."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bake", action="store_true", help="also write the JPEGs")
    parser.add_argument("--out", type=Path, default=HERE.parent, help="folder for the JPEGs")
    args = parser.parse_args(argv)
    for plate in PLATES:
        target = HERE / f"{plate.name}.svg"
        target.write_text(drawing(plate), encoding="utf-8")
        print(target.name)
        if args.bake:
            print(bake(plate, args.out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
