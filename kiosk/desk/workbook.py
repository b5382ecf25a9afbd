"""A workbook or a CSV file as cells of text, spelt as they are shown; what a cell cannot say is its fault.

Two passes read a workbook: calamine its values, and a look at the XML what calamine does not tell: number
formats, formulas without a result, errors, and cells so far out that the table would not fit in memory.
"""

from __future__ import annotations

import csv
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from io import BytesIO, StringIO
from pathlib import Path, PurePosixPath
from typing import Final
from xml.parsers import expat

from kiosk.content.document import HIDDEN
from kiosk.content.exhibition import Text
from kiosk.failure import Failure

MOST_BYTES: Final = 20_000_000
MOST_UNPACKED: Final = 100_000_000
MOST_PARTS: Final = 1_000
MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 100
MOST_CHARACTERS: Final = 1_000
"""Of the file, of it unpacked, the files in it, and of its table; a row is a figure."""
SHEET_NAMES: Final = ("数字", "figures")
"""The sheet to read where there are several."""


class WorkbookError(Failure):
    """Nothing can be read from the file at all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, rows and columns counted from 1.

    `text` is one line, '' where the cell is empty or has a `fault`. `exact`: its decimals are meant, so that
    2.40 is not 2.4; those that a spreadsheet adds to per cent are not. `percent`: it is shown as per cent,
    and the text is what stands before the sign.
    """

    row: int
    column: int
    text: str = ""
    exact: bool = True
    percent: bool = False
    fault: tuple[Text, Text] | None = None

    @property
    def name(self) -> str:
        """As the spreadsheet calls it: C7."""
        letters, rest = "", self.column
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(65 + digit) + letters
        return f"{letters}{self.row}"


Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; that of a CSV file has no name. `merged`: the first and last (row, column) of merged cells."""

    path: Path
    name: str
    rows: Rows
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The visible sheets of a workbook, or the one table of a CSV file. Raises WorkbookError."""
    data = _bytes_of(path)
    if data.startswith(b"PK\x03\x04"):
        return _of_workbook(path, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise _refusal(path, *(LOCKED if locked else OLD))
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".pdf", ".doc", ".docx"):
        raise _refusal(path, *NO_WORKBOOK)
    return (Sheet(path, "", _of_csv(path, data)),)


LOCKED: Final = (
    Text("有密码，打不开。", "is locked with a password."),
    Text("在 Excel 里去掉密码，另存一份。", "Take the password off in Excel and save it anew."),
)
OLD: Final = (
    Text("是旧的 .xls 格式。", "is an old .xls."),
    Text("在 Excel 里另存为 .xlsx。", "Save it as .xlsx in Excel."),
)
NO_WORKBOOK: Final = (
    Text("不是 .xlsx 工作簿，或者已经损坏。", "is no .xlsx workbook, or it is broken."),
    Text(
        "在 Excel 或 WPS 里打开，另存为 .xlsx 或 CSV。",
        "Open it in a spreadsheet program and save it as .xlsx or CSV.",
    ),
)
TOO_MUCH: Final = (
    Text("太大，不像一张数字表。", "is far too large for a table of figures."),
    Text(
        f"只留要导入的数字，最多 {MOST_ROWS} 行 {MOST_COLUMNS} 列，另存一份。",
        f"Keep the figures to import, {MOST_ROWS} rows and {MOST_COLUMNS} columns at most, and save it anew.",
    ),
)


def _refusal(path: Path, reason: Text, remedy: Text) -> WorkbookError:
    return WorkbookError(f"{path.name} {reason.zh}{remedy.zh} / {path.name} {reason.en} {remedy.en}")


