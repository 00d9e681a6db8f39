"""What a subject is told: the result of an idea (khoản 3a mục III, Kế hoạch 76/KH-UBND), a dossier that comes back."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import next_filing
from ocop_xl.model import Book, Dossier, Idea, Producer, Product
from ocop_xl.model import choices as c
from ocop_xl.papers.context import common_values, gap, row_values
from ocop_xl.papers.dossier_values import asked, dossier_values, facts_of
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import address, copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.narrative import paragraphs
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.naming import full_name, with_title
from ocop_xl.papers.wording import full_date, short_date, upper_first

_CHOSEN, _NOT_CHOSEN = c.IDEA_DECISION.values[:2]


def idea_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice for each idea that has been decided on."""
    return [_idea(book, row, on) for row in book[Idea] if row.decision in (_CHOSEN, _NOT_CHOSEN)]


def _idea(book: Book, row: Idea, on: date) -> PaperFacts:
    values = common_values(book, on)
    producer = book.by_id(Producer).get(row.producer_id or "")
    name = full_name(producer) if producer else with_title(row.proposer or "")
    values["y_tuong"] = asked(book, row, row_values(book, row, on), "received")
    values["nguoi_dang_ky"] = name or gap(book, row, "proposer")
    values["duoc_chon"] = row.decision == _CHOSEN
    values["ngay_xet"] = f"ngày {full_date(row.reviewed)}" if row.reviewed else gap(book, row, "reviewed")
    reason = [] if values["duoc_chon"] else [gap(book, row, "reason")]  # a choice explains itself
    values["ly_do"] = paragraphs(row.reason) if row.reason else reason
    values["can_cu"] = bases(book, on)
    product = book.by_id(Product).get(row.product_id or "")
    values["san_pham"] = (product.name or "") if product else ""
    copy_to(book, values, upper_first(name) if name else values["nguoi_dang_ky"])
    subject = " ".join(part for part in (row.id, row.title) if part)
    return PaperFacts(
        f"Thông báo kết quả xét ý tưởng: {subject}", values, subject=subject, year=(row.reviewed or on).year
    )


def returned_facts(book: Book, on: date) -> list[PaperFacts]:
    """One letter for each dossier that the province has given back."""
    return [_returned(book, dossier, on) for dossier in book[Dossier] if dossier.state == c.DOSSIER_RETURNED]


def _returned(book: Book, dossier: Dossier, on: date) -> PaperFacts:
    values = common_values(book, on) | dossier_values(book, dossier, on)
    asked(book, dossier, values["ho_so"], "returned", "return_reason", "received")
    values["ngay_tra"] = f"ngày {full_date(dossier.returned)}" if dossier.returned else gap(book, dossier, "returned")
    reason = dossier.return_reason
    values["ly_do"] = paragraphs(reason) if reason else [gap(book, dossier, "return_reason")]
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7", first=True)
    values["nop_lai"] = short_date(next_filing(on))
    address(book, values, values["chu_the"]["ten_day_du"])
    return facts_of(book, dossier, "Công văn trả hồ sơ", values, on)


KINDS = (
    PaperKind(
        "ket-qua-y-tuong",
        "Thông báo kết quả xét ý tưởng sản phẩm",
        "ket-qua-y-tuong.docx",
        idea_facts,
        register_kind="Thông báo",
        symbol="TB-UBND",
        made_for="mỗi ý tưởng đã có «Kết quả xem xét» (trang Ý tưởng)",
    ),
    PaperKind(
        "tra-ho-so",
        "Công văn trả hồ sơ cho chủ thể",
        "tra-ho-so.docx",
        returned_facts,
        register_kind="Công văn",
        symbol="UBND",
        made_for="mỗi hồ sơ «Bị trả lại» (trang Hồ sơ)",
    ),
)
