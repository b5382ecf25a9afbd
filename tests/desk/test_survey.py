"""The eye of the desk: what it says of a text is where the text is."""

from __future__ import annotations

import pytest

from kiosk.content.exhibition import Exhibition
from tests.handbook.camera import Camera


@pytest.mark.usefixtures("qapp")
def test_a_text_with_air_above_it_is_where_its_lines_are(exhibition: Exhibition) -> None:
    camera = Camera(exhibition)
    try:
        look = camera.view("livelihood", "blue-sky").look
    finally:
        camera.close()
    texts = [text for text in look.texts if text.shown > 1 and text.lines]
    assert texts
    for text in texts:
        room = text.box.adjusted(-1, -1, 1, 1)
        assert [line.text for line in text.lines[: text.shown] if not room.contains(line.box)] == []
