"""A table of figures, brought into the themes."""

from __future__ import annotations

import importlib.util
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.content.document import Mapping, Scalar
from kiosk.content.exhibition import (
    Display,
    Exhibition,
    Language,
    Qualifier,
    Statistic,
    StatisticsSlide,
    Text,
)
from kiosk.content.loader import load
from kiosk.desk import revision
from kiosk.desk.import_figures import (
    COLUMNS,
    EXAMPLE_FACT,
    ROOM,
    TEMPLATE,
    Import,
    ImportFiguresError,
    copy_template,
    import_figures,
)
from kiosk.desk.proposal import Ask
from kiosk.desk.revision import Spot, spelt
from kiosk.desk.saving import BACKUPS, NotSavedError
from kiosk.presentation.assets import assets_folder
from tests.content.sample import write_picture, write_sample
from tests.desk.tables import write_csv, write_workbook

ROOT = Path(__file__).parents[2]
KEYS = tuple(key for key in COLUMNS if not key.startswith("title"))
HEAD = tuple(COLUMNS[key].zh for key in KEYS)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content")


def bring(
    source: Path,
    content: Path,
    *,
    theme: str | None = None,
    language: Language = Language.ZH,
    sure: bool = True,
    ask: Ask | None = None,
) -> tuple[int, str]:
    stream = StringIO()
    asked = Import(source, content, theme, language, sure)
    return import_figures(asked, stream, ask), stream.getvalue()


def saying(answer: str) -> Ask:
    """A person who answers whatever is asked so."""

    def ask(_question: str) -> str:
        return answer

    return ask


def table(folder: Path, *rows: Sequence[object], head: Sequence[str] = HEAD) -> Path:
    return write_csv(folder / "figures.csv", [head, *rows])


def row(theme: str = "development", **said: str) -> list[str]:
    """A row of HEAD; what is not given is empty."""
    return [{"theme": theme, **said}.get(key, "") for key in KEYS]


def theme_of(content: Path, name: str = "development") -> str:
    return (content / "themes" / f"{name}.yaml").read_text(encoding="utf-8")


def figure(content: Path, theme: int, slide: str, fact: str) -> Statistic:
    slides = load(content).exhibition.themes[theme].slides
    home = next(s for s in slides if isinstance(s, StatisticsSlide) and s.id == slide)
    return next(statistic for statistic in home.statistics if statistic.fact == fact)


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [(old, new) for old, new in pairs if old != new]


# Figures that are there


