"""Thông báo nhắc hạn: to the producer whose certificate is to be re-assessed now or soon (điểm a khoản 6 Điều 7)."""

from __future__ import annotations

from datetime import date, timedelta

from ocop_xl.law.clocks import RENEWAL_EARLIEST_DAYS, RENEWAL_LATEST_DAYS, late_filer_grace_end, renewal_window
from ocop_xl.model import Book, Recognition
from ocop_xl.model import choices as c
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
from ocop_xl.programme.duties import certificate_duty
from ocop_xl.programme.ranks import latest_in_force, recognitions_of
from ocop_xl.programme.renewal import filed_again

SOON_DAYS = 45
"""A notice goes out from this many days before the window opens: our choice, time enough to gather the papers."""


def to_remind(book: Book, row: Recognition, on: date) -> bool:
    """The product's certificate in force, whose window is open, opens soon, or has just been missed, while the product
    is made and nobody has re-filed."""
    product = product_of(book, row)
    if product is None or product.status == c.STATUS_STOPPED or row.ends is None:
        return False
    if latest_in_force(recognitions_of(book, product), on) is not row or certificate_duty(row, on) == "► Chờ kết quả":
        return False
    opens, _ = renewal_window(row.ends)
    return opens - timedelta(SOON_DAYS) <= on and not filed_again(book, row, opens)


def notice_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice for each certificate to be reminded of."""
    return [_notice(book, row, row.ends, on) for row in book[Recognition] if row.ends and to_remind(book, row, on)]


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
