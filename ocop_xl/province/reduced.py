"""A file that a commune has sent, reduced to what the province needs: a head, and rows as plain values.

The work of one file, from its bytes to bytes: any `Executor` can do it, also on another machine that has no disk in
common with this one. Nothing raises: what cannot be used has a head that says why.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.received import Received, received
from ocop_xl.exchange.rules_version import rules_version
from ocop_xl.exchange.sendings import content_sum
from ocop_xl.exchange.shared_rows import SharedCells
from ocop_xl.faults import fault_in_words
from ocop_xl.model import INPUT_TABLES, Book, spec_of
from ocop_xl.privacy.masking import masked
from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.province.taken import FINDINGS, TAKEN, Taken
from ocop_xl.rules.check import check, counts
from ocop_xl.rules.finding import SEVERITY_NAMES, Finding, Severity

SHAPE = 1
"""Of what is written here: a kept result of another shape is made anew."""
PACKAGE, WORKBOOK = "gói", "sổ"
Cell = str | int | float | None
"""A day is its text, YYYY-MM-DD: its column says that it is one."""


class Head(NamedTuple):
    """What is known of a file. `kind` is `PACKAGE`, `WORKBOOK`, or "" for what is neither: then `refusal` says why.

    `sum` is the SHA-256 of the file; `content` that of what the book says, so that two files that say the same are
    known as such however they were packed; `rows` counts by table, `findings` by severity. `book_id`, `sequence`,
    `previous` and `period` are a package's that says them: whose how-manieth it is, and the code of the one before.
    """

    sum: str
    size: int
    kind: str = ""
    refusal: str = ""
    commune_code: str = ""
    commune: str = ""
    province: str = ""
    made: str = ""
    reckoned: str = ""
    profile: str = ""
    software: str = ""
    model: int = 0
    code: str = ""
    content: str = ""
    book_id: str = ""
    sequence: int = 0
    previous: str = ""
    period: str = ""
    rows: Mapping[str, int] = {}
    findings: Mapping[str, int] = {}


class Reduced(NamedTuple):
    """`rows` by the name of the province's table; each begins with the cell where it stands in the commune's book."""

    head: Head
    rows: Mapping[str, list[list[Cell]]] = {}


def reduced(name: str, raw: bytes, day: str) -> bytes:
    """What the file says on that day (YYYY-MM-DD), packed."""
    head = Head(sha256(raw).hexdigest(), len(raw))
    try:
        return packed(_reduced(head, received(name, raw), date.fromisoformat(day)))
    except Refusal as refusal:
        return packed(Reduced(head._replace(refusal=str(refusal))))
    except Exception as error:
        said = fault_in_words(error, f"Khi đọc «{name}», phần mềm", "hãy gửi tệp này cho người hỗ trợ phần mềm")
        return packed(Reduced(head._replace(refusal=said)))


def packed(one: Reduced) -> bytes:
    """The head as a line of its own, so that it can be read without the rows."""
    head = json.dumps([SHAPE, *one.head], ensure_ascii=False, separators=(",", ":"))
    rows = json.dumps(one.rows, ensure_ascii=False, separators=(",", ":"))
    return head.encode() + b"\n" + zlib.compress(rows.encode(), 1)


def head_of(packed: bytes) -> Head:
    """Raises `ValueError` for what is damaged or of another shape."""
    shape, *facts = json.loads(packed.partition(b"\n")[0])
    if shape != SHAPE or len(facts) != len(Head._fields):
        raise ValueError("shape")
    return Head(*facts)


def rows_of(packed: bytes) -> dict[str, list[list[Cell]]]:
    try:
        rows: dict[str, list[list[Cell]]] = json.loads(zlib.decompress(packed.partition(b"\n")[2]))
    except zlib.error as error:
        raise ValueError("rows") from error
    return rows


def _reduced(head: Head, got: Received, on: date) -> Reduced:
    book = got.book
    if not book.commune.commune_code:
        raise ExchangeError(
            "Trang «Thông tin xã» chưa ghi «Mã xã» nên không biết là của xã nào; hãy đề nghị xã ghi rồi gửi lại."
        )
    found = check(book, on)
    cells = SharedCells(book, on, TO_PROVINCE)
    rows = {taken.name: list(_rows(book, taken, cells)) for taken in TAKEN}
    rows[FINDINGS] = [_finding(book, one) for one in found]
    facts = _facts(got) | {
        "content": content_sum(book),
        "rows": {spec_of(kind).name: len(book[kind]) for kind in INPUT_TABLES if book[kind]},
        "findings": {severity.value: number for severity, number in counts(found).items()},
    }
    return Reduced(head._replace(**facts), rows)


def _facts(got: Received) -> dict[str, Any]:
    commune, manifest = got.book.commune, got.manifest
    said = {
        "kind": PACKAGE if manifest else WORKBOOK,
        "commune_code": commune.commune_code or "",
        "commune": f"{commune.kind or 'xã'} {commune.name or ''}".strip(),
        "province": commune.province or "",
        "model": got.book.version,
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


def rules_of_day(day: str) -> str:
    """What a kept result depends on beside its file: the day, the program, its rules and criteria."""
    return sha256(repr((SHAPE, day, sorted(rules_version().items()))).encode()).hexdigest()[:16]
