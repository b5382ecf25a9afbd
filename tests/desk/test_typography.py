from __future__ import annotations

import pytest

from kiosk.content.exhibition import Language
from kiosk.desk.typography import Break, bad_break

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("lines", "language", "found"),
    [
        (["统筹疫情防控和经济社会发", "展"], ZH, Break.LONE_CHARACTER),
        (["这一年守住了城", "市。”"], ZH, Break.LONE_CHARACTER),
        (["守住了城市", "。"], ZH, Break.CLOSING_FIRST),
        (["守住了城市", "……"], ZH, Break.CLOSING_FIRST),
        (["守住了城市", "/"], ZH, Break.LONE_MARK),
        (["守住了城市，也守住了“", "两委”换届"], ZH, Break.OPENING_LAST),
        (["总投资 1.6", "万亿元"], ZH, Break.NUMBER_SPLIT),
        (["超过 1,1", "37 个项目"], ZH, Break.NUMBER_SPLIT),
        (["revenue over 10 ", "billion yuan"], EN, Break.NUMBER_SPLIT),
        (["greenways of 800 ", "km so far"], EN, Break.NUMBER_SPLIT),
        (["Bureaucrati", "sation"], EN, Break.WORD_SPLIT),
        (["Business moves to the ", "cloud"], EN, Break.LONE_WORD),
    ],
)
def test_a_bad_break_is_seen(lines: list[str], language: Language, found: Break) -> None:
    assert bad_break(lines, language, title=True) == (found, 1)


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        (["一行"], ZH),
        (["统筹疫情防控和经济", "社会发展"], ZH),
        (["“十四五”规划", "“两个高地”"], ZH),
        (["在 2020 这年", "洛阳人"], ZH),
        (["Culture Meets ", "Travel"], EN),
        (["Registered in Area 51 ", "and open"], EN),
        (["well-", "known"], EN),
        ([], ZH),
    ],
)
def test_a_good_break_is_not(lines: list[str], language: Language) -> None:
    assert bad_break(lines, language, title=True) is None


def test_a_paragraph_may_end_in_one_word() -> None:
    assert bad_break(["It is told in the hall of the ", "city."], EN, title=False) is None


def test_the_first_fault_is_told() -> None:
    assert bad_break(["超过 1,1", "37 个项", "目"], ZH, title=False) == (Break.NUMBER_SPLIT, 1)
