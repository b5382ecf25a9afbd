"""`kiosk snapshot --pdf`: what is put before whoever approves the exhibition."""

from __future__ import annotations

import resource
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtGui import QPdfWriter

from kiosk.content.exhibition import Language, StatisticsSlide
from kiosk.content.figures import spell
from kiosk.content.loader import Loaded, load
from kiosk.desk.paper import BETWEEN, BOTTOM, TOP, Block, Page, Part, Style, a4, pages_of, pieces, set_words
from kiosk.desk.sheet import Sheet
from kiosk.desk.signoff import SignoffError, sign_off
from tests.content.sample import write_sample

pytestmark = pytest.mark.usefixtures("qapp")

T = TypeVar("T")

SIZE = (640, 360)
FACES = {"NotoSansSC-Regular", "NotoSerifSC-SemiBold", "SourceSerif4-Regular"}
MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def untracked(items: Iterable[T], total: int) -> Iterable[T]:
    return items


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The sample with hours, and with a picture that nobody shows: one warning."""
    folder = write_sample(tmp_path_factory.mktemp("signoff") / "content")
    main = folder / "exhibition.yaml"
    main.write_text(main.read_text("utf-8") + "hours: {open: '09:00', close: '17:00'}\n", "utf-8")
    (folder / "photos" / "spare.jpg").write_bytes((folder / "photos" / "service-hall.jpg").read_bytes())
    return load(folder)


@pytest.fixture(scope="module")
def made(qapp: object, loaded: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole sheet, in Chinese."""
    path = tmp_path_factory.mktemp("sheet") / "送审稿.pdf"
    assert sign_off(sheet(loaded), path, untracked) > 5
    return path


@pytest.fixture(scope="module")
def pages(made: Path) -> list[str]:
    """What is on each page, without white space: lines may be broken anywhere."""
    return ["".join(page.extract_text().split()) for page in PdfReader(made).pages]


def sheet(loaded: Loaded, only: str = "", language: Language = Language.ZH) -> Sheet:
    return Sheet(loaded, SIZE, language, MADE, only)


def dense(text: str) -> str:
    return "".join(text.split())


def test_every_text_can_be_found_in_both_languages(loaded: Loaded, pages: list[str]) -> None:
    found = "".join(pages)
    keywords = {id(word) for theme in loaded.exhibition.themes for word in theme.keywords}
    texts = [passage.text for passage in loaded.manuscript.passages]
    assert len(texts) > 60
    assert [text.zh for text in texts if dense(text.zh) not in found] == []
    units = {figure.unit.en for theme in loaded.exhibition.themes for slide in theme.slides
             if isinstance(slide, StatisticsSlide) for figure in slide.statistics}  # fmt: skip
    english = [text.en for text in texts if id(text) not in keywords and text.en not in units]
    assert [text for text in english if dense(text) not in found] == []


def test_every_figure_stands_there_as_it_is_shown_with_its_fact_and_source(
    loaded: Loaded, pages: list[str]
) -> None:
    source = loaded.exhibition.source
    assert source
    for theme in loaded.exhibition.themes:
        for slide in theme.slides:
            for figure in slide.statistics if isinstance(slide, StatisticsSlide) else ():
                wanted = [spell(figure, language).spoken for language in Language]
                wanted += [figure.fact, figure.label.zh, figure.label.en, (figure.source or source).zh]
                assert any(all(dense(text) in page for text in wanted) for page in pages), figure.fact


def test_every_slide_says_its_number_its_id_and_where_it_is_written(loaded: Loaded, pages: list[str]) -> None:
    for at, theme in enumerate(loaded.exhibition.themes, 1):
        for number, slide in enumerate(theme.slides, 1):
            extent = loaded.manuscript.slides[theme.id, slide.id]
            wanted = (f"{at}.{number:02}", f"{slide.id}·{slide.kind}", f"{theme.id}.yaml:{extent.first}")
            assert any(all(text in page for text in wanted) for page in pages), slide.id


def test_every_screen_is_shown_twice_and_can_be_ticked(loaded: Loaded, made: Path, pages: list[str]) -> None:
    screens = sheet(loaded).names()
    assert {"attract", "closed", "home", "prologue", "numbers", "credits"} < set(screens)
    shown = [image for page in PdfReader(made).pages for image in page.images if image.image]
    large = [image for image in shown if image.image and image.image.width == SIZE[0]]
    assert len(large) == 2 * len(screens)
    ticked = sum(page.count("同意修改意见：") for page in pages)
    assert ticked == len(screens) + 1  # the glossary is ticked, too


def test_an_illustration_is_not_taken_for_a_photograph(pages: list[str]) -> None:
    assert sum("示意插画，不是照片" in page for page in pages) == 1


