# ruff: noqa: E501
"""Mistakes that editors of a Chinese museum make, each with the place and the advice a colleague would give.

`python -m tests.content.corpus` makes each of them in a sound exhibition and prints how well the loader answers:
the right line is the one a person would change, the right advice holds what has to be written there.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Final, assert_never

from PIL import Image

from kiosk.content.exhibition import Exhibition, Language
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError, Problem, report
from tests.content.corpus_start import CULTURE, DEV, EX, LIFE, PHOTO, write_start

WHOLE: Final = 0
"""The line of a problem that is the whole file's."""


@dataclass(frozen=True, slots=True)
class Replace:
    """`old`, which stands once, becomes `new`; ◆ in it marks the line to be blamed, else its first."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Append:
    """`text` comes to the end of the file; ◆ as above."""

    text: str


@dataclass(frozen=True, slots=True)
class Recode:
    """The file is saved with other bytes; `mark` stands on the line to be blamed, '' for the whole file."""

    encode: Callable[[str], bytes]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """The file gets another name, or goes ('')."""

    to: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The file is overwritten with what is no such picture."""

    write: Callable[[Path], None]


Change = Replace | Append | Recode | Move | Picture


@dataclass(frozen=True, slots=True)
class Mistake:
    """`zh` and `en` are in the right advice. `machine`: a program can put it right without a thought.

    `blamed` is (file, what stands on the line) where that is not where the change was made.
    """

    name: str
    file: str
    change: Change
    code: Code
    zh: str
    en: str
    machine: bool = False
    blamed: tuple[str, str] | None = None
    meant: str = ""
    """What a program writes in the place of `old`, where that is not `old` again."""


def slip(file: str, old: str, new: str, code: Code, zh: str, en: str = "", meant: str = "") -> Mistake:
    """Put right by a program."""
    return Mistake(code.value, file, Replace(old, new), code, zh, en or zh, machine=True, meant=meant)


def thought(
    file: str, old: str, new: str, code: Code, zh: str, en: str = "", blamed: tuple[str, str] | None = None
) -> Mistake:
    """Put right by a person only."""
    return Mistake(code.value, file, Replace(old, new), code, zh, en or zh, blamed=blamed)


FLOW: Final = "{zh: 便民服务大厅, en: The service hall}"
MUSEUM_UNIT: Final = "unit:\n          zh: 座\n          en: museums"


