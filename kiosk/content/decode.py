"""From nodes to the data classes of the exhibition, driven by their type hints.

A field's hint says all there is to know: `Annotated[Text, Length]`, `Annotated[tuple[Entry, ...], Count]`,
`Annotated[str, Form.ID]`, unions of data classes told apart by `kind`. A new kind of slide therefore needs
nothing here. What no hint can say stands in rules.py.

A reader returns the value, or INVALID after noting the problem; it never stops at the first.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Named
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Final, TypeVar, Union, assert_never, cast, get_args, get_origin, get_type_hints

from kiosk.content import indentation, syntax, vocabulary
from kiosk.content.document import Mapping, Node, Page, Pair, Place, Scalar, Sequence, spot, wide
from kiosk.content.exhibition import Bounds, Count, Form, Key, Length, Qualifier, Quantity, Shelf, Text
from kiosk.content.figures import SYMBOLS
from kiosk.content.manuscript import Passage
from kiosk.content.problems import Code, Edit

T = TypeVar("T")


class Invalid(Enum):
    INVALID = "invalid"


INVALID: Final = Invalid.INVALID
"""What a reader returns when there is no value; the problem is noted."""

ID: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
LONGEST_ID: Final = 64
COLOUR: Final = r"#[0-9A-Fa-f]{6}"
NUMBER: Final = r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?"
WHOLE: Final = r"-?(?:0|[1-9][0-9]{0,13})"
MEASURE: Final = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
TIME: Final = r"([01]?[0-9]|2[0-3]):([0-5][0-9])"
"""How what is not a text is written; a measure is followed by its unit."""

Reader = Callable[["Decoder", Node], object]
Reference = Callable[[Scalar], object]
Rule = Callable[["Decoder", object], None]


@dataclass(slots=True)
class Decoder:
    """Reads the nodes of one page.

    `references` name what stands elsewhere: a Theme is written as the name of its file, a Glaze as its
    name, a Path as the name of a file on its shelf. `drawings` are the names of the emblems and of the
    pictograms there are.
    `rules` look at each finished record; `origins` remembers where it stands, `passages` every text.
    """

    page: Page
    references: Named[type | Shelf, Reference] = field(default_factory=dict)
    drawings: Named[Form, frozenset[str]] = field(default_factory=dict)
    rules: Named[type, Rule] = field(default_factory=dict)
    origins: dict[int, tuple[object, Mapping]] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    shallow: set[Place] = field(default_factory=set)
    """Keys whose value stands below them, not deep enough: blamed there."""

    def record(
        self, kind: type[T], node: Node, given: Named[str, object] | None = None, extra: Iterable[str] = ()
    ) -> T | Invalid:
        """The data class `kind`. `given`: fields that are not written here; `extra`: keys read elsewhere."""
        return cast("T | Invalid", _read_record(self, node, kind, given or {}, tuple(extra)))

    def place_of(self, record: object, key: str = "") -> Place:
        """Where a record, or the value of one of its keys, was written."""
        node = self.node_of(record, key) if key else None
        return node.place if node else _head(self.origins[id(record)][1])

    def node_of(self, record: object, key: str) -> Node | None:
        """What was written for one of its keys."""
        return self.origins[id(record)][1].get(key)


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    key: str
    reader: Reader
    required: bool


@cache
def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a data class, as staff write them."""
    hints = get_type_hints(kind, include_extras=True)
    found = []
    for item in dataclasses.fields(kind):
        hint = hints[item.name]
        word = next((m.word for m in _metadata(hint) if isinstance(m, Key)), item.name)
        required = item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
        found.append(Field(item.name, word, reader_of(hint), required))
    return tuple(found)


def _metadata(hint: object) -> tuple[object, ...]:
    return tuple(get_args(hint)[1:]) if get_origin(hint) is Annotated else ()


def _first(metadata: Iterable[object], kind: type[T]) -> T | None:
    return next((item for item in metadata if isinstance(item, kind)), None)


@cache
def reader_of(hint: object) -> Reader:
    """The reader for a type hint; raises TypeError for a type the content does not know."""
    metadata = _metadata(hint)
    base: object = get_args(hint)[0] if metadata else hint
    if get_origin(base) in (Union, UnionType):
        arms = tuple(arm for arm in get_args(base) if arm is not NoneType)
        if len(arms) > 1:
            return _kind_reader(arms)
        base = arms[0]
    if get_origin(base) is tuple:
        return _tuple_reader(get_args(base)[0], _first(metadata, Count))
    return _reader_of_type(base, metadata)


def _reader_of_type(base: object, metadata: tuple[object, ...]) -> Reader:
    if get_origin(base) is Annotated:
        return _reader_of_type(get_args(base)[0], (*get_args(base)[1:], *metadata))
    if not isinstance(base, type):
        raise TypeError(f"no reader for {base}")
    if base is Text:
        return _text_reader(_first(metadata, Length))
    if issubclass(base, StrEnum):
        return _word_reader(base)
    if dataclasses.is_dataclass(base):
        return _record_reader(base)
    return _plain_reader(base, metadata)


def _plain_reader(base: type, metadata: tuple[object, ...]) -> Reader:
    bounds = _first(metadata, Bounds)
    if base is str:
        return _form_reader(_first(metadata, Form))
    if base is Path:
        return _file_reader(metadata)
    if base is Decimal:
        return _number_reader
    if base is int:
        return _whole_reader(bounds)
    if base is time:
        return _time_reader
    if base is float:
        return _quantity_reader(_first(metadata, Quantity) or Quantity.SECONDS, bounds)
    raise TypeError(f"no reader for {base}")


# Records


def _record_reader(kind: type) -> Reader:
    def read(decoder: Decoder, node: Node) -> object:
        reference = decoder.references.get(kind)
        return _refer(decoder, node, reference) if reference else _read_record(decoder, node, kind, {}, ())

    return read


def _file_reader(metadata: tuple[object, ...]) -> Reader:
    shelf = _first(metadata, Shelf)

    def read(decoder: Decoder, node: Node) -> object:
        if not shelf:
            raise TypeError("the hint of a file names its shelf")
        return _refer(decoder, node, decoder.references[shelf])

    return read


def _refer(decoder: Decoder, node: Node, reference: Reference) -> object:
    name = _commented_colour(decoder, node) or word(decoder, node)
    return reference(name) if name else INVALID


