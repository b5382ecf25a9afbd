"""`kiosk import figures`: the figures of a workbook or a CSV file, into the themes.

Every cell is read by the content room's own readers, so a mistake is told in the words of `kiosk check`. All
mistakes are told at once. Nothing is written unless the content with the new figures loads and says what the
table says; what changes is shown first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Final, TextIO, cast

from kiosk.content import drawings
from kiosk.content.decode import INVALID, Decoder, Field, closest, fields_of, half_width, identifier
from kiosk.content.document import Node, Page, Place, Scalar, Sequence
from kiosk.content.exhibition import (
    Display,
    Exhibition,
    Language,
    Qualifier,
    Statistic,
    StatisticsSlide,
    Text,
    Theme,
)
from kiosk.content.figures import SYMBOLS
from kiosk.content.loader import load
from kiosk.content.problems import ContentError, Severity, printable, report
from kiosk.desk import revision
from kiosk.desk.proposal import Ask, Change, agreed, carry_out, coloured, difference
from kiosk.desk.revision import Figure, Spot
from kiosk.desk.workbook import SHEET_NAMES, Cell, Sheet, read_sheets
from kiosk.desk.writing import write_safely
from kiosk.failure import Failure
from kiosk.presentation.assets import assets_folder

COLUMNS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "theme": Text("主题", "theme"),
        "slide": Text("幻灯片", "slide"),
        "title": Text("标题", "title"),
        "title_en": Text("标题（英文）", "title (English)"),
        "fact": Text("编号", "fact"),
        "value": Text("数值", "value"),
        "unit": Text("单位", "unit"),
        "unit_en": Text("单位（英文）", "unit (English)"),
        "qualifier": Text("限定词", "qualifier"),
        "label": Text("说明", "label"),
        "label_en": Text("说明（英文）", "label (English)"),
        "display": Text("画法", "display"),
        "pictogram": Text("小图形", "pictogram"),
        "each": Text("每个代表", "each"),
    }
)
"""What a table may have, by the head of its columns, in any order. Only fact and value have to be there."""

ALSO: Final = {"幻灯片编号": "slide", "编号fact": "fact", "数字编号": "fact", "事实编号": "fact"}
NEEDED: Final = ("fact", "value")
NONE: Final = ("无", "none")
"""In a cell: take this away. An empty cell leaves things as they are."""
HEAD_WITHIN: Final = 10
"""Rows in which the heads of the columns are looked for."""
ROOM: Final = 3
"""Figures on a slide; `StatisticsSlide.statistics` says the same."""
TEMPLATE: Final = "templates/figures.xlsx"
EXAMPLE_FACT: Final = "example-share"
"""Of the template's example, which nobody means to show."""
ALLOWED: Final = {"qualifier": tuple(Qualifier), "display": tuple(Display)}
"""The words of the template's drop-down lists."""

READERS: Final[Mapping[str, Field]] = MappingProxyType({field.key: field for field in fields_of(Statistic)})


class ImportFiguresError(Failure):
    """Nothing can be imported from the file."""


@dataclass(frozen=True, slots=True)
class Import:
    """What was asked for. `theme`: of rows that name none; `sure`: nobody is asked before it is written."""

    source: Path
    content: Path
    theme: str | None = None
    language: Language = Language.ZH
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with one cell, or with the table where `cell` is None."""

    cell: Cell | None
    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One figure as the table has it. What stands in no cell is ''; `drop`: the keys to take away."""

    cells: Mapping[str, Cell]
    theme: str
    slide: str
    fact: str
    value: str
    exact: bool
    unit: str = ""
    unit_en: str = ""
    qualifiers: tuple[str, ...] = ()
    label: str = ""
    label_en: str = ""
    display: str = ""
    pictogram: str = ""
    each: str = ""
    title: str = ""
    title_en: str = ""
    new: bool = False
    drop: frozenset[str] = frozenset()

    @property
    def spot(self) -> Spot:
        return Spot(self.slide, self.fact)


