"""The doctor's report, for people and for machines. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import Ink, Look, Problem, columns, printable, record, report
from kiosk.doctor.findings import Finding, Grade, Group, Plain
from kiosk.doctor.origins import Origin

VERSION: Final = 1
"""Of the JSON; a key may be added without a new one."""

WIDEST_VALUE: Final = 34
"""Columns of a value; what is wider has its reason on a row of its own."""


@dataclass(frozen=True, slots=True)
class Value:
    """What became of a setting, or what follows from several, and why. `plain` is for machines."""

    key: str
    shown: Text
    plain: Plain
    origin: Origin | None = None
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class Examination:
    """`program`: what was looked at, in a line. `file`: the hall.yaml in use; `places`: where one may lie."""

    program: str
    now: dt.datetime
    file: Path | None
    places: tuple[Path, ...]
    problems: tuple[Problem, ...]
    values: tuple[Value, ...]
    follows: tuple[Value, ...]
    findings: tuple[Finding, ...]

    @property
    def is_well(self) -> bool:
        return not any(finding.grade is Grade.BAD for finding in self.findings)


# For machines


def for_machines(seen: Examination, language: Language) -> dict[str, object]:
    """What `kiosk doctor --format json` says."""
    count = Counter(finding.grade for finding in seen.findings)
    return {
        "version": VERSION,
        "program": seen.program,
        "time": seen.now.isoformat(timespec="seconds"),
        "well": seen.is_well,
        **{str(grade): count[grade] for grade in Grade},
        "settings": {
            "file": seen.file and str(seen.file),
            "places": [str(place) for place in seen.places],
            "problems": [
                record(p, language, seen.file.parent if seen.file else Path()) for p in seen.problems
            ],
        },
        "values": {value.key: _value(value) for value in seen.values},
        "follows": {value.key: value.plain for value in seen.follows},
        "checks": [_finding(finding, language) for finding in seen.findings],
    }


def _value(value: Value) -> dict[str, object]:
    origin = value.origin
    return {
        "value": value.plain,
        "source": origin and str(origin.source),
        "file": origin and origin.file and str(origin.file),
        "line": origin and origin.line,
    }


def _finding(finding: Finding, language: Language) -> dict[str, object]:
    return {
        "check": str(finding.check),
        "grade": str(finding.grade),
        "message": finding.said.of(language),
        "remedy": finding.remedy and finding.remedy.of(language),
        **({"facts": dict(finding.facts)} if finding.facts else {}),
    }


# For people

_GROUPS: Final = {
    Group.EXHIBITION: Text("展览", "Exhibition"),
    Group.PICTURE: Text("画面", "Picture"),
    Group.SOUND: Text("声音", "Sound"),
    Group.STORAGE: Text("存储", "Storage"),
    Group.CLOCK: Text("时间", "Time"),
    Group.MACHINE: Text("机器", "Machine"),
}
_MARKS: Final = {
    Grade.GOOD: Text("正常", "ok  "),
    Grade.LOOK: Text("留意", "look"),
    Grade.BAD: Text("不行", "BAD "),
    Grade.UNKNOWN: Text("未知", "?   "),
}
_INKS: Final = {
    Grade.GOOD: Ink.REMEDY,
    Grade.LOOK: Ink.WARNING,
    Grade.BAD: Ink.ERROR,
    Grade.UNKNOWN: Ink.FAINT,
}


def for_people(seen: Examination, language: Language, look: Look) -> str:
    """Which hall.yaml, what each value became, what was looked at; on the last line, how it stands."""
    rows = [look.paint(seen.program, Ink.STRONG), ""]
    rows += _places(seen, language, look)
    if seen.problems:
        rows += ["", report(seen.problems, language, look).rstrip("\n")]
    rows += ["", *_values(seen, language, look)]
    for group in Group:
        found = [finding for finding in seen.findings if finding.check.group is group]
        if found:
            rows += ["", look.paint(_GROUPS[group].of(language), Ink.STRONG)]
            rows += _findings(found, _width(seen, language), language, look)
    return "\n".join([*rows, "", _summary(seen, language, look)]) + "\n"


def _width(seen: Examination, language: Language) -> int:
    """Of the widest label, so that all sentences begin in one column."""
    return max(columns(_label(finding).of(language)) for finding in seen.findings)


def _label(finding: Finding) -> Text:
    return finding.label or finding.check.label


def _places(seen: Examination, language: Language, look: Look) -> Iterator[str]:
    yield look.paint(Text("展厅设置 hall.yaml", "Settings of the hall: hall.yaml").of(language), Ink.STRONG)
    if seen.file and seen.file not in seen.places:
        yield "  " + look.paint(printable(str(seen.file)), Ink.REMEDY)
        return
    if not seen.places:
        yield "  " + look.paint(Text("没有", "none").of(language), Ink.FAINT)
    for place in seen.places:
        used = place == seen.file
        sign = Text("  ← 用的是这一份", "  ← this one is used").of(language) if used else ""
        yield "  " + look.paint(printable(str(place)) + sign, Ink.REMEDY if used else Ink.FAINT)


def _values(seen: Examination, language: Language, look: Look) -> Iterator[str]:
    yield look.paint(Text("每一项最后是什么，为什么", "What each became, and why").of(language), Ink.STRONG)
    names = [
        value.label.of(language) if value.label else value.key for value in (*seen.values, *seen.follows)
    ]
    room = max(map(columns, names))
    shown = [printable(value.shown.of(language)) for value in (*seen.values, *seen.follows)]
    wide = min(max(map(columns, shown)), WIDEST_VALUE)
    for name, words, value in zip(names, shown, (*seen.values, *seen.follows), strict=True):
        lead = f"  {_padded(name, room)}  "
        why = look.paint(value.origin.said.of(language), Ink.FAINT) if value.origin else ""
        if columns(words) > wide and why:
            yield lead + words
            yield " " * columns(lead) + _padded("", wide) + "  " + why
        else:
            yield (lead + _padded(words, wide) + "  " + why).rstrip()


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _findings(found: Sequence[Finding], room: int, language: Language, look: Look) -> Iterator[str]:
    for finding in found:
        mark = _MARKS[finding.grade].of(language)
        lead = f"{mark}  {_padded(_label(finding).of(language), room)}  "
        first, *more = [printable(line) for line in finding.said.of(language).split("\n")]
        rows = look.rows(first, lead)
        painted = look.paint(mark, _INKS[finding.grade])
        yield rows[0].replace(mark, painted, 1)
        yield from rows[1:]
        gap = " " * columns(lead)
        for line in more:
            yield from look.rows(line, gap)
        if finding.remedy:
            remedy = look.rows(printable(finding.remedy.of(language)), f"{gap}→ ")
            ink = Ink.FAINT if finding.grade is Grade.UNKNOWN else Ink.REMEDY
            yield from (look.paint(row, ink) for row in remedy)


def _summary(seen: Examination, language: Language, look: Look) -> str:
    count = Counter(finding.grade for finding in seen.findings)
    words = {
        Grade.BAD: Text(f"{count[Grade.BAD]} 项不行", f"{count[Grade.BAD]} bad"),
        Grade.LOOK: Text(f"{count[Grade.LOOK]} 项留意", f"{count[Grade.LOOK]} to be looked at"),
        Grade.UNKNOWN: Text(f"{count[Grade.UNKNOWN]} 项未知", f"{count[Grade.UNKNOWN]} unknown"),
        Grade.GOOD: Text(f"{count[Grade.GOOD]} 项正常", f"{count[Grade.GOOD]} good"),
    }
    comma = "，" if language is Language.ZH else ", "
    parts = [look.paint(said.of(language), _INKS[g]) for g, said in words.items() if count[g]]
    if seen.is_well:
        verdict = Text("可以展出：", "Fit for the hall: ").of(language)
    else:
        verdict = Text("先把“不行”的改好：", "Mend what is bad first: ").of(language)
    return look.paint(verdict, Ink.STRONG) + comma.join(parts)
