"""`kiosk preview`: the real window, real files, a mouse and keys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.content.translations import learn
from kiosk.desk.survey import shown
from kiosk.presentation.preview import Frame
from kiosk.presentation.stage import Stage
from kiosk.visit import Attract, Closed, Comfort, Credits, Home, Prologue, Slide
from tests.content.sample import DEVELOPMENT, LIVELIHOOD, write_sample
from tests.desk import saving
from tests.desk.desk import Desk, colour_in
from tests.desk.saving import Save, edit

OpenDesk = Callable[..., Desk]

GOALS = DEVELOPMENT[
    DEVELOPMENT.index("  - kind: goals") : DEVELOPMENT.index("  - kind: statistics\n    id: times")
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content").resolve()


@pytest.fixture
def livelihood(content: Path) -> Path:
    return content / "themes" / "livelihood.yaml"


@pytest.fixture
def development(content: Path) -> Path:
    return content / "themes" / "development.yaml"


@pytest.fixture
def open_desk(qtbot: QtBot, content: Path) -> Iterator[OpenDesk]:
    desks: list[Desk] = []

    def opening(**named: object) -> Desk:
        desks.append(Desk(qtbot, content, **named))  # type: ignore[arg-type]
        return desks[-1]

    yield opening
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """Open, with the sample in it."""
    desk = open_desk()
    desk.until(lambda: not desk.see("empty"))
    desk.settle()
    return desk


# --- following --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("save", saving.WAYS)
def test_a_save_is_seen_on_the_slide_that_was_edited(desk: Desk, livelihood: Path, save: Save) -> None:
    edit(livelihood, "从幼儿园到高中", "从幼儿园到大学", save)
    desk.until(lambda: desk.place == Slide(0, 1) and desk.shows("从幼儿园到大学"))
    edit(livelihood, "从幼儿园到大学", "从小到大", save)
    desk.until(lambda: desk.shows("从小到大"))
    assert desk.place == Slide(0, 1)
    assert "themes/livelihood.yaml" in desk.see("news")


def test_the_slide_that_is_on_stays_at_its_end_when_it_is_edited(desk: Desk, livelihood: Path) -> None:
    desk.view.choose(row(desk, Slide(0, 1)))
    desk.until(lambda: desk.played() == 1)
    entry = desk.visit.entry
    edit(livelihood, "value: 90.5", "value: 91.5")
    desk.until(lambda: desk.shows("91.5"))
    assert desk.played() == 1
    assert desk.visit.entry == entry


def test_what_the_exhibition_says_of_itself_is_followed_to_its_screen(desk: Desk, content: Path) -> None:
    edit(content / "exhibition.yaml", "一年里的两件事", "一年里的三件事")
    desk.until(lambda: desk.shows("一年里的三件事"))
    assert desk.place == Prologue()


def test_english_that_is_older_than_its_chinese_is_told_in_the_list(
    desk: Desk, content: Path, livelihood: Path
) -> None:
    learn(content, load(content).manuscript.passages, checked=True)
    edit(livelihood, "zh: 从幼儿园到高中", "zh: 从幼儿园到大学")
    desk.until(lambda: desk.shows("从幼儿园到大学"))
    desk.click("从幼儿园到大学，提醒 1 条")
    assert desk.says("From kindergarten to school")


def test_a_slide_that_is_deleted_gives_way_to_its_neighbour(desk: Desk, development: Path) -> None:
    desk.view.choose(row(desk, Slide(1, 3)))
    edit(development, GOALS, "")
    desk.until(lambda: desk.shows("又快又稳"))
    assert desk.place == Slide(1, 3)
    edit(development, DEVELOPMENT[DEVELOPMENT.index("  - kind: statistics\n    id: research") :], "")
    desk.until(lambda: desk.place == Slide(1, 4))


def test_a_theme_that_is_taken_out_is_left(desk: Desk, content: Path) -> None:
    desk.view.choose(row(desk, Slide(1, 6)))
    text = (content / "exhibition.yaml").read_text(encoding="utf-8")
    text = text.replace("[livelihood, development]", "[livelihood]").replace("[preschool, cloud-firms]", "[]")
    (content / "themes" / "development.yaml").unlink()
    saving.by_renaming(content / "exhibition.yaml", text.encode())
    desk.until(lambda: len(desk.visit.plan.themes) == 1)
    desk.settle()
    assert desk.place == Attract()


def test_a_changed_picture_is_shown_on_its_slide(desk: Desk, content: Path) -> None:
    desk.view.choose(row(desk, Slide(0, 2)))
    for colour in ((200, 30, 30), (30, 30, 200)):
        path = content / "photos" / "service-hall.jpg"
        Image.new("RGB", (320, 180), colour).save(path, quality=95)
        desk.until(lambda: close_to(desk, colour))  # noqa: B023 - waited for in this very round
    assert desk.place == Slide(0, 2)


def close_to(desk: Desk, colour: tuple[int, int, int]) -> bool:
    box = desk.box()
    box.setWidth(box.width() / 2)
    seen = colour_in(desk.picture(), box)
    return all(abs(a - b) < 12 for a, b in zip(colour, (seen.red(), seen.green(), seen.blue()), strict=True))


# --- what is wrong ----------------------------------------------------------------------------------------


def test_errors_lie_over_the_last_good_view_and_go_by_themselves(desk: Desk, livelihood: Path) -> None:
    edit(livelihood, "value: 90.5", "value: 91.5")
    desk.until(lambda: desk.shows("91.5"))
    edit(livelihood, "value: 91.5", "value: 很多")
    desk.until(lambda: desk.broken)
    line = 1 + LIVELIHOOD[: LIVELIHOOD.index("value: 90.5")].count("\n")
    assert desk.says("内容有 1 处错误")
    assert desk.says(f"themes/livelihood.yaml 第 {line} 行")
    assert desk.says("改法：")
    assert desk.shows("91.5"), "the last good view"
    edit(livelihood, "value: 很多", "value: 92.5")
    desk.until(lambda: desk.shows("92.5"))
    assert not desk.says("处错误")


def test_errors_can_be_laid_aside_and_looked_at_again(desk: Desk, livelihood: Path) -> None:
    edit(livelihood, "value: 90.5", "value: 很多")
    desk.until(lambda: desk.broken)
    desk.click("先收起")
    assert not desk.says("改法：")
    desk.click("查看 1 处错误")
    assert desk.says("改法：")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.says("改法：")
    edit(livelihood, "value: 很多", "value: 许多")
    desk.until(lambda: desk.says("改法："))


def test_content_that_is_broken_at_the_start_is_waited_for(open_desk: OpenDesk, livelihood: Path) -> None:
    edit(livelihood, "value: 90.5", "value: 很多")
    desk = open_desk()
    desk.until(lambda: desk.broken)
    assert desk.says("改好并保存后，展览就会出现。")
    assert desk.view.exhibit is None
    edit(livelihood, "value: 很多", "value: 91.5")
    desk.until(lambda: desk.view.exhibit is not None)
    assert not desk.broken


def test_a_folder_that_goes_and_comes_back(desk: Desk, content: Path, tmp_path: Path) -> None:
    desk.view.choose(row(desk, Slide(0, 1)))
    content.rename(tmp_path / "away")
    desk.until(lambda: desk.says("内容文件夹打不开"))
    assert desk.place == Slide(0, 1)
    (tmp_path / "away").rename(content)
    desk.until(lambda: not desk.broken)
    assert desk.place == Slide(0, 1)


def test_the_bar_speaks_the_language_of_the_editor_and_the_exhibit_its_own(open_desk: OpenDesk) -> None:
    desk = open_desk(words=Language.EN)
    desk.until(lambda: not desk.see("empty"))
    desk.settle()
    assert {"Landscape", "Large text", "Play again", "About the exhibition"} <= set(desk.words())
    desk.view.choose(row(desk, Slide(0, 1)))
    desk.until(lambda: desk.shows("从幼儿园到高中") and desk.shows("下一页"))
    desk.click("English")
    desk.until(lambda: desk.shows("From kindergarten to school") and desk.shows("Next"))
    desk.click("中文")
    desk.until(lambda: desk.shows("下一页"))
    assert "Landscape" in desk.words()


# --- the bar ----------------------------------------------------------------------------------------------


def row(desk: Desk, place: object) -> int:
    return next(at for at, one in enumerate(desk.rows) if one.place == place and not one.heading)


def test_the_list_has_every_screen_and_slide_and_marks_what_is_on(desk: Desk) -> None:
    titles = [one.title for one in desk.rows]
    assert titles[:6] == ["展览", "待机画面", "首页", "序：这一年", "用数字读", "关于展览"]
    assert titles[6:12] == ["真心实意惠民生", "封面", "从幼儿园到高中", "便民服务大厅", *titles[10:12]]
    assert desk.rows[desk.see("current")].title == "首页"
    desk.click("关于展览")
    assert desk.place == Credits()
    assert desk.rows[desk.see("current")].title == "关于展览"


def test_a_warning_is_counted_in_the_list_and_told_when_it_is_chosen(desk: Desk, livelihood: Path) -> None:
    edit(livelihood, "从幼儿园到高中", "从幼儿园一直到高中，一步一步都走得稳稳当当")
    desk.until(lambda: len(desk.rows[row(desk, Slide(0, 1))].notes) == 1)
    assert not desk.broken
    desk.view.choose(row(desk, Home()))
    desk.settle()
    assert not desk.says("这里最多放")
    desk.click("从幼儿园一直到高中，一步一步都走得稳稳当当，提醒 1 条")
    assert desk.place == Slide(0, 1)
    assert desk.says("themes/livelihood.yaml 第")
    assert desk.says("这里最多放 14 个。缩短")
    edit(livelihood, "从幼儿园一直到高中，一步一步都走得稳稳当当", "从幼儿园到高中")
    desk.until(lambda: not desk.rows[row(desk, Slide(0, 1))].notes)


def test_a_file_that_nothing_uses_is_told_at_the_head_of_the_list(desk: Desk, content: Path) -> None:
    Image.new("RGB", (32, 18)).save(content / "photos" / "spare.jpg")
    desk.until(lambda: bool(desk.rows[0].notes))
    assert "photos/spare.jpg" in desk.rows[0].notes[0]


def test_the_list_stays_where_it_was_scrolled_to(desk: Desk, content: Path, livelihood: Path) -> None:
    desk.window.resize(960, 600)
    desk.settle()
    (lists,) = [item for item in shown(desk.window.contentItem()) if item.inherits("QQuickListView")]
    lists.setProperty("contentY", 30)
    edit(livelihood, "从幼儿园到高中", "从幼儿园到大学")
    desk.until(lambda: desk.says("从幼儿园到大学"))
    assert lists.property("contentY") == 30


@pytest.mark.parametrize(("name", "frame"), [("竖屏", Frame.PORTRAIT), ("4K", Frame.UHD)])
def test_the_exhibit_is_laid_out_for_the_screen_that_was_chosen(desk: Desk, name: str, frame: Frame) -> None:
    desk.view.choose(row(desk, Slide(0, 1)))
    desk.click(name)
    assert desk.hall().size().toSize() == frame.size
    assert desk.place == Slide(0, 1)
    assert desk.window.contentItem().boundingRect().contains(desk.box())


def test_lines_break_as_they_do_in_the_hall(desk: Desk) -> None:
    """Every text has the size it has on the hall's own screen."""
    assert desk.view.exhibit
    hall = Stage(desk.view.exhibit.visit.content, QSize(1920, 1080), still=True)
    try:
        hall.window.show()
        for place in (Home(), Slide(0, 0), Slide(0, 1), Slide(0, 3)):
            desk.view.exhibit.visit.stage(place=place)
            hall.visit.stage(place=place)
            desk.until(
                lambda: len(laid(desk.hall())) > 3 and laid(desk.hall()) <= laid(hall.window.contentItem())
            )
    finally:
        hall.close()


