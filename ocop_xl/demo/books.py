"""Two ready books: the plan 76/KH-UBND of xã Vĩnh Phong, and an empty one for any commune."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from ocop_xl.law.criteria import criteria_set
from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.law.funding import FUNDING_SOURCES
from ocop_xl.law.sectors import product_set, suggest_sets
from ocop_xl.model import (
    Book,
    Budget,
    Commune,
    CycleStep,
    Dossier,
    Producer,
    Product,
    ScoreLine,
    ScoreSheet,
    Target,
    Task,
)
from ocop_xl.model import choices as c
from ocop_xl.model.identity import Identity
from ocop_xl.scoring.lay_out import lines_for, new_sheet

DATA = Path(__file__).resolve().parent.parent / "data" / "vinh_phong"
PLAN_TEXT = DATA / "ke-hoach-76.txt"
PLAN_FACTS = DATA / "ke-hoach-76.toml"

DEMO_ID = "76" * 16
"""Who the demo workbook is: the same on every PC, so that the same program builds the same bytes."""
DEMO_DAY = date(2026, 11, 23)
"""The day on which the committed demo workbook shows its figures."""


def plan_facts() -> dict[str, Any]:
    """What the plan says besides its annex; each target and task carries the plan's own words as `quote`."""
    return tomllib.loads(PLAN_FACTS.read_text(encoding="utf-8"))


def vinh_phong() -> Book:
    """The seven products and six producers of the plan's annex – read by the importer, like any old appendix – with
    the plan's targets, tasks and funding sources, and the cycle laid out for each product."""
    from ocop_xl.sheets.importing.propose import propose

    facts = plan_facts()
    book = Book(identity=Identity(DEMO_ID))
    settings = facts["commune"] | {"recipients": facts["commune"]["recipients"].strip()}
    book[Commune] = [Commune(**settings)]
    annex = propose(book, PLAN_TEXT)
    book[Producer], book[Product] = annex.of(Producer), annex.of(Product)
    book[Target] = [_target(number, fact) for number, fact in enumerate(facts["target"], 1)]
    book[Task] = [
        Task(
            id=f"NV{number:02}",
            section=fact["section"],
            paragraph=fact.get("paragraph"),
            content=fact["content"],
            unit=fact["unit"],
        )
        for number, fact in enumerate(facts["task"], 1)
    ]
    year = facts["commune"]["plan_date"].year
    book[Budget] = [
        Budget(id=f"KP{number:02}", year=year, source=source) for number, source in enumerate(FUNDING_SOURCES, 1)
    ]
    book[CycleStep] = [
        CycleStep(id=f"{product.id}-{number}", product_id=product.id, step=step)
        for product in book[Product]
        for number, step in enumerate(CYCLE_STEPS, 1)
    ]
    _prepare_scoring(book)
    return book


def _prepare_scoring(book: Book) -> None:
    """For each product a dossier in preparation, and the commune's score sheet with every criterion unanswered.

    The set is the likeliest by the product's name: the officer confirms it on «Sản phẩm».
    """
    book[Dossier] = [
        Dossier(
            id=f"HS{number:02}",
            product_id=product.id,
            kind=c.DOSSIER_UPGRADE if product.section == c.SECTION_UPGRADE else c.DOSSIER_FIRST,
            stars=product.potential,
            state=c.DOSSIER_DRAFT,
        )
        for number, product in enumerate(book[Product], 1)
    ]
    sheets: list[ScoreSheet] = []
    lines: list[ScoreLine] = []
    for dossier, product in zip(book[Dossier], book[Product], strict=True):
        likely = criteria_set(product_set(suggest_sets(product.name or "")[0]).code)
        sheet = new_sheet(book, str(dossier.id), likely, c.SCORER_COMMUNE)
        sheet.note = "Bộ tiêu chí do phần mềm gợi ý theo tên sản phẩm; cán bộ xác nhận trước khi chấm."
        sheets.append(sheet)
        lines += lines_for(sheet, likely)
    book[ScoreSheet], book[ScoreLine] = sheets, lines


def empty_commune(book_id: str = "") -> Book:
    """An empty book of that id; the targets name what is usually measured and wait for the commune's own minima."""
    book = Book(identity=Identity(book_id) if book_id else None)
    book[Commune] = [Commune()]
    book[Target] = [_target(number, fact, minima=False) for number, fact in enumerate(plan_facts()["target"], 1)]
    return book


def _target(number: int, fact: dict[str, Any], *, minima: bool = True) -> Target:
    return Target(
        id=f"MT{number:02}",
        name=fact["name"] if minima else fact["measure"],
        short_name=fact["short_name"],
        measure=fact["measure"],
        unit=fact["unit"],
        minimum=fact.get("minimum") if minima else None,
        aspiration=fact.get("aspiration") if minima else None,
    )
