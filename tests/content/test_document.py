from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
import yaml

from kiosk.content import document
from kiosk.content.document import MOST_PROBLEMS, Mapping, Node, Page, Scalar, Sequence, read, split_lines
from kiosk.content.problems import Code


@pytest.fixture(params=["c", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both of PyYAML's parsers: one is missing on some machines."""
    if request.param == "python":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


def of(tmp_path: Path, text: str | bytes) -> tuple[Page, Node | None]:
    path = tmp_path / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, tmp_path)


def told(page: Page) -> list[tuple[Code, int, int]]:
    return [(p.code, p.line, p.column) for p in page.told()]


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {pair.key.text: plain(pair.value) for pair in node.pairs}
        case None:
            return None


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text", ["12:30", "no", "010", "3.10", "2025-12-31", "~", "null", "1e3", "0x1F", "yes"]
)
def test_a_scalar_stays_the_text_it_is(tmp_path: Path, text: str) -> None:
    page, root = of(tmp_path, f"a: {text}\n")
    assert plain(root) == {"a": text}
    assert not page.problems


@pytest.mark.usefixtures("parser")
def test_places_count_characters_from_one(tmp_path: Path) -> None:
    _, root = of(tmp_path, "# 注\n标题: 洛阳, 河南  # 注\n")
    assert isinstance(root, Mapping)
    assert root.pairs[0].value.place == (2, 5, 2, 11)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", Code.DUPLICATE_KEY, 3, 1),
        ("a: {b: 1, b: 2}\n", Code.DUPLICATE_KEY, 1, 11),
        ("a: &x 1\n", Code.ANCHOR, 1, 4),
        ("a: &x [1]\n", Code.ANCHOR, 1, 4),
        ("a: 1\nb: *a\n", Code.ALIAS, 2, 4),
        ("a: !!int 1\n", Code.TAG, 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", Code.TAG, 1, 4),
        ("a: !洛阳 1\n", Code.TAG, 1, 4),
        ("<<: {a: 1}\n", Code.MERGE_KEY, 1, 1),
        ("a: 1\n---\nb: 2\n", Code.DOCUMENTS, 2, 1),
        ("? [a]\n: 1\n", Code.BAD_KEY, 1, 3),
        ('a: "\\u202e"\n', Code.HIDDEN_CHARACTER, 1, 4),
        ('a: "\\0"\n', Code.HIDDEN_CHARACTER, 1, 4),
        ("a: 1\nb: x\u202ey\n", Code.HIDDEN_CHARACTER, 2, 5),
        ("a: x\u200by\n", Code.HIDDEN_CHARACTER, 1, 5),
        ("a: x\x07y\n", Code.HIDDEN_CHARACTER, 1, 5),
        ("a: x\u2028b: y\n", Code.HIDDEN_CHARACTER, 1, 5),
        ("", Code.EMPTY_FILE, 0, 0),
        ("# nothing\n", Code.EMPTY_FILE, 0, 0),
    ],
)
def test_what_staff_never_need_is_refused_at_its_place(
    tmp_path: Path, text: str, code: Code, line: int, column: int
) -> None:
    page, _ = of(tmp_path, text)
    found = told(page)
    if code is Code.TAG and found[0][0] is not Code.TAG:
        assert found[0][1] == line  # the C parser does not read a tag in Chinese at all
        return
    assert found == [(code, line, column)]


@pytest.mark.usefixtures("parser")
def test_several_refusals_are_noted_at_once(tmp_path: Path) -> None:
    page, root = of(tmp_path, "a: &x 1\nb: *x\nc: !t 2\nc: 3\n")
    assert [code for code, _, _ in told(page)] == [Code.ANCHOR, Code.ALIAS, Code.TAG, Code.DUPLICATE_KEY]
    assert plain(root) == {"a": "1", "b": "", "c": "2"}


@pytest.mark.usefixtures("parser")
def test_nesting_is_refused_below_twelve_levels(tmp_path: Path) -> None:
    page, root = of(tmp_path, "[" * 12 + "]" * 12)
    assert root
    assert not page.problems
    page, root = of(tmp_path, "[" * 13 + "]" * 13)
    assert told(page) == [(Code.TOO_DEEP, 1, 13)]


def test_a_bom_and_windows_line_ends_are_taken_kindly(tmp_path: Path) -> None:
    page, root = of(tmp_path, "\ufeffa: 1\r\nb: 2\r\n".encode())
    assert plain(root) == {"a": "1", "b": "2"}
    assert not page.problems


