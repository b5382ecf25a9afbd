"""`kiosk run` on a real X server: the window, a click, and the end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.content.sample import write_sample

ROOT: Final = Path(__file__).parents[1]
SIZE: Final = (1280, 720)
PATIENCE: Final = 30.0
"""Seconds a condition may take to come true."""

pytestmark = pytest.mark.skipif(
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
        plain = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        return subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", *map(str, arguments)],
            cwd=ROOT,
            env=plain | {"DISPLAY": self.name, "QT_SCALE_FACTOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def picture(self) -> bytes:
        """What is on the whole screen: the frame buffer, which Xvfb keeps in a file."""
        return (self.folder / "Xvfb_screen0").read_bytes()


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    folder = tmp_path_factory.mktemp("display")
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


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content")


@pytest.fixture
def shown(display: Display, content: Path) -> Iterator[subprocess.Popen[str]]:
    """The sample exhibition, on the whole screen."""
    process = display.run("--content", content, "--comfort", "reduced-motion")
    until(lambda: bool(display.window()) or process.poll() is not None, "a window")
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate(timeout=PATIENCE)


def test_the_window_covers_the_whole_screen_without_a_window_manager(
    display: Display, shown: subprocess.Popen[str]
) -> None:
    assert shown.poll() is None
    geometry = display.tool("getwindowgeometry", "--shell", display.window()).splitlines()
    assert {"X=0", "Y=0", f"WIDTH={SIZE[0]}", f"HEIGHT={SIZE[1]}"} <= set(geometry)


def test_a_click_enters_and_escape_does_not_leave(display: Display, shown: subprocess.Popen[str]) -> None:
    black = display.picture()
    until(lambda: len(set(display.picture()[-20000:])) > 3, "a first frame")
    attract = display.picture()
    assert attract != black or len(set(attract)) > 3
    display.tool("mousemove", "640", "300", "click", "1")
    until(lambda: paper(display.picture()) > 0.3, "the home screen")
    display.tool("key", "Escape")
    assert shown.poll() is None


def paper(picture: bytes) -> float:
    """The part of the screen that has the colour of the reading ground."""
    return picture.count(bytes((0xE1, 0xEF, 0xF6))) / (SIZE[0] * SIZE[1])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_at_once_and_quietly(shown: subprocess.Popen[str], number: signal.Signals) -> None:
    shown.send_signal(number)
    told, complained = shown.communicate(timeout=PATIENCE)
    assert shown.returncode in {0, -number}
    assert (told, complained) == ("", "")


def test_ctrl_q_ends_it(display: Display, shown: subprocess.Popen[str]) -> None:
    until(lambda: paper(display.picture()) < 0.3, "a first frame")
    display.tool("windowfocus", display.window())
    display.tool("key", "ctrl+q")
    assert shown.wait(PATIENCE) == 0


def test_a_window_for_desks_has_the_size_asked_for(display: Display, content: Path) -> None:
    process = display.run("--content", content, "--window", "960x540", "--lang", "en")
    try:
        until(lambda: bool(display.window()) or process.poll() is not None, "a window")
        geometry = display.tool("getwindowgeometry", "--shell", display.window()).splitlines()
        assert {"WIDTH=960", "HEIGHT=540"} <= set(geometry)
        assert "Remember 2020" in display.tool("getwindowname", display.window())
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


def test_broken_content_opens_no_window(display: Display, content: Path) -> None:
    text = (content / "exhibition.yaml").read_text(encoding="utf-8")
    (content / "exhibition.yaml").write_text(text.replace("year: 2020", "year: MMXX"), encoding="utf-8")
    process = display.run("--content", content)
    told, complained = process.communicate(timeout=PATIENCE)
    assert (process.returncode, told) == (1, "")
    assert "exhibition.yaml:" in complained
    assert display.window() == ""


@pytest.mark.parametrize("setting", ["display: HDMI-7", "content: unplugged"])
def test_what_is_set_and_not_there_is_said_and_the_exhibition_runs(
    display: Display, tmp_path: Path, setting: str
) -> None:
    hall = tmp_path / "hall.yaml"
    hall.write_text(f"{setting}\n", encoding="utf-8")
    process = display.run("--hall", hall)
    until(lambda: bool(display.window()) or process.poll() is not None, "a window")
    patience = threading.Timer(PATIENCE, process.kill)
    patience.start()
    try:
        assert process.stderr
        assert setting.rpartition(" ")[2] in process.stderr.readline()
        assert process.poll() is None
    finally:
        patience.cancel()
        process.kill()
        process.communicate(timeout=PATIENCE)
