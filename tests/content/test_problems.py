from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import (
    Code,
    ContentError,
    Edit,
    Problem,
    Severity,
    in_order,
    record,
    report,
    strictly,
)


def problem(
    source: str = "title： 铭记",
    column: int = 6,
    span: int = 1,
    severity: Severity = Severity.ERROR,
    path: Path = Path("themes/culture.yaml"),
    line: int = 12,
) -> Problem:
    message, remedy = Text("全角冒号。", "A wide colon."), Text("改成半角。", "Write a plain one.")
    return Problem(Code.WIDE_COLON, severity, path, line, column, source, message, remedy, span)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def test_a_report_reads_as_a_compiler_prints() -> None:
    assert report([problem()], Language.ZH) == (
        "themes/culture.yaml:12:6: 错误 wide-colon\n"
        " 12 | title： 铭记\n"
        "    |      ^~\n"
        "  全角冒号。\n"
        "  改法：改成半角。\n"
        "\n"
        "想知道更多：kiosk explain wide-colon\n"
        "共 1 个错误\n"
    )


@pytest.mark.parametrize("source", ["title： 铭记", "长" * 300 + "： 铭记"], ids=["short", "long"])
def test_a_repair_that_needs_no_thought_is_shown_below_its_line(source: str) -> None:
    at = source.index("：") + 1
    easy = replace(problem(source, at), edit=Edit(12, at, 1, ":"))
    rows = report([easy, problem(line=13)], Language.ZH).splitlines()
    assert rows[3].startswith(" 12 + ")
    assert rows[3].removeprefix(" 12 + ") == rows[1].removeprefix(" 12 | ").replace("：", ":")
    assert rows[-3] == "其中 1 处可以自动改好：kiosk fix"
    assert len([row for row in rows if " + " in row]) == 1


def test_a_repair_on_another_line_is_not_drawn() -> None:
    far = replace(problem(), edit=Edit(9, 1, 0, "- "))
    assert " + " not in report([far], Language.EN)


def test_to_the_strict_there_are_errors_only() -> None:
    told = strictly([problem(severity=Severity.WARNING, line=2), problem(line=3)])
    assert [(found.line, found.severity) for found in told] == [(2, Severity.ERROR), (3, Severity.ERROR)]


def test_a_file_elsewhere_is_told_to_machines_by_its_whole_path(tmp_path: Path) -> None:
    inside, outside = tmp_path / "themes" / "a.yaml", tmp_path.parent / "b.yaml"
    told = [record(problem(path=path), Language.ZH, tmp_path)["file"] for path in (inside, outside)]
    assert told == ["themes/a.yaml", outside.as_posix()]


def test_an_edit_is_told_to_machines_whole() -> None:
    easy = replace(problem(), edit=Edit(12, 6, 1, ":"))
    assert record(easy, Language.ZH, Path("/"))["edit"] == {"line": 12, "column": 6, "length": 1, "text": ":"}


def test_a_report_speaks_english_too() -> None:
    text = report([problem(), problem(severity=Severity.WARNING)], Language.EN)
    assert "error wide-colon" in text
    assert "A wide colon." in text
    assert "Remedy: Write a plain one." in text
    assert text.endswith("1 error, 1 warning\n")


@pytest.mark.parametrize("column", [1, 5, 12, 40, 100, 200])
def test_the_caret_stands_under_its_character_after_wide_ones(column: int) -> None:
    source = "".join("汉a，b龘"[i % 5] for i in range(240))
    rows = report([problem(source, column)], Language.ZH).splitlines()
    shown, caret = rows[1], rows[2]
    at = columns(caret[: caret.index("^")])
    here = next(i for i in range(len(shown)) if columns(shown[:i]) == at)
    assert shown[here] == source[column - 1]


def test_a_long_line_is_cut_around_the_caret() -> None:
    rows = report([problem("长" * 500_000, 250_000)], Language.ZH).splitlines()
    assert columns(rows[1]) < 120


def test_nothing_a_terminal_obeys_is_printed() -> None:
    text = report([problem("a: \x1b[31m\u202e\x07", 4)], Language.ZH)
    assert all(c.isprintable() or c in "\n\u3000" for c in text)


def test_a_problem_of_a_whole_file_has_no_source_line() -> None:
    assert report([problem("", 0, line=0)], Language.ZH).startswith(
        "themes/culture.yaml: 错误 wide-colon\n  全角"
    )


def test_a_path_below_the_working_folder_is_shown_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert report([problem(path=tmp_path / "content" / "a.yaml")], Language.ZH).startswith(
        "content/a.yaml:12:6"
    )


def test_errors_stand_before_warnings_and_then_down_the_page() -> None:
    late, early = problem(line=9), problem(line=3)
    warning = problem(line=1, severity=Severity.WARNING)
    assert in_order([warning, late, early, late]) == [early, late, warning]


def test_no_problems_is_said_as_such() -> None:
    assert report([], Language.ZH) == "没有发现问题\n"
    assert report([], Language.EN) == "no problems\n"


def test_an_error_of_content_names_its_first_problem() -> None:
    error = ContentError([problem(line=9), problem(line=3)])
    assert [p.line for p in error.problems] == [3, 9]
    assert "2 problems" in str(error)
