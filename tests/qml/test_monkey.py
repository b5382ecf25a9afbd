"""The public: more hands than anyone can think of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from kiosk.content.exhibition import Exhibition
from kiosk.visit import Home
from tests.monkey import Monkey, assert_the_next_visitor_is_served
from tests.visiting import LANDSCAPE, PORTRAIT, Hall

OpenHall = Callable[..., Hall]

EVERYWHERE: Final = {
    "attract", "home", "slide", "numbers", "prologue", "credits", "licences",
    "Zoom", "TermCard", "asking", "zh", "en"
}  # fmt: skip


def serve_a_crowd(monkey: Monkey, touches: int, *, every: int) -> None:
    """So many touches; after `every` of them all hands leave and a visitor wants to be served."""
    for _ in range(touches // every):
        monkey.play(every)
        monkey.leave()
        monkey.count_items()
        with monkey.telling():
            assert_the_next_visitor_is_served(monkey.hall)
        monkey.count_items()


@pytest.mark.parametrize("seed", range(4))
def test_a_visitor_is_served_after_a_crowd_of_random_hands(
    open_hall: OpenHall, exhibition: Exhibition, complaints: list[str], seed: int
) -> None:
    hall = open_hall(exhibition, PORTRAIT if seed < 2 else LANDSCAPE, still=seed % 2 == 0)
    serve_a_crowd(Monkey(hall, seed, complaints), 250, every=250)
    assert hall.place() == Home()
    assert complaints == []


@pytest.mark.endurance
def test_two_hundred_thousand_touches_leave_a_kiosk_that_serves_the_next_visitor(
    open_hall: OpenHall, exhibition: Exhibition, complaints: list[str]
) -> None:
    """In one window, moving as in the hall: an hour, or two."""
    monkey = Monkey(open_hall(exhibition, still=False), 2020, complaints)
    serve_a_crowd(monkey, 200_000, every=500)
    assert set(monkey.been) >= EVERYWHERE
