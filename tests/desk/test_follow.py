"""Where an editor who saved something wants to look."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.desk.follow import Change, change, destination
from kiosk.desk.watch import Reading, look, read
from kiosk.visit import Attract, Credits, Home, Numbers, Place, Prologue, Slide
from tests.content.sample import write_picture, write_sample
from tests.desk.saving import edit

LIVELIHOOD: Final = "themes/livelihood.yaml"
DEVELOPMENT: Final = "themes/development.yaml"
GOALS: Final = """\
  - kind: goals
    id: goals
    title: {zh: 到2035年, en: By 2035}
    facts: []
    year: 2035
    goals:
      - title: {zh: 副中心, en: A second centre}
"""
NEW: Final = """\
  - kind: goals
    id: plans
    title: {zh: 打算, en: Plans}
    facts: []
    goals:
      - title: {zh: 再进一步, en: One step more}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content").resolve()


def reading(content: Path) -> Reading:
    found = read(content, look(content))
    assert found.loaded, found.problems
    return found


def lead(content: Path, name: str, old: str, new: str, start: Place) -> Place:
    """Where an edit leads from `start`."""
    before = reading(content)
    edit(content / name, old, new)
    return destination(before, reading(content), start)


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        (LIVELIHOOD, "住在这里的人", "生活在这里的人", Slide(0, 0)),
        (LIVELIHOOD, "value: 90.5", "value: 91", Slide(0, 1)),
        (DEVELOPMENT, "title: {zh: 地铁", "title: {zh: 地下铁路", Slide(1, 2)),
        (DEVELOPMENT, "title: {zh: 研发", "title: {zh: 研究", Slide(1, 6)),
        (LIVELIHOOD, "title: {zh: 真心实意惠民生", "title: {zh: 真心实意为民生", Slide(0, 0)),
        ("exhibition.yaml", "zh: 一年里的两件事。", "zh: 一年里的三件事。", Prologue()),
        ("exhibition.yaml", "zh: 李东慧", "zh: 李东惠", Credits()),
        ("exhibition.yaml", "zh: 洛阳", "zh: 河南洛阳", Attract()),
        ("exhibition.yaml", "themes: [livelihood, development]", "themes: [development, livelihood]", Home()),
        ("exhibition.yaml", "zh: 早发现、", "zh: 及早发现、", Slide(1, 5)),
    ],
)
def test_an_edit_leads_to_the_screen_that_shows_it(
    content: Path, name: str, old: str, new: str, place: Place
) -> None:
    assert lead(content, name, old, new, Slide(1, 5)) == place


@pytest.mark.parametrize("here", [Home(), Numbers()])
def test_the_head_of_a_theme_is_looked_at_where_one_is(content: Path, here: Place) -> None:
    assert lead(content, LIVELIHOOD, "zh: 真心实意惠民生", "zh: 真心实意为民生", here) == here


def test_an_edit_of_what_is_on_changes_nothing_about_how_it_is_on(content: Path) -> None:
    here = Slide(0, 1, part=1, from_numbers=True)
    assert lead(content, LIVELIHOOD, "value: 90.5", "value: 91", here) == here


def test_lines_taken_away_at_the_end_of_a_slide_lead_to_that_slide(content: Path) -> None:
    gone = "      - {title: {zh: 热滑, en: Hot run}}\n    display: line\n"
    less = "      - {title: {zh: 热滑, en: Hot run}}\n"
    assert lead(content, DEVELOPMENT, gone, less, Home()) == Slide(1, 2)


def test_a_new_slide_is_gone_to(content: Path) -> None:
    assert lead(content, DEVELOPMENT, GOALS, NEW + GOALS, Home()) == Slide(1, 3)


@pytest.mark.parametrize("here", [Home(), Slide(1, 3)])
def test_in_place_of_a_slide_that_was_deleted_the_next_one_is_shown(content: Path, here: Place) -> None:
    assert lead(content, DEVELOPMENT, GOALS, "", here) == Slide(1, 3)


def test_a_slide_that_was_renamed_stays_on(content: Path) -> None:
    assert lead(content, DEVELOPMENT, "id: goals", "id: aims", Slide(1, 3)) == Slide(1, 3)


def test_a_theme_that_moved_keeps_its_slide_on(content: Path) -> None:
    before = reading(content)
    edit(content / "exhibition.yaml", "[livelihood, development]", "[development, livelihood]")
    (content / "exhibition.yaml").touch()
    after = reading(content)
    stamps = {path: before.stamps[path] for path in after.stamps}
    unseen = Reading(after.folder, stamps, after.texts, after.loaded, ())
    assert destination(before, unseen, Slide(1, 3)) == Slide(0, 3)


def test_a_new_picture_leads_to_the_slide_it_is_on(content: Path) -> None:
    before = reading(content)
    write_picture(content / "photos" / "service-hall.jpg", (200, 100))
    assert destination(before, reading(content), Home()) == Slide(0, 2)


def test_a_file_that_is_only_touched_leads_nowhere(content: Path) -> None:
    before = reading(content)
    (content / LIVELIHOOD).touch()
    assert destination(before, reading(content), Slide(1, 2)) == Slide(1, 2)


def test_of_several_changes_the_newest_leads(content: Path) -> None:
    before = reading(content)
    edit(content / DEVELOPMENT, "zh: 地铁", "zh: 地下铁路")
    edit(content / LIVELIHOOD, "value: 90.5", "value: 91")
    later = (content / DEVELOPMENT).stat().st_mtime_ns + 10**9
    stamps = dict(reading(content).stamps)
    stamps[content / LIVELIHOOD] = (1, later, 1)
    after = reading(content)
    assert destination(before, Reading(content, stamps, after.texts, after.loaded, ()), Home()) == Slide(0, 1)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("a\nb\nc", "a\nb\nc", None),
        ("a\nb\nc", "a\nx\nc", Change(2, 2)),
        ("a\nb\nc", "a\nc", Change(2, 1)),
        ("a\nc", "a\nb\nc", Change(2, 2)),
        ("a\nb", "a", Change(2, 1)),
        ("a", "a\nb", Change(2, 2)),
        ("", "a", Change(1, 1)),
        ("a", "", Change(1, 1)),
    ],
)
def test_the_first_difference_is_found(before: str, after: str, found: Change | None) -> None:
    assert change(before, after) == found


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_a_change_is_within_the_texts(before: list[str], after: list[str]) -> None:
    found = change("\n".join(before), "\n".join(after))
    assert (found is None) == (before == after)
    if found:
        assert 1 <= found.before <= len(before) + 1
        assert 1 <= found.after <= max(1, len(after))
        assert before[: found.before - 1] == after[: found.before - 1]
