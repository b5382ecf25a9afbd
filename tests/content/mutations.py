"""Content as accidents leave it: valid YAML, spoilt in one to four places. The same seed spoils alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from tests.content import sample

ROOT: Final = Path(__file__).parents[2]

THEME: Final = "theme"
EXHIBITION: Final = "exhibition"


@dataclass(frozen=True, slots=True)
class Source:
    """A valid file, or one cut down to a few of its parts; `kind` is what it is written for."""

    name: str
    kind: str
    text: str


def sources() -> tuple[Source, ...]:
    """Every slide of the sample and of the real content under the head of a theme, and exhibition files."""
    folder = ROOT / "content"
    themes = {path.stem: path.read_text("utf-8") for path in sorted((folder / "themes").glob("*.yaml"))}
    assert themes
    themes |= {"sample-livelihood": sample.LIVELIHOOD, "sample-development": sample.DEVELOPMENT}
    short, cover, *_ = _parts(sample.LIVELIHOOD)
    found = []
    for name, whole in themes.items():
        head, *slides = _parts(whole)
        assert len(slides) > 3
        found.append(Source(f"{name}-1", THEME, head + slides[0]))
        found += [
            Source(f"{name}-{at}", THEME, short + cover + slide) for at, slide in enumerate(slides[1:], 2)
        ]
    whole = (folder / "exhibition.yaml").read_text("utf-8")
    found += [Source("exhibition", EXHIBITION, whole), *[Source("sample", EXHIBITION, sample.EXHIBITION)] * 9]
    return tuple(found)


def _parts(theme: str) -> list[str]:
    """A theme's head, then each of its slides."""
    return re.split(r"(?m)^(?=  - kind:)", theme)


NASTY: Final[tuple[str, ...]] = (
    *"-?:,[]{}#&*!|>'\"%@`~<=\\/\t ",
    "- ", ": ", " #", "? ", "---\n", "...\n", "<<: ", "&a ", "*a ", "!!python/name:os.system ", "!<",
    "%YAML 9.9\n", "'' ", '""', '"\\x', '"\\u202e"', '"\\ud800"', "|+9\n", ">-\n", "{{", "[[", "]]", "}}",
    "[" * 40, "{a: " * 14, "：", "，", "“", "”", "｛", "｝", "［", "】", "－", "—", "　", "；", "、", "。",
    "％", "９０．５", "Ａ", "\u00a0", "\u2028", "\u2029", "\u0085", "\u200b", "\u202e", "\ufeff", "\ue000",
    "\ufffe",
    "\U0010ffff", "\U0001f600", "e\u0301", "\0", "\x07", "\x1b[2J", "\x7f", "\r", "\r\n", "\n", "\n\n",
    "\n  ", "\v", "\f", "1e999", "-0", "0x1F", "9" * 400, "0.0000001", "1_000", "NaN", "-.inf", "٣", "²", "½",
    "百万", "10亿亿", "../../etc/passwd", "C:\\con", "a" * 3000, "洛" * 3000, "-" * 500, " " * 500, "'" * 500,
    '"' * 501, ":" * 500, "<<<<<<< HEAD", "=======", "zh", "en", "kind", "null", "yes", "25:61",
    "#GGGGGG", "#fff",
)  # fmt: skip
"""What goes where it should not."""

Mutation = Callable[[Random, str, str], str | bytes]


