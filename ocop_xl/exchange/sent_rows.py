"""The line of «Sổ gửi» for a package: the workbook's identity keeps the chain, this says it to people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ocop_xl.changes.change import Change, Value
from ocop_xl.exchange.manifest import Manifest
from ocop_xl.model import Book, Row, Sent, spec_of, table_named
from ocop_xl.model.keys import next_key
from ocop_xl.rules.finding import Severity

_WHY = "ghi vào sổ gửi"


def sent_before(book: Book, sequence: int) -> Book:
    """The book without the lines of this package and later ones: made again, it is the same byte for byte."""
    earlier = [row for row in book[Sent] if row.sequence is not None and row.sequence < sequence]
    tables: dict[type[Row], list[Any]] = {**book.tables, Sent: earlier} if Sent in book.tables else book.tables
    return book.with_tables(tables)


def sent_row(book: Book, manifest: Manifest, code: str) -> Iterator[Change]:
    """A new line; none for a package that stands there already: the same day's package is the same."""
    if any(row.code == code for row in book[Sent]):
        return
    spec, row_id = spec_of(Sent), next_key(book, Sent)
    cells: dict[str, Value] = {
        "sequence": manifest.sequence,
        "made": date.fromisoformat(manifest.made),
        "period": manifest.period or None,
        "code": code,
        "content": "; ".join(one.path for one in manifest.files),
        "counts": ", ".join(f"{table_named(name).sheet} {count}" for name, count in manifest.rows.items()),
        "errors": manifest.findings[Severity.ERROR.value],
    }
    for name, value in cells.items():
        if value is not None:
            yield Change(spec.name, row_id, spec.column(name).header, None, value, _WHY)
