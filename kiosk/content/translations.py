"""Which English was written for which Chinese, so that English older than its Chinese is noticed.

`translations.lock` in the content folder holds two hashes for every text that stands in both languages, its
English and its Chinese, one text a line. It knows no places: texts may move, slides come and go. What counts
is that an English text stands with a Chinese one that it was never seen with, while it is missing from the
one it was seen with.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kiosk.content.document import Page, RefusedError, read_bytes, split_lines, spot
from kiosk.content.exhibition import Text
from kiosk.content.loader import Loaded
from kiosk.content.manuscript import Passage
from kiosk.content.problems import Code, Problem, Severity, in_order
from kiosk.program import is_installed

RECORD: Final = "translations.lock"
HEAD: Final = """\
# 程序自己记的：每一句英文是对着哪一句中文写的。中文改了、英文没改，kiosk check 靠它提醒。
# 不用手改；请和内容一起保存。
# Kept by kiosk check: which English was written for which Chinese, so that it can tell when only the
# Chinese was changed. Not for editing; keep it with the content. Each line: English, Chinese.
"""

Pair = tuple[str, str]
"""The hashes of an English text and of its Chinese."""


def pair_of(text: Text) -> Pair | None:
    """None for a text that is the same in both languages, such as `%`."""
    return None if text.zh == text.en else (_hash(text.en), _hash(text.zh))


def _hash(text: str) -> str:
    """Of what is said: spaces are layout."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Record:
    """The pairs that were found to belong together, each as often as it stood in the content."""

    pairs: Counter[Pair]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Record:
        return cls(Counter(pair for passage in passages if (pair := pair_of(passage.text))))

    @classmethod
    def parse(cls, text: str) -> Record:
        """A line that is no pair counts for nothing."""
        found = re.findall(r"^([0-9a-f]{12}) ([0-9a-f]{12})[ \r]*$", text, re.MULTILINE)
        return cls(Counter((english, chinese) for english, chinese in found))

    def __str__(self) -> str:
        return HEAD + "".join(f"{english} {chinese}\n" for english, chinese in sorted(self.pairs.elements()))

    def stale(self, now: Record) -> frozenset[Pair]:
        """The pairs of `now` whose English was left behind by a Chinese it belonged to.

        English that is new is never stale, nor is a pair that was accepted somewhere before.
        """
        left = {english for english, _ in self.pairs - now.pairs}
        return frozenset(pair for pair in now.pairs if pair not in self.pairs and pair[0] in left)

    def grown(self, now: Record) -> Record:
        """What to remember after `now` was seen: its pairs, and the proof against those that are stale."""
        stale = self.stale(now)
        suspect = {english for english, _ in stale}
        proof = Counter({pair: count for pair, count in self.pairs.items() if pair[0] in suspect})
        sound = Counter({pair: count for pair, count in now.pairs.items() if pair not in stale})
        return Record(proof | sound)


_ANEW: Final = Text(
    f"删去 {RECORD}，再运行 kiosk check --english-checked。",
    f"Delete {RECORD}, then run kiosk check --english-checked.",
)


def recorded(folder: Path) -> tuple[Record | None, list[Problem]]:
    """The record in `folder`, or None: there is none, or it cannot be read, which is told as a warning."""
    page = Page(folder / RECORD)
    try:
        data = read_bytes(page, folder)
    except RefusedError:
        told = [p for p in page.problems if p.code is not Code.NO_FILE]
        return None, [replace(problem, severity=Severity.WARNING, remedy=_ANEW) for problem in told]
    return Record.parse(data.decode("ascii", "replace")), []


def stale_problems(passages: Iterable[Passage], record: Record) -> list[Problem]:
    """A warning at each text whose English is older than its Chinese."""
    passages = tuple(passages)
    stale = record.stale(Record.of(passages))
    pages: dict[Path, Page] = {}
    for passage in passages if stale else ():
        if pair_of(passage.text) in stale:
            page = pages.setdefault(passage.path, Page(passage.path, _lines(passage.path)))
            _warn(page, passage)
    return [problem for page in pages.values() for problem in page.problems]


def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(split_lines(path.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError):
        return ()


def _warn(page: Page, passage: Passage) -> None:
    place, english = passage.place, passage.text.en
    said = english if len(english) <= 60 else f"{english[:60].rstrip()}…"
    page.warn(
        Code.ENGLISH_STALE,
        place
        if place.line == place.end_line
        else spot(place.line, place.column, _rest(page, place.line, place.column)),
        Text(
            f"中文改过了，英文还是原来的：“{said}”。",
            f"The Chinese was changed, the English was not: “{said}”.",
        ),
        Text(
            "对照中文改英文；英文仍然合适，就运行 kiosk check --english-checked。",
            "Bring the English up to date; if it still holds, run kiosk check --english-checked.",
        ),
    )


def _rest(page: Page, line: int, column: int) -> int:
    return max(1, len(page.line(line).rstrip()) - column + 1)


def write(folder: Path, record: Record) -> None:
    """Puts the record in place whole, or leaves what was there; raises OSError. A link is never followed."""
    new = folder / f".{RECORD}.{os.getpid()}"
    data = str(record).encode()
    with suppress(FileNotFoundError):
        new.unlink()
    try:
        with new.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(folder / RECORD)
    finally:
        new.unlink(missing_ok=True)


def compared(loaded: Loaded) -> Loaded:
    """The same, with a warning at each text whose English is older than its Chinese. Writes nothing."""
    record, refused = recorded(loaded.exhibition.folder)
    stale = stale_problems(loaded.manuscript.passages, record) if record else []
    return replace(loaded, warnings=tuple(in_order([*loaded.warnings, *refused, *stale])))


def learn(folder: Path, passages: Iterable[Passage], *, checked: bool = False) -> None:
    """Brings the record in `folder` up to what the content says now.

    Only a record that is there is kept up, and what is stale stays so; with `checked` somebody has looked at
    the English: all of it is recorded, and the record made where there is none. Nothing is written when
    nothing changes. Raises OSError where it has to write and cannot.
    """
    now = Record.of(passages)
    record, refused = recorded(folder)
    if refused or (record is None and not checked):
        return
    wanted = now if checked or record is None else record.grown(now)
    if record is None or wanted.pairs != record.pairs:
        if is_installed(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder / RECORD))
        write(folder, wanted)
