"""Headings above tables, and ruled tables of a list: what the yearly reports are made of."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.layout import add_row, add_tag_row, grid_table
from tools.templates.parts import add_space

MIDDLE = "Ô giữa"


def add_heading(document: WordDocument, text: str, *, after_table: bool = False) -> None:
    heading = document.add_paragraph(text, "Mục")
    if after_table:
        heading.paragraph_format.space_before = Pt(12)


def add_ruled(document: WordDocument, rows: str, columns: Sequence[tuple[str, float, str, str]]) -> None:
    """A ruled table of the list `rows`; a column is header, width in mm, tag, style."""
    add_space(document)
    table = grid_table(document, [width for _, width, _, _ in columns], [header for header, *_ in columns])
    add_tag_row(table, f"{{%tr for dong in {rows} %}}")
    add_row(table, [f"{{{{ dong.{name} }}}}" for _, _, name, _ in columns], [style for *_, style in columns])
    add_tag_row(table, "{%tr endfor %}")