def test_only_the_changed_values_are_edited_and_every_other_byte_stays(content: Path, tmp_path: Path) -> None:
    theme = content / "themes" / "development.yaml"
    noted = (
        theme.read_text(encoding="utf-8")
        .replace("value: 5000", "value:  '5000'   # 年报 p.3")
        .replace("\n", "\r\n")
    )
    theme.write_bytes(b"\xef\xbb\xbf" + noted.encode())
    rows = [row(fact="cloud-firms", value="6000"), row(fact="visitors", value="1.6", label="总收入")]
    assert bring(table(tmp_path, *rows), content)[0] == 0
    after = theme.read_bytes()
    wanted = noted.replace("'5000'", "'6000'").replace("zh: 收入,", "zh: 总收入,")
    assert after == b"\xef\xbb\xbf" + wanted.encode()


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        ({"fact": "visitors", "value": "1.60"}, "value: 1.6", "value: 1.60"),
        ({"fact": "visitors", "qualifier": "预计"}, "qualifier: [预计, 以上]", "qualifier: 预计"),
        ({"fact": "cloud-firms", "qualifier": "预计、超"}, "qualifier: 余", "qualifier: [预计, 超]"),
        ({"fact": "cloud-firms", "each": "100"}, "each: 50", "each: 100"),
        ({"fact": "cloud-firms", "unit": "户"}, "unit: {zh: 家, en", "unit: {zh: 户, en"),
        (
            {"fact": "cloud-firms", "label_en": "Firms: all"},
            "en: Firms in the cloud",
            "en: 'Firms: all'",
        ),
        ({"fact": "trade", "unit": "％"}, "unit: '%', label: {zh: 增长", "unit: '%', label: {zh: 增长"),
        ({"fact": "cloud-firms", "unit": "‰"}, "unit: {zh: 家, en", "unit: {zh: ‰, en"),
        ({"fact": "income", "each": "10亿"}, "each: 20亿", "each: 10亿"),
        ({"fact": "one-hour", "display": "number"}, "display: clock", "display: number"),
        ({"fact": "fund", "pictogram": "road"}, "display: path}", "display: path, pictogram: road}"),
    ],
    ids=str,
)
def test_one_cell_changes_one_place(
    content: Path, tmp_path: Path, said: dict[str, str], old: str, new: str
) -> None:
    values = {"visitors": "1.6", "cloud-firms": "5000", "trade": "10", "intensity": "2.4", "income": "500",
              "one-hour": "8", "fund": "120"}  # fmt: skip
    before = theme_of(content)
    assert before.count(old) == 1
    code, told = bring(table(tmp_path, row(**{"value": values[said["fact"]], **said})), content)
    assert (code, theme_of(content)) == (0, before.replace(old, new)), told


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ({"fact": "cloud-firms", "value": "5000", "qualifier": "无"}, "        qualifier: 余\n"),
        ({"fact": "cloud-firms", "value": "5000", "pictogram": "none"}, "        pictogram: firm\n"),
        ({"fact": "fund", "value": "120", "display": "无"}, ", display: path"),
    ],
    ids=str,
)
def test_a_word_is_taken_away_only_when_the_cell_says_so(
    content: Path, tmp_path: Path, said: dict[str, str], gone: str
) -> None:
    before = theme_of(content)
    assert bring(table(tmp_path, row(**said)), content)[0] == 0
    assert theme_of(content) == before.replace(gone, "", 1)


def as_rows(exhibition: Exhibition) -> Iterator[list[str]]:
    """Every figure of an exhibition as a full row."""
    for theme in exhibition.themes:
        for slide in theme.slides:
            for s in slide.statistics if isinstance(slide, StatisticsSlide) else ():
                yield row(
                    theme.id,
                    slide=slide.id,
                    fact=s.fact,
                    value=str(s.value),
                    unit=s.unit.zh,
                    unit_en=s.unit.en,
                    qualifier="、".join(s.qualifiers),
                    label=s.label.zh,
                    label_en=s.label.en,
                    display=s.display,
                    pictogram=s.pictogram,
                    each=str(s.each),
                )


def test_the_figures_of_the_house_are_found_as_they_are(exhibition: Exhibition, tmp_path: Path) -> None:
    rows = list(as_rows(exhibition))
    assert len(rows) > 40
    code, said = bring(table(tmp_path, *rows), ROOT / "content")
    assert (code, said) == (0, f"{len(rows)} 个数字都没有变。\n")


def test_each_figure_of_the_house_can_be_changed_and_changes_its_own_lines_only(
    exhibition: Exhibition, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("*.jpg", "*.md"))
    for picture in (ROOT / "content" / "photos").iterdir():
        write_picture(content / "photos" / picture.name, (32, 18))
    rows = list(as_rows(exhibition))
    names = sorted({theme.id for theme in exhibition.themes})
    before = {name: theme_of(content, name) for name in names}
    for said in rows:
        said[7], said[8] = f"{said[7]}：改", f"{said[8]}: changed"
    assert bring(table(tmp_path, *rows), content)[0] == 0
    labels = [s for name in names for s in before[name].split("\n") if s.strip() == "label:"]
    changes = [pair for name in names for pair in changed_lines(before[name], theme_of(content, name))]
    assert len(labels) == len(rows)
    assert len(changes) == 2 * len(rows)
    assert all("改" in new or "changed" in new for _, new in changes)


# New figures