def _commented_colour(decoder: Decoder, node: Node) -> Scalar | None:
    """A colour where the name of something belongs; YAML takes it for a comment."""
    if not isinstance(node, Scalar) or node.text or node.style:
        return None
    place = node.place
    match = re.match(rf"\s*({syntax.COLOUR})", decoder.page.line(place.line)[place.column - 1 :])
    return Scalar(match[1], "", spot(place.line, place.column + match.start(1), 7)) if match else None


def _kind_reader(arms: tuple[type, ...]) -> Reader:
    kinds = {cast("str", vars(arm)["kind"]): arm for arm in arms}
    known = frozenset(item.name for arm in arms for item in dataclasses.fields(arm))

    def read(decoder: Decoder, node: Node) -> object:
        mapping = expect_mapping(decoder, node, ("kind",))
        if not mapping:
            return INVALID
        kind = mapping.get("kind")
        if kind is None:
            _missing_kind(decoder, mapping, kinds, known)
            return INVALID
        name = choose(decoder, kind, kinds)
        return _read_record(decoder, mapping, kinds[name], {}, ("kind",)) if name else INVALID

    return read


def _missing_kind(decoder: Decoder, mapping: Mapping, kinds: Iterable[str], known: frozenset[str]) -> None:
    near = [p for p in mapping.pairs if p.key.text not in known and closest(p.key.text, ["kind"])]
    if near:
        _unknown_key(decoder, near[0], ["kind"])
        return
    decoder.page.blame(
        Code.MISSING_KEY,
        _head(mapping),
        Text("这一项没有写 kind（种类）。", "This entry says no kind."),
        Text(f"加一行 kind，可以是：{'、'.join(kinds)}。", f"Add a line kind: one of {', '.join(kinds)}."),
    )


def _read_record(
    decoder: Decoder, node: Node, kind: type, given: Named[str, object], extra: tuple[str, ...]
) -> object:
    fields = [item for item in fields_of(kind) if item.name not in given]
    mapping = expect_mapping(decoder, node, [item.key for item in fields])
    if not mapping:
        return INVALID
    values, missing = dict(given), _unknown_keys(decoder, mapping, fields, extra)
    complete = True
    for item in fields:
        value = mapping.get(item.key)
        if value is not None and _told(decoder, mapping, item.key):
            complete = False
        elif value is not None:
            read = item.reader(decoder, value)
            values[item.name] = read
            complete = complete and read is not INVALID
        elif item.required:
            complete = False
            if item.key not in missing:
                _missing_key(decoder, mapping, item.key)
    if not complete or missing:
        return INVALID
    made: object = kind(**values)
    decoder.origins[id(made)] = (made, mapping)
    rule = decoder.rules.get(kind)
    if rule:
        rule(decoder, made)
    return made


def _unknown_keys(
    decoder: Decoder, mapping: Mapping, fields: Iterable[Field], extra: tuple[str, ...]
) -> frozenset[str]:
    """Notes every key nobody knows; returns the keys that were probably meant."""
    fields = list(fields)
    known = [*(item.key for item in fields), *extra]
    absent = [key for key in known if mapping.get(key) is None]
    unknown = [pair for pair in mapping.pairs if pair.key.text not in known]
    if unknown and (_outgrown(decoder, mapping, unknown) or _shallow_texts(decoder, mapping, unknown)):
        return frozenset(absent)
    lacking = [item.key for item in fields if item.required and item.key in absent]
    only = lacking[0] if len(unknown) == len(lacking) == 1 else ""
    meant = {_unknown_key(decoder, pair, absent or known, known, only) for pair in unknown}
    return frozenset(meant)


def _outgrown(decoder: Decoder, mapping: Mapping, unknown: list[Pair]) -> bool:
    """A whole slide that was pasted too deep and became an entry of the list before it."""
    kind = next((pair.key for pair in unknown if pair.key.text == "kind"), None)
    if not kind or mapping.flow or not any(pair.key.text == "id" for pair in unknown):
        return False
    number, line = kind.place.line, decoder.page.line(kind.place.line)
    depth = indentation.nearest(decoder.page.lines, number)
    decoder.page.blame(
        Code.INDENT,
        kind.place,
        Text(
            "这一张幻灯片缩进得太多，成了上一张的一部分。",
            "This slide is too deep: it is part of the one above.",
        ),
        Text(
            f"整张往左移，让 “- kind” 缩进 {depth} 格（现在是 {indentation.depth_of(line)} 格）。",
            f"Move all of it left, “- kind” to {depth} spaces (there are {indentation.depth_of(line)}).",
        ),
    )
    return True


def _shallow_texts(decoder: Decoder, mapping: Mapping, unknown: list[Pair]) -> bool:
    """zh and en below their title, but not deeper: the title is empty, and they are strangers."""
    first = unknown[0].key
    if mapping.flow or {pair.key.text for pair in unknown} - {"zh", "en"}:
        return False
    owner = next((p for p in mapping.pairs if p.key.place.line == first.place.line - 1), None)
    if not owner or not isinstance(owner.value, Scalar) or owner.value.text:
        return False
    depth = owner.key.place.column - 1 + indentation.STEP
    decoder.page.blame(
        Code.INDENT,
        first.place,
        Text(
            f"{first.text} 没有比 {owner.key.text} 多缩进。",
            f"{first.text} is no deeper than {owner.key.text}.",
        ),
        Text(
            f"{owner.key.text} 下面的 zh 和 en 都缩进 {depth} 格。",
            f"Indent the zh and en of {owner.key.text} by {depth} spaces.",
        ),
    )
    decoder.shallow.add(owner.key.place)
    return True


def _unknown_key(
    decoder: Decoder, pair: Pair, wanted: Iterable[str], known: Iterable[str] = (), only: str = ""
) -> str:
    """Notes a key nobody knows and returns the one that was probably meant, or ''. `only`: the one that is
    missing, where there is one.
    """
    key, options = pair.key.text, list(wanted)
    if decoder.page.full:
        decoder.page.skip()
        return ""
    if _mistyped_key(decoder, pair):
        return closest(re.split(r"[:：]", key.strip(" -\u3000－—"))[0], options)
    close = closest(key, options) or closest(key, list(known)) or only
    if close:
        remedy = Text(f"是不是 {close}？", f"Did you mean {close}?")
    else:
        listed = list(known) or options
        remedy = Text(
            f"删去它，或改成：{'、'.join(listed)}。", f"Delete it, or use one of: {', '.join(listed)}."
        )
    decoder.page.blame(
        Code.UNKNOWN_KEY,
        pair.key.place,
        Text(f"这里不认识 “{key[:40]}”。", f"“{key[:40]}” is not known here."),
        remedy,
        edit=_instead(pair.key.place, close) if _same_word(key, close) and close in options else None,
    )
    return close if close in options else ""


