"""Recognition columns of an old table → rows of «Công nhận», one for each decision."""

from __future__ import annotations

import re

from ocop_xl.model import Product, Recognition
from ocop_xl.model.table import spec_of
from ocop_xl.rules.rule import shown
from ocop_xl.sheets.importing.drafts import Drafts, Given
from ocop_xl.sheets.importing.ledger import Ledger
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.headers import YEAR_OF_RECOGNITION, Target
from ocop_xl.sheets.importing.words.values import Reading, read_date
from ocop_xl.vietnamese import name_key

_NUMBER_AND_DAY = re.compile(r"(.+?)[,;]?\s+(?:ngày\s+)?(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})", re.IGNORECASE)


def add_recognitions(drafts: Drafts, ledger: Ledger, product: Product, facts: dict[Target, Given]) -> None:
    """One recognition for each group of columns that says something in this row."""
    groups: dict[int, dict[str, Given]] = {}
    for target, given in facts.items():
        groups.setdefault(target.group, {})[target.attribute] = given
    for group in groups.values():
        _split_number_and_day(group)
        year = group.pop(YEAR_OF_RECOGNITION, None)
        recognition = _find(drafts, product, group, year)
        if recognition is None:
            recognition = drafts.add(Recognition)
            recognition.product_id = product.id
        for given in group.values():
            if drafts.fill(recognition, given):
                _say_assumed(drafts, ledger, recognition, given)
        _take_stars(drafts, ledger, product, recognition, group, len(groups))
        if year is not None:
            _settle_year(drafts, ledger, recognition, year)


def _split_number_and_day(group: dict[str, Given]) -> None:
    """`123/QĐ-UBND ngày 12/5/2022` in one cell is a number and a date."""
    number = group.get("decision_number")
    found = _NUMBER_AND_DAY.fullmatch(str(number.value)) if number is not None else None
    if number is None or found is None or "decision_date" in group:
        return
    day = read_date(Cell("", found[2]))
    if day.value is not None:
        spec = spec_of(Recognition)
        group["decision_number"] = Given(number.cell, spec.column("decision_number"), Reading(found[1]))
        group["decision_date"] = Given(number.cell, spec.column("decision_date"), day)


def _find(drafts: Drafts, product: Product, group: dict[str, Given], year: Given | None) -> Recognition | None:
    """The product's recognition by decision number; without one by a date; with neither, the one that has neither."""
    number, day, issued = (group.get(name) for name in ("decision_number", "decision_date", "issued"))
    for row in drafts.rows(Recognition):
        if row.product_id != product.id:
            continue
        if number is not None and row.decision_number is not None:
            if name_key(row.decision_number) == name_key(str(number.value)):
                return row
        elif day is not None and row.decision_date is not None:
            if row.decision_date == day.value:
                return row
        elif issued is not None and row.issued is not None:
            if row.issued == issued.value:
                return row
        elif number is None and row.decision_number is None and _same_rest(row, group, year):
            return row
    return None


def _same_rest(row: Recognition, group: dict[str, Given], year: Given | None) -> bool:
    """Nothing names the decision: the rows are one if all that is said agrees."""
    agree = all(getattr(row, name) in (None, given.value) for name, given in group.items())
    return agree and (year is None or f"{year.value}" in (row.note or ""))


def _say_assumed(drafts: Drafts, ledger: Ledger, row: Recognition, given: Given) -> None:
    if given.reading.why:
        ledger.unsure(
            given.cell, f"«{given.column.header}» là “{shown(given.value, given.column.kind)}”", given.reading.why
        )
    if given.reading.rest:
        drafts.remark(row, given)


def _take_stars(
    drafts: Drafts, ledger: Ledger, product: Product, row: Recognition, group: dict[str, Given], groups: int
) -> None:
    """With one new recognition and no stars beside it, «Hiện trạng» is what it gave; noted."""
    if not drafts.is_new(row) or groups != 1 or "stars" in group or product.present is None or not group:
        return
    cell = next(iter(group.values())).cell
    if drafts.assume(row, "stars", product.present, cell):
        ledger.unsure(cell, f"số sao của {row.id} là {product.present}", "lấy theo «Hiện trạng»")


def _settle_year(drafts: Drafts, ledger: Ledger, row: Recognition, year: Given) -> None:
    """A year that agrees with the date adds nothing; one that does not is kept as a remark and noted."""
    day = row.decision_date or row.issued
    if day is not None and day.year == year.value:
        ledger.place(year.cell, row, year.column.header)
        return
    drafts.remark(row, Given(year.cell, year.column, Reading(year.value, rest=f"năm {year.value}")))
    if day is not None:
        ledger.unsure(year.cell, f"giữ ngày {shown(day)}", f"cột năm ghi {year.value}, khác năm của ngày")
