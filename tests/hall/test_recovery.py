"""When a refused start is tried again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.exhibition import Text
from kiosk.failure import Failure
from kiosk.hall.recovery import UNFORESEEN, Recovery
from kiosk.hall.refusal import Refusal

WRONG = Refusal(said=Text("错了。", "Wrong."))


@dataclass
class Start:
    """Counts how often it is tried; raises what it is given."""

    error: Exception | None = None
    tried: list[int] = field(default_factory=list)

    def __call__(self) -> None:
        self.tried.append(1)
        if self.error:
            raise self.error


def test_while_nothing_changes_nothing_is_tried(tmp_path: Path) -> None:
    start = Start()
    recovery = Recovery(WRONG, start, [tmp_path])
    assert [recovery.look() for _ in range(3 * UNFORESEEN)] == [WRONG] * (3 * UNFORESEEN)
    assert start.tried == []


def test_a_change_is_tried_when_it_has_settled(tmp_path: Path) -> None:
    start = Start()
    recovery = Recovery(WRONG, start, [tmp_path / "hall.yaml"])
    (tmp_path / "hall.yaml").write_text("a", encoding="utf-8")
    assert recovery.look() == WRONG
    (tmp_path / "hall.yaml").write_text("still written", encoding="utf-8")
    assert recovery.look() == WRONG
    assert start.tried == []
    assert recovery.look() is None
    assert start.tried == [1]


def test_another_mistake_takes_the_place_of_the_first(tmp_path: Path) -> None:
    start = Start(Failure("又错了 / wrong again"))
    recovery = Recovery(WRONG, start, [tmp_path])
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "page.yaml").touch()
    recovery.look()
    refusal = recovery.look()
    assert refusal is not None
    assert refusal.said == Text("又错了。", "Wrong again.")
    assert recovery.look() == refusal
    assert start.tried == [1]


def test_a_folder_that_comes_back_is_a_change(tmp_path: Path) -> None:
    recovery = Recovery(WRONG, Start(), [tmp_path / "stick"])
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "exhibition.yaml").touch()
    assert recovery.look() == WRONG
    assert recovery.look() is None


def test_where_nobody_knows_the_cause_a_start_is_tried_now_and_then(tmp_path: Path) -> None:
    unknown = Refusal(said=WRONG.said, foreseen=False)
    recovery = Recovery(unknown, Start(), [tmp_path])
    looks = [recovery.look() for _ in range(UNFORESEEN)]
    assert looks == [unknown] * (UNFORESEEN - 1) + [None]
