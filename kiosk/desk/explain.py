"""`kiosk explain`: more on the code of a problem than fits into a report."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Final, TextIO, assert_never

from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import Code, Ink, Look
from kiosk.desk.explanations import EXPLANATIONS, GROUPS, WHERE, Example
from kiosk.failure import Failure
from kiosk.terminal import look_of

_WRONG: Final = Text("这样不行", "Wrong")
_RIGHT: Final = Text("这样写", "Right")
_WHAT_TO_DO: Final = Text("怎么办", "What to do")
_MARKS: Final = {
    "\t": ("⇥   ", Text("⇥ 是一个 Tab", "⇥ is a tab")),
    "\u3000": ("□ ", Text("□ 是一个全角空格", "□ is a full-width space")),
}
"""What nobody would see in an example, and what is shown for it."""


def explain(code: str, language: Language, stream: TextIO) -> None:
    """Tells about one code, or lists them all where it is ''. Raises Failure for a code there is not."""
    look = look_of(stream)
    rows = _one(_known(code), language, look) if code else _all(language, look)
    stream.write("".join(f"{row}\n" for row in rows))


def _known(said: str) -> Code:
    plain = said.strip().casefold().replace("_", "-").replace(" ", "-")
    if plain in set(Code):
        return Code(plain)
    close = difflib.get_close_matches(plain, list(Code), n=2, cutoff=0.6)
    if close:
        raise Failure(
            f"没有 {said} 这个代号，是不是 {'、'.join(close)}？ / "
            f"There is no code {said}. Did you mean {', '.join(close)}?"
        )
    raise Failure(
        f"没有 {said} 这个代号；运行 kiosk explain 可以看到全部。 / "
        f"There is no code {said}; kiosk explain lists them all."
    )


def _one(code: Code, language: Language, look: Look) -> Iterator[str]:
    said = EXPLANATIONS[code]
    yield f"{look.paint(code, Ink.STRONG)}  {look.paint(said.title.of(language), Ink.STRONG)}"
    yield ""
    yield from look.rows(said.why.of(language))
    yield ""
    match said.more:
        case Text():
            yield _heading(_WHAT_TO_DO, language, look)
            yield from look.rows(said.more.of(language))
        case Example():
            yield from _example(said.more, language, look)
        case _:
            assert_never(said.more)


def _example(example: Example, language: Language, look: Look) -> Iterator[str]:
    where = WHERE[example.into].of(language)
    yield _heading(_WRONG, language, look) + "  " + look.paint(f"# {where}", Ink.FAINT)
    yield from _lines(example.wrong, Ink.ERROR, look)
    for character, (_, legend) in _MARKS.items():
        if character in example.wrong:
            yield look.paint(f"  # {legend.of(language)}", Ink.FAINT)
    yield ""
    yield _heading(_RIGHT, language, look)
    yield from _lines(example.right, Ink.REMEDY, look)


def _lines(example: str, ink: Ink, look: Look) -> Iterator[str]:
    for line in example.splitlines():
        for character, (mark, _) in _MARKS.items():
            line = line.replace(character, mark)  # noqa: PLW2901
        yield look.paint(f"    {line}", ink)


def _heading(text: Text, language: Language, look: Look) -> str:
    return look.paint(f"{text.of(language)}{'：' if language is Language.ZH else ':'}", Ink.STRONG)


def _all(language: Language, look: Look) -> Iterator[str]:
    widest = max(map(len, Code))
    for title, group in GROUPS:
        yield look.paint(title.of(language), Ink.STRONG)
        for code, said in group.items():
            yield f"  {code:<{widest}}  {said.title.of(language)}"
        yield ""
    hint = Text("看其中一个：kiosk explain wide-colon", "To read about one: kiosk explain wide-colon")
    yield look.paint(hint.of(language), Ink.FAINT)
