#!/usr/bin/env python3
"""Rasterise the illustrations: sources/<id>.svg becomes content/photos/<id>.jpg at 3840 × 2160.

The sources use SVG filters (turbulence, displacement, blend modes) that Qt does not draw, so a browser
engine makes the picture and the kiosk shows the flat result. Needs Pillow, and Chromium on PATH.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
PHOTOS = HERE.parents[1] / "content" / "photos"

DRAWN_WIDTH, DRAWN_HEIGHT = 1920, 1080
QUALITIES = range(92, 59, -2)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
)
PAGE = "<!doctype html><style>html,body{{margin:0;overflow:hidden}}svg{{display:block}}</style>{svg}"


class RenderError(Exception):
    """The picture could not be made; the message says why in one line."""


def find_browser() -> Path:
    for name in BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    raise RenderError("no Chromium on PATH: install the package 'chromium' and run this again")


def rasterise(browser: Path, source: Path, scale: int) -> Image.Image:
    """Draw one source at `scale` device pixels per drawn pixel."""
    width, height = DRAWN_WIDTH * scale, DRAWN_HEIGHT * scale
    with tempfile.TemporaryDirectory(prefix="illustration-") as folder:
        room = Path(folder)
        page, shot = room / "page.html", room / "shot.png"
        svg = source.read_text(encoding="utf-8").partition("?>")[2]
        page.write_text(PAGE.format(svg=svg), encoding="utf-8")
        # The window is taller than the drawing: newer headless modes keep a strip of it for themselves.
        command = [
            str(browser),
            *BROWSER_FLAGS,
            f"--user-data-dir={room / 'profile'}",
            f"--force-device-scale-factor={scale}",
            f"--window-size={DRAWN_WIDTH},{DRAWN_HEIGHT + 200}",
            f"--screenshot={shot}",
            page.as_uri(),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=300)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise RenderError(f"{source.name}: the browser failed ({type(error).__name__})") from error
        if not shot.exists():
            raise RenderError(f"{source.name}: the browser wrote no picture")
        with Image.open(shot) as image:
            if image.width < width or image.height < height:
                raise RenderError(
                    f"{source.name}: drawn at {image.width} × {image.height}, wanted {width} × {height}"
                )
            return image.convert("RGB").crop((0, 0, width, height))


def save(image: Image.Image, target: Path, limit: int) -> int:
    """Write the JPEG at the best quality that stays within `limit` bytes, and return that quality."""
    for quality in QUALITIES:
        image.save(target, "JPEG", quality=quality, subsampling="4:2:0", optimize=True, progressive=False)
        if target.stat().st_size <= limit:
            return quality
    raise RenderError(
        f"{target.name}: over {limit} bytes even at quality {QUALITIES[-1]}; calm the grain in the source"
    )


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("ids", nargs="*", metavar="ID", help="illustrations to render (default: all)")
    parser.add_argument(
        "--out", type=Path, default=PHOTOS, help="folder for the JPEGs (default: content/photos)"
    )
    parser.add_argument(
        "--scale", type=int, choices=(1, 2), default=2, help="2 = 3840 × 2160, 1 = a quick look"
    )
    parser.add_argument("--limit", type=float, default=2.5, metavar="MB", help="largest file (default: 2.5)")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    options = parse(arguments)
    known = {source.stem: source for source in sorted(SOURCES.glob("*.svg"))}
    wanted: list[str] = options.ids or list(known)
    try:
        if unknown := [name for name in wanted if name not in known]:
            raise RenderError(f"no such illustration: {', '.join(unknown)} (there are {', '.join(known)})")
        browser = find_browser()
        options.out.mkdir(parents=True, exist_ok=True)
        for name in wanted:
            target = options.out / f"{name}.jpg"
            quality = save(
                rasterise(browser, known[name], options.scale), target, int(options.limit * 1_000_000)
            )
            print(f"{target.name}: {target.stat().st_size / 1_000_000:.2f} MB, quality {quality}")
    except RenderError as error:
        print(f"render.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
