"""The picture that stands where a photograph is to come. It says of itself that it is none."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from kiosk.presentation.assets import assets_folder

NAME: Final = "placeholder.png"
SIZE: Final = (1920, 1280)
"""In px."""

_GROUND, _NICHE, _LINE, _INK = "#E9E0CC", "#F6EFE1", "#B9AB8E", "#5C5344"
_WORDS: Final = (
    ("示意图", 96, 690),
    ("请换成真照片", 56, 820),
    ("Placeholder: put a photograph here", 44, 910),
)
"""Each with its size and its middle, in px from the top."""


def placeholder() -> bytes:
    """A PNG: an empty niche on a ground line."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", SIZE, _GROUND)
    pen = ImageDraw.Draw(picture)
    middle, ground = SIZE[0] // 2, 1080
    for reach, fill in ((470, _GROUND), (430, _NICHE)):
        pen.rounded_rectangle(
            (middle - reach, ground - 500 - reach, middle + reach, ground + reach),
            radius=reach,
            fill=fill,
            outline=_LINE,
            width=6,
        )
    pen.rectangle((0, ground, SIZE[0], SIZE[1]), fill=_GROUND)
    pen.rectangle((0, ground, SIZE[0], ground + 12), fill=_INK)
    for words, size, height in _WORDS:
        font = ImageFont.truetype(assets_folder() / "fonts" / "NotoSansSC-Regular.ttf", size)
        pen.text((middle, height), words, fill=_INK, font=font, anchor="mm")
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()
