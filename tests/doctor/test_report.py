"""The report as it is read: aligned, in both languages, on any width, and by programs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import PLAIN, Look, columns
from kiosk.doctor.findings import Check, Finding, Grade, Group, bad, good, look, unknown
from kiosk.doctor.origins import Origin, Source
from kiosk.doctor.report import Examination, Value, for_machines, for_people
from kiosk.terminal import INKS

FILE: Final = Path("/etc/luoyang-kiosk/hall.yaml")
LONG: Final = "/srv/museum/exhibitions/luoyang-2020/content"

GOOD: Final = good(Check.CONTENT, "铭记2020：7 个主题，59 张幻灯片。", "Remember 2020: 7 themes.", themes=7)
BAD: Final = bad(
    Check.DISPLAY,
    Text("设置的屏幕 HDMI-7 不在，展览会放在第 1 块上。", "The display HDMI-7 that is set is not there."),
    Text("检查接线和电源，或在 hall.yaml 里改 display。", "Check its cable and power, or set another one."),
    missing="HDMI-7",
)
LOOK: Final = look(
    Check.LOG,
    Text("/var/log/kiosk.log，最后的警告：\n第一行\n第二行", "/var/log/kiosk.log, its last:\nfirst\nsecond"),
    Text("照上面几行说的做。", "Do as these say."),
)
UNKNOWN: Final = unknown(Check.SYNCHRONISED, Text("看不出系统是否自动对时。", "This cannot be seen."))
DISK: Final = good(Check.LOG_DISK, "/var/log，还有 74.3 GB。", "/var/log: 74.3 GB free.", free=74_300_000_000)


def examination(*findings: Finding) -> Examination:
    return Examination(
        "kiosk 0.1.0 · Qt 6.11.3",
        dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC),
        FILE,
        (Path("/usr/lib/luoyang-kiosk/hall.yaml"), FILE),
        (),
        (
            Value("content", Text(LONG, LONG), LONG, Origin(Source.HALL, FILE, 12)),
            Value("language", Text("zh", "zh"), "zh", Origin(Source.DEFAULT)),
        ),
        (Value("text_mm", Text("18.1 mm", "18.1 mm"), 18.1, None, Text("正文", "body text")),),
        findings,
    )


SEEN: Final = examination(GOOD, BAD, DISK, LOOK, UNKNOWN)


@pytest.mark.parametrize("language", Language)
def test_everything_is_said(language: Language) -> None:
    told = for_people(SEEN, language, PLAIN)
    for words in (
        *(finding.said.of(language).split("\n")[-1] for finding in SEEN.findings),
        *(finding.remedy.of(language) for finding in SEEN.findings if finding.remedy),
        *(str(place) for place in SEEN.places),
        LONG,
        "18.1 mm",
        Origin(Source.HALL, FILE, 12).said.of(language),
    ):
        assert words in told


@pytest.mark.parametrize("language", Language)
def test_sentences_begin_in_one_column_whatever_is_before_them(language: Language) -> None:
    rows = for_people(SEEN, language, PLAIN).splitlines()
    starts = {
        columns(row[: row.index(words)])
        for finding in SEEN.findings
        for words in [finding.said.of(language).split("\n")[0]]
        for row in rows
        if words in row
    }
    assert len(starts) == 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_row_of_findings_is_wider_than_the_window(language: Language, width: int) -> None:
    told = for_people(examination(GOOD, BAD, UNKNOWN), language, Look(width))
    rows = told.splitlines()
    first = next(number for number, row in enumerate(rows) if row in {"展览", "Exhibition"})
    assert len(rows[first:]) > 8
    assert [row for row in rows[first:] if columns(row) > width] == []


def test_a_value_too_long_for_its_column_has_its_reason_on_the_next_row() -> None:
    rows = for_people(SEEN, Language.EN, PLAIN).splitlines()
    at = next(number for number, row in enumerate(rows) if row.endswith(LONG))
    assert rows[at + 1].strip() == "hall.yaml line 12"
    assert rows[at + 1].index("hall.yaml") == rows[at + 2].index("default")


def test_the_file_that_is_used_is_marked_among_the_places() -> None:
    marked = [row for row in for_people(SEEN, Language.EN, PLAIN).splitlines() if "←" in row]
    assert marked == [f"  {FILE}  ← this one is used"]


@pytest.mark.parametrize(
    ("findings", "language", "last"),
    [
        ((GOOD,), Language.ZH, "可以展出：1 项正常"),
        ((GOOD, LOOK, UNKNOWN), Language.ZH, "可以展出：1 项留意，1 项未知，1 项正常"),
        ((GOOD, BAD), Language.ZH, "先把“不行”的改好：1 项不行，1 项正常"),
        ((GOOD, BAD, LOOK), Language.EN, "Mend what is bad first: 1 bad, 1 to be looked at, 1 good"),
    ],
)
def test_the_last_line_sums_up(findings: tuple[Finding, ...], language: Language, last: str) -> None:
    assert for_people(examination(*findings), language, PLAIN).splitlines()[-1] == last


def test_only_what_is_bad_makes_a_machine_unfit() -> None:
    assert examination(GOOD, LOOK, UNKNOWN).is_well
    assert not examination(GOOD, BAD).is_well


def test_colours_change_no_word() -> None:
    plain = for_people(SEEN, Language.ZH, Look(80))
    painted = for_people(SEEN, Language.ZH, Look(80, INKS))
    assert "\x1b[1;31m不行\x1b[0m" in painted
    for sign in INKS.values():
        painted = painted.replace(f"\x1b[{sign}m", "")
    assert painted.replace("\x1b[0m", "") == plain


def test_nothing_that_a_terminal_would_obey_gets_through() -> None:
    evil = good(Check.TOUCH, "有触摸屏：\x1b[2J。", "Found: \x1b[2J.")
    assert "\x1b" not in for_people(examination(evil), Language.ZH, PLAIN)


def test_programs_read_the_same() -> None:
    told = for_machines(SEEN, Language.EN)
    assert (told["version"], told["well"]) == (1, False)
    assert [told[grade] for grade in ("bad", "look", "unknown", "good")] == [1, 1, 1, 2]
    assert told["values"] == {
        "content": {"value": LONG, "source": "hall", "file": str(FILE), "line": 12},
        "language": {"value": "zh", "source": "default", "file": None, "line": None},
    }
    assert told["follows"] == {"text_mm": 18.1}
    checks = told["checks"]
    assert isinstance(checks, list)
    assert checks[1] == {
        "check": "display",
        "grade": "bad",
        "message": BAD.said.en,
        "remedy": BAD.remedy and BAD.remedy.en,
        "facts": {"missing": "HDMI-7"},
    }


def test_every_check_has_a_group_and_a_short_name() -> None:
    assert {check.group for check in Check} == set(Group)
    for language in Language:
        names = [check.label.of(language) for check in Check]
        assert len(set(names)) == len(names)
        assert max(map(columns, names)) <= 11


def test_grades_are_words_that_stay() -> None:
    assert [str(grade) for grade in Grade] == ["good", "look", "bad", "unknown"]