KEYBOARD: Final = (
    # The Chinese keyboard: full-width signs
    slip(CULTURE, "id: museums", "id◆：museums", Code.WIDE_COLON, "id: "),
    slip(CULTURE, "  - kind: photo", "  - kind◆： photo", Code.WIDE_COLON, "kind: "),
    slip(CULTURE, "zh: 大同坊", "zh◆：大同坊", Code.WIDE_COLON, "zh: "),
    slip(CULTURE, "    milestones:\n", "    milestones◆：\n", Code.WIDE_COLON, "milestones: "),
    slip(CULTURE, "slides:\n", "slides◆：\n", Code.WIDE_COLON, "slides: "),
    slip(CULTURE, "value: 102", "value◆：102", Code.WIDE_COLON, "value: "),
    slip(CULTURE, "          zh: 从街坊\n          en: Congjie Ward", "          ◆zh：从街坊\n          en：Congjie Ward",
         Code.WIDE_COLON, "zh: "),
    slip(EX, "year: 2020\n", "year◆：2020\n", Code.WIDE_COLON, "year: "),
    slip(EX, "open: 09:00", "open◆：09:00", Code.WIDE_COLON, "open: "),
    slip(LIFE, FLOW, "{◆zh：便民服务大厅, en: The service hall}", Code.WIDE_COLON, "zh: "),
    slip(LIFE, FLOW, "{zh: 便民服务大厅, ◆en：The service hall}", Code.WIDE_COLON, "en: "),
    slip(CULTURE, "  - kind: photo", "◆  － kind: photo", Code.WIDE_DASH, "- "),
    slip(CULTURE, "  - kind: photo", "◆  — kind: photo", Code.WIDE_DASH, "- "),
    slip(CULTURE, "  - kind: photo", "◆  • kind: photo", Code.WIDE_DASH, "- "),
    slip(CULTURE, "      - museums\n      - night", "      ◆－museums\n      - night", Code.WIDE_DASH, "- "),
    slip(CULTURE, "      - night-firms\n      - clear-days", "      ◆－ night-firms\n      - clear-days", Code.WIDE_DASH,
         "- "),
    slip(EX, "  - livelihood\n", "  ◆－ livelihood\n", Code.WIDE_DASH, "- "),
    slip(CULTURE, "    image:", "◆　　image:", Code.WIDE_SPACE, "半角空格", "plain spaces"),
    slip(CULTURE, "      zh: 文博", "◆　　　zh: 文博", Code.WIDE_SPACE, "半角空格", "plain spaces"),
    slip(CULTURE, "  - kind: photo", "◆　- kind: photo", Code.WIDE_SPACE, "半角空格", "plain spaces"),
    slip(CULTURE, "status: illustration", "status:◆　illustration", Code.COLON_SPACE, "status: "),
    slip(CULTURE, "value: 102", "value: ◆１０２", Code.BAD_NUMBER, "102"),
    slip(CULTURE, "value: 90.5", "value: ◆90．5", Code.BAD_NUMBER, "90.5"),
    slip(CULTURE, "value: 90.5", "value: ◆90。5", Code.BAD_NUMBER, "90.5"),
    slip(CULTURE, "value: 5000", "value: ◆５，０００", Code.BAD_NUMBER, "5000"),
    slip(EX, "year: 2020\n", "year: ◆２０２０\n", Code.BAD_NUMBER, "2020"),
    slip(EX, "75s", "◆７５s", Code.BAD_DURATION, "75s"),
    slip(EX, "09:00", "◆09：00", Code.BAD_TIME, "09:00"),
    slip(EX, "{base: '#2A5590'", "◆｛base: '#2A5590'", Code.WIDE_BRACKET, "{"),
    slip(LIFE, FLOW, "◆｛zh: 便民服务大厅, en: The service hall｝", Code.WIDE_BRACKET, "{"),
    slip(LIFE, FLOW, "{zh: 便民服务大厅, en: The service hall◆｝", Code.WIDE_BRACKET, "}"),
    slip(DEV, "[cloud-firms, visitors, fund]", "◆［cloud-firms, visitors, fund］", Code.WIDE_BRACKET, "["),
    slip(DEV, "[cloud-firms, visitors, fund]", "◆【cloud-firms, visitors, fund】", Code.WIDE_BRACKET, "["),
    slip(LIFE, FLOW, "{zh: 便民服务大厅◆，en: The service hall}", Code.WIDE_COMMA, ", "),
    slip(DEV, "[one-hour, cleared, trade]", "[one-hour◆，cleared，trade]", Code.WIDE_COMMA, ", "),
    slip(DEV, "[one-hour, cleared, trade]", "[one-hour◆、cleared、trade]", Code.WIDE_COMMA, ", "),
    # Spaces and tabs
    slip(CULTURE, "id: museums", "id:◆museums", Code.COLON_SPACE, "id: "),
    slip(CULTURE, "zh: 大同坊", "zh:◆大同坊", Code.COLON_SPACE, "zh: "),
    slip(CULTURE, "value: 102", "value:◆102", Code.COLON_SPACE, "value: "),
    slip(EX, "year: 2020\n", "year:◆2020\n", Code.COLON_SPACE, "year: "),
    slip(EX, "language: zh", "language:◆zh", Code.COLON_SPACE, "language: "),
    slip(LIFE, FLOW, "{◆zh:便民服务大厅, en: The service hall}", Code.COLON_SPACE, "zh: "),
    slip(CULTURE, "  - kind: photo", "◆  -kind: photo", Code.DASH_SPACE, "- "),
    slip(CULTURE, "      - museums\n      - night", "      ◆-museums\n      - night", Code.DASH_SPACE, "- "),
    slip(EX, "  - livelihood\n", "  ◆-livelihood\n", Code.DASH_SPACE, "- "),
    slip(CULTURE, "    image:", "◆\timage:", Code.TAB, "空格", "spaces"),
    slip(CULTURE, "    image:", "◆\t\timage:", Code.TAB, "空格", "spaces"),
    slip(CULTURE, "      zh: 文博", "    ◆\tzh: 文博", Code.TAB, "空格", "spaces"),
    slip(CULTURE, "  - kind: photo", "◆\t- kind: photo", Code.TAB, "空格", "spaces"),
    slip(EX, "  ask_after: 75s", "◆\task_after: 75s", Code.TAB, "空格", "spaces"),
    slip(CULTURE, "    caption:\n      zh: 古城亮灯，游人如织\n      en: Lanterns are lit in the old town\n",
         "◆\tcaption:\n\t\tzh: 古城亮灯，游人如织\n\t\ten: Lanterns are lit in the old town\n", Code.TAB, "空格",
         "spaces"),
    slip(CULTURE, "    image: lantern", "◆\u00a0\u00a0\u00a0\u00a0image: lantern", Code.WIDE_SPACE, "半角空格",
         "plain spaces"),
    slip(CULTURE, "status: illustration", "status:◆\u00a0illustration", Code.COLON_SPACE, "status: "),
    slip(CULTURE, "      - night-firms\n      - clear-days", "      - night-firms\n      ◆-clear-days", Code.DASH_SPACE, "- "),
    slip(EX, "  - livelihood\n  - dev", "  - livelihood\n  ◆-dev", Code.DASH_SPACE, "- "),
    slip(CULTURE, "  - kind: goals\n    id: goals\n    facts", "◆　- kind: goals\n　　id: goals\n    facts", Code.WIDE_SPACE, "半角空格", "plain spaces"),
    slip(CULTURE, "    goals:\n      - title:\n          zh: 国际文旅名城\n          en: A city known for culture and travel\n      - title:\n",
         "    goals:\n      ◆－ title:\n          zh: 国际文旅名城\n          en: A city known for culture and travel\n      － title:\n",
         Code.WIDE_DASH, "- "),
    slip(DEV, "qualifier: [预计, 以上]", "qualifier: [预计◆，以上]", Code.WIDE_COMMA, ", "),
    slip(DEV, "qualifier: [预计, 以上]", "qualifier: [预计◆、以上]", Code.WIDE_COMMA, ", "),
    # Quotes and signs with a meaning
    slip(CULTURE, "unit: '%'", "unit: ◆%", Code.QUOTE_NEEDED, "'%'"),
    slip(CULTURE, "unit: '%'", "unit: ◆‘%’", Code.SMART_QUOTE, "'%'"),
    slip(CULTURE, "kind: photo", "kind: ◆“photo”", Code.SMART_QUOTE, "photo"),
    slip(CULTURE, "id: museums", "id: ◆“museums”", Code.SMART_QUOTE, "museums"),
    slip(EX, "base: '#8E3B5A'", "base: ◆‘#8E3B5A’", Code.SMART_QUOTE, "'#8E3B5A'"),
    slip(CULTURE, "value: 102", "value: ◆“102”", Code.SMART_QUOTE, "102"),
    slip(EX, "base: '#8E3B5A'", "base: ◆#8E3B5A", Code.HASH_IN_TEXT, "'#8E3B5A'"),
    slip(EX, "{base: '#2A5590'", "{base: ◆#2A5590", Code.HASH_IN_TEXT, "'#2A5590'"),
    slip(EX, "base: '#8E3B5A'", "base: ◆8E3B5A", Code.BAD_COLOUR, "'#8E3B5A'"),
    slip(EX, "base: '#8E3B5A'", "base: ◆'＃8E3B5A'", Code.BAD_COLOUR, "'#8E3B5A'"),
    slip(EX, "en: 'Source: the news report “Remember 2020”'", "en: ◆Source: the news report “Remember 2020”",
         Code.COLON_IN_TEXT, "'Source: the news report “Remember 2020”'"),
    slip(CULTURE, "en: 'Caption: “Remember 2020” report'", "en: ◆Caption: “Remember 2020” report",
         Code.COLON_IN_TEXT, "'Caption: “Remember 2020” report'"),
    slip(CULTURE, "value: 5000", "value: ◆5,000", Code.BAD_NUMBER, "5000"),
    slip(CULTURE, "value: 5000", "value: ◆5 000", Code.BAD_NUMBER, "5000"),
    slip(CULTURE, "value: 102", "value: ◆0102", Code.BAD_NUMBER, "102"),
    slip(EX, "year: 2020\n", "year: ◆2020年\n", Code.UNIT_IN_VALUE, "2020"),
    slip(CULTURE, "year: 2035\n", "year: ◆2035年\n", Code.UNIT_IN_VALUE, "2035"),
    slip(CULTURE, "zh: 大同坊", "zh: 大同◆\u200b坊", Code.HIDDEN_CHARACTER, "删去", "Delete"),
    slip(CULTURE, "zh: 大同坊", "zh: ◆\ufeff大同坊", Code.HIDDEN_CHARACTER, "删去", "Delete"),
    slip(CULTURE, "    caption:", "    ◆Caption:", Code.UNKNOWN_KEY, "caption"),
    slip(EX, "ask_after:", "◆ask-after:", Code.UNKNOWN_KEY, "ask_after"),
    slip(CULTURE, "kind: photo", "kind: ◆Photo", Code.BAD_WORD, "photo"),
    slip(CULTURE, "display: wards", "display: ◆WARDS", Code.BAD_WORD, "wards"),
    slip(CULTURE, "image: lantern-night.jpg", "image: ◆Lantern-Night.JPG", Code.PICTURE_CASE, "lantern-night.jpg"),
    slip(EX, "close: 17:30", "close: ◆下午5点半", Code.BAD_TIME, "17:30"),
    slip(EX, "close: 17:30", "close: ◆5:30 pm", Code.BAD_TIME, "17:30"),
)  # fmt: skip

