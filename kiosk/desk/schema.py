"""What an editor needs to help staff write: JSON Schemas made from the exhibition's type hints, and settings.

The hints are read as decode.py reads them: an editor refuses nothing that the loader takes. Lengths are only
told, for a longer text is a reminder. The keywords are those of draft 7, and of yaml-language-server
(`errorMessage`, `defaultSnippets`, `enumDescriptions`, `markdownDescription`), which others pass over.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Annotated,
    Final,
    TypeAlias,
    TypeVar,
    Union,
    assert_never,
    get_args,
    get_origin,
    get_type_hints,
)

from kiosk.content.decode import (
    COLOUR,
    FACTORS,
    ID,
    LONGEST_ID,
    MEASURE,
    NUMBER,
    SCALE,
    TIME,
    WHOLE,
    fields_of,
    may_be_scaled,
)
from kiosk.content.drawings import titles
from kiosk.content.exhibition import (
    HOLDS,
    About,
    Arrangement,
    Bounds,
    Choice,
    Count,
    Exhibition,
    Form,
    Glaze,
    Length,
    Quantity,
    Text,
    Theme,
)
from kiosk.content.loader import Screen
from kiosk.failure import Failure

ROOT: Final = Path(__file__).parents[2]

T = TypeVar("T")
Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | bool"
Schema: TypeAlias = dict[str, Json]
Titles: TypeAlias = Mapping[Form, Mapping[str, str]]

MOST_TOLD: Final = 12
"""Options that a message lists; where there are more, it says how to see them."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A type hint without its wrapping: the types it allows besides None, and what is said of them."""

    arms: tuple[object, ...]
    metadata: tuple[object, ...]

    def get(self, kind: type[T]) -> T | None:
        """What is said nearest to the type."""
        return next((item for item in self.metadata if isinstance(item, kind)), None)

    @property
    def about(self) -> About | None:
        """What is said nearest to the field."""
        return next((item for item in reversed(self.metadata) if isinstance(item, About)), None)


