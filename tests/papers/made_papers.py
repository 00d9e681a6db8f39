"""Making the papers of one kind, and what a person reads in one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docx import Document

from ocop_xl.model import Book
from ocop_xl.papers.make import MadePaper, make_papers
from tests.papers.plan_book import ON
from tests.papers.word_files import lines, table_rows


def made(book: Book, kind: str, folder: Path, on: date = ON) -> list[MadePaper]:
    """Every paper of the kind; none may fail."""
    papers = make_papers(book, on, [kind], folder)
    assert papers.failed == []
    return list(papers)


def text(paper: MadePaper) -> list[str]:
    """The paragraphs that are not blank, tables left out."""
    return [line for line in lines(paper.path.read_bytes()) if line.strip()]


def tables(paper: MadePaper, number: int) -> list[list[str]]:
    return table_rows(paper.path.read_bytes(), number)


def signed_by(paper: MadePaper) -> tuple[list[str], list[str]]:
    """«Nơi nhận» and the signature, from the last table."""
    cells = Document(str(paper.path)).tables[-1].rows[0].cells
    left, right = ([line for line in cell.text.split("\n") if line] for cell in cells)
    return left, right
