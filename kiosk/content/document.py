"""A YAML file as a small tree of our own: every scalar is text, every node knows where it stands.

Read event by event, so that what staff never need (anchors, aliases, tags, several documents, deep nesting)
is refused before anything is built from it. Lines and columns count characters from 1.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn, assert_never

import yaml
from yaml import events

from kiosk.content import syntax
from kiosk.content.encoding import is_garbled, is_office, recognise
from kiosk.content.exhibition import Text
from kiosk.content.problems import Code, Edit, Problem, Severity

if TYPE_CHECKING:
    from typing import Protocol

    from yaml._yaml import Mark as CMark
    from yaml.error import Mark as PythonMark

    Mark = CMark | PythonMark

    class Parser(Protocol):
        def get_event(self) -> events.Event | None: ...


MOST_BYTES = 1_000_000
MOST_DEPTH = 12
MOST_NODES = 10_000
"""Of one file. A slide has about 80."""
MOST_ROWS = 100
"""Of one text, that are joined as Chinese is."""
MOST_DIRECTIVES = 10
"""Lines that begin with %, of which nobody needs one: the parser takes long over many."""
MOST_PROBLEMS = 100
"""Of one file; what is wrong beyond that is counted, not told."""


class Place(NamedTuple):
    """Where a node stands; the end is the first character after it."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """`style` is how it was written: plain '', single or double quotes, or a block, | or >."""

    text: str
    style: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Pair:
    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """No key stands twice: a second one is a problem and left out."""

    pairs: tuple[Pair, ...]
    flow: bool
    place: Place

    def get(self, key: str) -> Node | None:
        return next((pair.value for pair in self.pairs if pair.key.text == key), None)


Node = Scalar | Sequence | Mapping


class RefusedError(Exception):
    """Nothing can be built from the file. Its problem is already noted."""


@dataclass(slots=True)
class Page:
    """One file while it is read: its lines, and what is wrong with it so far."""

    path: Path
    lines: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    untold: int = 0
    gravest: Severity = Severity.WARNING
    """Of those that are not told."""

    @property
    def full(self) -> bool:
        return len(self.problems) >= MOST_PROBLEMS

    def blame(
        self,
        code: Code,
        place: Place | None,
        message: Text,
        remedy: Text,
        severity: Severity = Severity.ERROR,
        edit: Edit | None = None,
    ) -> None:
        """Notes a problem at `place`; None means the file as a whole."""
        if self.full:
            self.skip(severity)
            return
        line, column, span = 0, 0, 1
        if place:
            line, column = place.line, place.column
            span = place.end_column - column if place.end_line == line else len(self.line(line)) - column + 1
        source = self.line(line)
        problem = Problem(
            code, severity, self.path, line, column, source, message, remedy, max(1, span), edit
        )
        self.problems.append(problem)

    def skip(self, severity: Severity = Severity.ERROR) -> None:
        """Counts a problem for which there is no room."""
        self.untold += 1
        if severity is Severity.ERROR:
            self.gravest = severity

    def warn(self, code: Code, place: Place | None, message: Text, remedy: Text) -> None:
        self.blame(code, place, message, remedy, Severity.WARNING)

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def told(self) -> list[Problem]:
        """Every problem, and how many more there were."""
        if not self.untold:
            return self.problems
        rest = Problem(
            Code.TOO_MUCH,
            self.gravest,
            self.path,
            0,
            0,
            "",
            Text(
                f"这个文件里还有 {self.untold} 处问题没有列出。", f"The file has {self.untold} more problems."
            ),
            Text("先改上面列出的，再检查一次。", "Mend those listed, then check again."),
        )
        return [*self.problems, rest]


def spot(line: int, column: int, length: int = 1) -> Place:
    return Place(line, column, line, column + length)


def read(path: Path, inside: Path, draft: bytes | None = None) -> tuple[Page, Node | None]:
    """The file's tree, or None with the reason among the problems. `inside`: the folder no link may leave;
    `draft`: what is read in place of the file.
    """
    page = Page(path)
    try:
        text = _decode(page, read_bytes(page, inside) if draft is None else draft)
        if HIDDEN.search(text):
            _refuse_hidden(page)
        return page, _tree(page, text)
    except RefusedError:
        return page, None


def split_lines(text: str) -> list[str]:
    """By what YAML takes for a line's end. (str.splitlines knows seven more.)"""
    return re.split(r"\r\n|\r|\n", text)


