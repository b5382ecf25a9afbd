"""From hall.yaml to Settings, or to all that is wrong in it. Imported only when the file is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.content.decode import Decoder, Invalid, word
from kiosk.content.document import Mapping, Node, Page
from kiosk.content.document import read as read_page
from kiosk.content.exhibition import Text
from kiosk.content.problems import Code, ContentError
from kiosk.hall.settings import IdleTimes, Settings, Written


def read(file: Path) -> Written:
    """The settings in `file`, an absolute path. Raises ContentError with every problem."""
    page, root = _page(file)
    if root is None and [problem.code for problem in page.problems] == [Code.EMPTY_FILE]:
        return Written(file)
    decoder = Decoder(page)
    settings = None
    if root is not None:
        content = _content(decoder, root, file.parent)
        settings = decoder.record(Settings, root, {"content": content}, ("content",))
        if isinstance(settings, Settings) and settings.idle:
            _in_order(decoder, settings.idle)
    if page.problems or settings is None or isinstance(settings, Invalid):
        # The repairs are meant for `kiosk fix`, which mends content.
        raise ContentError([replace(problem, edit=None) for problem in page.told()])
    return Written(file, settings, tuple(_lines(root)))


def lines_of(file: Path) -> dict[str, int]:
    """The line, from 1, of each key in a page of YAML (`idle.ask_after`). Empty where it cannot be read."""
    return dict(_lines(_page(file)[1]))


def _page(file: Path) -> tuple[Page, Node | None]:
    """A link may lead anywhere: it was set up by whoever administers the machine."""
    try:
        real = file.resolve()
    except RuntimeError:  # a loop of links: refused where it is opened
        real = file
    return read_page(real, real.parent)


def _in_order(decoder: Decoder, idle: IdleTimes) -> None:
    """What the content may not say either."""
    if idle.ask_after and idle.ask_at_most and idle.ask_after > idle.ask_at_most:
        decoder.page.blame(
            Code.IDLE_ORDER,
            decoder.place_of(idle, "ask_after"),
            Text("ask_after 比 ask_at_most 还长。", "ask_after is longer than ask_at_most."),
            Text(
                f"ask_after 写 {idle.ask_at_most:g}s 或更短。",
                f"Make ask_after {idle.ask_at_most:g}s or less.",
            ),
        )


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
