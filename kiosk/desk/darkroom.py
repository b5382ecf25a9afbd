"""One picture as a camera left it becomes one as the hall shows it, in a process that may hang or fall.

Upright, in sRGB, on paper where it was transparent, at most LONGEST on its long side, and with nothing in the
file but the picture: no place, no camera, no thumbnail.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import stat
import sys
import warnings
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, Final

from kiosk.content.contrast import PAPER
from kiosk.content.document import HIDDEN
from kiosk.content.pictures import MOST_WORK, form_of
from kiosk.failure import Failure

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from PIL.Image import Image as Picture

LONGEST: Final = 3840
"""px on the long side: a 4K screen, filled."""
QUALITY: Final = 90
PATIENCE: Final = 30.0
"""s that one picture may take; 100 MP take about 2."""
WARM_UP: Final = 60.0
"""s until the process has begun."""
MOST_BYTES: Final = 300_000_000
MOST_PIXELS: Final = MappingProxyType(
    {
        "JPEG": 100_000_000,
        "TIFF": 100_000_000,
        "HEIC": 100_000_000,
        "PNG": 64_000_000,
        "WEBP": 64_000_000,
        "AVIF": 64_000_000,
    }
)
"""As many as `kiosk check` lets pass, and what cameras and scanners make beside them."""
MOST_MEMORY: Final = 4_000_000_000
"""Bytes of address space the process may take, where the system can say so."""
PLUGINS: Final = {"HEIC": "HEIF"}
"""Pillow's name of a form, where it is another."""
BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
"""Of HEIF among the files that begin like a film."""


class DarkroomError(Failure):
    """The process cannot be begun at all."""


class Fault(Enum):
    """Why a picture cannot be taken."""

    MISSING = "missing"
    LINK = "link"
    IRREGULAR = "irregular"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    HEAVY = "heavy"
    RAW = "raw"
    FORMAT = "format"
    LARGE = "large"
    BROKEN = "broken"
    UNUSUAL = "unusual"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Refused:
    """A fault, with a word on it: the form found, or the size."""

    fault: Fault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Inscription:
    """What the camera or the photographer wrote into the file, in words; '' where nothing."""

    artist: str = ""
    copyright: str = ""
    description: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Developed:
    """A JPEG, its size in px and that of the original once upright, and whether its colours were known.

    `profile_ignored`: a colour profile is there and cannot be used, so the colours are taken for sRGB.
    """

    data: bytes
    before: tuple[int, int]
    after: tuple[int, int]
    inscription: Inscription
    profile_ignored: bool


