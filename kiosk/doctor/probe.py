"""A look at what may crash or hang, in a process of its own: drivers, displays, sound servers, Qt itself.

`kiosk doctor --probe NAME` answers on one line; `ask` starts it and waits no longer than it may take.
"""

from __future__ import annotations

import base64
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TextIO, TypeVar

from kiosk.failure import Failure
from kiosk.hall.places import is_bundle

MARK: Final = "probe: "
"""How the line of the answer begins: drivers write on the same stream."""

SECONDS: Final = 20.0
"""How long a probe may take. The slowest that was seen to answer is a voice: 1.4 s, on two cores."""


class Probe(StrEnum):
    SCREENS = "screens"
    GRAPHICS = "graphics"
    FONTS = "fonts"
    STAGE = "stage"
    PLAYER = "player"
    VOICE = "voice"
    LIBRARIES = "libraries"


class Reason(StrEnum):
    """Why there is no answer."""

    REFUSED = "refused"
    CRASHED = "crashed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Trouble:
    """There is no answer: what was said instead, perhaps nothing."""

    reason: Reason
    said: str = ""


T = TypeVar("T")

UNSEEN: Final = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QT_SCALE_FACTOR": "1",
}
"""The environment of a probe that needs no display."""

TRACELESS: Final = {
    "MESA_SHADER_CACHE_DISABLE": "true",
    "PYTHONDONTWRITEBYTECODE": "1",
    "QML_DISABLE_DISK_CACHE": "1",
}


def ask(
    probe: Probe,
    kind: type[T],
    about: object = None,
    environment: Mapping[str, str] | None = None,
    seconds: float = SECONDS,
) -> T | Trouble:
    """What the probe answers, of that kind, or why it does not. Takes `seconds` at the most."""
    try:
        done = subprocess.run(
            [*_program(), "doctor", "--probe", probe],
            input=_packed(about),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=os.environ | _path() | TRACELESS | dict(environment or {}),
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return Trouble(Reason.SILENT)
    except OSError as error:
        return Trouble(Reason.CRASHED, error.strerror or str(error))
    answer = next((line for line in done.stdout.splitlines() if line.startswith(MARK)), None)
    found = _unpacked(answer.removeprefix(MARK)) if answer else None
    if isinstance(found, kind | Trouble):
        return found
    words = done.stderr.strip().splitlines()
    return Trouble(Reason.CRASHED, words[-1] if words else f"exit code {done.returncode}")


def answer(probe: Probe, source: TextIO, stream: TextIO) -> int:
    """What `kiosk doctor --probe` does: the answer, on one line of `stream`, to what stands on `source`."""
    from kiosk.doctor import eyes

    ways: Mapping[Probe, Callable[[object], object]] = {
        Probe.SCREENS: eyes.screens,
        Probe.GRAPHICS: eyes.graphics,
        Probe.FONTS: eyes.fonts,
        Probe.STAGE: eyes.stage,
        Probe.PLAYER: eyes.player,
        Probe.VOICE: eyes.voice,
        Probe.LIBRARIES: eyes.libraries,
    }
    try:
        found = ways[probe](_unpacked(source.read()))
    except Failure as error:
        found = Trouble(Reason.REFUSED, str(error))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        found = Trouble(Reason.REFUSED, f"{type(error).__name__}: {error}")
    print(f"{MARK}{_packed(found)}", file=stream, flush=True)
    # Drivers and voices may hang or fall while they are taken down; the answer is given.
    os._exit(0)


def _program() -> list[str]:
    return [sys.executable] if is_bundle() else [sys.executable, "-P", "-m", "kiosk"]


def _path() -> dict[str, str]:
    if is_bundle():
        return {}
    here, before = str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join([here, before]) if before else here}


def _packed(thing: object) -> str:
    return base64.b64encode(pickle.dumps(thing)).decode("ascii")


def _unpacked(text: str) -> object:
    try:
        found: object = pickle.loads(base64.b64decode(text))  # noqa: S301 - written by this program itself
    except Exception:  # noqa: BLE001 - a spoilt pickle raises anything
        return None
    return found
