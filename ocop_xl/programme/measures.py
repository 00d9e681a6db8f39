"""All figures of the sheet «Số liệu», by name: those of the targets, of the charts and of what must be watched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ocop_xl.law.sectors import SECTORS
from ocop_xl.model import Book, Budget, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.model.table import TODAY
from ocop_xl.programme.live.row_words import ENDED, FILE_NOW, LATE, TOO_LATE, certificate_words, task_words
from ocop_xl.programme.measure import ACTIVE, Counted, MeasureSpec, plain_count
from ocop_xl.programme.participation import active_products, happened
from ocop_xl.programme.ranks import in_force, rank_on
from ocop_xl.programme.stage_measures import STAGE_MEASURES
from ocop_xl.programme.target_measures import TARGET_MEASURES


def measured(book: Book, on: date, name: str) -> float | None:
    """The figure of that name, None if there is none."""
    spec = MEASURES.get(name)
    return spec.reckon(book, on).value if spec else None


def _star_measures() -> list[MeasureSpec]:
    """Present ranks, then potential ones: two runs of three rows, as the chart wants them."""

    def now(stars: int) -> MeasureSpec:
        return MeasureSpec(
            f"Đang {stars} sao",
            "sản phẩm",
            f"=COUNTIFS({ACTIVE},tblSanPham[Hạng đang tính],{stars})",
            f"Sản phẩm đang tham gia, hạng đang tính là {stars} sao.",
            plain_count(lambda book, on: sum(rank_on(book, p, on).stars == stars for p in active_products(book, on))),
        )

    def hoped(stars: int) -> MeasureSpec:
        return MeasureSpec(
            f"Tiềm năng {stars} sao",
            "sản phẩm",
            f"=COUNTIFS({ACTIVE},tblSanPham[Tiềm năng],{stars})",
            f"Sản phẩm đang tham gia, tiềm năng {stars} sao.",
            plain_count(lambda book, on: sum(p.potential == stars for p in active_products(book, on))),
        )

    return [*map(now, (3, 4, 5)), *map(hoped, (3, 4, 5))]


def _sector_measures() -> list[MeasureSpec]:
    def in_sector(sector: str) -> MeasureSpec:
        return MeasureSpec(
            f"Nhóm: {sector}",
            "sản phẩm",
            f'=COUNTIFS({ACTIVE},tblSanPham[Nhóm sản phẩm],"{sector}")',
            "Sản phẩm đang tham gia ghi đúng tên nhóm này.",
            plain_count(lambda book, on: sum(p.sector == sector for p in active_products(book, on))),
        )

    return [in_sector(sector) for sector in SECTORS]


def _watch_measures() -> list[MeasureSpec]:
    def certificates(words: str) -> Callable[[Book, date], int]:
        return lambda book, on: sum(certificate_words(r, on) == words for r in book[Recognition])

    def certificate_measure(name: str, words: str, rule: str) -> MeasureSpec:
        formula = f'=COUNTIFS(tblCongNhan[Việc cần làm],"{words}")'
        return MeasureSpec(name, "giấy", formula, rule, plain_count(certificates(words)))

    return [
        MeasureSpec(
            "Giấy chứng nhận còn hiệu lực",
            "giấy",
            '=COUNTIFS(tblCongNhan[Còn hiệu lực],"Có")',
            "Giấy chứng nhận còn hiệu lực trong ngày tính.",
            plain_count(lambda book, on: sum(in_force(r, on) for r in book[Recognition])),
        ),
        certificate_measure("Giấy phải nộp lại ngay", FILE_NOW, "Còn từ 180 đến 120 ngày trước ngày hết hạn."),
        certificate_measure("Giấy quá hạn nộp lại", TOO_LATE, "Còn dưới 120 ngày trước ngày hết hạn."),
        certificate_measure("Giấy đã hết hạn", ENDED, "Đã qua ngày hết hạn."),
        MeasureSpec(
            "Nhiệm vụ quá hạn",
            "việc",
            f'=COUNTIFS(tblNhiemVu[Nhắc việc],"{LATE}")',
            "Nhiệm vụ có hạn đã qua mà chưa xong.",
            plain_count(lambda book, on: sum(task_words(t, book.commune, on) == LATE for t in book[Task])),
        ),
        MeasureSpec(
            "Nhiệm vụ hoàn thành",
            "việc",
            '=COUNTIFS(tblNhiemVu[Tình trạng việc],"Hoàn thành")'
            f'-COUNTIFS(tblNhiemVu[Tình trạng việc],"Hoàn thành",tblNhiemVu[Ngày xong],">"&{TODAY})',
            "Nhiệm vụ ghi là hoàn thành, xong vào hoặc trước ngày tính.",
            plain_count(lambda book, on: sum(t.state == c.WORK_DONE and happened(t.done, on) for t in book[Task])),
        ),
    ]


def _money_measures() -> list[MeasureSpec]:
    def total(header: str, attribute: str, so_far: bool) -> MeasureSpec:
        """A plan is for all its years; what was given and spent, for the years that have begun."""

        def count(book: Book, on: date) -> Counted:
            rows = [row for row in book[Budget] if not so_far or row.year is None or row.year <= on.year]
            value = sum(getattr(row, attribute) or 0 for row in rows)
            return Counted(value, f"{value:g} triệu đồng.")

        column = f"tblKinhPhi[{header}]"
        later = f'-SUMIFS({column},tblKinhPhi[Năm],">"&YEAR({TODAY}))' if so_far else ""
        rule = f"Cộng cột {header} của trang Kinh phí{', các năm đến ngày tính' if so_far else ''}."
        return MeasureSpec(f"Kinh phí {header.lower()}", "triệu đồng", f"=SUM({column}){later}", rule, count)

    return [
        total("Dự kiến", "planned", so_far=False),
        total("Được giao", "allocated", so_far=True),
        total("Đã chi", "spent", so_far=True),
    ]


MEASURES: dict[str, MeasureSpec] = {
    spec.name: spec
    for spec in [
        *TARGET_MEASURES,
        *_star_measures(),
        *_sector_measures(),
        *_watch_measures(),
        *STAGE_MEASURES,
        *_money_measures(),
    ]
}
