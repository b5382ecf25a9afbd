"""Whether a picture can be shown: found, of a form that is safe to decode, whole, and not too large.

Qt shows half a JPEG as if it were whole and hangs on an SVG named .jpg, so every picture is decoded once by
Pillow. That takes about 20 ms each (JPEG, 3840 × 2160, at an eighth of its size) and 70 ms for Pillow itself;
`Memory` keeps which files passed, by path, size and time of change, so that a start pays for new ones only.
"""

from __future__ import annotations

import gc
import json
import os
import re
import stat
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from threading import Lock

from kiosk.program import NAME

MOST_BYTES = 40_000_000
MOST_PIXELS = {"JPEG": 100_000_000, "PNG": 64_000_000, "WEBP": 64_000_000}
"""Qt refuses more than 256 MB decoded, four bytes a pixel; a JPEG it reads scaled."""
MOST_AT_ONCE = 16_000_000
"""Pixels of a picture, beyond which it is decoded alone: one of the largest takes 256 MB."""
MOST_WORK = 300_000_000
"""Pixels times scans of a progressive JPEG. A photo of 24 MP has ten scans."""


class Fault(Enum):
    """Why a picture cannot be shown."""

    MISSING = "missing"
    IRREGULAR = "irregular"
    UNREADABLE = "unreadable"
    HEAVY = "heavy"
    LARGE = "large"
    FORMAT = "format"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, with a word on it: the form found, or the size."""

    fault: Fault
    detail: str = ""


def inspect(path: Path) -> Finding | None:
    """Decodes the picture; None if it can be shown. A hostile file takes no longer than a large one."""
    try:
        data = bytes_of(path)
    except FileNotFoundError:
        return Finding(Fault.MISSING)
    except OSError as error:
        return Finding(Fault.UNREADABLE, error.strerror or type(error).__name__)
    if isinstance(data, Finding):
        return data
    form = form_of(data)
    if form not in MOST_PIXELS:
        return Finding(Fault.FORMAT, form)
    return _decoded(data, form)


def bytes_of(path: Path, most: int = MOST_BYTES + 1) -> bytes | Finding:
    """The first `most` bytes of a regular file, or why they cannot be had; raises OSError. Never waits on a
    pipe or a device.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            return Finding(Fault.IRREGULAR)
        if found.st_size > MOST_BYTES:
            return Finding(Fault.HEAVY, f"{found.st_size / 1_000_000:.0f} MB")
        return stream.read(most)


HEADS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"%PDF": "PDF",
    b"8BPS": "PSD",
    b"\x1f\x8b": "SVGZ",
}


def form_of(data: bytes) -> str:
    """What the first bytes say, whatever the file is called: JPEG, PNG, WEBP, another known form, or ''."""
    for head, form in HEADS.items():
        if data.startswith(head):
            return form
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return "AVIF" if data[8:12] in (b"avif", b"avis") else "HEIC"
    if re.search(rb"<(svg|\?xml|!DOCTYPE|[A-Za-z]+:svg)", data[:4096]):
        return "SVG"
    return ""


def _decoded(data: bytes, form: str) -> Finding | None:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the limits are ours, below
    try:
        bare = _without_notes(data) if form == "JPEG" else data
        with Image.open(BytesIO(bare), formats=[form]) as picture:
            pixels = picture.width * picture.height
            scans = bare.count(b"\xff\xda") if form == "JPEG" else 1
            if pixels > MOST_PIXELS[form] or pixels * scans > MOST_WORK:
                return Finding(Fault.LARGE, f"{picture.width} × {picture.height}")
            if form == "JPEG" and pixels // 64 > len(bare) * 8:  # each 8 × 8 takes a bit at least
                return Finding(Fault.BROKEN)
            picture.draft("L", (picture.width // 8, picture.height // 8))
            with _ALONE if form != "JPEG" and pixels > MOST_AT_ONCE else nullcontext():
                picture.load()
    except Exception:  # noqa: BLE001 - a broken picture makes Pillow raise anything, SyntaxError too
        return Finding(Fault.BROKEN)
    return None


_ALONE = Lock()

_NOTES = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""The segments of a JPEG that hold notes: EXIF, profiles, comments. Adobe's, 0xEE, tells its colours."""


def _without_notes(data: bytes) -> bytes:
    """The JPEG without its notes: Pillow joins many of them at a cost that grows with their square."""
    kept, at = [data[:2]], 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data) and data[at + 1] not in (0xDA, 0xD9, 0xFF):
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in _NOTES:
            kept.append(data[at:end])
        at = end
    return b"".join([*kept, data[at:]])


def inspect_all(paths: Iterable[Path], memory: Memory | None = None) -> dict[Path, Finding]:
    """What is wrong with the pictures, by path; those without fault are not in it."""
    wanted = dict.fromkeys(paths)
    stamps = {path: stamp_of(path) for path in wanted}
    fresh = [
        path for path in wanted if not memory or stamps[path] is None or not memory.knows(path, stamps[path])
    ]
    found = dict(zip(fresh, _inspect_together(fresh), strict=True))
    if memory:
        memory.learn({path: stamps[path] for path in fresh if found[path] is None})
    return {path: finding for path, finding in found.items() if finding}


def _inspect_together(paths: list[Path]) -> list[Finding | None]:
    if not paths:
        return []
    if len(paths) == 1:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return [inspect(paths[0])]
    from concurrent.futures import ThreadPoolExecutor

    with _uncollected(), warnings.catch_warnings(), ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        warnings.simplefilter("ignore")  # Pillow's remarks on odd metadata
        return list(pool.map(inspect, paths))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's collector: in a thread of the pool it would end objects of Qt, and so the program."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


Stamp = tuple[int, int]


def stamp_of(path: Path) -> Stamp | None:
    """Size in bytes and time of change in ns of a regular file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


@dataclass(slots=True)
class Memory:
    """Which pictures passed before, in one small file. If it is gone or spoilt, all are looked at again."""

    file: Path
    passed: dict[str, list[int]]
    grown: bool = False

    @classmethod
    def open(cls, file: Path | None = None) -> Memory:
        """The memory in `file`, by default in the user's cache."""
        try:
            file = file or cache_folder() / "pictures.json"
        except RuntimeError:  # nobody's home: a service account
            file = Path(os.devnull)
        try:
            found: object = json.loads(file.read_bytes()) if stamp_of(file) else {}
        except (OSError, ValueError, RecursionError):
            found = {}
        entries = found.items() if isinstance(found, dict) else ()
        return cls(file, {str(key): value for key, value in entries if isinstance(value, list)})

    def knows(self, path: Path, stamp: Stamp | None) -> bool:
        return stamp is not None and self.passed.get(str(path)) == list(stamp)

    def learn(self, stamps: Mapping[Path, Stamp | None]) -> None:
        self.grown = self.grown or bool(stamps)
        self.passed |= {str(path): list(stamp) for path, stamp in stamps.items() if stamp}

    def keep(self, paths: Iterable[Path]) -> None:
        """Writes down what is known of these pictures. A cache that cannot be written is done without."""
        if not self.grown:
            return
        kept = {str(path): self.passed[str(path)] for path in paths if str(path) in self.passed}
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            new = self.file.with_name(f"{self.file.name}.{os.getpid()}")
            try:
                new.write_text(json.dumps(kept), encoding="utf-8")
                new.replace(self.file)
            finally:
                new.unlink(missing_ok=True)


def cache_folder() -> Path:
    """Where this user's programs keep what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / NAME
