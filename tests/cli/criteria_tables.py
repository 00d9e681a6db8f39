"""An officer's table of another decision's criteria, as an Excel, a Word and a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from openpyxl import Workbook

HEADERS = ["Phần", "TT", "Nội dung", "Điểm chuẩn", "Số điểm", "Mức đánh giá", "Số sao"]
TABLE: list[list[object]] = [
    ["Bộ tiêu chí chế biến, Quyết định 148/QĐ-TTg"],
    [],
    HEADERS,
    [None, None, "PHẦN A. Sản xuất", 40],
    [None, "1", "TỔ CHỨC SẢN XUẤT", 40],
    [None, "1.1", "Nguồn nguyên liệu", 30],
    [None, None, None, None, 10, "Có hợp đồng", "***"],
    [None, None, None, None, 30, "Có vùng nguyên liệu", "****"],
    [None, 1.2, "Lao động", 10],
    [None, None, None, None, 10, "Người trong xã"],
    [None, None, "PHẦN B. Tiếp thị", 25],
    [None, "2", "CÂU CHUYỆN SẢN PHẨM", 25],
    [None, None, None, None, 0, "Chưa có"],
    [None, None, None, None, 25, "Có"],
    [None, None, "PHẦN C. Chất lượng", 35],
    [None, "3", "CHẤT LƯỢNG", 35],
    [None, None, None, None, 20, "Đạt", 3],
    [None, None, None, None, 35, "Vượt", "5 sao"],
    [None, None, "Tổng cộng", 100],
]
"""As such tables are printed: titles, a row of its own for each heading, nothing repeated, a sum below."""


def in_excel(path: Path, rows: Sequence[Sequence[object]] = TABLE) -> Path:
    workbook = Workbook()
    assert workbook.active is not None
    for row in rows:
        workbook.active.append(list(row))
    workbook.save(path)
    return path


def in_word(path: Path, rows: Sequence[Sequence[object]] = TABLE) -> Path:
    document = Document()
    table = document.add_table(0, len(HEADERS))
    for row in rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=False):
            cell.text = "" if value is None else str(value)
    document.save(str(path))
    return path


def in_csv(path: Path, rows: Sequence[Sequence[object]] = TABLE) -> Path:
    text = "\n".join(";".join("" if value is None else str(value) for value in row) for row in rows)
    path.write_text(text, encoding="utf-8")
    return path
