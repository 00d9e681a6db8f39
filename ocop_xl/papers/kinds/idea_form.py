"""Phiếu đăng ký ý tưởng: a blank form to be printed and handed out; what comes back is typed into «Ý tưởng»."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book
from ocop_xl.papers.context import common_values
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind


def idea_form_facts(book: Book, on: date) -> list[PaperFacts]:
    """One, whatever the book holds. The law has no form for ideas: **ours**, with what the sheet asks for."""
    return [PaperFacts("Phiếu đăng ký ý tưởng, sản phẩm (mẫu trống để in, phát)", common_values(book, on))]


KINDS = (
    PaperKind(
        "phieu-y-tuong",
        "Phiếu đăng ký ý tưởng, sản phẩm (mẫu trống để in, phát)",
        "phieu-y-tuong.docx",
        idea_form_facts,
    ),
)
