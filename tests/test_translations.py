"""The screens' own words: English in the sources, Chinese in the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from tests.presentation.qmltypes import run

QML: Final = Path(__file__).parents[1] / "kiosk" / "qml"
CATALOGUE: Final = QML / "i18n" / "zh.ts"
COMPILED: Final = QML / "i18n" / "zh.qm"


def messages(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """(context, source) → (translation, its state) of every message."""
    found = {}
    for context in ET.parse(path).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "", translation.get("type", "finished"))
    assert len(found) > 20
    return found


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue as lupdate makes it from the sources of today."""
    copy = tmp_path_factory.mktemp("i18n") / "zh.ts"
    copy.write_bytes(CATALOGUE.read_bytes())
    views = sorted(QML.rglob("*.qml"))
    run("pyside6-lupdate", "-locations", "none", *views, "-ts", copy)
    return copy


def test_every_text_of_the_screens_has_a_finished_chinese_one(updated: Path) -> None:
    waiting = [key for key, (text, state) in messages(updated).items() if state == "unfinished" or not text]
    assert waiting == []


def test_the_catalogue_holds_nothing_the_screens_no_longer_say(updated: Path) -> None:
    gone = [key for key, (_, state) in messages(updated).items() if state in {"vanished", "obsolete"}]
    assert gone == []


def test_a_text_and_its_translation_leave_the_same_places_open() -> None:
    for (_, source), (text, _) in messages(CATALOGUE).items():
        assert [f"%{n}" in source for n in range(1, 4)] == [f"%{n}" in text for n in range(1, 4)]


def test_the_compiled_catalogue_is_that_of_today(tmp_path: Path) -> None:
    run("pyside6-lrelease", CATALOGUE, "-qm", tmp_path / "zh.qm")
    assert (tmp_path / "zh.qm").read_bytes() == COMPILED.read_bytes(), "lrelease zh.ts anew"
