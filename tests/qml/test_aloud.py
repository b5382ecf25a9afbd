"""Reading aloud at the glass, with the engine of Qt that says nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.presentation.sound import SystemVoice, quieten
from kiosk.presentation.voice import VoiceViewModel
from kiosk.visit import Home, Licences
from tests.visiting import DONE, NEXT, SETTINGS, Hall

OpenHall = Callable[..., Hall]

ALOUD: Final = Text("朗读", "Read aloud")


@pytest.fixture
def hall(open_hall: OpenHall, sample: Exhibition) -> Hall:
    quieten()
    pytest.importorskip("PySide6.QtTextToSpeech", reason="Qt's speech does not load", exc_type=ImportError)
    voice = VoiceViewModel(voice=SystemVoice(engine="mock"))
    return open_hall(sample, language=Language.EN, still=False, voice=voice)


def switch_on(hall: Hall) -> None:
    hall.rest()
    hall.tap(SETTINGS)
    hall.until(lambda: hall.has(ALOUD))
    hall.tap(ALOUD)
    hall.tap(DONE)


def speaking(hall: Hall) -> bool:
    return bool(hall.stage.voice.property("speaking"))


def test_a_language_without_a_voice_has_no_switch(hall: Hall) -> None:
    hall.rest()
    hall.tap(SETTINGS)
    hall.until(lambda: hall.has(ALOUD))
    hall.tap("中文")
    assert not hall.has(ALOUD)


def test_what_is_opened_is_read_until_it_is_left(hall: Hall) -> None:
    switch_on(hall)
    assert not speaking(hall)
    hall.visit.openTheme(0)
    hall.until(lambda: speaking(hall))
    hall.visit.home()
    hall.until(lambda: not speaking(hall))


def test_the_next_page_is_read_in_place_of_the_last(hall: Hall) -> None:
    switch_on(hall)
    hall.visit.openTheme(0)
    hall.until(lambda: speaking(hall))
    hall.rest()
    hall.tap(NEXT)
    hall.until(lambda: speaking(hall))
    assert hall.visit.state.playing_until > hall.clock.now


def test_every_page_of_the_list_of_components_is_read(hall: Hall) -> None:
    switch_on(hall)
    hall.visit.openLicences()
    hall.until(lambda: speaking(hall))
    until = hall.visit.state.playing_until
    hall.rest()
    hall.tap(NEXT)
    hall.until(lambda: speaking(hall) and hall.visit.state.playing_until != until)
    assert hall.place() == Licences(1)
    hall.visit.home()
    hall.until(lambda: not speaking(hall))
    assert hall.place() == Home()


def test_switching_it_off_stops_it_at_once(hall: Hall) -> None:
    switch_on(hall)
    hall.visit.openTheme(0)
    hall.until(lambda: speaking(hall))
    hall.visit.switchComfort("read-aloud")
    hall.until(lambda: not speaking(hall))
    assert hall.visit.state.comfort == frozenset()


def test_the_next_visitor_is_not_read_to(hall: Hall) -> None:
    switch_on(hall)
    hall.visit.openTheme(0)
    hall.until(lambda: speaking(hall))
    hall.passes(3600)
    hall.passes(3600)
    hall.until(lambda: not speaking(hall))
    hall.visit.begin()
    hall.visit.openTheme(0)
    hall.settle()
    assert not speaking(hall)
