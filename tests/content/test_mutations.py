"""Whatever happens to a file, it loads or is refused with problems that help: never anything else."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

import pytest

from kiosk.content import drawings
from kiosk.content.decode import INVALID, Decoder, Invalid
from kiosk.content.document import MOST_PROBLEMS, Page, Scalar, read, split_lines
from kiosk.content.exhibition import Exhibition, Form, Glaze, Language, Shelf, Theme
from kiosk.content.gallery import Gallery
from kiosk.content.loader import load
from kiosk.content.problems import ContentError, Problem, Severity, report
from kiosk.content.recordings import Archive
from kiosk.content.rules import RULES, check_slides
from tests.content.mutations import ROOT, THEME, Source, sources, spoilt
from tests.content.sample import write_sample

IN_MAKE_TEST: Final = 20_000
IN_ENDURANCE: Final = 50_000
"""Mutations for each of its seeds."""
WHOLE_LOADS: Final = 100
"""Each of so many mutations is also loaded as a file of a whole exhibition."""
LONGEST: Final = 2.0
"""Seconds of the processor that reading one file may take; a file of this size takes about a thousandth."""
KEPT: Final = ROOT / "build" / "mutations"
"""Where a file that did harm is kept."""


@dataclass(slots=True)
class Reading:
    """The reader and the decoder as the loader joins them, with real shelves, for one file at a time."""

    file: Path
    gallery: Gallery = field(default_factory=lambda: Gallery(ROOT / "content"))
    archive: Archive = field(default_factory=lambda: Archive(ROOT / "content"))
    drawings: dict[Form, frozenset[str]] = field(default_factory=lambda: drawings.drawings(ROOT / "content"))

    def decode(self, source: Source, data: bytes) -> tuple[Page, bool]:
        """The page with its problems, and whether something came of it."""
        self.file.write_bytes(data)
        page, root = read(self.file, self.file.parent)
        if root is None:
            return page, False
        decoder = Decoder(
            page,
            {
                Glaze: self._glaze,
                Theme: self._theme,
                Shelf.PHOTOS: lambda said: self.gallery.at(page, said),
                Shelf.AUDIO: lambda said: self.archive.at(page, said),
            },
            self.drawings,
            RULES,
        )
        if source.kind == THEME:
            theme = decoder.record(Theme, root, {"id": "theme"})
            check_slides(decoder, root)
            return page, theme is not INVALID
        made = decoder.record(Exhibition, root, {"folder": ROOT, "diagonal": None}, ("glazes", "screen"))
        return page, made is not INVALID

    def _glaze(self, said: Scalar) -> Glaze | Invalid:
        return GLAZE if said.text else INVALID

    def _theme(self, said: Scalar) -> Theme | Invalid:
        return Theme(id=said.text, title=TITLE, glaze=GLAZE, emblem="house", keywords=(), slides=())


GLAZE: Final = Glaze(base="#3E6A4C", deep="#2C4F38", glow="#A9CDB2", tint="#DEE6DC")
TITLE: Final = Gallery(ROOT).goods.noun


def wrong_with(problem: Problem, lines: Sequence[str]) -> str:
    """What keeps a problem from helping whoever has to mend it; '' when nothing does."""
    texts = (problem.message.zh, problem.message.en, problem.remedy.zh, problem.remedy.en)
    if not all(text.strip() for text in texts):
        return "something is not said"
    if problem.line == problem.column == 0:
        return ""
    if not 1 <= problem.line <= len(lines):
        return f"line {problem.line} of {len(lines)}"
    if not 1 <= problem.column <= len(lines[problem.line - 1]) + 1:
        return f"column {problem.column} of {len(lines[problem.line - 1])}"
    if problem.source != lines[problem.line - 1]:
        return "another line is shown"
    return "" if problem.span >= 1 else f"span {problem.span}"


def unprintable(text: str) -> set[str]:
    plain = text.replace("\n", "").replace("\u3000", "")
    return set() if plain.isprintable() else {c for c in plain if not c.isprintable()}


def judge(problems: Sequence[Problem], lines: Sequence[str]) -> None:
    assert len(problems) <= MOST_PROBLEMS + 1
    for problem in problems:
        assert not (wrong := wrong_with(problem, lines)), f"{problem.code}: {wrong}"
    for language in Language:
        told = report(problems, language)
        assert told.endswith("\n")
        assert not (hidden := unprintable(told)), f"the report holds {hidden!r}"


def mutate(seed: int, amount: int, folder: Path) -> Counter[str]:
    """Reads so many spoilt files; counts what came of them. Raises AssertionError at the first harm."""
    random, found = Random(seed), Counter[str]()
    known = sources()
    reading, whole = Reading(folder / "theme.yaml"), write_sample(folder / "whole")
    for number in range(amount):
        source, other = random.choice(known), random.choice(known)
        data = spoilt(random, source.text, other.text)
        started = time.process_time()
        try:
            page, made = reading.decode(source, data)
            errors = [problem for problem in page.told() if problem.severity is Severity.ERROR]
            judge(page.told(), page.lines)
            assert made or errors, "it is refused and nobody says why"
            if number % WHOLE_LOADS == 0:
                found["whole"] += _load(whole, source, data)
            assert time.process_time() - started < LONGEST, "it takes too long"
        except BaseException:
            KEPT.mkdir(parents=True, exist_ok=True)
            kept = KEPT / f"{source.kind}-{seed}-{number}.yaml"
            kept.write_bytes(data)
            print(f"seed {seed}, mutation {number} of {source.name}: {kept.relative_to(ROOT)}")  # noqa: T201
            raise
        found["read"] += 1
        found["refused" if errors else "taken"] += 1
        found.update({problem.code.value for problem in page.problems})
    return found


def _load(whole: Path, source: Source, data: bytes) -> int:
    name = "themes/livelihood.yaml" if source.kind == THEME else "exhibition.yaml"
    file = whole / name
    before = file.read_bytes()
    file.write_bytes(data)
    try:
        _judge_load(whole)
    finally:
        file.write_bytes(before)
    return 1


def _judge_load(folder: Path) -> None:
    problems: Sequence[Problem] = ()
    try:
        load(folder)
    except ContentError as error:
        problems = error.problems
    else:
        return
    text = {path: _lines_of(path) for path in {problem.path for problem in problems}}
    wrong = {wrong_with(problem, text[problem.path]) for problem in problems}
    assert wrong <= {"", "another line is shown"}  # the lines of a file in GBK are guessed here
    assert any(problem.severity is Severity.ERROR for problem in problems)
    assert not unprintable(report(problems, Language.ZH))


def _lines_of(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError:
        return []
    for name in ("utf-8-sig", "gb18030"):
        try:
            return split_lines(data.decode(name))
        except UnicodeDecodeError:
            continue
    return split_lines(data.decode("utf-8", "replace"))


def test_spoilt_content_is_read_or_refused_with_help(tmp_path: Path) -> None:
    found = mutate(2020, IN_MAKE_TEST, tmp_path)
    assert found["read"] == IN_MAKE_TEST
    assert min(found["taken"], found["refused"]) > IN_MAKE_TEST // 20
    assert found["whole"] == IN_MAKE_TEST // WHOLE_LOADS
    assert len(found) > 40


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(1, 11))
def test_half_a_million_spoilt_files_are_read_or_refused_with_help(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    started = time.perf_counter()
    found = mutate(seed, IN_ENDURANCE, tmp_path)
    rate = IN_ENDURANCE / (time.perf_counter() - started)
    with capsys.disabled():
        print(f"\nseed {seed}: {found['read']} mutations, {rate:.0f}/s, {found['refused']} refused")  # noqa: T201
    assert found["read"] == IN_ENDURANCE
