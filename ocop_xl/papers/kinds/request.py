"""The letter that asks the province to assess and rank, with its list of dossiers (khoản 2 Điều 7)."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.sectors import TOURISM
from ocop_xl.model import Book, Dossier
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap
from ocop_xl.papers.dossier_values import dossier_values
from ocop_xl.papers.facts import PaperFacts, shown
from ocop_xl.papers.kinds.assessment import assessed
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import address, province, province_short
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.wording import count

SAMPLES = 5
"""Sản phẩm mẫu for the province; tourism has none."""


def ready(dossier: Dossier) -> bool:
    """Received, all four contents assessed, not yet sent."""
    waits = dossier.received is not None and dossier.sent is None and dossier.state == c.DOSSIER_RECEIVED
    return waits and assessed(dossier)


def request_facts(book: Book, on: date) -> list[PaperFacts]:
    """One letter for all dossiers that are ready; none while there is none."""
    dossiers = [dossier for dossier in book[Dossier] if ready(dossier)]
    if not dossiers:
        return []
    values = common_values(book, on)
    address(book, values, province(book))
    values["tinh"] = province_short(book)
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7", first=True)
    values["ho_so"] = [_line(book, dossier, on, number) for number, dossier in enumerate(dossiers, 1)]
    values["so_ho_so"] = count(len(dossiers))
    values["mau"] = _samples(values["ho_so"])
    return [PaperFacts(f"Công văn đề nghị đánh giá, phân hạng ({count(len(dossiers))} hồ sơ)", values, year=on.year)]


def _line(book: Book, dossier: Dossier, on: date, number: int) -> Values:
    known = dossier_values(book, dossier, on)
    line: Values = known["ho_so"]
    line["stt"] = str(number)
    line["chu_the"] = known["chu_the"]["ten_chu_the"]
    line["bo_san_pham"] = known["san_pham"]["bo_san_pham"]
    line["ten_san_pham"] = known["san_pham"]["ten_san_pham"]
    line["hang_de_nghi"] = line["hang_de_nghi"] or gap(book, dossier, "stars")
    line["ngay_nhan"] = shown(dossier.received)
    line["can_mau"] = known["san_pham"]["nhom_san_pham"] != TOURISM
    return line


def _samples(lines: list[Values]) -> Values:
    """How many samples go along: five for each product that is not tourism."""
    goods = sum(line["can_mau"] for line in lines)
    return {
        "moi_san_pham": count(SAMPLES),
        "tong": count(SAMPLES * goods),
        "co": goods > 0,
        "co_du_lich": goods < len(lines),
    }


KINDS = (
    PaperKind(
        "van-ban-de-nghi",
        "Công văn đề nghị UBND tỉnh đánh giá, phân hạng sản phẩm",
        "van-ban-de-nghi.docx",
        request_facts,
        register_kind="Công văn",
        symbol="UBND",
        made_for="các hồ sơ «Đã tiếp nhận», có «Ngày nhận» và đủ bốn nội dung xã đánh giá, chưa gửi tỉnh (trang Hồ sơ)",
    ),
)
