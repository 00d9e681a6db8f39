"""The figures of the sheet «Số liệu»: each counted twice, by a formula and by a function, with words that say how.

A target names the figure it is measured by; the front sheet and the charts take theirs from here too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ocop_xl.law.legal_forms import LEGAL_FORMS
from ocop_xl.law.sectors import SECTORS
from ocop_xl.model import Book, Budget, Producer, Product, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.programme.duties import certificate_duty, task_duty
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
from ocop_xl.programme.ranks import Rank, in_force, rank_on

ORGANISATION_FORMS = tuple(form.name for form in LEGAL_FORMS if form.counts_as_economic_organisation)
_ACTIVE = 'tblSanPham[Tham gia],"Có"'
_PRODUCING = 'tblChuThe[Số sản phẩm tham gia],">0"'


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and the words that say what was counted; None when there is nothing to divide by."""

    value: float | None
    how: str


@dataclass(frozen=True, slots=True)
class MeasureSpec:
    """`formula` computes in the workbook what `count` computes here; `rule` says in a sentence what is counted."""

    name: str
    unit: str
    formula: str
    rule: str
    count: Callable[[Book, date], Counted]


def measured(book: Book, on: date, name: str) -> float | None:
    """The figure of that name, None if there is none."""
    spec = MEASURES.get(name)
    return spec.count(book, on).value if spec else None


def _named(items: Sequence[Product | Producer], nothing: str) -> str:
    return "; ".join(f"{item.name} ({item.id})" for item in items) or nothing


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _products(book: Book, on: date) -> Counted:
    found = active_products(book)
    return Counted(len(found), f"{len(found)} sản phẩm đang tham gia: {_named(found, 'chưa có')}.")


def _ranked(least: int) -> Callable[[Book, date], Counted]:
    def count(book: Book, on: date) -> Counted:
        ranks = [(p, rank_on(book, p, on)) for p in active_products(book)]
        found = [(p, rank) for p, rank in ranks if (rank.stars or 0) >= least]
        said = "; ".join(f"{p.name} ({p.id}, {rank.stars} sao, {_proof(rank)})" for p, rank in found)
        return Counted(len(found), f"{len(found)} sản phẩm: {said or 'chưa có'}.")

    return count


def _proof(rank: Rank) -> str:
    if rank.proof:
        return f"theo quyết định {rank.proof.decision_number or rank.proof.id}"
    return "theo ô Hiện trạng, chưa ghi quyết định"


def _supported(book: Book, on: date) -> Counted:
    found = [p for p in active_products(book) if finished_supports(book, p)]
    return Counted(len(found), f"{len(found)} sản phẩm có việc hỗ trợ đã hoàn thành: {_named(found, 'chưa có')}.")


def _organisations(book: Book, on: date) -> Counted:
    found = [p for p in active_producers(book) if p.legal_form in ORGANISATION_FORMS]
    return Counted(len(found), f"{len(found)} tổ chức ({', '.join(ORGANISATION_FORMS)}): {_named(found, 'chưa có')}.")


def _trained(book: Book, on: date) -> Counted:
    everyone = active_producers(book)
    missing = [p for p in everyone if not trainings_of(book, p)]
    done = len(everyone) - len(missing)
    how = f"{done}/{len(everyone)} chủ thể đã dự tập huấn; chưa: {_named(missing, 'không còn ai')}."
    return Counted(_share(done, len(everyone)), how)


def _fully_supported(book: Book, on: date) -> Counted:
    everyone = active_producers(book)
    wanting = [(p, [k for k in SUPPORT_NEEDED if k not in supported_kinds(book, p)]) for p in everyone]
    wanting = [(p, kinds) for p, kinds in wanting if kinds]
    done = len(everyone) - len(wanting)
    said = "; ".join(f"{p.name} ({p.id}) còn {', '.join(k.lower() for k in kinds)}" for p, kinds in wanting)
    how = f"{done}/{len(everyone)} chủ thể được hỗ trợ đủ ba nội dung; còn thiếu: {said or 'không còn ai'}."
    return Counted(_share(done, len(everyone)), how)


def _points(book: Book, on: date) -> Counted:
    points = [rows[0].name or "" for rows in sales_points(book).values()]
    return Counted(len(points), f"{len(points)} điểm đang hoạt động: {'; '.join(points) or 'chưa có'}.")


