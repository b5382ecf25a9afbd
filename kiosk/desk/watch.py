"""Follows a content folder: reads it anew whenever it has changed and come to rest.

It looks at the stamps of the files again and again, in a thread of its own. That sees every way of saving
there is, local or on a share, and a share that does not answer holds up nobody else.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Final

from kiosk.content.loader import Loaded, load
from kiosk.content.problems import ContentError, Problem
from kiosk.content.translations import compared

MOST_BYTES: Final = 1_000_000
"""Of a text; a larger one the loader refuses."""

SHELVES: Final = ("themes/*", "emblems/*", "photos/**/*", "audio/**/*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """All in seconds. `look`: between two looks; `unrest`: while something changes.

    What has not changed for `quiet` is read, and so is what changes without end, every `patience`. What
    cannot be shown may be half of a file: it is told after `doubt` more of quiet, and a text that lost its
    end after `cut`. Every `texts` the texts themselves are compared: stamps of a stick are as coarse as 2 s.
    """

    look: float = 0.1
    unrest: float = 0.03
    quiet: float = 0.08
    doubt: float = 0.4
    cut: float = 0.15
    patience: float = 1.5
    texts: float = 1.0


Stamp = tuple[int, int, int]
"""Size in bytes, time of change in ns, number of the file on its disk."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The content as it was found: loaded with its warnings, or with what is wrong."""

    folder: Path
    stamps: Mapping[Path, Stamp]
    texts: Mapping[Path, str]
    loaded: Loaded | None
    problems: tuple[Problem, ...]


def look(folder: Path) -> dict[Path, Stamp]:
    """Of every file that an exhibition is made from; of a folder that cannot be reached, none."""
    found: dict[Path, Stamp] = {}
    try:
        root = folder.resolve()
        for path in (root / "exhibition.yaml", *(each for shelf in SHELVES for each in root.glob(shelf))):
            if not path.name.startswith(".") and not path.name.endswith("~"):
                found |= _stamp(path)
    except (OSError, RuntimeError):
        pass
    return found


def _stamp(path: Path) -> dict[Path, Stamp]:
    try:
        of = path.stat()
    except OSError:
        return {}
    return {path: (of.st_size, of.st_mtime_ns, of.st_ino)}


def texts_of(stamps: Mapping[Path, Stamp]) -> dict[Path, str]:
    """Of the YAML files among them; one that cannot be read has none."""
    found: dict[Path, str] = {}
    for path, (size, _, _) in stamps.items():
        if path.suffix == ".yaml" and size <= MOST_BYTES:
            try:
                found[path] = path.read_bytes().decode(errors="replace")
            except OSError:
                continue
    return found


def read(folder: Path, stamps: Mapping[Path, Stamp]) -> Reading:
    texts = texts_of(stamps)
    try:
        loaded = compared(load(folder, remember=True))
    except ContentError as error:
        return Reading(folder, stamps, texts, None, error.problems)
    return Reading(loaded.exhibition.folder, stamps, texts, loaded, loaded.warnings)


def lost_its_end(before: Mapping[Path, str], after: Mapping[Path, str]) -> bool:
    """Whether a text is shorter now and its last line another: so it is, too, while it is being written."""
    return any(
        len(text) < len(before[path]) and _last_line(text) != _last_line(before[path])
        for path, text in after.items()
        if path in before
    )


def _last_line(text: str) -> str:
    return text.rstrip().rpartition("\n")[2]


@dataclass(slots=True)
class Watch:
    """`tell` is called from the watching thread, with the first reading at once and then with each new one.

    Between `start` and `stop` Python's garbage is not collected by itself: this thread would destroy Qt
    objects that belong to another, and their timers would go on. Who has such objects collects in theirs.
    """

    folder: Path
    tell: Callable[[Reading], None]
    pace: Pace = field(default_factory=Pace)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        gc.disable()
        # A daemon: the end of the program does not wait for a share that is gone.
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Tells nothing any more."""
        self._stopped.set()
        if self._thread:
            self._thread.join(1.0)
        gc.enable()

    def _run(self) -> None:
        for reading in self.readings():
            self.tell(reading)

    def readings(self) -> Iterator[Reading]:
        """Until it is stopped."""
        last = read(self.folder, look(self.folder))
        while not self._stopped.is_set():
            yield last
            last = self._next(last)

    def _next(self, told: Reading) -> Reading:
        """Waits for a reading other than the last that was told."""
        last = told
        while not self._stopped.is_set():
            last = read(self.folder, self._rested(last))
            if self._stands(last, told):
                break
        return last

    def _rested(self, last: Reading) -> dict[Path, Stamp]:
        """Waits for a change, and until it is over."""
        compared = monotonic()
        while not self._stopped.is_set():
            begun = monotonic()
            now = look(self.folder)
            if now != last.stamps:
                return self._quiet(now)
            if monotonic() - compared >= self.pace.texts:
                compared = monotonic()
                if texts_of(now) != last.texts:
                    break
            # On a slow share a look takes long: half of the time it is left alone.
            self._stopped.wait(max(self.pace.look, monotonic() - begun))
        return look(self.folder)

    def _quiet(self, now: dict[Path, Stamp]) -> dict[Path, Stamp]:
        begun = changed = monotonic()
        while monotonic() - changed < self.pace.quiet and monotonic() - begun < self.pace.patience:
            self._stopped.wait(self.pace.unrest)
            later = look(self.folder)
            if later != now:
                now, changed = later, monotonic()
        return now

    def _stands(self, reading: Reading, told: Reading) -> bool:
        """Whether what might be half a file is still the same after a while."""
        doubt = 0.0
        if not reading.loaded:
            doubt = self.pace.doubt
        elif lost_its_end(told.texts, reading.texts):
            doubt = self.pace.cut
        end = monotonic() + doubt
        while monotonic() < end:
            self._stopped.wait(self.pace.unrest)
            if look(self.folder) != reading.stamps:
                return False
        return True
