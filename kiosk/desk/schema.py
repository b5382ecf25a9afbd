"""What an editor needs to help staff write: JSON Schemas made from the exhibition's type hints, and settings.

The hints are read as decode.py reads them, so that an editor refuses nothing that the loader takes, but for a
bare `true` or `null` as a text. Lengths are only told: a longer text is a reminder. The keywords are those of
draft 7, and of yaml-language-server (`errorMessage`, `defaultSnippets`, `enumDescriptions`,
`markdownDescription`), which others pass over.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import (
    Final,
    TypeAlias,
    assert_never,
    get_args,
    get_origin,
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
from kiosk.desk.samples import Hint, about_kind, hints_of, peeled, sample, sample_of, snippets, written
from kiosk.desk.vscode import Json, JsonObject, settings, tasks
from kiosk.desk.writing import write_safely
from kiosk.failure import Failure

ROOT: Final = Path(__file__).parents[2]

Schema: TypeAlias = JsonObject
Titles: TypeAlias = Mapping[Form, Mapping[str, str]]

MOST_TOLD: Final = 12
"""Options that a message lists; where there are more, it says how to see them."""


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
            path.parent.mkdir(parents=True, exist_ok=True)
            write_safely(path, data)
            new.append(path)
    return Written(tuple(new), tuple(kept))


def editor_files(content: Path) -> dict[str, bytes]:
    """What belongs into a content folder for editors, by path: schemas, and the settings of VS Code.

    `content` is where the folder is or will be; drawings of its own are among the options.
    """
    files: dict[str, Json] = {
        f"{SCHEMAS}/{name}": schema for name, schema in schemas(content / "emblems").items()
    }
    files[".vscode/settings.json"] = settings(f"{SCHEMAS}/exhibition.json", f"{SCHEMAS}/theme.json")
    files[".vscode/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    files[".vscode/tasks.json"] = tasks(_command(content))
    return {name: _printed(file) for name, file in files.items()}


def _printed(file: Json) -> bytes:
    return (json.dumps(file, ensure_ascii=False, indent=2) + "\n").encode()


def _command(content: Path) -> str:
    """How a task started in the content folder calls us; the house's own content may move with the house."""
    if hasattr(sys, "frozen"):
        return "kiosk" if shutil.which("kiosk") else sys.executable
    kiosk = ROOT / ".venv" / "bin" / "kiosk"
    place = content.resolve()
    if place.is_relative_to(ROOT):
        steps = "../" * len(place.relative_to(ROOT).parts)
        return "${workspaceFolder}/" + steps + kiosk.relative_to(ROOT).as_posix()
    return str(kiosk) if kiosk.exists() else "kiosk"


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
            "glazes": glazes | _told("glazes", GLAZES, {"jade": sample_of(Glaze)}),
            "screen": Writer(drawn).record(Screen, SCREEN.name) | _told("screen", SCREEN, sample_of(Screen)),
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
        more: Mapping[str, Json] = MappingProxyType({}),
        required: Sequence[str] = (),
    ) -> Schema:
        """Of a data class. `without`: fields not written here; `more`: keys besides, some `required`."""
        hints = hints_of(record)
        fields = [field for field in fields_of(record) if field.name not in without]
        keys = {**more, **{field.key: self.key(field.key, hints[field.name]) for field in fields}}
        needed = [*required, *(field.key for field in fields if field.required)]
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
        if len(hint.arms) > 1:
            return self.union(hint.arms, hint.name)
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
            return self.record(base, hint.name)
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
                        arm, abouts[kind].name + name, more={"kind": {"const": kind}}, required=("kind",)
                    ),
                }
                for kind, arm in kinds.items()
            ],
        }

    def listed(self, hint: Hint) -> Schema:
        item = peeled(get_args(hint.arms[0])[0])
        entry = Hint(item.arms, (*item.metadata, *hint.metadata))
        items, count = self.value(entry), hint.get(Count)
        bounds: Schema = {"minItems": count.least, "maxItems": count.most} if count else {}
        if isinstance(item.arms[0], type) and issubclass(item.arms[0], StrEnum):
            return _word_or_words(items)
        whole = [] if item.arms[0] in self.references else snippets(item, entry.name)
        inserted: Schema = {"defaultSnippets": whole} if whole else {}
        return {"type": "array", "items": items, **bounds, **inserted}

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
    lines = "\n".join(written(key, example))
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