def peeled(hint: object) -> Hint:
    metadata: tuple[object, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            hint, *said = get_args(hint)
            metadata = (*said, *metadata)
        elif get_origin(hint) in (Union, UnionType):
            arms = tuple(arm for arm in get_args(hint) if arm is not NoneType)
            if len(arms) > 1:
                return Hint(arms, metadata)
            hint = arms[0]
        else:
            return Hint((hint,), metadata)


def hints_of(record: type) -> dict[str, Hint]:
    """The hints of a data class's fields and class variables, by name."""
    return {name: peeled(hint) for name, hint in get_type_hints(record, include_extras=True).items()}


def about_kind(slide: type) -> About:
    """What a kind of slide is called and what it is for; raises TypeError where its class does not say."""
    (inner,) = get_args(hints_of(slide)["kind"].arms[0])
    about = peeled(inner).about
    if about is None:
        raise TypeError(f"{slide.__name__} does not say what it is")
    return about


# Files


class SchemaError(Failure):
    """There is no content to write for."""


SCHEMAS: Final = ".schema"
FIRST_LINES: Final = {
    "exhibition.yaml": f"# yaml-language-server: $schema={SCHEMAS}/exhibition.json",
    "themes": f"# yaml-language-server: $schema=../{SCHEMAS}/theme.json",
}
"""What exhibition.yaml and each theme begin with: any editor with a YAML language server finds its schema."""


@dataclass(frozen=True, slots=True)
class Written:
    """Files that were written, and those that somebody had made their own and that were left alone."""

    new: tuple[Path, ...]
    kept: tuple[Path, ...]


def write(content: Path, folder: Path) -> Written:
    """Writes into `folder` what an editor needs for the content in `content`.

    Schemas are always written, settings only where there are none. Raises SchemaError, OSError.
    """
    if not content.is_dir():
        raise SchemaError(f"{content}: 没有这个内容文件夹 / there is no such content folder")
    new, kept = [], []
    for name, data in editor_files(content).items():
        path = folder / name
        if path.is_file() and path.read_bytes() != data and not name.startswith(f"{SCHEMAS}/"):
            kept.append(path)
        else:
            _put(path, data)
            new.append(path)
    return Written(tuple(new), tuple(kept))


def editor_files(content: Path) -> dict[str, bytes]:
    """What belongs into a content folder for editors, by path: schemas, and the settings of VS Code.

    `content` is where the folder is or will be; drawings of its own are among the options.
    """
    files: dict[str, Json] = {
        f"{SCHEMAS}/{name}": schema for name, schema in schemas(content / "emblems").items()
    }
    files[".vscode/settings.json"] = _settings()
    files[".vscode/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    files[".vscode/tasks.json"] = _tasks(_command(content))
    return {name: _printed(file) for name, file in files.items()}


def _printed(file: Json) -> bytes:
    return (json.dumps(file, ensure_ascii=False, indent=2) + "\n").encode()


def _put(path: Path, data: bytes) -> None:
    """A full disk leaves what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.new")
    try:
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _settings() -> Schema:
    """Of VS Code, for the content folder: nothing is guessed, reformatted or fetched."""
    return {
        "files.encoding": "utf8",
        "files.autoGuessEncoding": False,
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "files.exclude": {f"**/{SCHEMAS}": True},
        "editor.unicodeHighlight.allowedLocales": {"zh-hans": True},
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.formatOnSave": False,
            "editor.renderWhitespace": "all",
            "editor.wordWrap": "on",
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
        "yaml.schemas": {
            f"./{SCHEMAS}/exhibition.json": "exhibition.yaml",
            f"./{SCHEMAS}/theme.json": "themes/*.yaml",
        },
        "yaml.schemaStore.enable": False,
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.hoverSchemaSource": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
    }


def _command(content: Path) -> str:
    """How a task started in the content folder calls us; the house's own content may move with the house."""
    kiosk = ROOT / ".venv" / "bin" / "kiosk"
    place = content.resolve()
    if place.is_relative_to(ROOT):
        steps = "../" * len(place.relative_to(ROOT).parts)
        return "${workspaceFolder}/" + steps + kiosk.relative_to(ROOT).as_posix()
    return str(kiosk) if kiosk.exists() else "kiosk"


def _tasks(command: str) -> Schema:
    shared: Schema = {
        "type": "process",
        "command": command,
        "options": {"cwd": "${workspaceFolder}"},
    }
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "检查",
                "detail": "检查全部内容，问题列在“问题”面板里",
                **shared,
                "args": ["check", "."],
                "group": {"kind": "build", "isDefault": True},
                "presentation": {"clear": True, "showReuseMessage": False},
                "problemMatcher": _matchers(),
            },
            {
                "label": "看展览",
                "detail": "在窗口里看展览",
                **shared,
                "args": ["run", "--content", ".", "--window", "1280x720"],
                "problemMatcher": [],
            },
        ],
    }


def _matchers() -> list[Json]:
    """For the report of a check: a problem with its line shown, in an empty line, or of a whole file."""
    told: Schema = {"regexp": r"^  (\S.*)$", "message": 1}
    skipped: Schema = {"regexp": r"^ .*\| .*$"}
    found: list[Json] = []
    for word, severity in (("错误", "error"), ("提醒", "warning")):
        place: Schema = {"file": 1, "line": 2, "column": 3, "code": 4}
        placed: Schema = {"regexp": rf"^(.+?):(\d+):(\d+): {word} (\S+)$", **place}
        whole: Schema = {"regexp": rf"^(.+?): {word} (\S+)$", "kind": "file", "file": 1, "code": 2}
        shapes: list[list[Json]] = [[placed, skipped, skipped, told], [placed, told], [whole, told]]
        common: Schema = {"owner": "kiosk", "source": "kiosk", "severity": severity}
        where: Schema = {"fileLocation": ["autoDetect", "${workspaceFolder}"]}
        found += [{**common, **where, "pattern": shape} for shape in shapes]
    return found


# Schemas


