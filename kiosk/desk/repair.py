"""What a program can put right in the texts of an exhibition without a thought. Nothing is written here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.content.document import Mapping, Node, Page, RefusedError, Scalar, Sequence, read, read_bytes
from kiosk.content.encoding import recognise
from kiosk.content.loader import problems_with
from kiosk.content.problems import Code, Edit, Problem, Severity

MOST_ROUNDS: Final = 2_000
"""Of one file: YAML tells one mistake of writing at a time."""
BOM: Final = b"\xef\xbb\xbf"

GUESSED: Final = frozenset({Code.TAB, Code.WIDE_SPACE})
"""The depth of such a line was judged by its neighbours: the whole has to bear it out."""
JUDGED: Final = GUESSED | {Code.WIDE_DASH, Code.DASH_SPACE, Code.COLON_IN_TEXT, Code.COLON_MISSING}
"""What the line was meant to be is plain only if nothing is wrong with it afterwards."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A file as it is and as it would be. `encoding`: what it was saved in, '' where that was in order."""

    path: Path
    before: bytes
    after: bytes
    encoding: str
    mended: tuple[Problem, ...]


@dataclass(slots=True)
class _Draft:
    """One file on its way."""

    path: Path
    before: bytes
    data: bytes
    encoding: str = ""
    mended: list[Problem] = field(default_factory=list)
    guessed: set[int] = field(default_factory=set)
    judged: set[int] = field(default_factory=set)


def repairs(folder: Path) -> list[Repair]:
    """Every repair in the content of `folder`, which is resolved; raises ContentError where there is none.

    A file is changed only where every change is certain and leaves fewer problems or makes it readable.
    """
    drafts = {path: _recoded(path, data) for path, data in _files(folder)}
    known = _problems(folder, drafts)
    for draft in drafts.values():
        if _broken(draft, known):
            _mend_writing(draft, folder)
    if any(draft.mended for draft in drafts.values()):
        known = _problems(folder, drafts)
    for draft in drafts.values():
        if draft.judged and _misjudged(draft, known):
            draft.data, draft.mended = _recoded(draft.path, draft.before).data, []
            known = _problems(folder, drafts)
    for draft in drafts.values():
        known = _mend_content(draft, drafts, folder, known)
    return [
        Repair(draft.path, draft.before, draft.data, draft.encoding, tuple(draft.mended))
        for draft in drafts.values()
        if draft.data != draft.before
    ]


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """The texts, themes first, with their bytes; those that cannot be read are left to the report."""
    try:
        themes = sorted((folder / "themes").iterdir())
    except OSError:
        themes = []
    for path in [*themes, folder / "exhibition.yaml"]:
        if path.suffix == ".yaml" and not path.name.startswith("."):
            try:
                yield path, read_bytes(Page(path), folder)
            except RefusedError:
                continue


def _recoded(path: Path, data: bytes) -> _Draft:
    found = recognise(data)
    if found.name == "UTF-8":
        return _Draft(path, data, data.removeprefix(BOM), "BOM" if data.startswith(BOM) else "")
    if not found.certain:
        return _Draft(path, data, data)
    return _Draft(path, data, found.text.removeprefix("\ufeff").encode(), found.name)


def _problems(folder: Path, drafts: dict[Path, _Draft]) -> tuple[Problem, ...]:
    return problems_with(folder, {path.relative_to(folder): draft.data for path, draft in drafts.items()})


def _broken(draft: _Draft, known: Iterable[Problem]) -> bool:
    return any(problem.path == draft.path and problem.edit for problem in known)


# The way YAML is written


def _mend_writing(draft: _Draft, folder: Path) -> None:
    """Until the file can be read, or a person is needed further on. What was guessed is kept only if it can
    be read then.
    """
    began, kept = 0, (draft.data, len(draft.mended))
    seen = {draft.data}
    for _ in range(MOST_ROUNDS):
        page, root = read(draft.path, folder, draft.data)
        if root is not None:
            return
        stop = min((problem.line for problem in page.problems), default=0)
        began = began or stop
        mended = [problem for problem in page.problems if problem.edit]
        if stop >= began and not draft.guessed:
            kept = draft.data, len(draft.mended)
        changed = apply(draft.data, _edits(mended))
        if changed in seen:
            break
        seen.add(changed)
        draft.data = changed
        draft.mended += mended
        draft.guessed |= {problem.line for problem in mended if problem.code in GUESSED}
        draft.judged |= {problem.line for problem in mended if problem.code in JUDGED}
    draft.data, draft.mended, draft.guessed = kept[0], draft.mended[: kept[1]], set()


