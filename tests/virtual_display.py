"""An X server of its own for tests that need one, and the kiosk on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
SIZE: Final = (1280, 720)
PATIENCE: Final = 30.0
"""Seconds a condition may take to come true."""

needs_display = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="needs Xvfb and xdotool; packaging/set-up test installs them",
)


def until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"{what} did not come true"
        os.sched_yield()


@dataclass(frozen=True, slots=True)
class Display:
    name: str
    folder: Path

    def tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=os.environ | {"DISPLAY": self.name},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    def window(self) -> str:
        """The id of the window that is shown; empty while there is none."""
        return self.tool("search", "--onlyvisible", "--name", "2020").partition("\n")[0]

    def run(self, *arguments: str | Path) -> subprocess.Popen[str]:
        return self.start(["-m", "kiosk", "run", *map(str, arguments)])

    def start(
        self, arguments: list[str], *, folder: Path = ROOT, **environment: str
    ) -> subprocess.Popen[str]:
        """Python with these arguments, in `folder`."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=plain | {"DISPLAY": self.name, "QT_SCALE_FACTOR": "1"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def shown(self, title: str = "2020") -> dict[str, int]:
        """X, Y, WIDTH and HEIGHT of the window of that title; empty while there is none."""
        window = self.tool("search", "--onlyvisible", "--name", title).partition("\n")[0]
        lines = self.tool("getwindowgeometry", "--shell", window).splitlines() if window else []
        pairs = [line.partition("=") for line in lines]
        return {name: int(value) for name, _, value in pairs if name in {"X", "Y", "WIDTH", "HEIGHT"}}

    def picture(self) -> bytes:
        """What is on the whole screen: the frame buffer, which Xvfb keeps in a file."""
        return (self.folder / "Xvfb_screen0").read_bytes()


def paper(picture: bytes) -> float:
    """The part of the screen that has the colour of the reading ground."""
    return picture.count(bytes((0xE1, 0xEF, 0xF6))) / (SIZE[0] * SIZE[1])


@contextmanager
def virtual_display(folder: Path) -> Iterator[Display]:
    """Of 1280 × 720 px; it keeps its frame buffer in `folder`."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            *("-displayfd", str(write)),
            *("-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"),
            *("-nolisten", "tcp"),
            *("-fbdir", str(folder)),
            "-noreset",
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answers:
        number = answers.readline().strip()
    assert number, "Xvfb did not start"
    yield Display(f":{number}", folder)
    server.terminate()
    server.wait(PATIENCE)
