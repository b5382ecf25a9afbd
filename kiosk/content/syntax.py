"""Why a file is not YAML, and where: the line at fault is often above the one the parser stops at.

A parser reads `title： 铭记` (full-width colon) as the beginning of a text and complains a line later. So the
lines from the complaint upwards are looked at for the slips a Chinese keyboard makes, and the first such line
is blamed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

import yaml

from kiosk.content.exhibition import Text
from kiosk.content.problems import Code

LINES_UP = 4
"""Above the complaint, that are looked at for any slip."""
QUOTE_LINES_UP = 30
"""Above it, that are looked at for a quotation mark without a partner, which swallows what follows."""
LONGEST_LINE = 1_000
"""Characters of a line that are looked at; no line of text for a wall is longer."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake of writing. The column counts from 1."""

    code: Code
    column: int
    span: int
    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Found:
    code: Code
    line: int
    column: int
    span: int
    message: Text
    remedy: Text


def explain(lines: Sequence[str], fault: yaml.MarkedYAMLError) -> Found:
    """The best account of a syntax error: a slip that explains it, or the parser's place in plain words."""
    conflict = _conflict(lines)
    if conflict:
        return conflict
    stop = _line_of(fault.problem_mark, len(lines))
    began = _line_of(fault.context_mark, stop)
    for number in [*_upwards(lines, stop, LINES_UP), began]:
        slip = slip_in(lines[number - 1])
        if slip:
            return _first_of_run(lines, number, slip)
    for number in _upwards(lines, stop, QUOTE_LINES_UP):
        slip = _quotes(lines[number - 1][:LONGEST_LINE])
        if slip:
            return _found(number, slip)
    return _plainly(lines, fault, stop, began)


def slip_in(line: str) -> Slip | None:
    """What a Chinese keyboard or a word processor did to this line, if anything."""
    line = line[:LONGEST_LINE]
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    return next(filter(None, (look(line) for look in _LOOKS)), None)


def _upwards(lines: Sequence[str], stop: int, most: int) -> list[int]:
    """The line of the complaint and the nearest `most` above it that are not blank."""
    above = (n for n in range(stop, max(0, stop - QUOTE_LINES_UP * 2), -1) if lines[n - 1].strip())
    return list(islice(above, most + 1))


def _first_of_run(lines: Sequence[str], number: int, slip: Slip) -> Found:
    """The same slip is often made line after line: the first is blamed."""
    for _ in range(min(number - 1, QUOTE_LINES_UP)):
        above = slip_in(lines[number - 2])
        if not above or above.code is not slip.code:
            break
        number, slip = number - 1, above
    return _found(number, slip)


def _found(line: int, slip: Slip) -> Found:
    return Found(slip.code, line, slip.column, slip.span, slip.message, slip.remedy)


def _line_of(mark: yaml.error.Mark | None, default: int) -> int:
    return min(max(mark.line + 1, 1), max(default, 1)) if mark else max(default, 1)


# The slips, each a look at one line. `KEY` is what may stand before a colon.

KEY = r"(?P<lead>[ \t\u3000\u00a0]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')"


def _indent(line: str) -> Slip | None:
    match = re.match(r"[ \u3000\u00a0]*\t|[ ]*[\u3000\u00a0]", line)
    if not match:
        return None
    if "\t" in match.group():
        return Slip(
            Code.TAB,
            match.end(),
            1,
            Text("行首用了 Tab 键，YAML 只认空格。", "The line begins with a tab; YAML knows only spaces."),
            Text("把 Tab 换成空格，每一层缩进两格。", "Use spaces instead, two for each level."),
        )
    return Slip(
        Code.WIDE_SPACE,
        match.end(),
        1,
        Text(
            "行首用了全角空格，YAML 只认半角空格。",
            "The line begins with a full-width space; YAML knows only plain ones.",
        ),
        Text(
            "切换到英文输入法，用半角空格缩进，每一层两格。", "Indent with plain spaces, two for each level."
        ),
    )


def _list_mark(line: str) -> Slip | None:
    match = re.match(r"\s*([－—–‐‑−﹣•·*])\s*[\w\"'{]", line)
    if match:
        return Slip(
            Code.WIDE_DASH,
            match.start(1) + 1,
            1,
            Text(
                f"列表的开头用了“{match[1]}”，应当是半角减号。",
                f"The entry begins with “{match[1]}” instead of a hyphen.",
            ),
            Text("改成 “- ”（英文输入法的减号加一个空格）。", "Write “- ”: a hyphen and a space."),
        )
    match = re.match(r"\s*(-)[A-Za-z_\"'{]", line)
    if match:
        return Slip(
            Code.DASH_SPACE,
            match.start(1) + 1,
            2,
            Text("减号后面少了空格。", "A space is missing after the hyphen."),
            Text("改成 “- ”：减号后加一个空格。", "Write “- ”: the hyphen, then a space."),
        )
    return None