def _online(book: Book, on: date) -> Counted:
    everything = active_products(book)
    found = [p for p in everything if online_shops(book, p)]
    how = f"{len(found)}/{len(everything)} sản phẩm có gian hàng đang hoạt động: {_named(found, 'chưa có')}."
    return Counted(_share(len(found), len(everything)), how)


def _number_of(count: Callable[[Book, date], int]) -> Callable[[Book, date], Counted]:
    def counted(book: Book, on: date) -> Counted:
        value = count(book, on)
        return Counted(value, f"{value}.")

    return counted


def _share_formula(part: str, whole: str) -> str:
    return f'=IF({whole}=0,"",ROUND(100*{part}/{whole},1))'


def _target_measures() -> list[MeasureSpec]:
    producers = f"COUNTIFS({_PRODUCING})"
    organisations = "+".join(f'COUNTIFS(tblChuThe[Loại hình],"{form}",{_PRODUCING})' for form in ORGANISATION_FORMS)
    names = iter(c.MEASURE.values)
    return [
        MeasureSpec(
            next(names),
            "sản phẩm",
            f"=COUNTIFS({_ACTIVE})",
            "Sản phẩm trong sheet Sản phẩm, trừ sản phẩm tạm dừng hoặc ngừng sản xuất.",
            _products,
        ),
        MeasureSpec(
            next(names),
            "sản phẩm",
            f'=COUNTIFS({_ACTIVE},tblSanPham[Hạng đang tính],">=3")',
            "Sản phẩm có giấy chứng nhận còn hạn từ 3 sao; chưa ghi giấy nào thì lấy ô Hiện trạng.",
            _ranked(3),
        ),
        MeasureSpec(
            next(names),
            "sản phẩm",
            f'=COUNTIFS({_ACTIVE},tblSanPham[Hạng đang tính],">=4")',
            "Như trên, từ 4 sao.",
            _ranked(4),
        ),
        MeasureSpec(
            next(names),
            "sản phẩm",
            f'=COUNTIFS({_ACTIVE},tblSanPham[Lượt hỗ trợ],">0")',
            "Sản phẩm có ít nhất một việc hỗ trợ đã hoàn thành ghi cho sản phẩm đó.",
            _supported,
        ),
        MeasureSpec(
            next(names),
            "tổ chức",
            f"={organisations}",
            f"Chủ thể là {', '.join(ORGANISATION_FORMS).lower()} có sản phẩm đang tham gia.",
            _organisations,
        ),
        MeasureSpec(
            next(names),
            "%",
            _share_formula(f'COUNTIFS({_PRODUCING},tblChuThe[Lượt tập huấn],">0")', producers),
            "Chủ thể có sản phẩm đang tham gia đã dự ít nhất một lớp, trên tổng số chủ thể đang tham gia.",
            _trained,
        ),
        MeasureSpec(
            next(names),
            "%",
            _share_formula(
                f"COUNTIFS({_PRODUCING},tblChuThe[Số nội dung được hỗ trợ],{len(SUPPORT_NEEDED)})",
                producers,
            ),
            "Chủ thể đã được hỗ trợ xong cả nhãn hiệu, bao bì và truy xuất nguồn gốc, trên số chủ thể đang tham gia.",
            _fully_supported,
        ),
        MeasureSpec(
            next(names),
            "điểm bán",
            "=ROUND(SUM(tblKenhBan[Tính vào số điểm]),0)",
            "Điểm giới thiệu và bán đang hoạt động; một điểm bán nhiều sản phẩm chỉ tính một.",
            _points,
        ),
        MeasureSpec(
            next(names),
            "%",
            _share_formula(f'COUNTIFS({_ACTIVE},tblSanPham[Gian hàng trên sàn],">0")', f"COUNTIFS({_ACTIVE})"),
            "Sản phẩm đang tham gia có gian hàng hoạt động trên sàn thương mại điện tử, trên số sản phẩm tham gia.",
            _online,
        ),
    ]


