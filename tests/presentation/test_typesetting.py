from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Final

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.exhibition import Language
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.typesetting import (
    BREAK,
    JOINER,
    QUARTER,
    QUARTER_JOINING,
    mark_all,
    plain,
    typeset,
    typeset_heading,
)

ZH: Final = Language.ZH
EN: Final = Language.EN


def shown(text: str) -> str:
    """With the joints made visible: ⋅ joins without a space, | may break, _ is a space that does not."""
    return text.replace(JOINER, "⋅").replace(BREAK, "|").replace(QUARTER_JOINING, "_")


@pytest.mark.parametrize(
    ("text", "running", "title"),
    [
        ("累计建成800公里", "累计建成 800_公⋅里", "累计建成800⋅公⋅里"),
        ("上云企业5000余家", "上云企业 5000_余⋅家", "上云企业5000⋅余⋅家"),
        ("预计3%以上", "预⋅计_3%_以⋅上", "预⋅计⋅3%⋅以⋅上"),
        ("总投资1.6万亿元", "总投资 1.6_万⋅亿⋅元", "总投资1.6⋅万⋅亿⋅元"),
        ("不到1.5个月", "不⋅到_1.5_个⋅月", "不⋅到⋅1.5⋅个⋅月"),
        ("超500亿元企业", "超_500_亿⋅元企⋅业", "超⋅500⋅亿⋅元企⋅业"),
        ("地铁1号线试运行", "地铁 1_号⋅线试运⋅行", "地铁1⋅号⋅线试运⋅行"),
        ("居全省第2名", "居全省第_2_名", "居全省第⋅2⋅名"),
        ("绿地12平方公里", "绿地 12_平⋅方⋅公⋅里", "绿地12⋅平⋅方⋅公⋅里"),
        ("新增3A级景区", "新增 3A_级景⋅区", "新增3A⋅级景⋅区"),
        ("累计 800 公里", "累计 800_公⋅里", "累计 800_公⋅里"),
        ("豫西LNG应急", "豫西 LNG 应⋅急", "豫西LNG应⋅急"),
        ("“97183”“9+2”", "“97183”“9+2”", "“97183”“9+2”"),
        ("“三种心态”“三种精神”", "“三种心态”“三种精⋅神”", "“⋅三⋅种⋅心⋅态⋅”|“⋅三⋅种⋅精⋅神⋅”"),
        ("走来——走去", "走来⋅—⋅—走⋅去", "走来⋅—⋅—走⋅去"),
        ("还有……", "还有⋅…⋅…", "还有⋅…⋅…"),
        ("洛阳·隋唐", "洛阳⋅·隋唐", "洛阳⋅·隋唐"),
        ("——开头", "—⋅—开头", "—⋅—开头"),
        ("没有数字", "没有数字", "没有数字"),
        ("末行不留一字。”", "末行不留一⋅字。”", "末行不留一⋅字。”"),
        ("经济（载体）", "经济（载⋅体）", "经济（载⋅体）"),
        ("", "", ""),
    ],
)
def test_chinese_is_joined_and_spaced_by_rule(text: str, running: str, title: str) -> None:
    assert shown(typeset(text, ZH, spaced=True)) == running
    assert shown(typeset(text, ZH)) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over 800 km of path", "over 800_km of path"),
        ("1.6 trillion yuan", "1.6_trillion yuan"),
        ("90% or more", "90%_or more"),
        ("No. 2 and Top 10", "No._2_and Top_10"),
        ("nothing to join", "nothing to join"),
    ],
)
def test_an_english_number_stays_with_the_word_after_it(text: str, expected: str) -> None:
    assert shown(typeset(text, EN, spaced=True)) == expected


@given(st.text(), st.sampled_from(Language), st.booleans())
def test_typesetting_changes_nothing_but_joints_and_spaces(
    text: str, language: Language, spaced: bool
) -> None:
    def bare(value: str) -> str:
        return re.sub(f"[ {QUARTER_JOINING}{JOINER}]", "", value)

    assert bare(typeset(text, language, spaced=spaced)) == bare(text)


NUMBERS: Final = st.from_regex(r"[1-9][0-9]{0,3}(\.[0-9])?%?", fullmatch=True)
ZH_UNITS: Final = st.sampled_from(["公里", "万人", "亿元", "万亿元", "家", "余家", "个月", "小时", "号线"])


@given(NUMBERS, ZH_UNITS, st.text("建成洛阳都市圈，。", max_size=6), st.booleans())
def test_a_number_never_parts_from_its_unit(number: str, unit: str, around: str, spaced: bool) -> None:
    text = typeset(around + number + unit + around, ZH, spaced=spaced)
    figure = re.search(rf"{re.escape(number)}.*?{unit[-1]}", text)
    assert figure is not None
    assert " " not in figure[0]
    inside = re.sub(f"{re.escape(number)}|[{JOINER}{QUARTER_JOINING}]", "", figure[0])
    joints = sum(figure[0].count(joint) for joint in (JOINER, QUARTER_JOINING))
    assert joints == len(inside)


def test_plain_takes_the_joints_out_again() -> None:
    assert plain(typeset("地铁1号线——试运行", ZH)) == "地铁1号线——试运行"


def test_the_spaces_have_glyphs_in_the_text_face_and_are_a_quarter_em() -> None:
    with TTFont(assets_folder() / "fonts" / "NotoSansSC-Regular.ttf") as font:
        glyphs = font.getBestCmap()
        em = font["head"].unitsPerEm
        for space in (QUARTER, QUARTER_JOINING):
            assert 0.2 <= font["hmtx"][glyphs[ord(space)]][0] / em <= 0.27


