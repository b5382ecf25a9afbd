"""From hall.yaml to Settings, or to all that is wrong in it. Imported only when the file is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.content.decode import Decoder, Invalid, word
from kiosk.content.document import Mapping, Node
from kiosk.content.document import read as read_page
from kiosk.content.problems import Code, ContentError
from kiosk.hall.settings import Settings, Written


def read(file: Path) -> Written:
    """The settings in `file`, an absolute path. Raises ContentError with every problem."""
    real = Path(file.resolve().parent, file.resolve().name)
    page, root = read_page(real, real.parent)
    if root is None and [problem.code for problem in page.problems] == [Code.EMPTY_FILE]:
        return Written(file)
    decoder = Decoder(page)
    settings = None
    if root is not None:
        content = _content(decoder, root, file.parent)
        settings = decoder.record(Settings, root, {"content": content}, ("content",))
    if page.problems or settings is None or isinstance(settings, Invalid):
        # The repairs are meant for `kiosk fix`, which mends content.
        raise ContentError([replace(problem, edit=None) for problem in page.told()])
    return Written(file, settings, tuple(_lines(root)))


def _content(decoder: Decoder, root: Node, beside: Path) -> Path | None:
    node = root.get("content") if isinstance(root, Mapping) else None
    said = word(decoder, node) if node else None
    try:
        return beside / Path(said.text).expanduser() if said else None
    except RuntimeError:  # a user nobody knows: the path as it is written
        return beside / said.text if said else None


def _lines(node: Node | None, above: str = "") -> list[tuple[str, int]]:
    if not isinstance(node, Mapping):
        return []
    found = []
    for pair in node.pairs:
        found.append((above + pair.key.text, pair.key.place.line))
        found += _lines(pair.value, f"{above}{pair.key.text}.")
    return found
