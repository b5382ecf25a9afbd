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

from kiosk.content.document import Mapping, Node, Page, Pair, Place, Scalar, Sequence, spot, wide
from kiosk.content.exhibition import Bounds, Count, Form, Key, Length, Qualifier, Quantity, Shelf, Text
from kiosk.content.manuscript import Passage
from kiosk.content.problems import Code

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

    def record(
        self, kind: type[T], node: Node, given: Named[str, object] | None = None, extra: Iterable[str] = ()
    ) -> T | Invalid:
        """The data class `kind`. `given`: fields that are not written here; `extra`: keys read elsewhere."""
        return cast("T | Invalid", _read_record(self, node, kind, given or {}, tuple(extra)))

    def place_of(self, record: object, key: str = "") -> Place:
        """Where a record, or the value of one of its keys, was written."""
        _, mapping = self.origins[id(record)]
        node = mapping.get(key) if key else None
        return node.place if node else _head(mapping)


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
        return _reader_of_type(arms[0], metadata) if len(arms) == 1 else _kind_reader(arms)
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
    name = word(decoder, node)
    return reference(name) if name else INVALID


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
        if value is not None:
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
    known = [*(item.key for item in fields), *extra]
    absent = [key for key in known if mapping.get(key) is None]
    unknown = [pair for pair in mapping.pairs if pair.key.text not in known]
    meant = {_unknown_key(decoder, pair, absent or known, known) for pair in unknown}
    return frozenset(meant)


KEYS_IN_CHINESE = {
    "标题": "title", "题目": "title", "名称": "title", "种类": "kind", "类型": "kind",
    "编号": "id", "事实": "facts", "导语": "lead", "小节": "section", "正文": "body",
    "内容": "body", "图片": "image", "照片": "image", "状态": "status", "说明": "caption",
    "图注": "caption", "署名": "credit", "来源": "source", "数值": "value", "数字": "value",
    "数据": "statistics", "单位": "unit", "限定词": "qualifier", "标签": "label",
    "图形": "display", "颜色": "glaze", "徽记": "emblem", "关键词": "keywords", "幻灯片": "slides",
    "页面": "slides", "主题": "themes", "语言": "language", "年份": "year", "目标": "goals",
    "措施": "measures", "文字": "text", "中文": "zh", "英文": "en", "术语": "term",
    "开放时间": "hours", "开馆": "open", "闭馆": "close",
    "解释": "meaning", "替代文字": "alt", "录音": "audio", "声音": "audio", "朗读": "audio",
}  # fmt: skip


def _unknown_key(decoder: Decoder, pair: Pair, wanted: Iterable[str], known: Iterable[str] = ()) -> str:
    """Notes a key nobody knows and returns the one that was probably meant, or ''."""
    key, options = pair.key.text, list(wanted)
    if decoder.page.full:
        decoder.page.skip()
        return ""
    if _mistyped_key(decoder, pair):
        return closest(re.split(r"[:：]", key.strip(" -\u3000－—"))[0], options)
    close = closest(key, options) or closest(key, list(known))
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
    )
    return close if close in options else ""


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
    elif (
        isinstance(pair.value, Scalar) and not pair.value.text and pair.value.place.column == place.end_column
    ):
        _comma_or_colon(decoder, pair)
    elif "：" in key:
        decoder.page.blame(
            Code.WIDE_COLON,
            spot(place.line, place.column + key.index("：")),
            Text("这里用了全角冒号“：”。", "There is a full-width colon here."),
            Text("改成半角冒号加一个空格：“: ”。", "Write a plain colon and a space: “: ”."),
        )
    elif key[0] in "-－—–":
        decoder.page.blame(
            Code.DASH_SPACE if key[0] == "-" else Code.WIDE_DASH,
            place,
            Text("列表的减号没有写对。", "The hyphen of the list is not right."),
            Text("改成 “- ”：半角减号加一个空格。", "Write “- ”: a hyphen and a space."),
        )
    elif key[0] in "\u3000\u00a0":
        decoder.page.blame(
            Code.WIDE_SPACE,
            place,
            Text("行首用了全角空格。", "The line begins with a full-width space."),
            Text("用半角空格缩进，每一层两格。", "Indent with plain spaces, two for each level."),
        )
    else:
        return False
    return True


