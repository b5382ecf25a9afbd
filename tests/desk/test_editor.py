"""What an editor tells staff, asked of the language server that VS Code and others use."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from kiosk.desk.schema import editor_files
from tests.desk.language import SERVER, Complaint, LanguageServer, Proposal

CONTENT: Final = Path(__file__).parents[2] / "content"
THEME: Final = "themes/culture.yaml"
SETTINGS: Final = "exhibition.yaml"

pytestmark = [
    pytest.mark.skipif(
        not SERVER.is_file(), reason="packaging/set-up test found no npm for the language server"
    ),
    pytest.mark.skipif(not shutil.which("node"), reason="there is no node to run the language server"),
]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor of Chinese staff, open on a copy of the content, with the settings that come with it."""
    folder = tmp_path_factory.mktemp("editor") / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("photos", "audio"))
    settings = json.loads(editor_files(CONTENT)[".vscode/settings.json"])
    with LanguageServer(folder, settings) as server:
        yield server
        assert server.end() == ""


def text_of(name: str) -> str:
    return (CONTENT / name).read_text(encoding="utf-8")


def changed(name: str, before: str, after: str) -> str:
    text = text_of(name)
    assert before in text
    return text.replace(before, after, 1)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def labels(proposals: list[Proposal]) -> dict[str, Proposal]:
    return {proposal.label: proposal for proposal in proposals}


SLIDE: Final = """
  - kind: statistics
    id: rooms
    facts:
      - rooms
    title: {zh: 书房, en: Study rooms}
    statistics:
      - fact: rooms
        value: 204
        unit: {zh: 座, en: rooms}
        label: {zh: 城市书房, en: City study rooms}
        qualifier: 余
"""


@pytest.mark.parametrize("name", [SETTINGS, THEME])
def test_the_exhibition_is_not_complained_of(editor: LanguageServer, name: str) -> None:
    assert editor.complaints(name, text_of(name)) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "words"),
    [
        (
            THEME,
            "    id: cover",
            "    id: cover\n    leed: x",
            "必填：kind、id、facts、lead；可以不写：audio",
        ),
        (THEME, "kind: milestones", "kind: milestone", "没有这个选项。可以写：cover、statistics"),
        (THEME, "display: steps", "display: stairs", "没有这个选项。可以写：niches、list"),
        (THEME, "emblem: peony", "emblem: rose", "没有这个选项。可以写：bearing"),
        (THEME, "      - card\n", "      - Card\n", "只能用小写字母、数字和减号"),
        (SETTINGS, "ask_after: 75s", "ask_after: 75", "写数字加单位，如 75s"),
        (SETTINGS, "base: '#2A5590'", "base: blue", "写成六位十六进制并加引号"),
        (SETTINGS, "year: 2020", "year: 20200", "9999"),
    ],
)
def test_a_mistake_is_underlined_in_its_line_and_told_in_chinese(
    editor: LanguageServer, name: str, before: str, after: str, words: str
) -> None:
    text = changed(name, before, after)
    wrong = after.splitlines()[-1].strip()
    complaints = [c for c in editor.complaints(name, text) if c.line == line_of(text, wrong)]
    assert len(complaints) == 1
    assert words in complaints[0].message


def test_a_slide_without_its_kind_is_told_to_say_it(editor: LanguageServer) -> None:
    text = changed(THEME, "  - kind: cover\n    id: cover", "  - id: cover")
    (complaint,) = editor.complaints(THEME, text)
    assert complaint == Complaint(line_of(text, "- id: cover"), 5, complaint.message, 1)
    assert complaint.message.startswith("先写 kind（种类）：cover、")


def test_without_the_first_line_the_settings_find_the_schema(editor: LanguageServer) -> None:
    for name, before, after in [
        (THEME, "emblem: peony", "emblem: rose"),
        (SETTINGS, "year: 2020", "year: x"),
    ]:
        text = changed(name, before, after).partition("\n")[2]
        assert "yaml-language-server" not in text
        assert [c.line for c in editor.complaints(name, text)] == [line_of(text, after)]


def test_the_keys_of_a_slide_are_offered_with_what_they_are_for(editor: LanguageServer) -> None:
    offered = labels(editor.proposals(THEME, text_of(THEME) + SLIDE.split("    title")[0] + "    ¦\n"))
    assert {"title", "section", "statistics", "body", "audio"} <= set(offered)
    assert not {"kind", "id", "milestones", "lead", "image"} & set(offered)
    assert "**标题**：一句话说清这一屏。中文最多14个字符" in offered["title"].told
    assert offered["title"].text.startswith("title:\n")


def test_the_kinds_of_slide_are_offered_with_what_they_show(editor: LanguageServer) -> None:
    offered = labels(editor.proposals(THEME, text_of(THEME) + "\n  - kind: ¦\n"))
    assert list(offered) == ["cover", "statistics", "milestones", "measures", "photo", "goals"]
    assert offered["photo"].told == "照片：一张图片和它的图注，观众可以点“放大”看整张。"


def test_a_whole_slide_is_offered_between_two(editor: LanguageServer) -> None:
    offered = labels(editor.proposals(THEME, text_of(THEME) + "\n  ¦\n"))
    slide = offered["插入一张数字幻灯片"]
    assert slide.text.startswith("- kind: statistics\n  id: ${1:")
    assert "  statistics:\n    - fact: $1\n" in slide.text


@pytest.mark.parametrize(
    ("key", "word", "told"),
    [
        ("display", "clock", "一面钟，用掉的时间涂实。"),
        ("pictogram", "shop-lamp", "夜市"),
        ("qualifier", "不到", "不到1.5个月 / under 1.5 months"),
    ],
)
def test_the_words_of_a_figure_are_offered_in_chinese(
    editor: LanguageServer, key: str, word: str, told: str
) -> None:
    slide = SLIDE.replace("        qualifier: 余\n", f"        {key}: ¦\n")
    offered = labels(editor.proposals(THEME, text_of(THEME) + slide))
    assert told in offered[word].told


def test_the_settings_are_completed_too(editor: LanguageServer) -> None:
    offered = labels(editor.proposals(SETTINGS, text_of(SETTINGS) + "\n¦\n"))
    assert "**开放时间**：闭馆后屏幕安静下来" in offered["hours"].told
    assert offered["hours"].text == "hours:\n  open: $1\n  close: $2"
    assert "title" not in offered


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("qual¦ifier: 余", "**限定词**：数字的一部分，原文有就必填，少了它数字就错了"),
        ("val¦ue: 204", "**数值**：只写半角数字。"),
        ("kind: stat¦istics", "* `photo`: 照片：一张图片和它的图注"),
    ],
)
def test_a_word_under_the_mouse_is_explained(editor: LanguageServer, at: str, told: str) -> None:
    assert told in editor.hover(THEME, text_of(THEME) + SLIDE.replace(at.replace("¦", ""), at))
