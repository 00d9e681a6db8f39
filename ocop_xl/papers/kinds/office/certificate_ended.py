"""Thông báo: a certificate has ended and nobody has re-filed, so the OCOP mark may not be used any more.

The decision sets no paper for it; that the commune tells the producer is **our reading** of its duty to guide (khoản 2
Điều 7) and of the 36 months of khoản 3 Điều 4.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import CERTIFICATE_MONTHS
from ocop_xl.model import Book, Dossier, Recognition
from ocop_xl.papers.context import common_values
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import (
    certificate_values,
    facts_about,
    producer_values,
    product_of,
    product_values,
)
from ocop_xl.papers.kinds.parts.addressing import copy_to, province_short
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import full_date
from ocop_xl.programme.agenda.agenda import open_duties


def ended_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice for each certificate that has ended while nobody has seen the mark taken down."""
    rows = (due.row for due in open_duties(book, on, "logo-down"))
    return [
        _notice(book, row, row.ends, on)
        for row in rows
        if isinstance(row, Recognition) and row.ends and product_of(book, row)
    ]


def _notice(book: Book, row: Recognition, ends: date, on: date) -> PaperFacts:
    values = common_values(book, on)
    values["can_cu"] = bases(book, on)
    values["giay"] = certificate_values(book, row, on, "decision_date", "issued")
    values["san_pham"] = product_values(book, row, on)
    values["chu_the"] = producer_values(book, row, on)
    values["het_hieu_luc"] = f"ngày {full_date(ends)}"
    values["ho_so_moi"] = any(
        dossier.product_id == row.product_id and _filed_since(dossier, row.issued) for dossier in book[Dossier]
    )
    values["thoi_han"] = {"so_thang": str(CERTIFICATE_MONTHS), "dieu_khoan": article(on, "khoản 3 Điều 4")}
    copy_to(book, values, values["chu_the"]["ten_day_du"], province_short(book))
    return facts_about("Thông báo giấy chứng nhận hết hiệu lực", product_of(book, row), row.id, values, on.year)


def _filed_since(dossier: Dossier, issued: date | None) -> bool:
    """Whatever it is called: nobody is told that he has handed in nothing."""
    return dossier.received is not None and dossier.returned is None and (issued is None or dossier.received > issued)


KINDS = (
    PaperKind(
        "thong-bao-het-han",
        "Thông báo giấy chứng nhận đã hết hiệu lực, ngừng sử dụng nhãn OCOP",
        "thong-bao-het-han.docx",
        ended_facts,
        register_kind="Thông báo",
        symbol="TB-UBND",
        made_for="mỗi giấy chứng nhận đã hết hạn mà chủ thể chưa nộp hồ sơ phân hạng lại (trang Công nhận)",
    ),
)
