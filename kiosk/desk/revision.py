"""Edits in a theme as staff wrote it: what is not meant stays byte for byte, comments, order and quotes too.

An edit is a function from the bytes of a file to new bytes. It reads the places of the nodes anew each time,
so edits can follow each other; that the outcome is what was meant is for the loader to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Listed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, assert_never

from kiosk.content.document import Mapping, Node, Pair, Place, Scalar, Sequence, read, split_lines
from kiosk.content.exhibition import Text
from kiosk.failure import Failure

ORDER: Final = ("fact", "value", "unit", "qualifier", "label", "display", "pictogram", "each")
"""Of the keys of a figure, where one is added."""

BOM: Final = "\ufeff"


class RevisionError(Failure):
    """The file is written in a way that is too unusual to be edited by a machine."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure by what staff call it."""

    slide: str
    fact: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is to be written: each key with its words, in both languages where they differ."""

    fact: str
    value: str
    unit: Text
    label: Text
    qualifiers: tuple[str, ...] = ()
    display: str = ""
    pictogram: str = ""
    each: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """One file: its text without a BOM, and its tree."""

    path: Path
    data: bytes
    text: str
    root: Mapping

    @property
    def line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def offset(self, line: int, column: int) -> int:
        return _starts(self.text)[line - 1] + column - 1

    def line_close(self, line: int) -> int:
        """Where a line ends, before its line end."""
        return self.offset(line, 1) + len(split_lines(self.text)[line - 1])

    def replaced(self, begin: int, end: int, new: str) -> bytes:
        bom = BOM if self.data.startswith(BOM.encode()) else ""
        text = self.text[:begin] + new.replace("\n", self.line_end) + self.text[end:]
        return (bom + text).encode()

    def slides(self) -> Sequence:
        return _sequence(self, self.root.get("slides"))

    def slide(self, name: str) -> Mapping:
        return _named(self, self.slides(), "id", name)

    def figure(self, spot: Spot) -> Mapping:
        return _named(self, _sequence(self, self.slide(spot.slide).get("statistics")), "fact", spot.fact)


@lru_cache(maxsize=16)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text)))


@lru_cache(maxsize=16)
def script(path: Path, data: bytes) -> Script:
    """The file's tree with its places. Raises RevisionError if it is none."""
    _, root = read(path, path.parent, data)
    if not isinstance(root, Mapping):
        raise _unusual(path)
    return Script(path, data, data.decode("utf-8-sig"), root)


def _unusual(path: Path) -> RevisionError:
    return RevisionError(
        f"{path} 的写法很特别，机器改不了；什么也没有写。请照手册的格式改写，或手工改。 / "
        f"{path} is written in too unusual a way to be edited by a machine; nothing was written. "
        "Write it as the handbook shows, or edit it by hand."
    )


def _sequence(page: Script, node: Node | None) -> Sequence:
    if isinstance(node, Sequence) and node.items:
        return node
    raise _unusual(page.path)


def _named(page: Script, among: Sequence, key: str, name: str) -> Mapping:
    for item in among.items:
        said = item.get(key) if isinstance(item, Mapping) else None
        if isinstance(item, Mapping) and isinstance(said, Scalar) and said.text.strip() == name:
            return item
    raise _unusual(page.path)


# Edits


def set_word(path: Path, data: bytes, spot: Spot, key: str, word: str) -> bytes:
    """A key of a figure says one word: value, display, pictogram, each."""
    page = script(path, data)
    figure = page.figure(spot)
    node = figure.get(key)
    match node:
        case None:
            return _with_key(page, figure, key, spelt(word, figure.flow))
        case Scalar():
            return _with_scalar(page, node, word, figure.flow)
        case _:
            raise _unusual(path)


