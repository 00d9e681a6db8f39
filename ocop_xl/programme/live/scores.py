"""The Python twins of the live columns of «Kết quả chấm» and «Chấm điểm»."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.law.criteria import Criterion
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book, CriterionLine, Row, ScoreLine, ScoreSheet
from ocop_xl.scoring.answers import answer_of
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.lines import CriteriaLines
from ocop_xl.scoring.score import Answer, Score

KNOCKED_OUT = "Bị loại"


# --- a score sheet ------------------------------------------------------------------------------------------


def _sheet(value: Callable[[ScoredSheet], object]) -> Callable[[ScoreSheet, Book, date], object]:
    """A figure of a row with a key."""

    def twin(row: ScoreSheet, book: Book, on: date) -> object:
        found = book.derived(BookScores).of(row.id)
        return "" if found is None else value(found)

    return twin


def _begun(value: Callable[[Score], object]) -> Callable[[ScoreSheet, Book, date], object]:
    """A figure that stays blank until the first answer."""
    return _sheet(lambda found: value(found.score) if found.score and found.score.answered else "")


def _criteria(found: ScoredSheet) -> int:
    return len(found.criteria_set.criteria) if found.criteria_set else 0


def _answered(found: ScoredSheet) -> int:
    return found.score.answered if found.score else 0


def _sheet_to_do(found: ScoredSheet) -> str:
    if found.score is None:
        return "✘ Chưa có bộ tiêu chí này"
    if found.score.knocked_out:
        return f"✘ {KNOCKED_OUT}"
    if not found.score.answered:
        return "► Chưa chấm"
    if found.score.unanswered:
        return f"► Còn {len(found.score.unanswered)} tiêu chí"
    if found.score.stars_by_minima < found.score.stars_by_points:
        return "⚠ Thiếu mức tối thiểu"
    return "✔ Đã chấm xong"


# --- a line of a score sheet --------------------------------------------------------------------------------


def _place(row: ScoreLine, book: Book) -> int | None:
    """The criterion's first line on «Tiêu chí»; None for a row that repeats another or names no criterion."""
    scores = book.derived(BookScores)
    found = scores.of(row.sheet_id)
    if found is None or not row.criterion or scores.first_line(row) is not row:
        return None
    return book.derived(CriteriaLines).first(found.sheet.criteria_set or "", row.criterion)


def _of_criterion(attribute: str) -> Callable[[ScoreLine, Book, date], object]:
    def twin(row: ScoreLine, book: Book, on: date) -> object:
        line = _criterion_line(row, book)
        value = getattr(line, attribute) if line else None
        return "" if value is None else value

    return twin


def _criterion_line(row: ScoreLine, book: Book) -> CriterionLine | None:
    place = _place(row, book)
    return book.derived(CriteriaLines).lines[place - 1] if place else None


def _criterion(row: ScoreLine, book: Book) -> Criterion | None:
    line, found = _criterion_line(row, book), book.derived(BookScores).of(row.sheet_id)
    if line is None or found is None or found.criteria_set is None:
        return None
    return next(one for one in found.criteria_set.criteria if one.code == line.criterion)


def _points(row: ScoreLine, book: Book, on: date) -> object:
    criterion, found = _criterion(row, book), book.derived(BookScores).of(row.sheet_id)
    if criterion is None or found is None or found.score is None:
        return ""
    return found.score.points.get(criterion.code, "")


def _may_be(row: ScoreLine, book: Book, on: date) -> object:
    criterion, points = _criterion(row, book), _points(row, book, on)
    if criterion is None or not isinstance(points, (int, float)):
        return ""
    return next((stars - 1 for stars in RECOGNISED_STARS if points < criterion.minimum(stars)), RECOGNISED_STARS[-1])


def _row_to_do(row: ScoreLine, book: Book, on: date) -> str:
    if not row.criterion:
        return ""
    if _place(row, book) is None:
        return "✘ Không có trong bộ, hoặc trùng"
    if _points(row, book, on) == "":
        return "✘ Mức chưa đúng" if row.level else "► Chưa chấm"
    allowed = int(str(_may_be(row, book, on)))
    return "✔ Đạt" if allowed == RECOGNISED_STARS[-1] else f"⚠ Chưa đủ cho {allowed + 1} sao"


def _case(row: ScoreLine, book: Book, on: date) -> str:
    criterion = _criterion(row, book)
    answer = answer_of(criterion, row.level) if criterion and row.level else None
    return answer.case if isinstance(answer, Answer) else ""


def _side(row: ScoreLine, book: Book, on: date) -> str:
    found, line = book.derived(BookScores).of(row.sheet_id), _criterion_line(row, book)
    if found is None or line is None:
        return ""
    return f"{found.sheet.dossier_id or ''}|{found.sheet.scorer or ''}|{line.key}"


def _name_of_product(row: ScoreLine, book: Book, on: date) -> str:
    found = book.derived(BookScores).of(row.sheet_id)
    return (found.product.name or "") if found and found.product else ""


SCORE_LIVE: dict[tuple[type[Row], str], Callable[[Any, Book, date], object]] = {
    (ScoreSheet, "criteria"): _sheet(_criteria),
    (ScoreSheet, "answered"): _sheet(_answered),
    (ScoreSheet, "part_a"): _begun(lambda score: score.parts["A"]),
    (ScoreSheet, "part_b"): _begun(lambda score: score.parts["B"]),
    (ScoreSheet, "part_c"): _begun(lambda score: score.parts["C"]),
    (ScoreSheet, "total"): _begun(lambda score: score.total),
    (ScoreSheet, "stars_by_points"): _begun(lambda score: score.stars_by_points),
    (ScoreSheet, "stars_by_minima"): _begun(lambda score: score.stars_by_minima),
    (ScoreSheet, "stars"): _begun(lambda score: KNOCKED_OUT if score.knocked_out else score.stars),
    (ScoreSheet, "to_do"): _sheet(_sheet_to_do),
    (ScoreLine, "product_name"): _name_of_product,
    (ScoreLine, "name"): _of_criterion("name"),
    (ScoreLine, "points"): _points,
    (ScoreLine, "maximum"): _of_criterion("maximum"),
    (ScoreLine, "minima"): _of_criterion("minima"),
    (ScoreLine, "may_be"): _may_be,
    (ScoreLine, "to_do"): _row_to_do,
    (ScoreLine, "proofs"): _of_criterion("evidence"),
    (ScoreLine, "remark"): _of_criterion("remark"),
    (ScoreLine, "part"): _of_criterion("part"),
    (ScoreLine, "key"): lambda row, book, on: f"{row.sheet_id or ''}|{row.criterion}" if row.criterion else "",
    (ScoreLine, "side"): _side,
    (ScoreLine, "case"): _case,
    (ScoreLine, "from_rank"): _of_criterion("from_rank"),
    (ScoreLine, "line"): lambda row, book, on: _place(row, book) or "",
}
"""Row type and attribute → function of the row, the book and the day, as in `live`."""
