"""What a commune has sent, as a book: a package that verifies, or a workbook as it is."""

from __future__ import annotations

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.manifest import LIST, Manifest
from ocop_xl.exchange.verify import shown, verify_package
from ocop_xl.model import Book
from ocop_xl.office.container import Opened
from ocop_xl.office.sniff import ZIP_MAGIC
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.reading.read import read_book


class Received(NamedTuple):
    """`manifest` and `code` are a package's; a plain workbook has none."""

    book: Book
    manifest: Manifest | None = None
    code: str = ""


def received(name: str, raw: bytes) -> Received:
    """Read what these bytes hold, whatever the file is called; a `Refusal` says why it cannot be used."""
    if not is_package(name, raw):
        return Received(read_book(raw, name=name))
    verified = verify_package(raw, name)
    if verified.problems:
        raise ExchangeError(verified.problems[0])
    workbook = next((one.path for one in verified.manifest.files if one.path.endswith(".xlsx")), None)
    if workbook is None:
        raise ExchangeError(f"Gói «{shown(name)}» không có sổ; hãy xin lại gói từ người gửi.")
    book = read_book(Opened(name, raw)[workbook], name=name)
    return Received(book, verified.manifest, verified.code)


def is_package(name: str, raw: bytes) -> bool:
    """By its list: a package may have been renamed, and mail programs do."""
    return raw.startswith(ZIP_MAGIC) and LIST.encode() in raw and LIST in Opened(name, raw)
