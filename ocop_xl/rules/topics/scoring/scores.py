"""Lines of «Chấm điểm»: does each answer count, is the sheet whole, and do papers stand behind it (CD-…)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ocop_xl.law.criteria import CriteriaSet
from ocop_xl.law.proofs import proofs_of
from ocop_xl.model import Evidence, ScoreLine
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, rule, shown
from ocop_xl.rules.topics.dossiers import HANDED_IN_STATES
from ocop_xl.rules.view import View
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.panel import differences
from ocop_xl.scoring.score import MIXED_CASES, UNKNOWN_CRITERION, Answer, exact

ANNEX = "Phụ lục II, QĐ 26/2026/QĐ-TTg"
SELF_ASSESSMENT = "phần III Mẫu 02, Phụ lục III, QĐ 26/2026/QĐ-TTg"
_NAMED = 6
"""How many criteria a message names before it only counts the rest."""
_OPEN_STATES = (c.DOSSIER_DRAFT, c.DOSSIER_RECEIVED, c.DOSSIER_TO_COMPLETE)


def scored(view: View) -> Iterator[tuple[ScoredSheet, CriteriaSet]]:
    """Sheets whose set is there and sound; the others are TC-001's and TC-002's."""
    for one in view.derived(BookScores).sheets.values():
        if one.criteria_set is not None:
            yield one, one.criteria_set


def named(codes: Sequence[str]) -> str:
    """`1.1, 1.2, 2.4`; of many the first ones, `… và 20 tiêu chí nữa`."""
    rest = len(codes) - _NAMED
    return ", ".join(codes[:_NAMED]) + (f" và {rest} tiêu chí nữa" if rest > 0 else "")


def points(number: float) -> str:
    """`2`, `2,5`, `69,67`: means of a council go to two decimals."""
    return shown(exact(round(number, 2)))


@rule(
    "CD-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — bộ {set} mà phiếu {score_sheet} dùng không có tiêu chí này nên dòng này không được "
    "tính.",
    fix="Hãy sửa mã tiêu chí theo trang «Tiêu chí», hoặc sửa «Bộ tiêu chí» của phiếu ở trang «Kết quả chấm».",
    source=ANNEX,
)
def unknown_criterion(view: View, on: date) -> Iterable[Saw]:
    """Codes move from set to set: a line of another set looks right and gives no points."""
    for one, chosen in scored(view):
        for code, line in one.lines.items():
            if code not in one.criteria:
                yield saw(line, "criterion", set=chosen.code, score_sheet=one.sheet.id)


@rule(
    "CD-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — tiêu chí {criterion} của bộ {set} không có mức này, chỉ nhận mức {allowed} điểm.",
    fix="Hãy bấm mũi tên ở ô này rồi chọn đúng một mức trong danh sách.",
    source=ANNEX,
)
def no_such_level(view: View, on: date) -> Iterable[Saw]:
    """Points between two levels, or words of one's own, count for nothing."""
    for one, chosen in scored(view):
        for answer in one.score.bad if one.score else ():
            if answer.problem not in (UNKNOWN_CRITERION, MIXED_CASES):
                may_be = next(of.allowed_points for of in chosen.criteria if of.code == answer.criterion)
                line = one.lines[answer.criterion.upper()]
                yield saw(
                    line, "level", criterion=answer.criterion, set=chosen.code, allowed=", ".join(map(str, may_be))
                )