def test_a_new_figure_comes_after_the_others_of_its_slide_and_among_its_facts(
    content: Path, tmp_path: Path
) -> None:
    labs = {"fact": "labs", "value": "12", "unit": "家", "unit_en": "labs", "label": "实验室: 新"}
    new = row(slide="research", **labs, label_en="Labs", display="field", pictogram="gear")
    before = theme_of(content)
    code, said = bring(table(tmp_path, new), content)
    assert code == 0
    assert "新加 1 个" in said
    listed = before.rstrip("\n").replace("facts: [intensity]", "facts: [intensity, labs]")
    added = """
      - fact: labs
        value: 12
        unit:
          zh: 家
          en: labs
        label:
          zh: '实验室: 新'
          en: Labs
        display: field
        pictogram: gear
"""
    assert theme_of(content) == listed + added
    assert figure(content, 1, "research", "labs").label == Text("实验室: 新", "Labs")


def test_a_slide_that_is_not_there_is_made_when_it_has_a_title(content: Path, tmp_path: Path) -> None:
    head = (*HEAD, "标题", "标题（英文）")
    parks = {"slide": "parks", "unit": "个", "unit_en": "units"}
    first = [*row(**parks, fact="parks", value="30", label="小游园", label_en="Parks"), "公园", "Parks"]
    second = row(**parks, fact="trees", value="2.40", label="树", label_en="Trees")
    assert bring(table(tmp_path, first, second, head=head), content)[0] == 0
    slide = load(content).exhibition.themes[1].slides[-1]
    assert isinstance(slide, StatisticsSlide)
    assert (slide.id, slide.title, slide.facts) == ("parks", Text("公园", "Parks"), ("parks", "trees"))
    assert [str(statistic.value) for statistic in slide.statistics] == ["30", "2.40"]


def test_what_is_added_keeps_the_line_ends_of_its_file(content: Path, tmp_path: Path) -> None:
    theme = content / "themes" / "development.yaml"
    theme.write_bytes(theme.read_bytes().replace(b"\n", b"\r\n"))
    new = row(slide="research", fact="labs", value="12", unit="家", label="实验室")
    assert bring(table(tmp_path, new), content)[0] == 0
    assert b"fact: labs\r\n" in theme.read_bytes()
    assert b"\n" not in theme.read_bytes().replace(b"\r\n", b"")


def test_room_on_a_slide_is_what_the_exhibition_says() -> None:
    hint = get_type_hints(StatisticsSlide, include_extras=True)["statistics"]
    assert get_args(hint)[1].most == ROOM


def test_a_theme_may_be_called_by_its_title_or_by_the_command(content: Path, tmp_path: Path) -> None:
    rows = [row("凝神聚力抓发展", fact="visitors", value="2"), row("", fact="cloud-firms", value="7000")]
    assert bring(table(tmp_path, *rows), content, theme="development")[0] == 0
    assert "value: 2\n" in theme_of(content)
    assert "value: 7000\n" in theme_of(content)


@pytest.mark.parametrize(
    "head",
    [
        ("fact", "VALUE", "Theme", "label (English)"),
        ("编号(fact)", " 数 值 ", "主题", "说明(英文)"),
        ("数字编号", "数值", "主题", "说明（English）"),
    ],
)
def test_heads_are_taken_in_either_language_and_any_order(
    content: Path, tmp_path: Path, head: tuple[str, ...]
) -> None:
    said = ["visitors", "2", "development", "Takings"]
    assert bring(table(tmp_path, said, head=head), content)[0] == 0
    assert figure(content, 1, "firms", "visitors").label == Text("收入", "Takings")


# Workbooks


def test_a_workbook_is_read_as_it_is_shown(content: Path, tmp_path: Path) -> None:
    def form(book: Workbook, page: Worksheet) -> None:
        page["D3"].number_format = "0.0%"
        page["D4"].number_format = "0.00"

    rows = [
        ["2020 年的数字"],
        HEAD,
        ["livelihood", None, "preschool", 0.912],
        ["development", None, "visitors", 1.7],
        [],
        ["development", None, "cloud-firms", 5000.0],
    ]
    path = write_workbook(tmp_path / "figures.xlsx", rows, change=form)
    code, said = bring(path, content)
    assert code == 0, said
    assert str(figure(content, 0, "education", "preschool").value) == "91.2"
    assert str(figure(content, 1, "firms", "visitors").value) == "1.70"
    assert "value: 5000\n" in theme_of(content)


