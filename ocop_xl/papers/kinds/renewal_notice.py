"""Thông báo nhắc hạn: to the producer whose certificate is to be re-assessed now or soon (điểm a khoản 6 Điều 7)."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import RENEWAL_EARLIEST_DAYS, RENEWAL_LATEST_DAYS, late_filer_grace_end, moved, renewal_window
from ocop_xl.model import Book, Recognition, terms
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
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import full_date
from ocop_xl.programme.agenda.agenda import open_duties


def to_remind(book: Book, on: date) -> list[Recognition]:
    """Certificates to be filed again, now or soon: in time to gather the papers."""
    until = moved(on, terms.NOTICE.of(book.commune))
    rows = (due.row for due in open_duties(book, on, "renewal", until))
    return [row for row in rows if isinstance(row, Recognition) and product_of(book, row)]


def notice_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice for each certificate to be reminded of."""
    return [_notice(book, row, row.ends, on) for row in to_remind(book, on) if row.ends]


def _notice(book: Book, row: Recognition, ends: date, on: date) -> PaperFacts:
    opens, closes = renewal_window(ends)
    values = common_values(book, on)
    values["can_cu"] = bases(book, on)
    values["giay"] = certificate_values(book, row, on, "decision_date", "issued")
    values["san_pham"] = product_values(book, row, on)
    values["chu_the"] = producer_values(book, row, on)
    values["han"] = {
        "mo": f"ngày {full_date(opens)}",
        "dong": f"ngày {full_date(closes)}",
        "het_hieu_luc": f"ngày {full_date(ends)}",
        "gia_han_den": f"ngày {full_date(late_filer_grace_end(ends))}",
        "som_nhat": str(RENEWAL_EARLIEST_DAYS),
        "muon_nhat": str(RENEWAL_LATEST_DAYS),
        "da_lo": closes < on,
        "chua_mo": on < opens,
    }
    values["dieu_khoan"] = article(on, "điểm a khoản 6 Điều 7")
    values["chuyen_tiep"] = article(on, "khoản 3 Điều 12")
    copy_to(book, values, values["chu_the"]["ten_day_du"])
    return facts_about("Thông báo nhắc hạn giấy chứng nhận", product_of(book, row), row.id, values, on.year)


KINDS = (
    PaperKind(
        "thong-bao-nhac-han",
        "Thông báo nhắc hạn nộp hồ sơ đánh giá, phân hạng lại",
        "thong-bao-nhac-han.docx",
        notice_facts,
        register_kind="Thông báo",
        symbol="TB-UBND",
        made_for="mỗi giấy chứng nhận còn hiệu lực đã đến kỳ nhắc nộp hồ sơ phân hạng lại (trang Công nhận)",
    ),
)
