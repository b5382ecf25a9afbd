from __future__ import annotations

import pytest

from kiosk.content.contrast import BODY, CREAM, bed, between, contrast, darker


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


def test_between_two_colours_lie_their_mixtures() -> None:
    assert [between("#000000", "#FF8000", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#7F4000",
        "#FF8000",
    ]


@pytest.mark.parametrize(("base", "deep"), [("#A5521A", "#7A3B10"), ("#664379", "#4B2F5B")])
def test_a_bed_for_body_text_is_the_lightest_of_its_glaze_that_will_do(base: str, deep: str) -> None:
    found = bed(base, deep)
    assert contrast(CREAM, found) >= BODY
    assert contrast(CREAM, base) <= contrast(CREAM, found) <= contrast(CREAM, deep)
    assert (found == base) == (contrast(CREAM, base) >= BODY)


def test_a_glaze_that_is_too_light_altogether_gives_its_deepest() -> None:
    assert bed("#FFFFFF", "#EEEEEE") == "#EEEEEE"
