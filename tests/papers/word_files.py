"""Small Word files for the tests, written with python-docx, and what a person reads in a finished one."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docx import Document

from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.word.template import Filled, PaperTemplate


def word(*paragraphs: str | list[str]) -> bytes:
    """A document of these paragraphs; a list is one paragraph in several runs, as Word splits them."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for number, text in enumerate([runs] if isinstance(runs, str) else runs):
            paragraph.add_run(text).bold = bool(number % 2)
    return _bytes(document)


def word_table(*rows: list[str]) -> bytes:
    """A document with one table."""
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return _bytes(document)


def _bytes(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def fill(template: bytes, **values: Any) -> Filled:
    return PaperTemplate(template).fill(PaperFacts("Thử", values))


def lines(paper: Filled | bytes) -> list[str]:
    """The paragraphs as python-docx reads them; a line break is `\\n`, a tab `\\t`."""
    content = paper.content if isinstance(paper, Filled) else paper
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def table_rows(paper: Filled | bytes, number: int = 0) -> list[list[str]]:
    content = paper.content if isinstance(paper, Filled) else paper
    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(content)).tables[number].rows]


def printed(text: Any, **more: Any) -> str:
    """What a cell's text becomes in a paper."""
    values: Mapping[str, Any] = {"o": text, **more}
    return lines(fill(word("{{ o }}"), **values))[0]
