"""Mẫu 03: the commune's report on four contents of a dossier (khoản 2 Điều 7, QĐ 26/2026/QĐ-TTg).

The commune's own product: narrative, beside what the producer describes; points are the province's.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier
from ocop_xl.papers.context import Values, common_values, gap
from ocop_xl.papers.dossier_values import dossier_values, facts_of, finished
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import copy_to, province_short
from ocop_xl.papers.kinds.parts.narrative import paragraphs

CONTENTS = (
    ("Sử dụng nguyên liệu địa phương", "material_claim", "material_finding"),
    ("Sử dụng lao động địa phương", "labour_claim", "labour_finding"),
    ("Nguồn gốc ý tưởng sản phẩm", "idea_claim", "idea_finding"),
    ("Bản sắc, trí tuệ địa phương", "identity_claim", "identity_finding"),
)
"""The four contents of mục II, in the form's order: name, what the producer describes, what the commune finds."""


def assessed(dossier: Dossier) -> bool:
    """All four contents have the commune's own words."""
    return all(getattr(dossier, finding) for _, _, finding in CONTENTS)


def assessment_facts(book: Book, on: date) -> list[PaperFacts]:
    """One report for each dossier with a day of receipt."""
    return [_report(book, dossier, on) for dossier in book[Dossier] if dossier.received is not None]


def _report(book: Book, dossier: Dossier, on: date) -> PaperFacts:
    values = common_values(book, on) | dossier_values(book, dossier, on)
    copy_to(book, values, province_short(book))
    values["tinh"] = province_short(book)
    values["noi_dung"] = [_content(book, dossier, *content) for content in CONTENTS]
    facts = facts_of(book, dossier, "Báo cáo đánh giá hồ sơ của UBND cấp xã (Mẫu 03)", values, on)
    return facts._replace(settled=finished(dossier))


def _content(book: Book, dossier: Dossier, name: str, claim: str, finding: str) -> Values:
    def words(attribute: str) -> list[str]:
        typed = getattr(dossier, attribute)
        return paragraphs(typed) if typed else [gap(book, dossier, attribute)]

    return {"ten": name, "chu_the_mo_ta": words(claim), "xa_danh_gia": words(finding)}


KINDS = (
    PaperKind(
        "mau-03",
        "Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu 03)",
        "mau-03.docx",
        assessment_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
        made_for="mỗi hồ sơ đã ghi «Ngày nhận» (trang Hồ sơ)",
    ),
)
