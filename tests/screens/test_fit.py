"""No text of the real content is cut, leaves the window, or runs into the controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import Exhibition, Language
from kiosk.desk.snapshot import Walk, shots
from kiosk.presentation.stage import Stage

SIZES: Final = [(1920, 1080), (1080, 1920), (1366, 768), (1920, 720), (1080, 608)]
"""Walls, a laptop, and the strips that the low-reach setting leaves."""


def texts(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is to be read on the present screen; the one that was left is disabled."""
    for child in item.childItems():
        if child.isVisible() and child.isEnabled() and child.opacity() > 0:
            if child.metaObject().indexOfProperty("truncated") >= 0 and child.property("text"):
                yield child
            yield from texts(child)


def fault(text: QQuickItem, size: tuple[int, int], controls: float) -> str:
    """`controls` is where they begin, in px from the top; infinity where a screen has other rules."""
    inner = QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))
    box = text.mapRectToScene(inner)
    unit = min(size) / 45
    if text.property("truncated"):
        return "is cut"
    if box.left() < -2 or box.right() > size[0] + 2:
        return "leaves the window"
    if box.top() < controls - unit / 2 and box.bottom() > controls + unit / 2:
        return "runs into the controls"
    return ""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_text_has_its_room(
    qapp: QGuiApplication, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    walk = Walk()
    stage = Stage(replace(exhibition, language=language), QSize(*size), clock=walk, still=True)
    walk.visit = stage.visit
    stage.window.show()
    footer = (6.5 if size[0] > size[1] else 12) * min(size) / 45
    faults = []
    read = 0
    for shot in shots(exhibition):
        walk.restart()
        for step in shot.steps:
            step(walk)
        qapp.processEvents()
        alone = stage.visit.property("screen") == "slide" and not shot.name.endswith(("-enlarged", "-term"))
        controls = size[1] - footer if alone else float("inf")
        for text in texts(stage.window.contentItem()):
            read += 1
            if found := fault(text, size, controls):
                faults.append(f"{shot.name}: “{text.property('text')}” {found}")
    stage.close()
    assert read > 1000
    assert faults == []