def schemas(own_drawings: Path) -> dict[str, Schema]:
    """The schema of exhibition.yaml and that of a theme, by the name of their file."""
    drawn = titles(own_drawings)
    glazes: Schema = {
        "type": "object",
        "propertyNames": {"pattern": f"^{ID}$"},
        "additionalProperties": Writer(drawn).record(Glaze, "釉色"),
    }
    exhibition = Writer(drawn, frozenset({Theme})).record(
        Exhibition,
        "总设置",
        without=("folder", "diagonal"),
        more={
            "glazes": glazes | _told("glazes", GLAZES, {"jade": _sample_of(Glaze)}),
            "screen": Writer(drawn).record(Screen, SCREEN.name) | _told("screen", SCREEN, _sample_of(Screen)),
        },
        required=("glazes",),
    )
    theme = Writer(drawn, frozenset({Glaze})).record(Theme, "主题", without=("id",))
    draft: Schema = {"$schema": "http://json-schema.org/draft-07/schema#"}
    return {"exhibition.json": draft | exhibition, "theme.json": draft | theme}


GLAZES: Final = About("釉色", "各主题的颜色，一种四个值；主题文件里的 glaze 写用哪一种。")
KIND: Final = About("种类", "决定下面写哪几项。")
SCREEN: Final = About("屏幕", "删去 screen 两行，就由显示器报告大小；不要留空。")
"""The keys that are no field: decode.py and the loader read them by themselves."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the schemas of one file, in which `references` are written as names."""

    titles: Titles
    references: frozenset[type] = frozenset()

    def record(
        self,
        record: type,
        name: str,
        *,
        without: Sequence[str] = (),
        before: Mapping[str, Json] | None = None,
        more: Mapping[str, Json] | None = None,
        required: Sequence[str] = (),
    ) -> Schema:
        """Of a data class. `without`: fields not written; `before`, `more`: keys besides, some `required`."""
        hints = hints_of(record)
        fields = [field for field in fields_of(record) if field.name not in without]
        properties = {field.key: self.key(field.key, hints[field.name]) for field in fields}
        keys = {**(before or {}), **properties, **(more or {})}
        needed = [key for key in keys if key in required or any(f.key == key and f.required for f in fields)]
        return {
            "title": name,
            "type": "object",
            "properties": keys,
            "required": needed,
            "additionalProperties": False,
            "errorMessage": _keys_told(keys, needed),
        }

    def key(self, key: str, hint: Hint) -> Schema:
        schema = self.value(hint)
        return schema | _told(key, hint.about, sample(hint), hint.get(Length)) if hint.about else schema

    def value(self, hint: Hint) -> Schema:
        """Raises TypeError for a type the content does not know."""
        base = hint.arms[0]
        name = hint.about.name if hint.about else ""
        if len(hint.arms) > 1:
            return self.union(hint.arms, name)
        if get_origin(base) is tuple:
            return self.listed(hint)
        if not isinstance(base, type):
            raise TypeError(f"no schema for {base}")
        if base in self.references:
            return _named()
        if base is Text:
            return _text()
        if issubclass(base, StrEnum):
            return _words({word.value: meaning(word) for word in base})
        if dataclasses.is_dataclass(base):
            return self.record(base, name)
        return self.plain(base, hint)

    def union(self, arms: Sequence[object], name: str) -> Schema:
        """Flat: what `kind` says decides what else may stand there."""
        kinds = {str(vars(arm)["kind"]): arm for arm in arms if isinstance(arm, type)}
        abouts = {kind: about_kind(arm) for kind, arm in kinds.items()}
        words = _words({kind: f"{about.name}：{about.says}" for kind, about in abouts.items()})
        return {
            "title": name,
            "type": "object",
            "properties": {"kind": words | _told("kind", KIND, next(iter(kinds)))},
            "required": ["kind"],
            "errorMessage": f"先写 kind（{KIND.name}）：{'、'.join(kinds)}。",
            "allOf": [
                {
                    "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                    "then": self.record(
                        arm, abouts[kind].name + name, before={"kind": {"const": kind}}, required=("kind",)
                    ),
                }
                for kind, arm in kinds.items()
            ],
        }

    def listed(self, hint: Hint) -> Schema:
        item = peeled(get_args(hint.arms[0])[0])
        name = Hint(item.arms, (*item.metadata, *hint.metadata))
        items, count = self.value(name), hint.get(Count)
        bounds: Schema = {"minItems": count.least, "maxItems": count.most} if count else {}
        if isinstance(item.arms[0], type) and issubclass(item.arms[0], StrEnum):
            return _word_or_words(items)
        found: Schema = {"type": "array", "items": items, **bounds}
        snippets = _snippets(item, hint.about.name if hint.about else "")
        return found | {"defaultSnippets": snippets} if snippets and not self._refers(item) else found

    def _refers(self, item: Hint) -> bool:
        return item.arms[0] in self.references

    def plain(self, base: type, hint: Hint) -> Schema:
        if base is str:
            return self.form(hint.get(Form))
        if base is float:
            return _quantity(hint.get(Quantity) or Quantity.SECONDS)
        made = _PLAIN.get(base)
        if made is None:
            raise TypeError(f"no schema for {base}")
        return made(hint)

    def form(self, form: Form | None) -> Schema:
        match form:
            case None:
                return {"type": "string"}
            case Form.ID:
                return _named()
            case Form.COLOUR:
                return _spelt("string", COLOUR, "写成六位十六进制并加引号，如 '#2A5590'。")
            case Form.EMBLEM | Form.PICTOGRAM:
                return _words(self.titles[form])
            case _:
                assert_never(form)