def test_every_mistake_is_told_with_its_cell_and_nothing_is_written(content: Path, tmp_path: Path) -> None:
    def form(book: Workbook, page: Worksheet) -> None:
        page["D6"].number_format = "0%"
        page.merge_cells("A8:B8")

    rows = [
        (*HEAD, "备注"),
        row(fact="cloud-firms", value="12亿", qualifier="大约"),
        row("developmet", fact="visitors", value="约1.6"),
        row(fact="visiters", value="1"),
        row(fact="Cases", value=""),
        [*row(fact="one-hour")[:3], 0.5],
        row(slide="metro", fact="new", value="3", unit="个", label="新"),
        row(fact="income", value="500", each="1.5", display="coin"),
        row(fact="income", value="501"),
        row(slide="firms", fact="fourth", value="1", unit="个", label="四"),
        row(slide="research", fact="bare", value="1"),
        row(fact=EXAMPLE_FACT, value="1"),
        row(slide="firms", fact="trade", value="1"),
        row(slide="nowhere", fact="lone", value="1", unit="个", label="新"),
        row("", fact="lone", value="1"),
    ]
    before = theme_of(content)
    code, said = bring(write_workbook(tmp_path / "figures.xlsx", rows, change=form), content)
    assert (code, theme_of(content)) == (1, before)
    *told, last = said.splitlines()
    start = "figures.xlsx，工作表“数字”，"
    assert all(line.startswith(start) for line in told)
    assert last == f"共 {len(told)} 处要改，什么也没有写。"
    found = [line.removeprefix(start) for line in told]
    wanted = [
        "M1：不认识的列“备注”。",
        "D2：“亿” 不能和数字写在一起。分开写：数值 12，单位 '亿'。",
        "G2：没有 “大约” 这个选项。按原文选一个：预计、",
        "A3：没有主题“developmet”。是不是 development？",
        "D3：“约” 不能和数字写在一起。数值 只写 1.6；“约” 按原文换成 限定词：",
        "C4：development 里没有数字“visiters”。是不是 visitors？",
        "C5：编号 “Cases” 只能用小写字母、数字和减号。写成 cases。",
        "D5：没有写数值。",
        "D6：这一格是百分数（50%），单位却是“小时”。",
        "B7：metro 是一张 milestones 幻灯片，不放数字。",
        "A8：这里是合并的单元格。",
        "J8：没有 “coin” 这个选项。是不是 coins？",
        "L8：“1.5” 不是数字。",
        "C9：“income”在 C8 已经有了。",
        "B10：幻灯片 firms 已经有 3 个数字，放不下了。",
        "C11：“bare”是新的数字，要有单位。",
        "C11：“bare”是新的数字，要有说明。",
        "C12：这一行是表格里的例子。",
        "B13：“trade”在幻灯片 times 上。",
        "B14：development 里没有幻灯片“nowhere”。要新建一张，就在这一行的标题一列写上标题。",
        "A15：没有写主题。",
    ]
    assert [w for w, f in zip(wanted, found, strict=False) if not f.startswith(w)] == [], found
    assert len(found) == len(wanted)


def test_mistakes_are_told_in_english_too(content: Path, tmp_path: Path) -> None:
    rows = [
        row(fact="cloud-firms", value="12bn"),
        row("x", fact="y", value="1"),
        row(fact="visiters", value="2"),
    ]
    _, said = bring(table(tmp_path, *rows), content, language=Language.EN)
    assert said.startswith("figures.csv, D2: “bn” cannot stand with the number.")
    assert not [c for c in said if "\u4e00" <= c <= "\u9fff"]