def _bytes_of(path: Path) -> bytes:
    from kiosk.content.pictures import Finding, bytes_of

    try:
        data = bytes_of(path, MOST_BYTES + 1)
    except FileNotFoundError:
        raise WorkbookError(f"找不到 {path}。请检查路径。 / There is no {path}. Check the path.") from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise WorkbookError(f"打不开 {path}（{why}）。 / {path} cannot be opened ({why}).") from error
    if isinstance(data, Finding) and not path.is_file():
        reason, remedy = (
            Text("不是普通文件。", "is not a regular file."),
            Text("写一个 .xlsx 或 CSV 文件的名字。", "Name an .xlsx or CSV file."),
        )
        raise _refusal(path, reason, remedy)
    if isinstance(data, Finding) or len(data) > MOST_BYTES:
        raise _refusal(path, *TOO_MUCH)
    if not data.strip():
        reason, remedy = Text("是空的。", "is empty."), Text("重新保存一份。", "Save it anew.")
        raise _refusal(path, reason, remedy)
    return data


# CSV


def _of_csv(path: Path, data: bytes) -> Rows:
    text = _decoded(path, data)
    outside = re.sub(r'"[^"]*"', "", "\n".join(text.splitlines()[:10]))
    delimiter = max(",;\t", key=outside.count)
    rows: list[tuple[Cell, ...]] = []
    try:
        for number, values in enumerate(csv.reader(StringIO(text, ""), delimiter=delimiter, strict=True), 1):
            if number > MOST_ROWS or len(values) > MOST_COLUMNS:
                raise _refusal(path, *TOO_MUCH)
            rows.append(tuple(_text_cell(number, column, value) for column, value in enumerate(values, 1)))
    except csv.Error:
        reason = Text(
            f"第 {len(rows) + 1} 行的引号没有配对。",
            f"has a quotation mark without its pair in row {len(rows) + 1}.",
        )
        remedy = Text("补上或删去一个半角双引号。", "Add or delete one.")
        raise _refusal(path, reason, remedy) from None
    return tuple(rows)