def _same_word(said: str, meant: str) -> bool:
    """But for capitals, width, and the sign that joins its parts."""
    return bool(meant) and _folded(said) == _folded(meant)


def _folded(word: str) -> str:
    return half_width(word).strip().casefold().replace("_", "-").replace(" ", "-")


def _mistyped_key(decoder: Decoder, pair: Pair) -> bool:
    """A key that is really half a text or has a slip of the keyboard in it."""
    key, place = pair.key.text, pair.key.place
    if not key.strip():
        decoder.page.blame(
            Code.BAD_KEY,
            place,
            Text("冒号前面没有词。", "Nothing stands before the colon."),
            Text("补上这一项的名称。", "Write what this is."),
        )
        return True
    if isinstance(pair.value, Scalar) and not pair.value.text and pair.value.place.column == place.end_column:
        _comma_or_colon(decoder, pair)
        return True
    odd = "：" in key or key[0] in "-－—–:\u3000\u00a0"
    return odd and (_slipped(decoder, place) or _odd_key(decoder, key, place))


def _odd_key(decoder: Decoder, key: str, place: Place) -> bool:
    if "：" in key:
        decoder.page.blame(
            Code.WIDE_COLON,
            spot(place.line, place.column + key.index("：")),
            Text("这里用了全角冒号“：”。", "There is a full-width colon here."),
            Text("改成半角冒号加一个空格：“: ”。", "Write a plain colon and a space: “: ”."),
        )
    elif key[0] in "-－—–:":
        decoder.page.blame(
            Code.DASH_SPACE if key[0] == "-" else Code.WIDE_DASH,
            place,
            Text("列表的减号没有写对。", "The hyphen of the list is not right."),
            Text("改成 “- ”：半角减号加一个空格。", "Write “- ”: a hyphen and a space."),
        )
    else:
        decoder.page.blame(
            Code.WIDE_SPACE,
            place,
            Text("行首用了全角空格。", "The line begins with a full-width space."),
            Text("用半角空格缩进，每一层两格。", "Indent with plain spaces, two for each level."),
        )
    return True


_SLIPS = frozenset(
    {
        Code.TAB,
        Code.WIDE_SPACE,
        Code.WIDE_DASH,
        Code.DASH_SPACE,
        Code.WIDE_COLON,
        Code.COLON_SPACE,
        Code.WIDE_BRACKET,
        Code.WIDE_COMMA,
    }
)
"""What YAML sometimes reads as a text or a key."""


def _slipped(decoder: Decoder, place: Place) -> bool:
    """Whether the lines of a node hold a slip of the keyboard, which is then noted in its stead."""
    page = decoder.page
    for number in range(place.line, min(place.end_line, place.line + 4) + 1):
        found = syntax.look(page.lines, number)
        if found and found.code in _SLIPS:
            where = spot(found.line, found.column, found.span)
            page.blame(found.code, where, found.message, found.remedy, edit=found.edit)
            return True
    return False


def _instead(place: Place, text: str) -> Edit | None:
    """The repair that writes `text` in the place of a node of one line."""
    if place.line != place.end_line:
        return None
    return Edit(place.line, place.column, place.end_column - place.column, text)


def _colon_at(decoder: Decoder, place: Place) -> Edit:
    """The repair of a colon: what stands there and the spaces behind it become a colon and a space."""
    rest = decoder.page.line(place.line)[place.column :]
    behind = len(rest) - len(rest.lstrip(" \u3000\u00a0"))
    return Edit(place.line, place.column, 1 + behind, ": " if rest.strip() else ":")


def _comma_or_colon(decoder: Decoder, pair: Pair) -> None:
    key, place = pair.key.text, pair.key.place
    match = re.match(r"([A-Za-z_]+)([:：])(?=\S)", key)
    if match:
        wide_one = match[2] == "："
        at = spot(place.line, place.column + match.start(2))
        decoder.page.blame(
            Code.WIDE_COLON if wide_one else Code.COLON_SPACE,
            at,
            Text(
                f"{match[1]} 后面{'是全角冒号“：”' if wide_one else '的冒号缺少空格'}。",
                f"After {match[1]} {'stands a full-width colon' if wide_one else 'the colon lacks a space'}.",
            ),
            Text(f"写成 “{match[1]}: ”。", f"Write “{match[1]}: ”."),
            edit=_colon_at(decoder, at),
        )
        return
    before = decoder.page.line(place.line)[: place.column - 1]
    thousands = re.search(r"(?<![0-9.,])[0-9]{1,3}(?P<comma>,) *$", before)
    if thousands and re.fullmatch(r"[0-9]{3}", key):
        at = spot(place.line, thousands.start("comma") + 1)
        number = thousands[0].split(",")[0] + key
        decoder.page.blame(
            Code.BAD_NUMBER,
            at,
            Text("数字里的逗号把它分成了两项。", "The comma cuts the number in two."),
            Text(f"写成 {number}，不加分隔符。", f"Write {number}, without separators."),
            edit=Edit(at.line, at.column, place.end_column - at.column, key),
        )
        return
    decoder.page.blame(
        Code.COMMA_IN_TEXT,
        place,
        Text(
            f"“{key[:40]}” 前面的逗号把一句话分成了两项。",
            f"The comma before “{key[:40]}” cuts the text in two.",
        ),
        Text("花括号里的文字若有半角逗号，整句加引号。", "Within braces, quote a text that holds a comma."),
    )