def test_a_sheet_without_heads_and_two_with_them_are_refused(content: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportFiguresError, match="没有找到表头"):
        bring(write_workbook(tmp_path / "a.xlsx", [["a", "b"]]), content)

    def twice(book: Workbook, page: Worksheet) -> None:
        book.create_sheet("乙").append(list(HEAD))

    path = write_workbook(tmp_path / "b.xlsx", [HEAD], sheet="甲", change=twice)
    with pytest.raises(ImportFiguresError, match="甲、乙"):
        bring(path, content)
    rows = [HEAD, row(fact="visitors", value="1.6")]
    assert bring(write_workbook(tmp_path / "c.xlsx", rows, change=twice), content)[0] == 0


def test_a_table_without_rows_says_so(content: Path, tmp_path: Path) -> None:
    assert bring(table(tmp_path), content) == (
        1,
        "figures.csv：表头下面没有数字。一行写一个数字。\n共 1 处要改，什么也没有写。\n",
    )


# Before it is written


def test_what_could_not_be_shown_is_not_written_and_check_s_report_is_given(
    content: Path, tmp_path: Path
) -> None:
    before = theme_of(content)
    code, said = bring(table(tmp_path, row(fact="cases", value="3650", each="无")), content)
    assert (code, theme_of(content)) == (1, before)
    assert "development.yaml:74:9: 错误 display-misfit" in said
    assert "提醒" not in said
    assert "each: 20" in said


def test_the_change_is_shown_and_only_a_yes_writes_it(content: Path, tmp_path: Path) -> None:
    source = table(tmp_path, row(fact="visitors", value="1.7"))
    before = theme_of(content)
    for answer in ("", "n", "maybe"):
        code, said = bring(source, content, sure=False, ask=saying(answer))
        assert (code, theme_of(content)) == (1, before)
        assert "-        value: 1.6\n+        value: 1.7\n" in said
    assert bring(source, content, sure=False)[0] == 1
    assert theme_of(content) == before
    code, said = bring(source, content, sure=False, ask=saying("y"))
    assert (code, theme_of(content)) == (0, before.replace("value: 1.6", "value: 1.7"))
    kept = next((content / BACKUPS).rglob("development.yaml"))
    assert str(kept.parents[1]) in said
    assert kept.read_text(encoding="utf-8") == before


def test_a_theme_saved_by_somebody_meanwhile_is_not_written_over(content: Path, tmp_path: Path) -> None:
    theme = content / "themes" / "development.yaml"

    def while_a_colleague_saves(_question: str) -> str:
        theme.write_text(theme_of(content) + "# 我也在改\n", encoding="utf-8")
        return "y"

    with pytest.raises(NotSavedError, match="刚刚被别人改过"):
        bring(
            table(tmp_path, row(fact="visitors", value="1.7")),
            content,
            sure=False,
            ask=while_a_colleague_saves,
        )
    assert theme_of(content).endswith(
        "value: 2.4, unit: '%', label: {zh: 研发强度, en: R&D}, display: slice}\n# 我也在改\n"
    )


# The template


def template_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_templates", assets_folder() / "templates" / "build.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_template_is_what_its_script_makes_of_the_words_there_are() -> None:
    assert parts(template_builder().build()) == parts((assets_folder() / TEMPLATE).read_bytes())


def test_the_template_lists_every_column_and_every_word() -> None:
    book = load_workbook(assets_folder() / TEMPLATE)
    assert book.sheetnames == ["数字", "说明"]
    assert [cell.value for cell in book["数字"][1]] == [text.zh for text in COLUMNS.values()]
    lists = {rule.formula1 for rule in book["数字"].data_validations.dataValidation}
    assert lists == {f'"{",".join(Qualifier)}"', f'"{",".join(Display)}"'}
    about = " ".join(str(cell.value) for column in book["说明"].iter_cols() for cell in column)
    assert all(word in about for word in [*Qualifier, *Display])


