"""Why a file is not YAML, and where: the line at fault is often above the one the parser stops at.

A parser reads `title： 铭记` (full-width colon) as the beginning of a text and complains a line later. So the
lines from the complaint upwards are looked at for the slips a Chinese keyboard makes, and the first such line
is blamed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import get_args, get_type_hints

import yaml

from kiosk.content import exhibition, indentation, vocabulary
from kiosk.content.exhibition import Key, Text
from kiosk.content.problems import Code, Edit

LINES_UP = 4
"""Above the complaint, that are looked at for any slip."""
QUOTE_LINES_UP = 30
"""Above it, that are looked at for a quotation mark without a partner, which swallows what follows."""
BEFORE_QUOTE = re.compile(r"(: +|^ *- +|[,{\[] *)$")
"""What stands before a quotation mark that begins a text."""
LONGEST_LINE = 1_000
"""Characters of a line that are looked at; no line of text for a wall is longer."""


@dataclass(frozen=True, slots=True)
class Change:
    """The repair of a slip, where it is certain: `length` characters from `column` on become `text`."""

    column: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake of writing. The column counts from 1."""

    code: Code
    column: int
    span: int
    message: Text
    remedy: Text
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Found:
    code: Code
    line: int
    column: int
    span: int
    message: Text
    remedy: Text
    edit: Edit | None = None


@cache
def known_keys() -> frozenset[str]:
    """Every word that staff write before a colon."""
    kinds = [kind for kind in vars(exhibition).values() if dataclasses.is_dataclass(kind)]
    keys = {"kind", "glazes", "screen"}
    for kind in kinds:
        hints = get_type_hints(kind, include_extras=True)
        for item in dataclasses.fields(kind):
            words = [data.word for data in get_args(hints[item.name])[1:] if isinstance(data, Key)]
            keys.add(words[0] if words else item.name)
    return frozenset(keys)


def explain(lines: Sequence[str], fault: yaml.MarkedYAMLError) -> Found:
    """The best account of a syntax error: a slip that explains it, or the parser's place in plain words."""
    conflict = _conflict(lines)
    if conflict:
        return conflict
    stop = _line_of(fault.problem_mark, len(lines))
    began = _line_of(fault.context_mark, stop)
    swallowed = _swallowed(lines, stop)
    if swallowed:
        return swallowed
    for number in [*_upwards(lines, stop, LINES_UP), began]:
        slip = slip_in(lines[number - 1])
        if slip:
            return _first_of_run(lines, number, slip)
    for number in _upwards(lines, stop, QUOTE_LINES_UP):
        slip = _quotes(lines[number - 1][:LONGEST_LINE])
        if slip:
            return _found(lines, number, slip)
    return _plainly(lines, fault, stop, began)


def slip_in(line: str) -> Slip | None:
    """What a Chinese keyboard or a word processor did to this line, if anything."""
    line = line[:LONGEST_LINE]
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    return next(filter(None, (look(line) for look in _LOOKS)), None)


def look(lines: Sequence[str], number: int) -> Found | None:
    """What is written wrong on one line, which YAML may have read as something else."""
    slip = slip_in(lines[number - 1]) if 0 < number <= len(lines) else None
    return _found(lines, number, slip) if slip else None


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
    return _found(lines, number, slip)


def _found(lines: Sequence[str], line: int, slip: Slip) -> Found:
    edit = edit_of(line, slip)
    if slip.code in (Code.TAB, Code.WIDE_SPACE) and not edit:
        lead = len(lines[line - 1]) - len(lines[line - 1].lstrip())
        depth = indentation.meant(lines, line)
        edit = Edit(line, 1, lead, " " * depth) if depth is not None else None
    return Found(slip.code, line, slip.column, slip.span, slip.message, slip.remedy, edit)


def edit_of(line: int, slip: Slip) -> Edit | None:
    change = slip.change
    return Edit(line, change.column, change.length, change.text) if change else None


