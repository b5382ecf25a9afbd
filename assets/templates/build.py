"""Makes figures.xlsx, the empty workbook that `kiosk import figures --template` saves.

`python assets/templates/build.py`, with openpyxl, where the kiosk is installed. The same words and columns
give the same file: no time and no author is in it. A test tells when it is no longer what this makes.
"""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.desk.import_figures import ALLOWED, COLUMNS, EXAMPLE_FACT, NEEDED

HERE = Path(__file__).parent
EPOCH = datetime(2026, 1, 1)  # noqa: DTZ001 - openpyxl wants it without a zone
ROWS = 200
"""Down to which the cells are made ready."""

EXAMPLE = {
    "theme": "livelihood",
    "slide": "example-slide",
    "title": "例：民生支出",
    "title_en": "Example: spending on people",
    "fact": EXAMPLE_FACT,
    "value": "76",
    "unit": "%",
    "unit_en": "",
    "qualifier": "以上",
    "label": "民生支出占财政支出比重",
    "label_en": "People’s wellbeing, as a share of fiscal spending",
    "display": "wards",
    "pictogram": "",
    "each": "",
}

ABOUT = {
    "theme": "主题文件的编号（如 livelihood），或主题的中文标题",
    "slide": "幻灯片的编号。已有的数字可以空着；新的数字写放在哪张，每张最多三个",
    "title": "只有新建一张幻灯片时才写：它的标题",
    "title_en": "同上，英文",
    "fact": "数字的编号（fact），如 museums：小写字母、数字和减号。必填",
    "value": "只写数，如 90.5。不写单位，不写“约”“余”，不加千分号。必填",
    "unit": "单位。大数把“万”“亿”“万亿”写在这里，如 亿元。新的数字必填",
    "unit_en": "英文的单位写被数的东西，如 yuan；和中文一样（%）就空着",
    "qualifier": "原文有就必填；两个就用顿号隔开，如 预计、以上",
    "label": "这个数字说的是什么。新的数字必填",
    "label_en": "同上，英文",
    "display": "怎么画；空着就是 number",
    "pictogram": "field 用的小图形，如 person；名字见内容手册",
    "each": "一个小图形、一枚钱、一笔、一级代表多少，如 50 或 10亿",
}


def build() -> bytes:
    book = Workbook()
    del book["Sheet"]
    figures, about = book.create_sheet("数字"), book.create_sheet("说明")
    _fill_figures(figures)
    _fill_about(about)
    book.properties.creator = "kiosk"
    book.properties.created = EPOCH
    stream = BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue())


def _fill_figures(sheet: Worksheet) -> None:
    for column, (key, text) in enumerate(COLUMNS.items(), 1):
        head = sheet.cell(1, column, text.zh)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="DEE6DC" if key not in NEEDED else "A9CDB2")
        sheet.cell(2, column, EXAMPLE[key] or None).font = Font(italic=True, color="808080")
        sheet.column_dimensions[get_column_letter(column)].width = 34 if "label" in key else 15
        for row in range(2, ROWS + 1):
            sheet.cell(row, column).number_format = "@"
        if key in ALLOWED:
            letter = get_column_letter(column)
            choice = DataValidation("list", formula1=f'"{",".join(ALLOWED[key])}"', allow_blank=True)
            choice.showErrorMessage = key != "qualifier"  # two may be written there
            sheet.add_data_validation(choice)
            choice.add(f"{letter}2:{letter}{ROWS}")
    sheet.freeze_panes = "A2"


def _fill_about(sheet: Worksheet) -> None:
    rows = [
        ("怎么填", "在“数字”这张表里，一行写一个数字；灰色的一行是例子，先删掉它。"),
        ("", "空着的格子不改动原来的内容；要去掉限定词、画法、小图形或每个代表，写“无”。"),
        ("", "表头可以换顺序，不用的列可以删；不要合并单元格。"),
        ("", "填好后运行：kiosk import figures 这个文件。它先给你看会改哪几行，同意了才写。"),
        ("", ""),
        *((text.zh, ABOUT[key]) for key, text in COLUMNS.items()),
        ("", ""),
        ("限定词可以写", "、".join(ALLOWED["qualifier"])),
        ("画法可以写", "、".join(ALLOWED["display"])),
    ]
    for number, (name, said) in enumerate(rows, 1):
        sheet.cell(number, 1, name or None).font = Font(bold=True)
        sheet.cell(number, 2, said or None).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 16
    sheet.column_dimensions["B"].width = 90


def _timeless(data: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in sorted(old.infolist(), key=lambda entry: entry.filename):
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                moment = EPOCH.isoformat().encode() + b"Z"
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", moment, content)
            new.writestr(
                zipfile.ZipInfo(entry.filename, EPOCH.timetuple()[:6]), content, zipfile.ZIP_DEFLATED
            )
    return stream.getvalue()


if __name__ == "__main__":
    (HERE / "figures.xlsx").write_bytes(build())
