"""Recognitions: does the certificate agree with the law of its day and with the product's row (CN-…)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from ocop_xl.law.clocks import certificate_end
from ocop_xl.law.documents import document
from ocop_xl.law.stars import MANDATES, RECOGNISED_STARS, Mandate, authority_for
from ocop_xl.model import Book, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.programme.ranks import last_day, latest_in_force
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.stars import unrecognisable_stars
from ocop_xl.rules.view import View

LAW = "QĐ 26/2026/QĐ-TTg"


def by_product(book: Book) -> dict[str, list[Recognition]]:
    """A product's recognitions, in the order of the sheet."""
    found: dict[str, list[Recognition]] = defaultdict(list)
    for row in book[Recognition]:
        if row.product_id:
            found[row.product_id].append(row)
    return dict(found)


def newest(rows: Iterable[Recognition]) -> Recognition:
    """The one issued last, in force or not; where no day of issue is recorded the decision's day stands for it."""
    return max(rows, key=lambda r: r.issued or r.decision_date or date.min)


@rule(
    "CN-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — giấy cấp ngày {issued:%d/%m/%Y} có giá trị 36 tháng, đến {right:%d/%m/%Y}.",
    fix="Hãy đối chiếu ngày ghi trên giấy chứng nhận rồi sửa ngày cấp hoặc ngày hết hạn.",
    source="khoản 3 Điều 4, " + LAW,
)
def not_36_months(view: View, on: date) -> Iterable[Saw]:
    """Everything about renewal is reckoned from the end. The day before is taken too: some certificates count so."""
    for row in view[Recognition]:
        if row.issued and row.ends:
            right = certificate_end(row.issued)
            if row.ends not in (right, right - timedelta(days=1)):
                yield saw(row, "ends", issued=row.issued, right=right)


@rule(
    "CN-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — quyết định công nhận chỉ có hạng 3, 4 hoặc 5 sao.",
    fix="Hãy ghi đúng hạng trong quyết định; hạng 1, 2 sao không ghi vào trang này.",
    source="khoản 1 Điều 4, " + LAW,
)
def stars_not_recognised(view: View, on: date) -> Iterable[Saw]:
    """1 and 2 sao get neither decision nor certificate."""
    return unrecognisable_stars(view, Recognition, "stars")


@rule(
    "CN-003",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — ngày quyết định {decided:%d/%m/%Y} thì hạng {stars} sao do {right} công nhận; "
    "{saw} công nhận hạng này {period}.",
    fix="Hãy đối chiếu bản quyết định rồi sửa cơ quan, số sao hoặc ngày.",
    source="QĐ 148/QĐ-TTg, QĐ 1489/QĐ-TTg; khoản 1 Điều 4, " + LAW + "; tên Bộ từ 01/3/2025 là hiểu biết chung",
)
def authority_of_another_time(view: View, on: date) -> Iterable[Saw]:
    """A decision cannot be signed by an office that did not recognise the rank yet, or no longer. Where the stars are
    not recorded, the office must have recognised some rank that day."""
    for row in view[Recognition]:
        decided, mandates = row.decision_date, _mandates(row.authority, row.stars)
        rights = [(m, authority_for(m.stars, decided)) for m in mandates] if decided else []
        if rights and all(right not in ("", row.authority) for _, right in rights):
            mandate, right = rights[0]
            yield saw(row, "authority", decided=decided, stars=mandate.stars, right=right, period=_period(mandate))


def _mandates(authority: str | None, stars: int | None) -> list[Mandate]:
    return [m for m in MANDATES if m.authority == authority and stars in (None, m.stars)]


def _period(mandate: Mandate) -> str:
    since = "" if mandate.since == date.min else f"từ ngày {mandate.since:%d/%m/%Y}"
    until = "" if mandate.until == date.max else f"đến hết ngày {mandate.until:%d/%m/%Y}"
    return f"{since} {until}".strip()


@rule(
    "CN-004",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — hạng {stars} sao do {right} công nhận.",
    fix="Hãy đối chiếu bản quyết định rồi sửa cơ quan hoặc số sao.",
    source="QĐ 148/QĐ-TTg, QĐ 1489/QĐ-TTg; khoản 1 Điều 4, " + LAW,
)
def authority_of_another_rank(view: View, on: date) -> Iterable[Saw]:
    """5 sao is national; 4 sao was never the district's, 3 sao never a ministry's."""
    for row in view[Recognition]:
        if row.stars in RECOGNISED_STARS and row.authority in c.AUTHORITY and not _mandates(row.authority, row.stars):
            now, *before = reversed([m for m in MANDATES if m.stars == row.stars])
            earlier = "".join(f" (đến hết ngày {m.until:%d/%m/%Y} là {m.authority})" for m in before)
            yield saw(row, "authority", stars=row.stars, right=now.authority + earlier)


