"""Opens an old file whatever its format, told by its content rather than its name."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.errors import EmptyWorkbookFile, SourceUnreadable
from ocop_xl.office.archive import read_directory
from ocop_xl.office.files import LIST, read_file
from ocop_xl.office.guard import MAX_FILE, Refusals
from ocop_xl.sheets.importing.sources.cells import Grid

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
MOST_PARTS = 5000


def read_grids(path: Path) -> list[Grid]:
    """Every table of the file. Raises a `WorkbookError` with a sentence for people."""
    data = _bytes_of(path)
    if data.startswith(b"PK"):
        return _read_package(data, path)
    if data.startswith(_OLD_OFFICE):
        raise SourceUnreadable(
            path.name,
            "có định dạng Office cũ (.xls, .doc) hoặc đang đặt mật khẩu; "
            "hãy mở tệp, bỏ mật khẩu nếu có, rồi lưu lại thành .xlsx hoặc .docx.",
        )
    if data.startswith(b"%PDF"):
        raise SourceUnreadable(path.name, "là PDF, không đọc được bảng; hãy dùng tệp Word hoặc Excel gốc.")
    if path.suffix.lower() == ".csv":
        from ocop_xl.sheets.importing.sources.csv_text import read_csv

        return [read_csv(data, path.name)]
    from ocop_xl.sheets.importing.sources.plain_text import read_text

    return read_text(data, path.name)


def _bytes_of(path: Path) -> bytes:
    data = read_file(path, MAX_FILE, LIST)
    if not data:
        raise EmptyWorkbookFile(path.name)
    return data


def _read_package(data: bytes, path: Path) -> list[Grid]:
    with Refusals(path.name):
        parts = read_directory(data, MOST_PARTS)
    if "word/document.xml" in parts:
        from ocop_xl.sheets.importing.sources.docx import read_docx

        return read_docx(parts, path.name)
    from ocop_xl.sheets.importing.sources.xlsx import read_xlsx

    return read_xlsx(data, path.name)
