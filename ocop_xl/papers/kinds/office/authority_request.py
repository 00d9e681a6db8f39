"""Công văn kiến nghị the province to inspect, and to withdraw a certificate where it finds a ground (Điều 8, Điều 9).

The commune has seen something; inspecting and concluding are the province's (khoản 4 Điều 9). Which ground of khoản 1
Điều 8 a bad mark of «Kiểm tra» points to is **our reading**, below.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.law.withdrawal import WITHDRAWAL_GROUNDS
from ocop_xl.model import Book, Inspection
from ocop_xl.papers.context import common_values, gap, row_values
from ocop_xl.papers.dossier_values import asked
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.inspection_record import GRAVE
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import (
    certificate_values,
    facts_about,
    producer_values,
    product_of,
    product_values,
)
from ocop_xl.papers.kinds.parts.addressing import address, province, province_short
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.issued import cited
from ocop_xl.papers.kinds.parts.narrative import paragraphs
from ocop_xl.papers.wording import full_date, lower_first
from ocop_xl.programme.ranks import rank_on

_POINTS_TO = {"criteria_kept": "b", "conditions": "c", "quality": "c", "mark_use": "d"}
"""Column of «Kiểm tra» with «Chưa đạt» → the ground that the province may look into."""
_FAILED = "Chưa đạt"
RECORD = "bien-ban-kiem-tra.docx"


def request_facts(book: Book, on: date) -> list[PaperFacts]:
    """One letter for each grave finding, and for each that was marked as put before the province."""
    return [_letter(book, row, on) for row in book[Inspection] if row.severity == GRAVE or row.requested]


def _letter(book: Book, row: Inspection, on: date) -> PaperFacts:
    values = common_values(book, on)
    values["san_pham"] = product_values(book, row, on)
    values["chu_the"] = producer_values(book, row, on, "address")
    values["kiem_tra"] = asked(book, row, row_values(book, row, on), "inspected", "finding", "severity")
    values["ngay_kiem_tra"] = f"ngày {full_date(row.inspected)}" if row.inspected else gap(book, row, "inspected")
    values["bien_ban"] = cited(book, RECORD, row.id or "", f"Biên bản kiểm tra {row.id}")
    values["ghi_nhan"] = paragraphs(row.finding) if row.finding else [gap(book, row, "finding")]
    letters = sorted({ground for column, ground in _POINTS_TO.items() if getattr(row, column) == _FAILED})
    values["can_cu_thu_hoi"] = [
        {"diem": one.letter, "ten": lower_first(one.text)} for one in WITHDRAWAL_GROUNDS if one.letter in letters
    ]
    product = product_of(book, row)
    proof = rank_on(book, product, on).proof if product else None
    values["co_giay"] = proof is not None
    values["giay"] = certificate_values(book, proof, on, "decision_date", "ends") if proof else {}
    values["kiem_tra_theo"] = article(on, "khoản 4 Điều 9", first=True)
    values["thu_hoi_theo"] = article(on, "khoản 1 Điều 8")
    values["tinh"] = province_short(book)
    address(book, values, province(book), values["chu_the"]["ten_day_du"])
    facts = facts_about("Công văn kiến nghị kiểm tra, xem xét thu hồi", product, row.id, values, on.year)
    answered = f"tỉnh đã trả lời ngày {row.answered:%d/%m/%Y}" if row.answered and row.answered <= on else ""
    return facts._replace(settled=answered)


KINDS = (
    PaperKind(
        "kien-nghi-thu-hoi",
        "Công văn kiến nghị tỉnh kiểm tra, xem xét thu hồi giấy chứng nhận",
        "kien-nghi-thu-hoi.docx",
        request_facts,
        register_kind="Công văn",
        symbol="UBND",
        made_for="mỗi lần kiểm tra ghi mức «Nghiêm trọng» hoặc có «Ngày kiến nghị tỉnh» (trang Kiểm tra)",
    ),
)
