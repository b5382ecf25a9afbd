from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk.presentation.assets import assets_folder
from kiosk.presentation.fonts import FontError, load_font, load_fonts, without_glyph


def test_the_bundled_fonts_bring_the_families_of_the_design(qapp: QGuiApplication) -> None:
    load_fonts(assets_folder() / "fonts")
    assert {"Noto Serif SC", "Noto Sans SC", "Source Serif 4"} <= set(QFontDatabase.families())


def test_an_empty_folder_is_named(tmp_path: Path, qapp: QGuiApplication) -> None:
    with pytest.raises(FontError, match=tmp_path.name):
        load_fonts(tmp_path)


def test_each_font_of_the_design_must_be_there(tmp_path: Path, qapp: QGuiApplication) -> None:
    for path in (assets_folder() / "fonts").glob("*.ttf"):
        if path.name != "SourceSerif4-Regular.ttf":
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(FontError, match=r"SourceSerif4-Regular\.ttf is missing"):
        load_fonts(tmp_path)


def test_a_missing_font_is_named(tmp_path: Path, qapp: QGuiApplication) -> None:
    with pytest.raises(FontError, match=r"Lost\.ttf is missing"):
        load_font(tmp_path / "Lost.ttf")


def test_a_broken_font_is_named(tmp_path: Path, qapp: QGuiApplication) -> None:
    (tmp_path / "Torn.ttf").write_bytes(b"\0" * 100)
    with pytest.raises(FontError, match=r"Torn\.ttf cannot be read"):
        load_font(tmp_path / "Torn.ttf")


@pytest.mark.usefixtures("qapp")
def test_characters_in_no_font_are_found_but_for_those_that_nobody_sees() -> None:
    shown = "洛阳\U0002f9ff 2020\n\u2060\ufe0e\U0002f9ff"
    assert without_glyph(shown, assets_folder() / "fonts") == ["\U0002f9ff"]
