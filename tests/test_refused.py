"""`kiosk run --unattended` on a real X server, where something is wrong: what the hall then sees."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from kiosk.hall import graphics
from tests.content.sample import write_sample
from tests.links import link_or_copy
from tests.virtual_display import PATIENCE, ROOT, SIZE, Display, needs_display, paper, until, virtual_display

pytestmark = needs_display

REFUSED: Final = "^kiosk$"
"""The title of the page, for xdotool."""

CARD: Final = """
import os, sys
from pathlib import Path
from kiosk.hall import graphics
graphics.NODES = Path({nodes!r})
{twist}
from kiosk.cli import main
sys.exit(main({arguments!r}))
"""
"""The kiosk on a machine with a graphics card, whose driver is Mesa's simulation, and a twist."""


@dataclass(frozen=True, slots=True)
class Machine:
    """One machine of a hall: its display, and a home of its own."""

    display: Display
    home: Path

    @property
    def settings(self) -> Path:
        return self.home / "hall.yaml"

    def set(self, text: str) -> None:
        self.settings.write_text(text, encoding="utf-8")

    def log(self) -> str:
        file = self.home / "state" / "luoyang-kiosk" / "kiosk.log"
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def entries(self, word: str) -> list[str]:
        return [line for line in self.log().splitlines() if word in line]

    @contextmanager
    def kiosk(
        self, *arguments: str, folder: Path = ROOT, script: str = "", **environment: str
    ) -> Iterator[subprocess.Popen[str]]:
        asked = ["run", "--unattended", "--hall", str(self.settings), *arguments]
        process = self.display.start(
            ["-c", script.replace("ARGUMENTS", repr(asked))] if script else ["-m", "kiosk", *asked],
            folder=folder,
            PYTHONPATH=str(folder),
            XDG_CACHE_HOME=str(self.home / "cache"),
            XDG_STATE_HOME=str(self.home / "state"),
            **environment,
        )
        try:
            yield process
        finally:
            process.kill()
            process.communicate(timeout=PATIENCE)

    def quit(self, title: str) -> None:
        self.display.tool("search", "--onlyvisible", "--name", title, "windowfocus", "--sync")
        self.display.tool("key", "ctrl+q")

    def drawn(self, process: subprocess.Popen[str], title: str = "2020") -> None:
        """Waits for the window of that title and for its first picture."""
        shown = self.display.shown
        until(lambda: bool(shown(title)) or process.poll() is not None, "a window")
        assert process.poll() is None
        until(lambda: self.display.picture().count(0) < len(self.display.picture()) / 2, "a picture")


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    with virtual_display(tmp_path_factory.mktemp("display")) as opened:
        yield opened


