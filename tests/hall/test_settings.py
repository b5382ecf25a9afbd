"""Who overrules whom, what is kept of a hall.yaml, and that the change of a byte in it is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.exhibition import Exhibition, Idle, Language
from kiosk.content.problems import ContentError
from kiosk.doctor.origins import spoken
from kiosk.hall import settings as module
from kiosk.hall.settings import IdleTimes, Settings, Written, found, load
from tests.hall.said import KEYS, SAID, WRITTEN, only

# --- precedence --------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_what_is_said_overrules_what_is_written_and_leaves_the_rest(key: str) -> None:
    merged = only(SAID, key).over(WRITTEN)
    expected = {each: spoken(SAID if each == key else WRITTEN, each) for each in KEYS}
    assert {each: spoken(merged, each) for each in KEYS} == expected


@pytest.mark.parametrize("key", KEYS)
def test_what_is_not_said_is_as_it_is_written(key: str) -> None:
    assert spoken(Settings().over(only(WRITTEN, key)), key) == spoken(WRITTEN, key)


def test_an_empty_list_is_something_said() -> None:
    assert Settings(comfort=()).over(SAID).comfort == ()


def test_nothing_set_leaves_the_exhibition_as_it_is(sample: Exhibition) -> None:
    assert Settings().applied(sample) == sample


def test_the_hall_overrules_the_content(sample: Exhibition) -> None:
    applied = SAID.applied(sample)
    assert (applied.language, applied.diagonal) == (Language.EN, 1000)
    assert applied.idle == Idle(ask_after=20, ask_at_most=40, answer_within=10)
    assert replace(applied, language=sample.language, diagonal=sample.diagonal, idle=sample.idle) == sample


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (IdleTimes(ask_after=60), Idle(ask_after=60)),
        (IdleTimes(ask_after=300), Idle(ask_after=300, ask_at_most=300)),
        (IdleTimes(ask_at_most=60), Idle(ask_after=60, ask_at_most=60)),
        (IdleTimes(ask_at_most=600), Idle(ask_at_most=600)),
        (IdleTimes(answer_within=10), Idle(answer_within=10)),
    ],
)
def test_a_waiting_time_replaces_its_own_and_takes_the_other_along(
    sample: Exhibition, times: IdleTimes, expected: Idle
) -> None:
    assert Settings(idle=times).applied(replace(sample, idle=Idle())).idle == expected


SECONDS: Final = st.floats(10, 3600)


@given(
    st.builds(
        IdleTimes,
        ask_after=st.none() | SECONDS,
        ask_at_most=st.none() | SECONDS,
        answer_within=st.none() | st.floats(5, 600),
    )
)
def test_nobody_is_asked_later_than_at_the_latest(sample: Exhibition, times: IdleTimes) -> None:
    idle = Settings(idle=times).applied(sample).idle
    assert idle.ask_after <= idle.ask_at_most
    assert times.ask_at_most in (None, idle.ask_at_most)
    assert times.answer_within in (None, idle.answer_within)


# --- which file --------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hall.yaml, and a cache that no other test has written to."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    file = tmp_path / "hall.yaml"
    file.write_text("language: en\n", encoding="utf-8")
    return file


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert load(None, [tmp_path / "nowhere.yaml"]) == Written()


def test_the_first_file_there_counts_alone(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("rotation: 90\n", encoding="utf-8")
    assert load(None, [tmp_path / "nowhere.yaml", file, other]).settings == Settings(language=Language.EN)


def test_a_file_that_somebody_named_counts_before_all(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("rotation: 90\n", encoding="utf-8")
    assert load(other, [file]).path == other


def test_a_file_that_somebody_named_and_is_not_there_is_refused(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        load(tmp_path / "nowhere.yaml", [file])


def test_a_link_that_leads_nowhere_is_refused_and_not_passed_over(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "unplugged" / "hall.yaml")
    assert found(None, [link, file]) == link
    with pytest.raises(ContentError):
        load(None, [link, file])


# --- what is kept ------------------------------------------------------------------------------------


def refuse(_file: Path) -> Written:
    raise AssertionError("The file was read again.")


def test_a_file_that_has_not_changed_is_recalled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load(file)
    monkeypatch.setattr(module, "_read", refuse)
    assert load(file) == before
    assert before.settings.language is Language.EN


def test_a_changed_file_is_read_anew(file: Path) -> None:
    load(file)
    file.write_text("language: zh\n", encoding="utf-8")
    assert load(file).settings.language is Language.ZH


def test_the_same_words_in_another_place_are_another_file(file: Path, tmp_path: Path) -> None:
    file.write_text("content: museum\n", encoding="utf-8")
    load(file)
    (tmp_path / "elsewhere").mkdir()
    copy = tmp_path / "elsewhere" / "hall.yaml"
    copy.write_bytes(file.read_bytes())
    assert load(copy).settings.content == tmp_path / "elsewhere" / "museum"


@pytest.mark.parametrize("spoilt", [b"", b"nonsense", None])
def test_a_spoilt_cache_is_done_without(file: Path, tmp_path: Path, spoilt: bytes | None) -> None:
    before = load(file)
    (kept,) = tmp_path.rglob("hall.pickle")
    kept.write_bytes(kept.read_bytes()[:-9] if spoilt is None else spoilt)
    assert load(file) == before


def test_a_file_that_was_refused_is_refused_again(file: Path) -> None:
    file.write_text("language: fr\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ContentError):
            load(file)
