"""Two halls that differ in everything, and a hall that says one thing alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from kiosk.content.exhibition import Language
from kiosk.doctor.origins import keys, spoken
from kiosk.hall.settings import IdleTimes, Renderer, Rotation, Settings
from kiosk.visit import Comfort

SAID: Final = Settings(
    content=Path("/said"),
    language=Language.EN,
    display="2",
    diagonal=1000,
    rotation=Rotation.RIGHT,
    renderer=Renderer.SOFTWARE,
    comfort=(Comfort.LARGE_TEXT,),
    idle=IdleTimes(ask_after=20, ask_at_most=40, answer_within=10),
)
WRITTEN: Final = Settings(
    content=Path("/written"),
    language=Language.ZH,
    display="HDMI-1",
    diagonal=2000,
    rotation=Rotation.LEFT,
    renderer=Renderer.AUTO,
    comfort=(),
    idle=IdleTimes(ask_after=30, ask_at_most=50, answer_within=15),
)

KEYS: Final = tuple(keys())


def only(settings: Settings, key: str) -> Settings:
    """Nothing but that."""
    group, _, name = key.rpartition(".")
    value: Any = spoken(settings, key)
    if group:
        return Settings(idle=IdleTimes(**{name: value}))
    return Settings(**{name: value})
