"""Certificates: filed again in their window, and the logo taken down when they have ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import renewal_window
from ocop_xl.model import Book, Inspection, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.agenda.sources.words import producer_of, product_name
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.ranks import stands
from ocop_xl.programme.renewal import filed_again

_LAW = "QĐ 26/2026/QĐ-TTg"


def last_certificates(book: Book, on: date) -> Iterator[Recognition]:
    """Of each product that is still made, the one issued last by the day, while it stands."""
    products = book.by_id(Product)
    last: dict[str, Recognition] = {}
    for row in book[Recognition]:
        product = products.get(row.product_id or "")
        if row.issued and row.ends and row.issued <= on and product and takes_part(product, on):
            known = last.get(product.id or "")
            if known is None or known.issued is None or known.issued < row.issued:
                last[product.id or ""] = row
    yield from (row for row in last.values() if stands(row, on))


@source("renewal", article="điểm a khoản 6 Điều 7, " + _LAW, step="open-renewal")
def to_be_filed_again(book: Book, on: date) -> Iterator[Open]:
    """Two months, once in three years: easy to miss."""
    for row in last_certificates(book, on):
        assert row.ends is not None
        opens, closes = renewal_window(row.ends)
        if on > row.ends or row.state == c.RECOGNITION_WAITING or filed_again(book, row, opens):
            continue
        name = product_name(book, row.product_id)
        what = f"Nộp hồ sơ phân hạng lại {name} (giấy {row.id or ''} hết hạn {row.ends:%d/%m/%Y})"
        yield Open(row, closes, what, producer_of(book, row.product_id), opens)


def _seen_off_the_shelf(book: Book, row: Recognition, on: date) -> bool:
    """Whether an inspection after the end found the logo used as it should be: not at all."""
    return any(
        look.product_id == row.product_id
        and look.mark_use == c.GOOD
        and look.inspected is not None
        and row.ends is not None
        and row.ends < look.inspected <= on
        for look in book[Inspection]
    )


@source("logo-down", article="khoản 3 Điều 4 và khoản 3 Điều 12, " + _LAW, step="confirm-logo-down")
def logo_to_be_taken_down(book: Book, on: date) -> Iterator[Open]:
    """Ended certificates whose logo stays on the shelf are the commonest fault found by inspections."""
    for row in last_certificates(book, on):
        assert row.ends is not None
        if row.ends < on and row.state != c.RECOGNITION_WAITING and not _seen_off_the_shelf(book, row, on):
            name = product_name(book, row.product_id)
            what = f"Báo chủ thể ngừng dùng nhãn OCOP trên {name}: giấy {row.id or ''} đã hết hạn"
            yield Open(row, row.ends, what, opens=row.ends)
