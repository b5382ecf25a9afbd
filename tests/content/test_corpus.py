"""Every mistake of the corpus is answered as a colleague would answer it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.content.problems import Code, report
from tests.content.corpus import HARMLESS, MISTAKES, Answer, Mistake, answers, ask, make
from tests.content.corpus_start import write_start

LEAST_MISTAKES: Final = 110
RIGHT_LINES: Final = 0.95
RIGHT_ADVICE: Final = 0.9


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Answer, ...]:
    return tuple(answers(tmp_path_factory.mktemp("corpus")))


def test_the_exhibition_that_mistakes_are_made_in_is_sound(tmp_path: Path) -> None:
    assert load(write_start(tmp_path)).warnings == ()


def test_there_are_enough_mistakes_and_no_two_are_the_same(answered: tuple[Answer, ...]) -> None:
    assert len(MISTAKES) == len(answered) >= LEAST_MISTAKES
    changes = [(mistake.file, repr(mistake.change)) for mistake in MISTAKES]
    assert sorted(set(changes)) == sorted(changes)


def test_no_mistake_is_silent(answered: tuple[Answer, ...]) -> None:
    assert [answer.mistake.change for answer in answered if answer.silent] == []


def test_nearly_all_are_blamed_on_the_line_a_person_would_change(answered: tuple[Answer, ...]) -> None:
    wrong = [told(answer) for answer in answered if not answer.right_line]
    assert len(wrong) <= (1 - RIGHT_LINES) * len(answered), "\n".join(wrong)


def test_nearly_all_get_the_advice_that_mends_them(answered: tuple[Answer, ...]) -> None:
    wrong = [told(answer) for answer in answered if not answer.right_advice]
    assert len(wrong) <= (1 - RIGHT_ADVICE) * len(answered), "\n".join(wrong)


def test_a_repair_is_offered_where_it_needs_no_thought_and_nowhere_else(
    answered: tuple[Answer, ...],
) -> None:
    assert [told(answer) for answer in answered if answer.repairable != answer.mistake.machine] == []


def test_every_problem_can_be_read_in_both_languages_and_points_into_its_file(
    answered: tuple[Answer, ...],
) -> None:
    for answer in answered:
        for language in Language:
            assert report(answer.problems, language)
        for problem in answer.problems:
            words = (problem.message.zh, problem.message.en, problem.remedy.zh, problem.remedy.en)
            assert all(words)
            assert problem.line == 0 or 1 <= problem.column <= len(problem.source) + 1


def test_a_mistake_is_said_once_or_twice_not_ten_times(answered: tuple[Answer, ...]) -> None:
    assert [told(answer) for answer in answered if len(answer.problems) > 2] == []


@pytest.mark.parametrize("mistake", HARMLESS, ids=[mistake.name for mistake in HARMLESS])
def test_what_only_looks_like_a_mistake_is_taken_as_it_is_meant(tmp_path: Path, mistake: Mistake) -> None:
    folder = write_start(tmp_path / "content")
    meant = load(folder).exhibition
    make(mistake, folder)
    exhibition, warnings = ask(folder)
    assert warnings == ()
    assert exhibition == meant


def told(answer: Answer) -> str:
    said = report(answer.problems, Language.ZH)
    return f"{answer.mistake.change} → {answer.spot.line} {Code(answer.mistake.code)}\n{said}"
