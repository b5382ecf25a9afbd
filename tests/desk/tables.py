"""Workbooks and CSV files as staff fill them in."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Values = Sequence[Sequence[object]]


def write_workbook(
    path: Path, rows: Values, sheet: str = "数字", change: Callable[[Workbook, Worksheet], None] | None = None
) -> Path:
    """Rows from A1 on; `change` does the rest before it is saved."""
    book = Workbook()
    del book["Sheet"]
    page = book.create_sheet(sheet)
    for row in rows:
        page.append(list(row))
    if change:
        change(book, page)
    book.save(path)
    return path


def write_csv(path: Path, rows: Values, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    stream = StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one of its files changed."""
    stream = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == name else data)
    path.write_bytes(stream.getvalue())
    return path
