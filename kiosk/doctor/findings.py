"""What the doctor found: a grade, a sentence, and a remedy where one is needed. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kiosk.content.exhibition import Text

Plain = str | int | float | bool | None | list[str]
"""What a finding says to machines."""


class Grade(StrEnum):
    """The stable word of each, for machines."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"
    UNKNOWN = "unknown"


class Group(StrEnum):
    """The parts of the report, in their order."""

    EXHIBITION = "exhibition"
    PICTURE = "picture"
    SOUND = "sound"
    STORAGE = "storage"
    CLOCK = "clock"
    MACHINE = "machine"


class Check(StrEnum):
    """What is looked at, under the stable name that remote monitoring relies on."""

    SETTINGS = "settings"
    CONTENT = "content"
    BUILT_IN = "built-in-content"
    CHARACTERS = "characters"
    DISPLAY = "display"
    RESOLUTION = "resolution"
    SCALE = "scale"
    SIZE = "size"
    TOUCH = "touch"
    RENDERER = "renderer"
    FONTS = "fonts"
    SCREENS = "screens"
    PLAYER = "recordings"
    VOICE = "reading-aloud"
    LOG_DISK = "log-disk"
    CACHE_DISK = "cache-disk"
    CONTENT_ACCESS = "content-access"
    LOG = "log"
    CLOCK = "clock"
    ZONE = "time-zone"
    SYNCHRONISED = "clock-synchronised"
    BLANKING = "screen-blanking"
    MEMORY = "memory"
    USER = "user"
    LIBRARIES = "libraries"
    PROGRAM = "program-files"

    @property
    def group(self) -> Group:
        return _GROUPS[self]

    @property
    def label(self) -> Text:
        return _LABELS[self]


_MEMBERS: Final = {
    Group.EXHIBITION: (Check.SETTINGS, Check.CONTENT, Check.BUILT_IN, Check.CHARACTERS),
    Group.PICTURE: (
        Check.DISPLAY,
        Check.RESOLUTION,
        Check.SCALE,
        Check.SIZE,
        Check.TOUCH,
        Check.RENDERER,
        Check.FONTS,
        Check.SCREENS,
    ),
    Group.SOUND: (Check.PLAYER, Check.VOICE),
    Group.STORAGE: (Check.LOG_DISK, Check.CACHE_DISK, Check.CONTENT_ACCESS, Check.LOG),
    Group.CLOCK: (Check.CLOCK, Check.ZONE, Check.SYNCHRONISED),
    Group.MACHINE: (Check.BLANKING, Check.MEMORY, Check.USER, Check.LIBRARIES, Check.PROGRAM),
}
_GROUPS: Final = {check: group for group, checks in _MEMBERS.items() for check in checks}

_LABELS: Final = {
    Check.SETTINGS: Text("展厅设置", "hall.yaml"),
    Check.CONTENT: Text("内容", "content"),
    Check.BUILT_IN: Text("自带内容", "built-in"),
    Check.CHARACTERS: Text("缺字", "characters"),
    Check.DISPLAY: Text("屏幕", "display"),
    Check.RESOLUTION: Text("分辨率", "resolution"),
    Check.SCALE: Text("缩放", "scale"),
    Check.SIZE: Text("尺寸", "size"),
    Check.TOUCH: Text("触摸", "touch"),
    Check.RENDERER: Text("绘制", "renderer"),
    Check.FONTS: Text("字体", "fonts"),
    Check.SCREENS: Text("页面", "screens"),
    Check.PLAYER: Text("录音", "recordings"),
    Check.VOICE: Text("朗读", "voice"),
    Check.LOG_DISK: Text("日志空间", "log space"),
    Check.CACHE_DISK: Text("缓存空间", "cache space"),
    Check.CONTENT_ACCESS: Text("改内容", "editing"),
    Check.LOG: Text("日志", "log"),
    Check.CLOCK: Text("时钟", "clock"),
    Check.ZONE: Text("时区", "time zone"),
    Check.SYNCHRONISED: Text("对时", "time sync"),
    Check.BLANKING: Text("熄屏", "blanking"),
    Check.MEMORY: Text("内存", "memory"),
    Check.USER: Text("用户", "user"),
    Check.LIBRARIES: Text("系统库", "libraries"),
    Check.PROGRAM: Text("程序文件", "program"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`said` and `remedy` are whole sentences; `facts` are what they tell, for machines."""

    check: Check
    grade: Grade
    said: Text
    remedy: Text | None = None
    facts: Mapping[str, Plain] = field(default_factory=lambda: MappingProxyType({}))
    label: Text | None = None
    """In place of the check's own, where there are several of it."""


def good(check: Check, zh: str, en: str, **facts: Plain) -> Finding:
    return Finding(check, Grade.GOOD, Text(zh, en), None, facts)


def look(check: Check, said: Text, remedy: Text, **facts: Plain) -> Finding:
    return Finding(check, Grade.LOOK, said, remedy, facts)


def bad(check: Check, said: Text, remedy: Text, **facts: Plain) -> Finding:
    return Finding(check, Grade.BAD, said, remedy, facts)


def unknown(check: Check, said: Text, remedy: Text | None = None, **facts: Plain) -> Finding:
    return Finding(check, Grade.UNKNOWN, said, remedy, facts)
