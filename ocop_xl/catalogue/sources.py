"""Which workbooks a catalogue is made of: a file, or a folder of workbooks and of packages that were sent."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.received import received
from ocop_xl.model import Book
from ocop_xl.office.container import MAX_FILE
from ocop_xl.office.files import PACKAGE, read_file
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.reading.read import read_book


class Source(NamedTuple):
    """A workbook, beside which folder its «anh» lies, and when it was made (packages say; else "")."""

    book: Book
    beside: Path
    made: str = ""


def sources_at(path: Path, said: list[str]) -> list[Source]:
    """Of a folder one workbook a commune, the package made last; `said` gets a sentence for each file that is not
    used. Refused where nothing could be read."""
    if not path.is_dir():
        return [Source(read_book(path), path.parent)]
    latest: dict[str, Source] = {}
    for file in sorted(path.iterdir()):
        if file.suffix.lower() in (".xlsx", ".zip") and not file.name.startswith(("~$", ".")):
            source = _of_many(file, path, said)
            if source is not None:
                _keep_latest(latest, source, file.name, said)
    if not latest:
        raise ExchangeError(
            f"Thư mục «{path.name}» không có sổ .xlsx hay gói .zip nào đọc được; hãy chọn thư mục khác."
        )
    return [latest[code] for code in sorted(latest)]


def _of_many(file: Path, folder: Path, said: list[str]) -> Source | None:
    try:
        source = _from_file(file)
    except Refusal as refusal:
        said.append(f"Không dùng «{file.name}»: {refusal}")
        return None
    return source._replace(beside=folder / (source.book.commune.commune_code or "xa"))


def _from_file(file: Path) -> Source:
    got = received(file.name, read_file(file, MAX_FILE, PACKAGE))
    return Source(got.book, file.parent, got.manifest.made if got.manifest else "")


def _keep_latest(latest: dict[str, Source], source: Source, name: str, said: list[str]) -> None:
    code = source.book.commune.commune_code or ""
    if code in latest:
        said.append(f"«{name}»: xã có mã {code or 'để trống'} có nhiều sổ trong thư mục; chỉ dùng gói lập sau cùng.")
        if source.made < latest[code].made:
            return
    latest[code] = source