def _wide_colon(line: str) -> Slip | None:
    match = re.match(KEY + r"\s*(?P<colon>[：﹕︰])", line) or re.search(
        r"[{,，｛]\s*(?P<key>zh|en|[a-z_]+)\s*(?P<colon>[：﹕︰])", line
    )
    if not match:
        return None
    return Slip(
        Code.WIDE_COLON,
        match.start("colon") + 1,
        1,
        Text(f"{match['key']} 后面是全角冒号“：”。", f"{match['key']} is followed by a full-width colon."),
        Text(
            f"改成半角冒号加一个空格：“{match['key']}: ”。",
            f"Write a plain colon and a space: “{match['key']}: ”.",
        ),
    )


def _colon_space(line: str) -> Slip | None:
    match = re.match(KEY + r"(?P<colon>:)(?=[^\s/:])", line)
    if not match:
        return None
    return Slip(
        Code.COLON_SPACE,
        match.start("colon") + 1,
        1,
        Text(
            f"{match['key']} 的冒号后面少了空格。", f"A space is missing after the colon of {match['key']}."
        ),
        Text(f"冒号后加一个空格：“{match['key']}: ”。", f"Put a space after the colon: “{match['key']}: ”."),
    )


def _masked(line: str) -> str:
    """The line with an x for every character within quotes."""
    return re.sub(r"(?<=[ {\[,])(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')", lambda m: "x" * len(m[0]), line)


def _wide_bracket(line: str) -> Slip | None:
    line = _masked(line)
    match = re.match(KEY + r": *(?P<bracket>[｛［【])", line) or re.match(
        r"[^\"']*[{\[][^\"']*(?P<bracket>[｝］])\s*(#.*)?$", line
    )
    if not match:
        return None
    plain = {"｛": "{", "［": "[", "【": "[", "｝": "}", "］": "]"}[match["bracket"]]
    return Slip(
        Code.WIDE_BRACKET,
        match.start("bracket") + 1,
        1,
        Text(f"用了全角括号“{match['bracket']}”。", f"“{match['bracket']}” is a full-width bracket."),
        Text(f"改成半角的 “{plain}”。", f"Write a plain “{plain}”."),
    )


def _wide_comma(line: str) -> Slip | None:
    match = re.search(r"\{[^}]*?(?P<comma>[，、；;]) *(?P<key>[a-z_]+) ?:", _masked(line))
    if not match:
        return None
    return Slip(
        Code.WIDE_COMMA,
        match.start("comma") + 1,
        1,
        Text(
            f"{match['key']} 前面应当是半角逗号，不是“{match['comma']}”。",
            f"Before {match['key']} stands “{match['comma']}” where a plain comma belongs.",
        ),
        Text("改成英文输入法的逗号加一个空格：“, ”。", "Write a plain comma and a space: “, ”."),
    )


def _reserved(line: str) -> Slip | None:
    plain = _masked(line)
    value = r"(?P<value>[@`%!&*][^,}\]#]*)"
    match = re.match(rf"{KEY}: +{value}", plain) or re.match(rf" *- +{value}", plain)
    if not match and re.search(r"[{\[]", plain):
        match = re.search(rf"[{{\[,] *(?:[a-z_]+: +)?{value}", plain)
    if not match:
        return None
    value = match["value"].strip()
    return Slip(
        Code.QUOTE_NEEDED,
        match.start("value") + 1,
        len(value),
        Text(f"“{value[0]}” 开头的文字要加引号。", f"A text that begins with “{value[0]}” needs quotes."),
        Text(f"写成 '{value}'。", f"Write '{value}'."),
    )


def _quotes(line: str) -> Slip | None:
    """A quoted text that does not end, or ends too early."""
    for start in re.finditer(r"(?:: +|[{,\[] *(?:[a-z_]+: +)?|- +)(?P<quote>[\"'])", line):
        at, quote = start.start("quote"), start["quote"]
        body = r"(?:[^\"\\]|\\.)*\"" if quote == '"' else r"(?:[^']|'')*'"
        whole = re.compile(body).match(line, at + 1)
        if not whole:
            return _open_quote(line, at, quote)
        tail = re.compile(r"[^\s,}\]:#][^,}\]#]*").match(line, whole.end() + _spaces(line, whole.end()))
        if tail:
            return Slip(
                Code.QUOTE_TAIL,
                tail.start() + 1,
                1,
                Text("引号已经结束，后面还有文字。", "The quotes have ended, yet text follows."),
                Text(
                    "整句放进一对引号；句中的引号改用中文引号“ ”。",
                    "Put the whole text in one pair of quotes; inside it use “ ”.",
                ),
            )
    return None


def _spaces(line: str, at: int) -> int:
    return len(line) - at - len(line[at:].lstrip())


def _open_quote(line: str, at: int, quote: str) -> Slip:
    return Slip(
        Code.OPEN_QUOTE,
        at + 1,
        max(1, len(line.rstrip()) - at),
        Text("引号没有成对。", "A quotation mark has no partner."),
        Text(f"在文字末尾补上 {quote}（半角）。", f"Close the text with {quote}."),
    )