def _swallowed(lines: Sequence[str], stop: int) -> Found | None:
    """The first quotation mark without a partner: one whose next like it begins another text."""
    number = 1
    while number <= stop:
        slip = _quotes(lines[number - 1][:LONGEST_LINE])
        if not slip or slip.code is not Code.OPEN_QUOTE or lines[number - 1].lstrip().startswith("#"):
            number += 1
            continue
        quote = lines[number - 1][slip.column - 1]
        after = next((n for n in range(number + 1, len(lines) + 1) if quote in lines[n - 1]), None)
        if after is None or BEFORE_QUOTE.search(lines[after - 1].split(quote)[0]):
            return _found(lines, number, slip)
        number = after + 1
    return None


def _line_of(mark: yaml.error.Mark | None, default: int) -> int:
    return min(max(mark.line + 1, 1), max(default, 1)) if mark else max(default, 1)


# The slips, each a look at one line. `KEY` is what may stand before a colon.

KEY = r"(?P<lead>[ \t\u3000\u00a0]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')"
GAP = r"[ \u3000\u00a0]*"
"""What may stand between a sign and what follows it."""
COLOUR = r"#[0-9A-Fa-f]{6}(?![0-9A-Za-z])"


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
    match = re.match(rf"\s*(?P<mark>[－—–‐‑−﹣•·*])(?P<gap>{GAP})[\w\"'{{]", line)
    if match:
        at, certain = match.start("mark"), match["mark"] != "*" or match["gap"]
        return Slip(
            Code.WIDE_DASH,
            at + 1,
            1,
            Text(
                f"列表的开头用了“{match['mark']}”，应当是半角减号。",
                f"The entry begins with “{match['mark']}” instead of a hyphen.",
            ),
            Text("改成 “- ”（英文输入法的减号加一个空格）。", "Write “- ”: a hyphen and a space."),
            Change(at + 1, match.end("gap") - at, "- ") if certain else None,
        )
    match = re.match(r"\s*(?P<mark>-)(?P<gap>[\u3000\u00a0]*)[A-Za-z_\"'{]", line)
    if match:
        at = match.start("mark")
        return Slip(
            Code.DASH_SPACE,
            at + 1,
            2,
            Text("减号后面少了空格。", "A space is missing after the hyphen."),
            Text("改成 “- ”：减号后加一个空格。", "Write “- ”: the hyphen, then a space."),
            Change(at + 1, match.end("gap") - at, "- "),
        )
    return None


def _colon(line: str, match: re.Match[str]) -> Change:
    """The colon and what stands around it become a plain colon and a space."""
    begin, end = match.end("key"), match.end("colon")
    end += len(line[end:]) - len(line[end:].lstrip(" \u3000\u00a0"))
    return Change(begin + 1, end - begin, ": " if line[end:].strip() else ":")


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
        _colon(line, match),
    )


def _chinese_key(line: str) -> Slip | None:
    match = re.match(r"\s*(?:- +)?(?P<key>[\u4e00-\u9fff]{2,6})\s*(?P<colon>：)", line)
    key = vocabulary.KEYS.get(match["key"], "") if match else ""
    if not match or not key:
        return None
    return Slip(
        Code.WIDE_COLON,
        match.start("key") + 1,
        len(match["key"]) + 1,
        Text(
            f"{match['key']} 要写成英文的键，冒号也是全角的。",
            f"{match['key']} is no key, and its colon is a wide one.",
        ),
        Text(f"写成 “{key}: ”。", f"Write “{key}: ”."),
    )


def _colon_space(line: str) -> Slip | None:
    match = re.match(KEY + r"(?P<colon>:)(?=[^ \t/:])", line)
    if not match:
        return None
    if line[match.end()] in "\u3000\u00a0":
        message = Text(
            f"{match['key']} 的冒号后面不是半角空格。",
            f"What follows the colon of {match['key']} is no plain space.",
        )
    else:
        message = Text(
            f"{match['key']} 的冒号后面少了空格。", f"A space is missing after the colon of {match['key']}."
        )
    return Slip(
        Code.COLON_SPACE,
        match.start("colon") + 1,
        1,
        message,
        Text(f"冒号后加一个空格：“{match['key']}: ”。", f"Put a space after the colon: “{match['key']}: ”."),
        None if re.match(r"[a-z_]+:\s", line[match.end() :]) else _colon(line, match),
    )


def _masked(line: str) -> str:
    """The line with an x for every character within quotes."""
    return re.sub(r"(?<=[ {\[,])(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')", lambda m: "x" * len(m[0]), line)


