"""The nine figures that the plan's targets are measured by: formula, words and function of each side by side.

What each counts is our reading of khoản 2 mục II, Kế hoạch 76/KH-UBND; the countings stand in `participation`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ocop_xl.law.legal_forms import LEGAL_FORMS
from ocop_xl.model import Book, Producer, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.measure import ACTIVE, PRODUCING, Count, Counted, MeasureSpec, share, share_formula
from ocop_xl.programme.participation import (
    SUPPORT_NEEDED,
    active_producers,
    active_products,
    finished_supports,
    online_shops,
    sales_points,
    supported_kinds,
    trainings_of,
)
from ocop_xl.programme.ranks import Rank, rank_on

ORGANISATION_FORMS = tuple(form.name for form in LEGAL_FORMS if form.counts_as_economic_organisation)
_NOBODY = "Chưa có chủ thể nào có sản phẩm đang tham gia."
_FORMS_COUNTED = "+".join(f'COUNTIFS(tblChuThe[Loại hình],"{form}",{PRODUCING})' for form in ORGANISATION_FORMS)

TARGET_MEASURES: list[MeasureSpec] = []


def _measure(name: str, unit: str, formula: str, rule: str) -> Callable[[Count], Count]:
    def register(count: Count) -> Count:
        TARGET_MEASURES.append(MeasureSpec(name, unit, formula, rule, count))
        return count

    return register


def _named(items: Sequence[Product | Producer], nothing: str) -> str:
    return "; ".join(f"{_called(item)} ({item.id})" for item in items) or nothing


def _called(item: Product | Producer) -> str:
    return item.name or "chưa ghi tên"


def _proof(rank: Rank) -> str:
    """A row's key is no number of a decision: where the number is missing, dots stand for it."""
    if rank.proof:
        return f"theo quyết định {rank.proof.decision_number or '……'}"
    return "theo hiện trạng đã khai, chưa ghi quyết định công nhận"


@_measure(
    c.MEASURE_PRODUCTS,
    "sản phẩm",
    f"=COUNTIFS({ACTIVE})",
    "Sản phẩm trong trang Sản phẩm, trừ sản phẩm tạm dừng hoặc ngừng sản xuất.",
)
def _products(book: Book, on: date) -> Counted:
    found = active_products(book, on)
    return Counted(len(found), f"{len(found)} sản phẩm đang tham gia: {_named(found, 'chưa có')}.")


def _ranked(least: int) -> Count:
    def count(book: Book, on: date) -> Counted:
        ranks = [(p, rank_on(book, p, on)) for p in active_products(book, on)]
        found = [(p, rank) for p, rank in ranks if (rank.stars or 0) >= least]
        said = "; ".join(f"{_called(p)} ({p.id}, {rank.stars} sao, {_proof(rank)})" for p, rank in found)
        return Counted(len(found), f"{len(found)} sản phẩm: {said or 'chưa có'}.")

    return count


_measure(
    c.MEASURE_FROM_3_STARS,
    "sản phẩm",
    f'=COUNTIFS({ACTIVE},tblSanPham[Hạng đang tính],">=3")',
    "Sản phẩm có giấy chứng nhận còn hiệu lực từ 3 sao; chưa ghi giấy nào thì lấy ô Hiện trạng.",
)(_ranked(3))
_measure(
    c.MEASURE_FROM_4_STARS,
    "sản phẩm",
    f'=COUNTIFS({ACTIVE},tblSanPham[Hạng đang tính],">=4")',
    "Như trên, từ 4 sao.",
)(_ranked(4))


@_measure(
    c.MEASURE_SUPPORTED,
    "sản phẩm",
    f'=COUNTIFS({ACTIVE},tblSanPham[Lượt hỗ trợ],">0")',
    "Sản phẩm có ít nhất một việc hỗ trợ đã hoàn thành ghi cho sản phẩm đó.",
)
def _supported(book: Book, on: date) -> Counted:
    found = [p for p in active_products(book, on) if finished_supports(book, p, on)]
    return Counted(len(found), f"{len(found)} sản phẩm có việc hỗ trợ đã hoàn thành: {_named(found, 'chưa có')}.")


