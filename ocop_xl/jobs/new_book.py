"""A commune's first workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.demo.books import empty_commune
from ocop_xl.demo.sample import sample_fields
from ocop_xl.errors import Refusal
from ocop_xl.office.safe_write import create_file
from ocop_xl.sheets.building.workbook import build_workbook


def new_book(path: Path) -> Path:
    """Write an empty master workbook; refused for a name that is no workbook's and where a file is already."""
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"Tên tệp «{path.name}» phải có đuôi .xlsx, ví dụ OCOP_TenXa.xlsx. Hãy gõ lại tên tệp.")
    if path.exists():
        raise Refusal(f"Đã có tệp «{path.name}», phần mềm không ghi đè. Hãy chọn tên khác hoặc chuyển tệp cũ đi.")
    create_file(path, build_workbook(empty_commune(), date.today(), fields=sample_fields()))
    return path
