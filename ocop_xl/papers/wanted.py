"""Only some of the papers: those about one product, one dossier, one year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.errors import PaperError
from ocop_xl.model import Book, Dossier, Product, Row, spec_of
from ocop_xl.model.keys import key_typed
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.records import NamedTuple


class Wanted(NamedTuple):
    """A paper is wanted when it is about one of `products` and one of `dossiers` and `year`; empty asks for nothing.

    A paper about the whole commune is about no product and no dossier, so asking for one leaves it out; one about
    several dossiers is made for those asked for. A paper without a year of its own is of the year in which it is made.
    """

    products: frozenset[str] = frozenset()
    dossiers: frozenset[str] = frozenset()
    year: int | None = None

    def takes(self, book: Book, facts: PaperFacts, on: date) -> bool:
        if not self.of_year(facts, on):
            return False
        if self.dossiers and facts.dossier_id not in self.dossiers:
            return False
        return not self.products or _product_of(book, facts) in self.products

    def of_year(self, facts: PaperFacts, on: date) -> bool:
        return self.year is None or (facts.year or on.year) == self.year

    def dossiers_in(self, book: Book) -> frozenset[str]:
        """The dossiers asked for, or those of the products asked for; empty if neither was."""
        if self.dossiers or not self.products:
            return self.dossiers
        return frozenset(row.id for row in book[Dossier] if row.id and row.product_id in self.products)


EVERYTHING = Wanted()


def wanted_in(book: Book, products: Iterable[str], dossiers: Iterable[str], year: int | None) -> Wanted:
    """What was asked for, by ids as people type them; raises `PaperError` for an id that the book does not have."""
    return Wanted(
        frozenset(_known(book, Product, typed) for typed in products),
        frozenset(_known(book, Dossier, typed) for typed in dossiers),
        year,
    )


def _product_of(book: Book, facts: PaperFacts) -> str:
    """The paper's product, or that of its dossier."""
    if facts.product_id or not facts.dossier_id:
        return facts.product_id
    dossier = book.by_id(Dossier).get(facts.dossier_id)
    return (dossier.product_id if dossier else None) or ""


def _known(book: Book, kind: type[Row], typed: str) -> str:
    found = key_typed(book, kind, typed)
    if found is not None:
        return found
    from difflib import get_close_matches

    spec, ids = spec_of(kind), {row_id.casefold(): row_id for row_id in book.by_id(kind)}
    header = spec.key.header if spec.key else ""
    if not ids:
        raise PaperError(f"Không có «{header}» {typed}: trang «{spec.sheet}» chưa có dòng nào.")
    near = get_close_matches(typed.strip().casefold(), list(ids), 1, 0.5)
    hint = f"gần nhất là {ids[near[0]]}" if near else f"hiện có: {', '.join(list(ids.values())[:8])}"
    raise PaperError(f"Không có «{header}» {typed} ở trang «{spec.sheet}»; {hint}. Hãy ghi lại mã.")
