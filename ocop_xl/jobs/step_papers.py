"""The papers that usually follow a step: about its row, where papers of these kinds are made row by row."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier, Inspection, Product, Recognition, Row
from ocop_xl.papers.make import plan_papers
from ocop_xl.papers.wanted import EVERYTHING, Wanted
from ocop_xl.programme.steps.step import Step


def papers_wanted(book: Book, step: Step, row: Row, on: date) -> Wanted:
    """Those of this dossier or product; of the whole commune where there are none about it alone, such as a meeting's.

    `book` holds what the step has written.
    """
    mine = _about(row)
    return mine if mine != EVERYTHING and plan_papers(book, on, step.papers, None, mine).tasks else EVERYTHING


def _about(row: Row) -> Wanted:
    if isinstance(row, Dossier) and row.id:
        return Wanted(dossiers=frozenset({row.id}))
    product = row.id if isinstance(row, Product) else ""
    if isinstance(row, Recognition | Inspection):
        product = row.product_id
    return Wanted(products=frozenset({product})) if product else EVERYTHING


def papers_command(book: Book, workbook: str, step: Step, row: Row, on: date) -> str:
    """The command that makes them, with numbers."""
    wanted = papers_wanted(book, step, row, on)
    only = [f"--dossier {key}" for key in wanted.dossiers] + [f"--product {key}" for key in wanted.products]
    return " ".join(["ocop-xl papers", workbook, *step.papers, *only, "--vao-so"])
