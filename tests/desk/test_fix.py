from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest

from kiosk.content.exhibition import Exhibition, Language, PhotoSlide
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError, Edit, Problem, Severity
from kiosk.desk.fix import fix
from kiosk.desk.repair import Repair, apply, repairs
from kiosk.desk.saving import BACKUPS, MOST_BACKUPS, NotSavedError
from tests.content.corpus import HARMLESS, MISTAKES, Mistake, Recode, Replace, ask, make
from tests.content.corpus_start import CULTURE, EX, write_start

ROOT = Path(__file__).parents[2]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_start(tmp_path / "content").resolve()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the copies that were kept."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and BACKUPS not in path.parts
    }


def run(
    folder: Path, language: Language = Language.ZH, *, yes: bool = False, dry_run: bool = False
) -> tuple[int, str]:
    stream = StringIO()
    return fix(folder, language, stream, yes=yes, dry_run=dry_run), stream.getvalue()


# Over the whole corpus


@dataclass(frozen=True)
class Mended:
    mistake: Mistake
    folder: Path
    before: dict[str, bytes]
    problems: tuple[Problem, ...]
    found: list[Repair]
    exhibition: Exhibition | None
    left: tuple[Problem, ...]


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> list[Mended]:
    """Every mistake of the corpus, repaired as far as a program can."""
    base = tmp_path_factory.mktemp("fix").resolve()
    start = write_start(base / "start")
    done = []
    for number, mistake in enumerate((*MISTAKES, *HARMLESS)):
        folder = copytree(start, base / str(number))
        make(mistake, folder)
        before, found = files(folder), repairs(folder)
        problems = ask(folder)[1] if found else ()
        for repair in found:
            repair.path.write_bytes(repair.after)
        exhibition, left = ask(folder) if found else (None, ())
        done.append(Mended(mistake, folder, before, problems, found, exhibition, left))
    return done


def by_machine(mended: list[Mended]) -> Iterator[Mended]:
    return (one for one in mended if one.mistake.machine)


def meant(one: Mended, sound: Path) -> Exhibition:
    """The exhibition as it was before the mistake, or as its author meant it."""
    change = one.mistake.change
    if not one.mistake.meant or not isinstance(change, Replace):
        return as_it_was(sound)
    path = sound / one.mistake.file
    before = path.read_bytes()
    edit(path, change.old, one.mistake.meant)
    exhibition = load(sound).exhibition
    path.write_bytes(before)
    return exhibition


@cache
def as_it_was(sound: Path) -> Exhibition:
    return load(sound).exhibition


def elsewhere(exhibition: Exhibition, folder: Path) -> Exhibition:
    """As if it stood in `folder`. A picture's file may be called in capitals."""
    themes = tuple(
        replace(
            theme,
            slides=tuple(
                replace(slide, image=folder / "photos" / slide.image.name.casefold())
                if isinstance(slide, PhotoSlide)
                else slide
                for slide in theme.slides
            ),
        )
        for theme in exhibition.themes
    )
    return replace(exhibition, folder=folder, themes=themes)


def test_what_a_program_can_mend_ends_as_it_was_meant(mended: list[Mended], tmp_path: Path) -> None:
    wrong = []
    sound = write_start(tmp_path / "sound").resolve()
    for one in by_machine(mended):
        right = elsewhere(meant(one, sound), tmp_path)
        if one.left or not one.exhibition or elsewhere(one.exhibition, tmp_path) != right:
            wrong.append((one.mistake.change, one.left))
    assert wrong == []


def test_what_needs_a_person_is_left_byte_for_byte(mended: list[Mended]) -> None:
    left = [one for one in mended if not one.mistake.machine and one.mistake not in HARMLESS]
    assert len(left) > 100
    assert [one.mistake.change for one in left if files(one.folder) != one.before] == []


def test_what_is_in_order_is_left_byte_for_byte_but_for_the_byte_order_mark(mended: list[Mended]) -> None:
    for one in mended:
        if one.mistake in HARMLESS:
            after = {name: data.removeprefix(b"\xef\xbb\xbf") for name, data in one.before.items()}
            assert files(one.folder) == after