def _wide_bracket(line: str) -> Slip | None:
    line = _masked(line)
    match = (
        re.match(KEY + r": *(?P<bracket>[｛［])", line)
        or re.match(KEY + r"(?<!zh)(?<!en): *(?P<bracket>【)[^:：]*[】\]］]\s*$", line)
        or re.match(r"[^\"']*[{\[][^\"']*(?P<bracket>[｝］】])\s*(#.*)?$", line)
    )
    if not match:
        return None
    plain = {"｛": "{", "［": "[", "【": "[", "｝": "}", "］": "]", "】": "]"}[match["bracket"]]
    at = match.start("bracket") + 1
    return Slip(
        Code.WIDE_BRACKET,
        at,
        1,
        Text(f"用了全角括号“{match['bracket']}”。", f"“{match['bracket']}” is a full-width bracket."),
        Text(f"改成半角的 “{plain}”。", f"Write a plain “{plain}”."),
        Change(at, 1, plain),
    )


def _wide_comma(line: str) -> Slip | None:
    match = re.search(r"\{[^}]*?(?P<comma>[，、；;]) *(?P<key>[a-z_]+) ?:", _masked(line))
    if not match:
        return None
    at = match.start("comma") + 1
    return Slip(
        Code.WIDE_COMMA,
        at,
        1,
        Text(
            f"{match['key']} 前面应当是半角逗号，不是“{match['comma']}”。",
            f"Before {match['key']} stands “{match['comma']}” where a plain comma belongs.",
        ),
        Text("改成英文输入法的逗号加一个空格：“, ”。", "Write a plain comma and a space: “, ”."),
        Change(at, match.start("key") + 1 - at, ", "),
    )


def _comma_missing(line: str) -> Slip | None:
    match = re.search(
        r"[{,] *(?:zh|en): +[^{}\[\],'\":：]*?[^{}\[\],'\":：\s](?P<gap> +)(?P<key>zh|en): ", _masked(line)
    )
    if not match:
        return None
    at = match.start("gap") + 1
    return Slip(
        Code.COMMA_MISSING,
        match.start("key") + 1,
        2,
        Text(f"{match['key']} 前面少了逗号。", f"A comma is missing before {match['key']}."),
        Text(f"写成 “, {match['key']}: ”。", f"Write “, {match['key']}: ”."),
        Change(at, len(match["gap"]), ", "),
    )


def _hash_colour(line: str) -> Slip | None:
    """In braces only: elsewhere YAML reads on, and the decoder finds the empty value."""
    match = re.search(rf"\{{.*[a-z_]+: +(?P<colour>{COLOUR})", _masked(line))
    if not match:
        return None
    at, colour = match.start("colour") + 1, match["colour"]
    return Slip(
        Code.HASH_IN_TEXT,
        at,
        len(colour),
        Text("# 开头的是注释，这里等于没有写。", "What begins with # is a comment: nothing stands here."),
        Text(f"加引号：'{colour}'。", f"Quote it: '{colour}'."),
        Change(at, len(colour), f"'{colour}'"),
    )


def _reserved(line: str) -> Slip | None:
    plain = _masked(line)
    value = r"(?P<value>[@`%!&*][^,}\]#]*)"
    match = re.match(rf"{KEY}: +{value}", plain) or re.match(rf" *- +{value}", plain)
    if not match and re.search(r"[{\[]", plain):
        match = re.search(rf"[{{\[,] *(?:[a-z_]+: +)?{value}", plain)
    if not match:
        return None
    value, at = match["value"].strip(), match.start("value") + 1
    certain = value[0] in "@%" and "'" not in value and "x" * 3 not in value
    return Slip(
        Code.QUOTE_NEEDED,
        at,
        len(value),
        Text(f"“{value[0]}” 开头的文字要加引号。", f"A text that begins with “{value[0]}” needs quotes."),
        Text(f"写成 '{value}'。", f"Write '{value}'."),
        Change(at, len(value), f"'{value}'") if certain else None,
    )


