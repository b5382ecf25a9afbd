"""What can be wrong with a text, or a picture, on a screen. A fault carries its sentence, not its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil
from typing import Final, assert_never

from PySide6.QtCore import QRectF, QSize

from kiosk.content.exhibition import Language, Text
from kiosk.content.problems import Code
from kiosk.desk.survey import Line, Look, Picture, Written
from kiosk.desk.typography import Break, bad_break

SLACK: Final = 2.0
"""Px that ink may be out of its room: rounding."""

TOUCHING: Final = 0.12
"""The part of the smaller of two sizes by which the inks of two texts may run into each other."""

AIR: Final = 0.5
"""The part of its size by which a text may be wider than its room: there is that much air around any."""

LEGIBLE: Final = 3.6
"""mm: the least size of type on the wall."""

TEXT_CONTRAST: Final = 4.5
LARGE_CONTRAST: Final = 3.0
LARGE_TYPE: Final = 6.35
"""WCAG 2.2, 1.4.3: the least contrast of text and of large text; large is 24 px of 1/96 inch, in mm."""

FULL_HD: Final = 1920
WALL: Final = 3840
"""Px along the long side of the screen looked at, and of a 4K one."""

SOFT: Final = 1.05
"""How many times a picture may be enlarged before anyone sees it."""

ACUTE: Final = 0.2
"""mm: what an eye can tell apart at 0.7 m, one minute of arc. Finer pixels than that are no use."""

QUOTED: Final = 20
"""Characters of a text that a message repeats."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`message` goes on from the words on where it was seen. Of several of one code the gravest is told."""

    code: Code
    gravity: float
    message: Text
    remedy: Text


def quote(text: str) -> str:
    return f"“{text if len(text) <= QUOTED else text[: QUOTED - 1] + '…'}”"


def faults(text: Written, look: Look, language: Language, millimetres: float) -> Iterator[Fault]:
    """Of one text by itself and with the controls; `millimetres` a px."""
    out = _out_of_room(text) or _on_control(text, look)
    if out:
        yield out
    elif found := bad_break([line.text for line in text.lines], language, title=text.heading):
        yield _badly_broken(text, *found)
    if small := _small(text, look, millimetres):
        yield small
    least = LARGE_CONTRAST if text.size * millimetres >= LARGE_TYPE else TEXT_CONTRAST
    if text.over is not None and text.over < least:
        yield _pale(text, text.over, least)


def _out_of_room(text: Written) -> Fault | None:
    if text.cut:
        lost = sum(len(line.text.strip()) for line in text.lines[text.shown :])
        return _cut(text, lost or _letters(text, text.spill) or 1)
    over = max((_beyond(line.box, text.sight) for line in text.lines), default=0.0)
    if over > SLACK:
        return _outside(text, over)
    inside = text.control or text.sight
    spill = text.spill if text.spill > AIR * text.size else 0.0
    wide = max(spill, *(_beyond(line.box, inside) for line in text.lines), 0.0)
    return _too_wide(text, wide) if wide > SLACK else None


def collisions(texts: Sequence[Written]) -> Iterator[tuple[int, int]]:
    """The numbers of every two texts whose inks run into each other."""
    for (one, text), (other, its) in combinations(enumerate(texts), 2):
        if not text.box.intersects(its.box):
            continue
        least = max(SLACK, TOUCHING * min(text.size, its.size))
        if any(_meet(a.box, b.box, least) for a in text.lines for b in its.lines):
            yield one, other


def _meet(one: QRectF, other: QRectF, least: float) -> bool:
    both = one.intersected(other)
    return both.width() > least and both.height() > least


def _beyond(box: QRectF, room: QRectF) -> float:
    """How far it is out of it, on the worst side, in px."""
    return max(
        room.left() - box.left(),
        box.right() - room.right(),
        room.top() - box.top(),
        box.bottom() - room.bottom(),
    )


def _letters(text: Written, width: float) -> int:
    """How many characters of it take so many px."""
    widest = max(text.lines, key=lambda line: line.box.width(), default=None)
    if not widest or not widest.text or width <= 0:
        return 0
    return ceil(width / max(1.0, widest.box.width() / len(widest.text)))


# The sentences


