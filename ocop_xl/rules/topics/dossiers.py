"""Dossiers: dates, numbers, sets, samples and the commune's four findings (HS-…)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import MAXYEAR, date

from ocop_xl.law.clocks import Round, commune_deadline, provincial_rounds, renewal_window
from ocop_xl.law.sectors import TOURISM, sets_of
from ocop_xl.model import Dossier, Product, Recognition, spec_of
from ocop_xl.model import choices as c
from ocop_xl.programme.rounds import round_named
from ocop_xl.rules.duties import late_rows
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, rule
from ocop_xl.rules.view import View

LAW = "QĐ 26/2026/QĐ-TTg"
SAMPLES = 5
FOUR_FINDINGS = ("material_finding", "labour_finding", "idea_finding", "identity_finding")
SENT_STATES = (c.DOSSIER_SENT, c.DOSSIER_RECOGNISED)
HANDED_IN_STATES = (c.DOSSIER_RECEIVED, c.DOSSIER_TO_COMPLETE, *SENT_STATES)
_FORM_NUMBER = r"[^/\s]+/PĐK-(?P<province>\d{2})-(?P<commune>\d{5})-(?P<year>20\d\d)"


@rule(
    "HS-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — {problem}.",
    fix="Hãy ghi theo dạng …/PĐK-(mã tỉnh)-(mã xã)-(năm), ví dụ {example}.",
    source="Mẫu 01, Phụ lục III, " + LAW,
)
def form_number(view: View, on: date) -> Iterable[Saw]:
    """The number ties the subject's form to the commune's register."""
    province, unit = view.commune.province_code, view.commune.commune_code
    for row in view[Dossier]:
        if not row.form_number:
            continue
        parts = re.fullmatch(_FORM_NUMBER, row.form_number)
        problem = ""
        if parts is None:
            problem = "số phiếu gồm số, “/PĐK-”, mã tỉnh, mã xã và năm"
        elif province and parts["province"] != province:
            problem = f"mã tỉnh phải là {province}"
        elif unit and parts["commune"] != unit:
            problem = f"mã xã phải là {unit}"
        elif row.received and int(parts["year"]) != row.received.year:
            problem = f"năm phải là {row.received.year}, năm nhận hồ sơ"
        if problem:
            example = f"01-03/PĐK-{province or '91'}-{unit or '31051'}-{(row.received or on).year}"
            yield saw(row, "form_number", problem=problem, example=example)


@rule(
    "HS-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — hồ sơ gửi tỉnh phải kèm 05 sản phẩm mẫu.",
    fix="Hãy ghi đủ số mẫu đã gửi, hoặc gửi bổ sung mẫu.",
    source="khoản 1 Điều 7, " + LAW,
)
def too_few_samples(view: View, on: date) -> Iterable[Saw]:
    """The council tastes and looks; only tourism services send no samples."""
    for row in view[Dossier]:
        if row.state in SENT_STATES and (row.samples or 0) < SAMPLES and not _is_tourism(view, row):
            yield saw(row, "samples")


def _is_tourism(view: View, row: Dossier) -> bool:
    product = view.by_id(Product).get(row.product_id or "")
    return product is not None and (
        product.sector == TOURISM or product.product_set in [item.number for item in sets_of(TOURISM)]
    )


@rule(
    "HS-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ gửi tỉnh gồm 01 bộ giấy và 01 bộ điện tử.",
    fix="Hãy bổ sung bộ còn thiếu rồi ghi lại số bộ.",
    source="Điều 6 và khoản 1 Điều 7, " + LAW,
)
def sets_wanting(view: View, on: date) -> Iterable[Saw]:
    """Both forms of the dossier go to the province."""
    for row in view[Dossier]:
        for attribute in ("paper_sets", "electronic_sets") if row.state in SENT_STATES else ():
            if not getattr(row, attribute):
                yield saw(row, attribute)


@rule(
    "HS-004",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước «Ngày nhận» ({received:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source="khoản 2 Điều 7, " + LAW,
)
def sent_before_received(view: View, on: date) -> Iterable[Saw]:
    """The commune sends on what it has received."""
    for row in view.out_of_order(Dossier, "received", "sent"):
        yield saw(row, "sent", received=row.received)


@rule(
    "HS-005",
    Severity.WARNING,
    "«{header}» đang trống — hồ sơ nhận ngày {received:%d/%m/%Y} phải gửi tỉnh chậm nhất ngày {due:%d/%m/%Y} "
    "(15 ngày làm việc).",
    fix="Hãy hoàn thành báo cáo Mẫu 03 và gửi tỉnh, hoặc ghi ngày đã gửi.",
    source="khoản 2 Điều 7, " + LAW,
)
def commune_is_late(view: View, on: date) -> Iterable[Saw]:
    """Fifteen working days are all that the commune has; late dossiers miss the province's round."""
    for row in late_rows(view, on, Dossier, "send"):
        if row.received:
            yield saw(row, "sent", received=row.received, due=commune_deadline(row.received))