def _quotes(line: str) -> Slip | None:
    """A quoted text that does not end, or ends too early."""
    for start in re.finditer(r"(?:: +|[{,\[] *(?:[a-z_]+: +)?|- +)(?P<quote>[\"'])", line):
        at, quote = start.start("quote"), start["quote"]
        body = r"(?:[^\"\\]|\\.)*\"" if quote == '"' else r"(?:[^']|'')*'"
        whole = re.compile(body).match(line, at + 1)
        if not whole:
            return open_quote(line, at, quote)
        tail = re.compile(r"[^\s,}\]:#][^,}\]#]*").match(line, whole.end() + _spaces(line, whole.end()))
        if tail:
            return _quote_tail(line, whole.end(), tail)
    return None


def _quote_tail(line: str, end: int, tail: re.Match[str]) -> Slip:
    apostrophe = line[end - 1] == "'" and tail.start() == end and line[end].isalpha()
    remedy = Text(
        "整句放进一对引号；句中的引号改用中文引号“ ”。",
        "Put the whole text in one pair of quotes; inside it use “ ”.",
    )
    if apostrophe:
        remedy = Text(
            f"单引号里的撇号写成 ’：…’{line[end : end + 2].strip()}…。",
            f"Within single quotes write the apostrophe as ’: …’{line[end : end + 2].strip()}….",
        )
    return Slip(
        Code.QUOTE_TAIL,
        tail.start() + 1,
        1,
        Text("引号已经结束，后面还有文字。", "The quotes have ended, yet text follows."),
        remedy,
    )


def _spaces(line: str, at: int) -> int:
    return len(line) - at - len(line[at:].lstrip())


def open_quote(line: str, at: int, quote: str) -> Slip:
    """The account of a quotation mark at `at`, from 0, that has no partner."""
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
    value, at = match["value"].strip(), match.start("value")
    before = re.search(r"(?:^|\s)(?P<key>[a-z_]+)$", line[at : match.start("colon")])
    if before and before["key"] in known_keys():
        return _two_keys(match["key"], before["key"], at + before.start("key"))
    certain = "'" not in value and " #" not in value
    return Slip(
        Code.COLON_IN_TEXT,
        match.start("colon") + 1,
        1,
        Text(
            "文字里有半角冒号加空格，YAML 会当成另一个键。",
            "The text holds a colon and a space, which begin a new key.",
        ),
        Text(f"给整句加引号：'{value}'，或改用中文冒号。", f"Put the text in quotes: '{value}'."),
        Change(at + 1, len(value), f"'{value}'") if certain else None,
    )


def _two_keys(first: str, second: str, at: int) -> Slip:
    return Slip(
        Code.TWO_KEYS,
        at + 1,
        len(second),
        Text(
            f"一行里写了两项：{first} 和 {second}。", f"Two things stand in one line: {first} and {second}."
        ),
        Text(f"{second} 另起一行。", f"Give {second} a line of its own."),
    )


def _is_flow_pair(line: str) -> bool:
    return line.lstrip(" -").startswith("{")


def _colon_missing(line: str) -> Slip | None:
    match = re.match(
        r"[ ]*(?:- +)?(?P<key>[a-z_]{2,20})(?P<gap>[ \u3000]*[=；;][ \u3000]*|[ \u3000]+)(?P<rest>\S.*)$",
        line,
    )
    if not match or re.search(r"[:：](\s|$)", line) or not _is_value(match["key"], match["rest"]):
        return None
    at = match.start("gap") + 1
    return Slip(
        Code.COLON_MISSING,
        at,
        1,
        Text(f"{match['key']} 后面少了冒号。", f"A colon is missing after {match['key']}."),
        Text(f"写成 “{match['key']}: ”。", f"Write “{match['key']}: ”."),
        Change(at, len(match["gap"]), ": ") if match["key"] in known_keys() else None,
    )


def _is_value(key: str, rest: str) -> bool:
    """Whether this follows a key, and not a word of an English text: Chinese, a figure or a single word."""
    if not re.match(r"[A-Za-z:：]", rest):
        return True
    return key in known_keys() - {"zh", "en"} and bool(re.fullmatch(r"[a-z0-9-]+", rest.rstrip()))


