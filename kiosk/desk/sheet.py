"""What stands on the pages of the sign-off sheet, and how they are set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPdfWriter, QPen

from kiosk.content.exhibition import (
    CoverSlide,
    Exhibition,
    Language,
    PhotoSlide,
    Slide,
    Statistic,
    StatisticsSlide,
    Status,
    Text,
    Theme,
)
from kiosk.content.figures import spell
from kiosk.content.manuscript import Passage
from kiosk.desk.paper import (
    BLACK,
    BOTTOM,
    LATIN,
    LEFT,
    PX,
    RIGHT,
    ROOM,
    SERIF,
    WIDTH,
    Block,
    Cell,
    Page,
    Part,
    Style,
    box,
    gap,
    line,
    picture,
    pieces,
    row,
    set_words,
)
from kiosk.desk.snapshot import LICENCES, shots
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.emblems import EmblemProvider
from kiosk.visit import Comfort

if TYPE_CHECKING:
    from kiosk.content.loader import Loaded

GUTTER: Final = 6.0
COLUMN: Final = (ROOM - GUTTER) / 2
"""The two languages, side by side, in mm."""
TALLEST: Final = 74.0
"""Of a picture, in mm: that of an upright screen is not as wide as its column."""
NUMERAL: Final = 7.0
"""What the number of a line takes, in mm."""

INK: Final = "#16130F"
SOFT: Final = "#5B5347"
FAINT: Final = "#8C806D"
RULE: Final = "#D9CCB3"
CREAM: Final = "#FBF4E4"
AMBER: Final = "#F3B871"

MEDIUM: Final = QFont.Weight.Medium
SEMI: Final = QFont.Weight.DemiBold
HEADING: Final = Style(12, INK, SERIF, SEMI, 1.35)
ENGLISH: Final = Style(9.5, SOFT, LATIN)
PLACE: Final = Style(6.5, SOFT, leading=1.55, align=Qt.AlignmentFlag.AlignRight)
BODY: Final = Style(8, INK, leading=1.46)
BODY_ENGLISH: Final = Style(8.6, INK, LATIN, leading=1.358)
NUMBER: Final = Style(6, FAINT, leading=1.947)
LABEL: Final = Style(6.5, SOFT, leading=1.797)
NOTE: Final = Style(7, SOFT, leading=1.6)
FIGURE: Final = Style(10, INK, SERIF, SEMI, 1.3)
FIGURE_ENGLISH: Final = Style(10.5, INK, LATIN, SEMI, 1.24)
WORD: Final = Style(7, INK, leading=1.55)
WORD_ENGLISH: Final = Style(8, INK, LATIN, leading=1.36)

SCREENS: Final[Mapping[str, Text]] = {
    "attract": Text("待机画面", "While nobody is there"),
    "attract-figure": Text("待机画面：数字", "While nobody is there: a figure"),
    "attract-picture": Text("待机画面：图片", "While nobody is there: a picture"),
    "closed": Text("闭馆画面", "While the hall is closed"),
    "home": Text("首页", "Home"),
    "prologue": Text("序厅", "Prologue"),
    "numbers": Text("数字墙", "The wall of numbers"),
    "credits": Text("关于展览", "About this exhibition"),
    "comfort": Text("阅读设置", "Reading settings"),
    "still-there": Text("“还在看吗？”", "“Still there?”"),
    "term": Text("名词卡片", "A card of the glossary"),
}
"""By the names of snapshots."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is put before whoever approves it: the content as loaded, the screens whose name holds `only`, and
    when it is made. `size` is that of a screen in px; `language` is what the sheet itself is written in.
    """

    loaded: Loaded
    size: tuple[int, int]
    language: Language
    made: datetime
    only: str = ""
    comfort: frozenset[Comfort] = field(default_factory=frozenset)

    @property
    def exhibition(self) -> Exhibition:
        return self.loaded.exhibition

    def names(self) -> list[str]:
        """Of the screens that are shown. The photo viewer shows a slide's own picture again, and is not; what
        the program stands on is not staff's to approve.
        """
        names = [shot.name for shot in shots(self.exhibition, self.comfort)]
        return [
            name
            for name in names
            if self.only in name and not name.endswith("-enlarged") and not name.startswith(LICENCES)
        ]


Pictures = Mapping[str, Mapping[Language, bytes]]
"""JPEG files, by the name of the screen."""


class Setter:
    """Sets the parts of one sheet for the pages of one device."""

    def __init__(self, sheet: Sheet, pictures: Pictures, device: QPdfWriter) -> None:
        self._sheet = sheet
        self._pictures = pictures
        self._device = device
        self._emblems = EmblemProvider(assets_folder(), sheet.exhibition.folder)
        self._passages = sheet.loaded.manuscript.passages
        self._lines = {id(passage.text): passage.place.line for passage in self._passages}

    def blocks(self) -> Iterator[Block]:
        """Everything after the title page, in the order of a visit."""
        yield from self._warnings()
        themes = self._sheet.exhibition.themes
        slides = {name for at, theme in enumerate(themes, 1) for name in self._of(at, theme)}
        for at, name in enumerate([name for name in self._pictures if name not in slides]):
            yield self._screen(name, opens_page=at == 0)
        if self._sheet.exhibition.glossary and not self._sheet.only:
            yield self._glossary()
        for at, theme in enumerate(themes, 1):
            yield from self._theme(at, theme)

    def _of(self, number: int, theme: Theme) -> list[str]:
        """The screens of a theme that are shown. A glossary card is no slide."""
        start = f"{number}-{theme.id}-"
        return [name for name in self._pictures if name.startswith(start) and not name.endswith("-term")]

    def say(self, zh: str, en: str) -> str:
        return Text(zh, en).of(self._sheet.language)

    # Screens

    def _screen(self, name: str, *, opens_page: bool) -> Block:
        plain, _, part = ("term" if name.endswith("-term") else name).partition("-part-")
        known = SCREENS.get(plain, Text(plain, plain))
        title = Text(f"{known.zh}（{part}）", f"{known.en} ({part})") if part else known
        parts = [
            *self._heading("", title, name, INK),
            self._both(name),
            gap(1.5),
            *self._texts(
                self._said_on(name), strong=[credit.label for credit in self._sheet.exhibition.credits]
            ),
            *self._verdict(),
        ]
        return self._block(parts, title, self.say("公共画面", "Screens of the whole exhibition"), opens_page)

    def _said_on(self, name: str) -> list[Text]:
        """What staff wrote for a screen that is no slide."""
        exhibition = self._sheet.exhibition
        match name:
            case "attract":
                source = [exhibition.source] if exhibition.source else []
                return [exhibition.title, exhibition.subtitle, exhibition.place, *source]
            case "prologue":
                prologue = exhibition.prologue
                lines = [text for entry in prologue.lines for text in (entry.title, entry.text) if text]
                return [prologue.title, prologue.body, *lines]
            case "credits":
                return [text for credit in exhibition.credits for text in (credit.label, credit.text)]
            case _:
                return []

    def _glossary(self) -> Block:
        title = Text("名词解释", "Glossary")
        terms = self._sheet.exhibition.glossary
        texts = [text for term in terms for text in (term.term, term.meaning)]
        parts = [
            *self._heading("", title, "exhibition.yaml", INK),
            *self._texts(texts, strong=[term.term for term in terms]),
            *self._verdict(),
        ]
        return self._block(parts, title, self.say("公共画面", "Screens of the whole exhibition"))

    # Themes

    def _theme(self, number: int, theme: Theme) -> Iterator[Block]:
        shown = self._of(number, theme)
        first = True
        for at, slide in enumerate(theme.slides, 1):
            own = [name for name in shown if name.startswith(f"{number}-{theme.id}-{at:02}-")]
            if not own:
                continue
            block = self._slide(f"{number}.{at:02}", theme, slide, own)
            if first:
                band = self._band(number, theme)
                block = Block((band, gap(6), *block.parts), block.chapter, block.again, opens_page=True)
            first = False
            yield block

    def _band(self, number: int, theme: Theme) -> Part:
        """The theme's name on its glaze."""
        height = 25.0
        emblem = self._emblem(theme.emblem, CREAM, theme.glaze.base)
        numeral = set_words(self._device, str(number), Style(26, theme.glaze.glow, SERIF, SEMI, 1.0), 16)
        zh = set_words(self._device, theme.title.zh, Style(17, CREAM, BLACK, leading=1.3), ROOM - 60)
        en = set_words(self._device, theme.title.en, Style(10.5, CREAM, LATIN), ROOM - 60)
        amount = len(theme.slides)
        words = "、".join(text.zh for text in theme.keywords)
        if self._sheet.language is Language.EN:
            words = ", ".join(text.en for text in theme.keywords)
        about = self.say(f"{amount} 张幻灯片 · {words}", f"{amount} slides · {words}")
        under = set_words(self._device, about, Style(6.5, theme.glaze.glow, leading=1.6), ROOM - 60)

        def draw(painter: QPainter, y: float) -> None:
            painter.fillRect(box(LEFT, y, ROOM, height), QColor(theme.glaze.base))
            numeral.draw(painter, LEFT + 7, y + (height - numeral.height) / 2)
            top = y + (height - zh.height - en.height - under.height) / 2
            for words in (zh, en, under):
                words.draw(painter, LEFT + 24, top)
                top += words.height
            painter.drawImage(box(RIGHT - 25, y + 4, height - 8, height - 8), emblem)

        return Part(height, draw)

    def _emblem(self, name: str, figure: str, ground: str) -> QImage:
        return self._emblems.requestImage(
            f"emblem/{name}/{figure[1:]}/{ground[1:]}", QSize(), QSize(300, 300)
        )

    def _slide(self, number: str, theme: Theme, slide: Slide, names: Sequence[str]) -> Block:
        extent = self._sheet.loaded.manuscript.slides[theme.id, slide.id]
        place = f"{extent.path.parent.name}/{extent.path.name}:{extent.first}"
        own = [p for p in self._passages if extent.holds(p.path, p.place.line)]
        title = _title_of(theme, slide)
        if not isinstance(slide, PhotoSlide):
            own = [passage for passage in own if passage.text is not title]
        parts = [*self._heading(number, title, f"{slide.id} · {slide.kind}\n{place}", theme.glaze.deep)]
        for name in names:
            parts += [self._both(name), gap(1.5)]
        match slide:
            case StatisticsSlide():
                tabled = {id(text) for figure in slide.statistics for text in (figure.unit, figure.label)}
                parts += self._texts(passage.text for passage in own if id(passage.text) not in tabled)
                parts += self._figures(slide.statistics)
            case PhotoSlide():
                parts += [self._status(slide.status), *self._photo_texts(slide, own)]
            case _:
                parts += self._texts(passage.text for passage in own)
        parts += self._verdict()
        return self._block(parts, title, theme.title.of(self._sheet.language))

    def _photo_texts(self, slide: PhotoSlide, own: Sequence[Passage]) -> Iterator[Part]:
        names = {
            id(slide.caption): self.say("图注", "Caption"),
            id(slide.credit): self.say("署名", "Credit"),
            id(slide.alt): self.say("替代文字", "Described"),
        }
        yield from self._texts((passage.text for passage in own), names)

    def _status(self, status: Status) -> Part:
        drawn = status is Status.ILLUSTRATION
        said = (
            self.say("示意插画，不是照片", "An illustration, not a photograph")
            if drawn
            else self.say("照片", "A photograph")
        )
        words = set_words(self._device, said, Style(7.5, INK, weight=MEDIUM, leading=1.3), ROOM)
        height = words.height + 1.8

        def draw(painter: QPainter, y: float) -> None:
            painter.setPen(QPen(QColor(AMBER if drawn else FAINT), 0.2 * PX))
            painter.setBrush(QColor(AMBER) if drawn else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box(LEFT, y, words.width + 6, height), 0.8 * PX, 0.8 * PX)
            words.draw(painter, LEFT + 3, y + 0.9)

        return Part(height + 1.2, draw)

    # Parts

    def _block(self, parts: Sequence[Part], title: Text, chapter: str, opens_page: bool = False) -> Block:
        again = self._heading("", Text(f"{title.zh}（续）", f"{title.en} (continued)"), "", INK)
        together = Part(sum(p.height for p in again), partial(_draw_all, again))
        return Block(tuple(parts), chapter, together, opens_page)

    def _heading(self, number: str, title: Text, place: str, colour: str) -> list[Part]:
        """A heavy rule, the number and the title in both languages, and at the right where it is written."""
        beside = 44.0
        left = 15.0 if number else 0.0
        first = Style(12, colour, SERIF, SEMI, 1.35)
        width = ROOM - left - beside
        cells = [Cell(left, set_words(self._device, title.zh, HEADING, width))]
        top = cells[0].words.height
        if number:
            cells.append(Cell(0, set_words(self._device, number, first, left)))
        where = [set_words(self._device, said, PLACE, beside) for said in place.split("\n") if said]
        english = set_words(self._device, title.en, ENGLISH, width)
        height = 2.2 + top + english.height + 2

        def draw(painter: QPainter, y: float) -> None:
            line(painter, LEFT, y, RIGHT, y, colour, 0.6)
            for cell in cells:
                cell.words.draw(painter, LEFT + cell.x, y + 2.2)
            english.draw(painter, LEFT + left, y + 2.2 + top)
            under = y + 2.6
            for words in where:
                words.draw(painter, RIGHT - beside, under)
                under += words.height

        return [Part(height, draw)]

    def _both(self, name: str) -> Part:
        """The screen in both languages."""
        width, height = self._sheet.size
        tall = min(TALLEST, COLUMN * height / width)
        images = [QImage.fromData(self._pictures[name][language]) for language in Language]

        def draw(painter: QPainter, y: float) -> None:
            for at, image in enumerate(images):
                picture(painter, image, LEFT + at * (COLUMN + GUTTER), y, COLUMN, tall)

        return Part(tall, draw)

    def _texts(
        self, texts: Iterable[Text], names: Mapping[int, str] | None = None, strong: Iterable[Text] = ()
    ) -> Iterator[Part]:
        """Each text in both languages, after the number of its line and what it is, where that is named."""
        names, bold = names or {}, {id(text) for text in strong}
        indent = NUMERAL + (13.0 if names else 0.0)
        for text in texts:
            number, name = str(self._lines.get(id(text), "")), names.get(id(text), "")
            chinese, english = BODY, BODY_ENGLISH
            if id(text) in bold:
                chinese, english = replace(BODY, weight=MEDIUM), replace(BODY_ENGLISH, weight=SEMI)
            for zh, en in zip_longest(pieces(text.zh), pieces(text.en if text.en != text.zh else "")):
                yield row(
                    [
                        Cell(0, set_words(self._device, number, NUMBER, NUMERAL)),
                        Cell(NUMERAL, set_words(self._device, name, LABEL, 13)),
                        Cell(indent, set_words(self._device, zh or "", chinese, COLUMN - indent)),
                        Cell(COLUMN + GUTTER, set_words(self._device, en or "", english, COLUMN)),
                    ],
                    above=0.9 if id(text) in bold else 0.0,
                    below=0.4,
                )
                number = name = ""

    def _figures(self, figures: Iterable[Statistic]) -> Iterator[Part]:
        """A table: the figure as it is shown and what it is of, its fact and its source."""
        columns = (0.0, 40.0, COLUMN + GUTTER, ROOM - 32.0)
        heads = ("数字和单位", "说明", "English", "事实编号 · 来源")
        if self._sheet.language is Language.EN:
            heads = ("Figure and unit", "Of what", "English", "Fact · source")
        yield gap(1)
        yield row(
            [
                Cell(x, set_words(self._device, head, LABEL, 40))
                for x, head in zip(columns, heads, strict=True)
            ],
            rule=FAINT,
        )
        for figure in figures:
            yield self._figure(figure, columns)

    def _figure(self, figure: Statistic, columns: Sequence[float]) -> Part:
        zh, en = (spell(figure, language).spoken for language in Language)
        fact, source, english = (columns[3], columns[3], columns[2])
        wide = columns[3] - columns[2] - 3
        spoken = set_words(self._device, en, FIGURE_ENGLISH, wide)
        label = set_words(self._device, figure.label.en, WORD_ENGLISH, wide)
        known = set_words(self._device, figure.fact, Style(7, INK, weight=MEDIUM, leading=1.6), ROOM - fact)
        source_of = figure.source or self._sheet.exhibition.source
        said = source_of.of(self._sheet.language) if source_of else self.say("没有来源", "No source")
        origin = set_words(self._device, said, Style(6.5, SOFT, leading=1.5), ROOM - source)
        cells = [
            Cell(columns[0], set_words(self._device, zh, FIGURE, columns[1] - 3)),
            Cell(columns[1], set_words(self._device, figure.label.zh, WORD, COLUMN - columns[1])),
            Cell(english, spoken),
            Cell(fact, known),
        ]
        height = max(
            [c.words.height for c in cells] + [spoken.height + label.height, known.height + origin.height]
        )

        def draw(painter: QPainter, y: float) -> None:
            line(painter, LEFT, y, RIGHT, y, RULE)
            for cell in cells:
                cell.words.draw(painter, LEFT + cell.x, y + 1)
            label.draw(painter, LEFT + english, y + 1 + spoken.height)
            origin.draw(painter, LEFT + source, y + 1 + known.height)

        return Part(height + 2, draw)

    def _verdict(self) -> list[Part]:
        """Where it is ticked and noted."""
        said = [self.say("同意", "Agreed"), self.say("修改", "Change"), self.say("意见：", "Note:")]
        words = [
            set_words(self._device, text, Style(8, INK, weight=MEDIUM, leading=1.2), 30) for text in said
        ]

        def draw(painter: QPainter, y: float) -> None:
            x = LEFT
            for label in words[:2]:
                x = tick(painter, x, y) + 1.5
                label.draw(painter, x, y)
                x += label.width + 7
            words[2].draw(painter, x, y)
            line(painter, x + words[2].width + 1, y + 3.6, RIGHT, y + 3.6, FAINT, 0.15)

        return [gap(3.2), Part(4.2, draw)]

    def _warnings(self) -> Iterator[Block]:
        """What the check remarked, before anything is looked at."""
        warnings = self._sheet.loaded.warnings
        if not warnings or self._sheet.only:
            return
        title = Text("检查内容时的提醒", "What the check remarked")
        parts = self._heading("", title, "kiosk check", INK)
        for warning in warnings:
            place = warning.path.relative_to(self._sheet.exhibition.folder).as_posix()
            place = f"{place}:{warning.line}" if warning.line else place
            said = set_words(self._device, warning.message.of(self._sheet.language), BODY, ROOM - 52)
            parts.append(row([Cell(0, set_words(self._device, place, NOTE, 50)), Cell(52, said)], below=0.6))
        yield self._block(parts, title, self.say("检查结果", "The check"), opens_page=True)

    # The title page

    def title_page(self, painter: QPainter) -> None:
        """What it is, what there is of it, and where it is signed."""
        exhibition, stone = self._sheet.exhibition, 150.0
        painter.fillRect(box(0, 0, WIDTH, stone), QColor(INK))
        top = 24.0
        for text, style, after in (
            (self.say("送审稿", "For approval"), Style(10, AMBER, weight=MEDIUM), 6.0),
            (exhibition.title.zh, Style(46, CREAM, BLACK, leading=1.2), 1.0),
            (exhibition.title.en, Style(19, CREAM, LATIN, SEMI, 1.3), 5.0),
            (exhibition.subtitle.zh, Style(11, CREAM), 0.0),
            (exhibition.subtitle.en, Style(10, "#CBBFA8", LATIN), 0.0),
        ):
            words = set_words(self._device, text, style, ROOM)
            words.draw(painter, LEFT, top)
            top += words.height + after
        self._niches(painter, stone)
        top = stone + 12
        for name, said in self._facts():
            cells = [
                set_words(self._device, name, LABEL, 40),
                set_words(self._device, said, Style(9.5, INK), ROOM - 44),
            ]
            cells[0].draw(painter, LEFT, top + 0.5)
            cells[1].draw(painter, LEFT + 44, top)
            top += cells[1].height + 2.2
        self._signature(painter)

    def _niches(self, painter: QPainter, ground: float) -> None:
        """The themes, as they stand on the home screen."""
        themes = self._sheet.exhibition.themes
        wide = min(23.0, (ROOM - 3 * (len(themes) - 1)) / len(themes))
        tall = wide * 1.55
        for at, theme in enumerate(themes):
            x, y = LEFT + at * (wide + 3), ground - tall
            path = QPainterPath()
            path.moveTo(x * PX, ground * PX)
            path.lineTo(x * PX, (y + wide / 2) * PX)
            path.arcTo(box(x, y, wide, wide), 180, -180)
            path.lineTo((x + wide) * PX, ground * PX)
            painter.fillPath(path, QColor(theme.glaze.base))
            emblem = self._emblem(theme.emblem, CREAM, theme.glaze.base)
            side = wide * 0.52
            painter.drawImage(box(x + (wide - side) / 2, y + wide * 0.42, side, side), emblem)

    def _facts(self) -> Iterator[tuple[str, str]]:
        exhibition, say = self._sheet.exhibition, self.say
        slides = [slide for theme in exhibition.themes for slide in theme.slides]
        photos = {slide.image: slide.status for slide in slides if isinstance(slide, PhotoSlide)}
        drawn = sum(status is Status.ILLUSTRATION for status in photos.values())
        figures = sum(len(slide.statistics) for slide in slides if isinstance(slide, StatisticsSlide))
        themes, warned = len(exhibition.themes), len(self._sheet.loaded.warnings)
        yield say("制作时间", "Made"), self._sheet.made.strftime("%Y-%m-%d %H:%M")
        yield say("内容文件夹", "Content folder"), exhibition.folder.name
        yield (
            say("内容", "What there is"),
            say(
                f"{themes} 个主题，{len(slides)} 张幻灯片，{figures} 个数字，"
                f"{len(photos)} 张图片（其中示意插画 {drawn} 张）",
                f"{themes} themes, {len(slides)} slides, {figures} figures, "
                f"{len(photos)} pictures ({drawn} of them illustrations)",
            ),
        )
        yield (
            say("检查结果", "The check"),
            say(
                f"可以展出，有 {warned} 条提醒" if warned else "可以展出，没有提醒",
                f"Fit to be shown; warnings: {warned}" if warned else "Fit to be shown, no warnings",
            ),
        )
        if self._sheet.only:
            yield (
                say("范围", "Extent"),
                say(f"只含名字里有“{self._sheet.only}”的画面", f"Only screens named “{self._sheet.only}”"),
            )

    def _signature(self, painter: QPainter) -> None:
        y = BOTTOM - 38
        line(painter, LEFT, y, RIGHT, y, INK, 0.6)
        words = set_words(self._device, self.say("审核意见", "Verdict"), Style(11, INK, SERIF, SEMI), 60)
        words.draw(painter, LEFT, y + 3)
        x, top = LEFT, y + 13
        choices = (
            self.say("同意展出", "May be shown"),
            self.say("修改后展出", "May be shown once changed"),
            self.say("重新送审", "To be submitted anew"),
        )
        for choice in choices:
            x = tick(painter, x, top) + 1.5
            label = set_words(self._device, choice, Style(8.5, INK, leading=1.2), 60)
            label.draw(painter, x, top - 0.1)
            x += label.width + 9
        for x, said in ((LEFT, self.say("审核人", "Approved by")), (LEFT + 96, self.say("日期", "Date"))):
            label = set_words(self._device, said, Style(9, INK, weight=MEDIUM, leading=1.2), 40)
            label.draw(painter, x, y + 29)
            line(painter, x + label.width + 3, y + 33.5, x + 82, y + 33.5, INK, 0.2)

    def frame(self, painter: QPainter, page: Page, number: int, total: int) -> None:
        """The head and the foot of a page."""
        title = self._sheet.exhibition.title
        about = f"{title.zh} · {title.en}" if title.zh != title.en else title.zh
        head = set_words(self._device, f"{about}　{self.say('送审稿', 'For approval')}", NOTE, ROOM)
        head.draw(painter, LEFT, 11.5)
        right = Style(7, SOFT, leading=1.6, align=Qt.AlignmentFlag.AlignRight)
        set_words(self._device, page.chapter, right, ROOM).draw(painter, LEFT, 11.5)
        line(painter, LEFT, 16.5, RIGHT, 16.5, RULE)
        self.foot(painter, number, total)

    def foot(self, painter: QPainter, number: int, total: int) -> None:
        middle = Style(7, SOFT, leading=1.6, align=Qt.AlignmentFlag.AlignHCenter)
        said = self.say(f"第 {number} 页，共 {total} 页", f"Page {number} of {total}")
        set_words(self._device, said, middle, ROOM).draw(painter, LEFT, BOTTOM + 4.5)
        made = set_words(self._device, self._sheet.made.strftime("%Y-%m-%d %H:%M"), NOTE, ROOM)
        made.draw(painter, LEFT, BOTTOM + 4.5)


def tick(painter: QPainter, x: float, y: float) -> float:
    """An empty box to be ticked; where it ends, in mm."""
    side = 3.4
    painter.setPen(QPen(QColor(INK), 0.25 * PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box(x, y, side, side))
    return x + side


def _draw_all(parts: Sequence[Part], painter: QPainter, y: float) -> None:
    for part in parts:
        part.draw(painter, y)
        y += part.height


def _title_of(theme: Theme, slide: Slide) -> Text:
    match slide:
        case CoverSlide():
            return theme.title
        case PhotoSlide():
            return slide.caption
        case _:
            return slide.title
