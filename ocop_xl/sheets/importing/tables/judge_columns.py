"""Holds the values of a column against what its header was taken for: a column misread writes nothing."""

from __future__ import annotations

from itertools import islice

from ocop_xl.model import Producer, Product, Recognition
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.footers import footer_kind
from ocop_xl.sheets.importing.tables.table import Column, Table, numbers_the_columns
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.cell_values import facts_in, fits
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.headers import Match
from ocop_xl.vietnamese import tidy

_FORM, _LEGAL = Target(Product, f.FORM_OF_ASSESSMENT), Target(Producer, "legal_form")
_OTHER_MEANINGS: dict[Target, tuple[Target, ...]] = {
    _LEGAL: (_FORM,),
    _FORM: (_LEGAL, Target(Product, f.CONDITION)),
    Target(Product, "present"): (
        Target(Product, f.CONDITION),
        Target(Recognition, f.YEAR_OF_RECOGNITION),
        Target(Product, f.SCORE),
    ),
    Target(Product, f.ROADMAP): (Target(Recognition, "decision_date"),),
    Target(Product, "from_year"): (Target(Recognition, "issued"),),
    Target(Product, "to_year"): (Target(Recognition, "ends"),),
    Target(Product, f.CONDITION): (_FORM, Target(Product, "present")),
    Target(Recognition, "decision_number"): (
        Target(Recognition, f.YEAR_OF_RECOGNITION),
        Target(Recognition, "decision_date"),
    ),
    Target(Recognition, "decision_date"): (
        Target(Recognition, f.YEAR_OF_RECOGNITION),
        Target(Recognition, "decision_number"),
    ),
    Target(Recognition, f.YEAR_OF_RECOGNITION): (Target(Recognition, "decision_date"),),
    Target(Recognition, f.REASON): (Target(Product, f.CONDITION),),
    Target(Product, "sector"): (Target(Product, "product_set"),),
}
"""What a column may mean instead when its values do not fit: `Mới`, `Nâng hạng` are no legal forms."""
_NEVER = frozenset((f.NAME, f.PRODUCER, f.NUMBER))
_SHOWN = 3
_SAMPLE = 400
"""Cells from the top of a column by which it is judged."""


def judge_columns(table: Table) -> Table:
    """The same table, its columns judged: some mean something else, some are `wrong`."""
    for column in table.columns:
        if column.target in _NEVER:
            continue
        cells = _cells(table, column)
        if not cells or _share_that_fits(cells, column.target, column.header) >= 0.5 or _small_print(column):
            continue
        other = next((t for t in _others(table, column) if _share_that_fits(cells, t, column.header) > 0.5), None)
        if other is not None:
            column.match = Match(other, False, f"{other.label} (theo giá trị trong cột)")
        else:
            unfit = [cell for cell in cells if not _fits(cell, column.target, column.header)]
            values = ", ".join(f"“{tidy(cell.text)}”" for cell in unfit[:_SHOWN])
            column.wrong = f"cột “{tidy(column.header.text)}” trông như «{column.target.label}» nhưng chứa {values}"
    _years_of_a_list_of_recognised(table)
    return table


def _cells(table: Table, column: Column) -> list[Cell]:
    index = column.index
    found = (
        row[index]
        for at, row in enumerate(table.grid.rows[table.first_row : table.end_row], table.first_row)
        if index < len(row) and not row[index].blank and at not in table.repeated and _may_be_an_item(table, at, row)
    )
    return list(islice(found, _SAMPLE))


def _may_be_an_item(table: Table, at: int, row: list[Cell]) -> bool:
    """No title, no total, no row that numbers the columns."""
    filled = [cell for cell in row if not cell.blank]
    if len(filled) <= 2 or (at <= table.first_row + 1 and numbers_the_columns(row)):
        return False
    return not footer_kind(filled)


def _share_that_fits(cells: list[Cell], target: Target, header: Cell) -> float:
    return sum(_fits(cell, target, header) for cell in cells) / len(cells)


def _fits(cell: Cell, target: Target, header: Cell) -> bool:
    return all(fits(fact, cell) for fact in facts_in(cell, target, header.text))


def _small_print(column: Column) -> bool:
    return column.target.attribute in ("note", "address")


def _others(table: Table, column: Column) -> list[Target]:
    group = column.target.group
    found = [
        target._replace(group=group if target.row_type is Recognition else 0)
        for target in _OTHER_MEANINGS.get(column.target._replace(group=0), ())
    ]
    return [target for target in found if not table.has(target)]


def _years_of_a_list_of_recognised(table: Table) -> None:
    """«Năm» beside a rank, with no rank that is planned, is the year of the recognition and no road map."""
    column = table.column(Target(Product, f.ROADMAP))
    if column is None or tidy(column.header.text).casefold() not in ("năm", "năm đánh giá", "đợt, năm"):
        return
    year = Target(Recognition, f.YEAR_OF_RECOGNITION)
    if table.has(f.PRESENT) and not table.has(f.POTENTIAL) and not table.has(year):
        column.match = Match(year, True, "Năm công nhận")