@rule(
    "HS-006",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — nhưng trang «Công nhận» chưa có quyết định nào của sản phẩm {product}.",
    fix="Hãy ghi quyết định công nhận lần trước vào trang «Công nhận», hoặc sửa loại hồ sơ thành “Lần đầu”.",
    source="Điều 6, " + LAW,
)
def again_without_recognition(view: View, on: date) -> Iterable[Saw]:
    """Upgrade and re-assessment start from a certificate; CN-011 asks for it where «Hiện trạng» names a rank."""
    recognised = {r.product_id for r in view[Recognition]}
    recognised |= {p.id for p in view[Product] if p.present is not None}
    for row in view[Dossier]:
        if row.kind in (c.DOSSIER_UPGRADE, c.DOSSIER_AGAIN) and row.product_id and row.product_id not in recognised:
            yield saw(row, "kind", product=row.product_id)


@rule(
    "HS-007",
    Severity.ERROR,
    "«{header}» đang trống — hồ sơ đã gửi tỉnh mà còn thiếu: {blank}.",
    fix="Hãy ghi nhận xét của UBND xã ở đủ bốn nội dung của Mẫu 03.",
    source="khoản 2 Điều 7 và Mẫu 03, Phụ lục III, " + LAW,
    reason=(*ONE_COLUMN, "blank"),
)
def four_findings_wanting(view: View, on: date) -> Iterable[Saw]:
    """The four findings are the commune's own part of the dossier."""
    for row in view[Dossier]:
        blank = [name for name in FOUR_FINDINGS if not getattr(row, name)] if row.state in SENT_STATES else []
        if blank:
            headers = ", ".join(f"«{spec_of(Dossier).column(name).header}»" for name in blank)
            yield saw(row, blank[0], blank=headers)


@rule(
    "HS-008",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ phân hạng lại phải nộp từ {opens:%d/%m/%Y} đến {closes:%d/%m/%Y}, "
    "vì giấy {proof} hết hạn ngày {ends:%d/%m/%Y}.",
    fix="Hãy kiểm tra ngày nhận; nếu nộp muộn, giấy chỉ còn giá trị đến khi có kết quả và không quá 180 ngày.",
    source="điểm a khoản 6 Điều 7 và khoản 3 Điều 12, " + LAW,
)
def reassessment_outside_its_window(view: View, on: date) -> Iterable[Saw]:
    """Too early is sent back, too late may leave the product without a certificate."""
    for row in view[Dossier]:
        if row.kind != c.DOSSIER_AGAIN or row.received is None:
            continue
        held = [r for r in view[Recognition] if r.product_id == row.product_id and r.ends and r.issued]
        held = [r for r in held if r.issued and r.issued <= row.received]
        last = max(held, key=lambda r: r.ends or date.min, default=None)
        if last and last.ends:
            opens, closes = renewal_window(last.ends)
            if not opens <= row.received <= closes:
                yield saw(row, "received", opens=opens, closes=closes, ends=last.ends, proof=last.id)


@rule(
    "HS-009",
    Severity.ERROR,
    "«{header}» đang trống — tình trạng hồ sơ là “{state}” thì phải có ngày này.",
    fix="Hãy ghi ngày, hoặc sửa «Tình trạng hồ sơ».",
    source="khoản 2 Điều 7, " + LAW,
)
def state_without_its_date(view: View, on: date) -> Iterable[Saw]:
    """Deadlines run from these dates."""
    for row in view[Dossier]:
        if row.state in HANDED_IN_STATES and row.received is None and (id(row), "received") not in view.unread:
            yield saw(row, "received", state=row.state)
        if row.state in SENT_STATES and row.sent is None and (id(row), "sent") not in view.unread:
            yield saw(row, "sent", state=row.state)