def set_qualifiers(path: Path, data: bytes, spot: Spot, words: Listed[str]) -> bytes:
    """A figure has these qualifiers, at least one."""
    page = script(path, data)
    figure = page.figure(spot)
    node = figure.get("qualifier")
    inline = words[0] if len(words) == 1 else f"[{', '.join(words)}]"
    match node:
        case None:
            return _with_key(page, figure, "qualifier", inline)
        case Scalar() if len(words) == 1:
            return _with_scalar(page, node, words[0], figure.flow)
        case Scalar():
            return page.replaced(*_span(page, node), inline)
        case Sequence() if _is_flow(page, node):
            return page.replaced(*_span(page, node), inline)
        case Sequence():
            dashes = f"\n{' ' * (node.place.column - 1)}".join(f"- {word}" for word in words)
            return page.replaced(*_span(page, node), dashes)
        case _:
            raise _unusual(path)


def set_text(path: Path, data: bytes, spot: Spot, key: str, text: Text) -> bytes:
    """A text of a figure, unit or label, in both languages."""
    page = script(path, data)
    figure = page.figure(spot)
    node = figure.get(key)
    match node:
        case None:
            return _with_key(page, figure, key, _both(text, figure))
        case Scalar() if text.zh == text.en:
            return _with_scalar(page, node, text.zh, figure.flow)
        case Scalar():
            begin, end = _span(page, node)
            written = _both(text, figure)
            return page.replaced(begin - 1 if written.startswith("\n") else begin, end, written)
        case Mapping():
            return _with_halves(page, node, text)
        case _:
            raise _unusual(path)


def _with_halves(page: Script, node: Mapping, text: Text) -> bytes:
    english, chinese = node.get("en"), node.get("zh")
    if not isinstance(chinese, Scalar):
        raise _unusual(page.path)
    if isinstance(english, Scalar) and english.text.strip() != text.en:
        edited = script(page.path, _with_scalar(page, english, text.en, node.flow))
        return _with_chinese(edited, node.place, text.zh)
    if english is None and text.en != text.zh:
        begin = _span(page, chinese)[1]
        written = spelt(text.en, node.flow)
        column = _pair(node, "zh").key.place.column
        gap = ", " if node.flow else "\n" + " " * (column - 1)
        edited = script(page.path, page.replaced(begin, begin, f"{gap}en: {written}"))
        return _with_chinese(edited, node.place, text.zh)
    return _with_chinese(page, node.place, text.zh)


def _with_chinese(page: Script, at: Place, chinese: str) -> bytes:
    """The text that begins `at`, in Chinese; a change of its English has not moved its beginning."""
    node = _node_at(page.root, at)
    half = node.get("zh") if node else None
    if not (node and isinstance(half, Scalar)):
        raise _unusual(page.path)
    return page.data if half.text.strip() == chinese else _with_scalar(page, half, chinese, node.flow)


def _node_at(node: Node, at: Place) -> Mapping | None:
    match node:
        case Scalar():
            return None
        case Sequence():
            children: Listed[Node] = node.items
        case Mapping():
            if (node.place.line, node.place.column) == (at.line, at.column):
                return node
            children = [pair.value for pair in node.pairs]
        case _:
            assert_never(node)
    return next((found for child in children if (found := _node_at(child, at))), None)


def remove(path: Path, data: bytes, spot: Spot, key: str) -> bytes:
    """A figure without a key."""
    page = script(path, data)
    figure = page.figure(spot)
    keys = [pair.key.text for pair in figure.pairs]
    index = keys.index(key)
    pair = figure.pairs[index]
    begin = page.offset(pair.key.place.line, pair.key.place.column)
    if index == 0:
        if len(keys) == 1:
            raise _unusual(path)
        following = figure.pairs[1].key.place
        return page.replaced(begin, page.offset(following.line, following.column), "")
    if figure.flow:
        return page.replaced(_span(page, figure.pairs[index - 1].value)[1], _span(page, pair.value)[1], "")
    last = _last_line(page, pair.value)
    lines = split_lines(page.text)
    end = page.offset(last + 1, 1) if last < len(lines) else len(page.text)
    return page.replaced(page.offset(pair.key.place.line, 1), end, "")


