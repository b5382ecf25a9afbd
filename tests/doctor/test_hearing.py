"""Sound matters where something is recorded, or read aloud to everyone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.exhibition import Exhibition, Recording
from kiosk.doctor import hearing
from kiosk.doctor.eyes import Voices
from kiosk.doctor.findings import Grade
from kiosk.doctor.probe import Reason, Trouble

BOTH = Voices(("en", "zh"))
CRASHED = Trouble(Reason.CRASHED, "exit code -6")


@pytest.mark.parametrize(
    ("found", "recorded", "grade"),
    [
        (True, True, Grade.GOOD),
        (True, False, Grade.GOOD),
        (False, True, Grade.LOOK),
        (False, False, Grade.GOOD),
        (CRASHED, True, Grade.LOOK),
        (CRASHED, False, Grade.GOOD),
    ],
)
def test_silence_is_to_be_looked_at_where_there_are_recordings(
    found: bool | Trouble, recorded: bool, grade: Grade
) -> None:
    assert hearing.player(found, recorded=recorded).grade is grade


@pytest.mark.parametrize(
    ("found", "wanted", "grade"),
    [
        (BOTH, True, Grade.GOOD),
        (Voices(("en",)), True, Grade.LOOK),
        (Voices(()), True, Grade.LOOK),
        (CRASHED, True, Grade.LOOK),
        (Voices(()), False, Grade.GOOD),
        (Voices(("zh",)), False, Grade.GOOD),
    ],
)
def test_a_voice_is_wanted_in_both_languages_where_everyone_is_read_to(
    found: Voices | Trouble, wanted: bool, grade: Grade
) -> None:
    assert hearing.voice(found, wanted=wanted).grade is grade


def test_an_exhibition_is_recorded_where_one_slide_is(sample: Exhibition) -> None:
    assert not hearing.is_recorded(sample)
    *others, last = sample.themes
    *slides, slide = last.slides
    heard = replace(slide, audio=Recording(zh=Path("cover-zh.m4a")))
    recorded = replace(sample, themes=(*others, replace(last, slides=(*slides, heard))))
    assert hearing.is_recorded(recorded)
