"""Every fault of a screen is seen on the real one, and told at the line that it was written on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Final

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.cli import parser
from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.content.problems import Code, Problem, Severity
from kiosk.desk import rendering
from kiosk.desk.check import Asked, check
from kiosk.desk.faults import faults, too_small
from kiosk.desk.new import new_exhibition
from kiosk.desk.rendering import SETTINGS, rendered
from kiosk.desk.snapshot import Walk
from kiosk.desk.survey import Picture, Setting, contrast_on, look_at, shown
from kiosk.presentation.stage import Stage
from kiosk.visit import Comfort
from tests.content.sample import write_sample
from tests.desk.test_progress import Terminal
from tests.visiting import LANDSCAPE, PORTRAIT

ZH, EN = Language.ZH, Language.EN
CONTENT: Final = Path(__file__).parents[2] / "content"
LARGE: Final = frozenset({Comfort.LARGE_TEXT})
SOME: Final = (Setting(LANDSCAPE, ZH), Setting(PORTRAIT, ZH, LARGE), Setting(PORTRAIT, EN))
PLAIN, LARGEST, ENGLISH = SOME
"""Both of everything there are two of, at less than half the time."""

LONG_TITLE: Final = "这个标题长得谁也念不完" * 6
LONG_WORD: Final = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
LONG_BODY: Final = "这一段写得太长，怎么也放不下。" * 40
LONG_CAPTION: Final = "市民走进便民服务大厅当场办完所有手续拿到证照笑着走出大门还不忘回头道谢"
CHANGES: Final = (
    ("livelihood", "从幼儿园到高中", LONG_TITLE),
    ("livelihood", "示意插画", LONG_WORD[:44]),
    ("livelihood", "便民服务大厅", f"{LONG_CAPTION} {LONG_CAPTION}"),
    ("livelihood", "What was done", LONG_WORD[:40]),
    ("development", "企业走到哪里了。", LONG_BODY),
    ("development", "开工", "开\U0002f9ff工"),
)
"""What makes the sample wrong: the theme, what stands in it, and what is put there."""

Finder = Callable[[Code, str], Problem]


def rewrite(folder: Path, theme: str, old: str, new: str) -> None:
    file = folder / "themes" / f"{theme}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def write_large_picture(path: Path) -> None:
    Image.linear_gradient("L").resize((3840, 2160)).convert("RGB").save(path, "JPEG")


@pytest.fixture(scope="module")
def problems(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    folder = write_sample(tmp_path_factory.mktemp("wrong"))
    for change in CHANGES:
        rewrite(folder, *change)
    return rendered(load(folder), StringIO(), SOME)


@pytest.fixture
def found(problems: list[Problem]) -> Finder:
    def find(code: Code, text: str) -> Problem:
        on_it = [p for p in problems if p.code is code and text in p.source[p.column - 1 :][: p.span]]
        assert len(on_it) == 1, "\n".join(f"{p.code} {p.line} {p.message.zh}" for p in problems)
        return on_it[0]

    return find


def test_a_title_that_is_cut_is_told_with_how_much_of_it(found: Finder) -> None:
    problem = found(Code.TEXT_CUT, LONG_TITLE)
    assert problem.severity is Severity.WARNING
    assert problem.path.name == "livelihood.yaml"
    assert "title: {zh: 这个标题" in problem.source
    assert problem.message.zh.startswith("竖屏、大字、中文等 2 种设置下，“这个标题")
    assert "个字看不到" in problem.message.zh
    assert "缩短约" in problem.remedy.zh


def test_a_word_wider_than_its_room_is_told(found: Finder) -> None:
    problem = found(Code.TEXT_OUTSIDE, LONG_WORD[:44])
    assert problem.message.zh.startswith("横屏、普通字号、中文下，")
    assert "比留给它的位置宽" in problem.message.zh
    assert "credit" in problem.source


def test_a_text_that_runs_into_another_is_told_with_the_other(found: Finder) -> None:
    problem = found(Code.TEXT_COLLIDES, LONG_BODY[:40])
    assert "叠在一起" in problem.message.zh
    assert "中文" in problem.message.zh


def test_a_word_that_is_parted_is_told(found: Finder) -> None:
    problem = found(Code.TEXT_WRAPS_BADLY, LONG_WORD[:40])
    assert "把一个英文词拆在两行" in problem.message.zh
    assert problem.message.en.startswith("In ")
    assert "English" in problem.message.en


def test_a_caption_shrunk_to_fit_is_told_with_its_size(found: Finder) -> None:
    problem = found(Code.TEXT_TOO_SMALL, LONG_CAPTION)
    assert "像素" in problem.message.zh
    assert problem.line == 1 + problem.path.read_text("utf-8").splitlines().index(problem.source)


def test_a_character_that_no_bundled_font_has_is_told_with_its_code(found: Finder) -> None:
    problem = found(Code.GLYPH_MISSING, "\U0002f9ff")
    assert "U+2F9FF" in problem.message.zh
    assert problem.source[problem.column - 1] == "\U0002f9ff"


def test_a_picture_smaller_than_its_frame_is_told_with_the_size_it_needs(found: Finder) -> None:
    problem = found(Code.PICTURE_TOO_SMALL, "service-hall.jpg")
    assert problem.source.strip() == "image: service-hall.jpg"
    assert "320×180" in problem.message.zh
    assert "连 1920×1080 的屏幕" in problem.message.zh
    assert "3286×1849" in problem.remedy.zh


def test_every_text_is_told_once_for_each_thing_that_is_wrong(problems: list[Problem]) -> None:
    places = [(p.code, p.path, p.line, p.column) for p in problems]
    assert len(places) > 6
    assert len(places) == len(set(places))


def test_what_is_said_in_one_language_is_not_told_of_the_other(problems: list[Problem]) -> None:
    of_the_title = [p for p in problems if p.code is Code.TEXT_CUT and LONG_TITLE in p.source]
    assert [p.source[p.column - 1] for p in of_the_title] == ["这"]


@pytest.mark.usefixtures("qapp")
def test_a_sound_exhibition_gives_no_warning(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    write_large_picture(folder / "photos" / "service-hall.jpg")
    assert [(p.code, p.message.zh) for p in rendered(load(folder), StringIO(), [LARGEST, ENGLISH])] == []


@pytest.mark.usefixtures("qapp")
def test_a_text_on_a_picture_too_like_it_is_told(tmp_path: Path) -> None:
    """Every text on a picture stands on a plate; here the plate is taken away."""
    folder = write_sample(tmp_path / "content")
    Image.new("RGB", (1920, 1080), "#F0E8D8").save(folder / "photos" / "service-hall.jpg", "JPEG")
    exhibition = load(folder).exhibition
    walk = Walk()
    stage = Stage(exhibition, QSize(*LANDSCAPE), clock=walk, still=True)
    walk.visit, walk.attract = stage.visit, stage.attract
    stage.window.show()
    for step in (Walk.restart, Walk.wait, Walk.wait, lambda walk: walk.advance_to("picture")):
        step(walk)
    QGuiApplication.processEvents()

    def pale() -> list[str]:
        look = look_at("attract-picture", stage)
        assert any(text.over for text in look.texts)
        return [
            fault.message.zh
            for text in look.texts
            for fault in faults(text, look, ZH, 0.63)
            if fault.code is Code.CONTRAST_OVER_PICTURE
        ]

    assert pale() == []
    plate = QColor("#DB16130F")
    for item in shown(stage.window.contentItem()):
        if item.property("color") == plate:
            item.setProperty("color", QColor("transparent"))
    told = pale()
    stage.close()
    assert any("真心实意惠民生" in said and "对比度只有 1." in said for said in told)


def test_contrast_is_that_of_the_worst_part_of_the_ground() -> None:
    ground = QImage(200, 100, QImage.Format.Format_RGB32)
    ground.fill(QColor("black"))
    white, box = QColor("white"), QRectF(0, 0, 200, 100)
    assert contrast_on(ground, box, white) == pytest.approx(21)
    ground.setPixelColor(0, 0, white)
    assert contrast_on(ground, box, white) == pytest.approx(21), "a speck"
    for x in range(40):
        for y in range(100):
            ground.setPixelColor(x, y, white)
    assert contrast_on(ground, box, white) == pytest.approx(1)
    assert contrast_on(ground, QRectF(500, 0, 10, 10), white) == 21


@pytest.mark.parametrize(
    ("size", "millimetres", "said"),
    [
        (QSize(3840, 2160), 0.63, ""),
        (QSize(2000, 1125), 0.63, "在 4K 屏上要放大 1.9 倍"),
        (QSize(2000, 1125), 0.15, ""),
        (QSize(1000, 563), 0.15, "连 1920×1080 的屏幕都要放大 1.9 倍"),
    ],
)
def test_how_large_a_picture_must_be_depends_on_the_hall(size: QSize, millimetres: float, said: str) -> None:
    fault = too_small(Picture(Path("a.jpg"), QRectF(0, 0, 1920, 1080), True), size, 1920, millimetres)
    assert said in fault.message.zh if fault and said else fault is None


def test_english_that_is_missing_is_said_once_and_not_judged(tmp_path: Path, qapp: QGuiApplication) -> None:
    folder = write_sample(tmp_path / "content")
    rewrite(folder, "livelihood", "{zh: 从幼儿园到高中, en: From kindergarten to school}", LONG_TITLE)
    stream = StringIO()
    loaded = load(folder)
    found = rendered(loaded, StringIO(), [ENGLISH])
    assert check(folder, Asked(language=ZH), stream) == 0
    assert stream.getvalue().count("提醒 english-missing") == 1
    assert [p for p in found if p.code is Code.TEXT_CUT] == []


@pytest.mark.usefixtures("qapp")
def test_check_tells_what_it_saw_and_a_bar_tells_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(rendering, "rendered", partial(rendered, settings=[PLAIN]))
    assert parser().parse_args(["check", "--render"]).render
    said, bar = StringIO(), Terminal()
    assert check(write_sample(tmp_path / "content"), Asked(language=ZH, watch=bar), said) == 0
    assert "提醒 picture-too-small" in said.getvalue()
    assert "1 张图片。\n" in said.getvalue()
    assert "检查画面" in bar.getvalue()


@pytest.mark.endurance
@pytest.mark.usefixtures("qapp")
def test_the_real_content_gives_no_warning_in_any_setting() -> None:
    found = rendered(load(CONTENT), StringIO())
    assert [(p.code, p.path.name, p.line, p.message.zh) for p in found] == []


@pytest.mark.bench
@pytest.mark.usefixtures("qapp")
def test_how_long_a_look_at_the_real_content_takes(capsys: pytest.CaptureFixture[str]) -> None:
    loaded = load(CONTENT)
    rows = []
    for setting in SETTINGS:
        begun = perf_counter()
        rendered(loaded, StringIO(), [setting])
        took = perf_counter() - begun
        shape = "portrait" if setting.size == PORTRAIT else "landscape"
        rows.append(f"{shape} {setting.language} {'+'.join(setting.comfort) or 'plain'}: {took:.1f} s")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(rows) + "\n")


@pytest.mark.parametrize("language", Language)
def test_nothing_is_to_be_said_of_a_new_exhibition(
    tmp_path: Path, qapp: QGuiApplication, language: Language
) -> None:
    new_exhibition(tmp_path / "new", language, StringIO())
    large = Setting(LANDSCAPE, language, frozenset({Comfort.LARGE_TEXT}))
    found = rendered(load(tmp_path / "new"), StringIO(), [large])
    assert [(problem.code, problem.line) for problem in found] == []
