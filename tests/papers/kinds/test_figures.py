"""The figures of every paper, taken out of its Word file, are those of the targets, the scores and the rows.

A check knows its figures by the heading of a table's column or by the words around them, whatever the kind of paper;
a figure that neither the template, nor a cell, nor a check explains is told at the end.
"""

from __future__ import annotations

import re

import pytest
from docx import Document

from ocop_xl.model import Book
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from tests.papers.commune_at_work import commune_at_work
from tests.papers.kinds.sentence_figures import figures, sentences, typed_figures, written_figures
from tests.papers.kinds.table_figures import TABLES, tables
from tests.papers.plan_book import ON


@pytest.fixture(scope="module")
def book() -> Book:
    return commune_at_work(ON)


@pytest.fixture(scope="module")
def papers(book: Book, tmp_path_factory: pytest.TempPathFactory) -> list[MadePaper]:
    made = make_papers(book, ON, [kind.slug for kind in KINDS], tmp_path_factory.mktemp("moi-loai"))
    assert made.failed == []
    return list(made)


def test_tables(papers: list[MadePaper], book: Book) -> None:
    checked: dict[str, set[str]] = {}
    for paper in papers:
        for rows in tables(paper.path):
            for headings, check in TABLES:
                if rows and headings <= rows[0].keys():
                    check(rows, paper, book)
                    checked.setdefault(check.__name__, set()).add(paper.kind)
    assert checked["targets"] == {"ke-hoach", "bao-cao-tien-do", "bao-cao-dot-xuat", "bao-cao-hoi-nghi", "bao-cao-nam"}
    assert checked["money"] >= {"ke-hoach", "bao-cao-hoi-nghi", "bao-cao-nam"}
    assert checked["of_products"] >= {"phu-luc-san-pham", "ke-hoach", "danh-sach-y-tuong", "phu-luc-hoi-nghi"}
    assert checked["of_dossiers"] >= {"giay-moi", "van-ban-de-nghi", "phu-luc-hoi-nghi"}
    assert checked["of_evidence"] >= {"phieu-tiep-nhan", "mau-02", "yeu-cau-bo-sung"}
    assert checked["of_visits"] == {"bao-cao-kiem-tra"}
    assert checked["of_scores"] == {"phieu-cham", "mau-02"}
    assert checked["of_activities"] == {"bao-cao-hoi-nghi", "bao-cao-nam"} and checked["of_ranks"] == {"bao-cao-nam"}


def test_sentences_and_no_figure_unexplained(papers: list[MadePaper], book: Book) -> None:
    """Each figure in the text of each paper: typed in its template, written in a cell, or as the rows give it."""
    wanted, cells = sentences(book), written_figures(book)
    met = [False] * len(wanted)
    wrong, unexplained = [], []
    for paper in papers:
        known = cells | typed_figures(paper.kind)
        for text in (paragraph.text for paragraph in Document(str(paper.path)).paragraphs):
            explained: list[range] = []
            for number, sentence in enumerate(wanted):
                for found in re.finditer(sentence.words, text):
                    met[number] = True
                    explained.append(range(*found.span()))
                    if found.groups() not in sentence.right(paper):
                        wrong.append((paper.path.name, found[0]))
            said = [figure for figure in figures(text) if figure.said not in known]
            unexplained += [
                (paper.kind, one.said, text) for one in said if not any(one.at in span for span in explained)
            ]
    assert wrong == []
    assert unexplained == []
    assert all(met), [sentence.words for sentence, once in zip(wanted, met, strict=True) if not once]
