"""A content file as it is edited: something is put in, and every other byte stays as it was."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.content.document import Mapping, Place, Sequence, split_lines

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Insertion:
    """`text` comes before the character at `offset`, both counted without the BOM."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a YAML file that the loader could read, with its own line ends."""

    text: str
    bom: bool = False

    @classmethod
    def of(cls, data: bytes) -> Draft:
        return cls(data.removeprefix(BOM).decode("utf-8"), data.startswith(BOM))

    @property
    def data(self) -> bytes:
        return BOM * self.bom + self.text.encode("utf-8")

    @property
    def line_end(self) -> str:
        """The one that the file has, or `\\n`."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def with_(self, *insertions: Insertion) -> Draft:
        text = self.text
        for insertion in sorted(insertions, key=lambda given: given.offset, reverse=True):
            text = text[: insertion.offset] + insertion.text + text[insertion.offset :]
        return Draft(text, self.bom)

    def offset(self, line: int, column: int = 1) -> int:
        """Of a place, counted from 1; behind the last line, of the end of the file."""
        starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]
        return starts[line - 1] + column - 1 if line <= len(starts) else len(self.text)

    def line_at(self, offset: int) -> int:
        return len(split_lines(self.text[:offset]))

    def is_flow(self, collection: Sequence | Mapping) -> bool:
        """Whether it is written in brackets."""
        return self.text[self.offset(collection.place.line, collection.place.column)] in "[{"

    def member(self, collection: Sequence | Mapping, line: str, flow: str) -> Insertion:
        """One more at the end of a list or mapping that is not empty: `line` where each has its own (without
        the indent), `flow` where they stand in brackets.
        """
        last = _places(collection)[-1]
        if self.is_flow(collection):
            return Insertion(self.offset(last.end_line, last.end_column), f", {flow}")
        indent = " " * (collection.place.column - 1)
        return self._rows([indent + row for row in line.split("\n")], self._behind(collection, -1))

    def slide(self, slides: Sequence, block: str, after: int) -> Insertion:
        """`block`, indented by two, with a blank line around it, behind the slide of this index; -1: before
        the first. The list must not be in brackets.
        """
        shift = slides.place.column - 3
        rows = [
            (" " * shift + row if shift > 0 else row[-shift:]) if row else "" for row in block.split("\n")
        ]
        if after < 0:
            return self._rows([*rows, ""], self._above(slides))
        line = self._behind(slides, after)
        return self._rows(["", *rows] if self._blank(line) else ["", *rows, ""], line)

    def _rows(self, rows: list[str], line: int) -> Insertion:
        offset, end = self.offset(line), self.line_end
        text = "".join(row + end for row in rows)
        broken_off = offset == len(self.text) and not self.text.endswith(("\n", "\r"))
        return Insertion(offset, end + text.removesuffix(end) if broken_off else text)

    def _line(self, number: int) -> str:
        return split_lines(self.text)[number - 1]

    def _blank(self, number: int) -> bool:
        """Also where the file has ended."""
        lines = split_lines(self.text)
        return (
            number > len(lines) or not "".join(lines[number - 1 :]).strip() or not self._line(number).strip()
        )

    def _behind(self, collection: Sequence | Mapping, index: int) -> int:
        """The line behind a member of a block; comments above the next member, and those that stand further
        out, are not its own.
        """
        places = _places(collection)
        place, column = collection.place, collection.place.column
        if index in {-1, len(places) - 1}:
            line = place.end_line if place.end_column == 1 else place.end_line + 1
        else:
            line = self._mark(places[index + 1], column)
        while self._is_between(self._line(line - 1), column):
            line -= 1
        return line

    def _above(self, slides: Sequence) -> int:
        """The line of the first slide's dash, or of the comments right above it."""
        column = slides.place.column
        line = self._mark(slides.items[0].place, column)
        while re.match(rf" {{{column - 1}}}#", self._line(line - 1)):
            line -= 1
        return line

    def _mark(self, item: Place, column: int) -> int:
        """The line of an item's dash, which may stand alone above it."""
        return next(n for n in range(item.line, 0, -1) if self._line(n)[column - 1 : column] == "-")

    @staticmethod
    def _is_between(line: str, column: int) -> bool:
        said = line.strip()
        return not said or (said.startswith("#") and len(line) - len(line.lstrip()) <= column - 1)


def _places(collection: Sequence | Mapping) -> list[Place]:
    match collection:
        case Sequence(items=items):
            return [item.place for item in items]
        case Mapping(pairs=pairs):
            return [pair.value.place for pair in pairs]
