"""The sign-off sheet: every screen in both languages on paper, for whoever must approve the exhibition."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter, QRawFont

from kiosk import __version__
from kiosk.content.exhibition import Language
from kiosk.desk.paper import a4, pages_of
from kiosk.desk.pdf import finished, jpeg
from kiosk.desk.sheet import BODY, Pictures, Setter, Sheet
from kiosk.desk.snapshot import take
from kiosk.failure import Failure

PRINTED: Final = 900
"""px of a picture's longer side: 265 to the inch where it is as wide as its column."""
QUALITY: Final = 85


class SignoffError(Failure):
    """The sheet could not be made or written."""


Shot = tuple[Language, str, bytes]
Tracked = Callable[[Iterable[Shot], int], Iterable[Shot]]


def sign_off(sheet: Sheet, path: Path, tracked: Tracked) -> int:
    """Writes the sheet to `path` as a PDF; the number of its pages, or 0 when no screen is wanted.

    `tracked` is given the pictures as they are taken, and how many there will be. A file that was there
    before stays until all of the new one is on the disk. Raises SignoffError, StageError, FontError.
    """
    wanted = sheet.names()
    if not wanted:
        return 0
    with _replacing(path) as stream:
        shown: dict[str, dict[Language, bytes]] = {name: {} for name in wanted}
        for language, name, image in tracked(_shots(sheet, frozenset(wanted)), len(wanted) * len(Language)):
            shown[name][language] = image
        made = QBuffer()
        made.open(QIODevice.OpenModeFlag.WriteOnly)
        pages = _paint(sheet, shown, made)
        stream.write(finished(bytes(made.data().data()), QRawFont.fromFont(BODY.font()), QUALITY))
    return pages


def _shots(sheet: Sheet, wanted: frozenset[str]) -> Iterator[Shot]:
    for language in Language:
        taken = take(sheet.exhibition, sheet.size, language, wanted.__contains__, sheet.comfort)
        for name, image in taken:
            yield language, name, _kept(image)


def _kept(image: QImage) -> bytes:
    """Small enough to be kept of all screens; the sheet's quality comes last."""
    if max(image.width(), image.height()) > PRINTED:
        smooth, fit = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(QSize(PRINTED, PRINTED), fit, smooth)
    return jpeg(image, 95)


def _paint(sheet: Sheet, shown: Pictures, made: QBuffer) -> int:
    device = QPdfWriter(made)
    a4(device)
    title = sheet.exhibition.title
    device.setTitle(f"{title.zh} · {title.en}")
    device.setCreator(f"kiosk {__version__}")
    setter = Setter(sheet, shown, device)
    pages = pages_of(setter.blocks())
    total = len(pages) + 1
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    setter.title_page(painter)
    setter.foot(painter, 1, total)
    for number, page in enumerate(pages, 2):
        device.newPage()
        setter.frame(painter, page, number, total)
        for y, part in page.placed:
            part.draw(painter, y)
    painter.end()
    return total


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of the one at `path` once all of it is on the disk. Raises SignoffError."""
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with new.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SignoffError(
            f"{path}: 写不进去（{reason}），请检查文件夹、磁盘空间和权限 / "
            f"cannot be written ({reason}): check the folder, the disk space and the permissions"
        ) from None
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
