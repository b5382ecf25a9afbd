"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from kiosk.failure import Failure
from kiosk.program import leave_installed


class WritingError(Failure):
    """A file could not be written. What stood there before still stands."""


def write_safely(path: Path, data: bytes, inside: Path | None = None) -> None:
    """Puts `data` in place of what is at `path`, or leaves that as it is.

    `inside` is the folder that no link may lead out of; a link within it stays a link. The folder of `path`
    has to exist. Raises WritingError, InstalledError.
    """
    real = path.resolve()
    leave_installed(real)
    if inside and not real.is_relative_to(inside.resolve()):
        raise WritingError(
            f"{path} 是一个链接，指向 {inside} 之外，没有写入；请换成真正的文件 / "
            f"{path} links out of {inside} and was not written; put the real file in its place"
        )
    new = beside(real)
    try:
        new.unlink(missing_ok=True)
        write_new(new, data)
        if real.exists():
            new.chmod(stat.S_IMODE(real.stat().st_mode))
        new.replace(real)
    except OSError as fault:
        raise WritingError(
            f"{path}：写不进去（{reason(fault)}），原来的内容没有动；请检查磁盘空间和权限 / "
            f"{path}: cannot be written ({reason(fault)}), and is as it was; check disk space and permissions"
        ) from fault
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    settle(real.parent)


def beside(path: Path) -> Path:
    """What a file is called until it takes its place."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def write_new(path: Path, data: bytes) -> None:
    """A file that was not there, on the disk with all its bytes. Raises OSError."""
    _write(path, data)
    if path.stat().st_size != len(data):
        raise OSError(28, os.strerror(28), str(path))


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def settle(folder: Path) -> None:
    """The names in the folder are on the disk, where the system can be asked for that."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # some network shares refuse it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason(fault: OSError) -> str:
    return fault.strerror or type(fault).__name__