@_measure(
    c.MEASURE_ORGANISATIONS,
    "tổ chức",
    f"={_FORMS_COUNTED}",
    f"Chủ thể là {', '.join(ORGANISATION_FORMS).lower()} có sản phẩm đang tham gia.",
)
def _organisations(book: Book, on: date) -> Counted:
    found = [p for p in active_producers(book, on) if p.legal_form in ORGANISATION_FORMS]
    return Counted(len(found), f"{len(found)} tổ chức ({', '.join(ORGANISATION_FORMS)}): {_named(found, 'chưa có')}.")


@_measure(
    c.MEASURE_TRAINED,
    "%",
    share_formula(f'COUNTIFS({PRODUCING},tblChuThe[Lượt tập huấn],">0")', f"COUNTIFS({PRODUCING})"),
    "Chủ thể có sản phẩm đang tham gia đã dự ít nhất một lớp, trên tổng số chủ thể đang tham gia.",
)
def _trained(book: Book, on: date) -> Counted:
    everyone = active_producers(book, on)
    missing = [p for p in everyone if not trainings_of(book, p, on)]
    done = len(everyone) - len(missing)
    how = f"{done}/{len(everyone)} chủ thể đã dự tập huấn; chưa dự: {_named(missing, 'không chủ thể nào')}."
    return Counted(share(done, len(everyone)), how if everyone else _NOBODY)


@_measure(
    c.MEASURE_FULLY_SUPPORTED,
    "%",
    share_formula(
        f"COUNTIFS({PRODUCING},tblChuThe[Số nội dung được hỗ trợ],{len(SUPPORT_NEEDED)})", f"COUNTIFS({PRODUCING})"
    ),
    "Chủ thể đã được hỗ trợ xong cả nhãn hiệu, bao bì và truy xuất nguồn gốc, trên số chủ thể đang tham gia.",
)
def _fully_supported(book: Book, on: date) -> Counted:
    everyone = active_producers(book, on)
    wanting = [(p, [k for k in SUPPORT_NEEDED if k not in supported_kinds(book, p, on)]) for p in everyone]
    wanting = [(p, kinds) for p, kinds in wanting if kinds]
    done = len(everyone) - len(wanting)
    said = "; ".join(
        f"{_called(p)} ({p.id}) chưa được hỗ trợ {', '.join(k.lower() for k in kinds)}" for p, kinds in wanting
    )
    how = f"{done}/{len(everyone)} chủ thể được hỗ trợ đủ ba nội dung; còn thiếu: {said or 'không chủ thể nào'}."
    return Counted(share(done, len(everyone)), how if everyone else _NOBODY)


@_measure(
    c.MEASURE_SALES_POINTS,
    "điểm bán",
    "=ROUND(SUM(tblKenhBan[Tính vào số điểm]),0)",
    "Điểm giới thiệu và bán đang hoạt động; một điểm bán nhiều sản phẩm chỉ tính một.",
)
def _points(book: Book, on: date) -> Counted:
    points = [rows[0].name or "" for rows in sales_points(book, on).values()]
    return Counted(len(points), f"{len(points)} điểm đang hoạt động: {'; '.join(points) or 'chưa có'}.")


@_measure(
    c.MEASURE_ONLINE,
    "%",
    share_formula(f'COUNTIFS({ACTIVE},tblSanPham[Gian hàng trên sàn],">0")', f"COUNTIFS({ACTIVE})"),
    "Sản phẩm đang tham gia có gian hàng hoạt động trên sàn thương mại điện tử, trên số sản phẩm tham gia.",
)
def _online(book: Book, on: date) -> Counted:
    everything = active_products(book, on)
    found = [p for p in everything if online_shops(book, p, on)]
    how = f"{len(found)}/{len(everything)} sản phẩm có gian hàng đang hoạt động: {_named(found, 'chưa có')}."
    return Counted(share(len(found), len(everything)), how if everything else "Chưa có sản phẩm nào đang tham gia.")
