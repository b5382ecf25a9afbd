"""What is said of displays, touch, drawing and fonts, whatever a machine shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from kiosk.content.exhibition import Text
from kiosk.doctor import picture
from kiosk.doctor.eyes import Driver, Faces, Screen, Seen, Sizes
from kiosk.doctor.findings import Check, Finding, Grade
from kiosk.doctor.origins import Source
from kiosk.doctor.picture import Because, Drawing
from kiosk.doctor.probe import Reason, Trouble
from kiosk.hall.notice import Notice
from kiosk.presentation.screen import position

WALL: Final = Screen("HDMI-1", (1920, 1080), (1210.0, 680.0), 1.0, 60.0)
DESK: Final = Screen("eDP-1", (1366, 768), (310.0, 174.0), 1.0, 60.0)


def only(findings: list[Finding], check: Check) -> Finding:
    (found,) = [finding for finding in findings if finding.check is check]
    return found


def panel(screen: Screen, diagonal: float | None = None, source: Source = Source.DISPLAY) -> list[Finding]:
    return list(picture.panel(screen, diagonal, source))


# --- as `run` does it --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("display", "at"),
    [(None, 0), ("1", 0), ("2", 1), ("HDMI-1", 0), ("eDP-1", 1)]
    + [(word, None) for word in ("3", "0", "-1", "hdmi-1", "")],
)
def test_a_display_is_meant_by_its_number_or_its_name(display: str | None, at: int | None) -> None:
    assert position(display, ["HDMI-1", "eDP-1"]) == at


def test_without_displays_none_is_meant() -> None:
    assert position(None, []) is None


# --- displays ----------------------------------------------------------------------------------------


def test_each_display_is_told_with_its_pixels_and_the_one_that_is_shown_on() -> None:
    first, second = picture.displays(Seen((DESK, WALL), (), "xcb"), "HDMI-1")
    assert (first.grade, first.facts["shown"]) == (Grade.GOOD, False)
    assert "1366×768" in first.said.zh
    assert (second.facts["shown"], second.facts["number"]) == (True, 2)
    assert "shown here" in second.said.en
    assert "1210×680 mm" in second.said.en


def test_a_display_that_is_set_and_not_there_is_bad_and_the_first_is_shown_on() -> None:
    first, missing = picture.displays(Seen((WALL,), (), "xcb"), "DP-3")
    assert first.facts["shown"] is True
    assert (missing.grade, missing.facts["missing"]) == (Grade.BAD, "DP-3")
    assert "DP-3" in missing.said.zh
    assert missing.remedy


@pytest.mark.parametrize(
    ("pixels", "grade"),
    [
        ((1920, 1080), Grade.GOOD),
        ((1280, 720), Grade.GOOD),
        ((720, 1280), Grade.GOOD),
        ((1279, 720), Grade.LOOK),
        ((1280, 719), Grade.LOOK),
        ((1024, 768), Grade.LOOK),
    ],
)
def test_a_coarse_display_is_to_be_looked_at_whichever_way_it_hangs(
    pixels: tuple[int, int], grade: Grade
) -> None:
    assert only(panel(replace(WALL, pixels=pixels)), Check.RESOLUTION).grade is grade


@pytest.mark.parametrize(("scale", "grade"), [(1.0, Grade.GOOD), (1.5, Grade.LOOK), (2.0, Grade.LOOK)])
def test_a_system_that_enlarges_everything_is_to_be_looked_at(scale: float, grade: Grade) -> None:
    found = only(panel(replace(WALL, scale=scale)), Check.SCALE)
    assert found.grade is grade
    assert f"{round(scale * 100)} %" in found.said.zh


@pytest.mark.parametrize(
    ("millimetres", "diagonal", "source", "grade", "said"),
    [
        ((1210.0, 680.0), None, Source.DISPLAY, Grade.GOOD, "55 in"),
        ((0.0, 0.0), None, Source.DISPLAY, Grade.LOOK, "32 in is assumed"),
        ((16.0, 9.0), None, Source.DISPLAY, Grade.LOOK, "32 in is assumed"),
        ((9000.0, 5000.0), None, Source.DISPLAY, Grade.LOOK, "32 in is assumed"),
        ((310.0, 174.0), 1397.0, Source.CONTENT, Grade.LOOK, "55 in across, the display itself 14 in"),
        ((310.0, 174.0), 1397.0, Source.HALL, Grade.GOOD, "14 in"),
        ((1210.0, 680.0), 1397.0, Source.CONTENT, Grade.GOOD, "55 in"),
        ((0.0, 0.0), 1397.0, Source.CONTENT, Grade.GOOD, ""),
    ],
)
def test_a_size_that_cannot_be_or_is_of_another_hall_is_to_be_looked_at(
    millimetres: tuple[float, float], diagonal: float | None, source: Source, grade: Grade, said: str
) -> None:
    found = only(panel(replace(WALL, millimetres=millimetres), diagonal, source), Check.SIZE)
    assert found.grade is grade
    assert said in found.said.en
    assert (found.remedy is not None) == (grade is Grade.LOOK)


def test_a_touch_screen_is_named_and_its_lack_is_to_be_looked_at() -> None:
    found = picture.touch(Seen((WALL,), ("ILITEK Multi-Touch",), "xcb"))
    assert (found.grade, found.facts["devices"]) == (Grade.GOOD, ["ILITEK Multi-Touch"])
    assert picture.touch(Seen((WALL,), (), "xcb")).grade is Grade.LOOK


def test_no_display_is_unknown_and_one_that_refuses_is_bad() -> None:
    assert picture.no_display("").grade is Grade.UNKNOWN
    refused = picture.no_display("DISPLAY=:7: 没有显示器应答 / no display answers there")
    assert (refused.grade, refused.said.zh) == (Grade.BAD, "DISPLAY=:7: 没有显示器应答")
    assert refused.said.en == "no display answers there"


@pytest.mark.parametrize("reason", Reason)
def test_displays_that_cannot_be_asked_are_bad_with_what_was_said_instead(reason: Reason) -> None:
    found = picture.unseen_display(Trouble(reason, "no Qt platform plugin"))
    assert found.grade is Grade.BAD
    assert reason is Reason.SILENT or "no Qt platform plugin" in found.said.en


# --- drawing -----------------------------------------------------------------------------------------

HD: Final = 1920 * 1080
UHD: Final = 3840 * 2160
NOTICE: Final = Notice(Text("断了。", "It broke off."), Text("装好驱动。", "Install its driver."))
LLVMPIPE: Final = Driver("llvmpipe (LLVM 15.0.6, 256 bits)")


@pytest.mark.parametrize(
    ("drawing", "grade", "said"),
    [
        (Drawing(True, Because.NO_CARD, HD), Grade.GOOD, "no graphics card"),
        (Drawing(True, Because.SET, HD), Grade.GOOD, "hall.yaml"),
        (Drawing(True, Because.ENVIRONMENT, HD), Grade.GOOD, "QT_QUICK_BACKEND"),
        (Drawing(True, Because.EXPERIENCE, HD, None, NOTICE), Grade.LOOK, "broke off"),
        (Drawing(True, Because.NO_CARD, UHD), Grade.LOOK, "jerks"),
        (Drawing(False, Because.CARD, UHD, Driver("Mesa Intel(R) UHD Graphics 630")), Grade.GOOD, "Intel"),
        (Drawing(False, Because.CARD, HD), Grade.GOOD, "not asked"),
        (
            Drawing(False, Because.CARD, HD, Driver("llvmpipe (LLVM 15.0.6, 256 bits)")),
            Grade.LOOK,
            "llvmpipe",
        ),
        (Drawing(False, Because.CARD, HD, Driver("softpipe")), Grade.LOOK, "simulated"),
        (Drawing(False, Because.CARD, HD, Driver("Microsoft Basic Render Driver")), Grade.LOOK, "simulated"),
        (Drawing(False, Because.CARD, HD, Driver("")), Grade.LOOK, "OpenGL"),
        (Drawing(False, Because.CARD, HD, Trouble(Reason.CRASHED, "exit code -11")), Grade.BAD, "-11"),
        (Drawing(False, Because.CARD, HD, Trouble(Reason.SILENT)), Grade.BAD, "no answer"),
    ],
)
def test_who_draws_is_told_with_the_reason(drawing: Drawing, grade: Grade, said: str) -> None:
    found = picture.renderer(drawing)
    assert found.grade is grade
    assert said in found.said.en
    assert (found.remedy is None) == (grade is Grade.GOOD)
    assert found.facts["software"] == drawing.software


# --- fonts and screens -------------------------------------------------------------------------------


def test_fonts_that_load_and_hold_every_character_are_good() -> None:
    found = list(picture.faces(Faces(6, "")))
    assert [finding.grade for finding in found] == [Grade.GOOD, Grade.GOOD]
    assert "6" in only(found, Check.FONTS).said.zh


def test_characters_in_no_font_are_named_up_to_a_dozen() -> None:
    found = only(list(picture.faces(Faces(6, "𬭚" * 2 + "abcdefghijklm"))), Check.CHARACTERS)
    assert found.grade is Grade.LOOK
    assert found.said.zh.endswith("j …")
    assert found.facts["lacking"] == list("𬭚" * 2 + "abcdefghijklm")


def test_fonts_and_screens_that_fail_are_bad_with_what_was_said_in_the_language_of_the_report() -> None:
    trouble = Trouble(Reason.REFUSED, "缺少字体 X。 / the font X is missing")
    (faces,) = picture.faces(trouble)
    screens = picture.screens(trouble)
    assert (faces.grade, screens.grade) == (Grade.BAD, Grade.BAD)
    assert faces.said.zh == "字体装不上：缺少字体 X。"
    assert faces.said.en == "The fonts do not load: the font X is missing."


def test_a_library_that_is_missing_is_looked_for_before_the_program_is_installed_again() -> None:
    missing = Trouble(Reason.REFUSED, "ImportError: libGL.so.1: cannot open shared object file")
    damaged = Trouble(Reason.REFUSED, "There is nothing to show.")
    remedies = [picture.screens(trouble).remedy for trouble in (missing, damaged)]
    assert [remedy and remedy.en for remedy in remedies] == [
        "See “libraries” below first.",
        "Install the program again.",
    ]


def test_screens_that_can_be_built_are_good() -> None:
    assert picture.screens(Sizes(0.6, 18.0, 12.0, 40.0)).grade is Grade.GOOD