def add_figure(path: Path, data: bytes, slide: str, figure: Figure) -> bytes:
    """A figure after the others of a slide, and its fact among the slide's facts."""
    page = script(path, data)
    figures = _sequence(page, page.slide(slide).get("statistics"))
    if _is_flow(page, figures):
        at = _span(page, figures.items[-1])[1]
        data = page.replaced(at, at, f", {_in_braces(figure)}")
    else:
        at = page.line_close(_last_line(page, figures))
        rows = _rows(figure, figures.place.column - 1)
        data = page.replaced(at, at, "".join(f"\n{row}" for row in rows))
    return _with_fact(path, data, slide, figure.fact)


def _with_fact(path: Path, data: bytes, slide: str, fact: str) -> bytes:
    page = script(path, data)
    facts = page.slide(slide).get("facts")
    if not isinstance(facts, Sequence):
        raise _unusual(path)
    if any(isinstance(item, Scalar) and item.text.strip() == fact for item in facts.items):
        return data
    if not facts.items:
        return page.replaced(*_span(page, facts), f"[{fact}]")
    if _is_flow(page, facts):
        at = _span(page, facts.items[-1])[1]
        return page.replaced(at, at, f", {fact}")
    at = page.line_close(_last_line(page, facts))
    return page.replaced(at, at, f"\n{' ' * (facts.place.column - 1)}- {fact}")


def add_slide(path: Path, data: bytes, slide: str, title: Text, figures: Listed[Figure]) -> bytes:
    """A statistics slide after the others of its theme."""
    page = script(path, data)
    slides = page.slides()
    if _is_flow(page, slides):
        raise _unusual(path)
    dash = slides.place.column - 1
    pad = " " * (dash + 2)
    rows = [
        f"{' ' * dash}- kind: statistics",
        f"{pad}id: {slide}",
        f"{pad}facts:",
        *(f"{pad}  - {figure.fact}" for figure in figures),
        *_text_rows("title", title, dash + 2),
        f"{pad}statistics:",
        *(row for figure in figures for row in _rows(figure, dash + 4)),
    ]
    at = page.line_close(_last_line(page, slides))
    return page.replaced(at, at, "\n\n" + "\n".join(rows))


# How things are written


def _rows(figure: Figure, dash: int) -> list[str]:
    pad = " " * (dash + 2)
    rows = [f"{' ' * dash}- fact: {figure.fact}", f"{pad}value: {figure.value}"]
    rows += _text_rows("unit", figure.unit, dash + 2)
    if figure.qualifiers:
        rows.append(f"{pad}qualifier: {_words(figure.qualifiers)}")
    rows += _text_rows("label", figure.label, dash + 2)
    return rows + [f"{pad}{key}: {spelt(word, flow=False)}" for key, word in _choices(figure)]


def _in_braces(figure: Figure) -> str:
    parts = [f"fact: {figure.fact}", f"value: {figure.value}", f"unit: {_half_braces(figure.unit)}"]
    if figure.qualifiers:
        parts.append(f"qualifier: {_words(figure.qualifiers)}")
    parts.append(f"label: {_half_braces(figure.label)}")
    parts += [f"{key}: {spelt(word, flow=True)}" for key, word in _choices(figure)]
    return "{" + ", ".join(parts) + "}"


def _choices(figure: Figure) -> list[tuple[str, str]]:
    said = [("display", figure.display), ("pictogram", figure.pictogram), ("each", figure.each)]
    return [(key, word) for key, word in said if word]


def _words(words: Listed[str]) -> str:
    return words[0] if len(words) == 1 else f"[{', '.join(words)}]"