def meaning(word: StrEnum) -> str:
    """What a word stands for; '' where it does not say."""
    about = word.about if isinstance(word, Choice) else ""
    if isinstance(word, Arrangement):
        return f"{about}{HOLDS[word].least}到{HOLDS[word].most}项。"
    return about


def _keys_told(keys: Iterable[str], required: Sequence[str]) -> str:
    free = [key for key in keys if key not in required]
    parts = [
        f"必填：{'、'.join(required)}" if required else "",
        f"可以不写：{'、'.join(free)}" if free else "",
    ]
    return f"{'；'.join(filter(None, parts))}；别的词这里不认识。"


def _told(key: str, about: About, example: Json, length: Length | None = None) -> Schema:
    room = f"中文最多{length.zh}个字符，英文最多{length.en}个。" if length else ""
    lines = "\n".join(_written(key, example))
    return {
        "description": f"{about.name}：{about.says}{room}",
        "markdownDescription": f"**{about.name}**：{about.says}{room}\n\n```yaml\n{lines}\n```",
    }


def _text() -> Schema:
    half: Schema = {"type": ["string", "number"], "pattern": r"\S", "errorMessage": "这里是空的，填上文字。"}
    return {
        "type": ["object", "string", "number"],
        "pattern": r"\S",
        "properties": {
            "zh": {**half, "description": "中文"},
            "en": {**half, "description": "英文", "default": ""},
        },
        "required": ["zh"],
        "additionalProperties": False,
        "errorMessage": "文字写两遍：一行 zh: 中文，一行 en: English；中英文一样时写一遍。",
    }


def _words(words: Mapping[str, str]) -> Schema:
    told = f"可以写：{'、'.join(words)}。" if len(words) <= MOST_TOLD else "删掉它，按 Ctrl+空格 看有哪些。"
    described: Schema = {"enumDescriptions": list(words.values())} if any(words.values()) else {}
    return {"type": "string", "enum": list(words), **described, "errorMessage": f"没有这个选项。{told}"}


def _word_or_words(items: Schema) -> Schema:
    words, meanings = items["enum"], items["enumDescriptions"]
    if not isinstance(words, list) or not isinstance(meanings, list):
        raise TypeError("a list of words needs words that say what they stand for")
    return {
        "type": ["string", "array"],
        "pattern": f"^({'|'.join(map(str, words))})$",
        "items": items,
        "errorMessage": items["errorMessage"],
        "defaultSnippets": [
            {"label": word, "body": word, "description": said}
            for word, said in zip(words, meanings, strict=True)
        ],
    }


def _spelt(types: Json, pattern: str, remedy: str) -> Schema:
    return {"type": types, "pattern": f"^(?:{pattern})$", "errorMessage": remedy}


def _named() -> Schema:
    name = _spelt(["string", "integer"], ID, "只能用小写字母、数字和减号，如 metro-line-1。")
    return name | {"maxLength": LONGEST_ID}


def _quantity(quantity: Quantity) -> Schema:
    units = FACTORS[quantity]
    example = {Quantity.SECONDS: "75s", Quantity.MILLIMETRES: "55in"}[quantity]
    listed = "、".join(list(units)[:5])
    return _spelt(
        "string", f"{MEASURE} ?({'|'.join(units)})", f"写数字加单位，如 {example}（单位：{listed}）。"
    )