def laid(root: QQuickItem) -> set[tuple[str, int, float, float]]:
    """Text, lines, and size in the hall's px."""
    texts = (item for item in shown(root) if item.inherits("QQuickText") and item.property("text"))
    return {(t.property("text"), t.property("lineCount"), t.width(), t.height()) for t in texts}


def test_the_language_is_changed_and_the_place_kept(desk: Desk) -> None:
    for place in (Slide(0, 1), Attract()):
        desk.view.choose(row(desk, place))
        before = desk.visit.language
        desk.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert desk.visit.language is not before
        assert desk.place == place
        assert desk.see("language") == desk.visit.language


def test_each_reading_setting_is_switched_on_and_off(desk: Desk) -> None:
    for name, comfort in [
        ("大字", Comfort.LARGE_TEXT),
        ("高对比", Comfort.HIGH_CONTRAST),
        ("减少动画", Comfort.REDUCED_MOTION),
        ("低位操作", Comfort.LOW_REACH),
    ]:
        desk.click(name)
        assert desk.visit.comfort == {comfort}
        assert desk.see("comfort") == [comfort]
        desk.click(name)
        assert desk.visit.comfort == frozenset()


def test_what_was_set_outlasts_a_save(desk: Desk, livelihood: Path, content: Path) -> None:
    desk.click("大字")
    desk.click("English")
    desk.click("竖屏")
    edit(livelihood, "From kindergarten to school", "From kindergarten on")
    desk.until(lambda: desk.shows("From kindergarten on"))
    Image.new("RGB", (320, 180)).save(content / "photos" / "service-hall.jpg")
    desk.until(lambda: desk.place == Slide(0, 2))
    assert (desk.visit.language, desk.visit.comfort) == (Language.EN, frozenset({Comfort.LARGE_TEXT}))
    assert desk.hall().size().toSize() == Frame.PORTRAIT.size


