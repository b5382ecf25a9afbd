"""A virtual screen seen from outside: its pixels as they change, and a finger that no program owns."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
import time
from ctypes.util import find_library
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

WIDTH: Final = 1920
HEIGHT: Final = 1080
PIXEL: Final = 4
COLOUR_MAP_ENTRY: Final = 12
"""Bytes of a pixel, and of an entry of the colour map that stands before the pixels (XWDFile.h)."""

PATIENCE: Final = 30.0
"""Seconds a program may take to show anything."""


def missing() -> str:
    """What this machine lacks for measuring; empty if nothing."""
    if shutil.which("Xvfb") is None:
        return "there is no Xvfb"
    libraries = [name for name in ("X11", "Xtst") if find_library(name) is None]
    return f"there is no lib{libraries[0]}" if libraries else ""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of the screen, from `top` to before `bottom`, in px."""

    top: int = 0
    bottom: int = HEIGHT


class Display:
    """An Xvfb of its own. Times are those of `time.perf_counter`, in s."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writing), "-fbdir", str(folder), "-nolisten", "tcp", "-noreset"),
                *("-screen", "0", f"{WIDTH}x{HEIGHT}x24"),
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as said:
            self.name = f":{said.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._pixels = mmap(file.fileno(), 0, access=ACCESS_READ)
        header, *_, colours = struct.unpack(">20I", self._pixels[:80])
        self._start = header + colours * COLOUR_MAP_ENTRY
        self.finger = Finger(self.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.finger.close()
        self._pixels.close()
        self._server.terminate()
        self._server.wait()

    def look(self, band: Band = Band()) -> bytes:
        line = WIDTH * PIXEL
        return self._pixels[self._start + band.top * line : self._start + band.bottom * line]

    def picture(self, path: Path) -> None:
        """What is on the screen, as a file: to see by eye that both sides show the same."""
        from PIL import Image

        Image.frombytes("RGB", (WIDTH, HEIGHT), self.look(), "raw", "BGRX").save(path)

    def first_change(self, band: Band = Band(), *, every: float = 0.001) -> float:
        """When the band next differs from what it shows now; raises TimeoutError."""
        before = self.look(band)
        end = time.perf_counter() + PATIENCE
        while (now := time.perf_counter()) < end:
            if self.look(band) != before:
                return now
            time.sleep(every)
        raise TimeoutError(f"Nothing changed on {self.name} in {PATIENCE:.0f} s.")

    def changes(self, seconds: float, band: Band = Band(), *, every: float = 0.002) -> list[float]:
        """When the band changed, for so long."""
        found: list[float] = []
        before = self.look(band)
        end = time.perf_counter() + seconds
        while (now := time.perf_counter()) < end:
            if (seen := self.look(band)) != before:
                found.append(now)
                before = seen
            time.sleep(every)
        return found

    def settled(self, band: Band, *, quiet: float, every: float = 0.008) -> float:
        """When the band last changed before it rested for `quiet` s, after it had changed at least once."""
        last = self.first_change(band, every=every)
        end = last + PATIENCE
        before = self.look(band)
        while (now := time.perf_counter()) < last + quiet:
            if now > end:
                raise TimeoutError(f"{self.name} did not come to rest in {PATIENCE:.0f} s.")
            if (seen := self.look(band)) != before:
                last, before = now, seen
            time.sleep(every)
        return last


class Finger:
    """Presses and lifts through the X server, as a touch panel does that acts as a mouse."""

    def __init__(self, display: str) -> None:
        self._x: Any = ctypes.CDLL(find_library("X11"))
        self._test: Any = ctypes.CDLL(find_library("Xtst"))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def move(self, x: int, y: int) -> None:
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def press(self) -> float:
        """The time of it."""
        return self._button(down=1)

    def lift(self) -> float:
        return self._button(down=0)

    def tap(self, x: int, y: int) -> float:
        """Press and lift at once; the time of the press."""
        self.move(x, y)
        at = self.press()
        self.lift()
        return at

    def _button(self, *, down: int) -> float:
        now = time.perf_counter()
        self._test.XTestFakeButtonEvent(self._display, 1, down, ctypes.c_ulong(0))
        self._x.XFlush(self._display)
        return now
