"""Papers of ours that have no fault of form, made from the plan's book, and how a test changes one of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from functools import cache

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ocop_xl.demo.sample import sample_book
from ocop_xl.model import Book, Dossier
from ocop_xl.model import choices as c
from ocop_xl.papers.kinds import kind_of
from ocop_xl.papers.resources import template_path
from ocop_xl.papers.word.template import load_template
from tests.papers.plan_book import ON, vinh_phong

Break = Callable[[WordDocument], None]


def changed(content: bytes, change: Break) -> bytes:
    document = Document(io.BytesIO(content))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def find(document: WordDocument, begins: str) -> Paragraph:
    """The first paragraph, tables included, that begins so."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document._body)
        if paragraph.text.startswith(begins):
            return paragraph
    raise LookupError(begins)


def rendered(book: Book, slug: str) -> bytes:
    """The first paper of that kind."""
    kind = kind_of(slug)
    return load_template(template_path(kind.template)).fill(kind.facts(book, ON)[0]).content


def rendered_all(slug: str) -> list[bytes]:
    """Every paper of that kind from a book with a row in every table, and from the plan's book."""
    kind = kind_of(slug)
    template = load_template(template_path(kind.template))
    books = (sample_book(ON), vinh_phong())
    return [template.fill(facts).content for book in books for facts in kind.facts(book, ON)]


def assessed_book() -> Book:
    """The plan's book with a dossier whose four contents the commune has assessed."""
    book = vinh_phong()
    words = "Nguyên liệu, lao động trong xã"
    texts = dict.fromkeys(
        f"{topic}_{side}" for topic in ("material", "labour", "idea", "identity") for side in ("claim", "finding")
    )
    book[Dossier] = [
        Dossier(
            id="HS01", product_id="SP06", kind="Lần đầu", stars=4, received=date(2026, 10, 20), state=c.DOSSIER_RECEIVED,
            **dict.fromkeys(texts, words),
        )
    ]  # fmt: skip
    book.lay_out()
    return book


@cache
def report() -> bytes:
    return rendered(vinh_phong(), "bao-cao-hoi-nghi")


@cache
def signed_by_deputy() -> bytes:
    book = vinh_phong()
    book.commune.signer_position, book.commune.deputy = "Phó Chủ tịch", "Trần Văn An"
    return rendered(book, "bao-cao-hoi-nghi")


@cache
def letter() -> bytes:
    """Công văn: no tên loại, «V/v» under the number, «Kính gửi»."""
    return rendered(assessed_book(), "van-ban-de-nghi")


@cache
def annex() -> bytes:
    return rendered(vinh_phong(), "phu-luc-san-pham")


@cache
def with_superior() -> bytes:
    """A paper of an office: its superior agency stands above it, not bold."""

    def add(document: WordDocument) -> None:
        agency = find(document, "ỦY BAN NHÂN DÂN")
        agency._p.addprevious(deepcopy(agency._p))
        above = find(document, "ỦY BAN NHÂN DÂN")
        above.runs[0].text, above.runs[0].bold = "HUYỆN ỦY VĨNH THUẬN", False

    return changed(report(), add)


@cache
def with_chapters() -> bytes:
    def add(document: WordDocument) -> None:
        first = find(document, "I. ")
        for text in ("Phần I", "KẾT QUẢ THỰC HIỆN"):
            heading = first.insert_paragraph_before(text, first.style)
            heading.alignment = WD_ALIGN_PARAGRAPH.CENTER

    return changed(report(), add)


GOOD = {good.__name__: good for good in (report, signed_by_deputy, letter, annex, with_superior, with_chapters)}
