"""A new score sheet for a dossier: its row on «Kết quả chấm» and one unanswered row for each criterion."""

from __future__ import annotations

from ocop_xl.changes.change import Change
from ocop_xl.law.criteria import CriteriaSet
from ocop_xl.model import Book, ScoreLine, ScoreSheet, spec_of
from ocop_xl.model import choices as c

SCORER_LETTERS = {c.SCORER_SUBJECT: "CT", c.SCORER_COMMUNE: "XA", c.SCORER_COUNCIL: "HD"}
"""How a scorer is written in the key of a score sheet."""


def new_sheet(book: Book, dossier_id: str, criteria_set: CriteriaSet, scorer: str, member: str = "") -> ScoreSheet:
    """A sheet with the next free key: `HS01-XA`, then `HS01-XA2`; council members are counted from `HS01-HD1`."""
    letters = f"{dossier_id}-{SCORER_LETTERS[scorer]}"
    taken = {(row.id or "").upper() for row in book[ScoreSheet]}
    first = letters + "1" if scorer == c.SCORER_COUNCIL else letters
    keys = (first, *(f"{letters}{number}" for number in range(2, len(taken) + 3)))
    key = next(key for key in keys if key.upper() not in taken)
    return ScoreSheet(
        id=key, dossier_id=dossier_id, criteria_set=criteria_set.code, scorer=scorer, member=member or None
    )


def lines_for(sheet: ScoreSheet, criteria_set: CriteriaSet) -> list[ScoreLine]:
    """One row for each criterion, in the set's order, no level chosen."""
    return [
        ScoreLine(id=f"{sheet.id}-{one.code}", sheet_id=sheet.id, criterion=one.code) for one in criteria_set.criteria
    ]


def changes_for(sheet: ScoreSheet, lines: list[ScoreLine], why: str) -> list[Change]:
    """The new rows as changes to a workbook."""
    return [
        Change(spec_of(type(row)).name, str(row.id), column.header, None, value, why)  # type: ignore[attr-defined]
        for row in (sheet, *lines)
        for column in spec_of(type(row)).inputs
        if (value := getattr(row, column.attribute)) is not None
    ]