def test_a_copy_of_the_template_can_be_filled_in_and_imported(content: Path, tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    assert copy_template(path, Language.ZH, StringIO()) == 0
    code, said = bring(path, content)
    assert code == 1
    assert "E2：这一行是表格里的例子。" in said
    book = load_workbook(path)
    for cell in book["数字"][2]:
        cell.value = {"A2": "development", "E2": "visitors", "F2": "1.70"}.get(cell.coordinate)
    book.save(path)
    assert bring(path, content)[0] == 0
    assert str(figure(content, 1, "firms", "visitors").value) == "1.70"


def test_the_template_is_never_saved_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.xlsx").write_bytes(b"mine")
    with pytest.raises(ImportFiguresError, match="已经有了"):
        copy_template(tmp_path / "mine.xlsx", Language.ZH, StringIO())
    with pytest.raises(ImportFiguresError, match=r"\.xlsx"):
        copy_template(tmp_path / "mine.csv", Language.ZH, StringIO())
    assert (tmp_path / "mine.xlsx").read_bytes() == b"mine"


# How texts are written

WORDS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" :#'\"{}[],-&*!|>%@`\\"), min_size=1
)


@settings(max_examples=30)
@given(zh=WORDS.filter(str.strip), en=WORDS.filter(str.strip))
def test_any_words_are_read_back_as_they_were_written(sample: Exhibition, zh: str, en: str) -> None:
    zh, en = " ".join(zh.split()), " ".join(en.split()) + " en"
    path = sample.folder / "themes" / "development.yaml"
    for fact in ("cloud-firms", "fund"):
        spot = Spot("firms", fact)
        data = revision.set_text(path, path.read_bytes(), spot, "label", Text(zh, en))
        label = revision.script(path, data).figure(spot).get("label")
        assert isinstance(label, Mapping)
        assert [p.value.text for p in label.pairs if isinstance(p.value, Scalar)] == [zh, en]


def test_plain_words_stay_without_quotes() -> None:
    assert [spelt(text, flow=False) for text in ("家", "a, b", "12:30", "a: b", "%", "it's", "it's: x")] == [
        "家", "a, b", "12:30", "'a: b'", "'%'", "it's", "'it''s: x'",
    ]  # fmt: skip
    assert spelt("a, b", flow=True) == "'a, b'"


BLOCKS = """\
slides:
  - kind: statistics
    id: blocks
    facts:
      - a
    statistics:
      - qualifier:
          - 预计
          - 以上
        fact: a   # 编号
        value: "90.50"
        unit: 个   # 单位
        label:
          en: >-
            A long
            label
          # 备注
          zh: |
            很长
            说明

        display: number

# 结尾
"""


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        ("value", 'value: "90.50"', 'value: "91"'),
        ("qualifiers", "          - 预计\n          - 以上\n", "          - 超\n"),
        ("remove", "- qualifier:\n          - 预计\n          - 以上\n        fact", "- fact"),
        ("unit", "unit: 个   #", "unit:\n          zh: 家\n          en: homes   #"),
        ("zh", "zh: |\n            很长\n            说明\n", "zh: 短\n"),
        ("en", "en: >-\n            A long\n            label\n", "en: Short\n"),
        ("each", "display: number\n", "display: number\n        each: 5\n"),
        ("pictogram", "display: number\n", "display: number\n        pictogram: tree\n"),
    ],
)
def test_a_figure_in_blocks_with_remarks_is_edited_in_its_place(
    tmp_path: Path, edit: str, old: str, new: str
) -> None:
    path, data, spot = tmp_path / "t.yaml", BLOCKS.encode(), Spot("blocks", "a")
    match edit:
        case "value":
            done = revision.set_word(path, data, spot, "value", "91")
        case "qualifiers":
            done = revision.set_qualifiers(path, data, spot, ["超"])
        case "remove":
            done = revision.remove(path, data, spot, "qualifier")
        case "unit":
            done = revision.set_text(path, data, spot, "unit", Text("家", "homes"))
        case "zh":
            done = revision.set_text(path, data, spot, "label", Text("短", "A long label"))
        case "en":
            done = revision.set_text(path, data, spot, "label", Text("很长说明", "Short"))
        case _:
            done = revision.set_word(path, data, spot, edit, {"each": "5", "pictogram": "tree"}[edit])
    assert BLOCKS.count(old) == 1
    assert done.decode() == BLOCKS.replace(old, new)
