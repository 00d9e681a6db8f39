"""Báo cáo trình hội nghị đánh giá kết quả hằng năm (khoản 7 mục III of the plan)."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book
from ocop_xl.papers.context import common_values
from ocop_xl.papers.facts import ByHand, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.conference_figures import activities, ranks, recognitions
from ocop_xl.papers.kinds.parts.money import money_of_year
from ocop_xl.papers.kinds.parts.next_year import next_year
from ocop_xl.papers.kinds.parts.outstanding import outstanding
from ocop_xl.papers.kinds.progress import target_line, target_totals
from ocop_xl.papers.legal_bases import bases
from ocop_xl.programme.registered.named_figures import ACTIVITIES, MONEY_OF_YEAR, of_targets
from ocop_xl.programme.registered.traced_figures import DatedFigure
from ocop_xl.programme.targets import measure_targets


def conference_facts(book: Book, on: date) -> list[PaperFacts]:
    """One report on the calendar year of `on`, up to that day."""
    results = measure_targets(book, on)
    values = common_values(book, on)
    values["nam"] = str(on.year)
    values["nam_sau"] = str(on.year + 1)
    values["can_cu"] = bases(book, on)
    values["tong"] = target_totals(book, results, on)
    values["hang"] = ranks(book, on)
    values["cong_nhan"] = recognitions(book, on)
    values["chi_tieu"] = [target_line(number, result) for number, result in enumerate(results, 1)]
    values["hoat_dong"] = activities(book, on)
    values["kinh_phi"] = money_of_year(book, on.year)
    values["ton_tai"] = outstanding(book, on, results)
    values["nguyen_nhan"] = ByHand("Chưa có nguyên nhân của tồn tại, hạn chế: người soạn báo cáo ghi vào văn bản")
    values["viec_nam_sau"] = [*next_year(book, on)]
    values["de_xuat"] = ByHand("Chưa có nội dung «Đề xuất, kiến nghị»: người soạn báo cáo ghi vào văn bản")
    return [
        PaperFacts(
            f"Báo cáo hội nghị đánh giá kết quả năm {on.year}", values, year=on.year, figures=(*_figures(book, on),)
        )
    ]


def _figures(book: Book, on: date) -> list[DatedFigure]:
    names = (*(f"Đang {stars} sao" for stars in sorted(RECOGNISED_STARS)), ACTIVITIES, MONEY_OF_YEAR)
    return [*of_targets(book, on), *(DatedFigure(name, on) for name in names)]


KINDS = (
    PaperKind(
        "bao-cao-hoi-nghi",
        "Báo cáo hội nghị đánh giá kết quả hằng năm",
        "bao-cao-hoi-nghi.docx",
        conference_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
    ),
)
