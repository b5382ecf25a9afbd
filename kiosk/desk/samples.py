"""Samples of what staff write, from the type hints of the exhibition: for explanations and for snippets."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin, get_type_hints

from kiosk.content.decode import ID, fields_of
from kiosk.content.exhibition import About, Count, Text
from kiosk.desk.vscode import Json, JsonObject

T = TypeVar("T")


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

    @property
    def name(self) -> str:
        return self.about.name if self.about else ""


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
        return sample_of(base)
    return ""


def _example(about: About | None) -> Json:
    match about.example if about else "":
        case Text(zh, en):
            return {"zh": zh, "en": en}
        case str(example):
            return example


def sample_of(record: object) -> JsonObject:
    """A data class; of one that needs nothing, all there is."""
    if not isinstance(record, type):
        raise TypeError(f"no sample of {record}")
    hints = hints_of(record)
    head: JsonObject = {"kind": str(vars(record)["kind"])} if "kind" in vars(record) else {}
    fields = fields_of(record)
    wanted = [field for field in fields if field.required] or fields
    return head | {field.key: sample(hints[field.name]) for field in wanted}


def written(key: str, value: Json, indent: str = "") -> list[str]:
    """The lines of YAML for a key of a sample."""
    match value:
        case Mapping():
            return [
                f"{indent}{key}:",
                *(row for k, v in value.items() for row in written(k, v, indent + "  ")),
            ]
        case list():
            rows = [row for item in value for row in _item(item, indent + "  ")]
            return [f"{indent}{key}:", *rows]
        case _:
            return [f"{indent}{key}: {value}"]


def _item(value: Json, indent: str) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"{indent}- {value}"]
    rows = [row for key, inner in value.items() for row in written(key, inner, indent + "  ")]
    return [f"{indent}- {rows[0].strip()}", *rows[1:]]


def snippets(item: Hint, name: str) -> list[Json]:
    """What staff may insert whole in a list of records: one for each kind."""
    records = [arm for arm in item.arms if isinstance(arm, type) and dataclasses.is_dataclass(arm)]
    if records == [Text]:
        return []
    found: list[Json] = []
    for record in records:
        about = about_kind(record) if len(records) > 1 else None
        label = f"插入一张{about.name}{name}" if about else f"插入一项{name}"
        snippet: JsonObject = {"label": label, "body": Stops().of(sample_of(record))}
        found.append(snippet | {"description": about.says} if about else snippet)
    return found


class Stops:
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
