"""Old appendices as communes keep them, made afresh for each test: a table of texts in, a file out."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import xlsxwriter
from docx import Document

Rows = Sequence[Sequence[Any]]
Merges = Sequence[tuple[int, int, int, int]]
"""Merged blocks: first row, first column, last row, last column, from 0."""

HEADER = ("STT", "Tên sản phẩm", "Nhóm sản phẩm", "Loại hình", "Tên cơ sở", "Hiện trạng", "Tiềm năng", "Lộ trình")


def annex(*rows: Sequence[Any]) -> list[Sequence[Any]]:
    """Rows below the plan's own header."""
    return [HEADER, *rows]


def table(text: str) -> list[list[str]]:
    """Rows of a Markdown table; the line of dashes is left out, `\\n` in a cell is a line break."""
    lines = [line.strip().strip("|").split("|") for line in text.strip().splitlines()]
    rows = [[cell.strip().replace("\\n", "\n") for cell in line] for line in lines]
    return [row for row in rows if not all(set(cell) <= {"-"} for cell in row) or not any(row)]


def xlsx_file(path: Path, rows: Rows, merges: Merges = (), errors: Sequence[tuple[int, int, str]] = ()) -> Path:
    """The first sheet from A1; dates as dates. `errors` are cells whose formula failed, as `(row, column, "#REF!")`."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Phụ lục")
        for at, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(at, place, value)
                elif isinstance(value, str) and value:
                    sheet.write_string(at, place, value)
                elif value not in ("", None):
                    sheet.write_number(at, place, value)
        for top, left, bottom, right in merges:
            value = rows[top][left]
            sheet.merge_range(top, left, bottom, right, value)
        for at, place, error in errors:
            sheet.write_formula(at, place, "=#REF!A1", None, error)
    return path


def docx_file(path: Path, rows: Rows, merges: Merges = (), before: str = "PHỤ LỤC") -> Path:
    document = Document()
    document.add_paragraph(before)
    width = max(len(row) for row in rows)
    grid = document.add_table(len(rows), width)
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            if value not in ("", None):
                grid.cell(at, place).text = f"{value:%d/%m/%Y}" if isinstance(value, date) else f"{value}"
    for top, left, bottom, right in merges:
        grid.cell(top, left).merge(grid.cell(bottom, right))
    document.save(str(path))
    return path


def csv_text(rows: Rows, delimiter: str = ",") -> str:
    memory = StringIO()
    csv.writer(memory, delimiter=delimiter).writerows(rows)
    return memory.getvalue()


def csv_file(path: Path, rows: Rows, delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    path.write_bytes(csv_text(rows, delimiter).encode(encoding))
    return path


def tabbed_file(path: Path, rows: Rows, before: str = "KẾ HOẠCH\n\n", after: str = "") -> Path:
    lines = "\n".join("\t".join(f"{value}" if value is not None else "" for value in row) for row in rows)
    path.write_text(f"{before}{lines}\n{after}", encoding="utf-8")
    return path
