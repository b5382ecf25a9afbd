from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk.presentation import icons
from kiosk.presentation.fonts import FontError
from kiosk.presentation.icons import CODE_POINTS, Icons, font_file
from tests.presentation.sample import see


def test_the_code_points_are_those_of_the_installed_charmap() -> None:
    (charmap,) = font_file().parent.glob("materialdesignicons6-webfont-charmap-*.json")
    known = json.loads(charmap.read_text(encoding="utf-8"))
    assert {name: int(known[name], 16) for name in CODE_POINTS} == CODE_POINTS


def test_the_font_has_every_glyph(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, logger="fontTools")  # its names table is longer than it says
    with TTFont(font_file()) as font:
        assert set(CODE_POINTS.values()) <= set(font.getBestCmap())


def test_the_icons_come_with_the_family_that_draws_them(qapp: QGuiApplication) -> None:
    owner = QObject()
    shown = Icons(owner)
    (family,) = see(shown, "family")
    assert family in QFontDatabase.families()
    meta = shown.metaObject()
    names = [str(meta.property(index).name()) for index in range(meta.propertyOffset(), meta.propertyCount())]
    glyphs = {ord(glyph) for name, glyph in zip(names, see(shown, *names), strict=True) if name != "family"}
    assert glyphs == set(CODE_POINTS.values())


def test_qtawesome_itself_is_never_imported() -> None:
    script = (
        "import sys; from kiosk.presentation import icons; icons.font_file();"
        "sys.exit(any(name.split('.')[0] in {'qtawesome', 'qtpy'} for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "find_spec", lambda _: None)
    with pytest.raises(FontError, match="qtawesome is missing"):
        font_file()