THOUGHT: Final = (
    # Indentation
    thought(CULTURE, "    image: lantern", "◆   image: lantern", Code.INDENT, "4 格", "4 spaces"),
    thought(CULTURE, "    image: lantern", "◆      image: lantern", Code.INDENT, "4 格", "4 spaces"),
    thought(CULTURE, "      en: Museums\n", "◆     en: Museums\n", Code.INDENT, "6 格", "6 spaces"),
    thought(EX, "  ask_at_most", "◆ask_at_most", Code.INDENT, "2 格", "2 spaces"),
    thought(CULTURE, "\n  - kind: photo\n", "\n◆    - kind: photo\n", Code.INDENT, "2 格", "2 spaces"),
    thought(CULTURE, "\n  - kind: photo\n", "\n◆- kind: photo\n", Code.INDENT, "2 格", "2 spaces"),
    thought(CULTURE, "        pictogram: courtyard\n      - title:\n          zh: 天街北延\n",
            "        pictogram: courtyard\n      - title:\n        ◆zh: 天街北延\n", Code.INDENT, "10 格", "10 spaces"),
    thought(CULTURE, "    goals:\n      - title:\n          zh: 国际文旅名城\n          en: A city known for culture and travel\n",
            "    goals:\n      - title:\n          zh: 国际文旅名城\n            ◆en: A city known for culture and travel\n",
            Code.INDENT, "10 格", "10 spaces"),
    thought(CULTURE, "        each: 50\n", "          ◆each: 50\n", Code.INDENT, "8 格", "8 spaces"),
    thought(CULTURE,
            "\n  - kind: goals\n    id: goals\n    facts:\n      - sui-tang\n    title:\n      zh: 下一步\n      en: What comes next\n    year: 2035\n",
            "\n      ◆- kind: goals\n        id: goals\n        facts:\n          - sui-tang\n        title:\n          zh: 下一步\n          en: What comes next\n        year: 2035\n",
            Code.INDENT, "2 格", "2 spaces"),
    thought(CULTURE, "\n  - kind: photo\n    id: lantern", "\n    ◆kind: photo\n    id: lantern", Code.DUPLICATE_KEY, "- kind: ",
            "- kind: "),
    thought(CULTURE, "      - title:\n          zh: 让文物活起来", "        ◆title:\n          zh: 让文物活起来", Code.DUPLICATE_KEY,
            "- title: ", "- title: "),
    thought(CULTURE, "  - zh: 石窟联展", "    ◆zh: 石窟联展", Code.DUPLICATE_KEY, "- zh: ", "- zh: "),
    thought(CULTURE, "    goals:\n      - title:\n          zh: 国际文旅名城\n          en: A city known for culture and travel\n",
            "    goals:\n      - title:\n        ◆zh: 国际文旅名城\n        en: A city known for culture and travel\n", Code.INDENT,
            "10 格", "10 spaces"),
    thought(CULTURE, "    title:\n      zh: 下一步\n      en: What comes next", "    title:\n    ◆zh: 下一步\n    en: What comes next", Code.INDENT,
            "6 格", "6 spaces"),
    thought(CULTURE, "    display: list\n",
            "    display: list\n      ◆- kind: cover\n        id: end\n        facts: []\n        lead:\n          zh: 再见\n          en: Bye\n", Code.INDENT,
            "2 格", "2 spaces"),
    thought(CULTURE, "          en: Relics that come alive\n",
            "          en: Relics that come alive\n      ◆- kind: photo\n        id: end\n        facts: []\n        image: lantern-night.jpg\n        status: photo\n",
            Code.INDENT, "2 格", "2 spaces"),
    # Quotes, brackets and signs
    thought(EX, "en: 'Source: the news report “Remember 2020”'", "en: ◆'Source: the news report “Remember 2020”",
            Code.OPEN_QUOTE, "'"),
    thought(CULTURE, "zh: 大同坊", 'zh: ◆"大同坊', Code.OPEN_QUOTE, '"'),
    thought(CULTURE, "zh: 大同坊", "zh: ◆'大同坊", Code.OPEN_QUOTE, "'"),
    thought(CULTURE, "unit: '%'", "unit: ◆'%", Code.OPEN_QUOTE, "'"),
    thought(CULTURE, "zh: 大同坊", 'zh: "大同坊" ◆开放', Code.QUOTE_TAIL, "“ ”"),
    thought(CULTURE, "en: Tianjie northern extension", "en: 'Tianjie◆'s northern extension'", Code.QUOTE_TAIL, "’"),
    thought(LIFE, FLOW, '{zh: ◆"便民服务大厅, en: The service hall}', Code.OPEN_QUOTE, '"'),
    thought(LIFE, FLOW, "◆{zh: 便民服务大厅, en: The service hall", Code.OPEN_BRACKET, "}"),
    thought(DEV, "facts: [cloud-firms, visitors, fund]", "facts: ◆[cloud-firms, visitors, fund", Code.OPEN_BRACKET, "]"),
    slip(LIFE, FLOW, "{zh: 便民服务大厅 ◆en: The service hall}", Code.COMMA_MISSING, ", en"),
    thought(LIFE, FLOW, "{zh: 便民服务大厅, en: The service hall, ◆new}", Code.COMMA_IN_TEXT, "引号", "quote"),
    slip(DEV, "value: 120, unit", "value: 12◆,000, unit", Code.BAD_NUMBER, "12000", meant='value: 12000, unit'),
    thought(CULTURE, "zh: 大同坊", "zh: 大同坊 ◆#2号门", Code.HASH_IN_TEXT, "引号", "quote"),
    thought(CULTURE, "title:\n      zh: 下一步", "title:\n      zh: ◆#下一步", Code.HASH_IN_TEXT, "'#下一步'"),
    thought(CULTURE, "en: Into the Sui–Tang city", "en: Into ◆#1 of the Sui–Tang city", Code.HASH_IN_TEXT, "引号", "quote"),
    slip(CULTURE, "zh: 大同坊", "zh: ◆@大同坊", Code.QUOTE_NEEDED, "'@大同坊'", meant="zh: '@大同坊'"),
    thought(CULTURE, "zh: 大同坊", "zh: ◆*大同坊", Code.QUOTE_NEEDED, "'*大同坊'"),
    slip(CULTURE, "zh: 大同坊", "zh: ◆【大同坊】开放: 二期", Code.COLON_IN_TEXT, "引号", "quote", meant="zh: '【大同坊】开放: 二期'"),
    thought(CULTURE, "      zh: 下一步\n      en: What comes next", "      ◆zh: 下一步 en: What comes next", Code.TWO_KEYS,
            "另起一行", "line of its own"),
    thought(CULTURE, "    title:\n      zh: 下一步", "    ◆title: zh: 下一步", Code.TWO_KEYS, "另起一行", "line of its own"),
    slip(CULTURE, "value: 102", "◆value 102", Code.COLON_MISSING, "value: "),
    slip(CULTURE, "zh: 大同坊", "◆zh 大同坊", Code.COLON_MISSING, "zh: "),
    slip(CULTURE, "kind: photo", "◆kind photo", Code.COLON_MISSING, "kind: "),
    slip(CULTURE, "zh: 大同坊", "◆zh；大同坊", Code.COLON_MISSING, "zh: "),
    slip(CULTURE, "value: 102", "◆value=102", Code.COLON_MISSING, "value: "),
    thought(CULTURE, "      en: >-\n        Old and new", "      en: >-\n      ◆Old and new", Code.INDENT, "缩进", "ndent"),
    thought(CULTURE, "      zh: “东方博物馆之都”初具规模。\n", "      zh: “东方博物馆之都”初具规模。\n    ◆再写一句。\n", Code.INDENT,
            "缩进", "ndent"),
    thought(EX, "place:\n", "◆<<<<<<< HEAD\nplace:\n", Code.CONFLICT, "<<<<<<<", "<<<<<<<"),
    thought(CULTURE, "        value: 102\n", "◆<<<<<<< 张老师\n        value: 102\n=======\n        value: 103\n>>>>>>> 李老师\n",
            Code.CONFLICT, "<<<<<<<", "<<<<<<<"),
    thought(EX, "year: 2020\n", "year: 2020\n◆year: 2021\n", Code.DUPLICATE_KEY, "只留一个", "Keep one"),
    thought(CULTURE, "        each: 50\n", "        each: 50\n        ◆value: 6000\n", Code.DUPLICATE_KEY, "只留一个", "Keep one"),
    thought(CULTURE, "glaze: peony\n", "glaze: peony\n◆---\n", Code.DOCUMENTS, "删去", "Delete"),
    thought(CULTURE, "zh: 大同坊", "zh: 大同◆�坊", Code.HIDDEN_CHARACTER, "重新输入", "type it again"),
    # Misspelt words
    thought(CULTURE, "    caption:", "    ◆captoin:", Code.UNKNOWN_KEY, "caption"),
    thought(CULTURE, "    status:", "    ◆staus:", Code.UNKNOWN_KEY, "status"),
    thought(CULTURE, "milestones:\n", "◆milestone:\n", Code.UNKNOWN_KEY, "milestones"),
    thought(CULTURE, "    credit:", "    ◆credits:", Code.UNKNOWN_KEY, "credit"),
    thought(CULTURE, "    caption:", "    ◆图注:", Code.UNKNOWN_KEY, "caption"),
    thought(CULTURE, "        qualifier: 余", "        ◆限定词: 余", Code.UNKNOWN_KEY, "qualifier"),
    thought(CULTURE, "        qualifier: 余", "        ◆qualifer: 余", Code.UNKNOWN_KEY, "qualifier"),
    thought(CULTURE, "    image:", "    ◆photo:", Code.UNKNOWN_KEY, "image"),
    thought(CULTURE, "    image:", "    ◆picture:", Code.UNKNOWN_KEY, "image"),
    thought(CULTURE, "    year: 2035", "    ◆date: 2035", Code.UNKNOWN_KEY, "year"),
    thought(CULTURE, "    body:\n", "    ◆text:\n", Code.UNKNOWN_KEY, "body"),
    thought(LIFE, FLOW, "{◆cn: 便民服务大厅, en: The service hall}", Code.UNKNOWN_KEY, "zh"),
    thought(EX, "glossary:", "◆glosary:", Code.UNKNOWN_KEY, "glossary"),
    thought(EX, "place:\n", "◆location:\n", Code.UNKNOWN_KEY, "place"),
    thought(CULTURE, "kind: photo", "kind: ◆foto", Code.BAD_WORD, "photo"),
    thought(CULTURE, "kind: photo", "kind: ◆照片", Code.BAD_WORD, "是不是 photo", "Did you mean photo"),
    thought(CULTURE, "kind: milestones", "kind: ◆milestone", Code.BAD_WORD, "milestones"),
    thought(CULTURE, "kind: statistics", "kind: ◆statistic", Code.BAD_WORD, "statistics"),
    thought(CULTURE, "display: wards", "display: ◆ward", Code.BAD_WORD, "是不是 wards", "Did you mean wards"),
    thought(CULTURE, "display: steps", "display: ◆台阶", Code.BAD_WORD, "是不是 steps", "Did you mean steps"),
    thought(CULTURE, "status: illustration", "status: ◆插画", Code.BAD_WORD, "是不是 illustration", "Did you mean illustration"),
    thought(CULTURE, "status: illustration", "status: ◆no", Code.BAD_WORD, "illustration"),
    thought(CULTURE, "qualifier: 余", "qualifier: ◆多", Code.BAD_WORD, "余"),
    thought(CULTURE, "qualifier: 余", "qualifier: ◆约", Code.BAD_WORD, "原文", "source"),
    thought(CULTURE, "qualifier: 超", "qualifier: ◆超过", Code.BAD_WORD, "是不是 超", "Did you mean 超"),
    thought(EX, "language: zh", "language: ◆中文", Code.BAD_WORD, "zh"),
    thought(CULTURE, "pictogram: niche", "pictogram: ◆nich", Code.UNKNOWN_DRAWING, "niche"),
    thought(CULTURE, "pictogram: courtyard", "pictogram: ◆院落", Code.UNKNOWN_DRAWING, "courtyard"),
    thought(CULTURE, "emblem: peony", "emblem: ◆牡丹", Code.UNKNOWN_DRAWING, "peony"),
    thought(CULTURE, "glaze: peony", "glaze: ◆poeny", Code.UNKNOWN_GLAZE, "peony"),
    thought(CULTURE, "id: museums", "id: ◆Museums 1", Code.BAD_ID, "museums-1"),
    thought(CULTURE, "id: museums", "id: ◆博物馆", Code.BAD_ID, "小写字母", "metro-line-1"),
    thought(CULTURE, "id: museums", "id: ◆museums_2020", Code.BAD_ID, "museums-2020"),
    # What is missing, too much, or of the wrong kind
    thought(CULTURE, "  - kind: photo\n    id:", "  - ◆id:", Code.MISSING_KEY, "photo"),
    thought(CULTURE, "    alt:\n      zh: 示意插画：古城的街上挂满灯笼。\n      en: 'Illustration: a street of the old town hung with lanterns.'\n",
            "", Code.MISSING_KEY, "alt: ", blamed=(CULTURE, "- kind: photo")),
    thought(CULTURE, "        label:\n          zh: 夜间营业的商户\n          en: Shops open at night\n", "", Code.MISSING_KEY,
            "label: ", blamed=(CULTURE, "fact: night-firms")),
    thought(CULTURE, "      - fact: night-firms\n        value", "      - ◆value", Code.MISSING_KEY, "fact: "),
    thought(CULTURE, "        value: 5000\n", "", Code.MISSING_KEY, "value: ", blamed=(CULTURE, "fact: night-firms")),
    thought(EX, "year: 2020\n", "", Code.MISSING_KEY, "year: ", blamed=(EX, "title:\n  zh: 铭记2020")),
    thought(CULTURE, "facts:\n      - sui-tang\n    title:\n      zh: 下", "title:\n      zh: 下", Code.MISSING_KEY, "facts: ",
            blamed=(CULTURE, "kind: goals")),
    thought(CULTURE, "      en: Into the Sui–Tang city\n", "", Code.ENGLISH_MISSING, "en: ", blamed=(CULTURE, "zh: 走进隋唐洛阳城\n    display")),
    thought(CULTURE, "en: Into the Sui–Tang city", "◆en:", Code.EMPTY_TEXT, "填上", "Fill it in"),
    thought(CULTURE, "en: Into the Sui–Tang city", "en: ◆走进隋唐洛阳城", Code.ENGLISH_MISSING, "换成英文", "English"),
    thought(CULTURE, "      zh: 走进隋唐洛阳城\n      en: Into the Sui–Tang city",
            "      zh: Into the Sui–Tang city\n      en: ◆走进隋唐洛阳城", Code.ENGLISH_MISSING, "English"),
    thought(CULTURE, "image: lantern-night.jpg", "◆image:", Code.EMPTY_TEXT, "填上", "Fill it in"),
    thought(CULTURE, "zh: 下一步", "zh: ◆" + "下一步" * 6, Code.TOO_LONG, "缩短 4", "4 characters shorter"),
    thought(CULTURE, "facts:\n      - night-firms\n    image", "facts: ◆night-firms\n    image", Code.WRONG_TYPE, "列表", "list"),
    thought(CULTURE, "      - title:\n          zh: 让文物活起来\n          en: Relics that come alive\n", "      - ◆让文物活起来\n",
            Code.WRONG_TYPE, "title: "),
    thought(CULTURE, "      - title:\n          zh: 国际文旅名城\n          en: A city known for culture and travel\n      - title:\n          zh: 让文物活起来\n          en: Relics that come alive\n",
            "        ◆zh: 国际文旅名城\n        en: A city known for culture and travel\n", Code.WRONG_TYPE, "- ", "- "),
    thought(CULTURE, "      - title:\n          zh: 国际文旅名城\n          en: A city known for culture and travel\n",
            "".join(f"      - title:\n          zh: 第{i}条\n          en: Goal {i}\n" for i in range(5))
            + "      - title:\n          zh: 国际文旅名城\n          en: A city known for culture and travel\n",
            Code.COUNT, "去掉 1 项", "Take away 1", blamed=(CULTURE, "- title:\n          zh: 让文物活起来")),
    # Figures
    thought(CULTURE, "value: 102", "value: ◆12亿", Code.UNIT_IN_VALUE, "value: 12"),
    thought(CULTURE, "value: 102", "value: ◆102座", Code.UNIT_IN_VALUE, "value: 102"),
    thought(CULTURE, "value: 90.5", "value: ◆90.5%", Code.UNIT_IN_VALUE, "value: 90.5"),
    thought(CULTURE, "value: 5000", "value: ◆5000余", Code.QUALIFIER_IN_VALUE, "qualifier: 余"),
    thought(CULTURE, "value: 5000", "value: ◆约5000", Code.QUALIFIER_IN_VALUE, "value 只写 5000", "value: 5000"),
    thought(EX, "year: 2020\n", "year: ◆二〇二〇\n", Code.BAD_NUMBER, "2020"),
    thought(CULTURE, "value: 102", "value: ◆102.", Code.BAD_NUMBER, "102"),
    thought(CULTURE, "value: 5000", "value: ◆1,5", Code.BAD_NUMBER, "1.5"),
    thought(CULTURE, "value: 102", "value: ◆一百零二", Code.BAD_NUMBER, "102"),
    thought(CULTURE, "value: 5000", "value: ◆5000-6000", Code.BAD_NUMBER, "一个数", "one number"),
    thought(CULTURE, "          zh: 家\n          en: firms\n        qualifier: 余\n", "          zh: ◆余家\n          en: firms\n",
            Code.QUALIFIER_IN_VALUE, "qualifier: 余"),
    thought(CULTURE, "          zh: 空气优良天数比例", "          zh: ◆空气优良天数比例不到", Code.QUALIFIER_IN_VALUE,
            "qualifier: 不到"),
    thought(EX, "75s", "◆75", Code.BAD_DURATION, "75s"),
    thought(EX, "75s", "◆1分半", Code.BAD_DURATION, "90s"),
    thought(EX, "75s", "◆5s", Code.OUT_OF_BOUNDS, "10s"),
    thought(EX, "75s", "◆95s", Code.IDLE_ORDER, "90s"),
    thought(EX, "hours:\n  open: 09:00\n  close: 17:30\n", "hours: ◆9:00-17:30\n", Code.WRONG_TYPE, "open: "),
    thought(EX, "themes:\n  - culture\n  - livelihood\n  - development\n", "themes: ◆culture, livelihood, development\n", Code.WRONG_TYPE, "[a, b]"),
    thought(CULTURE, "glaze: peony\n", "glaze: ◆#8E3B5A\n", Code.UNKNOWN_GLAZE, "peony"),
    thought(CULTURE, "glaze: peony\n", "glaze: ◆'#8E3B5A'\n", Code.UNKNOWN_GLAZE, "peony"),
    thought(CULTURE, "keywords:\n  - zh: 隋唐洛阳城\n    en: Sui–Tang Luoyang\n  - zh: 石窟联展\n    en: Grottoes on show together\n",
            "keywords: ◆隋唐洛阳城、石窟联展\n", Code.WRONG_TYPE, "列表", "list"),
    thought(EX, "09:00", "◆9点", Code.BAD_TIME, "09:00"),
    thought(EX, "17:30", "◆5点半", Code.BAD_TIME, "17:30"),
    slip(EX, "17:30", "◆24:00", Code.BAD_TIME, "00:00", meant='00:00'),
    thought(EX, "55in", "◆55寸", Code.BAD_LENGTH, "55in"),
    thought(EX, "base: '#8E3B5A'", "base: ◆牡丹红", Code.BAD_COLOUR, "六位十六进制", "six hexadecimal"),
    thought(EX, "base: '#8E3B5A'", "base: ◆'#8E3B5'", Code.BAD_COLOUR, "六位十六进制", "six hexadecimal"),
    thought(EX, "base: '#8E3B5A'", "base: ◆'#E7AFC4'", Code.LOW_CONTRAST, "'#", "'#"),
    # How it hangs together
    thought(CULTURE, "id: lantern-night", "id: ◆goals", Code.DUPLICATE_ID, "goals-2", blamed=(CULTURE, "id: goals\n    facts:\n      - sui")),
    thought(CULTURE, "      - night-firms\n      - clear-days\n", "      - night-firms\n", Code.FACT_NOT_LISTED, "clear-days",
            blamed=(CULTURE, "fact: clear-days")),
    thought(CULTURE, "unit: '%'", "unit: 公里", Code.DISPLAY_MISFIT, "number", blamed=(CULTURE, "display: wards")),
    thought(CULTURE, "value: 90.5", "value: 905", Code.DISPLAY_MISFIT, "number", blamed=(CULTURE, "display: wards")),
    thought(CULTURE, "each: 50", "each: ◆1", Code.DISPLAY_MISFIT, "each: 5"),
    thought(CULTURE, "display: list", "display: ◆hub", Code.DISPLAY_MISFIT, "list"),
    thought(EX, "  - cloud-firms\n", "  - ◆cloud-firm\n", Code.UNKNOWN_STATISTIC, "cloud-firms"),
    thought(EX, "  - livelihood\n", "  - ◆livelyhood\n", Code.UNKNOWN_THEME, "livelihood"),
    slip(EX, "  - livelihood\n", "  - ◆livelihood.yaml\n", Code.BAD_ID, "livelihood。", "livelihood."),
    thought(EX, "  - livelihood\n", "  - livelihood\n  - ◆culture\n", Code.DUPLICATE_ID, "删去", "delete"),
    thought(EX, "  - livelihood\n", "", Code.UNUSED_FILE, "livelihood", blamed=(EX, "themes:\n")),
    thought(EX, "\n  - culture\n", "\n  - ◆reading\n  - culture\n", Code.UNKNOWN_THEME, "建立这个文件", "Make the file"),
    thought(CULTURE, "  - kind: cover\n    id: cover\n    facts:\n      - museums\n      - sui-tang\n    lead:\n      zh: 古今辉映，诗和远方：洛阳递出这张城市名片。\n      en: >-\n        Old and new in one light, poetry and far horizons. Sui–Tang wards are open, and ancient granaries are\n        better protected and shown.\n",
            "", Code.COVER_FIRST, "加一张 kind: cover", "kind: cover", blamed=(CULTURE, "kind: statistics")),
    # Pictures and files
    thought(CULTURE, "lantern-night.jpg", "◆lantern.jpg", Code.PICTURE_MISSING, "lantern-night.jpg"),
    thought(CULTURE, "lantern-night.jpg", "◆lantern-night", Code.PICTURE_MISSING, "lantern-night.jpg"),
    thought(CULTURE, "lantern-night.jpg", "◆lantern-night.jpeg", Code.PICTURE_MISSING, "lantern-night.jpg"),
    slip(CULTURE, "lantern-night.jpg", "◆photos/lantern-night.jpg", Code.PICTURE_PATH, "lantern-night.jpg"),
    slip(CULTURE, "lantern-night.jpg", "◆photos\\lantern-night.jpg", Code.PICTURE_PATH, "写成 lantern-night.jpg",
            "write lantern-night.jpg"),
    slip(CULTURE, "lantern-night.jpg", "◆C:\\Users\\wang\\桌面\\lantern-night.jpg", Code.PICTURE_PATH, "lantern-night.jpg"),
    slip(CULTURE, "lantern-night.jpg", "◆https://example.org/lantern-night.jpg", Code.PICTURE_PATH, "lantern-night.jpg"),
)  # fmt: skip