@rule(
    "CD-003",
    Severity.ERROR,
    "«{header}» đang chọn trường hợp {case} — ở tiêu chí {other_criterion} phiếu {score_sheet} đã chọn trường hợp "
    "{other_case}, nên mọi tiêu chí có hai trường hợp đều không được tính.",
    fix="Hãy chọn cùng một trường hợp ở các tiêu chí này: {criteria}.",
    source="bảng chấm bộ 26, " + ANNEX + "; không chọn lẫn hai trường hợp là cách hiểu của phần mềm",
)
def mixed_cases(view: View, on: date) -> Iterable[Saw]:
    """A tourism product is run by a community or by an organisation; told once a sheet, where the case changes."""
    for one, chosen in scored(view):
        cases = {
            bad.criterion: bad.given.case
            for bad in (one.score.bad if one.score else ())
            if bad.problem == MIXED_CASES and isinstance(bad.given, Answer)
        }
        codes = [criterion.code for criterion in chosen.criteria if criterion.code in cases]
        changed = next((code for code in codes if cases[code] != cases[codes[0]]), None)
        if changed:
            yield saw(
                one.lines[changed.upper()],
                "level",
                case=cases[changed],
                other_criterion=codes[0],
                other_case=cases[codes[0]],
                score_sheet=one.sheet.id,
                criteria=", ".join(codes),
            )


@rule(
    "CD-004",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — phiếu {score_sheet} đã có tiêu chí này ở dòng {first} nên dòng này không được tính.",
    fix="Hãy chọn mức đúng ở một dòng rồi bỏ dòng kia.",
    source="khuôn sổ OCOP (ocop_xl)",
)
def criterion_twice(view: View, on: date) -> Iterable[Saw]:
    """Only the first row of a criterion counts; an officer who changes the other one changes nothing."""
    for line, first in view.derived(BookScores).repeats:
        if line.sheet_id:
            yield saw(line, "criterion", score_sheet=line.sheet_id, first=first.at)


@rule(
    "CD-005",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — trang «Chấm điểm» thiếu dòng của {count} trên {all} tiêu chí trong phiếu này: "
    "{criteria}.",
    fix="Hãy thêm mỗi tiêu chí còn thiếu một dòng, hoặc mở phiếu mới bằng nút «Mở phiếu» (lệnh ocop-xl score --open).",
    source=ANNEX,
    reason=(*ONE_COLUMN, "criteria"),
)
def rows_wanting(view: View, on: date) -> Iterable[Saw]:
    """A criterion without a row cannot be answered, and nobody sees that it gets 0 points."""
    if _lacks_lines(view):
        return
    for one, _ in scored(view):
        wanting = [criterion.code for code, criterion in one.criteria.items() if code not in one.lines]
        if wanting:
            yield saw(one.sheet, "id", count=len(wanting), all=len(one.criteria), criteria=named(wanting))


def _lacks_lines(view: View) -> bool:
    """Whether the file lacks «Chấm điểm» or a column that an answer needs, which DO-… tells once for all."""
    columns = ("sheet_id", "criterion", "level")
    absent = (one.column for one in view.book.missing if one.spec.row_type is ScoreLine)
    return any(column is None or column.attribute in columns for column in absent)


@rule(
    "CD-006",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ {dossier} ở tình trạng “{state}” mà phiếu này chưa chọn mức cho {count} trên "
    "{all} tiêu chí: {criteria}.",
    fix="Hãy chọn mức cho các tiêu chí này ở trang «Chấm điểm»; không đạt mức nào thì chọn mức 0 điểm.",
    source=SELF_ASSESSMENT,
    reason=(*ONE_COLUMN, "criteria"),
)
def unanswered(view: View, on: date) -> Iterable[Saw]:
    """An unanswered criterion counts as 0 points. The subject's own scoring is part of the dossier, so its sheet must
    be filled once handed in; the others' only once begun, for nobody obliges the commune to give points."""
    if _lacks_lines(view):
        return
    unread = view.unread
    for one, _ in scored(view):
        if one.dossier is None or one.dossier.state not in HANDED_IN_STATES or one.sheet.knock_out:
            continue
        rows = [(of.code, line) for code, of in one.criteria.items() if (line := one.lines.get(code))]
        blank = [code for code, line in rows if line.level is None and (id(line), "level") not in unread]
        if blank and (one.sheet.scorer == c.SCORER_SUBJECT or len(blank) < len(rows)):
            yield saw(
                one.sheet,
                "id",
                dossier=one.dossier.id,
                state=one.dossier.state,
                count=len(blank),
                all=len(one.criteria),
                criteria=named(blank),
            )


