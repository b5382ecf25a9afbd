from __future__ import annotations

import pytest

from kiosk.presentation.screen import UNKNOWN, diagonal_of, pitch, u


@pytest.mark.parametrize(
    ("width", "height", "unit"),
    [(1920, 1080, 24), (3840, 2160, 48), (1080, 1920, 24), (1366, 768, 768 / 45)],
)
def test_the_unit_follows_the_shorter_side(width: int, height: int, unit: float) -> None:
    assert u(width, height) == unit


@pytest.mark.parametrize(
    ("inches", "width", "height", "mm"),
    [(32, 1920, 1080, 0.369), (55, 1920, 1080, 0.634), (75, 1920, 1080, 0.865), (55, 2160, 3840, 0.317)],
)
def test_the_pitch_of_common_screens(inches: float, width: int, height: int, mm: float) -> None:
    assert pitch(inches * 25.4, width, height) == pytest.approx(mm, abs=0.0005)


def test_an_unknown_screen_counts_as_32_inches() -> None:
    assert pitch(None, 1920, 1080) == pitch(32 * 25.4, 1920, 1080)


@pytest.mark.parametrize(
    ("width", "height", "diagonal"),
    [
        (1218, 685, pytest.approx(1397, abs=1)),
        (0, 0, UNKNOWN),
        (16, 9, UNKNOWN),
        (160, 90, pytest.approx(183.6, abs=0.1)),
        (16000, 9000, UNKNOWN),
        (-1, -1, UNKNOWN),
    ],
)
def test_a_display_is_believed_unless_it_talks_nonsense(width: float, height: float, diagonal: float) -> None:
    assert diagonal_of(width, height) == diagonal


def test_a_window_without_an_area_has_a_pitch() -> None:
    assert pitch(1397.0, 0, 0) == 1397.0