def test_nothing_gets_worse(mended: list[Mended]) -> None:
    for one in (one for one in mended if one.found):
        counts = [sum(p.severity is Severity.ERROR for p in some) for some in (one.problems, one.left)]
        assert counts[1] <= counts[0], one.mistake.change


def test_a_second_run_changes_nothing(mended: list[Mended]) -> None:
    assert [one.mistake.change for one in mended if one.found and repairs(one.folder)] == []


def test_every_comment_and_every_line_end_outlives_the_repair(mended: list[Mended]) -> None:
    for one in mended:
        for repair in one.found:
            if repair.encoding not in ("", "BOM"):
                continue
            before, after = repair.before.removeprefix(b"\xef\xbb\xbf"), repair.after
            comments = [line for line in before.splitlines() if line.lstrip().startswith(b"# ")]
            assert [line for line in after.splitlines() if line.lstrip().startswith(b"# ")] == comments
            assert after.count(b"\r\n") == before.count(b"\r\n")
            assert after.count(b"\n") == before.count(b"\n")


# What a person sees


def test_a_repair_is_shown_and_written_with_yes_and_the_old_file_is_kept(content: Path) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")
    before = (content / CULTURE).read_bytes()
    code, said = run(content, yes=True)
    assert code == 0
    assert "-          zh：大同坊" in said
    assert "+          zh: 大同坊" in said
    assert "可以展出" in said
    assert "zh: 大同坊".encode() in (content / CULTURE).read_bytes()
    (kept,) = (content / BACKUPS).iterdir()
    assert (kept / CULTURE).read_bytes() == before


@pytest.mark.parametrize("dry_run", [False, True])
def test_nothing_is_written_without_a_yes(content: Path, dry_run: bool) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")
    before = files(content)
    code, said = run(content, dry_run=dry_run)
    assert code == 1
    assert "没有写入" in said
    assert files(content) == before
    assert not (content / BACKUPS).exists()


@pytest.mark.parametrize(("reply", "written"), [("y", True), ("是", True), ("", False), ("n", False)])
def test_at_a_terminal_the_question_decides(content: Path, reply: str, written: bool) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")
    before = files(content)
    asked = []

    def ask_person(question: str) -> str:
        asked.append(question)
        return reply

    assert fix(content, Language.ZH, StringIO(), ask=ask_person) == (0 if written else 1)
    assert asked == ["是否写入？[y/N] "]
    assert (files(content) != before) is written


def test_a_sound_exhibition_is_left_alone(content: Path) -> None:
    before = files(content)
    code, said = run(content, yes=True)
    assert code == 0
    assert "没有程序能替您改的地方" in said
    assert files(content) == before
    assert not (content / BACKUPS).exists()


def test_what_is_left_for_a_person_is_said_as_a_check_says_it(content: Path) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")
    edit(content / CULTURE, "kind: photo", "kind: foto")
    code, said = run(content, Language.EN, yes=True)
    assert code == 1
    assert "1 repair in 1 file" in said
    assert "error bad-word" in said
    assert "wide-colon" in said.partition("Written")[0]
    assert "wide-colon" not in said.partition("Written")[2]


def test_dozens_of_slips_in_all_files_are_mended_in_one_run(content: Path) -> None:
    sound = load(content).exhibition
    for name in (EX, CULTURE):
        text = (content / name).read_text(encoding="utf-8")
        text = text.replace("zh: ", "zh：").replace("en: ", "en:").replace("\n      - ", "\n      － ")
        (content / name).write_text(text.replace("en:>-", "en: >-"), encoding="utf-8")
    assert run(content, yes=True)[0] == 0
    assert load(content).exhibition == sound


def test_what_was_judged_wrongly_is_taken_back(content: Path) -> None:
    edit(content / CULTURE, "image: lantern", "im: age: lantern")
    before = files(content)
    assert load_codes(content) == [Code.COLON_IN_TEXT]
    assert run(content, yes=True)[0] == 1
    assert files(content) == before


def load_codes(folder: Path) -> list[Code]:
    return [problem.code for problem in ask(folder)[1]]