def _heic(path: Path) -> None:
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200))


def _png(path: Path) -> None:
    Image.new("RGB", (64, 36), "navy").save(path, "PNG")


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _gif(path: Path) -> None:
    Image.new("P", (64, 36)).save(path, "GIF")


IMAGE: Final = (CULTURE, "image: lantern-night.jpg")

FILES: Final = (
    Mistake("saved as GBK", CULTURE, Recode(lambda t: t.encode("gbk"), "# 主题四"), Code.ENCODING, "UTF-8", "UTF-8",
            machine=True),
    Mistake("saved as GB18030 by Notepad", EX, Recode(lambda t: t.encode("gb18030"), "# 展览总设置"), Code.ENCODING, "UTF-8",
            "UTF-8", machine=True),
    Mistake("saved as GB18030 by Notepad", CULTURE, Recode(lambda t: t.encode("gb18030"), "# 主题四"), Code.ENCODING, "UTF-8",
            "UTF-8", machine=True),
    Mistake("saved as Unicode by Notepad", CULTURE, Recode(lambda t: t.encode("utf-16")), Code.ENCODING, "UTF-8", "UTF-8",
            machine=True),
    Mistake("saved as UTF-16 without a mark", CULTURE, Recode(lambda t: t.encode("utf-16-be")), Code.ENCODING, "UTF-8",
            "UTF-8", machine=True),
    Mistake("opened as GBK and saved", CULTURE, Recode(lambda t: t.encode().decode("gb18030", "replace").encode(), "# 涓"),
            Code.ENCODING, "恢复上一份", "last copy"),
    Mistake("two encodings in one file", CULTURE,
            Recode(lambda t: t.replace("大同坊", "◆").encode().replace("◆".encode(), "大同坊".encode("gbk")),
                   "title:\n          zh: 大同坊"),
            Code.ENCODING, "UTF-8", "UTF-8"),
    Mistake("emptied", CULTURE, Recode(lambda _: b""), Code.EMPTY_FILE, "恢复上一份", "last copy"),
    Mistake("all of it made a comment", CULTURE, Recode(lambda t: ("# " + t.replace("\n", "\n# ")).encode()),
            Code.EMPTY_FILE, "恢复上一份", "last copy"),
    Mistake("a Word document under that name", CULTURE, Recode(lambda _: b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 8),
            Code.ENCODING, "UTF-8", "UTF-8"),
    Mistake("two copies glued together", CULTURE, Append("\n◆title:\n  zh: 文旅融合创特色\n  en: Culture Meets Travel\n"),
            Code.DUPLICATE_KEY, "只留一个", "Keep one"),
    Mistake("the file ends in .yml", CULTURE, Move("themes/culture.yml"), Code.UNKNOWN_THEME, "culture.yaml", "culture.yaml",
            blamed=(EX, "  - culture\n")),
    Mistake("the file ends in .yaml.txt", CULTURE, Move("themes/culture.yaml.txt"), Code.UNKNOWN_THEME, "culture.yaml",
            "culture.yaml", blamed=(EX, "  - culture\n")),
    Mistake("the file in capital letters", CULTURE, Move("themes/Culture.yaml"), Code.UNKNOWN_THEME, "culture.yaml",
            "culture.yaml", blamed=(EX, "  - culture\n")),
    Mistake("the theme is gone", CULTURE, Move(""), Code.UNKNOWN_THEME, "建立这个文件", "Make the file",
            blamed=(EX, "  - culture\n")),
    Mistake("the exhibition is gone", EX, Move(""), Code.NO_FILE, "exhibition.yaml", "exhibition.yaml", blamed=(EX, "")),
    Mistake("the exhibition ends in .yml", EX, Move("exhibition.yml"), Code.NO_FILE, "exhibition.yaml", "exhibition.yaml",
            blamed=(EX, "")),
    Mistake("the picture is gone", PHOTO, Move(""), Code.PICTURE_MISSING, "photos/", "correct its name", blamed=IMAGE),
    Mistake("the picture in capital letters", PHOTO, Move("photos/LANTERN-NIGHT.JPG"), Code.PICTURE_CASE,
            "LANTERN-NIGHT.JPG", "LANTERN-NIGHT.JPG", machine=True, blamed=IMAGE),
    Mistake("the picture with two endings", PHOTO, Move("photos/lantern-night.jpg.jpg"), Code.PICTURE_MISSING,
            "lantern-night.jpg.jpg", "lantern-night.jpg.jpg", blamed=IMAGE),
    Mistake("a phone's HEIC called .jpg", PHOTO, Picture(_heic), Code.PICTURE_FORMAT, "JPEG", "JPEG", blamed=IMAGE),
    Mistake("a GIF called .jpg", PHOTO, Picture(_gif), Code.PICTURE_FORMAT, "JPEG", "JPEG", blamed=IMAGE),
    Mistake("half a picture from a stick", PHOTO, Picture(_cut), Code.PICTURE_BROKEN, "重新复制", "Copy it again",
            blamed=IMAGE),
    Mistake("an empty picture", PHOTO, Picture(_empty), Code.PICTURE_FORMAT, "JPEG", "JPEG",
            blamed=IMAGE),
)  # fmt: skip