def test_a_gbk_file_is_named_and_its_line_shown_as_meant(tmp_path: Path) -> None:
    page, _ = of(tmp_path, "a: 1\ntitle: 洛阳\n".encode("gb18030"))
    (found,) = page.problems
    assert (found.code, found.line, found.column) == (Code.ENCODING, 2, 8)
    assert found.source == "title: 洛阳"
    assert "GBK" in found.message.zh
    assert "UTF-8" in found.remedy.zh


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_of_wide_units_is_refused(tmp_path: Path, encoding: str) -> None:
    page, _ = of(tmp_path, "a: 洛阳\n".encode(encoding))
    assert [p.code for p in page.problems] == [Code.ENCODING]


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    page, _ = of(tmp_path, b"a: 1\nb: \xff\xff\xff\n")
    assert [(p.code, p.line) for p in page.problems] == [(Code.ENCODING, 2)]


def test_a_file_over_a_megabyte_is_refused(tmp_path: Path) -> None:
    page, _ = of(tmp_path, "#" * 1_000_001)
    assert told(page) == [(Code.TOO_BIG, 0, 0)]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert told(read(tmp_path / "b.yaml", tmp_path)[0]) == [(Code.NO_FILE, 0, 0)]
    (tmp_path / "c.yaml").mkdir()
    assert told(read(tmp_path / "c.yaml", tmp_path)[0]) == [(Code.NOT_A_FILE, 0, 0)]


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFO, and links need a right")
def test_a_fifo_a_device_and_a_link_out_are_refused_without_waiting(tmp_path: Path) -> None:
    inside = tmp_path / "content"
    inside.mkdir()
    os.mkfifo(inside / "fifo.yaml")
    (inside / "zero.yaml").symlink_to("/dev/zero")
    (tmp_path / "out.yaml").write_text("a: 1")
    (inside / "out.yaml").symlink_to(tmp_path / "out.yaml")
    (inside / "loop.yaml").symlink_to(inside / "loop.yaml")
    (inside / "in.yaml").write_text("a: 1")
    (inside / "link.yaml").symlink_to(inside / "in.yaml")
    codes = {name: [p.code for p in read(inside / f"{name}.yaml", inside)[0].problems] for name in
             ("fifo", "zero", "out", "loop", "link")}  # fmt: skip
    assert codes == {
        "fifo": [Code.NOT_A_FILE],
        "zero": [Code.LINK_OUTSIDE],
        "out": [Code.LINK_OUTSIDE],
        "loop": [Code.UNREADABLE],
        "link": [],
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_nobody_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    assert told(read(path, tmp_path)[0]) == [(Code.UNREADABLE, 0, 0)]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 洛阳是\n  古都\n", "洛阳是古都"),
        ("a: >\n  洛阳是\n  古都\n", "洛阳是古都"),
        ("a: |\n  洛阳是，\n  古都\n", "洛阳是，古都"),
        ("a: |\n  the old\n  capital\n", "the old capital"),
        ('a: "洛阳\n  古都"\n', "洛阳古都"),
        ("a: the old\n  capital\n", "the old capital"),
        ("a: 洛阳 古都\n", "洛阳 古都"),
        ("a: 洛阳 是\n  2020 年\n", "洛阳 是 2020 年"),
        ('a: "a\\tb\\nc"\n', "a b c"),
    ],
)
def test_a_text_over_several_lines_becomes_one_without_spaces_between_han(
    tmp_path: Path, text: str, said: str
) -> None:
    _, root = of(tmp_path, text)
    assert plain(root) == {"a": said}


def test_lines_end_where_yaml_ends_them() -> None:
    assert split_lines("a\r\nb\rc\nd\x0ce\u2028f") == ["a", "b", "c", "d\x0ce\u2028f"]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 500_000,
        "{a: " * 200_000,
        "- " * 400_000,
        "? " * 400_000,
        "- a\n" * 240_000,
        "a: 1\n" * 190_000,
        "".join(f"k{i}: 1\n" for i in range(90_000)),
        "a: &a [x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(40_000)),
        "a: '" + "x" * 900_000,
        "a: |\n" + " x\n" * 200_000,
        "{" * 990_000,
        "{,:" * 300_000,
        "!" * 990_000,
        "&" * 990_000,
        '"' * 990_000,
        "\t" * 990_000,
        "a：\n" * 190_000,
        "-" * 990_000,
        "：" * 330_000,
    ],
    ids=lambda text: text[:8],
)
def test_a_bomb_is_refused_within_two_seconds(tmp_path: Path, bomb: str) -> None:
    start = time.process_time()
    page, root = of(tmp_path, bomb)
    assert page.told() or isinstance(plain(root), str | dict)
    assert len(page.told()) <= MOST_PROBLEMS + 1
    assert time.process_time() - start < 2


def test_a_fault_inside_the_parser_is_a_problem_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __init__(self, text: str) -> None:
            self.text = text

        def get_event(self) -> None:
            raise AttributeError("leaked")

    monkeypatch.setattr(document, "_parser", Broken)
    page, root = of(tmp_path, "a: 1\n")
    assert root is None
    assert [p.code for p in page.problems] == [Code.SYNTAX]