def _misjudged(draft: _Draft, known: Iterable[Problem]) -> bool:
    return any(
        problem.path == draft.path and problem.severity is Severity.ERROR and problem.line in draft.judged
        for problem in known
    )


# What is written


def _mend_content(
    draft: _Draft, drafts: dict[Path, _Draft], folder: Path, known: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    refused: set[tuple[Code, int, int]] = set()
    for _ in range(MOST_ROUNDS):
        wanted = [p for p in known if p.path == draft.path and p.edit and _key(p) not in refused]
        if not wanted:
            break
        for group in [wanted] if len(wanted) == 1 else [wanted, *([one] for one in wanted)]:
            trial = _trial(draft, folder, group)
            after = _problems(folder, drafts | {draft.path: trial}) if trial else ()
            if trial and not _misjudged(trial, after) and _better(draft.path, group, known, after):
                draft.data, draft.mended, known = trial.data, trial.mended, after
                break
        else:
            refused |= {_key(problem) for problem in wanted}
    return known


def _trial(draft: _Draft, folder: Path, group: list[Problem]) -> _Draft | None:
    """The file with these repairs, and those they bring to light; None where it cannot be read then or more
    than their lines would change.
    """
    changed = apply(draft.data, _edits(group))
    trial = _Draft(draft.path, draft.before, changed, draft.encoding, [*draft.mended, *group])
    trial.judged = {problem.line for problem in group if problem.code in JUDGED}
    _mend_writing(trial, folder)
    _, old = read(draft.path, folder, draft.data)
    _, new = read(draft.path, folder, trial.data)
    lines = {problem.line for problem in trial.mended[len(draft.mended) :]}
    if new is None or (old is not None and not _same_elsewhere(old, new, lines)):
        return None
    return trial


def _key(problem: Problem) -> tuple[Code, int, int]:
    return problem.code, problem.line, problem.column


def _better(path: Path, group: list[Problem], before: Iterable[Problem], after: Iterable[Problem]) -> bool:
    """Whether these problems are gone from the file and it has no more than before."""
    left = [problem for problem in after if problem.path == path]
    had = [problem for problem in before if problem.path == path]
    gone = {_key(problem) for problem in group}
    errors = [sum(p.severity is Severity.ERROR for p in some) for some in (left, had)]
    return gone.isdisjoint(map(_key, left)) and errors[0] <= errors[1]


def _same_elsewhere(old: Node, new: Node, lines: set[int]) -> bool:
    """Whether nothing is lost or changed on other lines. A text that reaches one of these is theirs."""
    before, after = list(_leaves(old)), list(_leaves(new))
    theirs = lines | {
        line
        for first, last, _ in (*before, *after)
        if not lines.isdisjoint(range(first, last + 1))
        for line in range(first, last + 1)
    }
    said, says = (Counter(leaf for leaf in leaves if leaf[0] not in theirs) for leaves in (before, after))
    return said <= says  # what stood below a second key of the same name comes to light again


def _leaves(node: Node) -> Iterator[tuple[int, int, str]]:
    """Every text with its first and last line."""
    match node:
        case Scalar(text=text, place=place):
            yield place.line, place.end_line - (place.end_column == 1 < place.end_line - place.line + 1), text
        case Sequence():
            for item in node.items:
                yield from _leaves(item)
        case Mapping():
            for pair in node.pairs:
                yield pair.key.place.line, pair.key.place.line, pair.key.text
                yield from _leaves(pair.value)


# The text


def _edits(problems: Iterable[Problem]) -> list[Edit]:
    return [problem.edit for problem in problems if problem.edit]


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The text with the edits made, of which one on each line at a time; all else stays byte for byte."""
    parts = re.split(r"(\r\n|\r|\n)", data.decode("utf-8"))
    done: set[int] = set()
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.column)):
        at = 2 * (edit.line - 1)
        if edit.line in done or at >= len(parts):
            continue
        done.add(edit.line)
        line, start = parts[at], edit.column - 1
        parts[at] = line[:start] + edit.text + line[start + edit.length :]
    return "".join(parts).encode()
