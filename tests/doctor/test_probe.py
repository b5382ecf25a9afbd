"""What may crash or hang is looked at in a process of its own: the one who asks always gets an answer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.doctor import probe
from kiosk.doctor.eyes import Loading, Seen, Sizes, Wall
from kiosk.doctor.probe import UNSEEN, Probe, Reason, Trouble, ask

ROOT = Path(__file__).parents[2]


def instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Another program answers."""
    monkeypatch.setattr(probe, "_program", lambda: [sys.executable, "-c", code])


def test_a_process_that_falls_is_told_with_its_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "import os, sys; print('no driver', file=sys.stderr, flush=True); os.abort()")
    assert ask(Probe.GRAPHICS, Seen) == Trouble(Reason.CRASHED, "no driver")


def test_a_process_that_falls_without_a_word_is_told_by_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "import os; os._exit(11)")
    assert ask(Probe.GRAPHICS, Seen) == Trouble(Reason.CRASHED, "exit code 11")


def test_a_process_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "import time; time.sleep(600)")
    assert ask(Probe.GRAPHICS, Seen, seconds=0.2) == Trouble(Reason.SILENT)


def test_an_answer_of_another_kind_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "print('probe: nonsense')")
    assert ask(Probe.SCREENS, Seen) == Trouble(Reason.CRASHED, "exit code 0")


def test_a_program_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(probe, "_program", lambda: [str(tmp_path / "kiosk")])
    assert ask(Probe.SCREENS, Seen) == Trouble(Reason.CRASHED, "No such file or directory")


def test_what_drivers_print_does_not_spoil_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = probe._packed(Loading((), "6.11.3"))
    instead(monkeypatch, f"print('MESA: warning'); print('probe: {answer}'); print('bye')")
    assert ask(Probe.LIBRARIES, Loading) == Loading((), "6.11.3")


def test_libraries_that_do_not_load_are_found() -> None:
    names = ("libc.so.6", "libkiosk-has-no-such.so.1")
    found = ask(Probe.LIBRARIES, Loading, names)
    assert isinstance(found, Loading)
    assert found.lacking == names[1:]
    assert found.version.startswith("6.")


def test_without_qt_python_s_word_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checkout comes first on the path, but holds no PySide6."""
    (tmp_path / "PySide6.py").write_text("raise ImportError('libGL.so.1: not here')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert ask(Probe.LIBRARIES, Loading, ()) == Loading((), refusal="libGL.so.1: not here")
    assert ask(Probe.SCREENS, Seen) == Trouble(Reason.REFUSED, "ImportError: libGL.so.1: not here")


@pytest.mark.parametrize("turn", [0, 90])
def test_the_sizes_are_those_of_the_screens_themselves(turn: int) -> None:
    """A screen of 55 in: 0.634 mm a px at full HD; and texts and buttons never below the design's least."""
    pixels = (1920, 1080)
    wall = Wall(ROOT / "content", pixels, 0.3, 55 * 25.4, turn, frozenset())
    found = ask(Probe.STAGE, Sizes, wall, UNSEEN)
    assert isinstance(found, Sizes)
    assert found.pitch == pytest.approx(0.634, abs=0.001)
    assert found.text == pytest.approx(1.33 * 24 * found.pitch, rel=0.01)
    assert found.button > 20


def test_a_small_screen_has_the_least_sizes_of_the_design() -> None:
    wall = Wall(ROOT / "content", (1920, 1080), 0.3, 250, 0, frozenset())
    found = ask(Probe.STAGE, Sizes, wall, UNSEEN)
    assert isinstance(found, Sizes)
    assert found.text == pytest.approx(5)
    assert found.button == pytest.approx(20)