def closest(wrong: str, options: Iterable[str]) -> str:
    """The option that was probably meant, or ''."""
    options = list(options)
    meant = vocabulary.meant(wrong, options)
    if meant:
        return meant
    plain = _folded(wrong[:60])
    folded = {_folded(option): option for option in options}
    close = difflib.get_close_matches(plain, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def _missing_key(decoder: Decoder, mapping: Mapping, key: str) -> None:
    decoder.page.blame(
        Code.MISSING_KEY,
        _head(mapping),
        Text(f"这一项没有写 {key}。", f"This entry has no {key}."),
        Text(f"加上 “{key}: …”。", f"Add “{key}: …”."),
    )


def _told(decoder: Decoder, mapping: Mapping, key: str) -> bool:
    places = decoder.shallow
    return bool(places) and any(p.key.text == key and p.key.place in places for p in mapping.pairs)


def _head(mapping: Mapping) -> Place:
    """A mapping is pointed at by its first key; in braces, as a whole."""
    return mapping.place if mapping.flow or not mapping.pairs else mapping.pairs[0].key.place


def expect_mapping(decoder: Decoder, node: Node, keys: Iterable[str]) -> Mapping | None:
    """The node as a mapping, or None after saying what should stand there."""
    listed = list(keys)
    match node:
        case Mapping():
            return node
        case Scalar():
            if not _collapsed(decoder, node) and not (not node.style and _slipped(decoder, node.place)):
                _wrong_type(
                    decoder,
                    node.place,
                    "一句文字",
                    "a text",
                    f"“{listed[0]}: …” 这样的几行",
                    f"lines like “{listed[0]}: …”",
                )
        case Sequence():
            _wrong_type(
                decoder,
                _begin(node.place),
                "一个列表",
                "a list",
                f"“{listed[0]}: …” 这样的几行（不带减号）",
                f"lines like “{listed[0]}: …” without a hyphen",
            )
        case _:
            assert_never(node)
    return None


def _begin(place: Place) -> Place:
    return spot(place.line, place.column)


def _collapsed(decoder: Decoder, node: Scalar, keys: str = "[A-Za-z_]+") -> bool:
    """A mapping that became one text because of its colon."""
    match = re.match(rf"([\"']?(?:{keys})[\"']?)([:：])", node.text)
    if not match or node.style:
        return False
    at = spot(node.place.line, node.place.column + match.start(2))
    if match[2] == "：":
        message = Text(f"{match[1]} 后面是全角冒号“：”。", f"{match[1]} is followed by a full-width colon.")
    else:
        message = Text(
            f"{match[1]} 的冒号后面少了空格。", f"A space is missing after the colon of {match[1]}."
        )
    code = Code.WIDE_COLON if match[2] == "：" else Code.COLON_SPACE
    remedy = Text(f"写成 “{match[1]}: ”。", f"Write “{match[1]}: ”.")
    decoder.page.blame(code, at, message, remedy, edit=_colon_at(decoder, at))
    return True


def _wrong_type(
    decoder: Decoder, place: Place, is_zh: str, is_en: str, should_zh: str, should_en: str
) -> None:
    decoder.page.blame(
        Code.WRONG_TYPE,
        place,
        Text(f"这里写成了{is_zh}。", f"Here stands {is_en}."),
        Text(f"应当是{should_zh}。", f"It should be {should_en}."),
    )


# Lists


def _tuple_reader(item: object, count: Count | None) -> Reader:
    read_item = reader_of(item)
    words = isinstance(item, type) and issubclass(item, StrEnum)

    def read(decoder: Decoder, node: Node) -> object:
        if words and isinstance(node, Scalar) and node.text:
            if _bare_list(decoder, node, item):
                return INVALID
            node = Sequence((node,), node.place)
        if not isinstance(node, Sequence):
            return _not_a_list(decoder, node)
        values = [read_item(decoder, entry) for entry in node.items]
        fits = not count or _count_fits(decoder, node, count)
        return tuple(values) if fits and not any(value is INVALID for value in values) else INVALID

    return read


def _bare_list(decoder: Decoder, node: Scalar, item: object) -> bool:
    """Whether several words stand there without brackets, which is then noted."""
    listed = [str(word) for word in item] if isinstance(item, type) and issubclass(item, StrEnum) else []
    parts = [part.strip() for part in re.split("[,，、；; ]+", node.text)]
    if len(parts) < 2 or not all(part in listed for part in parts):
        return False
    better = f"[{', '.join(parts)}]"
    decoder.page.blame(
        Code.WRONG_TYPE,
        node.place,
        Text("几个词要放进方括号。", "Several words stand in brackets."),
        Text(f"写成 {better}。", f"Write {better}."),
        edit=_instead(node.place, better),
    )
    return True


def _not_a_list(decoder: Decoder, node: Node) -> Invalid:
    if isinstance(node, Scalar) and not node.text and not node.style:
        _empty(decoder, node)
    elif not _misread(decoder, node):
        kind = ("一句文字", "a text") if isinstance(node, Scalar) else ("一项内容", "one entry")
        place = _head(node) if isinstance(node, Mapping) else node.place
        _wrong_type(
            decoder,
            place,
            *kind,
            "一个列表：每项一行，前面加 “- ”；或用 [a, b]",
            "a list: a line each, with “- ” before it; or [a, b]",
        )
    return INVALID


def _misread(decoder: Decoder, node: Node) -> bool:
    """A list that YAML takes for something else because of a slip of the keyboard, which is then noted."""
    match node:
        case Scalar():
            return _collapsed(decoder, node) or (not node.style and _slipped(decoder, node.place))
        case Mapping():
            return not node.flow and _slipped(decoder, _head(node))
        case Sequence():
            return False
        case _:
            assert_never(node)


def _count_fits(decoder: Decoder, node: Sequence, count: Count) -> bool:
    size = len(node.items)
    if count.least <= size <= count.most:
        return True
    between = f"{count.least}–{count.most}" if count.least != count.most else str(count.least)
    few = size < count.least
    place = _begin(node.place) if few else node.items[count.most].place
    decoder.page.blame(
        Code.COUNT,
        _begin(place),
        Text(f"这里有 {size} 项，可以有 {between} 项。", f"There are {size} entries here, of {between}."),
        Text(
            f"再加 {count.least - size} 项。" if few else f"去掉 {size - count.most} 项，或分成两张幻灯片。",
            f"Add {count.least - size}." if few else f"Take away {size - count.most}, or make two slides.",
        ),
    )
    return False


# Texts


def _text_reader(length: Length | None) -> Reader:
    def read(decoder: Decoder, node: Node) -> object:
        match node:
            case Scalar():
                text = _one_text(decoder, node)
            case Mapping():
                text = _two_texts(decoder, node)
            case Sequence():
                _wrong_type(
                    decoder,
                    _begin(node.place),
                    "一个列表",
                    "a list",
                    "一句文字，或 {zh: 中文, en: English}",
                    "a text, or {zh: 中文, en: English}",
                )
                return INVALID
            case _:
                assert_never(node)
        if isinstance(text, Text) and not _fits_a_wall(decoder, node, text):
            return INVALID
        if isinstance(text, Text):
            decoder.passages.append(Passage(decoder.page.path, node.place, text))
            if length:
                _measure(decoder, node, text, length)
        return text

    return read


MOST_CHARACTERS = 2_000
"""Of a text. What is longer than its place is a warning, but setting a book would take the screen seconds."""


def _fits_a_wall(decoder: Decoder, node: Node, text: Text) -> bool:
    size = max(len(text.zh), len(text.en))
    if size <= MOST_CHARACTERS:
        return True
    decoder.page.blame(
        Code.TOO_LONG,
        node.place,
        Text(
            f"这段文字有 {size} 个字符，最多 {MOST_CHARACTERS} 个。",
            f"The text has {size} characters; {MOST_CHARACTERS} are the most.",
        ),
        Text("删短，或分成几张幻灯片。", "Shorten it, or divide it among several slides."),
    )
    return False


def _one_text(decoder: Decoder, node: Scalar) -> Text | Invalid:
    if not _has_text(decoder, node) or _collapsed(decoder, node, "zh|en"):
        return INVALID
    text = node.text.strip()
    if half_width(text) in SYMBOLS:
        return Text(half_width(text), half_width(text))
    if _inner(text) in SYMBOLS:
        return _smart_quote(decoder, node, f"'{_inner(text)}'")
    if has_han(text):
        _english_missing(decoder, node.place, _WITH_ENGLISH)
    return Text(text, text)


def _inner(text: str) -> str:
    """What stands within the quotation marks of a word processor; '' where there are none."""
    match = re.fullmatch(r"[“”‘’＂＇「](.{1,40})[“”‘’＂＇」]", text.strip())
    return match[1].strip() if match else ""


def _smart_quote(decoder: Decoder, said: Scalar, better: str) -> Invalid:
    decoder.page.blame(
        Code.SMART_QUOTE,
        said.place,
        Text(
            f"{said.text[:40]} 用了中文引号，成了文字的一部分。",
            f"The curly quotes of {said.text[:40]} became part of it.",
        ),
        Text(f"写成 {better}。", f"Write {better}."),
        edit=_instead(said.place, better),
    )
    return INVALID


def _two_texts(decoder: Decoder, node: Mapping) -> Text | Invalid:
    meant = {
        _unknown_key(decoder, pair, [k for k in ("zh", "en") if node.get(k) is None], ("zh", "en"))
        for pair in node.pairs
        if pair.key.text not in ("zh", "en")
    }
    chinese, english = _half(decoder, node.get("zh")), _half(decoder, node.get("en"))
    if chinese is None and "zh" not in meant:
        decoder.page.blame(
            Code.MISSING_KEY,
            _head(node),
            Text("这句文字没有中文。", "This text has no Chinese."),
            Text("加上 “zh: …”。", "Add “zh: …”."),
        )
    if english is None and "en" not in meant:
        _english_missing(decoder, _head(node), _ADD_ENGLISH)
        english = chinese
    if not isinstance(chinese, str) or not isinstance(english, str) or meant:
        return INVALID
    _check_english(decoder, node, chinese, english)
    return Text(chinese, english)


def _check_english(decoder: Decoder, node: Mapping, chinese: str, english: str) -> None:
    own = node.get("en")
    if not own or not has_han(english) or re.search("[A-Za-z]", english):
        return
    if chinese == english or has_han(chinese):
        _english_missing(decoder, own.place, _INTO_ENGLISH)
        return
    decoder.page.warn(
        Code.ENGLISH_MISSING,
        own.place,
        Text("en 里是中文，zh 里却没有。", "There is Chinese in en and none in zh."),
        Text("把 zh 和 en 的文字对调：en 写 English。", "Exchange the two: en is for the English."),
    )


def _half(decoder: Decoder, node: Node | None) -> str | Invalid | None:
    if node is None:
        return None
    if not isinstance(node, Scalar):
        _wrong_type(
            decoder,
            _begin(node.place),
            "一组内容",
            "a group",
            "一句文字（有括号时加引号）",
            "a text (quote one with brackets)",
        )
        return INVALID
    return node.text.strip() if _has_text(decoder, node) else INVALID


def _has_text(decoder: Decoder, node: Scalar) -> bool:
    if not node.text.strip():
        _empty(decoder, node)
        return False
    line = decoder.page.line(node.place.end_line)
    tail = line[node.place.end_column - 1 :]
    if not node.style and re.match(r"\s+#[^\s#]", tail):
        decoder.page.warn(
            Code.HASH_IN_TEXT,
            spot(node.place.end_line, node.place.end_column + tail.index("#")),
            Text(
                "空格加 # 之后是注释，不会显示。", "What follows a space and # is a comment and is not shown."
            ),
            Text(
                "若是文字的一部分，整句加引号；若是注释，# 后加一个空格。",
                "If it belongs to the text, quote it all; if it is a comment, put a space after the #.",
            ),
        )
    return True


def _empty(decoder: Decoder, node: Scalar) -> None:
    line, at = decoder.page.line(node.place.line), node.place.column - 1
    hashed = re.match(r"\s*(#\S.*)", line[at:]) or re.match(r"\s*(#\S.*)", line[node.place.end_column - 1 :])
    if hashed and not node.style:
        word = hashed[1].split(",")[0].strip(" }]")
        decoder.page.blame(
            Code.HASH_IN_TEXT,
            spot(node.place.line, line.index("#", at) + 1, len(word)),
            Text("# 开头的是注释，这里等于没有写。", "What begins with # is a comment: nothing stands here."),
            Text(f"加引号：'{word[:40]}'。", f"Quote it: '{word[:40]}'."),
            edit=Edit(node.place.line, line.index("#", at) + 1, len(word), f"'{word}'")
            if re.fullmatch(syntax.COLOUR, word)
            else None,
        )
        return
    decoder.page.blame(
        Code.EMPTY_TEXT,
        node.place,
        Text("这里是空的。", "Nothing stands here."),
        Text("填上内容；用不到就删去这一行。", "Fill it in, or delete the line."),
    )


_WITH_ENGLISH: Final = Text("写成 {zh: 中文, en: English}。", "Write {zh: 中文, en: English}.")
_ADD_ENGLISH: Final = Text("在 zh 下面加一行 “en: …”。", "Add a line “en: …” below zh.")
_INTO_ENGLISH: Final = Text("把 en 后面的中文换成英文。", "Put English in place of the Chinese after en.")


def _english_missing(decoder: Decoder, place: Place, remedy: Text) -> None:
    decoder.page.warn(
        Code.ENGLISH_MISSING,
        place,
        Text(
            "还没有英文，英文界面会显示中文。", "There is no English yet: the Chinese is shown in its place."
        ),
        remedy,
    )


def _measure(decoder: Decoder, node: Node, text: Text, length: Length) -> None:
    if has_han(text.en) and not has_han(text.zh):
        return  # they are exchanged, and that is said
    parts = [("zh", text.zh, length.zh, "中文", "Chinese"), ("en", text.en, length.en, "英文", "English")]
    for key, said, most, name_zh, name_en in parts:
        own = node.get(key) if isinstance(node, Mapping) else node
        if (
            len(said) <= most
            or own is None
            or (isinstance(node, Scalar) and key == ("en" if has_han(said) else "zh"))
        ):
            continue
        decoder.page.warn(
            Code.TOO_LONG,
            own.place,
            Text(
                f"{name_zh}有 {len(said)} 个字符，这里最多放 {most} 个。",
                f"The {name_en} has {len(said)} characters; {most} fit here.",
            ),
            Text(f"缩短 {len(said) - most} 个字符。", f"Make it {len(said) - most} characters shorter."),
        )


def has_han(text: str) -> bool:
    return any(wide(c) and c.isalpha() for c in text)


# Words


def word(decoder: Decoder, node: Node) -> Scalar | None:
    """A single word, stripped; None after saying that something else stands there."""
    if not isinstance(node, Scalar):
        _wrong_type(decoder, _begin(node.place), "一组内容", "a group", "一个词", "a single word")
        return None
    if not _has_text(decoder, node):
        return None
    return Scalar(node.text.strip(), node.style, node.place)


def choose(decoder: Decoder, node: Node, options: Iterable[str], code: Code = Code.BAD_WORD) -> str | None:
    """One of the options, or None after naming them."""
    said, listed = word(decoder, node), list(options)
    if not said or said.text in listed:
        return said.text if said else None
    if _inner(said.text) in listed:
        _smart_quote(decoder, said, _inner(said.text))
        return None
    if _wide_comma_in(decoder, said, listed):
        return None
    close = "" if decoder.page.full else closest(said.text, listed)
    all_zh, all_en = "、".join(listed[:40]), ", ".join(listed[:40])
    remedy = Text(
        f"是不是 {close}？可以写：{all_zh}。" if close else f"可以写：{all_zh}。",
        f"Did you mean {close}? There are: {all_en}." if close else f"There are: {all_en}.",
    )
    if not close and listed == [item.value for item in Qualifier]:
        remedy = Text(
            f"按原文选一个：{all_zh}；都不是，就不写 qualifier。",
            f"Take the one the source has: {all_en}; if it has none of them, write no qualifier.",
        )
    edit = _instead(said.place, close) if _same_word(said.text, close) else None
    message = Text(f"没有 “{said.text[:40]}” 这个选项。", f"There is no “{said.text[:40]}”.")
    decoder.page.blame(code, said.place, message, remedy, edit=edit)
    return None


def _wide_comma_in(decoder: Decoder, said: Scalar, listed: Iterable[str] | None = None) -> bool:
    """Whether a word is a list whose commas are full-width ones, which is then noted. `listed`: its words."""
    parts = re.split("[，、；]", said.text)
    names = listed or [part for part in parts if re.fullmatch(ID, part.strip())]
    if len(parts) < 2 or said.place.line != said.place.end_line or not all(p.strip() in names for p in parts):
        return False
    at = spot(said.place.line, said.place.column + len(parts[0]))
    if "[" not in decoder.page.line(at.line)[: at.column]:
        decoder.page.blame(
            Code.WIDE_COMMA,
            at,
            Text("一行里写了几项。", "Several entries stand in one line."),
            Text("一项一行，每行前面加 “- ”。", "Give each a line of its own, with “- ” before it."),
        )
        return True
    rest = decoder.page.line(at.line)[at.column :]
    decoder.page.blame(
        Code.WIDE_COMMA,
        at,
        Text(
            f"列表里用了全角的“{said.text[len(parts[0])]}”。", "The commas of this list are full-width ones."
        ),
        Text("改成英文输入法的逗号加一个空格：“, ”。", "Write a plain comma and a space: “, ”."),
        edit=Edit(at.line, at.column, 1 + len(rest) - len(rest.lstrip(" \u3000")), ", "),
    )
    return True


def _word_reader(kind: type[StrEnum]) -> Reader:
    options = tuple(item.value for item in kind)

    def read(decoder: Decoder, node: Node) -> object:
        name = choose(decoder, node, options)
        return kind(name) if name else INVALID

    return read


def _form_reader(form: Form | None) -> Reader:
    def read(decoder: Decoder, node: Node) -> object:
        said = word(decoder, node)
        if not said:
            return INVALID
        match form:
            case None:
                return said.text
            case Form.ID:
                return identifier(decoder, said) or INVALID
            case Form.COLOUR:
                return _colour(decoder, said)
            case Form.EMBLEM | Form.PICTOGRAM:
                names = decoder.drawings.get(form)
                if names is None:
                    return identifier(decoder, said) or INVALID
                return choose(decoder, said, sorted(names), Code.UNKNOWN_DRAWING) or INVALID
            case _:
                assert_never(form)

    return read


def is_name(text: str) -> bool:
    return len(text) <= LONGEST_ID and bool(re.fullmatch(ID, text))


def identifier(decoder: Decoder, said: Scalar) -> str | None:
    """A name that is safe as part of a file's name."""
    if is_name(said.text):
        return said.text
    inner, stem = _inner(said.text), re.sub(r"\.ya?ml$", "", said.text)
    if re.fullmatch(ID, inner):
        _smart_quote(decoder, said, inner)
        return None
    if _wide_comma_in(decoder, said) or (not said.style and _slipped(decoder, said.place)):
        return None
    better = re.sub(r"[^a-z0-9]+", "-", half_width(stem).lower()[:64]).strip("-")
    example = better if not has_han(said.text) and better else f"{better}-1" if better else "metro-line-1"
    remedy = Text(f"写成 {better}。", f"Write {better}.")
    if not better or has_han(said.text):
        remedy = Text(
            f"用拼音或英文起一个，只含小写字母、数字和减号，如 {example}。",
            f"Make one of small letters, digits and hyphens, such as {example}.",
        )
    decoder.page.blame(
        Code.BAD_ID,
        said.place,
        Text(
            f"编号 “{said.text[:40]}” 只能用小写字母、数字和减号。",
            f"The id “{said.text[:40]}” may hold only small letters, digits and hyphens.",
        ),
        remedy,
        edit=_instead(said.place, stem) if stem != said.text and stem == better else None,
    )
    return None


def _colour(decoder: Decoder, said: Scalar) -> object:
    if re.fullmatch(COLOUR, said.text):
        return said.text.upper()
    inner = _inner(said.text)
    short = re.fullmatch(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", half_width(inner or said.text))
    if not short:
        better = "#2A5590"
    else:
        better = "#" + (short[1] if len(short[1]) == 6 else "".join(c * 2 for c in short[1])).upper()
    if inner and short:
        return _smart_quote(decoder, said, f"'{better}'")
    decoder.page.blame(
        Code.BAD_COLOUR,
        said.place,
        Text(f"“{said.text[:20]}” 不是颜色。", f"“{said.text[:20]}” is not a colour."),
        Text(
            f"写成六位十六进制并加引号：'{better}'。", f"Write six hexadecimal digits in quotes: '{better}'."
        ),
        edit=_instead(said.place, f"'{better}'") if short else None,
    )
    return INVALID


# Numbers

QUALIFIER_WORDS = "预计超余以上不到第前约近多达≈~"


def _number_reader(decoder: Decoder, node: Node) -> object:
    said = word(decoder, node)
    if not said:
        return INVALID
    if re.fullmatch(NUMBER, said.text):
        return Decimal(said.text)
    return _not_a_number(decoder, said)


_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,' _][0-9]{3})+(?:\.[0-9]+)?")


def _not_a_number(decoder: Decoder, said: Scalar, whole: bool = False) -> Invalid:
    """Notes what is wrong with a number. `whole`: it stands for itself, without a unit beside it."""
    inner = half_width(_inner(said.text))
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", inner):
        return _smart_quote(decoder, said, inner)
    text = half_width(said.text[:80]).strip()
    said_zh, said_en = f"“{said.text[:40]}” 不是数字。", f"“{said.text[:40]}” is not a number."
    advice = _other_numeral(text, whole)
    if advice:
        decoder.page.blame(Code.BAD_NUMBER, said.place, Text(said_zh, said_en), advice)
        return INVALID
    grouped = _GROUPED.match(text)
    plain = re.sub("[,' _]", "", grouped[0]) + text[grouped.end() :] if grouped else text
    match = re.fullmatch(
        rf"([{QUALIFIER_WORDS}]*)\s*(-?[0-9]+(?:\.[0-9]+)?)\s*([{QUALIFIER_WORDS}]*)(.*)", plain
    )
    if match and (match[1] or match[3]):
        message, remedy = _apart(match[1] or match[3], match[2], match[4])
        decoder.page.blame(Code.QUALIFIER_IN_VALUE, said.place, message, remedy)
    elif match and match[4]:
        _unit_beside(decoder, said, match[2], match[4][:20], whole)
    elif match:
        better = re.sub(r"^(-?)0+(?=[0-9])", r"\1", match[2])
        remedy = Text(
            f"写成 {better}：半角数字，不加分隔符。", f"Write {better}: plain digits without separators."
        )
        edit = _instead(said.place, better)
        decoder.page.blame(Code.BAD_NUMBER, said.place, Text(said_zh, said_en), remedy, edit=edit)
    else:
        remedy = Text("只写数字，如 90.5。", "Write a number only, such as 90.5.")
        decoder.page.blame(Code.BAD_NUMBER, said.place, Text(said_zh, said_en), remedy)
    return INVALID


def _other_numeral(text: str, whole: bool) -> Text | None:
    """The remedy for a numeral in Chinese, a decimal comma and a range."""
    spoken = vocabulary.numeral(text.removesuffix("年") if whole else text)
    if spoken is not None:
        return Text(f"写成 {spoken}。", f"Write {spoken}.")
    if re.fullmatch(r"[0-9]+(?:[.,]|,[0-9]{1,2})", text):
        number = text.rstrip(".,").replace(",", ".")
        return Text(f"写成 {number}：小数点用 “.”。", f"Write {number}: the decimal sign is “.”.")
    if re.fullmatch(r"[0-9.]+ *[-~–—至到] *[0-9.]+.*", text):
        return Text(
            "这里只能写一个数；范围写进 label。", "Write one number only; a range belongs in the label."
        )
    return None


def _unit_beside(decoder: Decoder, said: Scalar, number: str, unit: str, whole: bool) -> None:
    message = Text(f"“{unit}” 不能和数字写在一起。", f"“{unit}” cannot stand with the number.")
    edit = None
    if unit in ("千", "百") and "." not in number:
        thousands = int(number) * vocabulary.SCALES[unit]
        remedy = Text(f"写成 {thousands}。", f"Write {thousands}.")
    elif whole:
        remedy = Text(f"只写 {number}。", f"Write {number} only.")
        edit = _instead(said.place, number) if unit in ("年", "元", "个", "家") else None
    else:
        remedy = Text(
            f"分开写：value: {number}，unit: '{unit}'。",
            f"Write them apart: value: {number}, unit: '{unit}'.",
        )
    decoder.page.blame(Code.UNIT_IN_VALUE, said.place, message, remedy, edit=edit)


def _apart(word: str, number: str, unit: str) -> tuple[Text, Text]:
    message = Text(f"“{word}” 不能和数字写在一起。", f"“{word}” cannot stand with the number.")
    allowed = [item.value for item in Qualifier]
    if word not in allowed:
        choice_zh, choice_en = "、".join(allowed), ", ".join(allowed)
        return message, Text(
            f"value 只写 {number}；“{word}” 按原文换成 qualifier：{choice_zh}。",
            f"Write value: {number}; for “{word}” take the qualifier the source has: {choice_en}.",
        )
    tail_zh, tail_en = (f"，unit: {unit}", f", unit: {unit}") if unit else ("", "")
    return message, Text(
        f"分开写：value: {number}，qualifier: {word}{tail_zh}。",
        f"Write them apart: value: {number}, qualifier: {word}{tail_en}.",
    )


def half_width(text: str) -> str:
    """Full-width digits and signs as plain ones."""
    return text.translate({**{c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)}, 0x3000: 0x20, 0x3002: 0x2E})


_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
SCALE: Final = "|".join(sorted(_SCALES, key=len, reverse=True))


def may_be_scaled(bounds: Bounds | None) -> bool:
    """Whether the bounds are so wide that 10亿 may be written for a one with nine noughts."""
    return bounds is not None and bounds.most > 10**4


def _whole_reader(bounds: Bounds | None) -> Reader:
    scaled = may_be_scaled(bounds)

    def read(decoder: Decoder, node: Node) -> object:
        said = word(decoder, node)
        if not said:
            return INVALID
        match = re.fullmatch(rf"({WHOLE})({SCALE})?", said.text)
        if not match or (match[2] and not scaled):
            return _not_a_number(decoder, said, whole=True)
        number = int(match[1]) * _SCALES.get(match[2] or "", 1)
        return number if _within(decoder, said, number, bounds, "") else INVALID

    return read


def _within(decoder: Decoder, said: Scalar, number: float, bounds: Bounds | None, unit: str) -> bool:
    if not bounds or bounds.least <= number <= bounds.most:
        return True
    decoder.page.blame(
        Code.OUT_OF_BOUNDS,
        said.place,
        Text(f"{said.text[:20]} 超出了范围。", f"{said.text[:20]} is out of bounds."),
        Text(
            f"写 {bounds.least}{unit} 到 {bounds.most}{unit} 之间的数。",
            f"Write between {bounds.least}{unit} and {bounds.most}{unit}.",
        ),
    )
    return False


FACTORS = {
    Quantity.SECONDS: {"s": 1.0, "sec": 1.0, "秒": 1.0, "min": 60.0, "分": 60.0, "分钟": 60.0},
    Quantity.MILLIMETRES: {
        "mm": 1.0,
        "毫米": 1.0,
        "cm": 10.0,
        "厘米": 10.0,
        "in": 25.4,
        "英寸": 25.4,
        '"': 25.4,
    },
}


def _quantity_reader(quantity: Quantity, bounds: Bounds | None) -> Reader:
    factors = FACTORS[quantity]

    def read(decoder: Decoder, node: Node) -> object:
        said = word(decoder, node)
        if not said:
            return INVALID
        match = re.fullmatch(rf"({MEASURE}) ?([^0-9\s]{{1,3}})", said.text)
        if not match or match[2] not in factors:
            return _not_a_quantity(decoder, said, quantity)
        number = float(match[1]) * factors[match[2]]
        return number if _within(decoder, said, number, bounds, quantity.value) else INVALID

    return read


def _not_a_quantity(decoder: Decoder, said: Scalar, quantity: Quantity) -> Invalid:
    text = half_width(said.text[:40]).strip()
    digits = re.match(r"[0-9]+(\.[0-9]+)?", text[:12])
    match quantity:
        case Quantity.SECONDS:
            example = f"{_seconds(text) or (digits[0] if digits else '75')}s"
            message = Text(f"“{said.text[:20]}” 不是时长。", f"“{said.text[:20]}” is not a duration.")
            code = Code.BAD_DURATION
        case Quantity.MILLIMETRES:
            example = f"{digits[0] if digits else '55'}in"
            message = Text(f"“{said.text[:20]}” 不是长度。", f"“{said.text[:20]}” is not a length.")
            code = Code.BAD_LENGTH
        case _:
            assert_never(quantity)
    units = "、".join(list(FACTORS[quantity])[:5])
    better = text.lower()
    written = re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,3})? ?([^0-9\s]{1,3})", better)
    decoder.page.blame(
        code,
        said.place,
        message,
        Text(
            f"写数字加单位，如 {example}（单位：{units}）。",
            f"Write a number with its unit, such as {example}.",
        ),
        edit=_instead(said.place, better) if written and written[1] in FACTORS[quantity] else None,
    )
    return INVALID


