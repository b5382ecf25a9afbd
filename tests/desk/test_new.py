"""`kiosk new`: what it makes is fit to be shown, and what was there stays as it was."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path
from typing import Final

import pytest

from kiosk.content.contrast import BODY, CREAM, PAPER, TEXT, contrast
from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.content.loader import load
from kiosk.content.problems import ContentError
from kiosk.desk.glazes import PALETTE, furthest
from kiosk.desk.new import KINDS, NewError, Wish, new_exhibition, new_slide, new_theme
from kiosk.desk.writing import WritingError
from tests.content.sample import write_sample

ZH, EN = Language.ZH, Language.EN
REPOSITORY: Final = Path(__file__).parents[2]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content")


def kept(folder: Path) -> dict[str, bytes]:
    """Every file in it, by its place."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def fit(folder: Path) -> Exhibition:
    """The exhibition, which must be in order down to the last warning."""
    loaded = load(folder)
    assert loaded.warnings == ()
    return loaded.exhibition


def begin(folder: Path, language: Language = ZH) -> str:
    stream = StringIO()
    new_exhibition(folder, language, stream)
    return stream.getvalue()


def add_theme(content: Path, name: str, title: Text | None = None, language: Language = ZH) -> str:
    stream = StringIO()
    new_theme(content, name, title or Text("", ""), language, stream)
    return stream.getvalue()


def add_slide(content: Path, wish: Wish, language: Language = ZH) -> str:
    stream = StringIO()
    new_slide(content, wish, language, stream)
    return stream.getvalue()


def put_in(before: bytes, after: bytes) -> bool:
    """Whether nothing but one piece more leads from one to the other."""
    more = len(after) - len(before)
    pairs = zip(before, after, strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), len(before))
    return more > 0 and after[same + more :] == before[same:]


# An exhibition


@pytest.mark.parametrize("language", Language)
def test_a_new_exhibition_is_fit_to_be_shown_without_a_warning(tmp_path: Path, language: Language) -> None:
    begin(tmp_path / "new" / "hall", language)
    exhibition = fit(tmp_path / "new" / "hall")
    assert exhibition.language is language
    assert {slide.kind for theme in exhibition.themes for slide in theme.slides} == set(KINDS)
    assert len(exhibition.themes) == 2


def test_it_holds_a_picture_that_says_it_is_none_and_a_way_to_the_handbook(tmp_path: Path) -> None:
    begin(tmp_path)
    assert {"README.md", "exhibition.yaml", "photos/placeholder.png"} <= set(kept(tmp_path))
    assert "content/README.md" in (tmp_path / "README.md").read_text(encoding="utf-8")
    assert (REPOSITORY / "content" / "README.md").is_file()


@pytest.mark.parametrize("language", Language)
def test_its_comments_are_in_one_language_and_every_key_of_a_slide_is_explained(
    tmp_path: Path, language: Language
) -> None:
    begin(tmp_path, language)
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.yaml"))
    comments = re.findall(r"#(?![0-9A-F]{6}| yaml-language-server) ?(.+)$", written, re.MULTILINE)
    assert len(comments) > 60
    assert "#|" not in written
    assert "${" not in written
    chinese = [bool(re.search("[\u4e00-\u9fff]", re.sub("余|“.*?”", "", comment))) for comment in comments]
    code = ["screen:", "diagonal: 55in", "hours:", "open: 09:00", "close: 17:00"]
    said = [told for told, comment in zip(chinese, comments, strict=True) if comment.strip() not in code]
    assert all(said) if language is ZH else not any(said)