def _text_rows(key: str, text: Text, indent: int) -> list[str]:
    pad = " " * indent
    if text.zh == text.en:
        return [f"{pad}{key}: {spelt(text.zh, flow=False)}"]
    return [
        f"{pad}{key}:",
        f"{pad}  zh: {spelt(text.zh, flow=False)}",
        f"{pad}  en: {spelt(text.en, flow=False)}",
    ]


def _half_braces(text: Text) -> str:
    if text.zh == text.en:
        return spelt(text.zh, flow=True)
    return f"{{zh: {spelt(text.zh, flow=True)}, en: {spelt(text.en, flow=True)}}}"


def _both(text: Text, figure: Mapping) -> str:
    """Behind `key: `; begins with a line end where it goes on below."""
    if figure.flow or text.zh == text.en:
        return _half_braces(text) if figure.flow else spelt(text.zh, flow=False)
    pad = " " * (figure.pairs[0].key.place.column + 1)
    return f"\n{pad}zh: {spelt(text.zh, flow=False)}\n{pad}en: {spelt(text.en, flow=False)}"


def spelt(text: str, flow: bool) -> str:
    """A text as a YAML scalar, quoted where it has to be; `flow`: within brackets."""
    plain = (
        text
        and text[0] not in "-?:,[]{}#&*!|>'\"%@`"
        and not re.search(r":(\s|$)|\s#", text)
        and not (flow and re.search(r"[,\[\]{}]", text))
    )
    return text if plain else "'" + text.replace("'", "''") + "'"


def _with_scalar(page: Script, node: Scalar, word: str, flow: bool) -> bytes:
    """In the quotes it had; a text of several lines becomes one line."""
    match node.style:
        case "'":
            written = "'" + word.replace("'", "''") + "'"
        case '"':
            written = '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case _:
            written = spelt(word, flow)
    return page.replaced(*_span(page, node), written)


def _with_key(page: Script, figure: Mapping, key: str, written: str) -> bytes:
    before = [pair for pair in figure.pairs if pair.key.text in ORDER[: ORDER.index(key)]]
    after = (before or figure.pairs)[-1]
    if figure.flow:
        at = _span(page, after.value)[1]
        return page.replaced(at, at, f", {key}: {written}")
    at = page.line_close(_last_line(page, after.value))
    gap = "" if written.startswith("\n") else " "
    pad = " " * (figure.pairs[0].key.place.column - 1)
    return page.replaced(at, at, f"\n{pad}{key}:{gap}{written}")


def _pair(node: Mapping, key: str) -> Pair:
    return next(pair for pair in node.pairs if pair.key.text == key)


def _is_flow(page: Script, node: Sequence) -> bool:
    return page.text[page.offset(node.place.line, node.place.column)] == "["


def _span(page: Script, node: Node) -> tuple[int, int]:
    """Where a node begins and ends in the text, without what follows it on its last line or below."""
    begin = page.offset(node.place.line, node.place.column)
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return begin, page.line_close(_last_line(page, node))
    if (isinstance(node, Sequence) and not _is_flow(page, node)) or (
        isinstance(node, Mapping) and not node.flow
    ):
        return begin, page.line_close(_last_line(page, node))
    return begin, page.offset(node.place.end_line, node.place.end_column)


def _last_line(page: Script, node: Node) -> int:
    """The last line with something of the node on it."""
    match node:
        case Scalar(style="|" | ">"):
            return _last_of_block(page, node)
        case Mapping(flow=False) if node.pairs:
            return _last_line(page, node.pairs[-1].value)
        case Sequence() if node.items and not _is_flow(page, node):
            return _last_line(page, node.items[-1])
        case _:
            return node.place.end_line


def _last_of_block(page: Script, node: Scalar) -> int:
    """Comments and empty lines below a block belong to what follows."""
    lines = split_lines(page.text)
    first = node.place.line + 1
    indent = next((len(line) - len(line.lstrip()) for line in lines[first - 1 :] if line.strip()), len(lines))
    last = node.place.line
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            break
        if line.strip():
            last = number
    return last