def import_figures(asked: Import, stream: TextIO, ask: Ask | None = None) -> int:
    """Shows what will change, asks, keeps the old files and writes. 0 if the themes say what the table says,
    else 1.

    Raises WorkbookError, ImportFiguresError, RevisionError, NotSavedError; ContentError if the content was
    not in order before.
    """
    exhibition = load(asked.content).exhibition
    sheet, head = _sheet(asked.source)
    reading = Reading(sheet, head, exhibition, asked.theme)
    rows = reading.rows()
    if reading.complaints:
        stream.writelines(f"{line}\n" for line in _told(reading, asked.language))
        return 1
    before = {row.theme: _theme_file(exhibition, row.theme).read_bytes() for row in rows}
    after = _revised(exhibition, rows, before)
    changed = {theme: data for theme, data in after.items() if data != before[theme]}
    if not changed:
        same = Text(f"{len(rows)} 个数字都没有变。", f"None of the {len(rows)} figures has changed.")
        stream.write(same.of(asked.language) + "\n")
        return 0
    if not _loads(asked, rows, changed, stream):
        return 1
    changes = [
        Change(_theme_file(exhibition, theme), before[theme], changed[theme]) for theme in sorted(changed)
    ]
    rows_shown = [row for change in changes for row in difference(change, exhibition.folder)]
    stream.writelines(f"{row}\n" for row in coloured(rows_shown, stream))
    if not (asked.sure or agreed(ask, asked.language, stream)):
        return 1
    carry_out(changes, exhibition.folder, asked.language, stream)
    fresh = sum(row.new for row in rows)
    done = Text(
        f"写好了：{len(changed)} 个主题文件；表里 {len(rows)} 个数字，其中新加 {fresh} 个。",
        f"Written: {len(changed)} themes; of the table's {len(rows)} figures {fresh} are new.",
    )
    stream.write(done.of(asked.language) + "\n")
    return 0


def copy_template(path: Path, language: Language, stream: TextIO) -> int:
    """Saves the empty workbook as `path`, where nothing is yet. Raises ImportFiguresError, WritingError."""
    if path.suffix.lower() != ".xlsx":
        raise ImportFiguresError(f"{path}：文件名要以 .xlsx 结尾。 / {path}: the name has to end with .xlsx.")
    if path.exists():
        raise ImportFiguresError(
            f"{path} 已经有了，没有覆盖；请换一个名字。 / {path} is there already; take another name."
        )
    write_safely(path, (assets_folder() / TEMPLATE).read_bytes())
    said = Text(
        f"表格存好了：{path}。填好后运行 kiosk import figures {path}",
        f"The workbook is saved: {path}. Fill it in, then run kiosk import figures {path}",
    )
    stream.write(said.of(language) + "\n")
    return 0


# The sheet and its head


Head = Mapping[int, str]
"""The number of a column → what it holds."""


def _sheet(path: Path) -> tuple[Sheet, tuple[int, Head]]:
    """The sheet with figures, the row of its head, and its columns. Raises ImportFiguresError."""
    sheets = read_sheets(path)
    found = [(sheet, head) for sheet in sheets if (head := _head(sheet))]
    named = [one for one in found if one[0].name.casefold() in SHEET_NAMES]
    chosen = named or found
    if len(chosen) == 1:
        return chosen[0]
    needed_zh, needed_en = "、".join(COLUMNS[key].zh for key in NEEDED), " and ".join(NEEDED)
    if chosen:
        names = "、".join(sheet.name for sheet, _ in chosen)
        raise ImportFiguresError(
            f"{path.name} 有几张工作表都像数字表：{names}。把要导入的那张改名为“{SHEET_NAMES[0]}”。 / "
            f"Several sheets of {path.name} look like figures: {names}. "
            f"Name the one to import “{SHEET_NAMES[1]}”."
        )
    raise ImportFiguresError(
        f"{path.name} 的前 {HEAD_WITHIN} 行里没有找到表头（至少要有{needed_zh}两列）；隐藏的工作表不看。"
        "空表格可以用 kiosk import figures --template 另存一份。 / "
        f"No heads of columns ({needed_en} at least) are in the first {HEAD_WITHIN} rows of {path.name}; "
        "hidden sheets are not read. kiosk import figures --template saves an empty workbook."
    )


def _head(sheet: Sheet) -> tuple[int, Head] | None:
    for cells in sheet.rows[:HEAD_WITHIN]:
        head = {cell.column: key for cell in cells if (key := _key(cell.text))}
        if set(NEEDED) <= set(head.values()):
            return cells[0].row, head
    return None