def test_it_says_how_to_go_on(tmp_path: Path) -> None:
    told = begin(tmp_path / "my hall")
    place = re.search(r"：(.*exhibition.yaml):(\d+)$", told, re.MULTILINE)
    assert place
    lines = (tmp_path / "my hall" / "exhibition.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[int(place[2]) - 1].startswith("title:")
    assert re.search(r"kiosk check '.*my hall'", told)


@pytest.mark.parametrize("held", ["a.txt", ".hidden", "themes/"])
def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, held: str) -> None:
    path = tmp_path / held
    path.mkdir() if held.endswith("/") else path.write_text("mine", encoding="utf-8")
    with pytest.raises(NewError, match=held.strip("/")) as refused:
        begin(tmp_path)
    assert len(str(refused.value).splitlines()) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [held.strip("/")]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "hall").write_text("mine", encoding="utf-8")
    with pytest.raises(NewError, match="hall"):
        begin(tmp_path / "hall")
    assert (tmp_path / "hall").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("there", [True, False], ids=["empty", "new"])
def test_where_the_writing_fails_there_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    folder = tmp_path / "hall"
    if there:
        folder.mkdir()
    calls: Iterator[int] = iter(range(100))

    def write(path: Path, data: bytes) -> None:
        path.write_bytes(data if next(calls) < 3 else data[:1])

    monkeypatch.setattr("kiosk.desk.writing._write", write)
    with pytest.raises(WritingError):
        begin(folder)
    assert next(calls) > 3
    assert list(tmp_path.rglob("*")) == ([folder] if there else [])


def test_files_that_cannot_be_moved_into_an_empty_folder_go_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "photos" and target.parent == tmp_path:
            raise PermissionError(13, "no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        begin(tmp_path)
    assert list(tmp_path.iterdir()) == []


# A theme


def test_a_theme_is_made_and_listed_and_is_fit_to_be_shown(content: Path) -> None:
    before = kept(content)
    told = add_theme(content, "night", Text("夜里的城", "The City: by Night"))
    exhibition = fit(content)
    theme = exhibition.themes[-1]
    assert (theme.id, theme.title) == ("night", Text("夜里的城", "The City: by Night"))
    assert [slide.kind for slide in theme.slides] == ["cover", "statistics", "measures"]
    assert theme.glaze not in [other.glaze for other in exhibition.themes[:-1]]
    assert theme.emblem not in [other.emblem for other in exhibition.themes[:-1]]
    assert re.search(r"themes/night.yaml:3$", told, re.MULTILINE)
    after = kept(content)
    assert set(after) - set(before) == {"themes/night.yaml"}
    assert {name for name in before if before[name] != after[name]} == {"exhibition.yaml"}


LISTS: Final = {
    "block": "themes:\n  - livelihood\n  - development\n",
    "flush": "themes:\n- livelihood  # one\n- 'development' # two\n",
    "flow": "themes: [livelihood, development]  # both\n",
    "tall flow": "themes: [\n  livelihood,\n  development,  # last\n]\n",
    "no line end": "themes:\n  - livelihood\n  - development",
    "comments": "themes:\n  # first\n  - livelihood\n\n  - development\n  # - later\n\n# The end\n",
    "not last": "themes:\n  - livelihood\n  - development\n\n# When\nhours: {open: 10:00, close: 16:00}\n",
}


@pytest.mark.parametrize(("end", "glazes"), [("\n", "flow"), ("\r\n", "block")], ids=["lf", "crlf"])
@pytest.mark.parametrize("listed", LISTS)
def test_nothing_else_of_the_settings_is_touched(content: Path, listed: str, end: str, glazes: str) -> None:
    path = content / "exhibition.yaml"
    text = path.read_text(encoding="utf-8").replace("themes: [livelihood, development]\n", LISTS[listed])
    if glazes == "flow":
        text = re.sub(r"glazes:\n  (leaf: .*)\n  (cobalt: .*)\n", r"glazes: {\1, \2}  # colours\n", text)
    written = b"\xef\xbb\xbf" + text.replace("\n", end).encode()
    path.write_bytes(written)
    add_theme(content, "night")
    assert [theme.id for theme in fit(content).themes] == ["livelihood", "development", "night"]
    after = path.read_bytes()
    steps = {step[0] for step in SequenceMatcher(None, written, after, autojunk=False).get_opcodes()}
    assert steps == {"equal", "insert"}
    if end == "\r\n":
        assert not re.search(rb"(?<!\r)\n", after)


def test_a_glaze_that_no_theme_uses_is_taken_first(content: Path) -> None:
    path = content / "exhibition.yaml"
    spare = "  spare: {base: '#664379', deep: '#4B2F5B', glow: '#C9A8DC', tint: '#E5DAE2'}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("themes:", spare + "themes:"), encoding="utf-8")
    add_theme(content, "night")
    assert fit(content).themes[-1].glaze.base == "#664379"
    assert path.read_text(encoding="utf-8").count("base:") == 3


def test_as_many_themes_as_there_may_be_can_be_added_each_in_its_own_colours(content: Path) -> None:
    for number in range(3, 13):
        add_theme(content, f"theme-{number}")
    themes = fit(content).themes
    assert len({theme.glaze.base for theme in themes}) == len(themes) == 12
    with pytest.raises(NewError, match="12"):
        add_theme(content, "theme-13")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Night", "编号 “Night” 只能用小写字母、数字和减号。写成 night。"),
        ("../night", "编号 “../night” 只能用小写字母"),
        ("夜", "编号 “夜” 只能用小写字母"),
        ("livelihood", "“livelihood” 已经用过"),
    ],
)
def test_an_id_that_check_would_refuse_is_refused_in_its_words(content: Path, name: str, words: str) -> None:
    before = kept(content.parent)
    with pytest.raises(NewError, match=re.escape(words)):
        add_theme(content, name)
    assert kept(content.parent) == before