def _flip(random: Random, text: str, other: str) -> bytes:
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(random.choice((1, 1, 1, 5))):
        if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def _insert(random: Random, text: str, other: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(NASTY) + text[at:]


def _replace(random: Random, text: str, other: str) -> str:
    """A token by a nasty one."""
    found = _some(random, r"[\w#.%-]+|[^\w\s]", text)
    return text[: found[0]] + random.choice(NASTY) + text[found[1] :] if found else text


def _swap(random: Random, text: str, other: str) -> str:
    """Two tokens change places."""
    one, two = sorted((_some(random, r"[\w#.%-]+|[^\w\s]", text), _some(random, r"[\w#.%-]+|[^\w\s]", text)))
    if not one or not two or one[1] > two[0]:
        return text
    return text[: one[0]] + text[slice(*two)] + text[one[1] : two[0]] + text[slice(*one)] + text[two[1] :]


def _value(random: Random, text: str, other: str) -> str:
    """What stands after a colon becomes what stands after another one, or something nasty, or nothing."""
    found = _some(random, r"(?<=: )[^{}\[\],\n]+|(?<=\[)[^\[\]\n]+", text)
    foreign = _some(random, r"(?<=: )[^{}\[\],\n]+", other)
    if not found or not foreign:
        return text
    new = random.choice((other[slice(*foreign)], random.choice(NASTY), random.choice(("''", "", "[]", "{}"))))
    return text[: found[0]] + new + text[found[1] :]


def _some(random: Random, pattern: str, text: str) -> tuple[int, int] | tuple[()]:
    found = re.compile(pattern).search(text, random.randrange(len(text) + 1))
    return found.span() if found else ()


def _lines(random: Random, text: str, other: str) -> str:
    """A run of lines is left out, doubled, moved or brought from elsewhere."""
    lines, others = text.splitlines(keepends=True), other.splitlines(keepends=True)
    if not lines:
        return text
    at, length, to = (
        random.randrange(len(lines)),
        random.choice((1, 1, 2, 4, 9)),
        random.randrange(len(lines)),
    )
    run = lines[at : at + length]
    match random.randrange(4):
        case 0:
            del lines[at : at + length]
        case 1:
            lines[to:to] = run
        case 2:
            del lines[at : at + length]
            lines[to:to] = run
        case _:
            start = random.randrange(len(others) or 1)
            lines[at:at] = others[start : start + length]
    return "".join(lines)


def _indent(random: Random, text: str, other: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    by = random.choice((-3, -2, -1, 1, 2, 3, 40))
    for number in range(at, min(len(lines), at + random.choice((1, 1, 2, 5)))):
        line = lines[number]
        lines[number] = " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip())) :]
    return "\n".join(lines)


def _join(random: Random, text: str, other: str) -> str:
    """A line's end is lost, or a space, or a quotation mark."""
    spots = [match.start() for match in re.finditer(random.choice(("\n", " ", "['\"]", "[:,]")), text)]
    at = random.choice(spots) if spots else 0
    return text[:at] + text[at + 1 :]


def _truncate(random: Random, text: str, other: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    return data[: random.randrange(len(data) + 1)]


def _encode(random: Random, text: str, other: str) -> bytes:
    name = random.choice(("gb18030", "utf-16", "utf-8-sig", "utf-16-be", "latin-1", "utf-32", "big5"))
    data = text.encode(name, "replace")
    return data if random.random() < 0.7 else data[random.randrange(4) :]


def _newlines(random: Random, text: str, other: str) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\n\n", "\u2028", "\n ")))


def _splice(random: Random, text: str, other: str) -> str:
    return text[: random.randrange(len(text) + 1)] + other[random.randrange(len(other) + 1) :]


def _widen(random: Random, text: str, other: str) -> str:
    """Some signs as a Chinese keyboard gives them."""
    wide = {ord(c): ord(c) + 0xFEE0 for c in random.sample(":,[]{}#-'\"%.0123456789", 2)}
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at : at + 200].translate(wide) + text[at + 200 :]


MUTATIONS: Final[tuple[Mutation, ...]] = (
    _flip, _insert, _replace, _replace, _swap, _lines, _lines, _indent, _join, _value, _value, _value, _widen,
)  # fmt: skip
RARE: Final[tuple[Mutation, ...]] = (_encode, _newlines, _truncate, _splice, _splice)


def spoilt(random: Random, text: str, other: str) -> bytes:
    """The text with one to four mutations; `other` is where foreign lines come from."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        mutation = random.choice(RARE if random.random() < 0.06 else MUTATIONS)
        made = mutation(random, text, other)
        if isinstance(made, bytes):
            try:
                text = made.decode("utf-8")
            except UnicodeDecodeError:
                return made
        else:
            text = made
    return text.encode("utf-8", "surrogatepass")