def open_original(path: Path) -> BinaryIO | Refused:
    """A regular file of a fitting size, open to read; never waits on a pipe or a device. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    stream = os.fdopen(handle, "rb")
    found = os.fstat(handle)
    fault = None
    if not stat.S_ISREG(found.st_mode):
        fault = Refused(Fault.IRREGULAR)
    elif found.st_size == 0:
        fault = Refused(Fault.EMPTY)
    elif found.st_size > MOST_BYTES:
        fault = Refused(Fault.HEAVY, f"{found.st_size / 1_000_000:.0f} MB")
    if fault:
        stream.close()
        return fault
    return stream


def form_at(head: bytes) -> str:
    """What the first bytes say, whatever the file is called: JPEG, HEIC, another form, or ''."""
    if head[4:8] == b"ftyp" and head[8:12] not in BRANDS | {b"avif", b"avis"}:
        return "MP4"
    if head[:4] in (b"II+\0", b"MM\0+"):
        return "TIFF"
    return form_of(head)


class Darkroom:
    """A process that develops one picture at a time; a new one is begun where the last had to be ended.

    To be entered with `with`; raises DarkroomError if no process can be begun.
    """

    def __init__(self) -> None:
        self._worker: SpawnProcess | None = None
        self._wire: Connection[Path, Developed | Refused | None] | None = None

    def __enter__(self) -> Darkroom:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def develop(self, path: Path, patience: float = PATIENCE) -> Developed | Refused:
        """The picture, or why there is none after `patience` seconds at most (and 60 for a slow begin)."""
        wire = self._wire or self._begin()
        try:
            wire.send(path)
            if not wire.poll(patience):
                self._end()
                return Refused(Fault.SLOW, f"{patience:g}")
            answer = wire.recv()
        except (EOFError, OSError):
            self._end()
            return Refused(Fault.BROKEN)
        return answer or Refused(Fault.BROKEN)

    def _begin(self) -> Connection[Path, Developed | Refused | None]:
        context = multiprocessing.get_context("spawn")
        wire, far = context.Pipe()
        self._worker = context.Process(target=_work, args=(far,), daemon=True)
        self._worker.start()
        far.close()
        self._wire = wire
        try:
            ready = wire.poll(WARM_UP) and wire.recv() is None
        except (EOFError, OSError):
            ready = False
        if not ready:
            self._end()
            raise DarkroomError(
                "处理图片的程序启动不了；请重新启动电脑再试。 / "
                "The process that handles pictures cannot be begun; restart the computer and try again."
            )
        return wire

    def _end(self) -> None:
        if self._wire:
            self._wire.close()
        if self._worker:
            self._worker.kill()
            self._worker.join()
            self._worker.close()
        self._wire = self._worker = None


def _work(wire: Connection[Developed | Refused | None, Path]) -> None:
    """Answers each path with a picture or a refusal, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libtiff writes its remarks there
    _limit_memory()
    warnings.simplefilter("ignore")
    _learn_forms()
    wire.send(None)
    while True:
        try:
            path = wire.recv()
        except (EOFError, OSError):
            return
        wire.send(develop(path))


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _learn_forms() -> None:
    import pi_heif  # type: ignore[import-untyped]
    from PIL import Image, ImageFile

    pi_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = None  # the limits are ours, above
    ImageFile.LOAD_TRUNCATED_IMAGES = False


def develop(path: Path) -> Developed | Refused:
    """The picture at `path`, in this process; `Darkroom.develop` is the safe way to it."""
    try:
        stream = open_original(path)
        if isinstance(stream, Refused):
            return stream
        with stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return Refused(Fault.UNREADABLE, error.strerror or type(error).__name__)
    form = form_at(data[:4096])
    if form not in MOST_PIXELS:
        return Refused(Fault.FORMAT, form)
    try:
        return _developed(data, form)
    except MemoryError:
        return Refused(Fault.LARGE)
    except Exception:  # noqa: BLE001 - a broken picture makes Pillow raise anything, SyntaxError too
        return Refused(Fault.BROKEN)


def _developed(data: bytes, form: str) -> Developed | Refused:
    from PIL import Image

    with Image.open(BytesIO(data), formats=[PLUGINS.get(form, form)]) as picture:
        whole = picture.size
        pixels = whole[0] * whole[1]
        scans = data.count(b"\xff\xda") if form == "JPEG" else 1
        if pixels > MOST_PIXELS[form] or pixels * scans > MOST_WORK:
            return Refused(Fault.LARGE, f"{whole[0]} × {whole[1]}")
        inscription, turn = _read_exif(picture)
        picture.draft(None, (LONGEST, LONGEST))
        picture.load()
        profile = picture.info.get("icc_profile")
        plain = _eight_bits(picture)
    if plain is None:
        return Refused(Fault.UNUSUAL, picture.mode)
    plain.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=None)
    upright = plain.transpose(Image.Transpose(turn)) if turn is not None else plain
    coloured, profile_ignored = _in_srgb(upright, profile if isinstance(profile, bytes) else b"")
    turned = upright.size != plain.size
    return Developed(
        _written(coloured),
        (whole[1], whole[0]) if turned else whole,
        coloured.size,
        inscription,
        profile_ignored,
    )


