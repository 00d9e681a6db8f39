"""Phụ lục «Sản phẩm dự kiến tham gia OCOP», in the form of the plan's own annex.

The annex that a signed plan carries stays as it was signed: what the workbook says later is an update of its own day,
and says so.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book
from ocop_xl.papers.context import common_values
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.plan_products import product_sections


def annex_facts(book: Book, on: date) -> list[PaperFacts]:
    """One paper: the products by section, each section numbered from 1 as in the workbook."""
    values = common_values(book, on)
    values["muc"] = product_sections(book, on)
    commune = book.commune
    values["cap_nhat"] = commune.plan_date is not None and bool(commune.plan_number) and commune.plan_date < on
    title = f"Phụ lục sản phẩm dự kiến tham gia OCOP giai đoạn {values['ke_hoach']['giai_doan']}"
    return [PaperFacts(title, values, notices=(_frozen(book),) if values["cap_nhat"] else ())]


def _frozen(book: Book) -> str:
    return (
        f"Phụ lục của Kế hoạch số {book.commune.plan_number} đã ký thì giữ nguyên; bản này là danh mục cập nhật theo "
        "sổ, muốn thay phụ lục thì phải điều chỉnh Kế hoạch."
    )


KINDS = (
    PaperKind(
        "phu-luc-san-pham",
        "Phụ lục sản phẩm dự kiến tham gia OCOP",
        "phu-luc-san-pham.docx",
        annex_facts,
    ),
)
