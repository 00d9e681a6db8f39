"""Tờ trình kinh phí (mục IV, Kế hoạch 76/KH-UBND): the year's money by source, and the work that it is for."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Support
from ocop_xl.model import choices as c
from ocop_xl.papers.context import common_values, row_values
from ocop_xl.papers.facts import ByHand, PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import address
from ocop_xl.papers.kinds.parts.money import money_of_year
from ocop_xl.papers.kinds.plan import planned_year
from ocop_xl.papers.legal_bases import bases
from ocop_xl.programme.participation import finished
from ocop_xl.programme.registered.named_figures import MONEY_OF_YEAR


def money_request_facts(book: Book, on: date) -> list[PaperFacts]:
    """One, for the year that a plan written on that day is for."""
    year = planned_year(on)
    values = common_values(book, on)
    to = ByHand("Chưa có cơ quan quyết định kinh phí ở dòng «Kính gửi»: người soạn ghi vào tờ trình")
    address(book, values, to)
    values["nam"] = str(year)
    values["can_cu"] = bases(book, on)
    values["kinh_phi"] = money_of_year(book, year)
    helps = [row for row in book[Support] if not finished(row, on) and row.state != c.WORK_DROPPED]
    values["viec"] = [row_values(book, row, on) | {"stt": str(at)} for at, row in enumerate(helps, 1)]
    known = [row.cost for row in helps if row.cost is not None]
    values["tong_viec"] = shown(float(sum(known))) if known else ""
    values["thuyet_minh"] = ByHand("Chưa có thuyết minh sự cần thiết của kinh phí: người soạn ghi vào tờ trình")
    return [
        PaperFacts(
            f"Tờ trình kinh phí thực hiện Chương trình OCOP năm {year}",
            values,
            year=year,
            figures=((MONEY_OF_YEAR, date(year, 12, 31)),),
        )
    ]


KINDS = (
    PaperKind(
        "to-trinh-kinh-phi",
        "Tờ trình kinh phí thực hiện Chương trình OCOP",
        "to-trinh-kinh-phi.docx",
        money_request_facts,
        register_kind="Tờ trình",
        symbol="TTr-UBND",
    ),
)
