"""What is shown when the staff's folder cannot be, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.problems import ContentError
from kiosk.hall.opening import exhibition_for
from kiosk.hall.places import built_in_content
from tests.content.sample import write_sample


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content")


def spoil(content: Path) -> None:
    file = content / "exhibition.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("year: 2020", "year: MMXX"), encoding="utf-8")


def remove(content: Path) -> None:
    content.rename(content.with_name("elsewhere"))


def test_without_a_folder_the_built_in_content_is_shown() -> None:
    exhibition, notices = exhibition_for(None, insisted=False)
    assert (exhibition.folder, notices) == (built_in_content(), [])


def test_a_folder_in_order_is_shown(content: Path) -> None:
    exhibition, notices = exhibition_for(content, insisted=False)
    assert (exhibition.folder, notices) == (content, [])


@pytest.mark.parametrize("harm", [spoil, remove])
def test_a_folder_that_cannot_be_shown_gives_way_to_the_built_in_content_with_a_notice(
    content: Path, harm: Callable[[Path], None]
) -> None:
    harm(content)
    exhibition, (notice,) = exhibition_for(content, insisted=False)
    assert exhibition.folder == built_in_content()
    assert str(content) in notice.said.zh
    assert str(content) in notice.said.en
    assert notice.remedy.zh != notice.remedy.en != ""


@pytest.mark.parametrize("harm", [spoil, remove])
def test_a_folder_that_somebody_insists_on_is_refused(content: Path, harm: Callable[[Path], None]) -> None:
    harm(content)
    with pytest.raises(ContentError):
        exhibition_for(content, insisted=True)