def _cut(text: Written, lost: int) -> Fault:
    return Fault(
        Code.TEXT_CUT,
        lost,
        Text(
            f"{quote(text.said)}显示不全，最后约 {lost} 个字看不到。",
            f"{quote(text.said)} is cut: its last {lost} characters or so are not seen.",
        ),
        _shorten(lost + 1),
    )


def _shorten(letters: int) -> Text:
    return Text(
        f"缩短约 {letters} 个字，或把一部分移到别处。",
        f"Make it about {letters} characters shorter, or move a part of it elsewhere.",
    )


def _outside(text: Written, over: float) -> Fault:
    step = text.size * 1.4
    below = max(line.box.bottom() for line in text.lines) - text.sight.bottom()
    rows = ceil(below / step) if below > SLACK else 0
    lost = sum(len(line.text) for line in text.lines[-rows:]) if rows else _letters(text, over)
    beyond = Text(f"{rows} 行", f"{rows} lines") if rows else Text(f"{lost} 个字", f"{lost} characters")
    return Fault(
        Code.TEXT_OUTSIDE,
        over,
        Text(
            f"{quote(text.said)}超出能看到的范围，多出约 {beyond.zh}。",
            f"{quote(text.said)} goes beyond what can be seen, by about {beyond.en}.",
        ),
        _shorten(lost),
    )


def _too_wide(text: Written, over: float) -> Fault:
    lost = _letters(text, over)
    return Fault(
        Code.TEXT_OUTSIDE,
        over,
        Text(
            f"{quote(text.said)}比留给它的位置宽，多出约 {lost} 个字。",
            f"{quote(text.said)} is wider than its room, by about {lost} characters.",
        ),
        _shorten(lost),
    )


def _on_control(text: Written, look: Look) -> Fault | None:
    for target in look.targets:
        if text.control == target.box:
            continue
        met = [line for line in text.lines if _meet(line.box, target.box, SLACK)]
        if met:
            return _on(text, Text(f"按钮“{target.name}”", f"the button “{target.name}”"), met)
    if look.footer is None:
        return None
    met = [line for line in text.lines if line.box.top() < look.footer < line.box.bottom() - SLACK]
    return _on(text, Text("下方的按钮栏", "the row of controls below"), met) if met else None


def on_text(text: Written, other: Written) -> Fault:
    met = [line for line in text.lines if any(_meet(line.box, its.box, SLACK) for its in other.lines)]
    return _on(text, Text(quote(other.said), quote(other.said)), met)


def _on(text: Written, what: Text, met: Sequence[Line]) -> Fault:
    lost = sum(len(line.text.strip()) for line in met) if len(text.lines) > len(met) else 0
    lost = lost or ceil(len(text.said) / 4)
    return Fault(
        Code.TEXT_COLLIDES,
        lost,
        Text(
            f"{quote(text.said)}与{what.zh}叠在一起，看不清。",
            f"{quote(text.said)} and {what.en} lie on each other and cannot be read.",
        ),
        _shorten(lost),
    )


def _badly_broken(text: Written, found: Break, at: int) -> Fault:
    before, line = text.lines[at - 1].text.rstrip()[-4:], text.lines[at].text.strip()
    seam = f"…{before}｜{line[:6]}"
    match found:
        case Break.LONE_CHARACTER:
            said = Text(f"末行只剩一个字“{line}”", f"has a last line of one character, “{line}”")
        case Break.LONE_MARK:
            said = Text(f"末行只剩标点“{line}”", f"has a last line of nothing but “{line}”")
        case Break.LONE_WORD:
            said = Text(f"末行只剩一个词 {line}", f"has a last line of one word, “{line}”")
        case Break.CLOSING_FIRST:
            said = Text(f"有一行以标点“{line[:1]}”开头", f"has a line that begins with “{line[:1]}”")
        case Break.OPENING_LAST:
            said = Text(f"有一行以“{before[-1:]}”结尾", f"has a line that ends with “{before[-1:]}”")
        case Break.NUMBER_SPLIT:
            said = Text(f"把数字拆在两行（{seam}）", f"parts a number at the end of a line ({seam})")
        case Break.WORD_SPLIT:
            said = Text(f"把一个英文词拆在两行（{seam}）", f"parts a word at the end of a line ({seam})")
        case _:
            assert_never(found)
    return Fault(
        Code.TEXT_WRAPS_BADLY,
        len(Break) - found.value,
        Text(f"{quote(text.said)}{said.zh}。", f"{quote(text.said)} {said.en}."),
        _rewrap(found, line),
    )


