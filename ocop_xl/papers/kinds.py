"""Which papers there are. A new one is an entry here, a template, and a function that gathers its facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ocop_xl.model import Book
from ocop_xl.papers.annex import annex_facts
from ocop_xl.papers.errors import PaperError
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.progress import progress_facts


@dataclass(frozen=True, slots=True)
class PaperKind:
    """`facts` gives one `PaperFacts` for each paper to be made: one for the commune, or one a product or dossier."""

    slug: str
    name: str
    template: str
    facts: Callable[[Book, date], list[PaperFacts]]


KINDS: tuple[PaperKind, ...] = (
    PaperKind(
        "phu-luc-san-pham",
        "Phụ lục sản phẩm dự kiến tham gia OCOP",
        "phu-luc-san-pham.docx",
        annex_facts,
    ),
    PaperKind(
        "bao-cao-tien-do",
        "Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch",
        "bao-cao-tien-do.docx",
        progress_facts,
    ),
)


def kind_of(slug: str) -> PaperKind:
    """The kind of that name; raises `PaperError` naming the kinds there are."""
    for kind in KINDS:
        if kind.slug == slug:
            return kind
    raise PaperError(f"Không có loại văn bản «{slug}». Các loại hiện có: {', '.join(k.slug for k in KINDS)}.")