def read_bytes(page: Page, inside: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file within `inside`; raises RefusedError. Never waits on a pipe or a device."""
    path = page.path
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(inside.resolve()):
            page.blame(
                Code.LINK_OUTSIDE,
                None,
                Text(
                    f"{path.name} 是一个链接，指向内容文件夹之外。",
                    f"{path.name} links out of the content folder.",
                ),
                Text("把真正的文件复制进来，代替这个链接。", "Copy the real file here in place of the link."),
            )
            raise RefusedError
        if not real.is_file():
            raise IsADirectoryError
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise IsADirectoryError
            data = stream.read(most + 1)
    except FileNotFoundError:
        _refuse_missing(page)
    except IsADirectoryError:
        _refuse_irregular(page)
    except (OSError, RuntimeError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or type(fault).__name__
        page.blame(
            Code.UNREADABLE,
            None,
            Text(f"打不开 {path.name}（{reason}）。", f"{path.name} cannot be opened ({reason})."),
            Text("检查文件的权限，或重新复制一份。", "Check who may read it, or copy it anew."),
        )
        raise RefusedError from None
    if len(data) > most:
        page.blame(
            Code.TOO_BIG,
            None,
            Text(
                f"{path.name} 超过 {most // 1_000_000} MB。", f"{path.name} is over {most // 1_000_000} MB."
            ),
            Text(
                "内容文件只放文字；请删去多余的部分。",
                "Content files hold text only: take out what is not needed.",
            ),
        )
        raise RefusedError
    return data


def _refuse_missing(page: Page) -> NoReturn:
    path = page.path
    stem = path.stem.casefold()
    try:
        names = [entry.name for entry in path.parent.iterdir() if not entry.name.startswith(".")]
    except OSError:
        names = []
    same = [name for name in names if name.casefold().startswith((f"{stem}.y", f"{stem}.txt"))]
    if same:
        remedy = Text(f"把 {same[0]} 改名为 {path.name}。", f"Rename {same[0]} to {path.name}.")
    else:
        remedy = Text(
            f"在 {path.parent.name}/ 里建立 {path.name}，或恢复上一份。",
            f"Make {path.name} in {path.parent.name}/, or bring the last copy back.",
        )
    page.blame(
        Code.NO_FILE, None, Text(f"找不到文件 {path.name}。", f"There is no file {path.name}."), remedy
    )
    raise RefusedError from None


def _refuse_irregular(page: Page) -> NoReturn:
    name = page.path.name
    page.blame(
        Code.NOT_A_FILE,
        None,
        Text(f"{name} 不是普通文件。", f"{name} is not a regular file."),
        Text("换成一个普通的文件。", "Put a regular file in its place."),
    )
    raise RefusedError


def _decode(page: Page, data: bytes) -> str:
    if is_office(data):
        _refuse_office(page)
    found = recognise(data)
    page.lines = tuple(split_lines(found.text))
    if found.name != "UTF-8":
        line = 0 if found.name.startswith("UTF") else _first_foreign_line(data)
        _refuse_encoding(page, found.name, line, certain=found.certain)
    if is_garbled(found.text):
        _refuse_garbled(page)
    return found.text


def _first_foreign_line(data: bytes) -> int:
    """The first line that is not UTF-8."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return len(re.findall(rb"\r\n|\r|\n", data[: fault.start])) + 1
    return 1


def _refuse_office(page: Page) -> NoReturn:
    name = page.path.name
    page.blame(
        Code.ENCODING,
        None,
        Text(
            f"{name} 是 Word、表格或 PDF 这类文件，只是名字像文本。",
            f"{name} is a file of Word or its like: only its name is that of a text.",
        ),
        Text(
            "把文字复制到文本编辑器里，另存为 UTF-8 的文本文件。",
            "Copy its words into a text editor and save them as a text file in UTF-8.",
        ),
    )
    raise RefusedError


def _refuse_garbled(page: Page) -> NoReturn:
    line = next((n for n, text in enumerate(page.lines, 1) if not text.isascii()), 1)
    column = next((i for i, c in enumerate(page.line(line), 1) if not c.isascii()), 1)
    page.blame(
        Code.ENCODING,
        spot(line, column),
        Text(
            "中文成了乱码：UTF-8 的文件被当作 GBK 打开，又保存了。",
            "The Chinese is garbled: the file was UTF-8, was opened as GBK and saved.",
        ),
        Text(
            "不要在这份上改：恢复上一份，用 UTF-8 打开再改。",
            "Do not go on with this one: bring the last copy back and open it as UTF-8.",
        ),
    )
    raise RefusedError


def _refuse_encoding(page: Page, name: str, line: int, *, certain: bool) -> NoReturn:
    said = page.line(line)
    column = next((i for i, c in enumerate(said, 1) if not c.isascii()), 1)
    page.blame(
        Code.ENCODING,
        spot(line, column) if line else None,
        Text(
            f"文件的编码{f'是 {name}，' if name else ''}不是 UTF-8，中文会成乱码。",
            f"The file is {f'{name}, ' if name else ''}not UTF-8: its Chinese would be garbled.",
        ),
        Text("在编辑器里选“另存为”，编码选 UTF-8。", "Save it again with the encoding UTF-8.")
        if not certain
        else Text(
            "运行 kiosk fix，它会改好；或在编辑器里“另存为”，编码选 UTF-8。",
            "Run kiosk fix, which mends it, or save it again with the encoding UTF-8.",
        ),
    )
    raise RefusedError


HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e00ff\U000f0000-\U0010ffff]"
)
"""Characters that nobody sees: control, zero-width, direction, fillers, surrogates, tags, non-characters, and
those for private use, which look different or like nothing on another machine.
"""


