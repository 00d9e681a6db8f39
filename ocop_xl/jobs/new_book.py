"""A new workbook: a commune's first one, or an older one laid out anew in today's shape."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from ocop_xl.demo.books import empty_commune
from ocop_xl.demo.sample import sample_fields
from ocop_xl.errors import Refusal
from ocop_xl.office.safe_write import create_file
from ocop_xl.sheets.building.workbook import build_workbook

if TYPE_CHECKING:
    from ocop_xl.sheets.renewing.renew import Renewed


def new_book(path: Path, book_id: str = "") -> Path:
    """Write an empty master workbook; refused for a name that is no workbook's and where a file is already.

    `book_id`, 32 hex digits, is who the workbook and all its copies will be: a fresh one unless it is given.
    """
    _refuse_name(path)
    create_file(path, build_workbook(empty_commune(book_id or uuid4().hex), date.today(), fields=sample_fields()))
    return path


def renewed_book(path: Path, old: Path, on: date | None = None) -> Renewed:
    """Write what the old workbook holds as a new one; the old one is only read. Refused as `new_book` is."""
    from ocop_xl.sheets.renewing.renew import renew

    _refuse_name(path)
    renewed = renew(old, on, sample_fields())
    create_file(path, renewed.content)
    return renewed


def _refuse_name(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"Tên tệp «{path.name}» phải có đuôi .xlsx, ví dụ OCOP_TenXa.xlsx. Hãy gõ lại tên tệp.")
    if path.exists():
        raise Refusal(f"Đã có tệp «{path.name}», phần mềm không ghi đè. Hãy chọn tên khác hoặc chuyển tệp cũ đi.")
