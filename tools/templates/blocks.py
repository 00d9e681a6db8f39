"""Papers as data: a head, a title, then blocks in their order – paragraphs, headings, lists, tables, conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument

from tools.templates.forms.form_parts import add_lead, add_signers
from tools.templates.forms.ruled import add_heading, add_ruled
from tools.templates.layout import BODY, new_document
from tools.templates.parts import add_bases, add_closing, add_each, add_foot, add_head, add_letter_head, add_title

Column = tuple[str, float, str, str]
"""Header, width in mm, tag, style."""


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Each:
    """A paragraph for each item, which `text` calls `doan`."""

    rows: str
    text: str = "{{ doan }}"


@dataclass(frozen=True)
class Rows:
    """The sentence that leads to a table, and the table of a list; nothing at all while the list is empty."""

    lead: str
    rows: str
    columns: Sequence[Column]


@dataclass(frozen=True)
class When:
    """Blocks that stand only under a condition, others if it does not hold."""

    condition: str
    blocks: Sequence[Block]
    otherwise: Sequence[Block] = ()


Block = str | Heading | Each | Rows | When


def letter(title: str, about: str, *blocks: Block, end: str) -> WordDocument:
    """A công văn to `van_ban.kinh_gui`."""
    document = new_document(title)
    add_letter_head(document, about)
    document.add_paragraph("Kính gửi: {{ van_ban.kinh_gui }}", "Kính gửi")
    return _finished(document, blocks, end)


def paper(
    title: str, symbol: str, kind: str, subject: str, *blocks: Block, end: str, bases: bool = True, to: bool = False
) -> WordDocument:
    """A paper with tên loại and trích yếu; `bases` prints `can_cu`, `to` its «Kính gửi»."""
    document = new_document(title)
    add_head(document, f"Số:        /{symbol}")
    add_title(document, kind, subject)
    if to:
        document.add_paragraph("Kính gửi: {{ van_ban.kinh_gui }}", "Kính gửi")
    if bases:
        add_bases(document)
    return _finished(document, blocks, end)


def signed_by_hand(document: WordDocument, *signers: tuple[str, str, str]) -> WordDocument:
    """Several sign; then «Nơi nhận»."""
    add_signers(document, *signers)
    document.add_paragraph("Nơi nhận:", "Nơi nhận").paragraph_format.keep_with_next = True
    add_each(document, "noi_nhan.cac_dong", style="Dòng nơi nhận")
    return document


def _finished(document: WordDocument, blocks: Sequence[Block], end: str) -> WordDocument:
    add_blocks(document, blocks)
    add_closing(document, end)
    add_foot(document)
    return document


def add_blocks(document: WordDocument, blocks: Sequence[Block]) -> None:
    for block in blocks:
        match block:
            case str():
                document.add_paragraph(block, BODY)
            case Heading(text):
                add_heading(document, text, after_table=True)
            case Each(rows, text):
                add_each(document, rows, text)
            case Rows(lead, rows, columns):
                document.add_paragraph(f"{{%p if {rows} %}}", BODY)
                add_lead(document, lead)
                add_ruled(document, rows, columns)
                document.add_paragraph("{%p endif %}", BODY)
            case When(condition, inner, otherwise):
                document.add_paragraph(f"{{%p if {condition} %}}", BODY)
                add_blocks(document, inner)
                if otherwise:
                    document.add_paragraph("{%p else %}", BODY)
                    add_blocks(document, otherwise)
                document.add_paragraph("{%p endif %}", BODY)
