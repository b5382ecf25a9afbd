"""What the doctor says of sound: it matters where something is recorded, or read aloud to everyone. Pure."""

from __future__ import annotations

from typing import Final

from kiosk.content.exhibition import Exhibition, Text
from kiosk.doctor.eyes import Voices
from kiosk.doctor.findings import Check, Finding, good, look
from kiosk.doctor.probe import Trouble


def is_recorded(exhibition: Exhibition) -> bool:
    """Whether anything in it has a recording."""
    return any(slide.audio for theme in exhibition.themes for slide in theme.slides)


_LOUD: Final = Text(
    "接好音箱；Linux 上还要 libpulse0 和 PulseAudio 或 PipeWire。",
    "Connect a loudspeaker; Linux also wants libpulse0 and PulseAudio or PipeWire.",
)


def player(found: bool | Trouble, *, recorded: bool) -> Finding:
    """`recorded`: the content has recordings."""
    if found is True:
        return good(Check.PLAYER, "录音放得出来。", "Recordings would be heard.", heard=True)
    if not recorded:
        return good(
            Check.PLAYER,
            "放不出声音；内容里也没有录音。",
            "None would be heard; the content has none.",
            heard=False,
        )
    return look(
        Check.PLAYER,
        Text(
            "内容里有录音，但这台机器放不出声音。", "The content has recordings, but nothing would be heard."
        ),
        _LOUD,
        heard=False,
    )


def voice(found: Voices | Trouble, *, wanted: bool) -> Finding:
    """`wanted`: every visitor begins with reading aloud."""
    languages = list(found.languages) if isinstance(found, Voices) else []
    if set(languages) == {"zh", "en"}:
        return good(
            Check.VOICE, "系统能读中文和英文。", "The system speaks Chinese and English.", voices=languages
        )
    if not wanted:
        return good(
            Check.VOICE,
            "系统语音不全，“朗读”只在能读时出现。" if languages else "没有系统语音，“朗读”不会出现。",
            "The system speaks one language: reading is offered in it alone."
            if languages
            else "The system has no voice: reading aloud is not offered.",
            voices=languages,
        )
    return look(
        Check.VOICE,
        Text(
            "设置了朗读，但系统没有中英文两种语音。",
            "Reading aloud is set, but the system lacks a voice for Chinese or English.",
        ),
        Text(
            "Debian、Ubuntu：apt-get install speech-dispatcher-espeak-ng；或从 comfort 里去掉 read-aloud。",
            "Debian, Ubuntu: apt-get install speech-dispatcher-espeak-ng; or take read-aloud out of comfort.",
        ),
        voices=languages,
    )
