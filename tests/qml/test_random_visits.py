"""Visitors who tap what there is and then walk away: nobody finds the traces of another.

Through the window there are 120 of them in every run and 1,000, who stay longer, in `make endurance`. The 500
of every run that need no window are in tests/test_visit.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from random import Random
from typing import Final

import pytest

from kiosk.content.exhibition import Exhibition
from kiosk.visit import Attract, Visit
from tests.monkey import REMEMBERED, item_count
from tests.visiting import SHAPES, Hall

OpenHall = Callable[..., Hall]

OUTLIVES_A_VISIT: Final = frozenset({"entry", "opened"})
"""The fields of `Visit` that are no visitor's: `entry` only grows, `opened` counts for the attract loop."""

SHAPE: Final = pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)


def left_behind(visit: Visit) -> dict[str, object]:
    """What differs from a visit that has not begun, by field."""
    start = Visit.start(visit.plan)
    return {
        field.name: getattr(visit, field.name)
        for field in fields(Visit)
        if field.name not in OUTLIVES_A_VISIT and getattr(visit, field.name) != getattr(start, field.name)
    }


def wander(hall: Hall, random: Random, longest: int) -> list[str]:
    """A visitor taps this and that, now and then more than once, and reads for a while or not at all."""
    done = []
    for _ in range(random.randint(1, longest)):
        controls = hall.controls()
        part = random.choice(controls) if controls else None
        done.append(f"{hall.place()}: {part.name if part else 'anywhere'}")
        hall.tap(part.middle if part else hall.spot(0.5, 0.5), after=random.choice((0.05, 0.7, 4.0, 30.0)))
    return done


def idle_until_nobody_is_there(hall: Hall) -> None:
    for _ in range(2):
        hall.passes(hall.exhibition.idle.ask_at_most + hall.exhibition.idle.answer_within + 3600)


@SHAPE
def test_random_visits_end_in_a_clean_start_state(
    open_hall: OpenHall, exhibition: Exhibition, complaints: list[str], size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size, begun=False)
    receive(hall, complaints, visits=60, longest=6)
    assert hall.place() == Attract()


@SHAPE
@pytest.mark.endurance
def test_five_hundred_long_random_visits_end_in_a_clean_start_state(
    open_hall: OpenHall, exhibition: Exhibition, complaints: list[str], size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size, begun=False)
    receive(hall, complaints, visits=500, longest=40)
    assert hall.place() == Attract()


def receive(hall: Hall, complaints: list[str], *, visits: int, longest: int) -> None:
    """So many visits, each seeded by its number, of one tap up to the `longest`."""
    attract = item_count(hall)
    reached: set[str] = set()
    for seed in range(visits):
        done = wander(hall, Random(seed), longest)
        told = f"Visit {seed}:\n" + "\n".join(done[-REMEMBERED:])
        reached |= {line.split("(")[0] for line in done}
        idle_until_nobody_is_there(hall)
        assert not complaints, f"{complaints}\n{told}"
        assert not left_behind(hall.visit.state), told
        assert (hall.place(), hall.see("screen"), hall.overlay()) == (Attract(), "attract", None), told
        assert hall.language is hall.exhibition.language, told
        assert hall.window.property("shownScreen") == "attract", told
        assert item_count(hall) == attract, told
    assert reached >= {"Attract", "Home", "Slide", "Numbers", "Prologue", "Credits"}
