"""Phiếu theo dõi sản phẩm: one product's whole life on a page, to lay before whoever comes to look at it."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Product, Revenue
from ocop_xl.papers.context import Values, common_values, row_values
from ocop_xl.papers.facts import PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import facts_about, producer_values
from ocop_xl.papers.wording import upper_first
from ocop_xl.programme.agenda.agenda import sources
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.agenda.live import agenda_of_day
from ocop_xl.programme.agenda.words import product_id_of, said_on_paper
from ocop_xl.programme.life import LifeEvent, life_of

_NO_DAY = "không ghi"


def life_facts(book: Book, on: date) -> list[PaperFacts]:
    """One for each product, as things stand on the day."""
    return [_of_product(book, product, on) for product in book[Product] if product.id]


def _of_product(book: Book, product: Product, on: date) -> PaperFacts:
    values = common_values(book, on)
    values["san_pham"] = row_values(book, product, on)
    values["chu_the"] = producer_values(book, product, on)
    values["qua_trinh"] = [_line(book, event, on) for event in life_of(book, product, on)]
    years = [row for row in book[Revenue] if row.product_id == product.id and (row.year or 0) <= on.year]
    values["doanh_thu"] = [row_values(book, row, on) for row in years]
    values["viec_can_lam"] = _to_do(book, product, on)
    return facts_about("Phiếu theo dõi sản phẩm", product, product.id, values, on.year)


def _line(book: Book, event: LifeEvent, on: date) -> Values:
    line = row_values(book, event.row, on)
    ends = f"hết hạn {shown(event.ends)}" if event.ends else ""
    result = "; ".join(part for part in (event.result, ends) if part)
    line.update(ngay=shown(event.day) or _NO_DAY, viec=event.what, noi_dung=upper_first(result))
    return line


def _to_do(book: Book, product: Product, on: date) -> list[str]:
    """What is due for the product, the earliest first."""
    dues = (due for due in agenda_of_day(book, on) if product_id_of(due.row, book) == product.id)
    return [f"{_said(due, book, on)}: {due.state.value}, hạn {shown(due.due)} ({due.who})" for due in dues]


def _said(due: Due, book: Book, on: date) -> str:
    return said_on_paper(sources()[due.source].words, due.row, book, on, due.part)


KINDS = (
    PaperKind(
        "ho-so-san-pham",
        "Phiếu theo dõi sản phẩm (cả quá trình)",
        "ho-so-san-pham.docx",
        life_facts,
        made_for="sản phẩm có mã ở trang «Sản phẩm»",
    ),
)
