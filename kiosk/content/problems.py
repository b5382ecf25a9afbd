"""What is wrong with the content, said so that the person who wrote it can put it right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

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


WIDEST = 96
"""Columns of a source line that a report shows."""

_WORDS = {
    (Severity.ERROR, Language.ZH): "错误",
    (Severity.ERROR, Language.EN): "error",
    (Severity.WARNING, Language.ZH): "提醒",
    (Severity.WARNING, Language.EN): "warning",
}


def report(problems: Iterable[Problem], language: Language) -> str:
    """Every problem as a compiler would print it, errors first, and a last line that counts them."""
    ordered = in_order(problems)
    return (
        "\n".join([*(_block(problem, language) for problem in ordered), _count_line(ordered, language)])
        + "\n"
    )


def _block(problem: Problem, language: Language) -> str:
    place = printable(str(_near(problem.path)))
    if problem.line:
        place = f"{place}:{problem.line}:{problem.column}"
    rows = [f"{place}: {_WORDS[problem.severity, language]} {problem.code}"]
    if problem.line and problem.source.strip():
        number = str(problem.line)
        source, before, span = _crop(problem)
        rows += [f" {number} | {source}", f" {' ' * len(number)} | {before}{span}"]
    remedy = {Language.ZH: "改法：", Language.EN: "Remedy: "}[language]
    rows += [f"  {problem.message.of(language)}", f"  {remedy}{problem.remedy.of(language)}", ""]
    return "\n".join(rows)


def _near(path: Path) -> Path:
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def _crop(problem: Problem) -> tuple[str, str, str]:
    """The part of the line around the column, the padding that leads to it, and the caret."""
    start = problem.column - 1
    first = max(0, start - WIDEST // 2) if start > WIDEST * 2 // 3 else 0
    window = problem.source[first : first + WIDEST]
    width, cut = 0, len(window)
    for index, character in enumerate(window):
        width += _columns(character)
        if width > WIDEST:
            cut = index
            break
    lead, tail = ("…" if first else ""), ("…" if first + cut < len(problem.source) else "")
    meant = window[start - first : min(cut, start - first + problem.span)]
    caret = "^" + "~" * (sum(map(_columns, meant)) - 1)
    return lead + printable(window[:cut]) + tail, padding(lead + window[: start - first]), caret


def padding(text: str) -> str:
    """Spaces as wide as `text`: wide ones under wide characters, so that no font or terminal moves them."""
    return "".join("\u3000" if _columns(c) == 2 else " " for c in text if _columns(c))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    return "".join(c if c.isprintable() or c == "\u3000" else " " if c in "\t\u00a0" else "�" for c in text)


def _count_line(problems: Sequence[Problem], language: Language) -> str:
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    errors = len(problems) - warnings
    if language is Language.ZH:
        parts = [f"{errors} 个错误" if errors else "", f"{warnings} 条提醒" if warnings else ""]
        return "共 " + "，".join(filter(None, parts)) if problems else "没有发现问题"
    parts = [_plural(errors, "error"), _plural(warnings, "warning")]
    return ", ".join(filter(None, parts)) or "no problems"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""
