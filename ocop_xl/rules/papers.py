"""The register of papers: one number, one paper (VB-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Book, Paper
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule

SOURCE = "Phụ lục I, NĐ 30/2020/NĐ-CP"


@rule(
    "VB-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — số {saw}/{symbol} của năm {year} đã có ở {first}.",
    fix="Hãy đối chiếu sổ văn thư rồi sửa số.",
    source=SOURCE,
)
def number_twice_in_a_year(book: Book, on: date) -> Iterable[Saw]:
    """Numbers run per calendar year and symbol."""
    first: dict[tuple[int, int, str], Paper] = {}
    for row in book[Paper]:
        if row.number is None or row.issued is None or not row.symbol:
            continue
        earlier = first.setdefault((row.issued.year, row.number, row.symbol.casefold()), row)
        if earlier is not row:
            yield saw(row, "number", symbol=row.symbol, year=row.issued.year, first=earlier.id or f"dòng {earlier.at}")


@rule(
    "VB-002",
    Severity.WARNING,
    "«{header}» đang trống — văn bản đã có số {number} thì phải có ngày.",
    fix="Hãy ghi ngày ban hành, hoặc xóa số nếu còn là dự thảo.",
    source=SOURCE,
)
def number_without_date(book: Book, on: date) -> Iterable[Saw]:
    """A paper gets number and date together when it is issued."""
    return (saw(r, "issued", number=r.number) for r in book[Paper] if r.number and r.issued is None)