def _key(said: str) -> str:
    plain = _bare(said)
    known = {_bare(name): key for key, text in COLUMNS.items() for name in (text.zh, text.en, key)}
    return (known | ALSO).get(plain, "")


def _bare(said: str) -> str:
    plain = re.sub(r"[\s()_-]", "", half_width(said).casefold())
    return plain.replace("english", "en").replace("英文", "en")


# Rows


@dataclass(slots=True)
class Reading:
    """Reads the rows of a sheet; what is wrong gathers in `complaints`."""

    sheet: Sheet
    head: tuple[int, Head]
    exhibition: Exhibition
    theme: str | None
    complaints: list[Complaint] = field(default_factory=list)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    seen: dict[tuple[str, str], Cell] = field(default_factory=dict)
    sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    titles: dict[tuple[str, str], Text] = field(default_factory=dict)

    def rows(self) -> list[Row]:
        self._look_at_head()
        self._look_at_merged()
        rows = [self._row(cells) for cells in self.sheet.rows if cells and cells[0].row > self.head[0]]
        found = [row for row in rows if row]
        if not found and not self.complaints:
            self.blame(
                None,
                Text("表头下面没有数字。", "No figures stand below the heads."),
                Text("一行写一个数字。", "Write a figure in each row."),
            )
        return found

    def blame(self, cell: Cell | None, message: Text, remedy: Text) -> None:
        self.complaints.append(Complaint(cell, message, remedy))

    def _look_at_head(self) -> None:
        seen: set[str] = set()
        for cell in self.sheet.rows[self.head[0] - 1]:
            key = self.head[1].get(cell.column)
            if key is None and cell.text:
                near = closest(_bare(cell.text), [text.zh for text in COLUMNS.values()])
                listed = "、".join(text.zh for text in COLUMNS.values())
                listed_en = ", ".join(text.en for text in COLUMNS.values())
                self.blame(
                    cell,
                    Text(f"不认识的列“{cell.text[:20]}”。", f"The column “{cell.text[:20]}” is not known."),
                    Text(
                        f"是不是“{near}”？" if near else f"删去这一列，或改成：{listed}。",
                        f"Did you mean {near}?" if near else f"Delete it, or use: {listed_en}.",
                    ),
                )
            elif key in seen:
                self.blame(
                    cell,
                    Text(f"“{cell.text[:20]}”有两列。", f"There are two columns “{cell.text[:20]}”."),
                    Text("只留一列。", "Keep one."),
                )
            seen.add(key or "")

    def _look_at_merged(self) -> None:
        for (top, left), (bottom, _) in self.sheet.merged:
            if bottom >= self.head[0]:
                self.blame(
                    Cell(top, left),
                    Text("这里是合并的单元格。", "Here cells are merged."),
                    Text("取消合并，每一格都填上。", "Unmerge them and fill in each cell."),
                )

    def _row(self, cells: tuple[Cell, ...]) -> Row | None:
        given = {self.head[1][cell.column]: cell for cell in cells if cell.column in self.head[1]}
        written = {key: cell for key, cell in given.items() if cell.text or cell.fault}
        if not written:
            return None
        before = len(self.complaints)
        for cell in written.values():
            if cell.fault:
                self.blame(cell, *cell.fault)
        for key in NEEDED:
            if key not in written:
                self._missing(self._at(cells, key), key)
        sound = {key: cell for key, cell in written.items() if not cell.fault}
        theme = self._theme(written, self._at(cells, "theme"))
        draft = self._draft(sound)
        wrong = {complaint.cell for complaint in self.complaints[before:]}
        if theme and draft.fact and not {sound["fact"], written.get("slide")} & wrong:
            draft = self._placed(replace(draft, theme=theme.id), theme)
        return draft if len(self.complaints) == before else None

    def _at(self, cells: tuple[Cell, ...], key: str) -> Cell:
        """The cell of a column in this row, also where the row is too short for it."""
        column = next((column for column, held in self.head[1].items() if held == key), cells[0].column)
        return Cell(cells[0].row, column)

    def _missing(self, cell: Cell, key: str) -> None:
        self.blame(
            cell,
            Text(f"没有写{COLUMNS[key].zh}。", f"The {COLUMNS[key].en} is not given."),
            Text("填上这一格。", "Fill in the cell."),
        )

    def _theme(self, written: Mapping[str, Cell], place: Cell) -> Theme | None:
        cell = written.get("theme")
        said = cell.text if cell else self.theme or ""
        names = {name: theme for theme in self.exhibition.themes for name in (theme.title.zh, theme.id)}
        if said in names:
            return names[said]
        listed = "、".join(theme.id for theme in self.exhibition.themes)
        if said:
            near = closest(said, names)
            self.blame(
                place,
                Text(f"没有主题“{said[:20]}”。", f"There is no theme “{said[:20]}”."),
                Text(
                    f"是不是 {near}？" if near else f"可以写：{listed}。",
                    f"Did you mean {near}?" if near else f"There are: {listed.replace('、', ', ')}.",
                ),
            )
        elif not (cell and cell.fault):
            self.blame(
                place,
                Text("没有写主题。", "No theme is given."),
                Text(
                    f"在主题一列写：{listed}；或者加上 --theme。",
                    f"Write one in the column theme ({listed.replace('、', ', ')}), or add --theme.",
                ),
            )
        return None

    def _draft(self, written: Mapping[str, Cell]) -> Row:
        """The row by itself: every cell is what its column holds."""
        drop = {key for key, cell in written.items() if cell.text.casefold() in NONE}
        stays = drop - {"qualifier", "display", "pictogram", "each"}
        for key in stays:
            self._missing(written[key], key)
        texts = {key: cell.text for key, cell in written.items() if key not in drop}
        for key in ("fact", "value", "display", "pictogram", "each"):
            if key in texts:
                self._read(key, written[key])
        if "slide" in texts:
            self._identify(written["slide"])
        qualifiers = tuple(filter(None, re.split(r"[\s、,，;；/+]+", texts.get("qualifier", ""))))
        if qualifiers:
            self._read("qualifier", written["qualifier"], qualifiers)
        value = written.get("value")
        return Row(
            cells=written,
            theme="",
            slide=texts.get("slide", ""),
            fact=texts.get("fact", ""),
            value=texts.get("value", ""),
            exact=bool(value and value.exact),
            qualifiers=qualifiers,
            drop=frozenset(drop),
            unit=_unit(texts.get("unit", "")),
            unit_en=_unit(texts.get("unit_en", "")),
            label=texts.get("label", ""),
            label_en=texts.get("label_en", ""),
            display=texts.get("display", ""),
            pictogram=texts.get("pictogram", ""),
            each=texts.get("each", ""),
            title=texts.get("title", ""),
            title_en=texts.get("title_en", ""),
        )

    def _read(self, key: str, cell: Cell, words: tuple[str, ...] = ()) -> None:
        """Reads a cell as `kiosk check` would read it in a theme."""
        decoder = self._decoder(cell)
        node: Node = _scalar(cell.text)
        if words:
            node = Sequence(tuple(_scalar(word) for word in words), node.place)
        READERS[key].reader(decoder, node)
        self._take(decoder, cell)

    def _identify(self, cell: Cell) -> None:
        titles = [slide.title.zh for _, slide in _statistics_slides(self.exhibition)]
        if cell.text not in titles:
            decoder = self._decoder(cell)
            identifier(decoder, _scalar(cell.text))
            self._take(decoder, cell)

    def _decoder(self, cell: Cell) -> Decoder:
        folder = self.exhibition.folder / "emblems"
        return Decoder(Page(self.sheet.path, (cell.text,)), {}, drawings.drawings(folder))

    def _take(self, decoder: Decoder, cell: Cell) -> None:
        for problem in decoder.page.problems:
            remedy = problem.remedy.zh
            for key in ("value", "unit", "qualifier", "display", "each"):
                remedy = re.sub(rf"\b{key}: ?", f"{COLUMNS[key].zh} ", remedy)
                remedy = re.sub(rf"\b{key}\b", COLUMNS[key].zh, remedy)
            self.blame(cell, problem.message, Text(remedy, problem.remedy.en))

    # Where it belongs

    def _placed(self, row: Row, theme: Theme) -> Row:
        """The row with the slide its figure is on or comes to; what does not fit is noted."""
        cell = row.cells["fact"]
        if row.fact == EXAMPLE_FACT:
            self.blame(
                cell,
                Text("这一行是表格里的例子。", "This row is the template's example."),
                Text("删掉这一行。", "Delete the row."),
            )
            return row
        first = self.seen.setdefault((row.theme, row.fact), cell)
        if first is not cell:
            self.blame(
                cell,
                Text(
                    f"“{row.fact}”在 {first.name} 已经有了。", f"“{row.fact}” stands in {first.name} already."
                ),
                Text("只留一行。", "Keep one row."),
            )
            return row
        slides = {slide.id: slide for _, slide in _statistics_slides(self.exhibition, theme)}
        titled = {slide.title.zh: slide.id for slide in slides.values()}
        row = replace(row, slide=titled.get(row.slide, row.slide))
        homes = [slide.id for slide in slides.values() if any(row.fact == s.fact for s in slide.statistics)]
        if homes:
            return self._at_home(row, theme, homes)
        return self._newcomer(row, theme, slides)

    def _at_home(self, row: Row, theme: Theme, homes: list[str]) -> Row:
        if row.slide in homes or (not row.slide and len(homes) == 1):
            placed = replace(row, slide=row.slide or homes[0])
            statistic = _statistic(theme, placed.spot)
            self._percent_fits(placed, statistic.unit.zh if statistic else "")
            return placed
        self.blame(
            row.cells.get("slide", row.cells["fact"]),
            Text(
                f"“{row.fact}”在幻灯片 {'、'.join(homes)} 上。",
                f"“{row.fact}” is on the slide {', '.join(homes)}.",
            ),
            Text(f"幻灯片一列写 {homes[0]}。", f"Write {homes[0]} in the column slide."),
        )
        return row

    def _newcomer(self, row: Row, theme: Theme, slides: Mapping[str, StatisticsSlide]) -> Row:
        place = row.cells.get("slide", row.cells["fact"])
        if not row.slide:
            near = closest(row.fact, [s.fact for slide in slides.values() for s in slide.statistics])
            self.blame(
                place,
                Text(f"{theme.id} 里没有数字“{row.fact}”。", f"{theme.id} has no figure “{row.fact}”."),
                Text(
                    f"是不是 {near}？新的数字要写放在哪张幻灯片。"
                    if near
                    else "新的数字要写放在哪张幻灯片。",
                    f"Did you mean {near}? A new figure needs its slide." if near else "Write its slide.",
                ),
            )
            return row
        self._describe(row)
        if row.slide not in slides and not self._slide_begins(row, theme, place, slides):
            return row
        return self._with_room(replace(row, new=True), place, slides)

    def _describe(self, row: Row) -> None:
        """A new figure needs all that a figure has."""
        percent = "value" in row.cells and row.cells["value"].percent
        for key in ("unit", "label"):
            if not getattr(row, key) and not (key == "unit" and percent):
                self.blame(
                    row.cells.get(key, row.cells["fact"]),
                    Text(
                        f"“{row.fact}”是新的数字，要有{COLUMNS[key].zh}。",
                        f"“{row.fact}” is new: it needs its {COLUMNS[key].en}.",
                    ),
                    Text(f"在这一行的{COLUMNS[key].zh}一列填上。", f"Fill in the column {COLUMNS[key].en}."),
                )
        if row.unit:
            self._percent_fits(row, row.unit)

    def _slide_begins(
        self, row: Row, theme: Theme, place: Cell, slides: Mapping[str, StatisticsSlide]
    ) -> bool:
        """Whether the slide can be made: it has a title and nobody has its id."""
        key = row.theme, row.slide
        taken = next((slide for slide in theme.slides if slide.id == row.slide), None)
        if taken:
            self.blame(
                place,
                Text(
                    f"{row.slide} 是一张 {taken.kind} 幻灯片，不放数字。",
                    f"{row.slide} is a slide of kind {taken.kind}, which holds no figures.",
                ),
                Text(
                    "写一张 statistics 幻灯片，或一个新的编号。", "Name one of kind statistics, or a new id."
                ),
            )
            return False
        if row.title:
            self.titles.setdefault(key, Text(row.title, row.title_en or row.title))
        if key in self.titles:
            return True
        near = closest(row.slide, slides)
        self.blame(
            place,
            Text(f"{theme.id} 里没有幻灯片“{row.slide}”。", f"{theme.id} has no slide “{row.slide}”."),
            Text(
                f"{f'是不是 {near}？' if near else ''}要新建一张，就在这一行的标题一列写上标题。",
                f"{f'Did you mean {near}? ' if near else ''}To make a new one, fill in the column title.",
            ),
        )
        return False

    def _with_room(self, row: Row, place: Cell, slides: Mapping[str, StatisticsSlide]) -> Row:
        key = row.theme, row.slide
        there = len(slides[row.slide].statistics) if row.slide in slides else 0
        self.sizes[key] = self.sizes.get(key, there) + 1
        if self.sizes[key] <= ROOM:
            return row
        self.blame(
            place,
            Text(
                f"幻灯片 {row.slide} 已经有 {ROOM} 个数字，放不下了。",
                f"The slide {row.slide} has {ROOM} figures: it is full.",
            ),
            Text("换一张，或写一个新的幻灯片编号和标题。", "Name another, or write a new id and a title."),
        )
        return row

    def _percent_fits(self, row: Row, unit: str) -> None:
        cell = row.cells.get("value")
        said = row.unit or unit
        if not cell or not cell.percent or half_width(said) == "%":
            return
        self.blame(
            cell,
            Text(
                f"这一格是百分数（{cell.text}%），单位却是“{said}”。",
                f"This is a percentage ({cell.text}%), but the unit is “{said}”.",
            ),
            Text("单位写 %，或把单元格格式改成“常规”。", "Write the unit %, or set the format to General."),
        )