@rule(
    "CN-005",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — văn bản này không có hiệu lực vào ngày quyết định {decided:%d/%m/%Y} ({period}).",
    fix="Hãy đối chiếu phần căn cứ của quyết định rồi sửa căn cứ hoặc ngày.",
    source="Điều 11, " + LAW,
)
def basis_not_in_force(view: View, on: date) -> Iterable[Saw]:
    """A recognition rests on the decision in force on its day."""
    for row in view[Recognition]:
        if row.decision_date is None or row.legal_basis not in c.LEGAL_BASIS.allowed:
            continue
        basis = document(row.legal_basis or "")
        if not basis.holds_on(row.decision_date):
            period = f"có hiệu lực từ {basis.effective_from:%d/%m/%Y}"
            period += f" đến {basis.effective_to:%d/%m/%Y}" if basis.effective_to else ""
            yield saw(row, "legal_basis", decided=row.decision_date, period=period)


@rule(
    "CN-006",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước ngày quyết định ({decided:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source="Điều 4, " + LAW,
)
def issued_before_decided(view: View, on: date) -> Iterable[Saw]:
    """The certificate follows the decision."""
    for row in view.out_of_order(Recognition, "decision_date", "issued"):
        yield saw(row, "issued", decided=row.decision_date)


@rule(
    "CN-007",
    Severity.ERROR,
    "«{header}» đang trống — giấy đã bị thu hồi thì phải ghi căn cứ.",
    fix="Hãy chọn một căn cứ từ a đến e, theo quyết định thu hồi.",
    source="khoản 1 Điều 8, " + LAW,
)
def withdrawn_without_ground(view: View, on: date) -> Iterable[Saw]:
    """The law knows six grounds and no other."""
    return (saw(r, "ground") for r in view[Recognition] if r.state == c.RECOGNITION_WITHDRAWN and not r.ground)


@rule(
    "CN-008",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — nhưng trạng thái không phải “Bị thu hồi”.",
    fix="Hãy sửa «Trạng thái», hoặc xóa căn cứ thu hồi.",
    source="khoản 1 Điều 8, " + LAW,
)
def ground_without_withdrawal(view: View, on: date) -> Iterable[Saw]:
    """Such a row is counted as in force although somebody noted why it should not be."""
    return (saw(r, "ground") for r in view[Recognition] if r.ground and r.state != c.RECOGNITION_WITHDRAWN)


@rule(
    "CN-009",
    Severity.ERROR,
    "«{header}» của {row} đang là “{saw}” — giấy {first} của sản phẩm {product} còn giá trị đến {ends:%d/%m/%Y}, "
    "nên hai giấy cùng có hiệu lực.",
    fix="Hãy chọn “Đã được thay thế” ở «Trạng thái» của {first} nếu giấy mới (nâng hạng, phân hạng lại) thay giấy đó; "
    "nếu không, hãy sửa ngày.",
    source="khoản 3 Điều 4, " + LAW,
)
def two_in_force(view: View, on: date) -> Iterable[Saw]:
    """A product has one rank: a new certificate takes the place of the old one. Asked of every time, not of today."""
    over = (c.RECOGNITION_WITHDRAWN, c.RECOGNITION_REPLACED)
    for product, rows in view.derived(by_product).items():
        lasting = [(r.issued, last_day(r), r) for r in rows if r.state not in over] if len(rows) > 1 else []
        periods = [(issued, end, r) for issued, end, r in lasting if issued and end and issued <= end]
        periods.sort(key=lambda period: period[0])
        longest = periods[:1]
        for issued, end, row in periods[1:]:
            _, ends, first = longest[0]
            if issued <= ends:
                yield saw(row, "issued", row=_name(row), product=product, first=_name(first), ends=ends)
            if end > ends:
                longest = [(issued, end, row)]


def _name(row: Recognition) -> str:
    return row.id or f"dòng {row.at}"


@rule(
    "CN-010",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — theo trang «Công nhận» thì {right}.",
    fix="Hãy sửa «Hiện trạng», hoặc ghi đủ quyết định ở trang «Công nhận».",
    source="khoản 3 Điều 4, " + LAW,
)
def present_rank_differs(view: View, on: date) -> Iterable[Saw]:
    """Two places say which rank a product has; targets follow the certificate. A certificate that has merely ended is
    left to GH-001, a new product (mục A) may leave the cell blank."""
    recorded = view.derived(by_product)
    for product in view[Product] if recorded else ():
        rows = recorded.get(product.id or "")
        if not rows:
            continue
        latest = latest_in_force(rows, on)
        if latest and product.present != latest.stars:
            if product.present is not None or product.section != c.SECTION_NEW:
                yield saw(product, "present", right=f"đang là {latest.stars} sao ({_name(latest)})")
        elif latest is None and product.present and newest(rows).state == c.RECOGNITION_WITHDRAWN:
            yield saw(product, "present", right=f"giấy {_name(newest(rows))} đã bị thu hồi")


@rule(
    "CN-011",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — chưa ghi quyết định công nhận nào, nên tạm tính theo ô này.",
    fix="Hãy ghi số, ngày quyết định và ngày hết hạn vào trang «Công nhận».",
    source="khoản 3 Điều 4, " + LAW + "; cách tính tạm là cách hiểu của phần mềm",
)
def present_rank_without_recognition(view: View, on: date) -> Iterable[Saw]:
    """Without the decision nobody knows when the rank ends."""
    recorded = view.derived(by_product)
    if view.distinct(Product, "present") <= {None}:
        return
    for row in view.having(Product, "present", broken=lambda stars: stars is not None):
        if row.id and row.id not in recorded:
            yield saw(row, "present")
