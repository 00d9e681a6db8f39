"""Sheets of «Kết quả chấm»: by which set, on which day and by whom a dossier is judged (PC-…)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.law.clocks import NEW_RULES_FROM, transition_deadline
from ocop_xl.law.criteria import CURRENT_DOCUMENT, CriteriaSet
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.model import Dossier
from ocop_xl.model import choices as c
from ocop_xl.model.column import Kind
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule, shown
from ocop_xl.rules.topics.scoring.scores import scored
from ocop_xl.rules.view import View
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.own_sets import is_own
from ocop_xl.vietnamese import fold

LAW = "QĐ 26/2026/QĐ-TTg"


def _received(view: View) -> Iterator[tuple[ScoredSheet, CriteriaSet, Dossier, date]]:
    """Sheets with a sound set whose dossier says when the commune received it."""
    for one, chosen in scored(view):
        if one.dossier is not None and one.dossier.received is not None:
            yield one, chosen, one.dossier, one.dossier.received


# --- the set and the day --------------------------------------------------------------------------------------


@rule(
    "PC-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước ngày bộ {set} có hiệu lực ({since:%d/%m/%Y}).",
    fix="Hãy sửa ngày chấm, hoặc sửa «Bộ tiêu chí» theo quy định có hiệu lực ngày đó.",
    source="Điều 11, " + LAW,
)
def scored_before_the_set(view: View, on: date) -> Iterable[Saw]:
    """Nobody can have scored by a set that was not there yet: one of the two cells is wrong."""
    for one, chosen in scored(view):
        day = one.sheet.scored_on
        if day and day < chosen.effective_from:
            yield saw(one.sheet, "scored_on", set=chosen.code, since=chosen.effective_from)


@rule(
    "PC-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — {problem} ({day:%d/%m/%Y}).",
    fix="Hãy kiểm tra hai ngày này rồi sửa ngày sai.",
    source="khoản 2 và khoản 3 Điều 7, " + LAW,
)
def impossible_day(view: View, on: date) -> Iterable[Saw]:
    """The subject and the commune may try out a score at any time, the council only judges what has been filed."""
    for one in view.derived(BookScores).sheets.values():
        day, received = one.sheet.scored_on, one.dossier.received if one.dossier else None
        if day and day > on:
            yield saw(one.sheet, "scored_on", problem="sau ngày đang tính", day=on)
        elif day and received and one.sheet.scorer == c.SCORER_COUNCIL and day < received:
            yield saw(one.sheet, "scored_on", problem="hội đồng không thể chấm trước ngày xã nhận hồ sơ", day=received)


@rule(
    "PC-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ {dossier} nhận ngày {received:%d/%m/%Y}, trước khi bộ này có hiệu lực "
    "({since:%d/%m/%Y}), nên theo quy định cũ và phải xong chậm nhất ngày {due:%d/%m/%Y}.",
    fix="Hãy nạp bộ tiêu chí cũ bằng lệnh ocop-xl criteria rồi chấm theo bộ đó; hồ sơ đã nộp lại thì sửa «Ngày nhận».",
    source="khoản 2 Điều 12, " + LAW,
)
def filed_before_the_set(view: View, on: date) -> Iterable[Saw]:
    """What was filed under the old rules is judged by them: other criteria, other points. What is settled has been."""
    for one, chosen, dossier, received in _received(view):
        if dossier.state in c.DOSSIER_SETTLED:
            continue
        due = transition_deadline(received, reassessment=dossier.kind == c.DOSSIER_AGAIN)
        if due and not is_own(chosen.code):
            facts = {"received": received, "since": chosen.effective_from, "due": due}
            yield saw(one.sheet, "criteria_set", dossier=dossier.id, **facts)


@rule(
    "PC-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ {dossier} nhận ngày {received:%d/%m/%Y} phải chấm theo bộ của Quyết định "
    "{document}, mà bộ này do xã nạp, không rõ của quyết định nào.",
    fix="Hãy chấm theo một bộ từ QD26-01 đến QD26-26, trừ khi bộ này chép đúng Phụ lục II.",
    source="Điều 11 và khoản 2 Điều 12, " + LAW,
)
def own_set_for_a_new_dossier(view: View, on: date) -> Iterable[Saw]:
    """Own sets are there for dossiers under the old rules, which ended on 22/5/2026 for whatever is filed since."""
    for one, chosen, dossier, received in _received(view):
        if is_own(chosen.code) and received >= NEW_RULES_FROM:
            yield saw(one.sheet, "criteria_set", dossier=dossier.id, received=received, document=CURRENT_DOCUMENT)


@rule(
    "PC-005",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — «Bộ sản phẩm» của sản phẩm {product} là “{chosen}”.",
    fix="Hãy chọn lại «Bộ sản phẩm» ở trang «Sản phẩm», hoặc mở phiếu mới theo đúng bộ bằng nút «Mở phiếu» (lệnh "
    "ocop-xl score --open).",
    source="Phụ lục II, " + LAW,
)
def not_the_products_set(view: View, on: date) -> Iterable[Saw]:
    """A product is scored by the set of the list it belongs to. An own set says of no list; PC-004 asks about it."""
    for one, chosen in scored(view):
        if one.product is not None and _is_of_another_list(one, chosen):
            listed = shown(one.product.product_set, Kind.PRODUCT_SET)
            yield saw(one.sheet, "criteria_set", product=one.product.id, chosen=listed)


def _is_of_another_list(one: ScoredSheet, chosen: CriteriaSet) -> bool:
    number = one.product.product_set if one.product else None
    return number in range(1, len(PRODUCT_SETS) + 1) and not is_own(chosen.code) and number != chosen.number


@rule(
    "PC-006",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — phiếu {first} của cùng hồ sơ {dossier} dùng bộ {other}, nên không so sánh, "
    "không tính trung bình được.",
    fix="Hãy chấm mọi phiếu của một hồ sơ theo cùng một bộ.",
    source="khoản 3 Điều 3 và Phụ lục II, " + LAW,
)
def several_sets_in_a_dossier(view: View, on: date) -> Iterable[Saw]:
    """Points of different sets cannot be compared or averaged. What PC-005 has told is not told again."""
    firsts: dict[str, tuple[ScoredSheet, CriteriaSet]] = {}
    for one, chosen in scored(view):
        if one.dossier is None or not one.dossier.id or _is_of_another_list(one, chosen):
            continue
        first, other = firsts.setdefault(one.dossier.id, (one, chosen))
        if other.code != chosen.code:
            yield saw(one.sheet, "criteria_set", first=first.sheet.id, dossier=one.dossier.id, other=other.code)


# --- members of the council -----------------------------------------------------------------------------------


def _members(view: View) -> Iterator[list[ScoredSheet]]:
    """The council's begun sheets of each dossier that has several."""
    begun = defaultdict(list)
    for one, _ in scored(view):
        if one.sheet.scorer == c.SCORER_COUNCIL and one.dossier and one.score and one.score.answered:
            begun[one.dossier.id].append(one)
    return (sheets for sheets in begun.values() if len(sheets) > 1)


