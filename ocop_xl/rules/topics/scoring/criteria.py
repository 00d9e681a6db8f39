"""Criteria sets of the commune's own: are they there, sound, and as the formulas need them (TC-…)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ocop_xl.model import CriterionLine, ScoreSheet, spec_of
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, rule, shown
from ocop_xl.rules.view import View
from ocop_xl.scoring.own_sets import by_set, problems_of, sheet_lines
from ocop_xl.scoring.sets import set_named

SOURCE = "khoản 3 Điều 3 và Phụ lục II, QĐ 26/2026/QĐ-TTg; khuôn sổ OCOP (ocop_xl)"
_COUNTED_ON = (
    "id",
    "key",
    "part",
    "maximum",
    "points",
    "level",
    "levels",
    "wants_3",
    "wants_4",
    "wants_5",
    "from_rank",
)
"""Columns of «Tiêu chí» that formulas on «Kết quả chấm» and «Chấm điểm» read."""


@rule(
    "TC-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — sổ không có bộ tiêu chí này nên phiếu không tính được điểm và sao.",
    fix="Hãy ghi một mã từ QD26-01 đến QD26-26, hoặc nạp bộ này từ một bảng tính bằng lệnh ocop-xl criteria.",
    source=SOURCE,
)
def unknown_set(view: View, on: date) -> Iterable[Saw]:
    """A score by a set that nobody can look up has no points. A loaded set with mistakes is TC-002's."""
    loaded = by_set(view[CriterionLine])

    def unknown(code: str | None) -> bool:
        return bool(code) and str(code).upper() not in loaded and set_named(view.book, code) is None

    for row in view.having(ScoreSheet, "criteria_set", broken=unknown):
        yield saw(row, "criteria_set")


@rule(
    "TC-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — {allowed}.",
    fix="Hãy {remedy}",
    source=SOURCE,
    reason=(*ONE_COLUMN, "allowed"),
)
def unsound_set(view: View, on: date) -> Iterable[Saw]:
    """Scores by a set that does not add up to 100, or whose levels are unclear, mean nothing."""
    unread = view.unread
    for lines in by_set(view[CriterionLine]).values():
        for problem in problems_of(lines):
            if (id(problem.line), problem.attribute) not in unread:
                yield saw(problem.line, problem.attribute, allowed=problem.rule, remedy=problem.remedy)


@rule(
    "TC-003",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — ở dòng này công thức chấm điểm cần “{wanted}”.",
    fix="Hãy bỏ bảo vệ trang này, xóa các dòng của bộ {set} rồi nạp lại bằng lệnh ocop-xl criteria.",
    source="khuôn sổ OCOP (ocop_xl)",
)
def not_as_formulas_need(view: View, on: date) -> Iterable[Saw]:
    """The workbook's formulas count on the helper columns and on the order of a criterion's lines; a set that was typed
    into «Tiêu chí» by hand looks right and scores wrong."""
    spec = spec_of(CriterionLine)
    for code, lines in by_set(view[CriterionLine]).items():
        astray = next(_astray(lines, sheet_lines(lines)), None)
        if astray is not None:
            line, name, right = astray
            yield saw(line, name, wanted=shown(right, spec.column(name).kind), set=code)


def _astray(
    lines: Sequence[CriterionLine], wanted: Sequence[CriterionLine]
) -> Iterator[tuple[CriterionLine, str, object]]:
    """Cells that are not what loading the same set would write. From the first on, lines may have moved."""
    for line, right in zip(lines, wanted, strict=False):
        for name in _COUNTED_ON:
            if getattr(line, name) != getattr(right, name):
                yield line, name, getattr(right, name)
