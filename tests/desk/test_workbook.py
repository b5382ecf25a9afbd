"""Cells as they are shown, and files nobody should open."""

from __future__ import annotations

import os
import re
import zipfile
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.desk.workbook import MOST_BYTES, MOST_ROWS, Cell, WorkbookError, read_sheets
from tests.desk.tables import with_part, write_csv, write_workbook


def cell_of(path: Path, value: object, code: str | None = None) -> Cell:
    """The cell A1 of a workbook with this value, in this format."""

    def form(book: Workbook, page: Worksheet) -> None:
        page["A1"] = value  # type: ignore[assignment]
        if code:
            page["A1"].number_format = code

    (sheet,) = read_sheets(write_workbook(path / "t.xlsx", [], change=form))
    return sheet.rows[0][0]


@pytest.mark.parametrize(
    ("value", "code", "text", "exact"),
    [
        (90.5, None, "90.5", False),
        (102, None, "102", False),
        (0.1 + 0.2, None, "0.3", False),
        (2.4, "0.00", "2.40", True),
        (1137, "#,##0", "1137", True),
        (-1.5, "0.0_ ;[Red]-0.0 ", "-1.5", True),
        (12, '0"亿"', "12", True),
        ("2.40", "@", "2.40", True),
        ("9.8", None, "9.8", True),
        (1e-7, None, "0.0000001", False),
        ("  两\n 行  ", None, "两 行", True),
    ],
)
def test_a_number_is_read_as_it_is_shown(
    tmp_path: Path, value: object, code: str | None, text: str, exact: bool
) -> None:
    assert cell_of(tmp_path, value, code) == Cell(1, 1, text, exact)


@pytest.mark.parametrize("code", ["0%", "0.0%", "0.00%"])
def test_per_cent_is_told_from_a_fraction(tmp_path: Path, code: str) -> None:
    assert cell_of(tmp_path, 0.76, code) == Cell(1, 1, "76", exact=False, percent=True)


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (date(2020, 1, 2), None, "日期"),
        (time(9, 30), None, "日期或时间"),
        (True, None, "TRUE"),
        ("=1+1", None, "公式"),
        ("#N/A", None, "错误 #N/A"),
        (90.4567, "0.0", "显示成 90.5，里面存的是 90.4567"),
        (0.905, "0%", "存的是 90.5"),
        (120000, "0.0,", "千位"),
        (120000, '0!.0,"万"', "千位"),
        (1e300, None, "太大"),
        ("零\u200b宽", None, "U+200B"),
        ("字" * 2000, None, "太长"),
    ],
)
def test_what_a_cell_cannot_mean_is_its_fault(
    tmp_path: Path, value: object, code: str | None, said: str
) -> None:
    cell = cell_of(tmp_path, value, code)
    assert cell.text == ""
    assert cell.fault
    assert said in cell.fault[0].zh


def test_a_formula_counts_by_its_result(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "t.xlsx", [["=1+1"]])
    with_part(path, "xl/worksheets/sheet1.xml", lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml))
    assert read_sheets(path)[0].rows[0][0].text == "2"


def test_a_cell_is_named_as_the_spreadsheet_names_it() -> None:
    assert [Cell(7, column).name for column in (1, 3, 26, 27, 52, 703)] == [
        "A7", "C7", "Z7", "AA7", "AZ7", "AAA7",
    ]  # fmt: skip


def test_hidden_sheets_are_not_read_and_merged_cells_are_known(tmp_path: Path) -> None:
    def change(book: Workbook, page: Worksheet) -> None:
        hidden = book.create_sheet("隐藏")
        hidden["A1"] = 1
        hidden.sheet_state = "hidden"
        page.merge_cells("B2:C3")

    sheets = read_sheets(write_workbook(tmp_path / "t.xlsx", [[1, 2, 3], [4, 5, 6]], change=change))
    assert [(sheet.name, sheet.merged) for sheet in sheets] == [("数字", (((2, 2), (3, 3)),))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_is_read_whatever_program_saved_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [["编号", "数值"], ["museums", "102"], ["引号", '说"好"，1,2;3']]
    (sheet,) = read_sheets(write_csv(tmp_path / "t.csv", rows, encoding, delimiter))
    assert [[cell.text for cell in row] for row in sheet.rows] == rows


def refusal(path: Path) -> str:
    with pytest.raises(WorkbookError) as caught:
        read_sheets(path)
    return str(caught.value)


def test_a_missing_file_a_folder_and_a_pipe_are_said_to_be_so(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "none.xlsx")
    assert tmp_path.name in refusal(tmp_path)
    os.mkfifo(tmp_path / "pipe.csv")
    assert "不是普通文件" in refusal(tmp_path / "pipe.csv")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"", "是空的"),
        ("a.xlsx", b"PK\x03\x04 broken", "已经损坏"),
        ("a.xlsx", b"hello", "不是 .xlsx"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧的 .xls"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.csv", b"a,b\n\xff\xff\x00\n", "损坏"),
        ("a.csv", b'a,b\n"c,d\n', "引号"),
        ("a.csv", b"1," * 200, "太大"),
        ("a.csv", b"1\n" * (MOST_ROWS + 1), "太大"),
        ("a.csv", b"1" * (MOST_BYTES + 1), "太大"),
    ],
    ids=lambda value: str(value)[:16],
)
def test_a_file_that_is_no_table_is_refused_with_a_remedy(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert said in refusal(tmp_path / name)


def test_another_document_in_a_zip_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "不是 .xlsx" in refusal(tmp_path / "a.xlsx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [[1]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", bytes(101_000_000))
    assert path.stat().st_size < 1_000_000
    assert "太大" in refusal(path)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(5_000_000))
    size = (5_000_000).to_bytes(4, "little")
    data = stream.getvalue()
    assert data.count(size) == 2
    (tmp_path / "a.xlsx").write_bytes(data.replace(size, (100).to_bytes(4, "little")))
    assert "损坏" in refusal(tmp_path / "a.xlsx")


def test_a_cell_at_the_end_of_the_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [[1]])
    with_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'"A1"', b'"XFD1048576"'))
    assert "太大" in refusal(path)


def test_entities_are_not_followed(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [[1]])
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
    with_part(path, "xl/worksheets/sheet1.xml", lambda xml: bomb + xml)
    assert "损坏" in refusal(path)


@pytest.mark.parametrize("cut", range(10))
def test_a_workbook_cut_off_anywhere_is_refused(tmp_path: Path, cut: int) -> None:
    data = write_workbook(tmp_path / "a.xlsx", [["编号", 1]]).read_bytes()
    (tmp_path / "a.xlsx").write_bytes(data[: 40 + cut * (len(data) - 60) // 9])
    assert "损坏" in refusal(tmp_path / "a.xlsx")


@pytest.mark.parametrize("part", ["workbook", "worksheets/sheet1", "styles", "sharedStrings"])
@pytest.mark.parametrize("step", [3, 5])
def test_a_workbook_with_spoilt_xml_is_refused_or_read(tmp_path: Path, part: str, step: int) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [["编号", 1], ["a", 2]])
    with_part(path, f"xl/{part}.xml", lambda xml: xml[: len(xml) * step // 6])
    outcome: object
    try:
        outcome = len(read_sheets(path))
    except WorkbookError as refused:
        outcome = "a.xlsx" in str(refused)
    assert outcome in (1, True)
