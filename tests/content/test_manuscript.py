from __future__ import annotations

from pathlib import Path

from kiosk.content.exhibition import Text
from kiosk.content.loader import load
from tests.content.sample import write_sample


def test_every_slide_knows_the_lines_it_takes(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    loaded = load(folder)
    file = folder / "themes" / "livelihood.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    theme = next(theme for theme in loaded.exhibition.themes if theme.id == "livelihood")
    extents = [loaded.manuscript.slides["livelihood", slide.id] for slide in theme.slides]
    assert len(extents) > 2
    assert [lines[extent.first - 1].strip().startswith("- kind:") for extent in extents] == [True] * len(
        extents
    )
    assert [extent.last + 1 for extent in extents[:-1]] == [extent.first for extent in extents[1:]]
    for slide, extent in zip(theme.slides, extents, strict=True):
        for line in (extent.first, extent.last):
            assert loaded.manuscript.slide_at(file, line) == ("livelihood", slide.id)
    assert loaded.manuscript.slide_at(file, extents[0].first - 1) is None
    assert loaded.manuscript.slide_at(folder / "exhibition.yaml", extents[0].first) is None


def test_every_text_knows_where_it_was_written(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    loaded = load(folder)
    exhibition = loaded.exhibition
    places = {passage.text: passage for passage in loaded.manuscript.passages}
    for text in (exhibition.title, exhibition.themes[0].title, exhibition.themes[-1].slides[0].lead):  # type: ignore[union-attr]
        assert isinstance(text, Text)
        passage = places[text]
        source = passage.path.read_text(encoding="utf-8").splitlines()
        assert text.zh in "".join(source[passage.place.line - 1 : passage.place.end_line])
