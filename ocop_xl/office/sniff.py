"""What a file that is no .xlsx really is, told from its first bytes and its parts, so that the sentence can name it."""

from __future__ import annotations

from collections.abc import Container

from ocop_xl.errors import (
    EncryptedWorkbook,
    NotAWorkbook,
    OtherArchive,
    OtherProgramFile,
    PlainText,
    TruncatedWorkbook,
    UnknownFile,
    WorkbookError,
)

ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KINDS = (
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "văn bản RTF"),
    (b"\x89PNG", "tệp ảnh"),
    (b"\xff\xd8\xff", "tệp ảnh"),
    (b"GIF8", "tệp ảnh"),
    (b"MZ", "tệp chương trình"),
    (b"PK\x05\x06", "tệp nén ZIP rỗng"),
)
_ARCHIVES = ((b"Rar!", "tệp nén RAR"), (b"7z\xbc\xaf", "tệp nén 7z"), (b"\x1f\x8b", "tệp nén GZ"))
_OLE_STREAMS = (("WordDocument", "văn bản Word cũ (.doc)"), ("PowerPoint Document", "bản trình chiếu cũ (.ppt)"))
_TEXT_SAMPLE = 4096


def not_zip(name: str, raw: bytes) -> WorkbookError:
    """The error for a file that does not begin as a zip archive."""
    if name.startswith("~$"):
        return NotAWorkbook(name, "tệp tạm do Excel tạo ra khi sổ đang mở")
    if raw.startswith(_OLE_MAGIC):
        return _old_office(name, raw)
    for magic, kind in _KINDS:
        if raw.startswith(magic):
            return NotAWorkbook(name, kind)
    for magic, kind in _ARCHIVES:
        if raw.startswith(magic):
            return OtherArchive(name, kind)
    return _text_or_unknown(name, raw)


def _old_office(name: str, raw: bytes) -> WorkbookError:
    """Stream names stand in the compound file's directory as UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return EncryptedWorkbook(name)
    for stream, kind in _OLE_STREAMS:
        if stream.encode("utf-16-le") in raw:
            return NotAWorkbook(name, kind)
    if any(stream.encode("utf-16-le") in raw for stream in ("Workbook", "Book")):
        return OtherProgramFile(name, "sổ Excel cũ (.xls)")
    return NotAWorkbook(name, "tệp Office dạng cũ")


def _text_or_unknown(name: str, raw: bytes) -> WorkbookError:
    start = raw[:_TEXT_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return OtherProgramFile(name, "trang web (HTML)")
    if start.startswith(b"<?xml"):
        return OtherProgramFile(name, "tệp XML")
    sixteen_bits = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if sixteen_bits or (start and not any(byte < 9 or 13 < byte < 32 for byte in start)):
        return PlainText(name, "tệp văn bản thuần (csv, txt)")
    return UnknownFile(name, "tệp lạ hoặc đã hỏng")


def other_package(name: str, parts: Container[str], mimetype: bytes) -> WorkbookError:
    """The error for a zip archive without the parts of an .xlsx workbook."""
    if b"opendocument.spreadsheet" in mimetype:
        return OtherProgramFile(name, "bảng tính OpenDocument (.ods)")
    if b"opendocument" in mimetype:
        return NotAWorkbook(name, "văn bản OpenDocument")
    if "xl/workbook.bin" in parts:
        return OtherProgramFile(name, "sổ Excel nhị phân (.xlsb)")
    if "word/document.xml" in parts:
        return NotAWorkbook(name, "văn bản Word (.docx)")
    if "ppt/presentation.xml" in parts:
        return NotAWorkbook(name, "bản trình chiếu PowerPoint (.pptx)")
    if "[Content_Types].xml" in parts:
        return TruncatedWorkbook(name, "thiếu phần chính của sổ")
    return NotAWorkbook(name, "tệp nén ZIP")
