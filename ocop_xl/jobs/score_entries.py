"""What the score sheets of a book come to: in the order of the dossiers, after a council's sheets their mean."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.law.criteria import CriteriaSet
from ocop_xl.model import Book, Dossier, Product, ScoreLine
from ocop_xl.model import choices as c
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.panel import mean_score
from ocop_xl.scoring.score import MIXED_CASES, UNKNOWN_CRITERION, BadAnswer, Score

_QUOTED = 60
"""Characters of a cell that a sentence quotes."""

MEAN = f"{c.SCORER_COUNCIL} (trung bình)"


class Bad(NamedTuple):
    """An answer that does not count: the criterion's code, what stands there, a sentence, the cell on «Chấm điểm»."""

    criterion: str
    given: str
    message: str
    cell: str


class ScoreEntry(NamedTuple):
    """A score sheet and its result, or the mean of `members` sheets (`found` is None); `score` is None without a set.

    `left_out`: sheets of the council by another set than the others, which the mean leaves out. `partial`: those of
    the `members` on which criteria are unanswered, so that the mean may yet change.
    """

    dossier_id: str
    product: Product | None
    found: ScoredSheet | None
    score: Score | None
    bad: tuple[Bad, ...] = ()
    problem: str = ""
    members: int = 1
    left_out: int = 0
    partial: int = 0

    @property
    def is_begun(self) -> bool:
        """Something was answered, rightly or not, or the product is excluded."""
        return self.score is not None and (begun(self.score) or bool(self.bad))

    @property
    def is_wrong(self) -> bool:
        return bool(self.bad or self.problem)


def begun(score: Score) -> bool:
    return bool(score.answered or score.bad or score.knocked_out)


def entries(book: Book, dossier_id: str = "") -> list[ScoreEntry]:
    """Of one dossier if asked. Dossiers as on «Hồ sơ», those that it lacks last; scorers as in their list."""
    scores = book.derived(BookScores)
    order = {scorer: at for at, scorer in enumerate(c.SCORER.values)}
    known = [(row.id or "").upper() for row in book[Dossier]]
    named = [(one.sheet.dossier_id or "").upper() for one in scores.sheets.values()]
    wanted = dossier_id.upper()
    found = []
    for key in dict.fromkeys([*known, *named]):
        if wanted in ("", key):
            sheets = sorted(scores.of_dossier(key), key=lambda one: order.get(one.sheet.scorer or "", len(order)))
            found += [_entry(book, one) for one in sheets]
            found += _mean([one for one in sheets if one.sheet.scorer == c.SCORER_COUNCIL])
    return found


def _entry(book: Book, one: ScoredSheet) -> ScoreEntry:
    bad = [_bad(book, one, answer) for answer in one.score.bad] if one.score else []
    bad += _broken(book, one)
    return ScoreEntry(
        one.sheet.dossier_id or "", one.product, one, one.score, tuple(bad), "" if one.score else _no_set(one)
    )


def _no_set(one: ScoredSheet) -> str:
    if not one.sheet.criteria_set:
        return "Phiếu chưa ghi bộ tiêu chí; hãy ghi mã bộ (như QD26-08) vào cột «Bộ tiêu chí» của trang «Kết quả chấm»."
    return (
        f"Sổ không có bộ tiêu chí “{one.sheet.criteria_set}”; hãy sửa cột «Bộ tiêu chí» của trang «Kết quả chấm», "
        "hoặc nạp bộ này bằng lệnh ocop-xl criteria."
    )


def _mean(sheets: list[ScoredSheet]) -> Iterator[ScoreEntry]:
    """One entry if several members have begun."""
    scores = [one.score for one in sheets if one.score and (one.score.answered or one.score.knocked_out)]
    mean = mean_score(scores)
    if mean is not None and len(scores) > 1:
        alike = [one for one in scores if one.criteria_set is mean.criteria_set]
        partial = sum(bool(one.unanswered) for one in alike)
        apart, first = len(scores) - len(alike), sheets[0]
        yield ScoreEntry(
            first.sheet.dossier_id or "",
            first.product,
            None,
            mean,
            members=len(alike),
            left_out=apart,
            partial=partial,
        )


# --- answers that do not count ------------------------------------------------------------------------------


def _bad(book: Book, one: ScoredSheet, answer: BadAnswer) -> Bad:
    assert one.criteria_set is not None
    line = one.lines[answer.criterion.upper()]
    attribute = "criterion" if answer.problem == UNKNOWN_CRITERION else "level"
    cell = book.placement(ScoreLine).cell(line, attribute)
    return Bad(answer.criterion, line.level or "", _message(one.criteria_set, answer, line.level or ""), cell)


def _broken(book: Book, one: ScoredSheet) -> Iterator[Bad]:
    """Levels that are a formula's error: nothing can be read there, and the workbook's own totals fail with it."""
    placement, mine = book.placement(ScoreLine), {id(line) for line in one.lines.values()}
    for cell in book.unread:
        if cell.column.attribute == "level" and id(cell.row) in mine and isinstance(cell.row, ScoreLine):
            code = cell.row.criterion or ""
            message = (
                f"«Mức được chọn» của tiêu chí {code} đang là “{cell.text}” — ô bị lỗi công thức nên cả phiếu trong sổ "
                "không tính được. Hãy xóa ô, rồi chọn trong danh sách của ô."
            )
            yield Bad(code, cell.text, message, placement.cell(cell.row, "level"))


def _message(criteria_set: CriteriaSet, answer: BadAnswer, given: str) -> str:
    if answer.problem == UNKNOWN_CRITERION:
        return (
            f"«Mã tiêu chí» đang là “{answer.criterion}” — bộ {criteria_set.code} không có tiêu chí này. "
            "Hãy sửa mã theo trang «Tiêu chí», hoặc xóa dòng."
        )
    cell = f"«Mức được chọn» của {named(criteria_set, answer.criterion)} đang là “{_short(given)}”"
    if answer.problem == MIXED_CASES:
        return f"{cell} — phiếu này chọn lẫn hai trường hợp. Hãy chọn mọi tiêu chí theo cùng một trường hợp, a hoặc b."
    criterion = next(one for one in criteria_set.criteria if one.code == answer.criterion)
    return (
        f"{cell} — không phải một mức của tiêu chí này, chỉ nhận {_either(criterion.allowed_points)} điểm. "
        "Hãy chọn trong danh sách của ô."
    )


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"


def _either(points: tuple[int, ...]) -> str:
    *others, last = (str(one) for one in points)
    return f"{', '.join(others)} hoặc {last}" if others else last


def named(criteria_set: CriteriaSet, code: str) -> str:
    """`3.5 Sở hữu trí tuệ`."""
    return next(f"{one.code} {one.name}" for one in criteria_set.criteria if one.code == code)
