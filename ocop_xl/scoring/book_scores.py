"""The score sheets of a workbook, each with its criteria set and what its answers come to."""

from __future__ import annotations

from ocop_xl.law.criteria import CriteriaSet, Criterion
from ocop_xl.model import Book, Dossier, Product, ScoreLine, ScoreSheet
from ocop_xl.model import choices as c
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.answers import answer_of
from ocop_xl.scoring.panel import mean_score
from ocop_xl.scoring.score import Score, score
from ocop_xl.scoring.sets import set_named


class ScoredSheet(NamedTuple):
    """A score sheet and its result; `criteria_set` and `score` are None where the book has no such set.

    `lines` are the rows that count: the first row of each criterion. `criteria` are those of the set. Both go by the
    codes in capitals.
    """

    sheet: ScoreSheet
    dossier: Dossier | None
    product: Product | None
    criteria_set: CriteriaSet | None
    score: Score | None
    lines: dict[str, ScoreLine]
    criteria: dict[str, Criterion]

    def __repr__(self) -> str:
        """Which sheet and what it comes to: a criteria set has thirty criteria with all their levels."""
        return f"ScoredSheet({self.sheet.id}, {self.sheet.dossier_id}, {self.sheet.scorer}, {self.score!r})"


class BookScores:
    """All score sheets of a book, scored once. Keys are compared as Excel does, without heeding case."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._lines: dict[str, dict[str, ScoreLine]] = {}
        self.repeats: list[tuple[ScoreLine, ScoreLine]] = []  # a row that does not count, and that which does
        for line in book[ScoreLine]:
            if line.criterion:
                first = self._lines.setdefault(_key(line.sheet_id), {}).setdefault(line.criterion.upper(), line)
                if first is not line:
                    self.repeats.append((line, first))
        self._criteria: dict[str, dict[str, Criterion]] = {}
        self.sheets: dict[str, ScoredSheet] = {}
        for sheet in book[ScoreSheet]:
            if sheet.id:
                self.sheets.setdefault(sheet.id.upper(), self._scored(sheet))
        self._dossiers: dict[str, list[ScoredSheet]] = {}
        for one in self.sheets.values():
            self._dossiers.setdefault(_key(one.sheet.dossier_id), []).append(one)

    def of(self, sheet_id: str | None) -> ScoredSheet | None:
        return self.sheets.get(_key(sheet_id))

    def first_line(self, line: ScoreLine) -> ScoreLine | None:
        """The row that counts for this row's sheet and criterion: itself unless it repeats one above."""
        return self._lines.get(_key(line.sheet_id), {}).get((line.criterion or "").upper())

    def _scored(self, sheet: ScoreSheet) -> ScoredSheet:
        dossier = self.book.by_id(Dossier).get(sheet.dossier_id or "")
        product = self.book.by_id(Product).get(dossier.product_id or "") if dossier else None
        criteria_set = set_named(self.book, sheet.criteria_set)
        lines = self._lines.get(_key(sheet.id), {})
        if criteria_set is None:
            return ScoredSheet(sheet, dossier, product, None, None, lines, {})
        answers = {}
        criteria = self._criteria.get(criteria_set.code)
        if criteria is None:
            criteria = {one.code.upper(): one for one in criteria_set.criteria}
            self._criteria[criteria_set.code] = criteria
        for code, line in lines.items():
            if line.level is None:
                continue
            one = criteria.get(code)
            answers[one.code if one else code] = answer_of(one, line.level) if one else line.level
        knocked_out = (sheet.knock_out,) if sheet.knock_out else ()
        found = score(criteria_set, answers, knocked_out)
        return ScoredSheet(sheet, dossier, product, criteria_set, found, lines, criteria)

    # --- by dossier -----------------------------------------------------------------------------------------

    def of_dossier(self, dossier_id: str | None, scorer: str = "") -> list[ScoredSheet]:
        """A dossier's sheets, of one scorer if asked, in the order of the workbook."""
        return [one for one in self._dossiers.get(_key(dossier_id), ()) if scorer in ("", one.sheet.scorer)]

    def begun(self, dossier_id: str | None, scorer: str, by: CriteriaSet | None = None) -> Score | None:
        """What that scorer's sheets come to, their mean if there are several; None before the first answer.

        `by`: only the sheets by that set.
        """
        sheets = [one for one in self.of_dossier(dossier_id, scorer) if by in (None, one.criteria_set)]
        return mean_score([one.score for one in sheets if one.score and (one.score.answered or one.score.knocked_out)])

    def deciding(self, dossier_id: str | None) -> Score | None:
        """The begun score that says most: the council's, else the commune's, else the subject's own."""
        scores = (self.begun(dossier_id, scorer) for scorer in reversed(c.SCORER.values))
        return next((one for one in scores if one), None)


def _key(text: str | None) -> str:
    return (text or "").upper()
