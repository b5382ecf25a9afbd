"""The commands, as real child processes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__, cli
from kiosk.content.fingerprint import fingerprint
from tests.content.sample import write_picture, write_sample

ROOT = Path(__file__).parents[1]
PATIENCE = 120
"""Seconds a command may take."""


def kiosk(
    *arguments: str | Path, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run without a display, in `folder`. A variable given as "" is taken away."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    given = inherited | {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=folder or ROOT,
        env={name: value for name, value in given.items() if value},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content")


@pytest.fixture
def broken(content: Path) -> Path:
    """With a mistake in each of two files."""
    for name, before, after in [
        ("exhibition.yaml", "year: 2020", "year: MMXX"),
        ("themes/livelihood.yaml", "image: service-hall.jpg", "image: service-hull.jpg"),
    ]:
        text = (content / name).read_text(encoding="utf-8")
        assert before in text
        (content / name).write_text(text.replace(before, after), encoding="utf-8")
    return content


def test_without_a_command_the_usage_is_shown() -> None:
    done = kiosk()
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: kiosk" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["shout"],
        ["run", "--window", "wide"],
        ["run", "--window", "1280"],
        ["run", "--window", "100x100"],
        ["run", "--window", "99999x720"],
        ["run", "--lang", "fr"],
        ["run", "--comfort", "larger"],
        ["check", "--lang", "fr"],
        ["check", "--format", "xml"],
        ["explain", "tab", "tag"],
        ["snapshot"],
        ["import"],
        ["import", "photos"],
        ["import", "figures"],
        ["import", "figures", "x.csv", "--template", "x.xlsx"],
        ["snapshot", "--out", "x", "--size", "0x0"],
        ["snapshot", "--out", "x", "--pdf", "y.pdf"],
        ["new"],
        ["new", "slide", "poem"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_in_a_line_and_ends_with_2(arguments: list[str]) -> None:
    done = kiosk(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error:" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_the_version_names_itself_what_it_stands_on_and_the_content() -> None:
    done = kiosk("--version")
    assert (done.returncode, done.stderr) == (0, "")
    program, content = done.stdout.splitlines()
    assert re.fullmatch(rf"kiosk {re.escape(__version__)} \(Qt 6\.\d+\.\d+, Python 3\.\d+\.\d+\)", program)
    digits, folder = fingerprint(ROOT / "content"), re.escape(str(ROOT / "content"))
    assert re.fullmatch(
        rf"铭记2020 / Remember 2020 \(7 个主题 / themes, \d+ 张幻灯片 / slides, {digits}\): {folder}", content
    )


def test_the_version_says_that_the_content_has_mistakes(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "content", lambda _: broken)
    assert cli.main(["--version"]) == 0
    content = capsys.readouterr().out.splitlines()[1]
    assert "有 2 处错误" in content
    assert content.endswith(f": {broken}")


def test_the_version_says_that_there_is_no_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "content", lambda _: tmp_path / "nowhere")
    assert cli.main(["--version"]) == 0
    assert "kiosk check" in capsys.readouterr().out.splitlines()[1]


def test_the_version_says_that_qt_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ImportError('libGL.so.1: not here')", encoding="utf-8")
    done = kiosk("--version", PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))
    assert (done.returncode, done.stderr) == (0, "")
    assert "(Qt 打不开 / cannot be loaded: libGL.so.1: not here, Python" in done.stdout
    assert len(done.stdout.splitlines()) == 2


def test_the_exhibition_of_the_house_is_in_order() -> None:
    done = kiosk("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


def test_check_ends_with_0_for_content_in_order(content: Path) -> None:
    done = kiosk("check", content)
    assert (done.returncode, done.stderr) == (0, "")


def test_check_tells_every_problem_and_ends_with_1(broken: Path) -> None:
    done = kiosk("check", broken)
    assert (done.returncode, done.stderr) == (1, "")
    assert "exhibition.yaml:" in done.stdout
    assert "livelihood.yaml:" in done.stdout


def test_check_is_strict_where_asked_and_tells_editors_in_json(content: Path) -> None:
    (content / "themes" / "spare.yaml").write_text("title: x\n", encoding="utf-8")
    assert kiosk("check", content).returncode == 0
    done = kiosk("check", content, "--strict", "--format", "json", "--lang", "en")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["fit"], told["errors"]) == (1, "", False, 1)


def test_check_tells_its_exit_codes() -> None:
    told = kiosk("check", "--help").stdout
    assert re.findall(r"^  ([012])  ", told, re.MULTILINE) == ["0", "1", "2"]


def test_a_code_of_the_report_is_explained(broken: Path) -> None:
    (command,) = re.findall(r"kiosk (explain) (\S+)", kiosk("check", broken).stdout)
    done = kiosk(*command, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(command[1])


def test_a_code_there_is_not_is_refused_with_the_closest() -> None:
    done = kiosk("explain", "wide-colum")
    assert (done.returncode, done.stdout) == (1, "")
    assert "wide-colon" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_check_speaks_the_language_asked_for(broken: Path) -> None:
    chinese, english = kiosk("check", broken).stdout, kiosk("check", broken, "--lang", "en").stdout
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert chinese != english


@pytest.mark.parametrize("command", [["run"], ["snapshot", "--out", "pictures"]])
def test_broken_content_is_refused_with_the_report_of_check_and_nothing_is_written(
    broken: Path, tmp_path: Path, command: list[str]
) -> None:
    told = kiosk("check", broken).stdout
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = kiosk(*command, "--content", broken, folder=elsewhere)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == told.strip()
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    "command", [["check"], ["run", "--content"], ["snapshot", "--out", "x", "--content"]]
)
def test_a_missing_folder_is_told_without_a_traceback(tmp_path: Path, command: list[str]) -> None:
    done = kiosk(*command, tmp_path / "nowhere", folder=tmp_path)
    assert done.returncode == 1
    assert "nowhere" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_photos_are_imported_by_a_process_of_their_own(content: Path, tmp_path: Path) -> None:
    (tmp_path / "camera").mkdir()
    write_picture(tmp_path / "camera" / "Great Hall.JPG", (1920, 20))
    (tmp_path / "camera" / "bad.jpg").write_bytes(b"bad")
    done = kiosk("import", "photos", tmp_path / "camera", "--content", content)
    assert (done.returncode, done.stderr) == (1, "")
    assert "Great Hall.JPG → photos/great-hall.jpg" in done.stdout
    assert "bad.jpg：没有导入" in done.stdout
    assert (content / "photos" / "great-hall.jpg").is_file()


def test_figures_are_imported_once_they_are_agreed_to(content: Path, tmp_path: Path) -> None:
    (tmp_path / "figures.csv").write_text("theme,fact,value\ndevelopment,visitors,1.7\n", encoding="utf-8")
    asked = ("import", "figures", tmp_path / "figures.csv", "--content", content, "--lang", "en")
    shown = kiosk(*asked)
    assert (shown.returncode, shown.stderr) == (1, "")
    assert "+        value: 1.7" in shown.stdout
    done = kiosk(*asked, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "value: 1.7" in (content / "themes" / "development.yaml").read_text(encoding="utf-8")


def test_a_table_that_cannot_be_read_is_told_in_one_line(content: Path, tmp_path: Path) -> None:
    (tmp_path / "figures.xlsx").write_bytes(b"PK\x03\x04")
    done = kiosk("import", "figures", tmp_path / "figures.xlsx", "--content", content)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_new_exhibition_grows_by_a_theme_and_a_slide_and_stays_fit_to_be_shown(tmp_path: Path) -> None:
    theme = ["night", "--content", "hall", "--title", "夜", "--title-en", "Night", "--lang", "en"]
    slide = ["goals", "--content", "hall", "--theme", "night", "--id", "aims", "--after", "cover"]
    commands = [["exhibition", "hall"], ["theme", *theme], ["slide", *slide]]
    done = [kiosk("new", *command, folder=tmp_path) for command in commands]
    assert [(made.returncode, made.stderr) for made in done] == 3 * [(0, "")]
    assert re.search(r"：hall/themes/night.yaml:\d+\n", done[-1].stdout)
    assert kiosk("check", "hall", folder=tmp_path).stdout == "可以展出：3 个主题，11 张幻灯片，1 张图片。\n"


def test_what_cannot_be_made_is_refused_in_a_line(content: Path) -> None:
    done = kiosk("new", "exhibition", content)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)


def test_a_slide_for_a_broken_theme_is_refused_with_the_report_of_check(broken: Path) -> None:
    done = kiosk("new", "slide", "goals", "--content", broken)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == kiosk("check", broken).stdout.strip()


def test_a_snapshot_is_written_where_it_was_asked_for(content: Path, tmp_path: Path) -> None:
    done = kiosk(
        "snapshot", "--content", content, "--out", tmp_path / "out", "--size", "640x360", "--only", "home"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"00-home.png", "contact-sheet.png"}


def test_a_snapshot_shows_the_reading_settings_that_were_asked_for(content: Path, tmp_path: Path) -> None:
    home = ("--only", "home", "--size", "640x360", "--content", content)
    kiosk("snapshot", "--out", tmp_path / "plain", *home)
    both = ("--comfort", "high-contrast", "--comfort", "low-reach")
    done = kiosk("snapshot", "--out", tmp_path / "both", *both, *home)
    assert (done.returncode, done.stderr) == (0, "")
    plain, changed = (tmp_path / folder / "00-home.png" for folder in ("plain", "both"))
    assert plain.read_bytes() != changed.read_bytes()


def test_a_snapshot_that_cannot_be_written_is_told_in_one_line(content: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    done = kiosk("snapshot", "--content", content, "--out", tmp_path / "out", "--only", "home")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert str(tmp_path / "out") in done.stderr


def test_a_sheet_to_be_approved_is_written_where_it_was_asked_for(content: Path, tmp_path: Path) -> None:
    asked = ("snapshot", "--content", content, "--only", "home", "--size", "640x360", "--pdf")
    done = kiosk(*asked, tmp_path / "sheet.pdf")
    assert (done.returncode, done.stdout) == (0, f"2 页 / pages → {tmp_path / 'sheet.pdf'}\n")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    refused = kiosk(*asked, tmp_path / "missing" / "sheet.pdf")
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1


def test_a_snapshot_of_nothing_ends_with_1(content: Path, tmp_path: Path) -> None:
    done = kiosk("snapshot", "--content", content, "--out", tmp_path / "out", "--only", "no-such-screen")
    assert done.returncode == 1


def test_without_a_display_run_says_so_in_one_line_and_walks_the_exhibition(
    content: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = kiosk("run", "--content", content, folder=elsewhere, QT_QPA_PLATFORM="")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
    tour = elsewhere / "build" / "tour"
    assert (tour / "contact-sheet.png").is_file()
    assert len(list(tour.glob("*/*.png"))) > 40


def test_a_display_that_does_not_answer_is_told_in_one_line(content: Path) -> None:
    done = kiosk("run", "--content", content, DISPLAY=":4987", QT_QPA_PLATFORM="")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert ":4987" in done.stderr


def test_a_screen_that_is_not_there_is_told_in_one_line(content: Path) -> None:
    done = kiosk("run", "--content", content, "--screen", "7")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "7" in done.stderr


def test_check_and_the_usage_need_no_qt(content: Path, tmp_path: Path) -> None:
    """So that they answer at once, and where Qt's libraries are missing."""
    (tmp_path / "PySide6.py").write_text("raise ImportError('not here')", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    assert kiosk("check", content, PYTHONPATH=path).returncode == 0
    assert kiosk("--help", PYTHONPATH=path).returncode == 0


# --- what nobody foresaw ----------------------------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program that may be damaged."""
    folder = tmp_path / "program"
    shutil.copytree(ROOT / "kiosk", folder / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "assets").symlink_to(ROOT / "assets")
    return folder


def in_copy(program: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    state = str(program / "state")
    return kiosk(*arguments, folder=program, PYTHONPATH=str(program), XDG_STATE_HOME=state)


def logged(program: Path) -> str:
    return (program / "state" / "luoyang-kiosk" / "kiosk.log").read_text(encoding="utf-8")


def test_an_error_in_the_program_is_one_sentence_and_its_traceback_is_in_the_log(
    program: Path, content: Path
) -> None:
    (program / "kiosk" / "desk" / "check.py").write_text("raise KeyError('gone')\n", encoding="utf-8")
    done = in_copy(program, "check", content)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "KeyError" in done.stderr
    assert str(program / "state") in done.stderr
    assert "Traceback" in logged(program)


@pytest.mark.parametrize(
    "module", ["kiosk/desk/check.py", "kiosk/content/loader.py", "kiosk/hall/refusal.py"]
)
def test_a_missing_module_is_named_with_the_remedy(program: Path, content: Path, module: str) -> None:
    (program / module).unlink()
    if module == "kiosk/hall/refusal.py":  # needed only where something else is wrong
        (program / "kiosk" / "desk" / "check.py").unlink()
    done = in_copy(program, "check", content)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert module.removesuffix(".py").replace("/", ".") in done.stderr
    assert "重新安装" in done.stderr
    assert "Install it again" in done.stderr


def test_a_program_that_cannot_even_load_its_commands_says_so(program: Path) -> None:
    (program / "kiosk" / "visit.py").write_text("def broken(:\n", encoding="utf-8")
    done = in_copy(program, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "visit.py" in done.stderr


def test_without_a_log_the_sentence_is_said_all_the_same(program: Path, content: Path) -> None:
    (program / "kiosk" / "desk" / "check.py").write_text("raise KeyError('gone')\n", encoding="utf-8")
    (program / "state").write_text("a file in the place of the folder", encoding="utf-8")
    done = in_copy(program, "check", content)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "kiosk.log" not in done.stderr


def test_ctrl_c_ends_a_command_quietly(program: Path, content: Path) -> None:
    text = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"
    (program / "kiosk" / "desk" / "check.py").write_text(text, encoding="utf-8")
    done = in_copy(program, "check", content)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_reader_that_goes_away_is_no_error(broken: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "check", str(broken), "--format", "json"],
            cwd=ROOT,
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (141, "")
