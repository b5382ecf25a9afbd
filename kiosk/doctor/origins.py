"""Where each setting of the hall comes from, in the order of `Settings.over` and `applied`. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from kiosk.content.exhibition import Exhibition, Text
from kiosk.hall.settings import IdleTimes, Settings, Written


class Source(StrEnum):
    """Who said it."""

    COMMAND = "command"
    HALL = "hall"
    CONTENT = "content"
    DISPLAY = "display"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who said it and, of a file, on which line, from 1. `other` is the key it was said of, if another."""

    source: Source
    file: Path | None = None
    line: int | None = None
    other: str = ""

    @property
    def said(self) -> Text:
        match self.source:
            case Source.COMMAND:
                return Text("命令行", "command line")
            case Source.HALL | Source.CONTENT:
                return self._in_file()
            case Source.DISPLAY:
                return Text("屏幕自己报的", "the display says so")
            case Source.DEFAULT:
                return Text("默认", "default")

    def _in_file(self) -> Text:
        name = self.file.name if self.file else self.source
        line = Text(f"第 {self.line} 行", f" line {self.line}") if self.line else Text("", "")
        other = Text(f"，随 {self.other}", f", with {self.other}") if self.other else Text("", "")
        return Text(f"{name} {line.zh}{other.zh}", f"{name}{line.en}{other.en}")


IN_CONTENT: Final = {
    "language": "language",
    "diagonal": "screen.diagonal",
    "idle.ask_after": "idle.ask_after",
    "idle.ask_at_most": "idle.ask_at_most",
    "idle.answer_within": "idle.answer_within",
}
"""The settings that the content says too, and where in exhibition.yaml."""


def keys() -> Iterator[str]:
    """Of all settings, in the order of hall.yaml; those of a group as `idle.ask_after`."""
    for item in dataclasses.fields(Settings):
        if item.name == "idle":
            yield from (f"idle.{each.name}" for each in dataclasses.fields(IdleTimes))
        else:
            yield item.name


def origins(
    said: Settings, written: Written, exhibition: Exhibition | None, lines: Mapping[str, int]
) -> dict[str, Origin]:
    """For each key, where its value comes from when `said.over(written.settings)` is applied to `exhibition`.

    `lines` are those of exhibition.yaml by its keys.
    """
    found = {key: _origin(key, said, written, exhibition, lines) for key in keys()}
    if exhibition:
        merged = said.over(written.settings)
        before, after = exhibition.idle, merged.applied(exhibition).idle
        for key, other in (("ask_after", "ask_at_most"), ("ask_at_most", "ask_after")):
            moved = getattr(after, key) != (spoken(merged, f"idle.{key}") or getattr(before, key))
            if moved:
                leader = found[f"idle.{other}"]
                found[f"idle.{key}"] = dataclasses.replace(leader, other=other)
    return found


def _origin(
    key: str, said: Settings, written: Written, exhibition: Exhibition | None, lines: Mapping[str, int]
) -> Origin:
    if spoken(said, key) is not None:
        return Origin(Source.COMMAND)
    if spoken(written.settings, key) is not None:
        return Origin(Source.HALL, written.path, written.line_of(key))
    line = lines.get(IN_CONTENT.get(key, ""))
    if exhibition and line:
        return Origin(Source.CONTENT, exhibition.folder / "exhibition.yaml", line)
    return Origin(Source.DISPLAY if key == "diagonal" else Source.DEFAULT)


def spoken(settings: Settings, key: str) -> object:
    """What is set under a key, as `idle.ask_after`; None where nothing is."""
    group, _, name = key.rpartition(".")
    record: object = getattr(settings, group) if group else settings
    return getattr(record, name or key, None)