def test_the_animation_plays_again(desk: Desk) -> None:
    desk.view.choose(row(desk, Slide(0, 1)))
    desk.until(lambda: desk.played() == 1)
    desk.view.replay()
    assert desk.played() == 0
    desk.until(lambda: desk.played() == 1)
    desk.key(Qt.Key.Key_F5)
    assert 0 <= desk.played() < 1


@pytest.mark.parametrize(("number", "frame"), [(2, Frame.PORTRAIT), (3, Frame.UHD)])
def test_a_screen_is_chosen_with_a_key(desk: Desk, number: int, frame: Frame) -> None:
    desk.key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert desk.see("frame") == frame


def test_the_exhibit_answers_mouse_and_keys_as_in_the_hall(desk: Desk) -> None:
    desk.click("凝神聚力抓发展")
    desk.view.choose(row(desk, Home()))
    desk.until(lambda: desk.hall().property("arrival") == 1)
    (niche,) = [part for part in desk.parts() if part.name == "真心实意惠民生" and part.box.x() > 300]
    desk.click_at(niche.middle)
    assert desk.place == Slide(0, 0)
    desk.key(Qt.Key.Key_Right)
    assert desk.place == Slide(0, 1)


def test_views_are_made_ahead_in_the_background(desk: Desk) -> None:
    """Else each would be made at one go, and be left behind by the save that comes next."""
    assert desk.view.exhibit
    controller = desk.view.exhibit._engine.incubationController()
    assert controller is not None
    assert controller is desk.window.incubationController()


