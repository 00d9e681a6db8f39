"""What the cells of some rows held at a moment, small enough for one cell, so that a later look says which one changed.

A trace reads `tblSanPham:1f2e3d4c…:SP01=aaaabbbb…,SP02=…;tblChuThe:…`: table, four hex digits for the header of each
column, then for each row four digits for each cell. With `*` before the headers a row has eight digits for all its cells
together. Columns that the model gets, loses or moves later are not compared. Figures that were counted from many rows
have parts of their own between the others: `ocop_xl.programme.registered.traced_figures`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, unquote
from zlib import crc32

from ocop_xl.model.book import Book
from ocop_xl.model.column import Column
from ocop_xl.model.rows.commune import Commune
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.model.tables import table_called
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import nfc

PASSING: dict[type[Row], frozenset[str]] = {
    Commune: frozenset({"signer", "signer_position", "deputy", "officer", "officer_phone", "recipients", "as_of"}),
}
"""Columns that say who holds an office today, not what a paper was about: a new chairman makes no old paper wrong."""

_TABLE = r"(\w+):(\*?)((?:[0-9a-f]{4})*):(.*)"


class Changed(NamedTuple):
    """A cell that no longer holds what it did. `attribute` is empty when only the row is known, `row` None when the
    row is gone."""

    kind: type[Row]
    row_id: str
    row: Row | None
    attribute: str


Shown = Callable[[type[Row], Column], bool]
"""Whether a paper shows what stands in a column, in words or in a figure."""


def trace(rows: Iterable[Row], limit: int, shown: Shown = lambda kind, column: True) -> str:
    """The trace of these rows, cell by cell or, if that is longer than `limit` characters, row by row; "" if neither
    fits. Only columns that are `shown` are kept. Rows without a key cannot be found again and are left out."""
    by_table: dict[str, tuple[TableSpec, dict[str, Row]]] = {}
    for row in rows:
        spec = spec_of(type(row))
        row_id = _id(row, spec)
        if row_id is not None:
            by_table.setdefault(spec.name, (spec, {}))[1].setdefault(row_id, row)
    for whole in (False, True):
        text = ";".join(_table(spec, found, whole, shown) for spec, found in by_table.values())
        if len(text) <= limit:
            return text
    return ""


def changes_since(book: Book, text: str) -> Iterator[Changed]:
    """What has changed in `book` since the trace was taken; what is no trace, or of another model, says nothing."""
    for part in text.split(";"):
        found = re.fullmatch(_TABLE, part.strip())
        spec = table_called(found[1]) if found else None
        if found is None or spec is None:
            continue
        columns = _marked(spec, found[3])
        for item in found[4].split(","):
            row_id, _, digits = item.partition("=")
            yield from _compare(book, spec.row_type, columns, unquote(row_id), digits, bool(found[2]))


def renamed(text: str, names: Mapping[str, Mapping[str, str]]) -> str:
    """The trace after rows got other keys, by table: under their new keys, and references to them seen as the same.
    Rows of which all cells were kept together are known by the key alone."""
    return ";".join(_renamed(part, names) for part in text.split(";"))


def cells_retaken(book: Book, text: str) -> str:
    """The trace of the same cells as they are now; rows that are gone are left out, parts of other kinds stay."""
    return ";".join(filter(None, (_retaken(book, part) for part in text.split(";"))))


def _retaken(book: Book, part: str) -> str:
    found = re.fullmatch(_TABLE, part.strip())
    spec = table_called(found[1]) if found else None
    if found is None or spec is None:
        return part
    columns, whole = _marked(spec, found[3]), bool(found[2])
    items = []
    for item in found[4].split(","):
        row_id, _, digits = item.partition("=")
        row = book.row(spec.row_type, unquote(row_id))
        if row is not None:
            items.append(f"{row_id}={_digits_now(row, columns, digits, whole)}")
    return f"{found[1]}:{found[2]}{found[3]}:{','.join(items)}" if items else ""


def _digits_now(row: Row, columns: list[Column | None], before: str, whole: bool) -> str:
    """A column that the model no longer has keeps what it held."""
    if whole:
        known = [column for column in columns if column]
        return _row_digits(row, known, whole) if len(known) == len(columns) else before
    cells = ((column, before[4 * at : 4 * at + 4]) for at, column in enumerate(columns))
    return "".join(_row_digits(row, [column], whole) if column else digits for column, digits in cells)


def _renamed(part: str, names: Mapping[str, Mapping[str, str]]) -> str:
    found = re.fullmatch(_TABLE, part.strip())
    spec = table_called(found[1]) if found else None
    if found is None or spec is None:
        return part
    mine = names.get(spec.name, {})
    references = [
        (4 * at, {digits(old): digits(new) for old, new in names[column.refers_to].items()})
        for at, column in enumerate(_marked(spec, found[3]))
        if column and column.refers_to in names and not found[2]
    ]
    items = []
    for item in found[4].split(","):
        row_id, _, cells = item.partition("=")
        for at, seen_as in references:
            cells = cells[:at] + seen_as.get(cells[at : at + 4], cells[at : at + 4]) + cells[at + 4 :]
        items.append(f"{quote(mine.get(unquote(row_id), unquote(row_id)), safe='')}={cells}")
    return f"{found[1]}:{found[2]}{found[3]}:{','.join(items)}"


def _compare(
    book: Book, kind: type[Row], columns: list[Column | None], row_id: str, digits: str, whole: bool
) -> Iterator[Changed]:
    row = book.row(kind, row_id)
    if row is None:
        yield Changed(kind, row_id, None, "")
    elif whole:
        known = [column for column in columns if column]
        if len(known) == len(columns) and _row_digits(row, known, whole) != digits:
            yield Changed(kind, row_id, row, "")
    else:
        for at, column in enumerate(columns):
            if column and _row_digits(row, [column], whole) != digits[4 * at : 4 * at + 4]:
                yield Changed(kind, row_id, row, column.attribute)


def _table(spec: TableSpec, rows: dict[str, Row], whole: bool, shown: Shown) -> str:
    columns = [column for column in _columns(spec) if shown(spec.row_type, column)]
    items = (f"{quote(row_id, safe='')}={_row_digits(row, columns, whole)}" for row_id, row in rows.items())
    marks = "".join(digits(column.header) for column in columns)
    return f"{spec.name}:{'*' if whole else ''}{marks}:{','.join(items)}"


def _columns(spec: TableSpec) -> tuple[Column, ...]:
    """What staff type, without the key: it names the row."""
    passing = PASSING.get(spec.row_type, frozenset())
    return tuple(c for c in spec.inputs if c is not spec.key and c.attribute not in passing)


def _marked(spec: TableSpec, marks: str) -> list[Column | None]:
    """The columns by the digits of their headers, None for one that the model no longer has."""
    known = {digits(column.header): column for column in _columns(spec)}
    return [known.get(marks[at : at + 4]) for at in range(0, len(marks), 4)]


def _row_digits(row: Row, columns: Sequence[Column], whole: bool) -> str:
    cells = [_text(getattr(row, column.attribute)) for column in columns]
    return f"{crc32(chr(0).join(cells).encode()):08x}" if whole else "".join(map(digits, cells))


def digits(text: str) -> str:
    """Four hex digits that stand for a text."""
    return f"{crc32(text.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"


def _text(value: object) -> str:
    """The same for a value as set in memory and as read back from its cell."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:.12g}"
    return nfc(str(value)).replace("\r\n", "\n").strip()


def _id(row: Row, spec: TableSpec) -> str | None:
    """None for a row that its table could not find again."""
    if spec.form:
        return ""
    return getattr(row, spec.key.attribute) if spec.key else None
