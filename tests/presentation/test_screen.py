from __future__ import annotations

import pytest

from kiosk.presentation.screen import UNKNOWN, diagonal_of, pitch


@pytest.mark.parametrize(
    ("inches", "width", "height", "mm"),
    [(32, 1920, 1080, 0.369), (55, 1920, 1080, 0.634), (75, 1920, 1080, 0.865), (55, 2160, 3840, 0.317)],
)
def test_the_pitch_of_common_screens(inches: float, width: int, height: int, mm: float) -> None:
    assert pitch(inches * 25.4, width, height) == pytest.approx(mm, abs=0.0005)


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
