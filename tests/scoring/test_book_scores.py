"""The sheets of a dossier: which of them decide, and which do not yet say anything."""

from __future__ import annotations

from ocop_xl.law.criteria import criteria_set
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.model import Book, Dossier, ScoreLine, ScoreSheet
from ocop_xl.model import choices as c
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.scoring.knock_outs import notes_of, reasons_of


def book_of(*sheets: tuple[str, str, str | None]) -> Book:
    """HS01 with a sheet for each scorer, set and level of criterion 1.1; no level is a sheet that was only opened."""
    book = Book()
    book[Dossier] = [Dossier(id="HS01")]
    book[ScoreSheet] = [
        ScoreSheet(id=f"P{n}", dossier_id="HS01", scorer=scorer, criteria_set=code)
        for n, (scorer, code, _) in enumerate(sheets)
    ]
    book[ScoreLine] = [
        ScoreLine(id=f"P{n}-1.1", sheet_id=f"P{n}", criterion="1.1", level=level)
        for n, (_, _, level) in enumerate(sheets)
    ]
    return book


def test_a_sheet_that_was_only_opened_does_not_decide() -> None:
    scores = BookScores(book_of((c.SCORER_COMMUNE, "QD26-08", "3"), (c.SCORER_COUNCIL, "QD26-08", None)))
    deciding = scores.deciding("HS01")
    assert deciding is not None and deciding.total == 3
    assert scores.begun("HS01", c.SCORER_COUNCIL) is None


def test_a_sheet_by_a_set_that_nobody_has_does_not_count_in_the_mean() -> None:
    scores = BookScores(book_of((c.SCORER_COUNCIL, "QD26-08", "3"), (c.SCORER_COUNCIL, "QD148-08", "1")))
    found = scores.begun("HS01", c.SCORER_COUNCIL)
    assert found is not None and found.total == 3


def test_only_the_sheets_by_one_set_are_asked() -> None:
    scores = BookScores(book_of((c.SCORER_COUNCIL, "QD26-08", "3"), (c.SCORER_COUNCIL, "QD26-09", "1")))
    totals = [
        found.total if (found := scores.begun("HS01", c.SCORER_COUNCIL, criteria_set(code))) else None
        for code in ("QD26-08", "QD26-09", "QD26-10")
    ]
    assert totals == [3, 1, None]


def test_a_dossiers_own_reason_does_not_get_the_notes_of_criteria() -> None:
    sets = [one for one in (criteria_set(item.code) for item in PRODUCT_SETS) if any(k.at for k in one.knock_outs)]
    assert sets
    for one in sets:
        assert all(not note.at for note in notes_of(one, c.KNOCK_OUT_DOSSIER))
        by_criteria = [note for reason in reasons_of(one) for note in notes_of(one, reason) if note.at]
        assert by_criteria, one.code