def test_the_title_page_says_what_it_is_and_who_signs(pages: list[str]) -> None:
    for said in ("铭记2020", "Remember2020", "2026-03-0109:30", "内容文件夹content", "审核人", "日期"):
        assert said in pages[0]
    assert pages[0].count("铭记2020") == 1
    assert "2个主题，11张幻灯片，12个数字，1张图片（其中示意插画1张）" in pages[0]
    assert "可以展出，有1条提醒" in pages[0]
    assert "photos/spare.jpg" in pages[1]


def test_every_page_is_numbered_and_headed(pages: list[str]) -> None:
    for number, page in enumerate(pages, 1):
        assert f"第{number}页，共{len(pages)}页" in page
    assert all("送审稿" in page for page in pages)


def test_all_letters_come_along(made: Path) -> None:
    reader = PdfReader(made)
    objects = [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
    described = [found for found in objects if isinstance(found, DictionaryObject) and "/FontName" in found]
    assert {str(found["/FontName"])[1:].split("+")[-1] for found in described} >= FACES
    assert all("/FontFile2" in found for found in described)


def test_a_part_of_it_is_made_and_says_so_in_english(loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "part.pdf"
    assert sign_off(sheet(loaded, "service-hall", Language.EN), path, untracked) == 2
    first, second = (dense(page.extract_text()) for page in PdfReader(path).pages)
    assert "Onlyscreensnamed“service-hall”" in first
    assert "Anillustration,notaphotograph" in second
    assert "Page2of2" in second


def test_a_sheet_of_nothing_writes_nothing(loaded: Loaded, tmp_path: Path) -> None:
    assert sign_off(sheet(loaded, "no-such-screen"), tmp_path / "none.pdf", untracked) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["missing", "file", "folder"])
def test_a_sheet_that_cannot_be_written_is_told_in_one_line(
    loaded: Loaded, tmp_path: Path, there: str
) -> None:
    path = tmp_path / "out" / "sheet.pdf"
    if there == "file":
        path.parent.write_bytes(b"")
    elif there == "folder":
        path.mkdir(parents=True)
    with pytest.raises(SignoffError, match=r"写不进去（.*cannot be written") as caught:
        sign_off(sheet(loaded, "home"), path, untracked)
    assert "\n" not in str(caught.value)
    assert [file for file in tmp_path.rglob("*") if file.name.startswith(".")] == []


def test_a_full_disk_leaves_the_sheet_that_was_there(loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the old one")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(SignoffError):
            sign_off(sheet(loaded, "home"), path, untracked)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"the old one"]


def test_whoever_breaks_off_keeps_the_sheet_that_was_there(loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the old one")

    def broken_off(items: Iterable[T], total: int) -> Iterator[T]:
        yield from list(items)[:1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sign_off(sheet(loaded, "home"), path, broken_off)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"the old one"]


# Pages


def part(height: float) -> Part:
    return Part(height, lambda _painter, _y: None)


def block(*heights: float, opens_page: bool = False, chapter: str = "a") -> Block:
    return Block(tuple(map(part, heights)), chapter, part(10), opens_page)


def tops(page: Page) -> list[float]:
    return [y - TOP for y, _ in page.placed]


def test_a_block_that_does_not_fit_goes_to_the_next_page_whole() -> None:
    room = BOTTOM - TOP
    first, second = pages_of([block(room / 2), block(room / 4, room / 2)])
    assert (tops(first), tops(second)) == ([0], [0, room / 4])


def test_the_last_block_of_a_page_may_end_where_the_page_does() -> None:
    room = BOTTOM - TOP
    assert [tops(page) for page in pages_of([block(5), block(room - 5 - BETWEEN)])] == [[0, 5 + BETWEEN]]


def test_a_chapter_opens_a_page_and_gives_it_its_name() -> None:
    first, second = pages_of([block(5), block(5, opens_page=True, chapter="b")])
    assert (first.chapter, second.chapter) == ("a", "b")


def test_a_block_longer_than_a_page_goes_on_under_its_name() -> None:
    third = (BOTTOM - TOP) / 3
    pages = pages_of([block(*[third] * 5)])
    assert [tops(page) for page in pages] == [[0, third, 2 * third], [0, 10, 10 + third]]


def test_a_text_longer_than_a_page_loses_nothing_in_pieces() -> None:
    text = "".join(chr(0x4E00 + at) for at in range(5_000))
    assert "".join(pieces(text)) == text
    assert len(list(pieces(text))) > 1
    assert list(pieces("")) == [""]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "hangs"), [("“乐道”越走越长", True), ("越走越长的“乐道”", False), ("“Ledao”, longer", False)]
)
def test_an_opening_mark_at_the_start_of_a_chinese_text_hangs_outside(
    tmp_path: Path, text: str, hangs: bool
) -> None:
    device = QPdfWriter(str(tmp_path / "sheet.pdf"))
    a4(device)
    words = set_words(device, text, Style(10.0), 80.0)
    assert (words.layout.lineAt(0).position().x() < 0) is hangs