def _colon_in_text(line: str) -> Slip | None:
    match = re.match(KEY + r": +(?P<value>[^\s\"'\[{|>&*!#][^#]*?(?P<colon>:)(?: .*|$))", line)
    if not match or _is_flow_pair(line):
        return None
    value = match["value"].strip()
    return Slip(
        Code.COLON_IN_TEXT,
        match.start("colon") + 1,
        1,
        Text(
            "文字里有半角冒号加空格，YAML 会当成另一个键。",
            "The text holds a colon and a space, which begin a new key.",
        ),
        Text(f"给整句加引号：'{value}'，或改用中文冒号。", f"Put the text in quotes: '{value}'."),
    )


def _is_flow_pair(line: str) -> bool:
    return line.lstrip(" -").startswith("{")


def _colon_missing(line: str) -> Slip | None:
    match = re.match(r"[ ]*(?:- +)?(?P<key>[a-z_]{2,20})(?P<gap>[ \u3000=]+)[^\s:：A-Za-z]", line)
    if not match or re.search(r":(\s|$)", line):
        return None
    return Slip(
        Code.COLON_MISSING,
        match.start("gap") + 1,
        1,
        Text(f"{match['key']} 后面少了冒号。", f"A colon is missing after {match['key']}."),
        Text(f"写成 “{match['key']}: ”。", f"Write “{match['key']}: ”."),
    )


_LOOKS: tuple[Callable[[str], Slip | None], ...] = (
    _indent,
    _list_mark,
    _wide_colon,
    _colon_space,
    _wide_bracket,
    _wide_comma,
    _reserved,
    _quotes,
    _colon_in_text,
    _colon_missing,
)


def _conflict(lines: Sequence[str]) -> Found | None:
    for number, line in enumerate(lines, 1):
        if re.match(r"(<{7}|>{7}) ", line):
            return Found(
                Code.CONFLICT,
                number,
                1,
                len(line),
                Text(
                    "两份修改没有合并完，留下了冲突标记。",
                    "Two edits were not merged: a conflict mark is left.",
                ),
                Text(
                    "在 <<<<<<< 和 >>>>>>> 之间选定一份，删去三行标记。",
                    "Keep one of the two between <<<<<<< and >>>>>>>, and delete the three marks.",
                ),
            )
    return None


def _plainly(lines: Sequence[str], fault: yaml.MarkedYAMLError, stop: int, began: int) -> Found:
    """The parser's complaint in plain words, at its own place."""
    context, problem = fault.context or "", fault.problem or ""
    if "escape" in problem:
        return _bad_escape(fault, stop)
    if "quoted scalar" in context:
        line = lines[began - 1]
        at = fault.context_mark.column if fault.context_mark else 0
        return _found(began, _open_quote(line, at, line[at : at + 1] or '"'))
    if "flow" in context:
        return Found(
            Code.OPEN_BRACKET,
            began,
            fault.context_mark.column + 1 if fault.context_mark else 1,
            1,
            Text("括号没有成对，或里面少了逗号。", "A bracket has no partner, or a comma is missing inside."),
            Text(
                "补上 } 或 ]；各项之间用半角逗号；文字里有逗号、括号时加引号。",
                "Close it with } or ]; put plain commas between the entries; quote a text that holds commas.",
            ),
        )
    column = fault.problem_mark.column + 1 if fault.problem_mark else 1
    if {"block", "key", "mapping", "indicator"} & {*problem.split(), *context.split()}:
        return _misaligned(lines, stop, column)
    return Found(
        Code.SYNTAX,
        stop,
        column,
        1,
        Text("这一行的写法 YAML 看不懂。", "YAML cannot read this line."),
        Text(
            "对照上下几行检查标点和缩进；有特殊符号的文字加引号。",
            "Compare its punctuation and indentation with its neighbours; quote text with special signs.",
        ),
    )


def _bad_escape(fault: yaml.MarkedYAMLError, stop: int) -> Found:
    return Found(
        Code.SYNTAX,
        stop,
        fault.problem_mark.column + 1 if fault.problem_mark else 1,
        1,
        Text(
            "双引号里的反斜杠 \\ 后面不能写这个。",
            "Within double quotes, a backslash cannot be followed by this.",
        ),
        Text("把双引号换成单引号 '，或删去反斜杠。", "Use single quotes ', or take the backslash out."),
    )


def _misaligned(lines: Sequence[str], stop: int, column: int) -> Found:
    text = lines[stop - 1] if stop <= len(lines) else ""
    above = next((line for line in reversed(lines[: stop - 1]) if line.strip()), "")
    if text.strip() and not re.search(r":(\s|$)", text) and not text.lstrip().startswith("- "):
        message = Text(
            "这一行没有 “键: ”，也接不上前面的内容。",
            "This line has no “key: ” and does not continue the one above.",
        )
    else:
        message = Text(
            "这一行的缩进和前面的不对齐。", "The indentation of this line does not fit those above."
        )
    depth = len(above) - len(above.lstrip(" "))
    return Found(
        Code.INDENT,
        stop,
        column,
        1,
        message,
        Text(
            f"和同一层的行左边对齐（上一行缩进 {depth} 格）。",
            f"Align it with its level (the line above begins after {depth} spaces).",
        ),
    )
