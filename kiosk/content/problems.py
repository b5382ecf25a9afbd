"""What is wrong with the content, said so that the person who wrote it can put it right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from kiosk.content.exhibition import Language, Text


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The stable name of each kind of problem; staff quote it, tests rely on it."""

    # Files
    NO_FOLDER = "no-folder"
    NO_FILE = "no-file"
    NOT_A_FILE = "not-a-file"
    LINK_OUTSIDE = "link-outside"
    UNREADABLE = "unreadable"
    TOO_BIG = "too-big"
    EMPTY_FILE = "empty-file"
    ENCODING = "encoding"
    HIDDEN_CHARACTER = "hidden-character"
    UNUSED_FILE = "unused-file"
    TOO_MUCH = "too-much"
    # The way YAML is written
    SYNTAX = "syntax"
    TAB = "tab"
    WIDE_SPACE = "wide-space"
    WIDE_COLON = "wide-colon"
    WIDE_DASH = "wide-dash"
    WIDE_COMMA = "wide-comma"
    WIDE_BRACKET = "wide-bracket"
    COLON_SPACE = "colon-space"
    COLON_MISSING = "colon-missing"
    COLON_IN_TEXT = "colon-in-text"
    COMMA_IN_TEXT = "comma-in-text"
    COMMA_MISSING = "comma-missing"
    TWO_KEYS = "two-keys"
    SMART_QUOTE = "smart-quote"
    HASH_IN_TEXT = "hash-in-text"
    QUOTE_NEEDED = "quote-needed"
    DASH_SPACE = "dash-space"
    OPEN_QUOTE = "open-quote"
    OPEN_BRACKET = "open-bracket"
    QUOTE_TAIL = "quote-tail"
    INDENT = "indent"
    CONFLICT = "conflict"
    DUPLICATE_KEY = "duplicate-key"
    BAD_KEY = "bad-key"
    ANCHOR = "anchor"
    ALIAS = "alias"
    MERGE_KEY = "merge-key"
    TAG = "tag"
    DOCUMENTS = "documents"
    TOO_DEEP = "too-deep"
    # What is written
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    EMPTY_TEXT = "empty-text"
    ENGLISH_MISSING = "english-missing"
    TOO_LONG = "too-long"
    COUNT = "count"
    BAD_WORD = "bad-word"
    BAD_ID = "bad-id"
    BAD_NUMBER = "bad-number"
    UNIT_IN_VALUE = "unit-in-value"
    QUALIFIER_IN_VALUE = "qualifier-in-value"
    OUT_OF_BOUNDS = "out-of-bounds"
    BAD_DURATION = "bad-duration"
    BAD_LENGTH = "bad-length"
    BAD_TIME = "bad-time"
    BAD_COLOUR = "bad-colour"
    LOW_CONTRAST = "low-contrast"
    ENGLISH_STALE = "english-stale"
    SOURCE_MISSING = "source-missing"
    # How it hangs together
    DUPLICATE_ID = "duplicate-id"
    COVER_FIRST = "cover-first"
    FACT_NOT_LISTED = "fact-not-listed"
    DISPLAY_MISFIT = "display-misfit"
    QUALIFIER_CLASH = "qualifier-clash"
    UNKNOWN_STATISTIC = "unknown-statistic"
    UNKNOWN_GLAZE = "unknown-glaze"
    UNUSED_GLAZE = "unused-glaze"
    UNKNOWN_THEME = "unknown-theme"
    UNKNOWN_DRAWING = "unknown-drawing"
    UNSAFE_DRAWING = "unsafe-drawing"
    IDLE_ORDER = "idle-order"
    HOURS_EQUAL = "hours-equal"
    # Pictures
    PICTURE_PATH = "picture-path"
    PICTURE_MISSING = "picture-missing"
    PICTURE_CASE = "picture-case"
    PICTURE_FORMAT = "picture-format"
    PICTURE_BROKEN = "picture-broken"
    PICTURE_TOO_BIG = "picture-too-big"
    # Recordings
    AUDIO_PATH = "audio-path"
    AUDIO_MISSING = "audio-missing"
    AUDIO_CASE = "audio-case"
    AUDIO_FORMAT = "audio-format"
    AUDIO_TOO_BIG = "audio-too-big"
    # How it looks on the screens
    TEXT_CUT = "text-cut"
    TEXT_OUTSIDE = "text-outside"
    TEXT_COLLIDES = "text-collides"
    TEXT_WRAPS_BADLY = "text-wraps-badly"
    TEXT_TOO_SMALL = "text-too-small"
    GLYPH_MISSING = "glyph-missing"
    CONTRAST_OVER_PICTURE = "contrast-over-picture"
    PICTURE_TOO_SMALL = "picture-too-small"


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair that needs no thought: `length` characters from `column` of `line` become `text`."""

    line: int
    column: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place. Lines and columns count characters from 1; 0 means the file as a whole.

    `source` is the line it stands on, `span` how many of its characters are meant. `edit` is there where a
    machine can make the repair.
    """

    code: Code
    severity: Severity
    path: Path
    line: int
    column: int
    source: str
    message: Text
    remedy: Text
    span: int = 1
    edit: Edit | None = None