def _scalar(text: str) -> Scalar:
    return Scalar(text, "'", Place(1, 1, 1, len(text) + 1))


def _statistics_slides(
    exhibition: Exhibition, of: Theme | None = None
) -> Iterator[tuple[Theme, StatisticsSlide]]:
    for theme in exhibition.themes:
        if of is None or theme is of:
            yield from ((theme, slide) for slide in theme.slides if isinstance(slide, StatisticsSlide))


def _statistic(theme: Theme, spot: Spot) -> Statistic | None:
    return next(
        (
            statistic
            for slide in theme.slides
            if isinstance(slide, StatisticsSlide) and slide.id == spot.slide
            for statistic in slide.statistics
            if statistic.fact == spot.fact
        ),
        None,
    )


def _told(reading: Reading, language: Language) -> Iterator[str]:
    """Each complaint on a line, in the order of the table."""
    complaints = sorted(reading.complaints, key=lambda c: (c.cell.row, c.cell.column) if c.cell else (0, 0))
    for complaint in complaints:
        cell = complaint.cell
        sheet = reading.sheet
        parts_zh = [sheet.path.name, f"工作表“{sheet.name}”" if sheet.name else "", cell.name if cell else ""]
        parts_en = [sheet.path.name, f"sheet “{sheet.name}”" if sheet.name else "", cell.name if cell else ""]
        line = Text(
            f"{'，'.join(filter(None, parts_zh))}：{complaint.message.zh}{complaint.remedy.zh}",
            f"{', '.join(filter(None, parts_en))}: {complaint.message.en} {complaint.remedy.en}",
        )
        yield printable(line.of(language))
    count = len(complaints)
    yield Text(f"共 {count} 处要改，什么也没有写。", f"{count} to mend; nothing was written.").of(language)


