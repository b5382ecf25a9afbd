from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.document import read
from kiosk.content.problems import Code, Problem
from kiosk.content.syntax import slip_in
from tests.content.sample import DEVELOPMENT, EXHIBITION, LIVELIHOOD


def problem_of(tmp_path: Path, text: str) -> Problem:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    page, _ = read(path, tmp_path)
    (found,) = page.problems
    return found


def test_no_line_of_sound_content_is_suspected() -> None:
    lines = [line for text in (EXHIBITION, LIVELIHOOD, DEVELOPMENT) for line in text.splitlines()]
    real = sorted((Path(__file__).parents[2] / "content").rglob("*.yaml"))
    assert real
    for path in real:
        lines += path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if slip_in(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "title: 洛阳：古都",
        "source: https://example.org/a:b",
        "text: Up 3, *not* more & more!",
        "en: {zh: '来源: 报纸', en: 'Source: a, %b'}",
        "zh: “三力联动”，en 不是键",
        "value: -3",
        "- '- 引号里的'",
        "# 注释：随便写 -x ，｛",
        "unit: '%'",
        "text: it's 5 o'clock",
        "time: 12:30",
        "",
    ],
)
def test_a_sound_line_is_not_suspected(line: str) -> None:
    assert slip_in(line) is None


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\ntitle： 洛阳\nid: x\n", Code.WIDE_COLON, 2, 6),
        ("a: 1\ntitle： 洛阳\nsection： 教育\nid: x\n", Code.WIDE_COLON, 2, 6),
        ("a: 1\ntitle： 洛阳\n\n# 注\nid: x\n", Code.WIDE_COLON, 2, 6),
        ("a: 1\ntitle:洛阳\nid: x\n", Code.COLON_SPACE, 2, 6),
        ("slides:\n  - kind： cover\n    id: x\n", Code.WIDE_COLON, 2, 9),
        ("slides:\n  -kind: cover\n    id: x\n", Code.DASH_SPACE, 2, 3),
        ("slides:\n  — kind: cover\n    id: x\n", Code.WIDE_DASH, 2, 3),
        ("slides:\n\t- kind: cover\n", Code.TAB, 2, 1),
        ("slides:\n  - kind: cover\n  \tid: x\n", Code.TAB, 3, 3),
        ("slides:\n  - kind: cover\n　　id: x\n  b: 2\n", Code.WIDE_SPACE, 3, 1),
        ('a: "洛阳\nb: 1\nc: 2\n', Code.OPEN_QUOTE, 1, 4),
        ('a: "洛阳\nb: 1\nc: "x"\n', Code.OPEN_QUOTE, 1, 4),
        ('a: "洛阳\n' + "b: 1\n" * 9 + 'c: "x"\n', Code.OPEN_QUOTE, 1, 4),
        ('z: 0\na: "洛阳\n' + "b: 1\n" * 9 + 'c: "x"\n', Code.OPEN_QUOTE, 2, 4),
        ('a: 他说"好"\nb: "好"吗\n', Code.QUOTE_TAIL, 2, 7),
        ("a: {zh: 洛阳，en: x}\n", Code.WIDE_COMMA, 1, 11),
        ("a: {zh: '洛阳'，en: x}\n", Code.WIDE_COMMA, 1, 13),
        ("a: {zh: 洛阳, en: x\nb: 1\n", Code.OPEN_BRACKET, 1, 4),
        ("a: [x, y\nb: 1\n", Code.OPEN_BRACKET, 1, 4),
        ("a: ［x］\nb: {\n", Code.WIDE_BRACKET, 1, 4),
        ("a: 来源: 报纸\n", Code.COLON_IN_TEXT, 1, 6),
        ("a: %\n", Code.QUOTE_NEEDED, 1, 4),
        ("a: {b: %}\n", Code.QUOTE_NEEDED, 1, 8),
        ("a: `x`\n", Code.QUOTE_NEEDED, 1, 4),
        ("a:\n  - @x\n", Code.QUOTE_NEEDED, 2, 5),
        ("title 洛阳\nid: x\n", Code.COLON_MISSING, 1, 6),
        ("a: 1\n b: 2\n", Code.INDENT, 2, 3),
        ("a:\n  b: 1\n c: 2\n", Code.INDENT, 3, 2),
        ("a:\n  - b: 1\n   c: 2\n", Code.INDENT, 3, 4),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", Code.CONFLICT, 2, 1),
        ("a: 1\nb: 2\n>>>>>>> x\n", Code.CONFLICT, 3, 1),
    ],
)
def test_the_true_line_is_blamed(tmp_path: Path, text: str, code: Code, line: int, column: int) -> None:
    found = problem_of(tmp_path, text)
    assert (found.code, found.line, found.column) == (code, line, column), found.source