@rule(
    "HS-010",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — nhưng trang «Công nhận» chưa có quyết định nào của {product} từ khi nhận hồ sơ này.",
    fix="Hãy ghi quyết định và giấy chứng nhận vào trang «Công nhận», hoặc sửa «Tình trạng hồ sơ».",
    source="Điều 4, " + LAW,
)
def recognised_without_a_certificate(view: View, on: date) -> Iterable[Saw]:
    """Targets count certificates, not dossiers: a recognition that is not entered is a product less."""
    decided: dict[str | None, date] = {}
    for one in view[Recognition]:
        day = one.decision_date or one.issued or date.max
        decided[one.product_id] = max(day, decided.get(one.product_id, day))
    for row in view.having(Dossier, "state", broken=lambda state: state == c.DOSSIER_RECOGNISED):
        last = decided.get(row.product_id)
        if row.product_id and (last is None or last < (row.received or date.min)):
            yield saw(row, "state", product=row.product_id)


@rule(
    "HS-011",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ nhận ngày {received:%d/%m/%Y} phải gửi tỉnh chậm nhất ngày {due:%d/%m/%Y} "
    "(15 ngày làm việc).",
    fix="Hãy kiểm tra hai ngày này; nếu đúng, hãy ghi lý do gửi chậm ở «Ghi chú».",
    source="khoản 2 Điều 7, " + LAW,
)
def sent_late(view: View, on: date) -> Iterable[Saw]:
    """A subject may ask why its dossier lay; and late days are often day and month exchanged."""
    for row in view.having(Dossier, "received", "sent", broken=lambda days: None not in days and days[0] <= days[1]):
        due = commune_deadline(row.received or on)
        if row.sent and row.sent > due:
            yield saw(row, "sent", received=row.received, due=due)


@rule(
    "HS-012",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hồ sơ nhận ngày {received:%d/%m/%Y} đã lỡ đợt {number} của tỉnh (gửi trước ngày "
    "{before:%d/%m/%Y}).",
    fix="Hãy báo chủ thể hồ sơ chờ đợt sau; nếu tỉnh có đợt riêng, hãy ghi rõ ở «Ghi chú».",
    source="khoản 1 Điều 5 và khoản 2 Điều 7, " + LAW,
)
def sent_after_its_round(view: View, on: date) -> Iterable[Saw]:
    """Received in time for a round and sent after it: the product waits half a year. Only if the dossier names the
    round, or the commune's 15 working days ended before the round's day; later dossiers were never meant for it."""
    for row in view.having(Dossier, "received", "sent", broken=lambda days: None not in days and days[0] <= days[1]):
        missed = _missed_round(row.round, row.received or on, row.sent or on)
        if missed:
            yield saw(row, "sent", received=row.received, number=missed.number, before=missed.request_before)


def _missed_round(named: str | None, received: date, sent: date) -> Round | None:
    """The round that «Đợt đánh giá» names, or else the first that the dossier could have reached, if it did not."""
    due = commune_deadline(received)
    rounds = [one for year in (due.year, min(due.year + 1, MAXYEAR)) for one in provincial_rounds(year)]
    reachable = next((one for one in rounds if due < one.request_before), None)
    return next((one for one in (round_named(named), reachable) if one and one.request_before <= sent), None)


@rule(
    "HS-013",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — sản phẩm này còn hồ sơ {first} chưa có kết quả (“{state}”).",
    fix="Hãy giữ một hồ sơ; hồ sơ cũ đã có kết quả thì sửa «Tình trạng hồ sơ».",
    source="Điều 6, " + LAW,
)
def two_open_dossiers(view: View, on: date) -> Iterable[Saw]:
    """One product is judged by one dossier at a time; letters and score sheets would not know which."""
    first: dict[str, Dossier] = {}
    for row in view[Dossier]:
        if row.product_id and row.state not in (None, *c.DOSSIER_SETTLED):
            earlier = first.setdefault(row.product_id, row)
            if earlier is not row:
                yield saw(row, "product_id", first=earlier.id or f"dòng {earlier.at}", state=earlier.state)