def _decoded(path: Path, data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "gb18030"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _refusal(path, *NO_WORKBOOK)


def _text_cell(row: int, column: int, said: str) -> Cell:
    text = " ".join(said.split())
    hidden = HIDDEN.search(text)
    if hidden:
        fault = (
            Text(
                f"里面有一个看不见的字符（U+{ord(hidden[0]):04X}）。",
                f"holds a character that nobody sees (U+{ord(hidden[0]):04X}).",
            ),
            Text("删去这一格，重新输入。", "Clear the cell and type it again."),
        )
        return Cell(row, column, fault=fault)
    if len(text) > MOST_CHARACTERS:
        fault = (
            Text(f"有 {len(text)} 个字，太长。", f"holds {len(text)} characters, too many."),
            Text("这一格只放一句话。", "One sentence goes here."),
        )
        return Cell(row, column, fault=fault)
    return Cell(row, column, text)


# Workbooks


def _of_workbook(path: Path, data: bytes) -> tuple[Sheet, ...]:
    parts = _unpacked(path, data)
    if "xl/workbook.xml" not in parts:
        raise _refusal(path, *NO_WORKBOOK)
    try:
        plan = _Plan.of(parts)
        looks = {name: _look(path, parts[part], plan) for name, part in plan.sheets.items() if part in parts}
    except (expat.ExpatError, _SpoiltError, ValueError, KeyError):
        raise _refusal(path, *NO_WORKBOOK) from None
    return tuple(_values(path, data, looks))


def _unpacked(path: Path, data: bytes) -> dict[str, bytes]:
    """The XML files in it. All are unpacked and their checksums compared, so none is larger than it says."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise _refusal(path, *TOO_MUCH)
            read = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        raise _refusal(path, *NO_WORKBOOK) from None
    return {name: content for name, content in read.items() if name.endswith((".xml", ".rels"))}


class _SpoiltError(Exception):
    """XML that no spreadsheet program writes."""


def _parse(data: bytes, handler: _Handler) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, given: handler.start(
        tag.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in given.items()}
    )
    parser.EndElementHandler = lambda tag: handler.end(tag.rpartition(" ")[2])
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(data, True)


def _refuse_doctype(*_: object) -> None:
    raise _SpoiltError


class _Handler:
    def start(self, tag: str, given: dict[str, str]) -> None: ...

    def end(self, tag: str) -> None: ...

    def text(self, said: str) -> None: ...


@dataclass(slots=True)
class _Plan(_Handler):
    """Which sheets are seen, where they lie, and the number format of each style."""

    visible: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    formats: list[int] = field(default_factory=list)
    in_cells: bool = False

    @classmethod
    def of(cls, parts: dict[str, bytes]) -> _Plan:
        plan = cls()
        for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"):
            if part in parts:
                _parse(parts[part], plan)
        return plan

    @property
    def sheets(self) -> dict[str, str]:
        return {name: self.targets[link] for name, link in self.visible.items() if link in self.targets}

    def code_of(self, style: str) -> str:
        index = int(style or 0)
        number = self.formats[index] if 0 <= index < len(self.formats) else 0
        return self.codes.get(number) or BUILT_IN.get(number, "")

    def start(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "sheet" if given.get("state", "visible") == "visible":
                self.visible[given["name"]] = given["id"]
            case "Relationship":
                target = given["Target"]
                place = PurePosixPath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
                self.targets[given["Id"]] = str(place)
            case "numFmt":
                self.codes[int(given["numFmtId"])] = given["formatCode"]
            case "cellXfs":
                self.in_cells = True
            case "xf" if self.in_cells:
                self.formats.append(int(given.get("numFmtId", 0)))
            case _:
                pass

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self.in_cells = False


BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
}  # fmt: skip
"""The formats that have a number instead of a code, as far as they say how a number is shown."""


@dataclass(slots=True)
class _Look(_Handler):
    """What one cell after the other is, where calamine gives only its value."""

    path: Path
    plan: _Plan
    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    faults: dict[tuple[int, int], tuple[Text, Text]] = field(default_factory=dict)
    row: int = 0
    column: int = 0
    given: dict[str, str] = field(default_factory=dict)
    formula: bool = False
    value: bool = False
    said: str = ""

    def start(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "row":
                self.row = int(given.get("r", self.row + 1))
                self.column = 0
            case "c":
                self.given, self.formula, self.value, self.said = given, False, False, ""
                self._place(given.get("r", ""))
            case "f":
                self.formula = True
            case "v" | "is":
                self.value, self.said = True, ""
            case _:
                pass

    def text(self, said: str) -> None:
        self.said = (self.said + said)[-40:]

    def end(self, tag: str) -> None:
        if tag != "c" or not (self.value or self.formula):
            return
        if self.row > MOST_ROWS or self.column > MOST_COLUMNS:
            raise _refusal(self.path, *TOO_MUCH)
        place = self.row, self.column
        self.codes[place] = self.plan.code_of(self.given.get("s", ""))
        if self.formula and not self.said and self.given.get("t") != "str":
            self.faults[place] = NO_RESULT
        elif self.given.get("t") == "e":
            shown = self.said[-8:]
            self.faults[place] = (
                Text(f"显示的是错误 {shown}。", f"shows the error {shown}."),
                Text("改好公式，或直接写数。", "Mend the formula, or write the number."),
            )

    def _place(self, name: str) -> None:
        match = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", name)
        if not match:
            self.column += 1
            return
        self.row, self.column = int(match[2]), 0
        for letter in match[1]:
            self.column = 26 * self.column + ord(letter) - 64


NO_RESULT: Final = (
    Text("是一个还没有算出结果的公式。", "is a formula without a result."),
    Text(
        "用 Excel 打开并保存一次，或把它“粘贴为数值”。",
        "Open and save it in Excel once, or paste it as a value.",
    ),
)


def _look(path: Path, data: bytes, plan: _Plan) -> _Look:
    look = _Look(path, plan)
    _parse(data, look)
    return look


def _values(path: Path, data: bytes, looks: dict[str, _Look]) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for name in book.sheet_names:
            if name in looks:
                sheet = book.get_sheet_by_name(name)
                values = sheet.to_python(skip_empty_area=False)
                merged = tuple(
                    ((top + 1, left + 1), (bottom + 1, right + 1))
                    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
                )
                yield Sheet(path, name, _cells(values, looks[name]), merged)
    except CalamineError:
        raise _refusal(path, *NO_WORKBOOK) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # calamine gave up on what it could not foresee
            raise
        raise _refusal(path, *NO_WORKBOOK) from None


Value = int | float | str | bool | time | date | datetime | timedelta


def _cells(values: list[list[Value]], look: _Look) -> Rows:
    width = max((column for _, column in look.codes), default=0)
    height = max((row for row, _ in look.codes), default=0)
    rows = []
    for row in range(1, height + 1):
        said = values[row - 1] if row <= len(values) else []
        rows.append(
            tuple(
                _cell(row, column, said[column - 1] if column <= len(said) else "", look)
                for column in range(1, width + 1)
            )
        )
    return tuple(rows)


def _cell(row: int, column: int, value: Value, look: _Look) -> Cell:
    fault = look.faults.get((row, column))
    if fault:
        return Cell(row, column, fault=fault)
    match value:
        case bool():
            fault = (
                Text(f"是 {str(value).upper()}，不是数也不是文字。", "is a truth value."),
                Text("写数或文字。", "Write a number or a text."),
            )
            return Cell(row, column, fault=fault)
        case int() | float():
            return _number_cell(row, column, value, look.codes.get((row, column), ""))
        case str():
            return _text_cell(row, column, value)
        case time() | date() | timedelta():
            fault = (
                Text("被 Excel 当成了日期或时间。", "is taken for a date or time."),
                Text(
                    "把单元格格式改成“常规”，再写一遍。",
                    "Set the cell's format to General and type it again.",
                ),
            )
            return Cell(row, column, fault=fault)


# How a number is shown


def _number_cell(row: int, column: int, value: float, code: str) -> Cell:
    shown = _placeholders(code)
    percent = "%" in shown
    try:
        number = Decimal(format(value, ".15g")) * (100 if percent else 1)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        fault = (
            Text("这个数太大。", "is too large a number."),
            Text("大数把“万”“亿”写进单位。", "Put 万 or 亿 into the unit."),
        )
        return Cell(row, column, fault=fault)
    if re.search(r"[0#?],+(?![0#?])", shown):
        fault = (
            Text("的格式把数缩小了显示（千位缩放）。", "is shown in thousands by its format."),
            Text(
                "把单元格格式改成“常规”，照要展出的写。",
                "Set the format to General and write it as it is to be shown.",
            ),
        )
        return Cell(row, column, fault=fault)
    least, most = _decimals(shown)
    if most is None or (percent and round(number, most) == number):
        return Cell(row, column, _plain(number), exact=False, percent=percent)
    rounded = round(number, most)
    if rounded != number:
        fault = (
            Text(
                f"显示成 {rounded}，里面存的是 {_plain(number)}。",
                f"shows {rounded} and holds {_plain(number)}.",
            ),
            Text(
                "把要展出的数写出来，不要靠格式四舍五入。",
                "Write the number to be shown; do not let the format round it.",
            ),
        )
        return Cell(row, column, fault=fault)
    return Cell(row, column, f"{rounded:.{max(least, _places(number))}f}", percent=percent)


def _placeholders(code: str) -> str:
    """A format's first part without what it writes out: quoted text, escapes, colours."""
    first = re.sub(r'"[^"]*"|\\.|!.|[_*].|\[[^\]]*\]', "", code).split(";")[0]
    return "" if first.strip().lower() in ("general", "g/通用格式", "@") else first


def _decimals(shown: str) -> tuple[int, int | None]:
    """How many decimals a format shows at least and at most; no most where it shows them all."""
    if not re.search(r"[0#?]", shown) or re.search(r"[eE/]", shown):
        return 0, None
    match = re.search(r"\.([0#?]*)", shown)
    return (match[1].count("0"), len(match[1])) if match else (0, 0)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _places(number: Decimal) -> int:
    _, point, decimals = _plain(number).partition(".")
    return len(decimals) if point else 0