def _whole(hint: Hint) -> Schema:
    bounds = hint.get(Bounds)
    scaled = may_be_scaled(bounds)
    within: Schema = {"minimum": bounds.least, "maximum": bounds.most} if bounds else {}
    remedy = "写一个整数，不加分隔符；大数可以写成 10亿。" if scaled else "写一个整数，不加分隔符。"
    return _spelt(["string", "integer"], f"{WHOLE}({SCALE})?" if scaled else WHOLE, remedy) | within


_PLAIN: Final[Mapping[type, Callable[[Hint], Schema]]] = {
    Path: lambda _hint: {"type": "string", "errorMessage": "写文件名，连同后缀。"},
    Decimal: lambda _hint: _spelt(["string", "number"], NUMBER, "只写半角数字，如 90.5；单位写在 unit 里。"),
    int: _whole,
    time: lambda _hint: _spelt("string", TIME, "写 00:00 到 23:59 之间的时刻，如 09:00。"),
}


# Samples: what stands in a description as an example, and what a snippet writes


def sample(hint: Hint) -> Json:
    """As it would be written: required keys only."""
    base, about = hint.arms[0], hint.about
    if get_origin(base) is tuple:
        item, count = peeled(get_args(base)[0]), hint.get(Count)
        if isinstance(item.arms[0], type) and issubclass(item.arms[0], StrEnum):
            return _example(about)
        one = sample(Hint(item.arms, (*item.metadata, *hint.metadata)))
        return [one] * max(1, count.least if count else 1)
    if about and about.example:
        return _example(about)
    if len(hint.arms) > 1 or (isinstance(base, type) and dataclasses.is_dataclass(base)):
        return _sample_of(base)
    return ""


def _example(about: About | None) -> Json:
    match about.example if about else "":
        case Text(zh, en):
            return {"zh": zh, "en": en}
        case str(example):
            return example


def _sample_of(record: object, *, kind: str = "") -> Schema:
    if not isinstance(record, type):
        raise TypeError(f"no sample of {record}")
    hints = hints_of(record)
    head: Schema = {"kind": kind or str(vars(record)["kind"])} if "kind" in vars(record) else {}
    fields = fields_of(record)
    wanted = [field for field in fields if field.required] or fields
    return head | {field.key: sample(hints[field.name]) for field in wanted}


def _written(key: str, value: Json, indent: str = "") -> list[str]:
    """The lines of YAML for a key of a sample."""
    match value:
        case Mapping():
            return [
                f"{indent}{key}:",
                *(row for k, v in value.items() for row in _written(k, v, indent + "  ")),
            ]
        case list():
            rows = [row for item in value for row in _item(item, indent + "  ")]
            return [f"{indent}{key}:", *rows]
        case _:
            return [f"{indent}{key}: {value}"]


def _item(value: Json, indent: str) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"{indent}- {value}"]
    rows = [row for key, inner in value.items() for row in _written(key, inner, indent + "  ")]
    return [f"{indent}- {rows[0].strip()}", *rows[1:]]


def _snippets(item: Hint, name: str) -> list[Json]:
    """What staff may insert whole in a list of records: one for each kind."""
    records = [arm for arm in item.arms if isinstance(arm, type) and dataclasses.is_dataclass(arm)]
    if records == [Text]:
        return []
    found: list[Json] = []
    for record in records:
        about = about_kind(record) if len(records) > 1 else None
        label = f"插入一张{about.name}{name}" if about else f"插入一项{name}"
        snippet: Schema = {"label": label, "body": _Stops().of(_sample_of(record))}
        found.append(snippet | {"description": about.says} if about else snippet)
    return found


class _Stops:
    """Makes what is overwritten in a sample the stops of a snippet; a name that returns follows its first."""

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._last = 0

    def of(self, value: Json, key: str = "") -> Json:
        match value:
            case Mapping():
                return {k: self.of(v, k) for k, v in value.items()}
            case list():
                return [self.of(item) for item in value]
            case _ if key == "kind":
                return value
            case _:
                return self._stop(str(value))

    def _stop(self, text: str) -> str:
        if text in self._names:
            return f"${self._names[text]}"
        self._last += 1
        if re.fullmatch(ID, text) and not text.isdigit():
            self._names[text] = self._last
        return f"${{{self._last}:{text}}}"