def test_gbk_is_mended_together_with_what_is_written_in_it(content: Path) -> None:
    sound = load(content).exhibition
    text = (content / CULTURE).read_text(encoding="utf-8").replace("value: 102", "value：１０２")
    (content / CULTURE).write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    code, said = run(content, yes=True)
    assert code == 0
    assert "编码：GBK → UTF-8" in said
    assert load(content).exhibition == sound
    assert (content / CULTURE).read_bytes().count(b"\r\n") == text.count("\n")


def test_bytes_that_only_might_be_gbk_are_left_alone(content: Path) -> None:
    (content / CULTURE).write_bytes("title: Café à Luoyang, über alles\n".encode("latin-1"))
    assert repairs(content) == []


# Where it cannot be written


def test_a_file_that_changed_meanwhile_is_not_overwritten(content: Path) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")

    def ask_person(question: str) -> str:
        edit(content / CULTURE, "zh：大同坊", "zh：大同坊（新）")
        return "y"

    with pytest.raises(NotSavedError, match="刚刚被别人改过"):
        fix(content, Language.ZH, StringIO(), ask=ask_person)
    assert "（新）" in (content / CULTURE).read_text(encoding="utf-8")


def test_a_full_disk_loses_nothing(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")
    edit(content / EX, "year: 2020", "year：2020")
    before = files(content)
    sync = os.fsync
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > limit:
            raise OSError(28, "No space left on device")
        sync(handle)

    for limit in range(6):
        calls.clear()
        monkeypatch.setattr(os, "fsync", full)
        said = "没有写入"
        try:
            fix(content, Language.ZH, StringIO(), yes=True)
        except NotSavedError as fault:
            said = str(fault)
        monkeypatch.undo()
        assert said.startswith("没有写入")
        assert files(content) == before or not repairs(content), limit
    assert calls


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence(content: Path) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")
    content.chmod(0o555)
    try:
        with pytest.raises(NotSavedError, match="没有写入"):
            fix(content, Language.ZH, StringIO(), yes=True)
    finally:
        content.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right")
def test_links_out_of_the_folder_and_pipes_are_left_alone(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("title： x\n", encoding="utf-8")
    (content / CULTURE).unlink()
    (content / CULTURE).symlink_to(outside)
    os.mkfifo(content / "themes" / "pipe.yaml")
    assert run(content, yes=True)[0] == 1
    assert outside.read_text(encoding="utf-8") == "title： x\n"
    (content / BACKUPS).symlink_to(tmp_path)
    edit(content / EX, "year: 2020", "year：2020")
    with pytest.raises(NotSavedError, match="备份"):
        run(content, yes=True)


def test_the_last_copies_are_kept_and_the_loader_reads_none(content: Path) -> None:
    for number in range(MOST_BACKUPS + 2):
        edit(content / CULTURE, f"value: {102 + number}", f"value：{103 + number}")
        assert run(content, yes=True)[0] == 0
    assert len(list((content / BACKUPS).iterdir())) == MOST_BACKUPS
    assert load(content).warnings == ()


def test_a_missing_folder_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        fix(tmp_path / "none", Language.ZH, StringIO(), yes=True)


def test_the_command_writes_nothing_where_nobody_can_be_asked(content: Path) -> None:
    edit(content / CULTURE, "zh: 大同坊", "zh：大同坊")
    before = files(content)
    command = [sys.executable, "-m", "kiosk", "fix", str(content)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "--yes" in done.stdout
    assert files(content) == before
    done = subprocess.run([*command, "--yes"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(content) != before


# The text


def test_edits_touch_nothing_but_their_own_characters() -> None:
    text = "a：1\r\nb:2\n# 注 \t\rc: 3".encode()
    edits = [Edit(1, 2, 1, ": "), Edit(2, 2, 1, ": "), Edit(9, 1, 1, "x")]
    assert apply(text, edits) == "a: 1\r\nb: 2\n# 注 \t\rc: 3".encode()


def test_recoded_mistakes_are_in_the_corpus() -> None:
    assert sum(isinstance(mistake.change, Recode) and mistake.machine for mistake in MISTAKES) >= 4
