"""Phiếu theo dõi chu trình: the six steps of a product, when each was due and when it was done."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.model import Book, CycleStep, Product
from ocop_xl.papers.context import Values, common_values, row_values
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import facts_about, producer_values
from ocop_xl.papers.wording import count

_BLANK = ("ngay_bat_dau", "han_xong", "ngay_xong", "nguoi_thuc_hien", "ket_qua", "ghi_chu")


def follow_up_facts(book: Book, on: date) -> list[PaperFacts]:
    """One sheet for each product that has steps."""
    with_steps = {row.product_id for row in book[CycleStep]}
    return [_sheet(book, product, on) for product in book[Product] if product.id and product.id in with_steps]


def _sheet(book: Book, product: Product, on: date) -> PaperFacts:
    values = common_values(book, on)
    values["san_pham"] = row_values(book, product, on)
    values["chu_the"] = producer_values(book, product, on)
    rows = [row for row in book[CycleStep] if row.product_id == product.id]
    values["buoc"] = [_step(book, rows, step, on) for step in CYCLE_STEPS]
    done = sum(row.done is not None and row.done <= on for row in rows)
    late = sum(row.due is not None and row.due < on and row.done is None for row in rows)
    values["tong"] = {"xong": count(done), "buoc": count(len(CYCLE_STEPS)), "qua_han": count(late)}
    return facts_about("Phiếu theo dõi chu trình", product, product.id, values, on.year)


def _step(book: Book, rows: list[CycleStep], step: str, on: date) -> Values:
    number, _, name = step.partition(" ")
    found = next((row for row in rows if row.step == step), None)
    line = row_values(book, found, on) if found else dict.fromkeys(_BLANK, "")
    return line | {"so": number.rstrip("."), "ten": name}


KINDS = (
    PaperKind(
        "theo-doi-chu-trinh",
        "Phiếu theo dõi chu trình OCOP sáu bước",
        "theo-doi-chu-trinh.docx",
        follow_up_facts,
        made_for="mỗi sản phẩm có dòng ở trang «Chu trình»",
    ),
)
