"""What the type hints of the exhibition cannot say: how the parts of a record fit each other."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Mapped
from typing import cast

from kiosk.content.contrast import BODY, CREAM, PAPER, TEXT, contrast, darker
from kiosk.content.decode import Decoder, Rule, half_width
from kiosk.content.document import Mapping, Node, Scalar, Sequence
from kiosk.content.exhibition import (
    HOLDS,
    Arrangement,
    Display,
    Entry,
    Glaze,
    GoalsSlide,
    Hours,
    Idle,
    MeasuresSlide,
    MilestonesSlide,
    Qualifier,
    Recording,
    Statistic,
    StatisticsSlide,
    Text,
)
from kiosk.content.figures import DAYS, FACE, MINUTES, marks, measure, unscaled
from kiosk.content.problems import Code

MOST_MARKS = {Display.FIELD: 2_000, Display.TALLY: 250, Display.COINS: 200, Display.GROWTH: 20}
MARKS = {
    Display.FIELD: ("个小图", "pictograms"),
    Display.TALLY: ("笔", "strokes"),
    Display.COINS: ("枚", "coins"),
    Display.GROWTH: ("级", "steps"),
}
"""What is counted, after a Chinese numeral and in English."""
MOST_DAYS = 180
"""Six sheets of a calendar: more is no longer seen at a glance."""


def _glaze(decoder: Decoder, record: object) -> None:
    glaze = cast("Glaze", record)
    pairs = [
        ("base", glaze.base, CREAM, TEXT, "浅色文字", "cream text"),
        ("deep", glaze.deep, PAPER, BODY, "纸色底", "paper"),
    ]
    for key, colour, against, least, name_zh, name_en in pairs:
        ratio = contrast(colour, against)
        if ratio < least:
            decoder.page.warn(
                Code.LOW_CONTRAST,
                decoder.place_of(glaze, key),
                Text(
                    f"{key} 和{name_zh} {against} 的对比度是 {ratio:.1f}，应当至少 {least:g}。",
                    f"{key} against {name_en} {against} has a contrast of {ratio:.1f}; {least:g} is needed.",
                ),
                Text(
                    f"换深一些的颜色，如 '{darker(colour, against, least)}'。",
                    f"Use a darker colour, such as '{darker(colour, against, least)}'.",
                ),
            )


def _idle(decoder: Decoder, record: object) -> None:
    idle = cast("Idle", record)
    if idle.ask_after > idle.ask_at_most:
        decoder.page.blame(
            Code.IDLE_ORDER,
            decoder.place_of(idle, "ask_after"),
            Text("ask_after 比 ask_at_most 还长。", "ask_after is longer than ask_at_most."),
            Text(
                f"ask_after 写 {idle.ask_at_most:g}s 或更短。",
                f"Make ask_after {idle.ask_at_most:g}s or less.",
            ),
        )


def _hours(decoder: Decoder, record: object) -> None:
    hours = cast("Hours", record)
    if hours.open == hours.close:
        decoder.page.blame(
            Code.HOURS_EQUAL,
            decoder.place_of(hours, "close"),
            Text("开馆和闭馆是同一时刻。", "The hall opens and closes at the same time."),
            Text(
                "改正其中一个；若是全天开放，删去 hours 这几行。",
                "Mend one of them; if it never closes, delete the lines of hours.",
            ),
        )


def _recording(decoder: Decoder, record: object) -> None:
    recording = cast("Recording", record)
    if recording == Recording():
        decoder.page.blame(
            Code.MISSING_KEY,
            decoder.place_of(recording),
            Text("录音没有写是哪种语言的。", "The recording is given in no language."),
            Text("写成 “zh: 文件名” 或 “en: 文件名”。", "Write “zh: FILE” or “en: FILE”."),
        )


def _statistic(decoder: Decoder, record: object) -> None:
    statistic = cast("Statistic", record)
    _qualifiers_fit(decoder, statistic)
    _qualifiers_apart(decoder, statistic)
    fits = DISPLAYS.get(statistic.display)
    if fits:
        fits(decoder, statistic)


def _share_fits(decoder: Decoder, statistic: Statistic) -> None:
    if half_width(statistic.unit.zh) != "%" or not 0 <= statistic.value <= 100:
        _misfit(
            decoder,
            statistic,
            f"{statistic.display} 只能画 0 到 100 的百分数（unit: '%'）。",
            f"{statistic.display} shows a percentage from 0 to 100 only (unit: '%').",
        )


def _rank_fits(decoder: Decoder, statistic: Statistic) -> None:
    if statistic.value != int(statistic.value) or statistic.value < 1:
        _misfit(
            decoder, statistic, "rank 只能画名次：1 或更大的整数。", "rank shows a whole number from 1 on."
        )


def _length_fits(decoder: Decoder, statistic: Statistic) -> None:
    if statistic.value <= 0:
        _misfit(
            decoder,
            statistic,
            f"{statistic.display} 要大于 0 的数。",
            f"{statistic.display} needs a number above 0.",
        )


def _rise_fits(decoder: Decoder, statistic: Statistic) -> None:
    if half_width(statistic.unit.zh) == "%":
        _marks_fit(decoder, statistic)
    else:
        _misfit(
            decoder,
            statistic,
            "growth 只能画增长了百分之几（unit: '%'）。",
            "growth shows a rise in per cent only (unit: '%').",
        )


def _money_fits(decoder: Decoder, statistic: Statistic) -> None:
    if statistic.unit.zh.endswith("元"):
        _marks_fit(decoder, statistic)
    else:
        _misfit(
            decoder,
            statistic,
            "coins 只能画钱（单位以“元”结尾）。",
            "coins shows money only (a unit that ends in 元).",
        )


def _marks_fit(decoder: Decoder, statistic: Statistic) -> None:
    amount = marks(statistic)
    display = statistic.display
    most = MOST_MARKS.get(display, 0)
    if amount < 1:
        _misfit(decoder, statistic, f"{display} 要大于 0 的数。", f"{display} needs a number above 0.")
    elif amount > most:
        each = _written(_round_up(math.ceil(unscaled(statistic) / most)))
        name_zh, name_en = MARKS[display]
        decoder.page.blame(
            Code.DISPLAY_MISFIT,
            decoder.place_of(statistic, "each"),
            Text(
                f"要画 {amount} {name_zh}，最多 {most} {name_zh[0]}。",
                f"That makes {amount} {name_en}; {most} is the most.",
            ),
            Text(f"让每{name_zh}代表更多：each: {each}。", f"Let one stand for more: each: {each}."),
        )


def _clock_fits(decoder: Decoder, statistic: Statistic) -> None:
    _duration_fits(decoder, statistic, MINUTES, FACE["hours"], Text("12小时", "12 hours"))


def _calendar_fits(decoder: Decoder, statistic: Statistic) -> None:
    _duration_fits(decoder, statistic, DAYS, MOST_DAYS, Text(f"{MOST_DAYS}天", f"{MOST_DAYS} days"))


def _duration_fits(
    decoder: Decoder, statistic: Statistic, units: Mapped[str, int], most: int, longest: Text
) -> None:
    """`units` are those it takes; `most` is in what they count, and `longest` says it."""
    display = statistic.display
    if statistic.unit.zh not in units:
        _misfit(
            decoder,
            statistic,
            f"{display} 的单位只能是{'、'.join(units)}。",
            f"{display} takes these units only: {', '.join(units)}.",
        )
    elif not 0 < measure(statistic) <= most:
        _misfit(
            decoder,
            statistic,
            f"{display} 只能画大于 0、不超过{longest.zh}的时间。",
            f"{display} shows a time above 0 and up to {longest.en}.",
        )


DISPLAYS: Mapped[Display, Callable[[Decoder, Statistic], None]] = {
    Display.WARDS: _share_fits,
    Display.SLICE: _share_fits,
    Display.FIELD: _marks_fit,
    Display.TALLY: _marks_fit,
    Display.COINS: _money_fits,
    Display.GROWTH: _rise_fits,
    Display.CLOCK: _clock_fits,
    Display.CALENDAR: _calendar_fits,
    Display.PATH: _length_fits,
    Display.BAR: _length_fits,
    Display.RANK: _rank_fits,
}
"""What each can show; a number shows anything."""


def _written(number: int) -> str:
    """As staff would write it: 10亿."""
    return f"{number // 10**8}亿" if number % 10**8 == 0 else str(number)


def _round_up(number: int) -> int:
    """To 1, 2 or 5 with noughts."""
    power = int("1" + "0" * (len(str(number)) - 1))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= number)


def _misfit(decoder: Decoder, statistic: Statistic, zh: str, en: str) -> None:
    decoder.page.blame(
        Code.DISPLAY_MISFIT,
        decoder.place_of(statistic, "display"),
        Text(zh, en),
        Text(
            "改成 display: number，或检查数值和单位。",
            "Write display: number, or check the value and its unit.",
        ),
    )


_CLASHES = (
    {Qualifier.OVER, Qualifier.ODD},
    {Qualifier.OVER, Qualifier.UNDER},
    {Qualifier.OVER, Qualifier.AT_LEAST},
    {Qualifier.ODD, Qualifier.UNDER},
    {Qualifier.AT_LEAST, Qualifier.UNDER},
    {Qualifier.ORDINAL, Qualifier.TOP},
)


def _qualifiers_fit(decoder: Decoder, statistic: Statistic) -> None:
    said = set(statistic.qualifiers)
    clash = next((pair for pair in _CLASHES if pair <= said), None)
    twice = len(said) < len(statistic.qualifiers)
    if not clash and not twice:
        return
    words = "、".join(sorted(clash)) if clash else statistic.qualifiers[0]
    decoder.page.blame(
        Code.QUALIFIER_CLASH,
        decoder.place_of(statistic, "qualifier"),
        Text(
            f"{words} {'不能同时用' if clash else '写了两次'}。",
            f"{words} {'cannot stand together' if clash else 'stands twice'}.",
        ),
        Text("照原文只留一个。", "Keep the one that the source has."),
    )


_STRAY = re.compile(r"^(余|多)|(以上|左右|以下)$")
_STRAY_IN_LABEL = re.compile(r"^(预计|约|近|超过?)(?=.)|(?<=.)(超过?|不到|约|近|预计|达到?)$")


def _qualifiers_apart(decoder: Decoder, statistic: Statistic) -> None:
    """A word that belongs to the figure, but stands in its unit or its label: nobody reads it there."""
    for key, text, pattern in (
        ("unit", statistic.unit.zh, _STRAY),
        ("label", statistic.label.zh, _STRAY_IN_LABEL),
    ):
        match = pattern.search(text)
        word = match[0] if match else ""
        if not word or any(word.startswith(said) for said in statistic.qualifiers):
            continue
        meant = {"超过": "超", "多": "余"}.get(word, word)
        allowed = [item.value for item in Qualifier]
        choice_zh, choice_en = (
            (meant, meant) if meant in allowed else ("、".join(allowed), ", ".join(allowed))
        )
        node = decoder.node_of(statistic, key)
        own = node.get("zh") if isinstance(node, Mapping) else node
        decoder.page.warn(
            Code.QUALIFIER_IN_VALUE,
            own.place if own else decoder.place_of(statistic, key),
            Text(
                f"“{word}” 是限定词，写在 {key} 里就和数字分开了。",
                f"“{word}” qualifies the figure: in {key} it stands apart from it.",
            ),
            Text(
                f"从 {key} 里删去，按原文写 qualifier: {choice_zh}。",
                f"Take it out of {key}, and write as the source has it: qualifier: {choice_en}.",
            ),
        )


def _statistics_slide(decoder: Decoder, record: object) -> None:
    slide = cast("StatisticsSlide", record)
    for statistic in slide.statistics:
        if statistic.fact not in slide.facts:
            listed = ", ".join([*slide.facts, statistic.fact])
            decoder.page.blame(
                Code.FACT_NOT_LISTED,
                decoder.place_of(statistic, "fact"),
                Text(
                    f"这张幻灯片的 facts 里没有 {statistic.fact}。",
                    f"{statistic.fact} is not among the slide's facts.",
                ),
                Text(f"写成 facts: [{listed}]。", f"Write facts: [{listed}]."),
            )


def _milestones(decoder: Decoder, record: object) -> None:
    slide = cast("MilestonesSlide", record)
    _arrangement_holds(decoder, slide, slide.display, slide.milestones)


def _measures(decoder: Decoder, record: object) -> None:
    slide = cast("MeasuresSlide", record)
    if slide.display:
        _arrangement_holds(decoder, slide, slide.display, slide.measures)


def _goals(decoder: Decoder, record: object) -> None:
    slide = cast("GoalsSlide", record)
    _arrangement_holds(decoder, slide, slide.display, slide.goals)


def _arrangement_holds(
    decoder: Decoder, slide: object, display: Arrangement, entries: tuple[Entry, ...]
) -> None:
    room, amount = HOLDS[display], len(entries)
    if room.least <= amount <= room.most:
        return
    others = [other for other, room in HOLDS.items() if room.least <= amount <= room.most]
    decoder.page.blame(
        Code.DISPLAY_MISFIT,
        decoder.place_of(slide, "display"),
        Text(
            f"{display} 能摆 {room.least} 到 {room.most} 项，这里有 {amount} 项。",
            f"{display} holds {room.least} to {room.most} entries; there are {amount}.",
        ),
        Text(
            f"增减几项，或改成：{'、'.join(others)}。",
            f"Add or remove entries, or write one of: {', '.join(others)}.",
        ),
    )


RULES: dict[type, Rule] = {
    Glaze: _glaze,
    GoalsSlide: _goals,
    Hours: _hours,
    Idle: _idle,
    MeasuresSlide: _measures,
    MilestonesSlide: _milestones,
    Recording: _recording,
    Statistic: _statistic,
    StatisticsSlide: _statistics_slide,
}


# Rules of a whole theme. They look at what is written, so that one broken slide does not hide the others.


def check_slides(decoder: Decoder, theme: Node) -> None:
    """Ids once in a theme and facts once on a slide; the cover first and nowhere else."""
    slides = theme.get("slides") if isinstance(theme, Mapping) else None
    if not isinstance(slides, Sequence):
        return
    written = [slide for slide in slides.items if isinstance(slide, Mapping)]
    once(decoder, [slide.get("id") for slide in written])
    for slide in written:
        facts = slide.get("facts")
        if isinstance(facts, Sequence):
            once(decoder, facts.items)
    _cover_fits(decoder, [kind for slide in written if isinstance(kind := slide.get("kind"), Scalar)])


def _cover_fits(decoder: Decoder, kinds: list[Scalar]) -> None:
    covers = [kind for kind in kinds if kind.text == "cover"]
    rule = Text(
        "主题的第一张必须是封面（cover），而且只有一张。",
        "A theme begins with its cover, and has one only.",
    )
    if kinds and kinds[0].text != "cover":
        move = Text("把 kind: cover 的那一张移到最前面。", "Move the cover to the top.")
        add = Text("在最前面加一张 kind: cover 的幻灯片。", "Put a slide of kind: cover before it.")
        decoder.page.blame(Code.COVER_FIRST, kinds[0].place, rule, move if covers else add)
    for kind in covers[1:]:
        remedy = Text("改成别的种类，或删去这一张。", "Make it another kind, or delete it.")
        decoder.page.blame(Code.COVER_FIRST, kind.place, rule, remedy)


def once(decoder: Decoder, nodes: Iterable[Node | None]) -> None:
    """Notes every name that was there before."""
    seen: dict[str, int] = {}
    for node in nodes:
        if not isinstance(node, Scalar) or not node.text:
            continue
        name = node.text.strip()
        if name in seen:
            decoder.page.blame(
                Code.DUPLICATE_ID,
                node.place,
                Text(
                    f"“{name[:40]}” 已经用过，在第 {seen[name]} 行。",
                    f"“{name[:40]}” is taken, in line {seen[name]}.",
                ),
                Text(
                    f"换一个名字，如 {name[:40]}-2，或删去重复的。",
                    f"Take another name, such as {name[:40]}-2, or delete the second.",
                ),
            )
        seen.setdefault(name, node.place.line)


def statistics_of(theme: Node) -> Iterator[str]:
    """The facts a theme has figures for, also on slides that are broken elsewhere."""
    slides = theme.get("slides") if isinstance(theme, Mapping) else None
    for slide in slides.items if isinstance(slides, Sequence) else ():
        figures = slide.get("statistics") if isinstance(slide, Mapping) else None
        for figure in figures.items if isinstance(figures, Sequence) else ():
            fact = figure.get("fact") if isinstance(figure, Mapping) else None
            if isinstance(fact, Scalar):
                yield fact.text.strip()