def _comma_or_colon(decoder: Decoder, pair: Pair) -> None:
    key, place = pair.key.text, pair.key.place
    match = re.match(r"([A-Za-z_]+)([:：])(?=\S)", key)
    if match:
        wide_one = match[2] == "："
        decoder.page.blame(
            Code.WIDE_COLON if wide_one else Code.COLON_SPACE,
            spot(place.line, place.column + match.start(2)),
            Text(
                f"{match[1]} 后面{'是全角冒号“：”' if wide_one else '的冒号缺少空格'}。",
                f"After {match[1]} {'stands a full-width colon' if wide_one else 'the colon lacks a space'}.",
            ),
            Text(f"写成 “{match[1]}: ”。", f"Write “{match[1]}: ”."),
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
    options = list(options)
    meant = KEYS_IN_CHINESE.get(wrong.strip())
    if meant in options:
        return meant
    plain = wrong[:60].strip().casefold().replace("_", "-")
    folded = {option.casefold().replace("_", "-"): option for option in options}
    close = difflib.get_close_matches(plain, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def _missing_key(decoder: Decoder, mapping: Mapping, key: str) -> None:
    decoder.page.blame(
        Code.MISSING_KEY,
        _head(mapping),
        Text(f"这一项没有写 {key}。", f"This entry has no {key}."),
        Text(f"加上 “{key}: …”。", f"Add “{key}: …”."),
    )


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
            if not _collapsed(decoder, node):
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
    decoder.page.blame(code, at, message, Text(f"写成 “{match[1]}: ”。", f"Write “{match[1]}: ”."))
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
            node = Sequence((node,), node.place)
        if not isinstance(node, Sequence):
            return _not_a_list(decoder, node)
        values = [read_item(decoder, entry) for entry in node.items]
        fits = not count or _count_fits(decoder, node, count)
        return tuple(values) if fits and not any(value is INVALID for value in values) else INVALID

    return read


def _not_a_list(decoder: Decoder, node: Node) -> Invalid:
    if isinstance(node, Scalar) and not node.text and not node.style:
        _empty(decoder, node)
    elif not isinstance(node, Scalar) or not _collapsed(decoder, node):
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
    if has_han(text):
        _english_missing(decoder, node.place)
    return Text(text, text)


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
        _english_missing(decoder, _head(node))
        english = chinese
    if not isinstance(chinese, str) or not isinstance(english, str) or meant:
        return INVALID
    if english == chinese and has_han(english):
        _english_missing(decoder, _head(node))
    return Text(chinese, english)


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
        )
        return
    decoder.page.blame(
        Code.EMPTY_TEXT,
        node.place,
        Text("这里是空的。", "Nothing stands here."),
        Text("填上内容；用不到就删去这一行。", "Fill it in, or delete the line."),
    )


def _english_missing(decoder: Decoder, place: Place) -> None:
    decoder.page.warn(
        Code.ENGLISH_MISSING,
        place,
        Text(
            "还没有英文，英文界面会显示中文。", "There is no English yet: the Chinese is shown in its place."
        ),
        Text("写成 {zh: 中文, en: English}。", "Write {zh: 中文, en: English}."),
    )


def _measure(decoder: Decoder, node: Node, text: Text, length: Length) -> None:
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
    close = "" if decoder.page.full else closest(said.text, listed)
    all_zh, all_en = "、".join(listed[:40]), ", ".join(listed[:40])
    decoder.page.blame(
        code,
        said.place,
        Text(f"没有 “{said.text[:40]}” 这个选项。", f"There is no “{said.text[:40]}”."),
        Text(
            f"是不是 {close}？可以写：{all_zh}。" if close else f"可以写：{all_zh}。",
            f"Did you mean {close}? There are: {all_en}." if close else f"There are: {all_en}.",
        ),
    )
    return None


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


def identifier(decoder: Decoder, said: Scalar) -> str | None:
    """A name that is safe as part of a file's name."""
    if len(said.text) <= LONGEST_ID and re.fullmatch(ID, said.text):
        return said.text
    better = re.sub(r"[^a-z0-9]+", "-", said.text.lower()[:64]).strip("-")
    decoder.page.blame(
        Code.BAD_ID,
        said.place,
        Text(
            f"编号 “{said.text[:40]}” 只能用小写字母、数字和减号。",
            f"The id “{said.text[:40]}” may hold only small letters, digits and hyphens.",
        ),
        Text(f"写成 {better or 'metro-line-1'}。", f"Write {better or 'metro-line-1'}."),
    )
    return None


def _colour(decoder: Decoder, said: Scalar) -> object:
    if re.fullmatch(COLOUR, said.text):
        return said.text.upper()
    short = re.fullmatch(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", said.text)
    better = "#2A5590"
    if short:
        better = "#" + (short[1] if len(short[1]) == 6 else "".join(c * 2 for c in short[1])).upper()
    decoder.page.blame(
        Code.BAD_COLOUR,
        said.place,
        Text(f"“{said.text[:20]}” 不是颜色。", f"“{said.text[:20]}” is not a colour."),
        Text(
            f"写成六位十六进制并加引号：'{better}'。", f"Write six hexadecimal digits in quotes: '{better}'."
        ),
    )
    return INVALID


# Numbers

QUALIFIER_WORDS = "预计超余以上不到第前约近多达"


def _number_reader(decoder: Decoder, node: Node) -> object:
    said = word(decoder, node)
    if not said:
        return INVALID
    if re.fullmatch(NUMBER, said.text):
        return Decimal(said.text)
    return _not_a_number(decoder, said)


def _not_a_number(decoder: Decoder, said: Scalar) -> Invalid:
    text = half_width(said.text[:80])
    plain = re.sub(r"(?<=[0-9])[,，'_ ](?=[0-9])", "", text)
    match = re.fullmatch(
        rf"([{QUALIFIER_WORDS}]*)\s*(-?[0-9]+(?:\.[0-9]+)?)\s*([{QUALIFIER_WORDS}]*)(.*)", plain
    )
    code = Code.BAD_NUMBER
    message = Text(f"“{said.text[:40]}” 不是数字。", f"“{said.text[:40]}” is not a number.")
    remedy = Text("只写数字，如 90.5。", "Write a number only, such as 90.5.")
    if match and (match[1] or match[3]):
        code, message, remedy = Code.QUALIFIER_IN_VALUE, *_apart(match[1] or match[3], match[2], match[4])
    elif match and match[4]:
        code = Code.UNIT_IN_VALUE
        message = Text(
            f"“{match[4][:20]}” 不能和数字写在一起。", f"“{match[4][:20]}” cannot stand with the number."
        )
        remedy = Text(
            f"分开写：value: {match[2]}，unit: '{match[4][:20]}'。",
            f"Write them apart: value: {match[2]}, unit: '{match[4][:20]}'.",
        )
    elif match:
        better = re.sub(r"^(-?)0+(?=[0-9])", r"\1", match[2])
        remedy = Text(
            f"写成 {better}：半角数字，不加分隔符。", f"Write {better}: plain digits without separators."
        )
    decoder.page.blame(code, said.place, message, remedy)
    return INVALID


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
            return _not_a_number(decoder, said)
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
    digits = re.match(r"[0-9]+(\.[0-9]+)?", half_width(said.text[:12]))
    match quantity:
        case Quantity.SECONDS:
            example = f"{digits[0] if digits else '75'}s"
            message = Text(f"“{said.text[:20]}” 不是时长。", f"“{said.text[:20]}” is not a duration.")
            code = Code.BAD_DURATION
        case Quantity.MILLIMETRES:
            example = f"{digits[0] if digits else '55'}in"
            message = Text(f"“{said.text[:20]}” 不是长度。", f"“{said.text[:20]}” is not a length.")
            code = Code.BAD_LENGTH
        case _:
            assert_never(quantity)
    units = "、".join(list(FACTORS[quantity])[:5])
    decoder.page.blame(
        code,
        said.place,
        message,
        Text(
            f"写数字加单位，如 {example}（单位：{units}）。",
            f"Write a number with its unit, such as {example}.",
        ),
    )
    return INVALID


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
    match = _SPOKEN_TIME.fullmatch(half_width(said.text[:40]).strip())
    better = _spelt_time(match) if match else ""
    remedy = Text(
        "写 00:00 到 23:59 之间的时刻，如 09:00。", "Write a time from 00:00 to 23:59, such as 09:00."
    )
    if better:
        remedy = Text(f"写成 {better}。", f"Write {better}.")
    decoder.page.blame(
        Code.BAD_TIME,
        said.place,
        Text(f"“{said.text[:20]}” 不是时刻。", f"“{said.text[:20]}” is not a time of day."),
        remedy,
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
