"""`kiosk snapshot`: every screen as a picture."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.content.exhibition import Exhibition, Hours, Language
from kiosk.desk.snapshot import SHEET_NAME, holding, shots, snapshot, take, tour
from kiosk.visit import Comfort

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (960, 540)


def test_every_screen_is_written_and_a_contact_sheet(sample: Exhibition, tmp_path: Path) -> None:
    written = snapshot(sample, tmp_path / "new" / "pictures", SIZE, Language.ZH)
    names = [shot.name for shot in shots(sample)]
    assert [path.name for path in written] == [f"{at:02}-{name}.png" for at, name in enumerate(names)]
    assert {path.name for path in (tmp_path / "new" / "pictures").iterdir()} == {
        *(path.name for path in written),
        SHEET_NAME,
    }
    for path in written:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == SIZE
    assert QImage(str(tmp_path / "new" / "pictures" / SHEET_NAME)).width() > SIZE[0]


def test_every_slide_is_named_by_its_theme_and_its_own_id(exhibition: Exhibition) -> None:
    names = [shot.name for shot in shots(exhibition)]
    assert len(names) == len(set(names))
    for at, theme in enumerate(exhibition.themes, 1):
        for number, slide in enumerate(theme.slides, 1):
            assert f"{at}-{theme.id}-{number:02}-{slide.id}" in names


def test_every_other_screen_is_there(exhibition: Exhibition) -> None:
    names = [shot.name for shot in shots(exhibition)]
    licences = [name for name in names if name.startswith("licences")]
    assert len(licences) > 3
    assert names[: 9 + len(licences)] == [
        "attract",
        "attract-figure",
        "attract-picture",
        "home",
        "prologue",
        "numbers",
        "credits",
        *licences,
        "comfort",
        "still-there",
    ]
    assert [name for name in names if name.endswith("-enlarged")]
    assert [name for name in names if name.endswith("-term")]


def test_the_closed_screen_is_taken_where_the_hall_has_hours(sample: Exhibition) -> None:
    by_night = replace(sample, hours=Hours(open=dt.time(18), close=dt.time(2)))
    plain, taken = dict(take(sample, SIZE, Language.ZH)), dict(take(by_night, SIZE, Language.ZH))
    assert list(taken)[2:5] == ["attract-picture", "closed", "home"]
    del taken["closed"]
    assert taken == plain


def test_the_closed_screen_in_a_picture_says_when_the_hall_opens(sample: Exhibition) -> None:
    pictures = []
    for opens in (18, 19):
        by_night = replace(sample, hours=Hours(open=dt.time(opens), close=dt.time(2)))
        pictures += [picture for _, picture in take(by_night, SIZE, Language.ZH, holding("closed"))]
    assert len(pictures) == 2
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_two_runs_give_the_same_pixels(exhibition: Exhibition, size: tuple[int, int]) -> None:
    some = "epidemic"
    first, second = (dict(take(exhibition, size, Language.EN, holding(some))) for _ in range(2))
    assert len(first) > 5
    assert list(first) == list(second)
    for name, picture in first.items():
        assert (picture.width(), picture.height()) == size
        assert picture == second[name], name


def test_no_two_screens_look_the_same(sample: Exhibition) -> None:
    pictures = dict(take(sample, SIZE, Language.ZH))
    assert len(pictures) > 10
    alike = [(a, b) for a, b in combinations(pictures, 2) if pictures[a] == pictures[b]]
    assert alike == []


def test_the_languages_look_different(sample: Exhibition) -> None:
    chinese, english = (dict(take(sample, SIZE, language)) for language in Language)
    assert [name for name in chinese if chinese[name] == english[name]] == []


def test_only_the_named_ones_are_taken(sample: Exhibition, tmp_path: Path) -> None:
    written = snapshot(sample, tmp_path, SIZE, Language.ZH, "livelihood")
    assert written
    assert all("livelihood" in path.name for path in written)


def test_a_tour_has_both_shapes_both_languages_and_a_sheet_of_all(
    sample: Exhibition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.desk.snapshot.SHAPES", {"landscape": (640, 360), "portrait": (360, 640)})
    tour(sample, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "landscape-zh",
        "landscape-en",
        "portrait-zh",
        "portrait-en",
        SHEET_NAME,
    }
    assert all(len(list(folder.glob("*.png"))) > 10 for folder in tmp_path.iterdir() if folder.is_dir())


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable for root")
def test_a_folder_that_cannot_be_written_to_is_refused(sample: Exhibition, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OSError, match="Permission"):
        snapshot(sample, tmp_path / "pictures", SIZE, Language.ZH, "home")


def test_a_file_where_the_folder_should_be_is_refused(sample: Exhibition, tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        snapshot(sample, tmp_path / "pictures", SIZE, Language.ZH, "home")
    assert (tmp_path / "pictures").read_text(encoding="utf-8") == "mine"


def test_the_reading_settings_change_what_is_taken(sample: Exhibition) -> None:
    plain = dict(take(sample, SIZE, Language.ZH))
    contrast = dict(take(sample, SIZE, Language.ZH, comfort=frozenset({Comfort.HIGH_CONTRAST})))
    assert list(plain) == list(contrast)
    assert [name for name in plain if plain[name] == contrast[name]] == []


def test_in_large_text_every_part_is_taken(sample: Exhibition) -> None:
    large = frozenset({Comfort.LARGE_TEXT})
    pictures = dict(take(sample, SIZE, Language.ZH, holding("-part-"), large))
    assert list(pictures) == [shot.name for shot in shots(sample, large) if "-part-" in shot.name]
    assert len({picture.cacheKey() for picture in pictures.values()}) == len(pictures) > 5
