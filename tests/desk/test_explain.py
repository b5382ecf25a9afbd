from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError
from kiosk.content.translations import learn, recorded, stale_problems
from kiosk.desk.explain import explain
from kiosk.desk.explanations import EXPLANATIONS, GROUPS, SCREENS, Example, Into
from kiosk.failure import Failure
from tests.content.sample import DEVELOPMENT, EXHIBITION, LIVELIHOOD, write_recording, write_sample

EXAMPLES = {code: said.more for code, said in EXPLANATIONS.items() if isinstance(said.more, Example)}
STEPS = {code: said for code, said in EXPLANATIONS.items() if not isinstance(said.more, Example)}

MILESTONES = DEVELOPMENT.split("  - kind: milestones\n")[1].split("  - kind")[0]
THEME = LIVELIHOOD.replace("    image:", "    audio: {zh: hall-zh.m4a}\n    image:")
PHOTO = THEME.split("  - kind: photo\n")[1].split("  - kind")[0]
FIGURE = """\
        fact: greenway
        value: 800
        unit: {zh: 公里, en: km}
        label: {zh: 绿道, en: Greenway}
"""
FIGURES = f"""\
  - kind: statistics
    id: greenways
    facts: [greenway]
    title: {{zh: 绿道, en: Greenways}}
    statistics:
      -
{FIGURE}"""
LEAF = """\
    base: '#3E6A4C'
    deep: '#2C4F38'
    glow: '#A9CDB2'
    tint: '#DEE6DC'
"""
BLOCK_OF: dict[Into, tuple[str, str, int]] = {
    Into.SETTINGS: ("exhibition.yaml", "", 0),
    Into.GLAZE: ("exhibition.yaml", LEAF, 4),
    Into.THEME: ("themes/livelihood.yaml", "", 0),
    Into.PHOTO: ("themes/livelihood.yaml", PHOTO, 4),
    Into.MILESTONES: ("themes/development.yaml", MILESTONES, 4),
    Into.FIGURE: ("themes/livelihood.yaml", FIGURE, 8),
}
"""The file, the lines in it among which an example stands, and how far they are indented."""


def put(folder: Path, example: Example, lines: str) -> None:
    """Writes `lines` into the sample, in place of what has the names that the right example has."""
    path, block, depth = BLOCK_OF[example.into]
    file = folder / path
    text = file.read_text(encoding="utf-8")
    block = block or text
    assert text.count(block) == 1
    kept = block
    for name in re.findall(r"^\w+(?=:)", example.right, re.MULTILINE):
        kept = re.sub(
            rf"^ {{{depth}}}{name}:.*\n(?:(?: {{{depth + 1},}}|-).*\n)*", "", kept, flags=re.MULTILINE
        )
    indented = "".join(f"{' ' * depth}{line}\n" for line in lines.splitlines())
    file.write_text(text.replace(block, indented + kept), encoding="utf-8")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """With a figure of its own, its glaze in rows, and no figure that the attract loop insists on."""
    folder = write_sample(tmp_path / "content")
    write_recording(folder / "audio" / "hall-zh.m4a")
    theme, settings = folder / "themes" / "livelihood.yaml", folder / "exhibition.yaml"
    theme.write_text(THEME + FIGURES, encoding="utf-8")
    text = EXHIBITION.replace("attract: [preschool, cloud-firms]", "attract: []")
    settings.write_text(re.sub(r"  leaf: .*\n", f"  leaf:\n{LEAF}", text), encoding="utf-8")
    assert codes(folder) == []
    return folder


def codes(folder: Path) -> list[Code]:
    try:
        loaded = load(folder)
    except ContentError as error:
        return [problem.code for problem in error.problems]
    record, _ = recorded(folder)
    stale = stale_problems(loaded.manuscript.passages, record) if record else []
    return [problem.code for problem in (*loaded.warnings, *stale)]


def said(code: str = "", language: Language = Language.ZH) -> str:
    stream = StringIO()
    explain(code, language, stream)
    return stream.getvalue()


def test_every_code_is_explained_once_and_in_its_order() -> None:
    explained = [code for _, group in GROUPS for code in group]
    assert sorted(explained) == sorted(Code)


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_wrong_example_is_wrong_and_the_right_one_right(sample: Path, code: Code) -> None:
    example = EXAMPLES[code]
    before = {path: path.read_bytes() for path in sample.rglob("*.yaml")}
    put(sample, example, example.wrong)
    assert code in codes(sample)
    for path, data in before.items():
        path.write_bytes(data)
    put(sample, example, example.right)
    assert set(codes(sample)) <= ({Code.UNUSED_FILE} if "slides:" in example.right else set())


PICTURE = "photos/service-hall.jpg"


def in_place_of(path: Path) -> Path:
    path.unlink()
    return path


def replaced(folder: Path, before: str, after: str) -> None:
    file = folder / "exhibition.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def chinese_changed(folder: Path) -> None:
    learn(folder, load(folder).manuscript.passages, checked=True)
    replaced(folder, "洛阳", "洛阳市")


def drawing(folder: Path, text: str) -> None:
    (folder / "emblems").mkdir()
    (folder / "emblems" / "own.svg").write_text(text, encoding="utf-8")


def picture(folder: Path, data: bytes) -> None:
    (folder / PICTURE).write_bytes(data)


