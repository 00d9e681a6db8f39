"""Money by source, in million đồng, by one rule for all papers: a blank is a dash, a sum that of the known figures."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.model import Book, Budget
from ocop_xl.papers.context import Values, gap
from ocop_xl.papers.facts import Gap, shown

_UNKNOWN = "–"


def money_of_year(book: Book, year: int) -> Values:
    return money(book, [row for row in book[Budget] if row.year == year], f" năm {year}")


def money(book: Book, rows: Sequence[Budget], of: str = "") -> Values:
    """A line a row, and the sums; a gap for a sum of which no figure at all is recorded."""
    lines = []
    for number, row in enumerate(rows, 1):
        lines.append({
            "stt": str(number),
            "nam": str(row.year) if row.year else gap(book, row, "year"),
            "nguon": row.source or gap(book, row, "source"),
            "du_kien": _figure(row.planned),
            "duoc_giao": _figure(row.allocated),
            "da_chi": _figure(row.spent),
        })  # fmt: skip
    nothing = Gap(f"Chưa ghi số kinh phí{of} (trang Kinh phí)")
    return {
        "nguon": lines,
        "du_kien": _sum([row.planned for row in rows], nothing),
        "duoc_giao": _sum([row.allocated for row in rows], nothing),
        "da_chi": _sum([row.spent for row in rows], nothing),
    }


def _figure(value: float | None) -> str:
    return _UNKNOWN if value is None else shown(float(value))


def _sum(values: list[float | None], nothing: Gap) -> str:
    known = [value for value in values if value is not None]
    return shown(float(sum(known))) if known else nothing