def test_a_theme_file_that_is_there_is_not_overwritten(content: Path) -> None:
    (content / "themes" / "night.yaml").write_text("title: mine\n", encoding="utf-8")
    before = kept(content)
    with pytest.raises(NewError, match="night"):
        add_theme(content, "night")
    assert kept(content) == before


def test_where_the_settings_cannot_be_written_the_new_theme_goes_too(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(content)

    def write(path: Path, data: bytes) -> None:
        path.write_bytes(data[:1] if "exhibition" in path.name else data)

    monkeypatch.setattr("kiosk.desk.writing._write", write)
    with pytest.raises(WritingError):
        add_theme(content, "night")
    assert kept(content) == before


@pytest.mark.parametrize("title", ["yes: no", "- a", "#1", "it's", "A {b}", "1", "null", "a: b #c"])
def test_a_title_is_written_as_it_was_given(content: Path, title: str) -> None:
    add_theme(content, "night", Text(title, title))
    assert fit(content).themes[-1].title == Text(title, title)


def test_a_title_with_what_nobody_sees_is_refused(content: Path) -> None:
    with pytest.raises(NewError, match="看不见"):
        add_theme(content, "night", Text("夜\u200b里", ""))


def test_every_glaze_to_come_passes_the_contrast_of_check() -> None:
    assert len(PALETTE) >= 12
    for glaze in PALETTE.values():
        assert contrast(glaze.base, CREAM) >= TEXT
        assert contrast(glaze.deep, PAPER) >= BODY


def test_a_glaze_to_come_has_a_name_of_its_own() -> None:
    name, glaze = furthest(["#FF0000"], [])
    assert furthest(["#FF0000"], [name]) == (f"{name}-2", glaze)


# A slide


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "cover"])
def test_a_slide_of_every_kind_is_put_at_the_end_and_is_fit_to_be_shown(
    content: Path, kind: str, language: Language
) -> None:
    path = content / "themes" / "livelihood.yaml"
    before = path.read_bytes()
    for number in ("", "-2"):
        told = add_slide(content, Wish(kind, "livelihood"), language)
        slides = fit(content).themes[0].slides
        assert slides[-1].kind == kind
        assert slides[-1].id in {kind, f"{kind}{number}", f"{kind}-2", f"{kind}-3"}
        place = re.search(r"livelihood.yaml:(\d+)$", told, re.MULTILINE)
        assert place
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[int(place[1]) - 1] == f"  - kind: {kind}"
        assert lines[int(place[1])].startswith(f"    id: {slides[-1].id}")
    assert path.read_bytes().startswith(before)