SETUPS: dict[Code, Callable[[Path], object]] = {
    Code.NO_FOLDER: lambda folder: folder.rename(folder.with_name("elsewhere")),
    Code.NO_FILE: lambda folder: (folder / "exhibition.yaml").unlink(),
    Code.NOT_A_FILE: lambda folder: in_place_of(folder / "exhibition.yaml").mkdir(),
    Code.LINK_OUTSIDE: lambda folder: in_place_of(folder / "exhibition.yaml").symlink_to(__file__),
    Code.TOO_BIG: lambda folder: (folder / "exhibition.yaml").write_bytes(b"#" * 1_000_001),
    Code.EMPTY_FILE: lambda folder: (folder / "exhibition.yaml").write_bytes(b""),
    Code.ENCODING: lambda folder: (folder / "exhibition.yaml").write_bytes("title: 铭记".encode("gbk")),
    Code.HIDDEN_CHARACTER: lambda folder: replaced(folder, "洛阳", "洛\u200b阳"),
    Code.UNUSED_FILE: lambda folder: (folder / "photos" / "spare.jpg").write_bytes(b""),
    Code.TOO_MUCH: lambda folder: replaced(folder, "attract: []", f"attract: [{'x, ' * 10_000}]"),
    Code.ENGLISH_STALE: chinese_changed,
    Code.UNSAFE_DRAWING: lambda folder: drawing(folder, "<svg><script/></svg>"),
    Code.PICTURE_FORMAT: lambda folder: picture(folder, b"<svg/>"),
    Code.PICTURE_BROKEN: lambda folder: picture(folder, (folder / PICTURE).read_bytes()[:2000]),
    Code.PICTURE_TOO_BIG: lambda folder: picture(folder, b"\xff" * 40_000_001),
    Code.AUDIO_FORMAT: lambda folder: write_recording(folder / "audio" / "hall-zh.m4a", "WAV"),
    Code.AUDIO_TOO_BIG: lambda folder: (folder / "audio" / "hall-zh.m4a").write_bytes(b"\0" * 40_000_001),
}
"""What brings about a code that is not a matter of lines."""
ELSEWHERE = {
    Code.UNREADABLE: "tests/content/test_document.py: nothing is unreadable to the user root",
    **dict.fromkeys(SCREENS, "tests/desk/test_rendering.py: seen on real screens"),
}


def test_every_code_with_steps_is_brought_about_here_or_elsewhere() -> None:
    assert SETUPS.keys() | ELSEWHERE.keys() == STEPS.keys()


@pytest.mark.parametrize("code", SETUPS)
def test_a_code_with_steps_is_what_it_says(sample: Path, code: Code) -> None:
    SETUPS[code](sample)
    assert code in codes(sample)


@pytest.mark.parametrize("language", Language)
def test_an_explanation_says_why_and_shows_both_ways(language: Language) -> None:
    rows = said("wide-colon", language).splitlines()
    explained = EXPLANATIONS[Code.WIDE_COLON]
    assert rows[0] == f"wide-colon  {explained.title.of(language)}"
    assert rows[2] == f"  {explained.why.of(language)}"
    assert rows.index("    year： 2020") < rows.index("    year: 2020")


def test_what_nobody_would_see_is_shown() -> None:
    assert "    ⇥   zh: 洛阳\n" in said("tab")
    assert "    □ □ zh: 洛阳\n" in said("wide-space")


def test_steps_are_told_where_there_is_no_example() -> None:
    assert "怎么办：\n  用看图软件缩小" in said("picture-too-big")


@pytest.mark.parametrize("language", Language)
def test_without_a_code_all_are_listed_in_their_groups(language: Language) -> None:
    text = said(language=language)
    for code, explanation in EXPLANATIONS.items():
        assert re.search(rf"^  {code} +{re.escape(explanation.title.of(language))}$", text, re.MULTILINE)
    assert [row for row in text.splitlines() if row in {title.of(language) for title, _ in GROUPS}] == [
        title.of(language) for title, _ in GROUPS
    ]


def test_no_chinese_but_that_of_the_content_is_said_in_english() -> None:
    content = {word for code in EXAMPLES.values() for word in (*code.wrong.split(), *code.right.split())}
    for code in Code:
        prose = [word for word in said(code, Language.EN).split() if word not in content]
        assert prose
        allowed = re.compile("[超余不到第前以上和：－—·“”，（）]")
        assert not re.search("[\u4e00-\u9fff]", allowed.sub("", " ".join(prose)).replace("□ □ ", ""))


@pytest.mark.parametrize("written", ["wide-colon", "WIDE_COLON", " Wide Colon "])
def test_a_code_is_known_however_it_is_written(written: str) -> None:
    assert said(written).startswith("wide-colon  ")


@pytest.mark.parametrize(
    ("written", "told"), [("wide-colum", "wide-colon"), ("picture-mising", "picture-missing")]
)
def test_a_code_there_is_not_brings_the_closest(written: str, told: str) -> None:
    with pytest.raises(Failure, match=f"是不是 .*{told}.*Did you mean .*{told}"):
        said(written)


def test_a_word_like_no_code_brings_the_way_to_the_list() -> None:
    with pytest.raises(Failure, match=r"没有 zzzz.*kiosk explain"):
        said("zzzz")