class ContentError(Exception):
    """The content cannot be shown. Carries everything wrong with it, warnings included."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(in_order(problems))
        first = self.problems[0]
        super().__init__(f"{len(self.problems)} problems, the first: {first.code} in {first.path}")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Errors before warnings, then by file, then down the page; each said once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.severity is Severity.WARNING, *_place(p.path), p.line, p.column))


def _place(path: Path) -> tuple[int, str]:
    return len(path.parts), str(path)


def strictly(problems: Iterable[Problem]) -> list[Problem]:
    """The same, with every warning as an error."""
    return in_order(replace(problem, severity=Severity.ERROR) for problem in problems)


def errors_in(problems: Iterable[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in problems)


# For machines


def record(problem: Problem, language: Language, folder: Path) -> dict[str, object]:
    """What `kiosk check --format json` says of a problem: its place counted from 1, 0 for a whole file."""
    edit = problem.edit
    inside = problem.path.is_relative_to(folder)
    return {
        "file": (problem.path.relative_to(folder) if inside else problem.path).as_posix(),
        "path": str(problem.path),
        "line": problem.line,
        "column": problem.column,
        "end_column": problem.column + problem.span if problem.line else 0,
        "severity": str(problem.severity),
        "code": str(problem.code),
        "message": problem.message.of(language),
        "remedy": problem.remedy.of(language),
        "edit": edit and {"line": edit.line, "column": edit.column, "length": edit.length, "text": edit.text},
    }


def lines(problems: Iterable[Problem], language: Language) -> str:
    """A line each, as compilers write them and editors read them: FILE:LINE:COLUMN: error: MESSAGE [CODE]."""
    return "".join(
        f"{printable(str(_near(p.path)))}:{p.line or 1}:{p.column or 1}: {p.severity}: "
        f"{printable(p.message.of(language))} {printable(p.remedy.of(language))} [{p.code}]\n"
        for p in in_order(problems)
    )


# For people

MOST_SAID: Final = 500
"""Characters of a message or a remedy in a report; only what quotes a text without end is longer."""

WIDEST: Final = 96
"""Columns of a source line that a report shows where nobody says how wide it may be."""

_WORDS: Final = {
    (Severity.ERROR, Language.ZH): "错误",
    (Severity.ERROR, Language.EN): "error",
    (Severity.WARNING, Language.ZH): "提醒",
    (Severity.WARNING, Language.EN): "warning",
}


class Ink(StrEnum):
    """What a part of a report is coloured for."""

    ERROR = "error"
    WARNING = "warning"
    REMEDY = "remedy"
    STRONG = "strong"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is set. `width` in columns: sentences are broken there; None leaves them whole.

    `inks` are what a terminal takes for each ink; without one, text stays as it is.
    """

    width: int | None = None
    inks: Mapping[Ink, str] = field(default_factory=dict)

    def paint(self, text: str, ink: Ink) -> str:
        sign = self.inks.get(ink)
        return f"\x1b[{sign}m{text}\x1b[0m" if sign and text else text

    def rows(self, text: str, lead: str = "") -> list[str]:
        """The text in rows that fit, indented; later ones stand below the first, to the right of `lead`."""
        hang = "  " + " " * columns(lead)
        rows = _wrapped(text, self.width - len(hang)) if self.width else [text]
        return [(hang if number else "  " + lead) + row for number, row in enumerate(rows)]


PLAIN: Final = Look()


def report(problems: Iterable[Problem], language: Language, look: Look = PLAIN) -> str:
    """Every problem as a compiler would print it, errors first; where to learn more; and the count."""
    ordered = in_order(problems)
    blocks = [_block(problem, language, look) for problem in ordered]
    hint = [look.paint(more, Ink.FAINT) for more in _hints(ordered, language)]
    return "\n".join([*blocks, *hint, _count_line(ordered, language, look)]) + "\n"