@rule(
    "PC-007",
    Severity.WARNING,
    "«{header}» đang trống — hồ sơ {dossier} có {count} phiếu của hội đồng nên mỗi phiếu phải ghi rõ ai chấm.",
    fix="Hãy ghi họ tên thành viên hội đồng đã chấm phiếu {score_sheet}.",
    source="khoản 3 Điều 3 và điểm b khoản 3 Điều 7, " + LAW,
)
def member_without_a_name(view: View, on: date) -> Iterable[Saw]:
    """The mean is of members, not of sheets: who has no name may have been counted twice."""
    for sheets in _members(view):
        for one in sheets:
            if not one.sheet.member:
                yield saw(
                    one.sheet, "member", dossier=one.sheet.dossier_id, count=len(sheets), score_sheet=one.sheet.id
                )


@rule(
    "PC-008",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — người này đã chấm hồ sơ {dossier} ở phiếu {first}, nên điểm trung bình tính hai lần.",
    fix="Hãy sửa tên người chấm, hoặc bỏ phiếu chấm thừa.",
    source="khoản 3 Điều 3, " + LAW,
)
def member_twice(view: View, on: date) -> Iterable[Saw]:
    """A member whose points count twice moves the mean that decides the rank."""
    for sheets in _members(view):
        firsts: dict[str, ScoredSheet] = {}
        for one in sheets:
            first = firsts.setdefault(fold(one.sheet.member or ""), one)
            if first is not one and one.sheet.member:
                yield saw(one.sheet, "member", dossier=one.sheet.dossier_id, first=first.sheet.id)
