"""A file that a commune has sent, reduced to what the province needs: a head, and what the file adds to its workbook.

The work of one file, from its bytes to bytes: any `Executor` can do it, also on another machine that has no disk in
common with this one. Nothing raises: what cannot be used has a head that says why.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from ocop_xl.errors import ExchangeError, NewerProgram, NotAWorkbook, NotOcopBook, PlainText, Refusal, UnknownFile
from ocop_xl.exchange.received import Received, received
from ocop_xl.exchange.sendings import content_sum
from ocop_xl.exchange.shared_rows import SharedCells
from ocop_xl.faults import fault_in_words
from ocop_xl.model import INPUT_TABLES, Book, spec_of
from ocop_xl.privacy.masking import masked
from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.province.answered import head_of_answer, remarks_in
from ocop_xl.province.head import LETTER, PACKAGE, WORKBOOK, Cell, Head, packed, refused, rest_of
from ocop_xl.province.summary.analyses import COUNTED, Sums, counted
from ocop_xl.province.summary.doubles import Known, known_of
from ocop_xl.province.summary.one_commune import OneCommune
from ocop_xl.province.tables.ready import ReadyRow, from_one_text, in_one_text, ready
from ocop_xl.province.taken import FINDING_COLUMNS, FINDINGS, ORIGIN, TAKEN, Taken
from ocop_xl.province.time_limit import TakesTooLong, at_most
from ocop_xl.records import NamedTuple
from ocop_xl.rules.check import check, counts
from ocop_xl.rules.finding import SEVERITY_NAMES, Finding, Severity

LONGEST = 5.0
"""Seconds of processor time for one file, a hundred times what the book of a busy commune takes."""
_TOO_LONG = (
    "Tệp «{name}» đọc quá {seconds} giây xử lý mà chưa xong: tệp lớn hoặc có cấu tạo bất thường; hãy đề nghị xã lập "
    "lại gói từ sổ của mình rồi gửi lại."
)
_NAMES_OF_SENDINGS = (".zip", ".xlsx")
_MANGLED = (
    "Tệp «{name}» mang tên gói, sổ nhưng bên trong là {what}: thường do thư điện tử hoặc trang web lưu sai; hãy xin "
    "lại tệp từ người gửi."
)
_AT = ORIGIN[-1]
"""The one column of origin that a file says of itself: the others follow from what became of it."""


class Added(NamedTuple):
    """What a file adds to the province's workbook: to each of its analyses, in their order; rows and producers that
    other communes may have too; rows by sheet, ready to be written behind the columns of their origin."""

    sums: list[Sums]
    known: list[Known]
    rows: dict[str, list[ReadyRow]]


def reduced(name: str, raw: bytes, day: str) -> bytes:
    """What the file says on that day (YYYY-MM-DD), packed."""
    head = refused(raw, "")
    try:
        with at_most(LONGEST):
            return _reduced(head, received(name, raw), date.fromisoformat(day))
    except TakesTooLong:
        return packed(head._replace(refusal=_TOO_LONG.format(name=name, seconds=f"{LONGEST:g}".replace(".", ","))))
    except Refusal as refusal:
        return packed(head_of_answer(head, name, raw) or _refused(head, name, refusal))
    except Exception as error:
        said = fault_in_words(error, f"Khi đọc «{name}», phần mềm", "hãy gửi tệp này cho người hỗ trợ phần mềm")
        return packed(head._replace(refusal=said))


def _refused(head: Head, name: str, refusal: Refusal) -> Head:
    """A mail has more in it than packages: that is nobody's mistake. But what is called a zip or a workbook and is none
    has been one until a mail program, a portal or a person spoilt it."""
    if isinstance(refusal, NotAWorkbook | PlainText) and not isinstance(refusal, UnknownFile):
        if name.lower().endswith(_NAMES_OF_SENDINGS):
            return head._replace(refusal=_MANGLED.format(name=name, what=refusal.what))
        return head._replace(kind=LETTER, refusal=f"Là {refusal.what}, không phải sổ hay gói của xã.")
    if isinstance(refusal, NotOcopBook):
        return head._replace(kind=LETTER, refusal="Là sổ Excel khác, không có bảng nào của sổ OCOP.")
    return head._replace(refusal=str(refusal), newer=isinstance(refusal, NewerProgram))


def added_by(packed: bytes) -> Added:
    """Raises `ValueError` for what is damaged."""
    facts, _, rows = rest_of(packed).partition("\n")
    sums, known = json.loads(facts)
    tables = zip((*(taken.sheet for taken in TAKEN), FINDINGS), from_one_text(rows), strict=True)
    return Added(sums, [Known(*one) for one in known], dict(tables))


def _reduced(head: Head, got: Received, on: date) -> bytes:
    book = got.book
    if not book.commune.commune_code:
        raise ExchangeError(
            "Trang «Thông tin xã» chưa ghi «Mã xã» nên không biết là của xã nào; hãy đề nghị xã ghi rồi gửi lại."
        )
    found = check(book, on)
    cells = SharedCells(book, on, TO_PROVINCE)
    rows = {taken.name: list(_rows(book, taken, cells)) for taken in TAKEN}
    facts = _facts(got) | {
        "content": content_sum(book),
        "rows": {spec_of(kind).name: len(book[kind]) for kind in INPUT_TABLES if book[kind]},
        "findings": {severity.value: number for severity, number in counts(found).items()},
        "remarks": remarks_in(book, on),
    }
    head = head._replace(**facts)
    commune = OneCommune(head, rows)
    said = [[counted(one, commune, on) for one in COUNTED], known_of(commune)]
    tables = [*(_ready(taken, rows[taken.name]) for taken in TAKEN), _ready_findings(book, found)]
    return packed(head, f"{json.dumps(said, ensure_ascii=False, separators=(',', ':'))}\n{in_one_text(tables)}")


def _ready(taken: Taken, rows: list[list[Cell]]) -> list[ReadyRow]:
    by = 1 + taken.attributes.index(taken.by) if taken.by else None
    return [ready(row, (_AT, *taken.columns), by) for row in rows]


def _ready_findings(book: Book, found: list[Finding]) -> list[ReadyRow]:
    return [ready(_finding(book, one), (_AT, *FINDING_COLUMNS)) for one in found]


def _facts(got: Received) -> dict[str, Any]:
    commune, manifest = got.book.commune, got.manifest
    said = {
        "kind": PACKAGE if manifest else WORKBOOK,
        "commune_code": commune.commune_code or "",
        "commune": f"{commune.kind or 'xã'} {commune.name or ''}".strip(),
        "province": commune.province or "",
        "model": got.book.version,
        "is_copy": got.book.is_copy,
        "code": got.code,
        "book_id": got.book.identity.book_id if got.book.identity else "",
    }
    if manifest is None:
        return said
    if manifest.commune.get("commune_code", "") != said["commune_code"]:
        raise ExchangeError(
            f"Danh mục của gói ghi mã xã {manifest.commune.get('commune_code') or 'trống'}, sổ trong gói ghi "
            f"{said['commune_code']}; hãy hỏi lại người gửi."
        )
    return said | {
        "made": manifest.made,
        "reckoned": manifest.reckoned,
        "profile": manifest.profile.get("code", ""),
        "software": str(manifest.rules.get("software", "")),
        "book_id": manifest.book_id,
        "sequence": manifest.sequence,
        "previous": manifest.previous,
        "period": manifest.period,
    }


def _rows(book: Book, taken: Taken, cells: SharedCells) -> Iterator[list[Cell]]:
    place = book.placement(taken.row_type)
    key = spec_of(taken.row_type).key
    columns = taken.columns
    for row in book[taken.row_type]:
        where = place.cell(row, key.attribute) if key else str(row.at)
        yield [f"{place.sheet}!{where}", *(_plain(cells.cell(row, column)) for column in columns)]


def _plain(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _finding(book: Book, found: Finding) -> list[Cell]:
    """Without what a package would not carry: of a personal cell only that something is wrong with it."""
    message = masked(found.message, "")[0]
    if any(column.personal and column.header == found.column for column in _columns_of(found.table)):
        message = f"Ô dữ liệu cá nhân ở cột «{found.column}» chưa đúng; nội dung chỉ xem ở sổ của xã."
    name = SEVERITY_NAMES[Severity(found.severity)]
    return [found.where, name, found.code, masked(found.row_id, "")[0], found.column, message, found.fix]


def _columns_of(table: str) -> tuple[Any, ...]:
    return next((spec_of(kind).columns for kind in INPUT_TABLES if spec_of(kind).name == table), ())