@rule(
    "CD-007",
    Severity.WARNING,
    "«{header}» của tiêu chí {criterion} đang được {points} điểm — nhưng trang «Minh chứng» ghi hồ sơ {dossier} không "
    "có {proofs}.",
    fix="Hãy bổ sung minh chứng rồi ghi lại trang «Minh chứng», hoặc chọn mức mà hồ sơ chứng minh được.",
    source=SELF_ASSESSMENT + "; minh chứng nào cho tiêu chí nào là cách hiểu của phần mềm",
    reason=(*ONE_COLUMN, "proofs"),
)
def claimed_without_evidence(view: View, on: date) -> Iterable[Saw]:
    """A claim that no paper supports gets no points from the council; told of the subject's and the commune's sheets
    once the dossier is handed in, and only where every paper that could prove it is recorded as not there."""
    absent = _absent_evidence(view)
    for one, chosen in scored(view):
        dossier = one.dossier
        lacking = absent.get(dossier.id or "") if dossier and dossier.state in HANDED_IN_STATES else None
        if not lacking or not dossier or not one.score or one.sheet.scorer == c.SCORER_COUNCIL:
            continue
        for criterion in chosen.criteria:
            claimed = one.score.points.get(criterion.code, 0)
            proofs = proofs_of(criterion) if claimed > criterion.allowed_points[0] else ()
            if proofs and all(proof.label in lacking for proof in proofs):
                yield saw(
                    one.lines[criterion.code.upper()],
                    "level",
                    criterion=criterion.code,
                    points=points(claimed),
                    dossier=dossier.id,
                    proofs=" và ".join(f"“{proof.label}”" for proof in proofs),
                )


def _absent_evidence(view: View) -> dict[str, set[str]]:
    """Dossier → labels of the evidence lines that are listed, and never as there."""
    absent: dict[str, set[str]] = {}
    there = set()
    for dossier, line, state in view.distinct(Evidence, "dossier_id", "line", "state"):
        if dossier and line and state in (c.EVIDENCE_MISSING, c.EVIDENCE_NOT_NEEDED):
            absent.setdefault(dossier, set()).add(line)
        else:
            there.add((dossier, line))
    return {dossier: {line for line in lines if (dossier, line) not in there} for dossier, lines in absent.items()}


@rule(
    "CD-008",
    Severity.INFO,
    "«{header}» của tiêu chí {criterion}: chủ thể tự chấm {theirs} điểm, xã rà soát {ours} điểm — chênh nhau "
    "{by} điểm.",
    fix="Hãy cùng chủ thể xem lại minh chứng của tiêu chí này rồi sửa phiếu chưa đúng.",
    source=SELF_ASSESSMENT + "; mức chênh cần xem lại là cách hiểu của phần mềm",
)
def far_apart(view: View, on: date) -> Iterable[Saw]:
    """Where subject and commune see a criterion differently, the council will ask; better settled before sending."""
    scores = view.derived(BookScores)
    reviewed = {one.dossier.id: one.dossier for one, _ in scored(view) if one.dossier}
    for dossier in reviewed.values():
        if dossier.state not in _OPEN_STATES:
            continue
        theirs, ours = (scores.begun(dossier.id, scorer) for scorer in (c.SCORER_SUBJECT, c.SCORER_COMMUNE))
        if theirs is None or ours is None:
            continue
        sheets = [
            one for one in scores.of_dossier(dossier.id, c.SCORER_COMMUNE) if one.criteria_set is ours.criteria_set
        ]
        for found in differences(theirs, ours):
            code = found.criterion.code
            line = next(one.lines[code.upper()] for one in sheets if one.score and code in one.score.points)
            yield saw(
                line,
                "level",
                criterion=code,
                theirs=points(found.first),
                ours=points(found.second),
                by=points(abs(found.by)),
            )