HELD_OUT: Final = (
    slip(CULTURE,"      en: Museums\n","      en: ◆Museums: all of them\n",Code.COLON_IN_TEXT,"'Museums: all of them'", meant="      en: 'Museums: all of them'\n"),
    thought(CULTURE,"glaze: peony\n","glaze: ◆牡丹\n",Code.UNKNOWN_GLAZE,"peony"),
    thought(CULTURE,"emblem: peony\n","emblem: ◆peony.svg\n",Code.UNKNOWN_DRAWING,"peony"),
    thought(CULTURE,"    display: steps\n","    display: ◆step\n",Code.BAD_WORD,"steps"),
    slip(CULTURE,"    display: steps\n","    display◆ steps\n",Code.COLON_MISSING,"display: "),
    thought(CULTURE,"      - sui-tang\n    lead:","      - sui-tang\n    ◆led:",Code.UNKNOWN_KEY,"lead"),
    thought(CULTURE,"    lead:\n      zh: 古今","    ◆导语：\n      zh: 古今",Code.WIDE_COLON,"lead: "),
    thought(CULTURE,"        value: 102\n","        value: ◆102 座\n",Code.UNIT_IN_VALUE,"102"),
    thought(CULTURE,"        value: 102\n","        value: ◆≈102\n",Code.QUALIFIER_IN_VALUE,"102"),
    thought(CULTURE,"        value: 102\n","        value: ◆壹佰零贰\n",Code.BAD_NUMBER,"102"),
    thought(CULTURE,"        value: 5000\n","        value: ◆5千\n",Code.UNIT_IN_VALUE,"5000"),
    thought(CULTURE,"        value: 5000\n","        value: ◆0.5万\n",Code.UNIT_IN_VALUE,"0.5"),
    thought(CULTURE,"        value: 90.5\n","        value: ◆百分之九十\n",Code.BAD_NUMBER,"90"),
    slip(CULTURE,"        each: 50\n","        each: ◆50家\n",Code.UNIT_IN_VALUE,"50"),
    thought(CULTURE,"        each: 50\n","        each: ◆五十\n",Code.BAD_NUMBER,"50"),
    slip(CULTURE,"        qualifier: 余\n","        qualifier: ◆预计、以上\n",Code.WRONG_TYPE,"[预计, 以上]", meant="        qualifier: [预计, 以上]\n"),
    thought(CULTURE,"  - zh: 石窟联展\n    en: Grottoes on show together\n","  - ◆石窟联展\n",Code.ENGLISH_MISSING,"English"),
    thought(CULTURE,"  - zh: 石窟联展\n    en: Grottoes on show together\n","  ◆zh: 石窟联展\n  en: Grottoes on show together\n",Code.INDENT,"4 格","4 spaces"),
    thought(CULTURE,"slides:\n","◆sildes:\n",Code.UNKNOWN_KEY,"slides"),
    slip(CULTURE,"slides:\n","◆slides\n",Code.COLON_MISSING,"slides:"),
    slip(CULTURE,"    milestones:\n","    ◆milestones\n",Code.COLON_MISSING,"milestones:"),
    slip(CULTURE,"    caption:\n      zh: 古城","    ◆caption\n      zh: 古城",Code.COLON_MISSING,"caption:"),
    thought(CULTURE,"    status: illustration\n","    status: ◆illustation\n",Code.BAD_WORD,"illustration"),
    thought(CULTURE,"    status: illustration\n","    status: ◆示意\n",Code.BAD_WORD,"illustration"),
    thought(CULTURE,"    year: 2035\n","    year: ◆2035-2040\n",Code.BAD_NUMBER,"一个数","one number"),
    thought(CULTURE,"    year: 2035\n","    year: ◆二〇三五年\n",Code.BAD_NUMBER,"2035"),
    slip(EX,"language: zh\n","language: ◆ZH\n",Code.BAD_WORD,"zh"),
    thought(EX,"  diagonal: 55in\n","  diagonal: ◆55\n",Code.BAD_LENGTH,"55in"),
    thought(EX,"  open: 09:00\n","  open: ◆9.00\n",Code.BAD_TIME,"09:00"),
    thought(EX,"  open: 09:00\n","  open: ◆上午九点\n",Code.BAD_TIME,"09:00"),
    thought(EX,"  - museums\n  - cloud-firms\n","  - ◆museums、cloud-firms\n",Code.WIDE_COMMA,"一项一行","line of its own"),
    thought(EX,"      zh: 四早\n","      zh: ◆\"四早\n",Code.OPEN_QUOTE,'"'),
    thought(EX,"  leaf:\n","  ◆叶绿:\n",Code.BAD_ID,"小写字母","small letters"),
    thought(EX,"    base: '#8E3B5A'\n","    base: ◆'#8E3B5A\n",Code.OPEN_QUOTE,"'"),
    thought(EX,"    base: '#8E3B5A'\n","    base: ◆rgb(142,59,90)\n",Code.BAD_COLOUR,"六位","six"),
    thought(CULTURE,"    image: lantern-night.jpg\n","    image: ◆lantern-night .jpg\n",Code.PICTURE_MISSING,"lantern-night.jpg"),
    thought(CULTURE,"    image: lantern-night.jpg\n","    image: ◆lantern-night．jpg\n",Code.PICTURE_MISSING,"lantern-night.jpg"),
    thought(CULTURE,"    image: lantern-night.jpg\n","    image: ◆lantern_night.jpg\n",Code.PICTURE_MISSING,"lantern-night.jpg"),
    thought(CULTURE,"    id: sui-tang\n","    id: ◆sui tang\n",Code.BAD_ID,"sui-tang"),
    slip(CULTURE,"    id: sui-tang\n","    ◆ID: sui-tang\n",Code.UNKNOWN_KEY,"id"),
    thought(CULTURE,"      - title:\n          zh: 大同坊\n          en: Datong Ward\n","      - ◆title: 大同坊\n          en: Datong Ward\n",Code.INDENT,"zh: 大同坊"),
    thought(CULTURE,"      - title:\n          zh: 大同坊\n","      - ◆title:zh: 大同坊\n",Code.COLON_SPACE,"title: "),
    slip(LIFE,"{fact: preschool, value: 90.5,","{fact: preschool◆，value: 90.5,",Code.WIDE_COMMA,", "),
    thought(LIFE,"    facts: [preschool, senior-high, compulsory]","    facts: ◆(preschool, senior-high, compulsory)",Code.WRONG_TYPE,"["),
    thought(LIFE,"    facts: [preschool, senior-high, compulsory]","    facts: ◆preschool, senior-high, compulsory",Code.WRONG_TYPE,"[a, b]"),
    thought(LIFE,"    facts: [preschool, senior-high, compulsory]","    facts: [preschool, ◆senior-high compulsory]",Code.BAD_ID,"senior-high-compulsory"),
)  # fmt: skip
"""Written down after the loader had been taught by the others: of these 47, it knew the line of 44 and the advice for
35 at first sight.
"""

