"""What a new file begins as: templates in assets/templates/, each for both languages of its comments."""

from __future__ import annotations

import re
from functools import cache
from string import Template
from typing import Final

from kiosk.content.exhibition import Language
from kiosk.presentation.assets import assets_folder

_COMMENT: Final = re.compile(r"#\| (?P<zh>.+?) \| (?P<en>.+)$", re.MULTILINE)
"""`#| 中文 | English`: one comment in both languages."""


def fill(template: str, comments: Language, **values: str) -> str:
    """The template, such as `cover.yaml`, with its comments in one language and the values in their places.

    Raises KeyError where a value is missing, OSError where there is no such template.
    """
    text = Template(_read(template)).substitute(values)
    return _COMMENT.sub(lambda found: f"# {found[comments.value]}", text)


@cache
def _read(name: str) -> str:
    return (assets_folder() / "templates" / name).read_text(encoding="utf-8")


def quoted(text: str) -> str:
    """The text as a YAML value, in quotes where it needs them."""
    plain = re.fullmatch(r"[^\W\d_]([\w ·—，。、；：？！（）《》“”’.]*[\w。）》”？！])?", text)
    return text if plain else "'" + text.replace("'", "''") + "'"