def _eight_bits(picture: Picture) -> Picture | None:
    """In a mode that scales well and that a profile may speak of; None for what is no photograph."""
    match picture.mode:
        case "L" | "RGB" | "CMYK" | "LAB" | "RGBA" if "transparency" not in picture.info:
            return picture.copy()
        case "I;16" | "I;16B" | "I;16L" | "I;16N":
            return picture.convert("I").point(lambda level: level * (1 / 257)).convert("L")
        case "1":
            return picture.convert("L")
        case "L" | "RGB" | "LA" | "La" | "PA" | "P" | "RGBa":
            return picture.convert("RGBA" if _is_clear(picture) else "RGB")
        case "RGBX" | "YCbCr" | "HSV":
            return picture.convert("RGB")
        case _:
            return None


def _is_clear(picture: Picture) -> bool:
    return picture.mode in ("LA", "La", "PA", "RGBa") or "transparency" in picture.info


def _in_srgb(picture: Picture, profile: bytes) -> tuple[Picture, bool]:
    """As opaque RGB, by its own profile where it has one that fits; and whether it has one that does not."""
    from PIL import Image

    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    opaque = picture.convert("RGB") if alpha else picture
    ignored = False
    if profile or opaque.mode == "LAB":
        converted = _converted(opaque, profile)
        ignored = converted is None
        opaque = converted or opaque
    coloured = opaque.convert("RGB")
    if alpha:
        paper = Image.new("RGB", coloured.size, PAPER)
        paper.paste(coloured, mask=alpha)
        return paper, ignored
    return coloured, ignored


def _converted(picture: Picture, profile: bytes) -> Picture | None:
    from PIL import ImageCms

    try:
        if picture.mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        else:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
        space = source.profile.xcolor_space.strip()
        if space == "RGB" and picture.mode == "L":
            picture = picture.convert("RGB")
        if {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab": "LAB"}.get(space) != picture.mode:
            return None
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        intent, black = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        return ImageCms.profileToProfile(picture, source, srgb, intent, "RGB", flags=black)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _written(picture: Picture) -> bytes:
    picture.info.clear()  # Pillow would write a profile, a comment and the EXIF that it finds there
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=QUALITY, subsampling="4:4:4", optimize=True)
    return stream.getvalue()


# What the camera wrote

_TURNS: Final = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""The EXIF orientation as a member of Pillow's Transpose."""
_ORIENTATION, _DESCRIPTION, _ARTIST, _COPYRIGHT, _PART, _TAKEN = 0x112, 0x10E, 0x13B, 0x8298, 0x8769, 0x9003


def _read_exif(picture: Picture) -> tuple[Inscription, int | None]:
    """The words in it, and how the picture has to be turned; nothing where it cannot be read."""
    try:
        exif = picture.getexif()
        turn = _TURNS.get(exif.get(_ORIENTATION, 1))
        inscription = Inscription(
            _words(exif.get(_ARTIST)),
            _words(exif.get(_COPYRIGHT)),
            _words(exif.get(_DESCRIPTION)),
            _moment(exif.get_ifd(_PART).get(_TAKEN)),
        )
    except Exception:  # noqa: BLE001 - spoilt EXIF makes Pillow raise anything; the picture may still be whole
        return Inscription(), None
    return inscription, turn


def _words(said: object) -> str:
    """One line of at most 120 characters. Pillow takes for Latin-1 what is mostly UTF-8 or GBK."""
    if not isinstance(said, str):
        return ""
    text = _redecoded(said.encode("latin-1")) if max(said, default="") < "\u0100" else said
    return " ".join(HIDDEN.sub(" ", text).split())[:120]


def _redecoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _moment(said: object) -> str:
    match = re.match(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d)", said) if isinstance(said, str) else None
    return f"{match[1]}-{match[2]}-{match[3]} {match[4]}" if match else ""
