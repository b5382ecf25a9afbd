"""`kiosk run` on a real X server: the window, a click, and the end."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.sample import write_sample
from tests.virtual_display import PATIENCE, SIZE, Display, needs_display, paper, until, virtual_display

pytestmark = needs_display


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    with virtual_display(tmp_path_factory.mktemp("display")) as opened:
        yield opened


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