_LOOKS: tuple[Callable[[str], Slip | None], ...] = (
    _indent,
    _list_mark,
    _wide_colon,
    _chinese_key,
    _colon_space,
    _wide_bracket,
    _wide_comma,
    _comma_missing,
    _hash_colour,
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
        return _found(lines, began, open_quote(line, at, line[at : at + 1] or '"'))
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
    """A line that does not fit: often the one above the complaint."""
    loose = _loose_text(lines, stop)
    if loose:
        return _lone(lines, loose)
    text = lines[stop - 1] if stop <= len(lines) else ""
    if text.strip() and not re.search(r":(\s|$)", text) and not text.lstrip().startswith("- "):
        return _lone(lines, stop, column)
    burdened = _burdened_above(lines, stop)
    if burdened:
        return burdened
    odd = _odd_one_above(lines, stop)
    number, depth = (odd, indentation.depth_of(text)) if odd else (stop, indentation.nearest(lines, stop))
    now = indentation.depth_of(lines[number - 1])
    return Found(
        Code.INDENT,
        number,
        now + 1 if odd else column,
        1,
        Text("这一行的缩进和前面的不对齐。", "The indentation of this line does not fit those above."),
        Text(
            f"和同一层的行左边对齐：缩进 {depth} 格（现在是 {now} 格）。",
            f"Align it with its level: {depth} spaces (there are {now}).",
        ),
    )


def _lone(lines: Sequence[str], number: int, column: int = 0) -> Found:
    """A line of text that belongs to nothing, or a key without its colon."""
    line = lines[number - 1]
    key = line.strip().removeprefix("- ").strip()
    if key in known_keys():
        at = len(line.rstrip()) + 1
        message = Text(f"{key} 后面少了冒号。", f"A colon is missing after {key}.")
        remedy = Text(f"写成 “{key}:”。", f"Write “{key}:”.")
        return Found(Code.COLON_MISSING, number, at, 1, message, remedy, Edit(number, at, 0, ":"))
    return Found(
        Code.INDENT,
        number,
        column or indentation.depth_of(lines[number - 1]) + 1,
        1,
        Text(
            "这一行没有 “键: ”，也接不上前面的内容。",
            "This line has no “key: ” and does not continue the one above.",
        ),
        Text(
            "若是接着上一行的文字，比上一行的键多缩进两格；若是新的一项，补上 “键: ”。",
            "If it goes on with the text above, indent it two spaces more than its key; else give it a key.",
        ),
    )


def _loose_text(lines: Sequence[str], stop: int) -> int:
    """The first line of the few above that has no key and is not deep enough to go on; or 0."""
    near = [number for number, _ in islice(indentation.above(lines, stop), LINES_UP)]
    for number in reversed(near):
        level = next((indentation.level_of(line) for _, line in indentation.above(lines, number)), None)
        if indentation.level_of(lines[number - 1]) or not level or level.key < 0:
            continue
        if indentation.depth_of(lines[number - 1]) <= level.key:
            return number
    return 0


def _burdened_above(lines: Sequence[str], stop: int) -> Found | None:
    """A text on the line of its key, while its other language stands below: `title: 洛阳` before `en: …`."""
    number, line = next(indentation.above(lines, stop), (0, ""))
    upper, here = indentation.level_of(line), indentation.level_of(lines[stop - 1])
    if not upper or not here or upper.key < 0 or upper.opens or upper.text:
        return None
    if here.name not in ("zh", "en") or here.key <= upper.key or upper.name in ("zh", "en"):
        return None
    other = "zh" if here.name == "en" else "en"
    at = line.index(":", upper.key) + 1
    return Found(
        Code.INDENT,
        number,
        at + 1 + len(line[at:]) - len(line[at:].lstrip()),
        len(line[at:].strip()),
        Text(
            f"{upper.name} 有两种语言，文字却写在了同一行。",
            f"{upper.name} has two languages, yet a text beside it.",
        ),
        Text(
            f"把文字移到下一行，写成 “{other}: {line[at:].strip()}”，和 {here.name} 对齐。",
            f"Move the text to the next line as “{other}: {line[at:].strip()}”, in line with {here.name}.",
        ),
    )


def _odd_one_above(lines: Sequence[str], stop: int) -> int:
    """The line above, if that one is less deep than it should be and this one is right; or 0."""
    number, line = next(indentation.above(lines, stop), (0, ""))
    depth = indentation.depth_of(lines[stop - 1])
    if not number or indentation.depth_of(line) >= depth or not indentation.level_of(line):
        return 0
    upper = indentation.level_of(line)
    fits = indentation.fitting(lines, number)
    return number if upper and upper.hyphen < 0 and fits and depth == fits[0] else 0