KEYWORDS: Final = "keywords:\n  - {zh: 城市书房, en: City study rooms}\n"


def indented(text: str, by: int) -> str:
    """With the list of slides moved to the right by so many columns, or to the left."""
    head, slides = text.split("slides:\n")
    rows = [(" " * by + row)[max(0, -by) :] for row in slides.splitlines()]
    return head + "slides:\n" + "\n".join(rows) + "\n"


FILES: Final[dict[str, Callable[[str], str]]] = {
    "as it is": str,
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "bom": lambda text: "\ufeff" + text,
    "no line end": lambda text: text.rstrip("\n"),
    "blank end": lambda text: text + "\n\n",
    "comment at the end": lambda text: text + "\n# the end\n",
    "flush list": lambda text: indented(text, -2),
    "deep list": lambda text: indented(text, 4),
    "blank lines": lambda text: text.replace("\n  - kind", "\n\n  # about the next\n  - kind"),
    "keys behind": lambda text: text.replace(KEYWORDS, "") + "\n# last\n" + KEYWORDS,
    "dash alone": lambda text: text.replace("  - kind", "  -\n    kind"),
    "folded text": lambda text: (
        text + "    body:\n      zh: 一句\n      en: >-\n        one\n        # two\n"
    ),
}


@pytest.mark.parametrize("after", [None, "service-hall"])
@pytest.mark.parametrize("form", FILES)
def test_everything_else_in_the_file_stays_byte_for_byte(content: Path, form: str, after: str | None) -> None:
    path = content / "themes" / "livelihood.yaml"
    before = FILES[form](path.read_text(encoding="utf-8")).encode()
    path.write_bytes(before)
    ids = ["cover", "education", "service-hall", "measures"]
    add_slide(content, Wish("goals", "livelihood", "aims", after))
    place = ids.index(after) + 1 if after else len(ids)
    assert [slide.id for slide in fit(content).themes[0].slides] == [*ids[:place], "aims", *ids[place:]]
    data = path.read_bytes()
    assert put_in(before, data)
    block = data[data.index("目标：".encode()) : data.rindex("第二个目标".encode())]
    assert (b"\r\n" in block) is (form == "crlf")
    if form == "crlf":
        assert not re.search(rb"(?<!\r)\n", data)


def test_comments_above_a_slide_stay_with_it(content: Path) -> None:
    path = content / "themes" / "livelihood.yaml"
    path.write_text(FILES["blank lines"](path.read_text(encoding="utf-8")), encoding="utf-8")
    add_slide(content, Wish("goals", "livelihood", after="education"))
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index("  - kind: goals")
    assert lines[at - 1].startswith("  # 目标")
    assert lines[at - 2] == ""
    assert lines[lines.index("  - kind: photo") - 1] == "  # about the next"


def test_a_slide_of_the_house_s_own_exhibition_leaves_it_fit(tmp_path: Path) -> None:
    """In files as large and as commented as they get."""
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    add_slide(tmp_path / "content", Wish("measures", "culture"))
    after = (tmp_path / "content" / "themes" / "culture.yaml").read_bytes()
    assert put_in((REPOSITORY / "content" / "themes" / "culture.yaml").read_bytes(), after)


def test_the_placeholder_is_put_there_once(content: Path) -> None:
    add_slide(content, Wish("photo", "development"))
    picture = content / "photos" / "placeholder.png"
    changed = picture.stat().st_mtime_ns
    add_slide(content, Wish("photo", "livelihood"))
    assert picture.stat().st_mtime_ns == changed