# The new text


def _theme_file(exhibition: Exhibition, theme: str) -> Path:
    return exhibition.folder / "themes" / f"{theme}.yaml"


def _revised(exhibition: Exhibition, rows: list[Row], before: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each theme as the rows have it."""
    themes = {theme.id: theme for theme in exhibition.themes}
    after = dict(before)
    waiting: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        path, theme = _theme_file(exhibition, row.theme), themes[row.theme]
        statistic = _statistic(theme, row.spot)
        if statistic:
            after[row.theme] = _updated(path, after[row.theme], row, statistic)
        elif any(slide.id == row.slide for slide in theme.slides):
            after[row.theme] = revision.add_figure(path, after[row.theme], row.slide, _figure(row))
        else:
            waiting.setdefault((row.theme, row.slide), []).append(row)
    for (name, slide), together in waiting.items():
        title = next(Text(row.title, row.title_en or row.title) for row in together if row.title)
        path = _theme_file(exhibition, name)
        figures = [_figure(row) for row in together]
        after[name] = revision.add_slide(path, after[name], slide, title, figures)
    return after


def _figure(row: Row) -> Figure:
    unit = row.unit or "%"
    return Figure(
        fact=row.fact,
        value=row.value,
        unit=Text(unit, row.unit_en or unit),
        label=Text(row.label, row.label_en or row.label),
        qualifiers=row.qualifiers,
        display=row.display,
        pictogram=row.pictogram,
        each=row.each,
    )


def _updated(path: Path, data: bytes, row: Row, now: Statistic) -> bytes:
    """The theme with one figure as the row has it; what is equal is not touched."""
    if _differs(row, now.value):
        data = revision.set_word(path, data, row.spot, "value", row.value)
    for key, old, chinese, english in (
        ("unit", now.unit, row.unit, row.unit_en),
        ("label", now.label, row.label, row.label_en),
    ):
        new = _text(old, chinese, english)
        if new != old:
            data = revision.set_text(path, data, row.spot, key, new)
    if row.qualifiers and set(row.qualifiers) != {word.value for word in now.qualifiers}:
        data = revision.set_qualifiers(path, data, row.spot, row.qualifiers)
    for key, word, same in (
        ("display", row.display, row.display == now.display),
        ("pictogram", row.pictogram, row.pictogram == now.pictogram),
        ("each", row.each, _whole(row.each) == now.each),
    ):
        if word and not same:
            data = revision.set_word(path, data, row.spot, key, word)
    for key in sorted(row.drop):
        if revision.script(path, data).figure(row.spot).get(key) is not None:
            data = revision.remove(path, data, row.spot, key)
    return data


def _differs(row: Row, value: Decimal) -> bool:
    new = Decimal(row.value)
    return new != value or (row.exact and new.as_tuple() != value.as_tuple())


def _text(old: Text, chinese: str, english: str) -> Text:
    """What is given takes the place of what was; a text that is one for both languages changes in both."""
    zh = chinese or old.zh
    en = english or (zh if old.zh == old.en else old.en)
    return Text(zh, en)


def _unit(said: str) -> str:
    """As the loader will read it: a symbol is a plain one."""
    plain = half_width(said)
    return plain if plain in SYMBOLS else said


def _whole(said: str) -> int | None:
    if not said:
        return None
    decoder = Decoder(Page(Path()))
    number = READERS["each"].reader(decoder, _scalar(said))
    return None if number is INVALID else cast("int", number)


# Showing and writing


def _loads(asked: Import, rows: list[Row], changed: Mapping[str, bytes], stream: TextIO) -> bool:
    """Whether the content with the new figures is in order and says what the table says; tells if not."""
    drafts = {Path("themes", f"{theme}.yaml"): data for theme, data in changed.items()}
    try:
        exhibition = load(asked.content, drafts=drafts).exhibition
    except ContentError as error:
        errors = [problem for problem in error.problems if problem.severity is Severity.ERROR]
        said = Text(
            "照这张表改，内容就不能展出了，所以什么也没有写。改好后的文件会有这些问题：",
            "With this table the content could not be shown, so nothing was written. The files would have:",
        )
        stream.write(said.of(asked.language) + "\n\n" + report(errors, asked.language))
        return False
    themes = {theme.id: theme for theme in exhibition.themes}
    for row in rows:
        statistic = _statistic(themes[row.theme], row.spot)
        if not (statistic and _says(statistic, row)):
            raise ImportFiguresError(
                f"{row.theme} 里的“{row.fact}”机器改不准，什么也没有写；请手工改这一处。 / "
                f"“{row.fact}” of {row.theme} cannot be edited safely; nothing was written. Edit it by hand."
            )
    return True


def _says(statistic: Statistic, row: Row) -> bool:
    texts = (
        (row.unit, statistic.unit.zh),
        (row.unit_en, statistic.unit.en),
        (row.label, statistic.label.zh),
        (row.label_en, statistic.label.en),
        (row.display, statistic.display),
        (row.pictogram, statistic.pictogram),
    )
    return (
        not _differs(row, statistic.value)
        and all(said in ("", found) for said, found in texts)
        and (not row.qualifiers or set(row.qualifiers) == {word.value for word in statistic.qualifiers})
        and (not row.each or _whole(row.each) == statistic.each)
    )
