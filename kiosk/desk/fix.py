"""`kiosk fix`: puts right what needs no thought, after showing it, and keeps the old files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import printable
from kiosk.desk.check import Asked, check
from kiosk.desk.proposal import Ask, Change, agreed, carry_out, coloured, difference, untouched
from kiosk.desk.repair import Repair, repairs


def fix(
    folder: Path,
    language: Language,
    stream: TextIO,
    *,
    ask: Ask | None = None,
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
    stream.writelines(
        "\n".join([*coloured(list(_shown(repair, root, language)), stream), "", ""]) for repair in found
    )
    stream.write(_counted(found, language))
    stream.flush()
    if dry_run:
        stream.write(untouched(language))
        return 1
    if not (yes or agreed(ask, language, stream)):
        return 1
    changes = [Change(repair.path, repair.before, repair.after) for repair in found]
    carry_out(changes, root, language, stream)
    return check(folder, Asked(language=language), stream)


def _counted(found: list[Repair], language: Language) -> str:
    places = sum(len(repair.mended) + bool(repair.encoding) for repair in found)
    return Text(
        f"{len(found)} 个文件，可以修 {places} 处。\n",
        f"{places} repair{'s' * (places != 1)} in {len(found)} file{'s' * (len(found) != 1)}.\n",
    ).of(language)


def _shown(repair: Repair, root: Path, language: Language) -> Iterator[str]:
    yield from _heading(repair, root, language)
    yield from difference(Change(repair.path, repair.before, repair.after), root)


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
