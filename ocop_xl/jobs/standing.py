"""Whose way up is asked for: a product by key, dossier or name, and the score it stands at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ocop_xl.errors import Refusal
from ocop_xl.law.criteria import NoCriteriaSet
from ocop_xl.model import Book, Dossier, Product
from ocop_xl.model import choices as c
from ocop_xl.model.keys import row_typed
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.answers import answer_of
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.score import Answer, Score, score
from ocop_xl.scoring.sets import set_for
from ocop_xl.vietnamese import fold, tidy, toned_key


class Standing(NamedTuple):
    """Where a product stands: the begun score that says most, by whom, on which sheets; a blank one if none is begun.

    `case`: the letter of the case that the sheets answer, empty where there are none or more than one.
    """

    product: Product
    dossier: Dossier | None
    scorer: str
    sheets: tuple[ScoredSheet, ...]
    score: Score
    case: str

    @property
    def sheet(self) -> ScoredSheet | None:
        """The sheet, unless the score is a mean of several or of none."""
        return self.sheets[0] if len(self.sheets) == 1 else None


def standing(book: Book, asked: str, day: date) -> Standing:
    """Refusal when nothing or more than one product is meant, or no criteria set is known."""
    product, dossiers = _meant(book, asked)
    scores = book.derived(BookScores)
    for dossier in dossiers:
        for scorer in reversed(c.SCORER.values):
            found = scores.begun(dossier.id, scorer)
            if found is not None:
                sheets = tuple(one for one in scores.of_dossier(dossier.id, scorer) if _counts(one, found))
                return Standing(product, dossier, scorer, sheets, found, _case(sheets))
    for dossier in dossiers:
        blank = next((one for one in scores.of_dossier(dossier.id) if one.score), None)
        if blank is not None and blank.score is not None:
            return Standing(product, dossier, blank.sheet.scorer or "", (blank,), blank.score, "")
    newest = dossiers[0] if dossiers else None
    try:
        criteria_set = set_for(product, (newest.received if newest else None) or day)
    except NoCriteriaSet as reason:
        raise Refusal(str(reason)) from None
    return Standing(product, newest, "", (), score(criteria_set, {}), "")


def _counts(one: ScoredSheet, found: Score) -> bool:
    return (
        one.score is not None
        and one.criteria_set is found.criteria_set
        and bool(one.score.answered or one.score.knocked_out)
    )


def _case(sheets: tuple[ScoredSheet, ...]) -> str:
    letters = set()
    for one in sheets:
        assert one.criteria_set is not None and one.score is not None
        for criterion in one.criteria_set.criteria:
            line = one.lines.get(criterion.code.upper())
            if line and line.level and criterion.code in one.score.points:
                answer = answer_of(criterion, line.level)
                letters.add(answer.case if isinstance(answer, Answer) else "")
    letters.discard("")
    return letters.pop() if len(letters) == 1 else ""


# --- which product ------------------------------------------------------------------------------------------


def _meant(book: Book, asked: str) -> tuple[Product, list[Dossier]]:
    """The product and its dossiers, the latest first; only the one dossier whose key was given."""
    dossier = row_typed(book, Dossier, asked)
    if dossier is not None:
        product = row_typed(book, Product, dossier.product_id)
        if product is None:
            raise Refusal(f"Hồ sơ {dossier.id} chưa ghi đúng Mã SP; hãy sửa ở trang «Hồ sơ» rồi chạy lại.")
        return product, [dossier]
    product = row_typed(book, Product, asked) or _by_name(book, asked)
    mine = [row for row in book[Dossier] if row.product_id and row.product_id.upper() == (product.id or "").upper()]
    latest = sorted(enumerate(mine), key=lambda one: (one[1].received or date.min, one[0]), reverse=True)
    return product, [row for _, row in latest]


def _by_name(book: Book, asked: str) -> Product:
    """By the name as typed, then whatever the tones' placing, then without marks, then by a part of it."""
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: tidy(name).casefold() == tidy(asked).casefold(),
        lambda name: toned_key(name) == toned_key(asked),
        lambda name: fold(name) == fold(asked),
        lambda name: bool(fold(asked)) and f" {fold(asked)} " in f" {fold(name)} ",
    )
    for fits in ways:
        found = [row for row in book[Product] if row.name and fits(row.name)]
        if len(found) == 1:
            return found[0]
        if found:
            names = "; ".join(f"{row.id or '(chưa có mã)'} {row.name}" for row in found)
            raise Refusal(f"“{asked}” có thể là {len(found)} sản phẩm: {names}; hãy ghi Mã SP.")
    raise Refusal(f"Trang «Sản phẩm» không có “{asked}”; hãy ghi Mã SP, Mã HS hoặc tên như trong sổ.")
