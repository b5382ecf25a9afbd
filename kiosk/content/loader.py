"""Loads an exhibition: content/exhibition.yaml, the themes it names, their pictures and recordings.

Everything wrong anywhere is found in one go. Either all of it holds and there is an Exhibition, or there is
none.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from kiosk.content import drawings
from kiosk.content.decode import INVALID, Decoder, Invalid, closest, identifier, is_name
from kiosk.content.document import Mapping, Node, Page, Place, Scalar, Sequence, read
from kiosk.content.exhibition import (
    About,
    Bounds,
    Exhibition,
    Form,
    Glaze,
    Quantity,
    Shelf,
    Statistic,
    Text,
    Theme,
)
from kiosk.content.gallery import Gallery
from kiosk.content.manuscript import Extent, Manuscript
from kiosk.content.pictures import Memory
from kiosk.content.problems import Code, ContentError, Problem, Severity, in_order
from kiosk.content.recordings import Archive
from kiosk.content.rules import RULES, check_slides, once, statistics_of

MOST_THEMES = 12
"""That are read; the exhibition's own rule on how many there may be is Exhibition.themes."""


@dataclass(frozen=True, slots=True)
class Loaded:
    exhibition: Exhibition
    warnings: tuple[Problem, ...]
    manuscript: Manuscript


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What exhibition.yaml says of the screen, in mm."""

    diagonal: Annotated[
        float,
        Quantity.MILLIMETRES,
        Bounds(150, 6000),
        About("对角线", "屏幕对角线，按钮大小由它决定。", "55in"),
    ]


def load(
    folder: Path, *, remember: bool = False, drafts: Named[Path, bytes] = MappingProxyType({})
) -> Loaded:
    """The exhibition in `folder`; raises ContentError, and nothing else, with all that is wrong.

    With `remember`, pictures that passed before and have not changed since are not decoded again. `drafts`:
    what is read in place of some of the files, by their path below the folder.
    """
    return _load(_Loading(_existing(folder), drafts), Memory.open() if remember else None)


def problems_with(folder: Path, drafts: Named[Path, bytes]) -> tuple[Problem, ...]:
    """What would be wrong with the texts if the files in `drafts` held these bytes, as for `load`.

    Pictures and recordings are not opened. Raises ContentError where there is no folder.
    """
    loading = _Loading(_existing(folder), drafts)
    loading.exhibition()
    return tuple(loading.problems())


def _load(loading: _Loading, memory: Memory | None) -> Loaded:
    exhibition = loading.exhibition()
    loading.gallery.look(memory)
    loading.archive.look()
    found = loading.problems()
    if exhibition is None or any(problem.severity is Severity.ERROR for problem in found):
        raise ContentError(found)
    if memory:
        memory.keep(loading.gallery.named)
    return Loaded(exhibition, tuple(found), loading.manuscript(exhibition))


def _existing(folder: Path) -> Path:
    try:
        root = folder.resolve()
        there = root.is_dir()
    except (OSError, RuntimeError, ValueError):
        root, there = folder, False
    if there:
        return root
    page = Page(root)
    page.blame(
        Code.NO_FOLDER,
        None,
        Text("没有这个内容文件夹。", "There is no such content folder."),
        Text("检查路径；里面应当有 exhibition.yaml。", "Check the path; exhibition.yaml should be in it."),
    )
    raise ContentError(page.problems)


@dataclass(slots=True)
class _Loading:
    """One run over the folder, which is resolved and exists."""

    folder: Path
    drafts: Named[Path, bytes]
    gallery: Gallery = field(init=False)
    archive: Archive = field(init=False)
    pages: list[Page] = field(default_factory=list)
    drawings: dict[Form, frozenset[str]] = field(default_factory=dict)
    glazes: dict[str, Glaze | Invalid] | None = None
    used_glazes: set[str] = field(default_factory=set)
    statistics: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    misnamed: set[str] = field(default_factory=set)
    """Files of themes that are called otherwise than they are listed."""
    decoders: list[Decoder] = field(default_factory=list)
    all_readable: bool = True

    def __post_init__(self) -> None:
        self.gallery = Gallery(self.folder)
        self.archive = Archive(self.folder)
        self.drawings = drawings.drawings(self.folder / "emblems")

    def problems(self) -> list[Problem]:
        own = drawings.faults(self.folder / "emblems", self.folder)
        return in_order([problem for page in self.pages for problem in page.told()] + own)

    def manuscript(self, exhibition: Exhibition) -> Manuscript:
        """Where the exhibition stands; it has to be the one that was loaded here."""
        passages = [passage for decoder in self.decoders for passage in decoder.passages]
        slides: dict[tuple[str, str], Extent] = {}
        for decoder in self.decoders:
            theme = next((t for t in exhibition.themes if id(t) in decoder.origins), None)
            if not theme:
                continue
            first = [decoder.place_of(slide).line for slide in theme.slides]
            last = [line - 1 for line in first[1:]] + [len(decoder.page.lines)]
            for slide, begin, end in zip(theme.slides, first, last, strict=True):
                slides[theme.id, slide.id] = Extent(decoder.page.path, begin, end)
        return Manuscript(tuple(passages), slides)

    def exhibition(self) -> Exhibition | None:
        """Decodes everything; None when that is not possible."""
        page, root = self._page("exhibition.yaml")
        self.pages.append(page)
        decoder = Decoder(page, {Theme: lambda said: self._theme(decoder, said)}, self.drawings, RULES)
        self.decoders.append(decoder)
        if root is None:
            self._rest(page, None)
            return None
        mapping = root if isinstance(root, Mapping) else None
        self.glazes = self._glazes(decoder, mapping)
        given = {"folder": self.folder, "diagonal": self._diagonal(decoder, mapping)}
        exhibition = decoder.record(Exhibition, root, given, ("glazes", "screen"))
        themes = mapping.get("themes") if mapping else None
        once(decoder, themes.items if isinstance(themes, Sequence) else ())
        self._rest(page, themes, _key_of(mapping, "themes"))
        self._attract(decoder, mapping)
        self._unused_glazes(decoder, mapping)
        if isinstance(exhibition, Invalid):
            return None
        if exhibition.source is None:
            self._unsourced()
        self.pages += self.gallery.unused() + self.archive.unused()
        return exhibition

    def _page(self, name: str) -> tuple[Page, Node | None]:
        return read(self.folder / name, self.folder, self.drafts.get(Path(name)))

    def _glazes(self, decoder: Decoder, root: Mapping | None) -> dict[str, Glaze | Invalid] | None:
        node = root.get("glazes") if root else None
        if isinstance(node, Mapping):
            return {
                pair.key.text: decoder.record(Glaze, pair.value) if identifier(decoder, pair.key) else INVALID
                for pair in node.pairs
            }
        if root:
            place = node.place if node else root.pairs[0].key.place if root.pairs else root.place
            decoder.page.blame(
                Code.WRONG_TYPE if node else Code.MISSING_KEY,
                Place(place.line, place.column, place.line, place.column + 1),
                Text(
                    "没有写 glazes（各主题的颜色）。", "The glazes, the colours of the themes, are not given."
                ),
                Text(
                    "加上 “glazes:”，下面每种颜色一行：leaf: {base: '#3E6A4C', deep: …, glow: …, tint: …}。",
                    "Add “glazes:” and lines like leaf: {base: '#3E6A4C', deep: …, glow: …, tint: …}.",
                ),
            )
        return None

    def _diagonal(self, decoder: Decoder, root: Mapping | None) -> float | None:
        node = root.get("screen") if root else None
        screen = decoder.record(Screen, node) if node else INVALID
        return None if isinstance(screen, Invalid) else screen.diagonal

    # Themes

    def _theme(self, decoder: Decoder, said: Scalar) -> Theme | Invalid:
        name = identifier(decoder, said)
        if not name:
            self.all_readable = False
        if not name or name in self.read or len(self.read) >= MOST_THEMES:
            return INVALID
        names = self.gallery.listing(self.folder / "themes")
        if f"{name}.yaml" not in names:
            self.all_readable = False
            self.misnamed |= _blame_theme(decoder.page, said, names)
            return INVALID
        return self._read_theme(name)

    def _read_theme(self, name: str) -> Theme | Invalid:
        self.read.add(name)
        page, root = self._page(f"themes/{name}.yaml")
        self.pages.append(page)
        if root is None:
            self.all_readable = False
            return INVALID
        decoder = Decoder(
            page,
            {
                Glaze: lambda said: self._glaze(page, said),
                Shelf.PHOTOS: lambda said: self.gallery.at(page, said),
                Shelf.AUDIO: lambda said: self.archive.at(page, said),
            },
            self.drawings,
            RULES,
        )
        self.decoders.append(decoder)
        theme = decoder.record(Theme, root, {"id": name})
        if not isinstance(root, Mapping) or not root.get("slides"):
            self.all_readable = False
        check_slides(decoder, root)
        self.statistics.update(statistics_of(root))
        return theme

    def _glaze(self, page: Page, said: Scalar) -> Glaze | Invalid:
        self.used_glazes.add(said.text)
        if self.glazes is None or said.text in self.glazes:
            return INVALID if self.glazes is None else self.glazes[said.text]
        close = closest(said.text, self.glazes)
        listed = "、".join(self.glazes)
        page.blame(
            Code.UNKNOWN_GLAZE,
            said.place,
            Text(
                f"exhibition.yaml 的 glazes 里没有 {said.text[:40]}。",
                f"exhibition.yaml has no glaze {said.text[:40]}.",
            ),
            Text(
                f"是不是 {close}？" if close else f"可以写：{listed}。",
                f"Did you mean {close}?" if close else f"There are: {listed.replace('、', ', ')}.",
            ),
        )
        return INVALID

    def _rest(self, page: Page, listed: Node | None, where: Place | None = None) -> None:
        """Theme files nobody named: read for their problems if the list is unreadable, else pointed out."""
        names = sorted(self.gallery.listing(self.folder / "themes"))
        stems = [name[:-5] for name in names if name.endswith(".yaml") and not name.startswith(".")]
        if not isinstance(listed, Sequence):
            for stem in stems[:MOST_THEMES]:
                self._read_theme(stem)
            return
        said = {item.text.strip() for item in listed.items if isinstance(item, Scalar)}
        for name in names:
            if name.startswith(".") or not name.endswith((".yaml", ".yml")) or name[:-5] in said:
                continue
            if name in self.misnamed or name in said:
                continue
            self.all_readable = False
            stem = Path(name).stem
            page.warn(
                Code.UNUSED_FILE,
                where,
                Text(
                    f"themes/{name} 没有列在 themes 里，不会展出。",
                    f"themes/{name} is not listed: it is not shown.",
                ),
                Text(
                    f"把 {stem} 加进 themes（后缀要是 .yaml），或移走这个文件。",
                    f"Add {stem} to themes (the file ends in .yaml), or move the file away.",
                ),
            )

    # What refers to other places

    def _attract(self, decoder: Decoder, root: Mapping | None) -> None:
        node = root.get("attract") if root else None
        if not self.all_readable or not isinstance(node, Sequence):
            return
        once(decoder, node.items)
        for item in node.items:
            name = item.text.strip() if isinstance(item, Scalar) else ""
            if isinstance(item, Scalar) and is_name(name) and name not in self.statistics:
                close = closest(item.text, self.statistics)
                decoder.page.blame(
                    Code.UNKNOWN_STATISTIC,
                    item.place,
                    Text(
                        f"没有哪张幻灯片有数字 {item.text[:40]}。", f"No slide has a figure {item.text[:40]}."
                    ),
                    Text(
                        f"是不是 {close}？" if close else "写某个 statistics 里的 fact。",
                        f"Did you mean {close}?" if close else "Write the fact of a statistic.",
                    ),
                )

    def _unsourced(self) -> None:
        for decoder in self.decoders:
            for record, _ in decoder.origins.values():
                if isinstance(record, Statistic) and record.source is None:
                    decoder.page.warn(
                        Code.SOURCE_MISSING,
                        decoder.place_of(record, "fact"),
                        Text(f"数字 {record.fact} 没有写出处。", f"The figure {record.fact} has no source."),
                        Text(
                            "在这个数字里加 source；全展览同一个出处的，在 exhibition.yaml 里写一个 source。",
                            "Give it a source, or write one for all figures in exhibition.yaml.",
                        ),
                    )

    def _unused_glazes(self, decoder: Decoder, root: Mapping | None) -> None:
        node = root.get("glazes") if root else None
        if not self.all_readable or not isinstance(node, Mapping):
            return
        for pair in node.pairs:
            if is_name(pair.key.text) and pair.key.text not in self.used_glazes:
                decoder.page.warn(
                    Code.UNUSED_GLAZE,
                    pair.key.place,
                    Text(
                        f"颜色 {pair.key.text[:40]} 没有主题使用。",
                        f"No theme uses the glaze {pair.key.text[:40]}.",
                    ),
                    Text("删去它，或写进某个主题的 glaze。", "Delete it, or name it in a theme's glaze."),
                )


def _key_of(mapping: Mapping | None, key: str) -> Place | None:
    pairs = mapping.pairs if mapping else ()
    return next((pair.key.place for pair in pairs if pair.key.text == key), None)


def _blame_theme(page: Page, said: Scalar, names: frozenset[str]) -> set[str]:
    """Returns the file that was probably meant, if it only has another name."""
    wanted = f"{said.text}.yaml"
    same = next((n for n in sorted(names) if n.casefold().startswith((f"{said.text}.y", wanted))), None)
    stems = [Path(name).stem for name in names if name.endswith((".yaml", ".yml"))]
    close = closest(said.text, stems)
    if same:
        remedy = Text(f"把 themes/{same} 改名为 {wanted}。", f"Rename themes/{same} to {wanted}.")
    elif close:
        remedy = Text(f"是不是 {close}？", f"Did you mean {close}?")
    else:
        remedy = Text("建立这个文件，或从 themes 里删去。", "Make the file, or take it out of themes.")
    page.blame(
        Code.UNKNOWN_THEME,
        said.place,
        Text(f"没有文件 themes/{wanted}。", f"There is no file themes/{wanted}."),
        remedy,
    )
    return {same} if same else {f"{close}.yaml"}
