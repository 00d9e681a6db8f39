"""Opens an old file whatever its format, told by its content rather than its name."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.errors import (
    EmptyWorkbookFile,
    EncryptedWorkbook,
    SourceUnreadable,
    TruncatedWorkbook,
    WorkbookError,
)
from ocop_xl.office.archive import read_directory
from ocop_xl.office.files import LIST, read_file
from ocop_xl.office.guard import MAX_FILE, Refusals
from ocop_xl.office.sniff import ZIP_MAGIC, not_zip, other_package
from ocop_xl.sheets.importing.sources.cells import Grid, Source
from ocop_xl.sheets.importing.sources.old_fonts import to_unicode

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_BINARY = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ")
MOST_PARTS = 5000
READABLE = "xlsx, xls, xlsb, ods, docx, csv, tsv, txt, hoặc trang web (HTML) lưu thành .xls"
_ADVICE = "hãy mở bằng chương trình đã tạo ra nó rồi lưu lại thành .xlsx hoặc .docx."


def open_source(path: Path) -> Source:
    """Everything that stands in the file, texts of old fonts in Unicode.

    Raises a `WorkbookError` with a sentence for people.
    """
    return to_unicode(_read(_bytes_of(path), path))


def read_grids(path: Path) -> list[Grid]:
    """Every table of the file."""
    return [grid for grid in open_source(path).grids if grid.rows]


def _read(data: bytes, path: Path) -> Source:
    name = path.name
    if data.startswith(ZIP_MAGIC):
        return _read_package(data, path)
    if data.startswith(_OLD_OFFICE):
        return _read_old_office(data, name)
    if data.startswith(_BINARY):
        raise _refused(name, not_zip(name, data))
    return _read_text(data, path)


def _read_text(data: bytes, path: Path) -> Source:
    from ocop_xl.sheets.importing.sources.decode import decode
    from ocop_xl.sheets.importing.sources.html import looks_like_html, read_html

    text = decode(data, path.name)
    if looks_like_html(text):
        return read_html(text, path.name)
    if text.lstrip().startswith("<?xml"):
        raise SourceUnreadable(path.name, f"là tệp XML, không phải bảng tính hay văn bản; {_ADVICE}")
    if path.suffix.lower() in (".csv", ".tsv"):
        from ocop_xl.sheets.importing.sources.csv_text import read_csv

        return read_csv(text, path.name)
    from ocop_xl.sheets.importing.sources.plain_text import read_text

    return read_text(text, path.name)


def _bytes_of(path: Path) -> bytes:
    data = read_file(path, MAX_FILE, LIST)
    if not data:
        raise EmptyWorkbookFile(path.name)
    return data


def _read_package(data: bytes, path: Path) -> Source:
    with Refusals(path.name):
        parts = read_directory(data, MOST_PARTS)
    if "word/document.xml" in parts:
        from ocop_xl.sheets.importing.sources.docx import read_docx

        return read_docx(parts, path.name)
    mimetype = data[30:120] if data[30:38] == b"mimetype" else b""
    if "xl/workbook.bin" in parts or b"opendocument.spreadsheet" in mimetype:
        from ocop_xl.sheets.importing.sources.other_sheets import read_other_sheets

        return read_other_sheets(data, parts, path.name)
    problem = other_package(path.name, parts, mimetype)
    if "xl/workbook.xml" not in {part.casefold() for part in parts} and not isinstance(problem, TruncatedWorkbook):
        raise _refused(path.name, problem)
    from ocop_xl.sheets.importing.sources.xlsx import read_xlsx

    return read_xlsx(data, path.name)


def _read_old_office(data: bytes, name: str) -> Source:
    problem = not_zip(name, data)
    if problem.what != "sổ Excel cũ (.xls)":
        raise _refused(name, problem)
    from ocop_xl.sheets.importing.sources.other_sheets import read_other_sheets

    return read_other_sheets(data, {}, name)


def _refused(name: str, problem: WorkbookError) -> WorkbookError:
    """What the file is, in the words of the gate, with what to do so that it can be imported."""
    if isinstance(problem, EncryptedWorkbook | TruncatedWorkbook):
        return problem
    if problem.what == "tệp PDF":
        return SourceUnreadable(name, "là PDF, không đọc được bảng; hãy dùng tệp Word hoặc Excel gốc.")
    return SourceUnreadable(name, f"là {problem.what}, không nhập được; {_ADVICE} Nhập được: {READABLE}.")