def mark(text: str, *terms: str, language: Language = ZH) -> str:
    return mark_all([(text, False)], terms, language).texts[0]


@pytest.mark.parametrize(
    ("title", "set_"),
    [
        ("Business moves to the cloud", "Business moves to the_cloud"),
        ("Culture meets travel", "Culture meets travel"),
        ("More of what only bureaucratisation", "More of what only bureaucratisation"),
    ],
)
def test_no_word_of_an_english_title_stands_alone_on_its_last_line(title: str, set_: str) -> None:
    assert shown(typeset_heading(title, EN)) == set_


@pytest.mark.parametrize(
    ("label", "set_"),
    [
        ("“Leyangju” elder homes built so far", "“Leyangju” elder homes built so_far"),
        ("Pocket gardens built far", "Pocket gardens built far"),
        ("Total investment in key infrastructure so", "Total investment in key infrastructure so"),
    ],
)
def test_no_short_word_of_a_long_english_label_stands_alone_on_its_last_line(label: str, set_: str) -> None:
    assert shown(typeset(label, EN)) == set_
    assert shown(typeset(label, EN, spaced=True)) == label


def test_the_longest_term_is_marked_first() -> None:
    assert mark("四早和四早五晚", "四早", "四早五晚") == (
        '<a href="term:0">四早</a>和<a href="term:1">四早五\u2060晚</a>'
    )


def test_only_the_first_occurrence_on_a_screen_is_marked() -> None:
    marked = mark_all([("四早、四早", False), ("四早", True)], ["四早"], ZH)
    assert marked.texts == ('<a href="term:0">四早</a>、四早', "四早")
    assert marked.terms == (0,)


def test_terms_are_listed_in_order_of_appearance_those_of_titles_last() -> None:
    marked = mark_all([("瞪羚和四早", False)], ["四早", "瞪羚", "综保区", "六稳"], ZH, unmarked=["综保区"])
    assert marked.terms == (1, 0, 2)


def test_a_joint_stands_before_the_mark_and_not_in_it() -> None:
    marked = mark_all([("推进5G网络", True)], ["网络", "5G"], ZH).texts[0]
    assert marked == '推进 <a href="term:1">5G</a>&nbsp;<a href="term:0">网\u2060络</a>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Four Earlies held", 'The <a href="term:0">Four Earlies</a> held'),
        ("the four earlies held", 'the <a href="term:0">four earlies</a> held'),
        ("FourEarlies and TheFour Earlies2", "FourEarlies and TheFour Earlies2"),
    ],
)
def test_an_english_term_is_a_whole_word_in_any_case_without_its_article(text: str, expected: str) -> None:
    assert mark(text, "the Four Earlies", language=EN) == expected


def test_an_empty_term_marks_nothing() -> None:
    assert mark("四早", "", " ") == "四早"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<img src=http://x/y.png>", "&lt;img src=http://x/y.png&gt;"),
        ('<a href="http://x">', '&lt;a href="http://x"&gt;'),
        ("A & B &amp; C", "A &amp; B &amp;amp; C"),
        ("<b>四早</b>", '&lt;b&gt;<a href="term:0">四早</a>&lt;/b&gt;'),
    ],
)
def test_markup_in_the_content_is_shown_and_not_obeyed(text: str, expected: str) -> None:
    assert mark(text, "四早") == expected


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(attrs)))


PIECES: Final = st.sampled_from(
    [
        "<img src=http://x>",
        "<",
        ">",
        "&",
        '"',
        "'",
        "</a>",
        "<a href=term:0>",
        "&lt;",
        "四早",
        "<!--",
        "]]>",
        "4km",
        " ",
    ]
)
HOSTILE: Final = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=12).map("".join)


@given(HOSTILE, st.lists(HOSTILE, max_size=4), st.sampled_from(Language), st.booleans())
def test_whatever_is_written_the_only_tags_that_come_out_are_ours(
    text: str, terms: list[str], language: Language, spaced: bool
) -> None:
    marked = mark_all([(text, spaced)], ["四早", *terms], language)
    assert not re.search(r"<(?!a href=\"term:[0-9]+\">|/a>)", marked.texts[0])
    assert re.sub(r"<a href=\"term:[0-9]+\">[^<]*</a>", "", marked.texts[0]).find("<") == -1
    bare = re.sub(r"</?a[^>]*>", "", marked.texts[0])
    assert unescape(bare.replace("&nbsp;", QUARTER_JOINING)) == _as_html(
        typeset(text, language, spaced=spaced)
    )


def _as_html(text: str) -> str:
    """What a reader of HTML makes of the characters that mean nothing in it."""
    return unescape(text.replace("&", "&amp;"))


@given(HOSTILE)
def test_a_real_parser_finds_no_tag_of_the_content(text: str) -> None:
    parser = Tags()
    parser.feed(mark(text, "四早"))
    parser.close()
    assert {tag for tag, _ in parser.found} <= {"a"}
    assert all(attrs == (("href", "term:0"),) for _, attrs in parser.found)


def test_a_chinese_heading_breaks_between_its_clauses_only() -> None:
    assert shown(typeset_heading("不到一个月，清零", ZH)) == "不⋅到⋅一⋅个⋅月⋅，清⋅零"


def test_an_english_heading_breaks_between_words_but_not_within_a_figure() -> None:
    assert shown(typeset_heading("High tech over 40 firms", EN)) == "High tech over 40_firms"


@given(st.text(alphabet="洛阳，。、2020 a", max_size=30))
def test_a_heading_reads_as_it_was_written(text: str) -> None:
    assert plain(typeset_heading(text, ZH)) == text