def _star_measures() -> list[MeasureSpec]:
    """Present ranks, then potential ones: two runs of three rows, as the chart wants them."""

    def now(stars: int) -> MeasureSpec:
        return MeasureSpec(
            f"Đang {stars} sao",
            "sản phẩm",
            f"=COUNTIFS({_ACTIVE},tblSanPham[Hạng đang tính],{stars})",
            f"Sản phẩm đang tham gia, hạng đang tính là {stars} sao.",
            _number_of(lambda book, on: sum(rank_on(book, p, on).stars == stars for p in active_products(book))),
        )

    def hoped(stars: int) -> MeasureSpec:
        return MeasureSpec(
            f"Tiềm năng {stars} sao",
            "sản phẩm",
            f"=COUNTIFS({_ACTIVE},tblSanPham[Tiềm năng],{stars})",
            f"Sản phẩm đang tham gia, tiềm năng {stars} sao.",
            _number_of(lambda book, on: sum(p.potential == stars for p in active_products(book))),
        )

    return [*map(now, (3, 4, 5)), *map(hoped, (3, 4, 5))]


def _sector_measures() -> list[MeasureSpec]:
    def in_sector(sector: str) -> MeasureSpec:
        return MeasureSpec(
            f"Nhóm: {sector}",
            "sản phẩm",
            f'=COUNTIFS({_ACTIVE},tblSanPham[Nhóm sản phẩm],"{sector}")',
            "Sản phẩm đang tham gia ghi đúng tên nhóm này.",
            _number_of(lambda book, on: sum(p.sector == sector for p in active_products(book))),
        )

    return [in_sector(sector) for sector in SECTORS]


def _watch_measures() -> list[MeasureSpec]:
    def certificates(duty: str) -> Callable[[Book, date], int]:
        return lambda book, on: sum(certificate_duty(r, on) == duty for r in book[Recognition])

    def certificate_measure(name: str, duty: str, rule: str) -> MeasureSpec:
        formula = f'=COUNTIFS(tblCongNhan[Việc cần làm],"{duty}")'
        return MeasureSpec(name, "giấy", formula, rule, _number_of(certificates(duty)))

    return [
        MeasureSpec(
            "Giấy chứng nhận còn hiệu lực",
            "giấy",
            '=COUNTIFS(tblCongNhan[Còn hiệu lực],"Có")',
            "Giấy chứng nhận còn hiệu lực trong ngày tính.",
            _number_of(lambda book, on: sum(in_force(r, on) for r in book[Recognition])),
        ),
        certificate_measure("Giấy phải nộp lại ngay", "⏰ Nộp lại ngay", "Còn từ 180 đến 120 ngày trước ngày hết hạn."),
        certificate_measure("Giấy quá hạn nộp lại", "⚠ Quá hạn nộp lại", "Còn dưới 120 ngày trước ngày hết hạn."),
        certificate_measure("Giấy đã hết hạn", "✘ Đã hết hạn", "Đã qua ngày hết hạn."),
        MeasureSpec(
            "Nhiệm vụ quá hạn",
            "việc",
            '=COUNTIFS(tblNhiemVu[Nhắc việc],"⚠ Quá hạn")',
            "Nhiệm vụ có hạn đã qua mà chưa xong.",
            _number_of(lambda book, on: sum(task_duty(t, on) == "⚠ Quá hạn" for t in book[Task])),
        ),
        MeasureSpec(
            "Nhiệm vụ hoàn thành",
            "việc",
            '=COUNTIFS(tblNhiemVu[Tình trạng việc],"Hoàn thành")',
            "Nhiệm vụ ghi là hoàn thành.",
            _number_of(lambda book, on: sum(t.state == c.WORK_DONE for t in book[Task])),
        ),
    ]


def _money_measures() -> list[MeasureSpec]:
    def total(header: str, attribute: str) -> MeasureSpec:
        def count(book: Book, on: date) -> Counted:
            value = sum(getattr(row, attribute) or 0 for row in book[Budget])
            return Counted(value, f"{value:g} triệu đồng.")

        name = f"Kinh phí {header.lower()}"
        rule = f"Cộng cột {header} của sheet Kinh phí."
        return MeasureSpec(name, "triệu đồng", f"=SUM(tblKinhPhi[{header}])", rule, count)

    return [total("Dự kiến", "planned"), total("Được giao", "allocated"), total("Đã chi", "spent")]


MEASURES: dict[str, MeasureSpec] = {
    spec.name: spec
    for spec in [
        *_target_measures(),
        *_star_measures(),
        *_sector_measures(),
        *_watch_measures(),
        *_money_measures(),
    ]
}
