"""Certificates: filed again in their window, and the logo taken down when they have ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import renewal_window
from ocop_xl.model import Book, Inspection, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.ranks import last_day, stands
from ocop_xl.programme.renewal import filed_again

_LAW = "QĐ 26/2026/QĐ-TTg"


def last_certificates(book: Book, on: date) -> Iterator[Recognition]:
    """Of each product that is still made, the one issued last by the day, while it stands. A product that no sheet
    lists is taken to be made; a rule asks for it."""
    products = book.by_id(Product)
    issued: dict[str, list[Recognition]] = defaultdict(list)
    for row in book[Recognition]:
        product = products.get(row.product_id or "")
        made = product is None or takes_part(product, on)
        if row.product_id and made and row.issued and row.ends and row.issued <= on:
            issued[row.product_id].append(row)
    for rows in issued.values():
        last = max(row.issued for row in rows if row.issued)
        yield from (row for row in rows if row.issued == last and stands(row, on))


@source(
    "renewal",
    Recognition,
    "Nộp hồ sơ phân hạng lại {product} (giấy {id})",
    who="{maker}",
    article="điểm a khoản 6 Điều 7, " + _LAW,
    step="receive-dossier",
)
def renewals(book: Book, on: date) -> Iterator[Open]:
    """Two months, once in three years: easy to miss."""
    for row in last_certificates(book, on):
        assert row.ends is not None
        opens, closes = renewal_window(row.ends)
        if on <= row.ends and row.state != c.RECOGNITION_WAITING and not filed_again(book, row, opens, on):
            yield Open(row, closes, opens)


def logo_stays(book: Book, row: Recognition, on: date) -> bool:
    """Whether a certificate has ended and no inspection since has found the logo used as it should be: not at all."""
    end = last_day(row)
    return (
        end is not None
        and end < on
        and not any(
            look.product_id == row.product_id
            and look.mark_use == c.GOOD
            and look.inspected is not None
            and end < look.inspected <= on
            for look in book[Inspection]
        )
    )


@source(
    "logo-down",
    Recognition,
    "Báo chủ thể ngừng dùng nhãn OCOP trên {product}: giấy {id} đã hết hạn",
    article="khoản 3 Điều 4 và khoản 3 Điều 12, " + _LAW,
    step="confirm-logo-down",
)
def logo_to_be_taken_down(book: Book, on: date) -> Iterator[Open]:
    """Ended certificates whose logo stays on the shelf are the commonest fault found by inspections."""
    for row in last_certificates(book, on):
        end = last_day(row)
        if end and logo_stays(book, row, on):
            yield Open(row, end, end)
