"""The log: what happened in the hall, for whoever comes to look. A line an entry, with time and zone.

Until it is open, entries wait: a start opens it after its first frame. Warnings are also said on stderr.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import Final

from kiosk.content.exhibition import Text
from kiosk.hall.notice import Notice
from kiosk.hall.places import log_file

MOST_WAITING: Final = 200

_log: Final = logging.getLogger(__name__)


class _Sentence(logging.Formatter):
    """What is said, without time and traceback: for a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        return record.getMessage()


def _unsaid(record: logging.LogRecord) -> bool:
    """Whether Qt has not already said it on the terminal."""
    return not getattr(record, "said", False)


class _Waiting(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.entries: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if len(self.entries) < MOST_WAITING:
            self.entries.append(record)


def attend() -> None:
    """From now on every entry of this process is kept, and so is every exception that nobody caught."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(_Waiting())
    if sys.stderr:
        terminal = logging.StreamHandler()
        terminal.setLevel(logging.WARNING)
        terminal.setFormatter(_Sentence())
        terminal.addFilter(_unsaid)
        root.addHandler(terminal)
    sys.excepthook = _uncaught


def open_log() -> Notice | None:
    """Writes what has waited, and from now on everything at once. The notice says why it cannot."""
    from kiosk.hall.logfile import LogFile

    root = logging.getLogger()
    waiting = [handler for handler in root.handlers if isinstance(handler, _Waiting)]
    for handler in waiting:
        root.removeHandler(handler)
    try:
        file = LogFile(log_file())
    except RuntimeError:
        return _unwritten(Text("没有主目录", "this user has no home folder"))
    except OSError as error:
        return _unwritten(why(error))
    root.addHandler(file)
    for record in (record for handler in waiting for record in handler.entries):
        file.handle(record)
    return _unwritten(why(file.failure)) if file.failure else None


def write(message: str, error: BaseException | None = None) -> Path | None:
    """Into the log at once, with the traceback of the error; the terminal hears nothing.

    Returns where the log is, None where it cannot be written.
    """
    from kiosk.hall.logfile import LogFile

    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if type(handler) is logging.StreamHandler]:
        root.removeHandler(handler)
    if not any(isinstance(handler, LogFile) for handler in root.handlers):
        open_log()
    files = [handler for handler in root.handlers if isinstance(handler, LogFile)]
    if not files:
        return None
    _log.error("%s", message, exc_info=error)
    return None if files[0].failure else Path(files[0].baseFilename)


def why(error: OSError) -> Text:
    """Why a disk did not take or give something: a few words, to stand in brackets."""
    import errno

    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return Text("磁盘已满", "the disk is full")
        case errno.EROFS:
            return Text("磁盘只读", "the disk is read-only")
        case errno.EACCES | errno.EPERM:
            return Text("没有权限", "permission denied")
        case errno.ENOENT | errno.ENOTDIR:
            return Text("不存在", "it does not exist")
        case errno.EEXIST | errno.EISDIR:
            return Text("已有同名的文件或文件夹", "something else has that name")
        case _:
            said = error.strerror or type(error).__name__
            return Text(said, said)


def _unwritten(reason: Text) -> Notice:
    return Notice(
        Text(f"日志写不下来（{reason.zh}）。", f"The log cannot be written ({reason.en})."),
        Text(
            "腾出磁盘空间，或让运行展览的用户能写自己的主目录。",
            "Free some space, or let the exhibition's user write to its own home folder.",
        ),
    )


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _log.error(
        "程序里出了没有料到的错（%s），展览照常进行 / something unforeseen in the program (%s); it goes on",
        *[kind.__name__] * 2,
        exc_info=(kind, error, trace),
    )
