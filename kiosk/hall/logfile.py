"""The file of the log: five of at most 1 MB each, the newest first. Imported only when it is opened."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 1_000_000
FILES: Final = 5


class _Line(logging.Formatter):
    """An entry on one line; a traceback follows it, indented."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # as another formatter may have left it
        return super().format(record)

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802
        return datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        return " ⏎ ".join(super().formatMessage(record).splitlines())

    def formatException(self, ei: object) -> str:  # noqa: N802
        lines = super().formatException(ei).splitlines()  # type: ignore[arg-type]
        return "\n".join(f"    {line}" for line in lines)


class LogFile(RotatingFileHandler):
    """Raises OSError where it cannot be opened. A disk that takes no more is remembered in `failure`, and the
    exhibition goes on.
    """

    def __init__(self, path: Path) -> None:
        self.failure: OSError | None = None
        path.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(path, maxBytes=MOST_BYTES, backupCount=FILES - 1, encoding="utf-8")
        self.setFormatter(_Line("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def close(self) -> None:
        with suppress(OSError):  # what a full disk did not take
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802
        error = sys.exception()
        self.failure = error if isinstance(error, OSError) else self.failure
