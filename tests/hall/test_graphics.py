"""Who draws, by what became of the graphics card before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.hall import graphics
from kiosk.hall.graphics import Experience, Found
from kiosk.hall.settings import Renderer


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With a graphics card, and a cache of its own. Returns its hall.yaml."""
    (tmp_path / "dri").mkdir()
    (tmp_path / "dri" / "renderD128").touch()
    monkeypatch.setattr(graphics, "NODES", tmp_path / "dri")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("QT_QUICK_BACKEND")
    settings = tmp_path / "hall.yaml"
    settings.write_text("renderer: auto\n", encoding="utf-8")
    return settings


def dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked for its card")
def test_without_a_card_the_processor_draws_and_nobody_is_told(machine: Path) -> None:
    (graphics.NODES / "renderD128").unlink()
    choice = graphics.choose(Renderer.AUTO, machine)
    assert (choice.software, choice.notice, choice.unknown) == (True, None, False)


def test_a_card_that_nobody_knows_is_asked(machine: Path) -> None:
    choice = graphics.choose(Renderer.AUTO, machine)
    assert (choice.software, choice.unknown) == (False, True)


def test_a_card_that_works_is_not_asked_again(machine: Path) -> None:
    graphics.attempt(machine)
    graphics.succeed(machine, "Some Card 3000")
    choice = graphics.choose(Renderer.AUTO, machine)
    assert (choice.software, choice.unknown, choice.why) == (False, False, "Some Card 3000")


def test_a_card_that_refused_is_not_tried_again_and_everybody_is_told(machine: Path) -> None:
    graphics.fail(machine)
    for _ in range(2):
        choice = graphics.choose(Renderer.AUTO, machine)
        assert choice.software
        assert choice.notice
        assert "renderer: software" in choice.notice.remedy.zh


def test_a_start_that_broke_off_is_followed_by_one_without_the_card(machine: Path) -> None:
    about = graphics.machine(machine)
    graphics.keep(Experience(about, Found.TRIED, process=dead_process()))
    for _ in range(2):
        choice = graphics.choose(Renderer.AUTO, machine)
        assert choice.software
        assert choice.notice
    known = graphics.recall()
    assert known
    assert known.found is Found.ENDS


def test_a_start_that_is_still_on_its_way_proves_nothing(machine: Path) -> None:
    about = graphics.machine(machine)
    graphics.keep(Experience(about, Found.TRIED, process=os.getppid()))
    assert graphics.choose(Renderer.AUTO, machine).unknown


def test_the_card_is_tried_again_when_hall_yaml_was_saved(machine: Path) -> None:
    graphics.fail(machine)
    machine.write_text("renderer: auto  # 驱动装好了\n", encoding="utf-8")
    assert graphics.choose(Renderer.AUTO, machine).unknown


def test_the_card_is_tried_again_with_another_program(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graphics.fail(machine)
    monkeypatch.setattr(graphics, "__version__", "99")
    assert graphics.choose(Renderer.AUTO, machine).unknown


def test_software_in_hall_yaml_ends_the_matter(machine: Path) -> None:
    graphics.fail(machine)
    choice = graphics.choose(Renderer.SOFTWARE, machine)
    assert (choice.software, choice.notice) == (True, None)
    assert graphics.recall() is None


@pytest.mark.parametrize(
    "kept", [b"", b"{", b"[]", b"{}", b'{"machine": 1}', b"\xff", b"[" * 5000, b'{"found": "magic"}']
)
def test_a_spoilt_memory_is_none(machine: Path, kept: bytes) -> None:
    graphics.fail(machine)
    (file,) = (machine.parent / "cache").rglob("graphics.json")
    file.write_bytes(kept)
    assert graphics.recall() is None
    assert graphics.choose(Renderer.AUTO, machine).unknown


def test_what_cannot_be_kept_is_no_error(machine: Path) -> None:
    (machine.parent / "cache").write_text("a file in the place of the folder", encoding="utf-8")
    graphics.fail(machine)
    assert graphics.choose(Renderer.AUTO, machine).unknown


def test_every_experience_is_told_in_its_own_words() -> None:
    silent = {Found.WORKS}
    said = {found: graphics.without(Experience("", found)).notice for found in Found if found not in silent}
    assert all(said.values())
    assert len({str(said[found]) for found in (Found.SIMULATED, Found.REFUSES, Found.ENDS)}) == 3