MISTAKES: Final = (*KEYBOARD, *THOUGHT, *FILES, *HELD_OUT)


HARMLESS: Final = (
    Mistake("a byte order mark", CULTURE, Recode(lambda t: t.encode("utf-8-sig")), Code.ENCODING, "", ""),
    Mistake("Windows line ends", CULTURE, Recode(lambda t: t.replace("\n", "\r\n").encode()), Code.SYNTAX, "", ""),
    Mistake("mixed line ends", CULTURE, Recode(lambda t: t.replace("\n", "\r\n", 40).encode()), Code.SYNTAX, "", ""),
    Mistake("spaces at the end of lines", CULTURE, Recode(lambda t: t.replace("\n", "   \n").encode()), Code.SYNTAX, "", ""),
    Mistake("a tab after the colon", CULTURE, Replace("value: 102", "value:\t102"), Code.TAB, "", ""),
    Mistake("no line end at the end", CULTURE, Recode(lambda t: t.rstrip("\n").encode()), Code.SYNTAX, "", ""),
    Mistake("quotes that were not needed", CULTURE, Replace("zh: 大同坊", "zh: '大同坊'"), Code.SYNTAX, "", ""),
    Mistake("a list that is not indented", CULTURE, Replace("facts:\n      - sui-tang\n    title:\n      zh: 下",
            "facts:\n    - sui-tang\n    title:\n      zh: 下"), Code.INDENT, "", ""),
    Mistake("a full-width per cent", CULTURE, Replace("unit: '%'", "unit: ％"), Code.QUOTE_NEEDED, "", ""),
    Mistake("a PNG called .jpg", PHOTO, Picture(_png), Code.PICTURE_FORMAT, "", ""),
    Mistake("a file left by Office", CULTURE, Recode(lambda t: t.encode()), Code.UNUSED_FILE, "", ""),
)  # fmt: skip
"""What looks like a mistake and is none: it is taken as it is meant."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the mistake is expected; line 0 for the whole file."""

    file: str
    line: int


