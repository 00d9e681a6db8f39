"""Kế hoạch điều chỉnh: the plan's bases have lapsed, others stand in their place (KH-001 asks for this paper)."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.documents import cite, document, find_citations, lapsed
from ocop_xl.model import Book
from ocop_xl.papers.context import Values, common_values
from ocop_xl.papers.facts import ByHand, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import full_date


def amendment_facts(book: Book, on: date) -> list[PaperFacts]:
    """One, while the signed plan stands on what no longer holds."""
    gone = [code for code in find_citations(book.commune.plan_bases or "") if lapsed(code, on)]
    if not gone:
        return []
    values = common_values(book, on)
    values["can_cu"] = bases(book, on)
    values["het_hieu_luc"] = [_lapsed(code) for code in gone]
    replaced = dict.fromkeys(new for code in gone if (new := document(code).replaced_by))
    values["thay_bang"] = [cite(document(new)) for new in replaced]
    values["noi_dung_khac"] = ByHand("Chưa có nội dung điều chỉnh khác: người soạn ghi vào văn bản hoặc xóa dòng này")
    title = f"Kế hoạch điều chỉnh Kế hoạch số {values['ke_hoach']['so']}"
    return [PaperFacts(title, values, year=on.year)]


def _lapsed(code: str) -> Values:
    old = document(code)
    return {
        "ten": cite(old),
        "ngan": cite(old, first=False),
        "den": full_date(old.effective_to) if old.effective_to else "",
        "thay": cite(document(old.replaced_by), first=False) if old.replaced_by else "",
    }


KINDS = (
    PaperKind(
        "dieu-chinh-ke-hoach",
        "Kế hoạch điều chỉnh khi căn cứ hết hiệu lực",
        "dieu-chinh-ke-hoach.docx",
        amendment_facts,
        register_kind="Kế hoạch",
        symbol="KH-UBND",
        made_for="Kế hoạch có căn cứ đã hết hiệu lực (ô «Căn cứ của kế hoạch», trang Thông tin xã)",
    ),
)
