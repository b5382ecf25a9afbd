"""What a hall shows to whoever sets it up, beside the pictures that were last looked at and found right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.fonts import load_fonts
from kiosk.presentation.refusal import Page, draw
from tests.screens.golden import kept, write
from tests.screens.test_golden import FAILED, GOLDEN, REMEDY, look
from tests.visiting import SHAPES, Hall

OpenHall = Callable[..., Hall]

NOTICES: Final = [
    (
        Text(
            "内容文件夹 /media/usb/content 不在了，现在放映程序自带的内容。",
            "The content folder /media/usb/content is gone; the content that came with the program is shown.",
        ),
        Text("把文件夹放回去，或改 hall.yaml 里的 content。", "Bring it back, or set another in hall.yaml."),
    ),
    (
        Text("没有名叫 HDMI-2 的屏幕。", "There is no display HDMI-2."),
        Text(
            "现有：1 HDMI-1。检查接线和电源，或改 display。",
            "There are: 1 HDMI-1. Check its cable and power, or set another display.",
        ),
    ),
]

PAGE: Final = Page(
    ("没有 “45” 这个选项。", "“45” is not one of the choices."),
    ("可以写：0、90、180、270。", "It may be: 0, 90, 180, 270."),
    "/etc/luoyang-kiosk/hall.yaml:12:11",
    "kiosk 1.0  ·  /home/hall/.local/state/luoyang-kiosk/kiosk.log  ·  Ctrl+Q",
)


def hold(picture: QImage, name: str, *, update: bool) -> None:
    actual, path = kept(picture), GOLDEN / "hall" / f"{name}.png"
    if update:
        write(actual, path)
        return
    difference = look(actual, path)
    if difference.matters:
        write(actual, FAILED / "hall" / f"{name}.png")
        pytest.fail(f"{name}: {difference}\n{REMEDY}", pytrace=False)


@pytest.mark.parametrize(("shape", "language"), [("landscape", Language.ZH), ("portrait", Language.EN)])
def test_notices_look_as_they_did(
    open_hall: OpenHall, exhibition: Exhibition, shape: str, language: Language, golden_update: bool
) -> None:
    hall = open_hall(exhibition, SHAPES[shape], language=language, begun=False)
    hall.stage.tell(NOTICES)
    hall.settle()
    hold(hall.window.grabWindow(), f"notices-{shape}-{language}", update=golden_update)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_refusal_looks_as_it_did(qapp: QGuiApplication, shape: str, golden_update: bool) -> None:
    load_fonts(assets_folder() / "fonts")
    picture = QImage(QSize(*SHAPES[shape]), QImage.Format.Format_RGB32)
    picture.fill(0x16130F)
    painter = QPainter(picture)
    draw(painter, PAGE, picture.size())
    painter.end()
    hold(picture, f"refusal-{shape}", update=golden_update)
