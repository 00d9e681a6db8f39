"""What follows from a score: exclusion, and the rank that is asked for (KC-…)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.law.stars import RECOGNISED_STARS, STAR_BANDS
from ocop_xl.model import Dossier, Product
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, rule
from ocop_xl.rules.topics.dossiers import SENT_STATES
from ocop_xl.rules.topics.scoring.scores import named, points
from ocop_xl.rules.view import View
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.knock_outs import reasons_of
from ocop_xl.scoring.own_sets import is_own
from ocop_xl.scoring.reading import ARTICLE as READING
from ocop_xl.scoring.score import Score, exact

ANNEX = "ghi chú của các bảng chấm, Phụ lục II, QĐ 26/2026/QĐ-TTg"
_BEFORE_THE_RESULT = (c.DOSSIER_DRAFT, c.DOSSIER_RECEIVED, c.DOSSIER_TO_COMPLETE, c.DOSSIER_SENT)
_AMBITIOUS = 4
"""Stars from which a product needs to know its way: most minima are those of 4 and 5 sao (our choice)."""


def _excluded(view: View) -> Iterator[ScoredSheet]:
    return (one for one in view.derived(BookScores).sheets.values() if one.sheet.knock_out in c.KNOCK_OUT)


@rule(
    "KC-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — bảng chấm của bộ {set} không có lý do {allowed}.",
    fix="Hãy chọn lý do mà bảng chấm có, hoặc để trống ô này và chấm đủ các tiêu chí.",
    source=ANNEX,
)
def reason_not_on_the_sheet(view: View, on: date) -> Iterable[Saw]:
    """Nobody is excluded for what the sheet does not name. An own set does not tell its reasons apart."""
    for one in _excluded(view):
        if one.criteria_set is None or is_own(one.criteria_set.code):
            continue
        reasons = reasons_of(one.criteria_set)
        if one.sheet.knock_out not in reasons:
            there = "; ".join(f"“{reason}”" for reason in reasons)
            allowed = f"này, chỉ có: {there}" if there else "bị loại nào"
            yield saw(one.sheet, "knock_out", set=one.criteria_set.code, allowed=allowed)


@rule(
    "KC-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — sản phẩm bị loại mà hồ sơ {dossier} ở tình trạng “{state}”.",
    fix="Hãy để trống lý do nếu đã khắc phục, hoặc sửa «Tình trạng hồ sơ» ở trang «Hồ sơ».",
    source=ANNEX,
)
def excluded_but_sent(view: View, on: date) -> Iterable[Saw]:
    """What the commune has found excluded should not use up a round; what the council excludes is not recognised."""
    for one in _excluded(view):
        stands = (c.DOSSIER_RECOGNISED,) if one.sheet.scorer == c.SCORER_COUNCIL else SENT_STATES
        if one.dossier is not None and one.dossier.state in stands:
            yield saw(one.sheet, "knock_out", dossier=one.dossier.id, state=one.dossier.state)


@rule(
    "KC-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — kết quả chấm mới được {total} điểm, {stars} sao; để đạt {asked} sao còn thiếu "
    "{lacking}.",
    fix="Hãy xem các bước nâng hạng của hồ sơ {dossier} bằng nút «Đường lên sao» (lệnh ocop-xl advise), hoặc sửa hạng "
    "đề nghị.",
    source=READING,
    reason=(*ONE_COLUMN, "lacking"),
)
def asks_for_more_than_it_scores(view: View, on: date) -> Iterable[Saw]:
    """To ask for a rank out of reach costs the subject a round of a year; told while something can still be done, by
    the score that says most: the council's, else the commune's, else the subject's own."""
    scores = view.derived(BookScores)
    for dossier in {one.dossier.id: one.dossier for one in scores.sheets.values() if one.dossier}.values():
        if dossier.stars not in RECOGNISED_STARS or dossier.state in c.DOSSIER_SETTLED:
            continue
        found = scores.deciding(dossier.id)
        if found and not found.unanswered and not found.knocked_out and found.stars < dossier.stars:
            facts = {"total": points(found.total), "stars": found.stars, "asked": dossier.stars}
            yield saw(dossier, "stars", lacking=_lacking(found, dossier.stars), dossier=dossier.id, **facts)


def _lacking(score: Score, stars: int) -> str:
    """`20 điểm và mức tối thiểu ở tiêu chí 1.5 (cần 2 điểm), 2.1 (cần 3 điểm)`."""
    lacks = exact(next(band.at_least for band in STAR_BANDS if band.stars == stars) - score.total)
    wants = {one.criterion: one.wants for one in score.missed if one.stars <= stars}
    minima = named([f"{code} (cần {least} điểm)" for code, least in wants.items()])
    both = (f"{points(lacks)} điểm" * (lacks > 0), f"mức tối thiểu ở tiêu chí {minima}" * bool(minima))
    return " và ".join(filter(None, both))


@rule(
    "KC-004",
    Severity.INFO,
    "«{header}» đang là “{saw}” — hồ sơ {dossier} chưa phiếu nào được chấm, nên chưa biết còn thiếu gì "
    "để đạt hạng này.",
    fix="Hãy chấm thử ở trang «Chấm điểm» rồi xem các bước nâng hạng bằng nút «Đường lên sao» (lệnh ocop-xl advise).",
    source=READING,
)
def no_way_up_recorded(view: View, on: date) -> Iterable[Saw]:
    """Minima of 4 and 5 sao take long to reach – a trademark, two years of growth – so one looks for them in time."""
    scores = view.derived(BookScores)
    begun = {
        one.sheet.dossier_id
        for one in scores.sheets.values()
        if one.score and (one.score.answered or one.score.knocked_out)
    }
    waiting: dict[str | None, Dossier] = {}
    scored = set()
    for dossier in view[Dossier]:
        if dossier.id in begun:
            scored.add(dossier.product_id)
        elif dossier.state in _BEFORE_THE_RESULT:
            waiting.setdefault(dossier.product_id, dossier)
    products = view.by_id(Product)
    for product_id, dossier in waiting.items():
        product = products.get(product_id or "")
        if product and product_id not in scored and _AMBITIOUS <= (product.potential or 0) <= RECOGNISED_STARS[-1]:
            yield saw(product, "potential", dossier=dossier.id or "chưa có mã")
