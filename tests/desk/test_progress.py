from __future__ import annotations

from io import StringIO

import pytest

from kiosk.desk.progress import tracked


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_bar_says_how_many_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    assert list(tracked("abc", 3, "检查画面", stream)) == ["a", "b", "c"]
    assert "检查画面" in stream.getvalue()
    assert "3/3" in stream.getvalue()


def test_elsewhere_nothing_is_written() -> None:
    stream = StringIO()
    assert list(tracked("abc", 3, "检查画面", stream)) == ["a", "b", "c"]
    assert stream.getvalue() == ""
