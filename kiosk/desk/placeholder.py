"""The picture that stands where a photograph is to come. It says of itself that it is none."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from kiosk.presentation.assets import assets_folder

NAME: Final = "placeholder.png"
SIZE: Final = (3840, 2560)
"""In px: enough for the whole of a 4K screen."""

_GROUND, _NICHE, _LINE, _INK = "#E9E0CC", "#F6EFE1", "#B9AB8E", "#5C5344"
_WORDS: Final = (
    ("示意图", 192, 1380),
    ("请换成真照片", 112, 1640),
    ("Placeholder: put a photograph here", 88, 1820),
)
"""Each with its size and its middle, in px from the top."""


def placeholder() -> bytes:
    """A PNG: an empty niche on a ground line."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", SIZE, _GROUND)
    pen = ImageDraw.Draw(picture)
    middle, ground = SIZE[0] // 2, 2160
    for reach, fill in ((940, _GROUND), (860, _NICHE)):
        pen.rounded_rectangle(
            (middle - reach, ground - 1000 - reach, middle + reach, ground + reach),
            radius=reach,
            fill=fill,
            outline=_LINE,
            width=12,
        )
    pen.rectangle((0, ground, SIZE[0], SIZE[1]), fill=_GROUND)
    pen.rectangle((0, ground, SIZE[0], ground + 24), fill=_INK)
    for words, size, height in _WORDS:
        font = ImageFont.truetype(assets_folder() / "fonts" / "NotoSansSC-Regular.ttf", size)
        pen.text((middle, height), words, fill=_INK, font=font, anchor="mm")
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()