def make(mistake: Mistake, folder: Path) -> Spot:
    """Makes the mistake in the sound exhibition in `folder`; where it has to be blamed."""
    path = folder / mistake.file
    line = WHOLE
    match mistake.change:
        case Replace(old, new):
            text = path.read_text(encoding="utf-8")
            if text.count(old) != 1:
                raise ValueError(f"{old!r} stands {text.count(old)} times in {mistake.file}")
            changed = text.replace(old, new)
            line = _line(changed, changed.index("◆") if "◆" in new else text.index(old))
            path.write_text(changed.replace("◆", ""), encoding="utf-8")
        case Append(text):
            before = path.read_text(encoding="utf-8")
            line = _line(before + text, (before + text).index("◆"))
            path.write_text(before + text.replace("◆", ""), encoding="utf-8")
        case Recode(encode, mark):
            text = path.read_text(encoding="utf-8")
            line = _line(text, text.index(mark)) if mark and mark in text else 1 if mark else WHOLE
            line += mark.count("\n")
            path.write_bytes(encode(text))
        case Move(to):
            path.rename(folder / to) if to else path.unlink()
        case Picture(write):
            write(path)
        case _:
            assert_never(mistake.change)
    return _expected(mistake, folder, line)


def _expected(mistake: Mistake, folder: Path, line: int) -> Spot:
    if not mistake.blamed:
        return Spot(mistake.file, line)
    file, mark = mistake.blamed
    if not mark:
        return Spot(file, WHOLE)
    text = (folder / file).read_text(encoding="utf-8")
    return Spot(file, _line(text, text.index(mark)))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What the loader said to one mistake, and how long it took, in ms."""

    mistake: Mistake
    spot: Spot
    problems: tuple[Problem, ...]
    milliseconds: float

    @property
    def silent(self) -> bool:
        return not self.problems

    @property
    def first(self) -> Problem | None:
        """The one that a person reads first of those in the file at fault."""
        return next((p for p in self.problems if p.path.as_posix().endswith(self.spot.file)), None)

    @property
    def right_line(self) -> bool:
        return bool(self.first and self.first.line == self.spot.line)

    @property
    def right_advice(self) -> bool:
        first, mistake = self.first, self.mistake
        return bool(
            first
            and first.code is mistake.code
            and mistake.zh in first.remedy.zh
            and mistake.en in first.remedy.en
        )

    @property
    def repairable(self) -> bool:
        return bool(self.first and self.first.edit) or (
            self.mistake.machine and self.mistake.code is Code.ENCODING
        )


def ask(folder: Path) -> tuple[Exhibition | None, tuple[Problem, ...]]:
    """What the loader makes of a folder."""
    try:
        loaded = load(folder)
    except ContentError as error:
        return None, error.problems
    return loaded.exhibition, loaded.warnings


def answers(folder: Path) -> Iterator[Answer]:
    """The loader's answer to every mistake, each in a copy of its own below `folder`."""
    start = write_start(folder / "start")
    for number, mistake in enumerate(MISTAKES):
        content = copytree(start, folder / str(number))
        spot = make(mistake, content)
        began = time.perf_counter()
        _, problems = ask(content)
        yield Answer(mistake, spot, problems, 1000 * (time.perf_counter() - began))


def main() -> None:
    """Prints the answers that are not right, and a table."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(answers(Path(folder)))
    for answer in found:
        if not (answer.right_line and answer.right_advice):
            mistake = answer.mistake
            sys.stdout.write(
                f"{mistake.name}: {mistake.change}\nexpected: {answer.spot.file}:{answer.spot.line} {mistake.code} "
                f"{mistake.zh}\n{report(answer.problems, Language.ZH)}\n"
            )
    total = len(found)
    rows = {
        "mistakes": total,
        "with the right line": sum(a.right_line for a in found),
        "with the right advice": sum(a.right_advice for a in found),
        "with a repair for `kiosk fix`": sum(a.repairable for a in found),
        "with one problem only": sum(len(a.problems) == 1 for a in found),
        "silent": sum(a.silent for a in found),
    }
    for name, count in rows.items():
        sys.stdout.write(f"{name:32}{count:5}  {100 * count / total:5.1f} %\n")
    median = statistics.median(a.milliseconds for a in found)
    sys.stdout.write(f"{'one check, median':32}{median:5.0f}  ms\n")


if __name__ == "__main__":
    main()
