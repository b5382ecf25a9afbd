from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.desk.whereabouts import Spot, Whereabouts
from tests.content.sample import write_sample

ZH, EN = Language.ZH, Language.EN


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Whereabouts:
    loaded = load(write_sample(tmp_path_factory.mktemp("content")))
    return Whereabouts(loaded.exhibition, loaded.manuscript)


def read(spot: Spot | None) -> tuple[str, str] | None:
    """The file, and what stands at the place."""
    if not spot:
        return None
    assert spot.source == spot.path.read_text("utf-8").splitlines()[spot.line - 1]
    return spot.path.stem, spot.source[spot.column - 1 :][: spot.span]


@pytest.mark.parametrize(
    ("said", "screen", "language", "written"),
    [
        ("从幼儿园到高中", "1-livelihood-02-education", ZH, ("livelihood", "从幼儿园到高中")),
        ("A hall", "1-livelihood-03-service-hall", EN, ("livelihood", "A hall")),
        ("Income", "2-development-02-firms", EN, ("development", "Income")),
        ("落实四\u2060早", "1-livelihood-04-measures-part-2", ZH, ("livelihood", "落实四早")),
        ("真心实意", "numbers", ZH, ("livelihood", "真心实意惠民生")),
        ("真心实意惠民生", "1-livelihood-02-education", ZH, ("livelihood", "真心实意惠民生")),
        ("这一年", "home", ZH, ("exhibition", "这一年")),
        ("我们的话。\n示意插画", "1-livelihood-03-service-hall", ZH, ("livelihood", "示意插画")),
    ],
)  # fmt: skip
def test_a_text_is_found_where_it_was_written(
    where: Whereabouts, said: str, screen: str, language: Language, written: tuple[str, str]
) -> None:
    assert read(where.of_text(said, screen, language)) == written


def test_of_two_that_are_alike_that_of_the_slide_is_meant(where: Whereabouts) -> None:
    firms = where.of_text("Income", "2-development-02-firms", EN)
    counts = where.of_text("Income", "2-development-06-counts", EN)
    assert firms
    assert counts
    assert firms.line < counts.line


def test_what_was_put_together_is_found_by_its_longest_part(where: Whereabouts) -> None:
    spot = where.of_text("水电油气暖网不断。 · 保障供应", "1-livelihood-04-measures", ZH)
    assert read(spot) == ("livelihood", "水电油气暖网不断。")


@pytest.mark.parametrize("said", ["下一页", "每一枚代表20亿元", "轻触一个数字 · 铭记2020", "1", "5,000"])
def test_what_the_views_say_themselves_is_nobody_s_text(where: Whereabouts, said: str) -> None:
    assert where.of_text(said, "2-development-06-counts", ZH) is None


def test_a_picture_is_found_in_its_slide_only(where: Whereabouts) -> None:
    picture = Path("photos/service-hall.jpg")
    assert read(where.of_picture(picture, "1-livelihood-03-service-hall-enlarged")) == (
        "livelihood",
        "service-hall.jpg",
    )
    assert where.of_picture(picture, "home") is None


def test_what_a_picture_shows_is_read_aloud_and_not_seen(where: Whereabouts) -> None:
    assert "一座大厅" not in {passage.text.zh for passage in where.seen()}
    assert "便民服务大厅" in {passage.text.zh for passage in where.seen()}
