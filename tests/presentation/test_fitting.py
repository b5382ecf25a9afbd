"""Words as large as their box allows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.presentation.fitting import GIVEN_UP, fit, words_of

TITLE = "中欧货运班列"
TEXT = "新建的集装箱堆场投入使用"
BOX = {"width": 400.0, "height": 200.0, "most": 60.0, "share": 0.7, "floor": 22.0}


def size(title: str = TITLE, text: str = TEXT, **box: Any) -> int:
    return fit(title, text, **BOX | box)


def test_words_that_have_room_are_as_large_as_they_may_be() -> None:
    assert size(width=4000.0, height=4000.0) == 60


def test_words_that_have_none_are_no_smaller_than_can_be_read() -> None:
    assert size(width=50.0, height=50.0) == 22


@given(st.text("综保区获批ab cd，“”", min_size=1, max_size=18), st.integers(200, 900))
def test_a_larger_box_never_takes_much_smaller_words(title: str, width: int) -> None:
    narrow = size(title, width=float(width), height=150.0)
    assert size(title, width=float(width), height=300.0) >= GIVEN_UP * narrow - 1


def test_an_entry_without_a_text_has_a_larger_title() -> None:
    assert size(text="", height=80.0) > size(height=80.0)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("综保区获批", 5, 1),
        ("综保区获批", 4, 2),
        ("综保区，获批", 3, 3),  # a comma never begins a line
        ("（社区）换届", 3, 3),  # nor does a bracket end one, and 区） stays whole
        ("心态”“精神", 4, 3),  # Qt breaks on neither side of a quotation mark
        ("“三种心态”“三种精神”", 7, 2),  # but phrases in a row are set to break between them
        ("the Comprehensive zone", 5, 99),  # a word is never parted
        ("Rail–sea transport", 9, 2),
        ("", 5, 1),
    ],
)
def test_lines_are_broken_as_qt_breaks_them(text: str, room: float, lines: int) -> None:
    assert words_of(text).broken(room)[0] == lines


def test_latin_text_is_narrower_than_latin_titles_and_han_is_not() -> None:
    assert sum(words_of("transport", narrow=0.9).widths) < sum(words_of("transport").widths)
    assert words_of(TEXT, narrow=0.9) == words_of(TEXT)


def test_a_little_is_given_up_for_a_character_that_would_stand_alone() -> None:
    assert words_of(TITLE).broken(330 / 60) == (2, 1.0)
    assert size(text="", width=330.0) == 55


def test_much_is_not_given_up_for_it() -> None:
    assert size(text="", width=300.0) == 60
