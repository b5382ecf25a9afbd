"""Whether what kept the exhibition from being shown is gone. A look costs little until a file has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.content.pictures import Stamp, stamp_of
from kiosk.hall.refusal import Refusal, refusal_of

UNFORESEEN: Final = 100
"""Looks after which a start is tried where nobody knows the cause."""

Stamps = frozenset[tuple[Path, Stamp | None]]


@dataclass(slots=True)
class Recovery:
    """`attempt` does what a start does before it needs Qt, and raises what is wrong. `paths`: files, and
    folders with all in them, whose change may be the cure.
    """

    refusal: Refusal
    attempt: Callable[[], object]
    paths: Iterable[Path]
    _before: Stamps = field(init=False)
    _changed: bool = False
    _looks: int = 0

    def __post_init__(self) -> None:
        self.paths = tuple(self.paths)
        self._before = stamps(self.paths)

    def look(self) -> Refusal | None:
        """What is wrong now; None when a start is worth it. What is still being written is waited for."""
        self._looks += 1
        now = stamps(self.paths)
        settled = now == self._before
        self._before = now
        if not settled:
            self._changed = True
        elif self._changed:
            self._changed = False
            return self._try()
        elif not self.refusal.foreseen and self._looks >= UNFORESEEN:
            return None
        return self.refusal

    def _try(self) -> Refusal | None:
        try:
            self.attempt()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is said on the screen
            self.refusal = refusal_of(error)
            return self.refusal
        return None


def stamps(paths: Iterable[Path]) -> Stamps:
    """Size and time of change of every file."""
    return frozenset((file, stamp_of(file)) for path in paths for file in _files(path))


def _files(path: Path) -> Iterator[Path]:
    yield path
    try:
        yield from path.rglob("*")
    except OSError:  # it goes away while it is looked at
        return
