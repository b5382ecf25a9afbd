"""The pictures of the staff handbook, each made from real screens of the real exhibition.

Their words are those the content room has for its own keys and choices: a new display, arrangement, kind of
slide or pictogram is in them by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter
from typing import Final, get_args

from PIL import Image
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage

from kiosk.content.drawings import titles
from kiosk.content.exhibition import (
    HOLDS,
    Arrangement,
    Display,
    EntriesSlide,
    Entry,
    Exhibition,
    Form,
    GoalsSlide,
    Language,
    MeasuresSlide,
    MilestonesSlide,
    PhotoSlide,
    Slide,
    Statistic,
    StatisticsSlide,
    Text,
)
from kiosk.desk.samples import about_kind, hints_of
from kiosk.desk.snapshot import take
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.emblems import EmblemProvider
from tests.handbook.camera import Camera, View, ink
from tests.handbook.drawing import INK, PAPER, Cell, Mark, grid, marked, sheet, united
from tests.screens.golden import whole

HOME: Final = (960, 540)
COLOURS: Final = 256
"""Of a picture that is kept."""

SHOWROOM: Final = "handbook"
"""The theme that is added to the exhibition in memory, with a slide for each word there is to choose."""

FIGURES_OF: Final = "development"
"""The theme whose colours they have."""

STAGE: Final = QRect(0, 112, 1280, 504)
FIGURE: Final = QRect(0, 212, 1280, 404)
"""A screen of 1280 × 720 without its header and footer; and without its title."""


def slides_of(exhibition: Exhibition) -> Iterator[tuple[str, Slide]]:
    for theme in exhibition.themes:
        for slide in theme.slides:
            yield theme.id, slide


def slide_of(exhibition: Exhibition, theme: str, name: str) -> Slide:
    return next(slide for at, slide in slides_of(exhibition) if (at, slide.id) == (theme, name))


# What there is to choose from, each on a slide


def figures_for(display: Display, exhibition: Exhibition) -> tuple[Statistic, ...]:
    """One of the exhibition's own that is drawn so, of a slide with as few figures as may be; else two of
    its own that tell something beside each other, drawn so.
    """
    slides = [slide for _, slide in slides_of(exhibition) if isinstance(slide, StatisticsSlide)]
    slides.sort(key=lambda slide: len(slide.statistics))
    own = (statistic for slide in slides for statistic in slide.statistics)
    so = next((statistic for statistic in own if statistic.display is display), None)
    if so:
        return (so,)
    pairs = [slide.statistics for slide in slides if len(slide.statistics) == 2]
    pair = max((pair for pair in pairs if len({one.unit for one in pair}) == 1), key=contrast_of)
    return tuple(replace(statistic, display=display) for statistic in pair)


def contrast_of(figures: Iterable[Statistic]) -> Decimal:
    values = [statistic.value for statistic in figures]
    return max(values) / min(values)


def entries_of(slide: EntriesSlide) -> tuple[Entry, ...]:
    match slide:
        case MilestonesSlide():
            return slide.milestones
        case MeasuresSlide():
            return slide.measures
        case GoalsSlide():
            return slide.goals


def slide_for(arrangement: Arrangement, exhibition: Exhibition) -> EntriesSlide:
    """One of the exhibition's own that stands so; else another of its own with as many entries as it holds,
    made to stand so.
    """
    slides = [slide for _, slide in slides_of(exhibition) if isinstance(slide, EntriesSlide)]
    so = (slide for slide in slides if slide.display is arrangement)
    room = HOLDS[arrangement]
    others = (
        replace(slide, display=arrangement)
        for slide in slides
        if room.least <= len(entries_of(slide)) <= room.most
    )
    return next(so, None) or next(others)


def showroom(exhibition: Exhibition) -> Exhibition:
    """The exhibition with one more theme, whose slides have the names of what they show."""
    figures = [
        StatisticsSlide(
            id=f"display-{display}",
            facts=(),
            title=Text(display, display),
            statistics=figures_for(display, exhibition),
        )
        for display in Display
    ]
    stands = [
        replace(slide_for(arrangement, exhibition), id=f"arrangement-{arrangement}", section=None, body=None)
        for arrangement in Arrangement
    ]
    model = next(theme for theme in exhibition.themes if theme.id == FIGURES_OF)
    theme = replace(model, id=SHOWROOM, slides=(model.slides[0], *figures, *stands))
    return replace(exhibition, themes=(*exhibition.themes, theme), attract=())


def brief(about: str) -> str:
    """Its first sentence, or as much of it as stands alone."""
    return re.split("[。；]", about)[0] + "。"


# The pictures


class Pictures:
    """Makes them. `exhibition`: the real one. Raises StageError, FontError, NoRoomError."""

    def __init__(self, exhibition: Exhibition) -> None:
        self._real = exhibition
        self._camera = Camera(showroom(exhibition))

    def close(self) -> None:
        self._camera.close()

    def all(self) -> Iterator[tuple[str, QImage]]:
        """By the name of the file."""
        for make in (
            self.home,
            self.slide,
            self.entries,
            self.photo,
            self.kinds,
            self.displays,
            self.arrangements,
            self.pictograms,
        ):
            yield f"{make.__name__}.png", make()

    def home(self) -> QImage:
        ((_, picture),) = take(self._real, HOME, Language.ZH, lambda name: name == "home")
        return picture

    def slide(self) -> QImage:
        view = self._camera.view("development", "champions")
        slide = slide_of(self._real, "development", "champions")
        assert isinstance(slide, StatisticsSlide)
        figure = slide.statistics[0]
        assert slide.section
        assert slide.body
        marks = [
            _mark(StatisticsSlide, "section", view.text(slide.section.zh)),
            _mark(StatisticsSlide, "title", view.text(slide.title.zh)),
            _mark(Statistic, "qualifier", view.text(figure.qualifiers[0])),
            _mark(Statistic, "value", view.text(str(figure.value))),
            _mark(Statistic, "unit", view.text(figure.unit.zh)),
            _mark(Statistic, "label", view.text(figure.label.zh)),
            _mark(Statistic, "display", view.part(lambda kind: kind == "CoinsDisplay")),
            _mark(StatisticsSlide, "body", view.text(slide.body.zh)),
        ]
        return marked(view.picture, marks, said(view))

    def entries(self) -> QImage:
        view = self._camera.view("culture", "sui-tang")
        slide = slide_of(self._real, "culture", "sui-tang")
        assert isinstance(slide, MilestonesSlide)
        entry = slide.milestones[-1]
        assert entry.text
        text = view.text(entry.title.zh)
        column = QRectF(text.left(), 0, text.width(), view.picture.height())
        marks = [
            _mark(MilestonesSlide, "title", view.text(slide.title.zh)),
            _mark(MilestonesSlide, "display", view.part(lambda kind: kind.endswith("Arrangement"))),
            _mark(Entry, "title", text),
            _mark(Entry, "text", view.text(entry.text.zh)),
            _mark(Entry, "pictogram", view.part(lambda kind: kind == "Emblem", column)),
        ]
        return marked(view.picture, marks, said(view))

    def photo(self) -> QImage:
        view = self._camera.view("livelihood", "blue-sky")
        slide = slide_of(self._real, "livelihood", "blue-sky")
        assert isinstance(slide, PhotoSlide)
        assert slide.section
        frame = view.look.pictures[0].frame
        column = QRectF(frame.right() + 20, 0, view.picture.width(), frame.height())
        words = [text for text in view.look.texts if column.contains(text.box)]
        credit = next(text for text in words if slide.credit.zh in text.said)
        body = next(text for text in words if text.kind == "MarkedCopy")
        caption = [text.box for text in words if text.said in slide.caption.zh]
        marks = [
            _mark(PhotoSlide, "image", frame.adjusted(8, 8, -8, -8)),
            _mark(PhotoSlide, "status", view.part(lambda kind: kind == "Badge")),
            _mark(PhotoSlide, "section", view.text(slide.section.zh)),
            _mark(PhotoSlide, "caption", united(caption)),
            _mark(PhotoSlide, "body", ink(body)),
            _mark(PhotoSlide, "credit", credit.lines[-1].box),
        ]
        return marked(view.picture, marks, said(view))

    def kinds(self) -> QImage:
        found: dict[str, tuple[str, Slide]] = {}
        for theme, slide in slides_of(self._real):
            found.setdefault(slide.kind, (theme, slide))
        cells = [
            Cell(self._camera.picture(*_named(found[kind.kind])), f"{kind.kind}  {about.name}", about.says)
            for kind in get_args(Slide)
            for about in (about_kind(kind),)
        ]
        return sheet(cells, 3, QSize(400, 225))

    def displays(self) -> QImage:
        cells = [
            Cell(
                self._camera.picture(SHOWROOM, f"display-{display}").copy(FIGURE),
                display,
                brief(display.about),
            )
            for display in Display
        ]
        return sheet(cells, 3, QSize(400, 126))

    def arrangements(self) -> QImage:
        cells = [
            Cell(
                self._camera.picture(SHOWROOM, f"arrangement-{arrangement}").copy(STAGE),
                f"{arrangement}  {HOLDS[arrangement].least}到{HOLDS[arrangement].most}项",
                brief(arrangement.about),
            )
            for arrangement in Arrangement
        ]
        return sheet(cells, 3, QSize(400, 158))

    def pictograms(self) -> QImage:
        provider = EmblemProvider(assets_folder(), self._real.folder)
        ink, paper = INK.name()[1:], PAPER.name()[1:]
        named = titles(self._real.folder / "emblems")[Form.PICTOGRAM]
        cells = [
            Cell(
                provider.requestImage(f"tile/{name}/{ink}/{paper}", QSize(), QSize(64, 64)),
                name,
                title,
            )
            for name, title in named.items()
        ]
        return grid(cells, 10, QSize(118, 124))


def _named(found: tuple[str, Slide]) -> tuple[str, str]:
    return found[0], found[1].id


def _mark(record: type, key: str, box: QRectF) -> Mark:
    field = "qualifiers" if key == "qualifier" else key
    return Mark(key, hints_of(record)[field].name, box)


def said(view: View) -> list[QRectF]:
    """What no tag may lie on."""
    return [*(ink(text) for text in view.look.texts), *view.parts.get("Emblem", ())]


def packed(picture: QImage) -> Image.Image:
    """As it is kept: with a palette, each colour of which is the one seen most among those it stands for."""
    full = whole(picture)
    few = full.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    numbers = Image.frombytes("L", few.size, few.tobytes())
    counted = Image.merge("RGBA", (*full.split(), numbers)).getcolors(full.width * full.height)
    assert counted
    palette = [0] * 3 * COLOURS
    for _, colour in sorted(counted, key=itemgetter(0)):
        assert isinstance(colour, tuple)
        *channels, number = colour
        palette[3 * number : 3 * number + 3] = channels
    few.putpalette(palette)
    return few