def test_the_theme_may_be_left_out_where_there_is_one(content: Path) -> None:
    path = content / "exhibition.yaml"
    text = path.read_text(encoding="utf-8").replace("[livelihood, development]", "[livelihood]")
    text = text.replace("attract: [preschool, cloud-firms]\n", "")
    path.write_text(re.sub("  cobalt: .*\n", "", text), encoding="utf-8")
    (content / "themes" / "development.yaml").unlink()
    add_slide(content, Wish("goals"))
    assert fit(content).themes[0].slides[-1].kind == "goals"


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish("goals"), "livelihood、development"),
        (Wish("goals", "night"), "livelihood、development"),
        (Wish("goals", "livelihood", "Aims"), "编号 “Aims” 只能用小写字母"),
        (Wish("goals", "livelihood", "education"), "“education” 已经用过，在第 12 行"),
        (Wish("goals", "livelihood", after="nowhere"), "cover、education、service-hall、measures"),
        (Wish("cover", "livelihood"), "只有一张"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_refused_in_one_sentence(content: Path, wish: Wish, words: str) -> None:
    before = kept(content)
    with pytest.raises(NewError, match=re.escape(words)) as refused:
        add_slide(content, wish)
    assert len(str(refused.value).splitlines()) == 1
    assert kept(content) == before


def test_a_slide_list_in_brackets_is_refused(content: Path) -> None:
    path = content / "themes" / "livelihood.yaml"
    cover = "{kind: cover, id: cover, facts: [], lead: {zh: 一, en: One}}"
    head = path.read_text(encoding="utf-8").split("slides:")[0]
    path.write_text(f"{head}slides: [{cover}]\n", encoding="utf-8")
    (content / "photos" / "service-hall.jpg").unlink()
    listed = content / "exhibition.yaml"
    listed.write_text(
        listed.read_text(encoding="utf-8").replace("[preschool, cloud-firms]", "[cloud-firms]"),
        encoding="utf-8",
    )
    before = kept(content)
    with pytest.raises(NewError, match="方括号"):
        add_slide(content, Wish("goals", "livelihood"))
    assert kept(content) == before


def test_a_broken_theme_is_refused_with_the_report_of_check(content: Path) -> None:
    path = content / "themes" / "livelihood.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kind: photo", "kind: foto"), encoding="utf-8")
    before = kept(content)
    with pytest.raises(ContentError) as refused:
        add_slide(content, Wish("goals", "livelihood"))
    assert refused.value.problems[0].line == 25
    assert kept(content) == before


def test_a_cover_that_is_missing_is_put_first(content: Path) -> None:
    path = content / "themes" / "livelihood.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - kind: cover"), text.index("  - kind: statistics")
    path.write_text(text[:start] + "  # of the first\n" + text[end:], encoding="utf-8")
    with pytest.raises(ContentError):
        load(content)
    add_slide(content, Wish("cover", "livelihood"))
    assert [slide.kind for slide in fit(content).themes[0].slides][:2] == ["cover", "statistics"]
    assert "  # of the first\n  - kind: statistics" in path.read_text(encoding="utf-8")


def test_a_theme_that_is_full_takes_no_more(content: Path) -> None:
    path = content / "themes" / "livelihood.yaml"
    slides = "".join(
        f"  - kind: goals\n    id: more-{n}\n    facts: []\n    title: {{zh: 一, en: One}}\n"
        "    goals:\n      - title: {zh: 一, en: One}\n"
        for n in range(20)
    )
    path.write_text(path.read_text(encoding="utf-8") + slides, encoding="utf-8")
    with pytest.raises(NewError, match="24"):
        add_slide(content, Wish("goals", "livelihood"))


def test_what_would_break_the_content_is_taken_back(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a template or an edit may get wrong."""
    before = kept(content)
    broken = "  - kind: goals\n    id: aims\n"
    monkeypatch.setattr("kiosk.desk.new.slide_text", lambda *_: broken)
    with pytest.raises(ContentError):
        add_slide(content, Wish("goals", "livelihood"))
    assert kept(content) == before
