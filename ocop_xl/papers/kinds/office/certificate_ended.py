"""Thông báo: a certificate has ended and nobody has re-filed, so the OCOP mark may not be used any more.

The decision sets no paper for it; that the commune tells the producer is **our reading** of its duty to guide (khoản 2
Điều 7) and of the 36 months of khoản 3 Điều 4.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import CERTIFICATE_MONTHS
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
from ocop_xl.papers.kinds.parts.addressing import copy_to, province_short
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import full_date
from ocop_xl.programme.duties import certificate_duty
from ocop_xl.programme.ranks import latest_in_force, recognitions_of


def has_ended(book: Book, row: Recognition, on: date) -> bool:
    """The product's last certificate, past its end, of a product that is still made; not while a new dossier waits for
    its result, and not one that was replaced or withdrawn."""
    product = product_of(book, row)
    if product is None or product.status == c.STATUS_STOPPED or row.ends is None or row.ends >= on:
        return False
    if row.state in (c.RECOGNITION_REPLACED, c.RECOGNITION_WITHDRAWN) or certificate_duty(row, on) == "► Chờ kết quả":
        return False
    mine = recognitions_of(book, product)
    last = max(mine, key=lambda one: one.ends or date.min)
    return latest_in_force(mine, on) is None and last is row


def ended_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice for each certificate that has ended."""
    return [_notice(book, row, row.ends, on) for row in book[Recognition] if row.ends and has_ended(book, row, on)]


def _notice(book: Book, row: Recognition, ends: date, on: date) -> PaperFacts:
    values = common_values(book, on)
    values["can_cu"] = bases(book, on)
    values["giay"] = certificate_values(book, row, on, "decision_date", "issued")
    values["san_pham"] = product_values(book, row, on)
    values["chu_the"] = producer_values(book, row, on)
    values["het_hieu_luc"] = f"ngày {full_date(ends)}"
    values["thoi_han"] = {"so_thang": str(CERTIFICATE_MONTHS), "dieu_khoan": article(on, "khoản 3 Điều 4")}
    copy_to(book, values, values["chu_the"]["ten_day_du"], province_short(book))
    return facts_about("Thông báo giấy chứng nhận hết hiệu lực", product_of(book, row), row.id, values, on.year)


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
