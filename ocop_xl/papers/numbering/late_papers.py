"""The papers that wait for văn thư's number: which do, and what is done once it stands in the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ocop_xl.changes.change import Change
from ocop_xl.errors import PaperError
from ocop_xl.model import Book, Paper, spec_of
from ocop_xl.papers.numbering.last_numbers import LastNumbers
from ocop_xl.papers.numbering.late_number import has_room, with_number
from ocop_xl.papers.numbering.numbers import WAITING, numbered_stem, printed_number, sign
from ocop_xl.papers.numbering.register import Enter, registered_files
from ocop_xl.papers.numbering.staged import Waiting, put_in_place, stage, withdraw
from ocop_xl.papers.paper_job import FailedPaper, MadePaper, PaperResult, Papers
from ocop_xl.records import NamedTuple

_WHY = "điền số văn thư đã cho"


class _Numbered(NamedTuple):
    """A row with its number, the file as it waited and the one with the number, beside its place."""

    row: Paper
    old: Path
    fresh: Waiting


def waiting_rows(book: Book) -> list[Paper]:
    """Rows whose file has no number in it yet, whether văn thư has given it or not."""
    return [row for row in book[Paper] if row.file and f"_{WAITING}-" in row.file]


def numbered_rows(book: Book) -> list[Paper]:
    """Of those, the ones that have their number in the register now."""
    return [row for row in waiting_rows(book) if row.number]


def enter_late_numbers(book: Book, on: date, out: Path, enter: Enter) -> Papers:
    """Put each number into its file, which gets the name of its number; both or neither, as with every number.

    A file that cannot take its number keeps waiting, and the others do not.
    """
    outcomes: list[_Numbered | FailedPaper] = []
    for row in numbered_rows(book):
        try:
            outcomes.append(_numbered(book, row, out))
        except PaperError as error:
            outcomes.append(FailedPaper("", row.title or "", str(error)))
    fresh = [one for one in outcomes if isinstance(one, _Numbered)]
    try:
        enter([*map(_change, fresh), *(LastNumbers(book, on, {}).changes(book) if fresh else ())])
    except Exception:
        for one in fresh:
            withdraw(one.fresh)
        raise
    return Papers(tuple(_placed(one) if isinstance(one, _Numbered) else one for one in outcomes))


def _numbered(book: Book, row: Paper, out: Path) -> _Numbered:
    old, symbol = out / str(row.file), row.symbol or ""
    if row.issued is None:
        raise PaperError(
            f"Văn bản {row.id} có số mà chưa có «Ngày ban hành» (trang Văn bản). Hãy ghi ngày rồi làm lại."
        )
    if twin := next(_twins(book, row), None):
        raise PaperError(
            f"Số {sign(row.number, symbol)} đã có ở dòng {twin.id} (trang Văn bản). Hãy hỏi văn thư rồi sửa."
        )
    content = _content(old)
    if not has_room(content, symbol):
        raise PaperError(
            f"Tệp {old.name} không còn dòng «Số:      /{symbol}» để điền số. Hãy mở tệp bằng Word và ghi số vào."
        )
    filled = with_number(content, printed_number(row.number or 0), symbol, row.issued)
    stem = old.stem.partition(f"_{WAITING}-")[0]
    name = numbered_stem(stem, row.number, symbol)
    return _Numbered(row, old, stage(out, name, ".docx", filled, registered_files(book), Path(book.source)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PaperError(
            f"Không mở được tệp {path.name} trong thư mục {path.parent}. Hãy đóng tệp trong Word hoặc để tệp về chỗ cũ."
        ) from error


def _twins(book: Book, row: Paper) -> Iterator[Paper]:
    assert row.issued is not None
    key = (row.number, (row.symbol or "").casefold(), row.issued.year)
    others = (one for one in book[Paper] if one is not row and one.issued)
    return (one for one in others if (one.number, (one.symbol or "").casefold(), one.issued.year) == key)  # type: ignore[union-attr]


def _change(one: _Numbered) -> Change:
    spec = spec_of(Paper)
    return Change(spec.name, str(one.row.id), spec.column("file").header, one.row.file, one.fresh.path.name, _WHY)


def _placed(one: _Numbered) -> PaperResult:
    title, number = one.row.title or "", sign(one.row.number, one.row.symbol or "")
    try:
        put_in_place(one.fresh)
        one.old.unlink(missing_ok=True)
    except PaperError as error:
        return FailedPaper("", f"{title} (số {number})", str(error))
    except OSError:
        notice = f"Tệp chưa có số {one.old.name} đang mở ở chương trình khác: hãy đóng rồi xóa tệp ấy."
        return MadePaper("", title, one.fresh.path, (), (notice,), number)
    return MadePaper("", title, one.fresh.path, (), (), number)