def _seconds(text: str) -> str:
    """1分半 and 1分30秒 in seconds, as digits; else ''."""
    match = re.fullmatch(r"([0-9]{1,2}) ?(?:分钟?|min) ?(?:(半)|([0-9]{1,2}) ?(?:秒|s))", text)
    return str(int(match[1]) * 60 + (30 if match[2] else int(match[3]))) if match else ""


# Times of day


def _time_reader(decoder: Decoder, node: Node) -> object:
    said = word(decoder, node)
    if not said:
        return INVALID
    match = re.fullmatch(TIME, said.text)
    return time(int(match[1]), int(match[2])) if match else _not_a_time(decoder, said)


_SPOKEN_TIME = re.compile(
    r"(早上|上午|中午|下午|晚上)? ?([0-9]{1,2}) ?(?:[:.点时] ?([0-5][0-9]|半)?分?)? ?(am|pm)?", re.IGNORECASE
)


def _not_a_time(decoder: Decoder, said: Scalar) -> Invalid:
    text = half_width((_inner(said.text) or said.text)[:40]).strip()
    match = _SPOKEN_TIME.fullmatch(text)
    better = _spelt_time(match) if match else ""
    later = better and better < "08:00" and match and not (match[1] or match[4]) and int(match[2]) % 12
    remedy = Text(
        "写 00:00 到 23:59 之间的时刻，如 09:00。", "Write a time from 00:00 to 23:59, such as 09:00."
    )
    if later:
        evening = f"{int(better[:2]) + 12}{better[2:]}"
        remedy = Text(
            f"写成 {better}；若是下午，写成 {evening}。", f"Write {better}, or {evening} if it is after noon."
        )
    elif better:
        remedy = Text(f"写成 {better}。", f"Write {better}.")
    exact = match and (match[1] or match[4] or re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", text))
    decoder.page.blame(
        Code.BAD_TIME,
        said.place,
        Text(f"“{said.text[:20]}” 不是时刻。", f"“{said.text[:20]}” is not a time of day."),
        remedy,
        edit=_instead(said.place, better) if better and exact else None,
    )
    return INVALID


def _spelt_time(spoken: re.Match[str]) -> str:
    """What was probably meant, as 17:30; '' where no day has such an hour."""
    hour, half = int(spoken[2]), (spoken[4] or "").lower()
    if hour < 12 and (half == "pm" or spoken[1] in ("下午", "晚上")):
        hour += 12
    elif hour == 12 and (half == "am" or spoken[1] == "晚上"):
        hour = 0
    minute = "30" if spoken[3] == "半" else spoken[3] or "00"
    return f"{hour % 24:02}:{minute}" if hour < 24 or (hour, minute) == (24, "00") else ""
