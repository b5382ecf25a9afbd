from __future__ import annotations

import pytest

from kiosk.content.rules import contrast, darker


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("colour", ["#8FB0DD", "#FFFFFF", "#FFD000", "#2A5590"])
def test_a_darker_colour_stands_out_enough(colour: str) -> None:
    assert contrast(darker(colour, "#F6EFE1", 7.0), "#F6EFE1") >= 7.0
