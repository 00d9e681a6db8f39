"""Evidence: is every line there, and will it still hold when the province looks (MC-…)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.model import Dossier, Evidence
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, rule
from ocop_xl.rules.topics.dossiers import HANDED_IN_STATES, SENT_STATES
from ocop_xl.rules.view import View

SOURCE = "Mẫu 02, Phụ lục III, QĐ 26/2026/QĐ-TTg"
_WITH_THE_COMMUNE = (c.DOSSIER_RECEIVED, c.DOSSIER_TO_COMPLETE)


def _of_dossiers_in(view: View, states: tuple[str, ...]) -> Iterator[tuple[Evidence, Dossier]]:
    dossiers = view.by_id(Dossier)
    for row in view[Evidence]:
        dossier = dossiers.get(row.dossier_id or "")
        if dossier is not None and dossier.state in states:
            yield row, dossier


@rule(
    "MC-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ {dossier} đã nhận mà chưa có “{line}”.",
    fix="Hãy yêu cầu chủ thể bổ sung, hoặc chọn “Không áp dụng” nếu sản phẩm không cần.",
    source=SOURCE,
)
def missing_in_a_received_dossier(view: View, on: date) -> Iterable[Saw]:
    """Asked for now it costs a visit; found missing by the province it costs a round."""
    for row, dossier in _of_dossiers_in(view, _WITH_THE_COMMUNE):
        if row.state == c.EVIDENCE_MISSING:
            yield saw(row, "state", dossier=dossier.id, line=row.line)


@rule(
    "MC-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — hồ sơ {dossier} đã gửi tỉnh mà chưa có “{line}”.",
    fix="Hãy gửi bổ sung minh chứng, hoặc sửa ô này nếu đã có.",
    source=SOURCE,
)
def missing_in_a_sent_dossier(view: View, on: date) -> Iterable[Saw]:
    """Without its evidence a criterion gets no points, and some exclude the dossier. A recognised one is past that."""
    for row, dossier in _of_dossiers_in(view, (c.DOSSIER_SENT,)):
        if row.state == c.EVIDENCE_MISSING:
            yield saw(row, "state", dossier=dossier.id, line=row.line)


@rule(
    "MC-003",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — “{line}” của hồ sơ {dossier} đã hết hạn.",
    fix="Hãy thay bằng giấy tờ còn hạn rồi ghi ngày hết hạn mới.",
    source=SOURCE,
)
def expired(view: View, on: date) -> Iterable[Saw]:
    """A lapsed paper is no evidence. Reckoned on the day of sending once the dossier is sent (our reading); where that
    day is not recorded, HS-009 asks for it first."""
    for row, dossier in _of_dossiers_in(view, HANDED_IN_STATES):
        day = dossier.sent if dossier.state in SENT_STATES else on
        if day and row.expires and row.state != c.EVIDENCE_NOT_NEEDED and row.expires < day:
            yield saw(row, "expires", dossier=dossier.id, line=row.line)


@rule(
    "MC-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ này chưa ghi đủ {all} dòng ở trang «Minh chứng», còn thiếu: {wanting}.",
    fix="Hãy ghi đủ các dòng minh chứng của hồ sơ: có, thiếu hay không áp dụng.",
    source=SOURCE,
    reason=(*ONE_COLUMN, "wanting"),
)
def lines_not_listed(view: View, on: date) -> Iterable[Saw]:
    """A line that is not listed has not been checked, and no other rule can ask for it."""
    listed = defaultdict(set)
    for dossier_id, line in view.distinct(Evidence, "dossier_id", "line"):
        listed[dossier_id].add(line)
    for row in view[Dossier]:
        if row.id and row.state in HANDED_IN_STATES:
            wanting = [line.number for line in EVIDENCE_LINES if line.label not in listed[row.id]]
            if wanting:
                yield saw(row, "state", all=len(EVIDENCE_LINES), wanting=_runs(wanting))


def _runs(numbers: list[int]) -> str:
    """Rising numbers in the fewest words: `01, 05–15`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]:02d}–{run[-1]:02d}" if len(run) > 1 else f"{run[0]:02d}" for run in runs)


@rule(
    "MC-005",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ {dossier} đã có dòng này ở {first}.",
    fix="Hãy bỏ một dòng, hoặc chọn đúng minh chứng.",
    source=SOURCE,
)
def line_twice(view: View, on: date) -> Iterable[Saw]:
    """Two rows for one line can contradict each other."""
    for row, earlier in view.repeated(Evidence, "dossier_id", "line"):
        yield saw(row, "line", dossier=row.dossier_id, first=earlier.id or f"dòng {earlier.at}")