def _refuse_hidden(page: Page) -> NoReturn:
    for number, line in enumerate(page.lines, 1):
        match = HIDDEN.search(line)
        if match:
            _blame_hidden(page, match.group(), spot(number, match.start() + 1))
    raise RefusedError


ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""What can be taken out without anybody missing it."""


def _blame_hidden(page: Page, character: str, place: Place) -> None:
    name = f"U+{ord(character):04X}"
    if character == "\ufffd":
        message = Text(
            "这里有一个字成了 �，原来是什么已经看不出来。", "A character was lost here and became �."
        )
    else:
        message = Text(
            f"这里有一个看不见的字符（{name}），多半是从网页或 Word 复制来的。",
            f"There is a character here that nobody sees ({name}), probably pasted from elsewhere.",
        )
    in_the_open = page.line(place.line)[place.column - 1 : place.column] == character
    page.blame(
        Code.HIDDEN_CHARACTER,
        place,
        message,
        Text("删去箭头所指的位置，重新输入这几个字。", "Delete what the caret points at and type it again."),
        edit=Edit(place.line, place.column, 1, "") if in_the_open and character in ZERO_WIDTH else None,
    )


def _tree(page: Page, text: str) -> Node | None:
    """Builds the tree; notes problems and goes on where it can, raises RefusedError where it cannot."""
    _refuse_directives(page)
    builder = _Builder(page)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as fault:
        found = syntax.explain(page.lines, fault)
        place = spot(found.line, found.column, found.span)
        page.blame(found.code, place, found.message, found.remedy, edit=found.edit)
        raise RefusedError from None
    if builder.root is None:
        page.blame(
            Code.EMPTY_FILE,
            None,
            Text("文件是空的。", "The file is empty."),
            Text(
                "参照 content/README.md 写入内容，或恢复上一份。",
                "Fill it as content/README.md shows, or bring the last copy back.",
            ),
        )
    return builder.root


def _refuse_directives(page: Page) -> None:
    numbers = [number for number, line in enumerate(page.lines, 1) if line.startswith("%")]
    if len(numbers) > MOST_DIRECTIVES:
        page.blame(
            Code.TAG,
            spot(numbers[0], 1),
            Text(
                "以 % 开头的行在 YAML 里是指令，这里用不到。", "Lines that begin with % instruct the parser."
            ),
            Text("删去这些行；若是文字，整句加引号。", "Delete these lines; if they are text, quote it all."),
        )
        raise RefusedError


def _events(text: str) -> Iterator[events.Event]:
    parser = _parser(text)
    while True:
        try:
            event = parser.get_event()
        except yaml.MarkedYAMLError:
            raise
        except Exception as fault:
            raise yaml.MarkedYAMLError(problem=str(fault)) from fault
        if event is None:
            return
        yield event


def _parser(text: str) -> Parser:
    return yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    event: events.CollectionStartEvent
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    page: Page
    root: Node | None = None
    open: list[_Open] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def take(self, event: events.Event) -> None:
        match event:
            case events.DocumentStartEvent():
                self._document(event)
            case events.AliasEvent():
                self._refuse(Code.ALIAS, event, f"*{event.anchor}")
                self._put(Scalar("", "*", _place(event)))
            case events.ScalarEvent():
                self._mark(event)
                self._put(self._scalar(event))
            case events.CollectionStartEvent():
                self._mark(event)
                self._enter(event)
            case events.CollectionEndEvent():
                self._leave(event)
            case _:
                pass

    def _document(self, event: events.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self.page.blame(
                Code.DOCUMENTS,
                _place(event),
                Text(
                    "一个文件里只能有一份内容，这里的 --- 开始了第二份。",
                    "A file holds one document; this --- begins a second.",
                ),
                Text(
                    "删去这一行，或把后面的内容放进另一个文件。",
                    "Delete this line, or move what follows to a file of its own.",
                ),
            )
            raise RefusedError

    def _mark(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse(Code.ANCHOR, event, f"&{event.anchor}")
        if event.tag is not None:
            self._refuse(Code.TAG, event, event.tag)

    def _refuse(self, code: Code, event: events.Event, word: str) -> None:
        word = word if len(word) < 30 else f"{word[:30]}…"
        self.page.blame(
            code,
            _place(event),
            Text(
                f"这里不能用 {word} 这种写法（& * ! 在 YAML 里有特殊含义）。",
                f"{word} cannot stand here: & * ! have a meaning of their own in YAML.",
            ),
            Text(
                f"若是文字，请加引号：'{word}'；否则把内容完整写一遍。",
                f"If it is text, quote it: '{word}'. Otherwise write the content out.",
            ),
        )

    def _scalar(self, event: events.ScalarEvent) -> Scalar:
        place, text = _place(event), event.value
        if place.end_line > place.line and event.style in ("'", '"'):
            self._refuse_swallowing(place, event.style)
        hidden = HIDDEN.search(text) if event.style == '"' else None  # an escape: \u202e
        if hidden:
            _blame_hidden(self.page, hidden.group(), place)
            text = HIDDEN.sub("", text)
        if place.end_line > place.line or "\t" in text or "\n" in text or "\r" in text:
            text = self._unfold(text.replace("\t", " ").replace("\r", "\n"), place)
        return Scalar(text, event.style or "", place)

    def _refuse_swallowing(self, place: Place, quote: str) -> None:
        """A quoted text that ends where the next one begins: its own end is missing."""
        before = self.page.line(place.end_line)[: place.end_column - 2]
        if not syntax.BEFORE_QUOTE.search(before):
            return
        slip = syntax.open_quote(self.page.line(place.line), place.column - 1, quote)
        self.page.blame(slip.code, spot(place.line, slip.column, slip.span), slip.message, slip.remedy)
        raise RefusedError

    def _unfold(self, text: str, place: Place) -> str:
        """One line of text. Chinese needs no space where a line was broken, and YAML puts one there."""
        rows = [*self.page.lines[place.line - 1 : min(place.end_line, place.line + MOST_ROWS)]]
        rows[0] = rows[0][place.column - 1 :]
        if any(row.endswith((" ", "\t")) for row in rows):
            text = re.sub(" {2,}", " ", text)  # within a block, spaces at the end of a line are kept
        rows = [row.strip(" \t\"'") for row in rows]
        for above, below in pairwise(filter(None, rows)):
            if wide(above[-1]) and wide(below[0]):
                text = text.replace(f"{above[-4:]} {below[:4]}", above[-4:] + below[:4], 1)
        parts = [part for part in map(str.strip, text.split("\n")) if part]
        joined = parts[:1]
        for above, below in pairwise(parts):
            joined += ["" if wide(above[-1]) and wide(below[0]) else " ", below]
        return "".join(joined)

    def _enter(self, event: events.CollectionStartEvent) -> None:
        self.open.append(_Open(event))
        if len(self.open) > MOST_DEPTH:
            self.page.blame(
                Code.TOO_DEEP,
                _place(event),
                Text(
                    f"内容嵌套超过 {MOST_DEPTH} 层。", f"The content is nested more than {MOST_DEPTH} deep."
                ),
                Text("检查这一行的缩进和括号。", "Check the indentation and the brackets of this line."),
            )
            raise RefusedError

    def _leave(self, event: events.CollectionEndEvent) -> None:
        begun = self.open.pop()
        place = Place(*_at(begun.event.start_mark), *_at(event.end_mark))
        if isinstance(begun.event, events.SequenceStartEvent):
            self._put(Sequence(tuple(begun.nodes), place))
        else:
            pairs = self._pairs(begun.nodes)
            self._put(Mapping(tuple(pairs), bool(begun.event.flow_style), place))

    def _pairs(self, nodes: list[Node]) -> Iterator[Pair]:
        seen: dict[str, int] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            match key:
                case Scalar():
                    if self._key_is_free(key, seen):
                        yield Pair(key, value)
                    elif key.text == next(iter(seen), ""):
                        return  # what follows is the next entry's, whose hyphen is missing
                case Sequence() | Mapping():
                    self.page.blame(
                        Code.BAD_KEY,
                        key.place,
                        Text("冒号前应当是一个词，不是列表。", "Before the colon stands a word, not a list."),
                        Text(
                            "检查括号和冒号的位置；文字里有括号时加引号。",
                            "Check the brackets and the colon; quote a text that holds brackets.",
                        ),
                    )
                case _:
                    assert_never(key)

    def _key_is_free(self, key: Scalar, seen: dict[str, int]) -> bool:
        if key.text == "<<":
            self.page.blame(
                Code.MERGE_KEY,
                key.place,
                Text("不能用 << 合并内容。", "<< cannot be used to merge content."),
                Text("把内容完整写一遍。", "Write the content out."),
            )
            return False
        first = seen.get(key.text)
        seen.setdefault(key.text, key.place.line)
        if first is not None:
            found = syntax.look(self.page.lines, key.place.line)
            if found and found.code in (Code.WIDE_DASH, Code.DASH_SPACE):
                where = spot(found.line, found.column, found.span)
                self.page.blame(found.code, where, found.message, found.remedy, edit=found.edit)
                return False
            self.page.blame(
                Code.DUPLICATE_KEY,
                key.place,
                Text(
                    f"“{key.text[:40]}” 写了两次，第一次在第 {first} 行。",
                    f"“{key.text[:40]}” stands twice, first in line {first}.",
                ),
                Text(
                    f"只留一个；若是列表里的下一项，写成 “- {key.text[:40]}: …”。",
                    f"Keep one; if this begins the next entry of a list, write “- {key.text[:40]}: …”.",
                ),
            )
            return False
        return True

    def _put(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.page.blame(
                Code.TOO_MUCH,
                node.place,
                Text("文件里的条目太多。", "The file holds too many entries."),
                Text("把内容分成几个主题文件。", "Divide it into several themes."),
            )
            raise RefusedError
        if self.open:
            self.open[-1].nodes.append(node)
        else:
            self.root = node


def wide(character: str) -> bool:
    """Han, kana and full-width punctuation: what is set without spaces between words."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uffef"
        or character >= "\U00020000"
        or character in "“”‘’—…·"
    )


def _place(event: events.Event) -> Place:
    return Place(*_at(event.start_mark), *_at(event.end_mark))


def _at(mark: Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
