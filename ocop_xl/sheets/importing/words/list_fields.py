"""Reads the fields of a list that are no columns of the workbook: a council's verdict, a state, a tick, a score."""

from __future__ import annotations

import re
from collections.abc import Callable

from ocop_xl.model import choices
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.states import Condition, condition_of, failed, section_of_form
from ocop_xl.sheets.importing.words.values import UNREADABLE, Reading, read_stars, read_whole, read_years
from ocop_xl.vietnamese import fold, tidy

FAILED = "không đạt"
"""Stands where a rank should: the product was judged and has none."""
_TICKED = frozenset(("x", "v", "1", "co", "✓", "✔", "☑", "+", "●", "×"))
_CODE = re.compile(r"\d\s*[-/.]\s*\d")
"""A product's code has parts; a bare number is a row's number in some other system."""
_PASSED = re.compile(r"^(?:dat|dong y|thong nhat)\b|\b(?:cong nhan|phan hang|xep hang)\b")
"""A council's verdict that names no rank."""
_SCORE = re.compile(r"\d{1,3}(?:[.,]\d+)?")


def _read_rank_or_failure(cell: Cell) -> Reading:
    """Of a council «Chưa đạt» is a verdict; of what a product has it only says that there is no rank yet."""
    words = fold(cell.text)
    if failed(cell.text) or "chua dat" in words:
        return Reading(FAILED)
    stars = read_stars(cell)
    if stars.value is None and _PASSED.search(words):
        return Reading(nothing=True, why=f"“{tidy(cell.text)}” không nói hạng nào")
    return stars


def _read_form(cell: Cell) -> Reading:
    section = section_of_form(cell.text)
    return UNREADABLE if section is None else Reading(section)


def _read_condition(cell: Cell) -> Reading:
    text = tidy(cell.text)
    condition = condition_of(text)
    if condition in (None, Condition.ACTIVE, Condition.WAITING):
        listed = (*choices.PRODUCT_STATUS.values, *choices.RECOGNITION_STATE.values)
        literal = next((word for word in listed if fold(word) == fold(text)), None)
        if literal is not None:
            return Reading(literal)
    return UNREADABLE if condition is None else Reading(condition, rest=text)


def _read_tick(cell: Cell) -> Reading:
    return Reading(True) if fold(cell.text) in _TICKED or cell.text in _TICKED else UNREADABLE


def _read_score(cell: Cell) -> Reading:
    number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    return Reading(tidy(cell.text)) if number or _SCORE.match(tidy(cell.text)) else UNREADABLE


def _read_any(cell: Cell) -> Reading:
    return Reading(tidy(cell.text))


def _read_code(cell: Cell) -> Reading:
    text = tidy(cell.text)
    return Reading(text) if _CODE.search(text) else UNREADABLE


def _read_year(cell: Cell) -> Reading:
    whole = read_whole(cell)
    if whole.value is not None:
        return whole if 1990 <= whole.value <= 2100 else UNREADABLE
    years = read_years(cell)
    if years.value is None or years.value[0] != years.value[1]:
        return UNREADABLE
    return Reading(years.value[0], why=years.why, rest=years.rest)


LIST_FIELDS: dict[str, Callable[[Cell], Reading]] = {
    f.ROADMAP: read_years,
    **dict.fromkeys((f.TICK, f.TICKED_PRESENT, f.TICKED_POTENTIAL, f.TICKED_FORM), _read_tick),
    f.YEAR_OF_RECOGNITION: _read_year,
    f.PROPOSED: _read_rank_or_failure,
    f.FORM_OF_ASSESSMENT: _read_form,
    f.CONDITION: _read_condition,
    f.SCORE: _read_score,
    "code": _read_code,
    **dict.fromkeys(
        (f.REASON, f.COMMUNE, f.DISTRICT, f.PROVINCE, f.OLD_ADDRESS, f.OLD_COMMUNE, f.OLD_DISTRICT), _read_any
    ),
    **dict.fromkeys((f.ROUND, f.CERTIFICATE), _read_any),
}