@pytest.fixture
def machine(display: Display, tmp_path: Path) -> Machine:
    made = Machine(display, tmp_path)
    content = write_sample(tmp_path / "content")
    made.set(f"content: {content}\ncomfort: [reduced-motion]\n")
    return made


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program that may be damaged."""
    folder = tmp_path / "program"
    folder.mkdir()
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "kiosk", folder / "kiosk", ignore=ignored)
    (folder / "content").symlink_to(ROOT / "content")
    (folder / "assets").mkdir()
    for part in (ROOT / "assets").iterdir():
        (folder / "assets" / part.name).symlink_to(part)
    (folder / "assets" / "fonts").unlink()
    shutil.copytree(ROOT / "assets" / "fonts", folder / "assets" / "fonts", copy_function=link_or_copy)
    return folder


# --- refused, until the cause is gone ---------------------------------------------------------------------


def test_a_wrong_hall_yaml_stands_on_the_screen_until_it_is_right(machine: Machine) -> None:
    right = machine.settings.read_text(encoding="utf-8")
    machine.set("rotation: 45\n")
    with machine.kiosk() as process:
        machine.drawn(process, REFUSED)
        assert machine.display.shown(REFUSED) == {"X": 0, "Y": 0, "WIDTH": SIZE[0], "HEIGHT": SIZE[1]}
        assert machine.display.window() == ""
        assert machine.entries("hall.yaml:1:11")
        machine.set(right)
        until(lambda: bool(machine.display.window()), "the exhibition")
        assert process.poll() is None
        assert machine.display.shown(REFUSED) == {}


def test_ctrl_q_ends_the_page_with_1(machine: Machine) -> None:
    machine.set("rotation: 45\n")
    with machine.kiosk() as process:
        machine.drawn(process, REFUSED)
        machine.quit(REFUSED)
        assert process.wait(PATIENCE) == 1
        assert process.stderr
        assert "rotation: 45" in process.stderr.read()


def without_any_font(font: Path) -> None:
    for path in font.parent.glob("*.ttf"):
        path.unlink()


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:3000])


DAMAGES: Final[dict[str, tuple[str, Callable[[Path], None]]]] = {
    "assets/fonts/NotoSansSC-Medium.ttf": ("NotoSansSC-Medium.ttf", without_any_font),
    "kiosk/qml/Exhibition/Hall.qml": ("Hall.qml:", truncate),
    "kiosk/presentation/stage.py": ("kiosk.presentation.stage", Path.unlink),
}


@pytest.mark.parametrize("file", DAMAGES)
def test_a_damaged_program_is_said_on_the_screen_in_one_sentence(
    machine: Machine, program: Path, file: str
) -> None:
    named, damage = DAMAGES[file]
    damage(program / file)
    with machine.kiosk(folder=program) as process:
        machine.drawn(process, REFUSED)
        assert machine.entries(named)
        machine.quit(REFUSED)
        _, complained = process.communicate(timeout=PATIENCE)
    said = [line for line in complained.splitlines() if " / " in line]
    assert len(said) == 1
    assert named in said[0]
    assert "重新安装" in said[0]
    assert "Traceback" not in complained


def test_a_program_that_is_mended_begins_by_itself(machine: Machine, program: Path) -> None:
    stage = program / "kiosk" / "presentation" / "stage.py"
    text = stage.read_bytes()
    stage.unlink()
    with machine.kiosk(folder=program) as process:
        machine.drawn(process, REFUSED)
        stage.write_bytes(text)
        until(lambda: bool(machine.display.window()), "the exhibition")
        assert process.poll() is None


def test_a_missing_library_of_the_system_ends_with_a_sentence_and_no_core(
    machine: Machine, tmp_path: Path
) -> None:
    (tmp_path / "libraries").mkdir()
    (tmp_path / "libraries" / "libxcb-cursor.so.0").write_text("no library", encoding="utf-8")
    with machine.kiosk(LD_LIBRARY_PATH=str(tmp_path / "libraries"), PATH="/nowhere") as process:
        told, complained = process.communicate(timeout=PATIENCE)
        assert process.returncode == 1
    assert told == ""
    assert complained.count("\n") == 1
    assert "libxcb-cursor.so.0" in complained


def test_without_a_display_the_log_has_the_sentence(machine: Machine) -> None:
    with machine.kiosk(DISPLAY="") as process:
        told, complained = process.communicate(timeout=PATIENCE)
        assert (process.returncode, told) == (1, "")
    assert complained.count("\n") == 1
    assert "没有显示器" in complained
    assert len(machine.entries("no display")) == 1


# --- shown, with notices ----------------------------------------------------------------------------------


def test_a_start_in_order_leaves_one_line_of_facts_and_no_strip(machine: Machine) -> None:
    with machine.kiosk() as process:
        machine.drawn(process)
        until(lambda: bool(machine.log()), "the log")
        (line,) = machine.log().splitlines()
        assert all(fact in line for fact in ("INFO", f"{SIZE[0]} × {SIZE[1]} px", str(machine.settings)))
        assert paper(machine.display.picture()) < 0.02


def test_a_content_folder_that_is_gone_is_said_over_the_built_in_exhibition(machine: Machine) -> None:
    machine.set(f"content: {machine.home / 'gone'}\ncomfort: [reduced-motion]\n")
    with machine.kiosk() as process:
        machine.drawn(process)
        until(lambda: paper(machine.display.picture()) > 0.05, "the strip")
        assert len(machine.entries("WARNING")) == 1
        machine.display.tool("mousemove", "640", "700", "click", "1")
        until(lambda: paper(machine.display.picture()) > 0.3, "the home screen")
        assert process.poll() is None


def test_a_home_that_cannot_be_written_to_is_a_notice_and_no_error(machine: Machine) -> None:
    for name in ("state", "cache"):
        (machine.home / name).write_text("a file in the place of a folder", encoding="utf-8")
    with machine.kiosk() as process:
        machine.drawn(process)
        until(lambda: paper(machine.display.picture()) > 0.05, "the strip")
        assert process.poll() is None
        machine.quit("2020")
        _, complained = process.communicate(timeout=PATIENCE)
    assert [line[:2] for line in complained.splitlines()] == ["日志", "缓存"]


# --- the graphics card ------------------------------------------------------------------------------------


@pytest.fixture
def card(tmp_path: Path) -> Callable[[str], str]:
    """Makes the script of a kiosk with a graphics card."""
    nodes = tmp_path / "dri"
    nodes.mkdir()
    (nodes / "renderD128").touch()

    def script(twist: str = "") -> str:
        return (
            CARD.replace("{nodes!r}", repr(str(nodes)))
            .replace("{twist}", twist)
            .replace("{arguments!r}", "ARGUMENTS")
        )

    return script


def found(machine: Machine) -> str:
    file = machine.home / "cache" / "luoyang-kiosk" / "graphics.json"
    try:
        return str(json.loads(file.read_bytes())["found"])
    except (OSError, ValueError):
        return ""


def test_a_card_without_its_driver_is_left_alone_with_a_notice(
    machine: Machine, card: Callable[[str], str]
) -> None:
    with machine.kiosk(script=card("")) as process:
        machine.drawn(process)
        until(lambda: bool(machine.entries("WARNING")), "the notice")
        assert machine.entries("drawn by the processor (graphics card simulated)")
    assert found(machine) == "simulated"


def test_a_driver_that_refuses_is_followed_by_a_start_without_it(
    machine: Machine, card: Callable[[str], str]
) -> None:
    twist = "graphics.ask = lambda settings: graphics.Choice(software=False, why='a card that says yes')"
    with machine.kiosk(script=card(twist), QT_XCB_GL_INTEGRATION="none") as process:
        machine.drawn(process)
        until(lambda: bool(machine.entries("WARNING")), "the notice")
        assert machine.entries("drawn by the processor (graphics card refuses)")
        assert process.poll() is None


BREAKS_OFF: Final = "from kiosk.presentation.stage import Stage; Stage.fill = lambda *_: os.abort()"


@pytest.mark.parametrize("twist", ["graphics._renderer = os.abort", BREAKS_OFF], ids=["asked", "drawing"])
def test_a_driver_that_ends_the_program_is_not_tried_again(
    machine: Machine, card: Callable[[str], str], twist: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if twist == BREAKS_OFF:  # in a machine whose card had worked so far
        monkeypatch.setattr(graphics, "NODES", machine.home / "dri")
        monkeypatch.setenv("XDG_CACHE_HOME", str(machine.home / "cache"))
        graphics.succeed(machine.settings, "a card that worked")
    with machine.kiosk(script=card(twist)) as process:
        assert process.wait(PATIENCE) != 0
    assert found(machine) == "tried"
    with machine.kiosk(script=card("")) as process:
        machine.drawn(process)
        until(lambda: bool(machine.entries("WARNING")), "the notice")
        assert machine.entries("drawn by the processor (graphics card ends)")


def test_a_card_that_works_draws(machine: Machine, card: Callable[[str], str]) -> None:
    with machine.kiosk(script=card("graphics.SIMULATED = ()")) as process:
        machine.drawn(process)
        until(lambda: bool(machine.entries("drawn by the graphics card")), "the log")
        assert machine.entries("WARNING") == []
    assert found(machine) == "works"


# --- displays ---------------------------------------------------------------------------------------------

HALF: Final = f"{SIZE[0] // 2}/300x{SIZE[1]}/300"


def xrandr(display: Display, *arguments: str) -> None:
    subprocess.run(
        ["xrandr", *arguments], env=os.environ | {"DISPLAY": display.name}, check=True, timeout=PATIENCE
    )


@pytest.mark.skipif(not shutil.which("xrandr"), reason="needs xrandr")
def test_the_window_follows_the_display_that_is_set(machine: Machine) -> None:
    machine.set(machine.settings.read_text(encoding="utf-8") + "display: right\n")
    display = machine.display
    try:
        with machine.kiosk() as process:
            machine.drawn(process)
            assert display.shown()["WIDTH"] == SIZE[0]
            xrandr(display, "--setmonitor", "left", f"{HALF}+0+0", "screen")
            until(lambda: display.shown()["WIDTH"] == SIZE[0] // 2, "a window on the left")
            xrandr(display, "--setmonitor", "right", f"{HALF}+{SIZE[0] // 2}+0", "none")
            until(lambda: display.shown()["X"] == SIZE[0] // 2, "a window on the right")
            xrandr(display, "--delmonitor", "right")
            until(lambda: display.shown()["X"] == 0, "a window on the left again")
            assert process.poll() is None
    finally:
        xrandr(display, "--delmonitor", "left")


@pytest.mark.skipif(not shutil.which("xrandr"), reason="needs xrandr")
def test_the_window_follows_a_display_that_changes_its_size(machine: Machine) -> None:
    display = machine.display
    xrandr(display, "--newmode", "small", *["60", "1024", "1100", "1200", "1300", "600", "610", "620", "630"])
    xrandr(display, "--addmode", "screen", "small")
    try:
        with machine.kiosk() as process:
            machine.drawn(process)
            xrandr(display, "--output", "screen", "--mode", "small")
            until(
                lambda: (display.shown()["WIDTH"], display.shown()["HEIGHT"]) == (1024, 600), "a smaller one"
            )
            xrandr(display, "--output", "screen", "--mode", f"{SIZE[0]}x{SIZE[1]}")
            until(lambda: display.shown()["WIDTH"] == SIZE[0], "the size it had")
            assert process.poll() is None
    finally:
        xrandr(display, "--output", "screen", "--mode", f"{SIZE[0]}x{SIZE[1]}")
