"""The exhibition as it was loaded last time, while nothing it was made from has changed.

Reading and checking the content takes about 40 ms, and importing what does it 40 more: a start pays for that
only when the content is new. Where what was kept is missing, spoilt or by another program, all is read anew.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from kiosk import __version__
from kiosk.content.exhibition import Exhibition
from kiosk.content.pictures import cache_folder, stamp_of

T = TypeVar("T")

ASSETS: Final = Path(__file__).parents[2] / "assets"
MOST_BYTES: Final = 1_000_000
"""Of a text that is compared whole; a larger one the loader refuses."""


def load_or_recall(folder: Path) -> Exhibition:
    """The exhibition in `folder`; raises ContentError with all that is wrong, as the loader does."""

    def make() -> Exhibition:
        from kiosk.content.loader import load

        return load(folder, remember=True).exhibition

    try:
        folder = folder.resolve()
        key = key_of(folder)
    except (OSError, RuntimeError):  # a loop of links, or files that come and go: nothing to go by
        return make()
    return recalled("exhibition.pickle", key, Exhibition, make)


def recalled(name: str, key: bytes, kind: type[T], make: Callable[[], T]) -> T:
    """What `make` made when it was last asked under this name with this key; else it is asked, and kept."""
    try:
        file = cache_folder() / name
    except RuntimeError:  # nobody's home: a service account
        return make()
    kept = _recall(file, key, kind)
    if kept is None:
        kept = make()
        _keep(file, key, kept)
    return kept


def key_of(folder: Path) -> bytes:
    """Differs when anything differs that the exhibition is made from: texts by their bytes, all else by size
    and time of change. Raises OSError.
    """
    parts = [repr((__version__, sys.version, str(folder))).encode()]
    for path in _made_from(folder):
        stamp = stamp_of(path)
        parts.append(repr((str(path), stamp)).encode())
        if path.suffix == ".yaml" and stamp and stamp[0] <= MOST_BYTES:
            parts.append(path.read_bytes())
    return b"\0".join(parts)


def _made_from(folder: Path) -> Iterator[Path]:
    yield Path(sys.executable)
    yield folder / "exhibition.yaml"
    for root, pattern in (
        (Path(__file__).parent, "*.py"),
        (ASSETS, "*/*.svg"),
        (folder, "themes/*"),
        (folder, "emblems/*"),
        (folder, "photos/**/*"),
        (folder, "audio/**/*"),
    ):
        yield from sorted(root.glob(pattern))


def _recall(file: Path, key: bytes, kind: type[T]) -> T | None:
    try:
        data = file.read_bytes()
        if not data.startswith(key):
            return None
        found: object = pickle.loads(data[len(key) :])  # noqa: S301 - our own user's cache, like a .pyc
    except Exception:  # noqa: BLE001 - a spoilt pickle raises anything
        return None
    return found if isinstance(found, kind) else None


def _keep(file: Path, key: bytes, made: object) -> None:
    """A cache that cannot be written is done without."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            new.write_bytes(key + pickle.dumps(made))
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)
