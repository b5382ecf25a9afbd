from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.document import Place
from kiosk.content.exhibition import Text
from kiosk.content.loader import load
from kiosk.content.manuscript import Passage
from kiosk.content.problems import Code, Severity
from kiosk.content.recall import key_of
from kiosk.content.translations import HEAD, RECORD, Record, learn, recorded, stale_problems, write
from tests.content.sample import write_sample


def passages(*texts: tuple[str, str]) -> tuple[Passage, ...]:
    place = Place(1, 1, 1, 2)
    return tuple(Passage(Path("a.yaml"), place, Text(zh, en)) for zh, en in texts)


def now(*texts: tuple[str, str]) -> Record:
    return Record.of(passages(*texts))


def said(record: Record, *texts: tuple[str, str]) -> list[str]:
    """The English that is found stale."""
    return [
        passage.text.en
        for passage in passages(*texts)
        if Record.of([passage]).pairs.keys() & record.stale(now(*texts))
    ]


def test_english_that_its_chinese_has_left_is_stale() -> None:
    record = now(("一座城", "A city"), ("两条河", "Two rivers"))
    assert said(record, ("一座古城", "A city"), ("两条河", "Two rivers")) == ["A city"]


def test_english_that_changed_with_its_chinese_is_not_stale() -> None:
    assert said(now(("一座城", "A city")), ("一座古城", "An old city")) == []


def test_a_text_that_is_new_is_not_stale() -> None:
    record = now(("一座城", "A city"))
    assert said(record, ("一座城", "A city"), ("两条河", "Two rivers")) == []


def test_english_with_a_second_chinese_beside_the_first_is_not_stale() -> None:
    record = now(("家", "firms"))
    assert said(record, ("家", "firms"), ("户", "firms")) == []


def test_one_of_several_like_texts_that_changed_is_found() -> None:
    record = now(("增长", "Growth"), ("增长", "Growth"))
    assert said(record, ("增长", "Growth"), ("提速", "Growth")) == ["Growth"]


def test_a_chinese_that_was_accepted_with_that_english_elsewhere_is_not_stale() -> None:
    record = now(("家", "firms"), ("户", "firms"))
    assert said(record, ("户", "firms"), ("户", "firms")) == []


def test_two_texts_whose_chinese_was_exchanged_are_both_stale() -> None:
    record = now(("一", "one"), ("二", "two"))
    assert said(record, ("二", "one"), ("一", "two")) == ["one", "two"]


def test_spaces_that_only_set_the_line_do_not_make_english_stale() -> None:
    assert said(now(("一座古城", "An old city")), ("一座 古城", "An old  city")) == []


def test_a_text_alike_in_both_languages_is_not_recorded() -> None:
    assert now(("%", "%")).pairs == {}


def test_what_is_stale_stays_so_until_somebody_looks() -> None:
    before, after = now(("一座城", "A city")), now(("一座古城", "A city"))
    again = before.grown(after)
    assert again.stale(after) == before.stale(after) != frozenset()


def test_what_no_longer_stands_is_forgotten_and_what_is_new_is_learnt() -> None:
    before = now(("一座城", "A city"), ("两条河", "Two rivers"))
    after = now(("两条河", "Two rivers"), ("三座桥", "Three bridges"))
    assert before.grown(after) == after


def test_english_brought_up_to_date_clears_the_proof_against_it() -> None:
    record = now(("一座城", "A city")).grown(now(("一座古城", "A city")))
    assert record.grown(now(("一座古城", "An old city"))) == now(("一座古城", "An old city"))


texts = st.lists(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from("abc")), max_size=8)


@given(texts, texts)
def test_learning_twice_is_learning_once_and_hides_nothing(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    before, after = now(*old), now(*new)
    once = before.grown(after)
    assert once.grown(after) == once
    assert once.stale(after) == before.stale(after)


@given(texts)
def test_a_record_reads_back_as_it_was_written(some: list[tuple[str, str]]) -> None:
    record = now(*some)
    assert Record.parse(str(record)) == record
    assert str(record).startswith(HEAD)


def test_a_record_is_sorted_and_a_spoilt_line_counts_for_nothing() -> None:
    record = now(("一", "one"), ("二", "two"), ("二", "two"))
    rows = str(record).removeprefix(HEAD).splitlines()
    assert rows == sorted(rows)
    assert len(rows) == 3
    spoilt = str(record).replace(rows[0], "<<<<<<< mine", 1).replace("\n", "\r\n")
    assert Record.parse(spoilt).pairs.total() == 2


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample with its record."""
    folder = write_sample(tmp_path / "content")
    learn(folder, load(folder).manuscript.passages, checked=True)
    return folder


def change(folder: Path, before: str, after: str) -> None:
    path = folder / "themes" / "livelihood.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_the_warning_stands_at_the_line_of_the_text(content: Path) -> None:
    change(
        content,
        "{zh: 便民服务大厅, en: The service hall}",
        "\n      zh: 政务服务大厅\n      en: The service hall",
    )
    record, _ = recorded(content)
    assert record
    (found,) = stale_problems(load(content).manuscript.passages, record)
    assert (found.code, found.severity) == (Code.ENGLISH_STALE, Severity.WARNING)
    assert found.source == "      zh: 政务服务大厅"
    assert (found.column, found.span) == (7, len("zh: 政务服务大厅"))
    assert "The service hall" in found.message.en


def test_the_loader_takes_no_notice_of_the_record(content: Path) -> None:
    key = key_of(content)
    assert load(content).warnings == ()
    (content / RECORD).write_text("", encoding="utf-8")
    assert key_of(content) == key


def test_a_record_that_changes_nothing_is_not_written(content: Path) -> None:
    before = (content / RECORD).stat()
    learn(content, load(content).manuscript.passages)
    after = (content / RECORD).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_record_is_made_only_when_somebody_has_looked(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    learn(folder, load(folder).manuscript.passages)
    assert recorded(folder) == (None, [])
    learn(folder, load(folder).manuscript.passages, checked=True)
    assert recorded(folder)[0]


def test_a_link_out_of_the_folder_is_told_and_never_written_through(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_text("mine", encoding="utf-8")
    (content / RECORD).unlink()
    (content / RECORD).symlink_to(outside)
    record, (refused,) = recorded(content)
    assert (record, refused.code, refused.severity) == (None, Code.LINK_OUTSIDE, Severity.WARNING)
    learn(content, load(content).manuscript.passages, checked=True)
    assert outside.read_text(encoding="utf-8") == "mine"
    assert (content / RECORD).is_symlink()


def test_a_file_that_waits_in_the_place_of_the_new_record_is_not_written_through(
    content: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "precious"
    outside.write_text("mine", encoding="utf-8")
    (content / f".{RECORD}.{os.getpid()}").symlink_to(outside)
    write(content, now(("一", "one")))
    assert outside.read_text(encoding="utf-8") == "mine"
    assert Record.parse((content / RECORD).read_text(encoding="utf-8")) == now(("一", "one"))
    assert sorted(path.name for path in content.iterdir() if path.name.startswith(".")) == []


def test_a_record_that_cannot_be_put_in_place_leaves_nothing_behind(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (content / RECORD).read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(content, now(("一", "one")))
    assert (content / RECORD).read_bytes() == before
    assert not list(content.glob(".*"))


def test_the_exhibition_of_the_house_has_a_record_that_holds() -> None:
    folder = Path(__file__).parents[2] / "content"
    record, refused = recorded(folder)
    assert record
    assert not refused
    assert record == Record.of(load(folder).manuscript.passages)
