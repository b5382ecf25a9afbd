"""Why a value is what it is: what the doctor says is what `run` does."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.exhibition import Exhibition, Idle
from kiosk.doctor.origins import IN_CONTENT, Origin, Source, keys, origins, spoken
from kiosk.hall.reading import lines_of
from kiosk.hall.settings import IdleTimes, Settings, Written
from tests.hall.said import SAID, WRITTEN, only

FILE = Path("/etc/luoyang-kiosk/hall.yaml")
LINES = tuple((key, number) for number, key in enumerate(keys(), 5))
IN_EXHIBITION = {key: number for number, key in enumerate(IN_CONTENT.values(), 50)}


def test_every_setting_has_an_origin(sample: Exhibition) -> None:
    assert list(origins(Settings(), Written(), sample, {})) == list(keys())
    assert len(list(keys())) == 10


@pytest.mark.parametrize(("key", "said", "written"), list(product(keys(), (False, True), (False, True))))
def test_whoever_is_named_said_what_is_shown(sample: Exhibition, key: str, said: bool, written: bool) -> None:
    command = only(SAID, key) if said else Settings()
    hall = Written(FILE, only(WRITTEN, key) if written else Settings(), LINES)
    origin = origins(command, hall, sample, IN_EXHIBITION)[key]
    merged = command.over(hall.settings)
    match origin.source:
        case Source.COMMAND:
            assert spoken(merged, key) == spoken(SAID, key)
        case Source.HALL:
            assert spoken(merged, key) == spoken(WRITTEN, key)
            assert (origin.file, origin.line) == (FILE, dict(LINES)[key])
        case Source.CONTENT:
            assert key in IN_CONTENT
            assert (origin.file, origin.line) == (
                sample.folder / "exhibition.yaml",
                IN_EXHIBITION[IN_CONTENT[key]],
            )
            assert spoken(merged, key) is None
        case Source.DISPLAY | Source.DEFAULT:
            assert key not in IN_CONTENT
            assert spoken(merged, key) is None


def test_what_nobody_says_is_the_default_and_the_size_is_the_display_s(sample: Exhibition) -> None:
    found = origins(Settings(), Written(), sample, {})
    assert {key for key, origin in found.items() if origin == Origin(Source.DISPLAY)} == {"diagonal"}
    assert {origin.source for origin in found.values()} == {Source.DISPLAY, Source.DEFAULT}


@pytest.mark.parametrize(
    ("times", "moved", "leader"),
    [
        (IdleTimes(ask_after=300), "idle.ask_at_most", "idle.ask_after"),
        (IdleTimes(ask_at_most=60), "idle.ask_after", "idle.ask_at_most"),
    ],
)
def test_a_time_that_another_takes_along_comes_from_there(
    sample: Exhibition, times: IdleTimes, moved: str, leader: str
) -> None:
    exhibition = replace(sample, idle=Idle())
    origin = origins(Settings(), Written(FILE, Settings(idle=times), LINES), exhibition, IN_EXHIBITION)[moved]
    assert (origin.source, origin.line, origin.other) == (
        Source.HALL,
        dict(LINES)[leader],
        leader.removeprefix("idle."),
    )


SECONDS = st.none() | st.sampled_from([10.0, 75.0, 80.0, 90.0, 300.0])


@given(after=SECONDS, at_most=SECONDS, said=SECONDS)
def test_a_time_said_to_be_the_content_s_is_the_content_s(
    sample: Exhibition, after: float | None, at_most: float | None, said: float | None
) -> None:
    exhibition = replace(sample, idle=Idle())
    hall = Written(FILE, Settings(idle=IdleTimes(ask_after=after, ask_at_most=at_most)), LINES)
    command = Settings(idle=IdleTimes(ask_after=said))
    shown = command.over(hall.settings).applied(exhibition).idle
    for key, origin in origins(command, hall, exhibition, IN_EXHIBITION).items():
        name = key.removeprefix("idle.")
        if key.startswith("idle.") and origin.source is Source.CONTENT:
            assert getattr(shown, name) == getattr(exhibition.idle, name)


def test_the_lines_are_those_of_the_content(exhibition: Exhibition) -> None:
    lines = lines_of(exhibition.folder / "exhibition.yaml")
    text = (exhibition.folder / "exhibition.yaml").read_text(encoding="utf-8").splitlines()
    for key in IN_CONTENT.values():
        assert text[lines[key] - 1].strip().startswith(f"{key.rpartition('.')[2]}:")


@pytest.mark.parametrize(
    ("origin", "zh", "en"),
    [
        (Origin(Source.COMMAND), "命令行", "command line"),
        (Origin(Source.HALL, FILE, 12), "hall.yaml 第 12 行", "hall.yaml line 12"),
        (Origin(Source.DEFAULT), "默认", "default"),
        (Origin(Source.DISPLAY), "屏幕自己报的", "the display says so"),
        (
            Origin(Source.HALL, FILE, 3, "ask_after"),
            "hall.yaml 第 3 行，随 ask_after",
            "hall.yaml line 3, with ask_after",
        ),
    ],
)
def test_an_origin_is_said_in_both_languages(origin: Origin, zh: str, en: str) -> None:
    assert (origin.said.zh, origin.said.en) == (zh, en)