def _block(problem: Problem, language: Language, look: Look) -> str:
    place = printable(str(_near(problem.path)))
    if problem.line:
        place = f"{place}:{problem.line}:{problem.column}"
    ink = Ink.ERROR if problem.severity is Severity.ERROR else Ink.WARNING
    kind = look.paint(f"{_WORDS[problem.severity, language]} {problem.code}", ink)
    rows = [f"{look.paint(place, Ink.STRONG)}: {kind}"]
    if problem.line and problem.source.strip():
        rows += _excerpt(problem, look, ink)
    remedy = {Language.ZH: "改法：", Language.EN: "Remedy: "}[language]
    said, mend = (printable(text.of(language)[:MOST_SAID]) for text in (problem.message, problem.remedy))
    rows += look.rows(said)
    rows += [look.paint(row, Ink.REMEDY) for row in look.rows(mend, remedy)]
    return "\n".join([*rows, ""])


def _excerpt(problem: Problem, look: Look, ink: Ink) -> list[str]:
    """The line with its caret, and the line as it is after a repair that needs no thought."""
    number = str(problem.line)
    gutter = look.paint(f" {' ' * len(number)} |", Ink.FAINT)
    most = min(WIDEST, look.width - len(number) - 5) if look.width else WIDEST
    source, before, caret = _crop(problem.source, problem.column, problem.span, max(most, 20))
    rows = [f"{look.paint(f' {number} |', Ink.FAINT)} {source}", f"{gutter} {before}{look.paint(caret, ink)}"]
    edit = problem.edit
    if edit and edit.line == problem.line and "\n" not in edit.text:
        start, end = edit.column - 1, edit.column - 1 + edit.length
        mended = problem.source[:start] + edit.text + problem.source[end:]
        shown, _, _ = _crop(mended, edit.column, 1, max(most, 20))
        rows.append(look.paint(f" {number} + {shown}", Ink.REMEDY))
    return rows


def _near(path: Path) -> Path:
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def _crop(source: str, column: int, span: int, most: int) -> tuple[str, str, str]:
    """The part of the line around the column, the padding that leads to it, and the caret."""
    start = column - 1
    first = max(0, start - most // 2) if start > most * 2 // 3 else 0
    window = source[first : first + most]
    width, cut = 0, len(window)
    for index, character in enumerate(window):
        width += _columns(character)
        if width > most:
            cut = index
            break
    lead, tail = ("…" if first else ""), ("…" if first + cut < len(source) else "")
    meant = window[start - first : min(cut, start - first + span)]
    caret = "^" + "~" * (columns(meant) - 1)
    return lead + printable(window[:cut]) + tail, padding(lead + window[: start - first]), caret


def padding(text: str) -> str:
    """Spaces as wide as `text`: wide ones under wide characters, so that no font or terminal moves them."""
    return "".join("\u3000" if _columns(c) == 2 else " " for c in text if _columns(c))


_TOGETHER: Final = re.compile(r"[“‘（《]*(?:[!-~\u00a1-\u024f]+|\S)[，。、；：！？）》”’…]*|\s+")
"""What is not broken: a word, or a wide character with the punctuation that clings to it."""


def _wrapped(text: str, most: int) -> Iterator[str]:
    row, width = "", 0
    for piece in _TOGETHER.findall(text):
        wide = columns(piece)
        if row and width + wide > most:
            yield row.rstrip()
            row, width = "", 0
            if piece.isspace():
                continue
        row, width = row + piece, width + wide
    yield row.rstrip()


def columns(text: str) -> int:
    """How wide a terminal shows it."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    return "".join(c if c.isprintable() or c == "\u3000" else " " if c in "\t\u00a0" else "�" for c in text)


def _hints(problems: Sequence[Problem], language: Language) -> Iterator[str]:
    easy = sum(problem.edit is not None for problem in problems)
    if easy:
        yield Text(f"其中 {easy} 处可以自动改好：kiosk fix", f"{easy} can be mended for you: kiosk fix").of(
            language
        )
    if problems:
        code = problems[0].code
        yield Text(f"想知道更多：kiosk explain {code}", f"To learn more: kiosk explain {code}").of(language)


def _count_line(problems: Sequence[Problem], language: Language, look: Look) -> str:
    errors = errors_in(problems)
    warnings = len(problems) - errors
    if language is Language.ZH:
        parts = [(errors, f"{errors} 个错误", Ink.ERROR), (warnings, f"{warnings} 条提醒", Ink.WARNING)]
        lead, comma, nothing = "共 ", "，", "没有发现问题"
    else:
        parts = [
            (errors, _plural(errors, "error"), Ink.ERROR),
            (warnings, _plural(warnings, "warning"), Ink.WARNING),
        ]
        lead, comma, nothing = "", ", ", "no problems"
    said = comma.join(look.paint(words, ink) for count, words, ink in parts if count)
    return lead + said if said else nothing


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
