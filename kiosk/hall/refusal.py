"""Why the exhibition cannot be shown, said for the wall: one sentence, one remedy, in both languages."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import Final

from kiosk.content.exhibition import Text
from kiosk.failure import Failure
from kiosk.hall.installation import incomplete
from kiosk.hall.log import why

_LIBRARY: Final = re.compile(
    r"([\w.+-]+\.so[\w.]*): (?:cannot open shared object|file too short|invalid ELF)"
)
NOTHING: Final = Text("", "")
MOST_QUOTED: Final = 60
"""Characters of the line that is wrong."""
_OURS: Final = ("libQt6", "libpyside6", "libshiboken6", "libpython", "libicu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """`place`: the file and line to look at, if there is one. `foreseen`: whether its cause is known."""

    said: Text
    remedy: Text = NOTHING
    place: str = ""
    foreseen: bool = True

    def __str__(self) -> str:
        zh, en = f"{self.said.zh}{self.remedy.zh}", f"{self.said.en} {self.remedy.en}".strip()
        return f"{self.place}: {zh} / {en}" if self.place else f"{zh} / {en}"


def refusal_of(error: BaseException) -> Refusal:
    match error:
        case Failure():
            return _failed(str(error))
        case ImportError() | SyntaxError() | EOFError():
            return _incomplete(error)
        case MemoryError():
            return Refusal(
                said=Text("内存不够。", "There is not enough memory."),
                remedy=Text(
                    "关掉别的程序，或重新启动机器。", "Close other programs, or restart the machine."
                ),
                foreseen=False,
            )
        case OSError():
            reason, name = why(error), str(error.filename or "")
            return Refusal(
                said=Text(
                    f"文件读写失败（{reason.zh}）。", f"A file cannot be read or written ({reason.en})."
                ),
                remedy=Text("检查磁盘和这个文件的权限。", "Check the disk and who may use the file."),
                place=name,
            )
        case _:
            return _of_content(error) or _unforeseen(error)


def _failed(message: str) -> Refusal:
    """From `中文 / English`: the first sentence of each says what is wrong, the others what to do."""
    zh, _, en = message.partition(" / ")
    said_zh, _, remedy_zh = _sentence(zh, "。").partition("。")
    said_en, _, remedy_en = _sentence(en or zh, ".").partition(". ")
    return Refusal(
        said=Text(_sentence(said_zh, "。"), _sentence(said_en, ".")), remedy=Text(remedy_zh, remedy_en)
    )


def _sentence(text: str, stop: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith(("。", ".", "！", "!")) else stop)


def _incomplete(error: ImportError | SyntaxError | EOFError) -> Refusal:
    missing = _LIBRARY.search(str(error))
    if missing and not missing[1].startswith(_OURS):
        return Refusal(
            said=Text(f"系统里缺少 {missing[1]}。", f"The system lacks {missing[1]}."),
            remedy=Text(
                "重新安装程序，安装时会带上它要的系统库。",
                "Install the program again with the system libraries it asks for.",
            ),
        )
    match error:
        case ImportError(name=str(name)):
            part = missing[1] if missing else name
        case SyntaxError(filename=str(name)):
            part = name
        case _:
            part = missing[1] if missing else str(error)
    return _failed(incomplete(part))


def _of_content(error: BaseException) -> Refusal | None:
    """The first of its problems; whoever raised a ContentError has imported it."""
    module = sys.modules.get("kiosk.content.problems")
    if module is None:
        return None
    from kiosk.content.problems import ContentError, errors_in, in_order

    if not isinstance(error, ContentError):
        return None
    first = next(iter(in_order(error.problems)))
    more = errors_in(error.problems) - 1
    place = f"{first.path}:{first.line}:{first.column}   {first.source.strip()[:MOST_QUOTED]}".rstrip()
    if not first.line:
        place = str(first.path)
    zh, en = first.remedy.zh, first.remedy.en
    if more > 0:
        zh += f"另有 {more} 处错误。"
        en += f" There {'is 1 error' if more == 1 else f'are {more} errors'} more."
    return Refusal(said=first.message, remedy=Text(zh, en), place=place)


def _unforeseen(error: BaseException) -> Refusal:
    name = type(error).__name__
    return Refusal(
        said=Text(
            f"程序出了没有料到的错（{name}）。", f"Something unforeseen went wrong in the program ({name})."
        ),
        remedy=Text(
            "请重新启动；如果还这样，把日志寄给做程序的人。",
            "Start it again; if that does not help, send the log to the people who made it.",
        ),
        foreseen=False,
    )