def test_nobody_is_asked_whether_they_are_still_there(desk: Desk) -> None:
    assert desk.visit.tick(10**9) is desk.visit


def test_the_closed_screen_is_in_the_list_where_the_hall_has_hours(desk: Desk, content: Path) -> None:
    assert not any(one.place == Closed() for one in desk.rows)
    edit(content / "exhibition.yaml", "themes: [", "hours: {open: '09:00', close: '17:00'}\nthemes: [")
    desk.until(lambda: any(one.place == Closed() for one in desk.rows))
    for place in (Closed(), Attract()):
        desk.view.choose(row(desk, place))
        assert desk.view.exhibit
        desk.view.exhibit.visit.tick()
        assert desk.place == place


def test_the_window_fits_the_desk_and_can_be_made_small(desk: Desk) -> None:
    room = desk.window.screen().availableGeometry().size()
    assert desk.window.width() <= max(960, room.width() * 0.9)
    assert desk.window.minimumSize() == QSize(960, 600)
    desk.window.resize(960, 600)
    desk.settle()
    bar = [part for part in desk.parts() if part.is_control and part.box.bottom() < 55]
    assert len(bar) >= 11
    assert all(one.box.right() <= two.box.left() + 1 for one, two in pairwise(bar))


def test_without_a_display_it_says_so_in_a_line(content: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "preview", str(content)],
        env={"PATH": "/usr/bin", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "没有显示器" in done.stderr