def _rewrap(found: Break, last: str) -> Text:
    match found:
        case Break.LONE_CHARACTER | Break.LONE_MARK:
            return Text(
                f"缩短 {len(last)} 个字，或再添 2 个字。",
                f"Take away {len(last)} characters, or add two.",
            )
        case Break.LONE_WORD:
            return Text(
                f"缩短约 {len(last) + 1} 个字母，或再添一个词。",
                f"Make it some {len(last) + 1} characters shorter, or add a word.",
            )
        case Break.CLOSING_FIRST | Break.OPENING_LAST | Break.NUMBER_SPLIT:
            return Text("在它前面增减一两个字。", "Add or take away a word before it.")
        case Break.WORD_SPLIT:
            return Text("换一个短些的词，或缩短整句。", "Use a shorter word, or a shorter text.")
        case _:
            assert_never(found)


def _small(text: Written, look: Look, millimetres: float) -> Fault | None:
    on_slide = look.screen[:1].isdigit()
    least = text.floor and text.size <= text.floor + 0.5 and text.size * millimetres < LEGIBLE
    entry = text.parent == "EntryWords" and text.weight > 800 and text.size <= look.note + 0.5
    caption = on_slide and text.parent != "Header" and text.weight > 800 and text.size < look.note
    if not (least or entry or caption):
        return None
    height = text.size * millimetres
    return Fault(
        Code.TEXT_TOO_SMALL,
        1 / text.size,
        Text(
            f"{quote(text.said)}缩到了最小（{text.size:.0f} 像素，约 {height:.0f} 毫米），站着难看清。",
            f"{quote(text.said)} is as small as can be ({text.size:.0f} px, {height:.0f} mm): hard to read.",
        ),
        Text(
            f"缩短约 {ceil(len(text.said) / 4)} 个字，或减少这一屏的条目。",
            f"Make it some {ceil(len(text.said) / 4)} characters shorter, or show fewer entries here.",
        ),
    )


def _pale(text: Written, found: float, least: float) -> Fault:
    return Fault(
        Code.CONTRAST_OVER_PICTURE,
        1 / found,
        Text(
            f"{quote(text.said)}压在图片上，对比度只有 {found:.1f}:1，至少要 {least:g}:1。",
            f"{quote(text.said)} lies on a picture at a contrast of {found:.1f}:1; {least:g}:1 is the least.",
        ),
        Text(
            "换一张图，或让文字下面这一块平静、深浅一致。",
            "Use another picture, or one that is calm and even behind the text.",
        ),
    )


def too_small(picture: Picture, size: QSize, long_side: int, millimetres: float) -> Fault | None:
    """`size`: the px the picture has; `long_side`: of the screen looked at, with pixels of so many mm."""
    frame = picture.frame.size()
    across, down = frame.width() / size.width(), frame.height() / size.height()
    here = max(across, down) if picture.filling else min(across, down)
    wall = min(WALL / long_side, max(1.0, millimetres / ACUTE))
    now, later = here * FULL_HD / long_side, here * wall
    if later <= SOFT:
        return None
    width, height = ceil(size.width() * later), ceil(size.height() * later)
    on = "4K 屏" if wall > 1 else "这块屏"
    soft = Text(
        f"在 {on}上要放大 {later:.1f} 倍，会发虚。",
        f"{'a 4K' if wall > 1 else 'this'} screen enlarges it {later:.1f} times and shows it soft.",
    )
    if now > SOFT:
        soft = Text(
            f"连 1920×1080 的屏幕都要放大 {now:.1f} 倍，明显模糊。",
            f"even a screen of 1920×1080 enlarges it {now:.1f} times: plainly blurred.",
        )
    return Fault(
        Code.PICTURE_TOO_SMALL,
        later,
        Text(
            f"{picture.path.name} 只有 {size.width()}×{size.height()} 像素，{soft.zh}",
            f"{picture.path.name} has {size.width()}×{size.height()} pixels: {soft.en}",
        ),
        Text(
            f"换成至少 {width}×{height} 像素的原图；把小图拉大没有用。",
            f"Use the original, of {width}×{height} pixels or more; enlarging this one is no use.",
        ),
    )
