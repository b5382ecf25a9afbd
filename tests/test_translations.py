"""The screens' own words: English in the sources, Chinese in the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from tests.presentation.qmltypes import run

QML: Final = Path(__file__).parents[1] / "kiosk" / "qml"
DESK: Final = QML / "Exhibition" / "Desk"
CATALOGUES: Final = {"zh": QML / "i18n" / "zh.ts", "desk-zh": QML / "i18n" / "desk-zh.ts"}
"""Of what visitors see, and of the desk: the two speak their languages at the same time."""


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


@pytest.fixture(scope="module", params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> Path:
    return CATALOGUES[request.param]


@pytest.fixture(scope="module")
def updated(catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue as lupdate makes it from the sources of today."""
    copy = tmp_path_factory.mktemp("i18n") / "zh.ts"
    copy.write_bytes(catalogue.read_bytes())
    desk = catalogue.name.startswith("desk")
    views = sorted(view for view in QML.rglob("*.qml") if view.is_relative_to(DESK) == desk)
    run("pyside6-lupdate", "-locations", "none", *views, "-ts", copy)
    return copy


def test_every_text_of_the_screens_has_a_finished_chinese_one(updated: Path) -> None:
    waiting = [key for key, (text, state) in messages(updated).items() if state == "unfinished" or not text]
    assert waiting == []


def test_the_catalogue_holds_nothing_the_screens_no_longer_say(updated: Path) -> None:
    gone = [key for key, (_, state) in messages(updated).items() if state in {"vanished", "obsolete"}]
    assert gone == []


def test_a_text_and_its_translation_leave_the_same_places_open(catalogue: Path) -> None:
    for (_, source), (text, _) in messages(catalogue).items():
        assert [f"%{n}" in source for n in range(1, 4)] == [f"%{n}" in text for n in range(1, 4)]


def test_the_compiled_catalogue_is_that_of_today(catalogue: Path, tmp_path: Path) -> None:
    run("pyside6-lrelease", catalogue, "-qm", tmp_path / "zh.qm")
    compiled = catalogue.with_suffix(".qm")
    assert (tmp_path / "zh.qm").read_bytes() == compiled.read_bytes(), f"lrelease {catalogue.name} anew"


def test_no_words_are_in_both_catalogues() -> None:
    """The last one loaded would translate the words of the other."""
    contexts = [{context for context, _ in messages(catalogue)} for catalogue in CATALOGUES.values()]
    assert not contexts[0] & contexts[1]
