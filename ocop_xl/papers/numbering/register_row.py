"""What the register «Văn bản» remembers of a paper: its template, the law it cites, the rows it was made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from html import unescape
from pathlib import Path

from ocop_xl.changes.change import Change
from ocop_xl.law.documents import document, find_citations
from ocop_xl.model import Book, Paper, Row, spec_of
from ocop_xl.model.column import LONGEST_TEXT
from ocop_xl.model.keys import new_keys
from ocop_xl.model.trace import trace
from ocop_xl.office.word_package import BODY, read_package
from ocop_xl.office.word_package import text_of as part_text
from ocop_xl.papers.context import rows_in
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.shown_columns import shown_by
from ocop_xl.programme.registered.traced_figures import figures_trace

_PIECE = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:(?:br|tab)/>)|(</w:p>)")
_KEPT_ROWS = re.compile(r"tbl\w+:")
_WHY = "vào sổ khi lập văn bản"


def entry(paper: Paper, facts: PaperFacts, template: Path, content: bytes, book: Book) -> Paper:
    """The row with its last four columns filled; `paper.issued` says which law was in force."""
    rows = _distinct(facts)
    paper.trace = _trace(rows, facts, template, text := text_of(content), book) or None
    paper.rows = rows_text(facts) or None
    paper.template = f"{template.name} ({template_mark(template)})"
    assert paper.issued is not None
    cited = (code for code in find_citations(text) if document(code).holds_on(paper.issued))
    paper.law = ", ".join(cited) or None
    if rows and not _KEPT_ROWS.search(paper.trace or ""):
        paper.note = "Quá nhiều dòng để theo dõi thay đổi."
    return paper


def _trace(rows: list[Row], facts: PaperFacts, template: Path, text: str, book: Book) -> str:
    """Of the figures and, as far as a cell has room, of the rows."""
    printed = {id(row) for row in rows_in(facts.values, counted=False)}
    shown = shown_by(
        template, [row for row in rows if id(row) in printed], [row for row in rows if id(row) not in printed], text
    )
    figures = figures_trace(book, facts.figures)
    return ";".join(filter(None, (figures, trace(rows, LONGEST_TEXT - len(figures) - 1, shown))))


def template_mark(path: Path) -> str:
    """Eight hex digits that change with the template."""
    return sha256(path.read_bytes()).hexdigest()[:8]


def rows_text(facts: PaperFacts) -> str:
    """`Thông tin xã, SP01, CT01`: the keys of the rows that the paper was made from, a form by its sheet."""
    named = []
    for row in _distinct(facts):
        spec = spec_of(type(row))
        name = spec.sheet if spec.form else getattr(row, spec.key.attribute) if spec.key else None
        if name:
            named.append(name)
    text = ", ".join(named)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def text_of(content: bytes) -> str:
    """The words of a Word file's body, a line for each paragraph."""
    body = part_text(BODY, read_package(content)[BODY])
    return "".join(
        "\n" if found[3] else " " if found[2] else unescape(found[1] or "") for found in _PIECE.finditer(body)
    )


def changes_for(book: Book, rows: Sequence[Paper]) -> list[Change]:
    """The new rows of «Văn bản», with keys of their own; a column that the file lacks is left out."""
    spec = spec_of(Paper)
    lacking = [gap.column for gap in book.missing if gap.spec is spec]
    columns = [column for column in spec.inputs if column is not spec.key and column not in lacking]
    return [
        Change(spec.name, key, column.header, None, value, _WHY)
        for key, row in zip(new_keys(book, Paper), rows, strict=False)
        for column in columns
        if (value := getattr(row, column.attribute)) is not None
    ]


def _distinct(facts: PaperFacts) -> list[Row]:
    return list({id(row): row for row in rows_in(facts.values)}.values())
