"""Changes to the content as they are put to a person: shown, asked for, the old files kept, and written."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from kiosk.content.document import split_lines
from kiosk.content.encoding import recognise
from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import printable
from kiosk.desk.saving import NotSavedError, keep, write_all

Ask = Callable[[str], str]
"""Puts a question and returns the answer, as `input` does."""

YES: Final = frozenset({"y", "yes", "是", "好", "ｙ"})
COLOURS: Final = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
PLAIN: Final = "\x1b[0m"
CONTEXT: Final = 2
"""Lines around a change that are shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the content and what it is to hold."""

    path: Path
    before: bytes
    after: bytes


def difference(change: Change, root: Path) -> Iterator[str]:
    """The change as a unified diff, a line each, with tabs and what nobody sees made visible."""
    before, after = (split_lines(recognise(data).text) for data in (change.before, change.after))
    name = change.path.relative_to(root).as_posix()
    for row in difflib.unified_diff(before, after, name, name, lineterm="", n=CONTEXT):
        yield row[:1] + _visible(row[1:])


def _visible(text: str) -> str:
    return printable(text.replace("\t", "⇥   ").replace("\u3000", "□ ").replace("\u00a0", "·"))


def coloured(rows: Sequence[str], stream: TextIO) -> list[str]:
    """Red for what goes and green for what comes, where the stream is a terminal and NO_COLOR is not set."""
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        return list(rows)
    return [f"{COLOURS[row[0]]}{row}{PLAIN}" if row[:1] in COLOURS else row for row in rows]


def agreed(ask: Ask | None, language: Language, stream: TextIO) -> bool:
    """Whether a person says yes; else `stream` says that nothing was written. None: nobody can be asked."""
    if ask is None:
        stream.write(
            Text(
                "没有写入，文件都没有变。要写入，加 --yes。\n",
                "Nothing was written. To write it, add --yes.\n",
            ).of(language)
        )
        return False
    try:
        reply = ask(Text("是否写入？[y/N] ", "Write this? [y/N] ").of(language))
    except (EOFError, KeyboardInterrupt):
        reply = ""
    if reply.strip().casefold() in YES:
        return True
    stream.write(untouched(language))
    return False


def untouched(language: Language) -> str:
    return Text("没有写入，文件都没有变。\n", "Nothing was written.\n").of(language)


def carry_out(changes: Sequence[Change], root: Path, language: Language, stream: TextIO) -> None:
    """Writes all of it or nothing, and says on `stream` where the files are as they were.

    Raises NotSavedError, also where somebody changed a file while the question stood.
    """
    for change in changes:
        if change.path.read_bytes() != change.before:
            raise NotSavedError(
                f"没有写入：{change.path.name} 刚刚被别人改过，请再运行一次 / "
                f"nothing was written: {change.path.name} has just been changed by somebody, run this again"
            )
    kept = keep(root, {change.path: change.before for change in changes}, datetime.now().astimezone())
    write_all({change.path.resolve(): change.after for change in changes})
    stream.write(
        Text(f"已写入。原来的文件在 {kept}\n", f"Written. The files as they were: {kept}\n").of(language)
    )
