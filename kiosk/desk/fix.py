"""`kiosk fix`: puts right what needs no thought, after showing it, and keeps the old files."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import printable
from kiosk.desk.check import Asked, check
from kiosk.desk.repair import Repair, repairs
from kiosk.desk.saving import NotSavedError, keep, write_all

YES: Final = frozenset({"y", "yes", "是", "好", "ｙ"})
COLOURS: Final = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
PLAIN: Final = "\x1b[0m"
CONTEXT: Final = 2
"""Lines around a change that are shown."""


def fix(
    folder: Path,
    language: Language,
    stream: TextIO,
    *,
    ask: Callable[[str], str] | None = None,
    yes: bool = False,
    dry_run: bool = False,
) -> int:
    """Shows the repairs and, with `yes` or after `ask` was answered so, writes them.

    0 when the content is then fit to be shown, 1 when something is left to do. Raises ContentError where
    there is no content and NotSavedError where it cannot be written: then all files are as they were.
    """
    root = folder.resolve()
    found = repairs(root)
    if not found:
        stream.write(
            Text("没有程序能替您改的地方。\n", "There is nothing that a program can mend.\n").of(language)
        )
        return check(folder, Asked(language=language), stream)
    stream.writelines(_shown(repair, root, language, colour=_coloured(stream)) for repair in found)
    stream.write(_counted(found, language))
    stream.flush()
    if dry_run or not (yes or _agreed(ask, language)):
        stream.write(_untouched(language, asked=ask is not None or dry_run))
        return 1
    kept = _save(found, root)
    stream.write(
        Text(f"已写入。原来的文件在 {kept}\n", f"Written. The files as they were: {kept}\n").of(language)
    )
    return check(folder, Asked(language=language), stream)


def _save(found: list[Repair], root: Path) -> Path:
    for repair in found:
        if repair.path.read_bytes() != repair.before:
            name = repair.path.name
            raise NotSavedError(
                f"没有写入：{name} 刚刚被别人改过，请再运行一次 / "
                f"nothing was written: {name} has just been changed by somebody, run this again"
            )
    kept = keep(root, {repair.path: repair.before for repair in found}, datetime.now().astimezone())
    write_all({repair.path.resolve(): repair.after for repair in found})
    return kept


def _agreed(ask: Callable[[str], str] | None, language: Language) -> bool:
    if ask is None:
        return False
    try:
        reply = ask(Text("是否写入？[y/N] ", "Write this? [y/N] ").of(language))
    except (EOFError, KeyboardInterrupt):
        return False
    return reply.strip().casefold() in YES


def _untouched(language: Language, *, asked: bool) -> str:
    if asked:
        return Text("没有写入，文件都没有变。\n", "Nothing was written.\n").of(language)
    return Text(
        "没有写入，文件都没有变。要写入，加 --yes。\n", "Nothing was written. To write it, add --yes.\n"
    ).of(language)


def _counted(found: list[Repair], language: Language) -> str:
    places = sum(len(repair.mended) + bool(repair.encoding) for repair in found)
    return Text(
        f"{len(found)} 个文件，可以修 {places} 处。\n",
        f"{places} repair{'s' * (places != 1)} in {len(found)} file{'s' * (len(found) != 1)}.\n",
    ).of(language)


def _shown(repair: Repair, root: Path, language: Language, *, colour: bool) -> str:
    rows = [*_heading(repair, root, language), *_diff(repair, root)]
    if colour:
        rows = [f"{COLOURS[row[0]]}{row}{PLAIN}" if row[:1] in COLOURS else row for row in rows]
    return "\n".join(rows) + "\n\n"


def _heading(repair: Repair, root: Path, language: Language) -> Iterator[str]:
    yield printable(str(repair.path.relative_to(root)))
    if repair.encoding == "BOM":
        yield "  " + Text("去掉文件开头的 BOM", "without the byte order mark").of(language)
    elif repair.encoding:
        yield "  " + Text(f"编码：{repair.encoding} → UTF-8", f"encoding: {repair.encoding} → UTF-8").of(
            language
        )
    for problem in sorted(repair.mended, key=lambda problem: (problem.line, problem.column)):
        yield f"  {problem.line}: {problem.code} {printable(problem.message.of(language))}"


def _diff(repair: Repair, root: Path) -> Iterator[str]:
    from kiosk.content.document import split_lines
    from kiosk.content.encoding import recognise

    before, after = (split_lines(recognise(data).text) for data in (repair.before, repair.after))
    name = str(repair.path.relative_to(root))
    for row in difflib.unified_diff(before, after, name, name, lineterm="", n=CONTEXT):
        yield row[:1] + _visible(row[1:])


def _visible(text: str) -> str:
    """With tabs and what nobody sees made visible."""
    return printable(text.replace("\t", "⇥   ").replace("\u3000", "□ ").replace("\u00a0", "·"))


def _coloured(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ
