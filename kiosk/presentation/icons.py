"""Ordinary icons: the Material Design Icons font that qtawesome brings, without importing qtawesome.

Its import takes 0.2 to 0.3 s and draws in a module of Qt that is under the GPL only. The code points below
are those of its charmap; a test compares them with the installed version.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.presentation.fonts import FontError, load_font

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

CODE_POINTS: Final = {
    "arrow-expand": 0xF0616,
    "arrow-left": 0xF004D,
    "check": 0xF012C,
    "chevron-down": 0xF0140,
    "chevron-left": 0xF0141,
    "chevron-right": 0xF0142,
    "chevron-up": 0xF0143,
    "close": 0xF0156,
    "contrast-circle": 0xF0197,
    "format-size": 0xF027F,
    "gesture-tap": 0xF0741,
    "home": 0xF02DC,
    "human-wheelchair": 0xF138D,
    "information-outline": 0xF02FD,
    "magnify-plus-outline": 0xF06ED,
    "motion-pause-outline": 0xF1592,
    "replay": 0xF0459,
    "stop-circle-outline": 0xF0667,
    "translate": 0xF05CA,
    "view-grid-outline": 0xF11D9,
    "volume-high": 0xF057E,
    "web": 0xF059F,
}


def font_file() -> Path:
    """The icon font inside the installed qtawesome; raises FontError."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FontError(
            "程序不完整：缺少图标字体（qtawesome）。请重新安装 / "
            "the program is incomplete: the package qtawesome is missing. Install it again"
        )
    folder = Path(spec.origin).parent / "fonts"
    font = next(folder.glob("materialdesignicons6-webfont-*.ttf"), None)
    if font is None:
        raise FontError(
            f"程序不完整：{folder} 里没有图标字体。请重新安装 / "
            f"the program is incomplete: there is no font of icons in {folder}. Install it again"
        )
    return font


@QmlElement
@QmlSingleton
class Icons(QObject):
    """`Text { text: Icons.close; font.family: Icons.family }`"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._family = load_font(font_file())

    @Property(str, constant=True, final=True)
    def family(self) -> str:
        return self._family

    @Property(str, constant=True, final=True)
    def arrowLeft(self) -> str:
        return chr(CODE_POINTS["arrow-left"])

    @Property(str, constant=True, final=True)
    def check(self) -> str:
        return chr(CODE_POINTS["check"])

    @Property(str, constant=True, final=True)
    def chevronDown(self) -> str:
        return chr(CODE_POINTS["chevron-down"])

    @Property(str, constant=True, final=True)
    def chevronLeft(self) -> str:
        return chr(CODE_POINTS["chevron-left"])

    @Property(str, constant=True, final=True)
    def chevronRight(self) -> str:
        return chr(CODE_POINTS["chevron-right"])

    @Property(str, constant=True, final=True)
    def chevronUp(self) -> str:
        return chr(CODE_POINTS["chevron-up"])

    @Property(str, constant=True, final=True)
    def close(self) -> str:
        return chr(CODE_POINTS["close"])

    @Property(str, constant=True, final=True)
    def contrast(self) -> str:
        return chr(CODE_POINTS["contrast-circle"])

    @Property(str, constant=True, final=True)
    def enlarge(self) -> str:
        return chr(CODE_POINTS["magnify-plus-outline"])

    @Property(str, constant=True, final=True)
    def expand(self) -> str:
        return chr(CODE_POINTS["arrow-expand"])

    @Property(str, constant=True, final=True)
    def grid(self) -> str:
        return chr(CODE_POINTS["view-grid-outline"])

    @Property(str, constant=True, final=True)
    def home(self) -> str:
        return chr(CODE_POINTS["home"])

    @Property(str, constant=True, final=True)
    def information(self) -> str:
        return chr(CODE_POINTS["information-outline"])

    @Property(str, constant=True, final=True)
    def motion(self) -> str:
        return chr(CODE_POINTS["motion-pause-outline"])

    @Property(str, constant=True, final=True)
    def reach(self) -> str:
        return chr(CODE_POINTS["human-wheelchair"])

    @Property(str, constant=True, final=True)
    def replay(self) -> str:
        return chr(CODE_POINTS["replay"])

    @Property(str, constant=True, final=True)
    def stop(self) -> str:
        return chr(CODE_POINTS["stop-circle-outline"])

    @Property(str, constant=True, final=True)
    def tap(self) -> str:
        return chr(CODE_POINTS["gesture-tap"])

    @Property(str, constant=True, final=True)
    def textSize(self) -> str:
        return chr(CODE_POINTS["format-size"])

    @Property(str, constant=True, final=True)
    def translate(self) -> str:
        return chr(CODE_POINTS["translate"])

    @Property(str, constant=True, final=True)
    def voice(self) -> str:
        return chr(CODE_POINTS["volume-high"])

    @Property(str, constant=True, final=True)
    def web(self) -> str:
        return chr(CODE_POINTS["web"])
