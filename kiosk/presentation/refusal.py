"""Why the exhibition cannot be shown, on the whole screen. Needs nothing but QtGui: no QML, no file of ours.

Where the text face is damaged too, the system's own is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QRasterWindow,
    QScreen,
    QTextLayout,
    QTextOption,
)

from kiosk.presentation.assets import assets_folder

STONE: Final = "#16130F"
CREAM: Final = "#FBF4E4"
CREAM_SOFT: Final = "#CBBFA8"
AMBER: Final = "#F3B871"
"""As in Design/Colours.qml, which may be damaged."""

FAMILIES: Final = ["Noto Sans SC", "Noto Serif SC"]

MINUTE: Final = 60_000
STEPS: Final = ((0, 0), (2, 1), (1, 2), (-1, 1), (-2, 0), (-1, -2), (1, -1), (2, -1))
"""Where everything stands in a minute, in halves of u, against burn-in."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is read: each pair in Chinese and English; `place` is a file and line, `small` stands below."""

    said: tuple[str, str]
    remedy: tuple[str, str]
    place: str
    small: str


class RefusalWindow(QRasterWindow):
    """Fills a screen, turned by `turn` degrees clockwise, until the application ends.

    `look` is called every `pause` ms: it gives the page from then on, or None when there is nothing left to
    refuse; then the application ends with `done`. Ctrl+Q ends it with 1.
    """

    def __init__(
        self,
        page: Page,
        look: Callable[[], Page | None],
        *,
        turn: int = 0,
        pause: int = 3_000,
        done: int = 0,
    ) -> None:
        super().__init__()
        self.page = page
        self._look = look
        self._turn = turn
        self._done = done
        self._step = 0
        for face in (assets_folder() / "fonts").glob("*.ttf"):
            QFontDatabase.addApplicationFont(str(face))
        self.setFlags(Qt.WindowType.FramelessWindowHint)
        self.setTitle("kiosk")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._looking = QTimer(self, interval=pause)
        self._looking.timeout.connect(self._look_again)
        self._looking.start()
        self._moving = QTimer(self, interval=MINUTE)
        self._moving.timeout.connect(self._move)
        self._moving.start()

    def fill(self, screen: QScreen) -> None:
        self.setWindowStates(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        quits = QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Q")
        if quits:
            QGuiApplication.exit(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(STONE))
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self._turn)
        size = self.size().transposed() if self._turn % 180 else self.size()
        painter.translate(-size.width() / 2, -size.height() / 2)
        u = min(size.width(), size.height()) / 45
        x, y = STEPS[self._step]
        painter.translate(x * u / 2, y * u / 2)
        draw(painter, self.page, size)
        painter.end()

    @Slot()
    def _look_again(self) -> None:
        page = self._look()
        if page is None:
            QGuiApplication.exit(self._done)
        elif page != self.page:
            self.page = page
            self.update()

    @Slot()
    def _move(self) -> None:
        self._step = (self._step + 1) % len(STEPS)
        self.update()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    size: float
    colour: str
    weight: QFont.Weight
    gap: float
    """Before it, in its own size."""
    latin: bool = False


def draw(painter: QPainter, page: Page, size: QSize) -> None:
    """On a screen of `size` px: the place, what is said in Chinese and its remedy, the same in English.
    Where the texts are long, all is set smaller.
    """
    u = min(size.width(), size.height()) / 45
    margin = 4 * u
    width, top, height = size.width() - 2 * margin, 5.5 * u, size.height() - 12 * u
    painter.fillRect(QRectF(margin, 4 * u, 5 * u, u / 4), QColor(AMBER))
    scale = next((n / 20 for n in range(20, 8, -1) if _height(page, n / 20 * u, width) <= height), 0.4)
    y = top
    for paragraph in _paragraphs(page, scale * u):
        y += paragraph.gap * paragraph.size
        y += _set(painter, paragraph, QPointF(margin, y), width)
    small = _Paragraph(page.small, max(0.85 * u, 11), CREAM_SOFT, QFont.Weight.Normal, 0)
    _set(painter, small, QPointF(margin, size.height() - 5 * u), width)


def _paragraphs(page: Page, u: float) -> list[_Paragraph]:
    (said, said_en), (remedy, remedy_en) = page.said, page.remedy
    medium, normal = QFont.Weight.Medium, QFont.Weight.Normal
    found = [
        _Paragraph(page.place, 1.2 * u, AMBER, normal, 0.4, latin=True),
        _Paragraph(said, 2.3 * u, CREAM, medium, 0.5),
        _Paragraph(remedy, 1.7 * u, CREAM, normal, 0.5),
        _Paragraph(said_en, 1.7 * u, CREAM, medium, 1.4, latin=True),
        _Paragraph(remedy_en, 1.4 * u, CREAM, normal, 0.4, latin=True),
    ]
    return [paragraph for paragraph in found if paragraph.text and (paragraph.latin or _sets_chinese())]


def _sets_chinese() -> bool:
    """Whether any font here does: English alone is better than boxes beside it."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _height(page: Page, u: float, width: float) -> float:
    return sum(p.gap * p.size + _laid(p, width).boundingRect().height() for p in _paragraphs(page, u))


def _laid(paragraph: _Paragraph, width: float) -> QTextLayout:
    """Broken into lines of `width` px; a long path wherever it must."""
    font = QFont(FAMILIES)
    font.setPixelSize(max(8, round(paragraph.size)))
    font.setWeight(paragraph.weight)
    font.setFeature(QFont.Tag("pwid" if paragraph.latin else "chws"), 1)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(paragraph.text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _set(painter: QPainter, paragraph: _Paragraph, at: QPointF, width: float) -> float:
    """Returns the height it took, in px."""
    layout = _laid(paragraph, width)
    painter.setPen(QColor(paragraph.colour))
    layout.draw(painter, at)
    return layout.boundingRect().height()
