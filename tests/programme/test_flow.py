"""What a period brought: the figure on its last day less the one on the day before its first."""

from __future__ import annotations

from datetime import date

from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import Book, Product, Recognition, Target, Training, TrainingClass
from ocop_xl.model import choices as c
from ocop_xl.programme.flow import measure_flow

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


def one_target(book: Book, measure: str, unit: str) -> str:
    book[Target] = [Target(id="MT1", measure=measure, unit=unit, minimum=1)]
    (flow,) = measure_flow(book, FIRST, LAST)
    return str(flow)


def test_the_first_and_the_last_day_belong_to_the_period() -> None:
    for issued, told in (
        (date(2026, 9, 30), "Trong kỳ: 0 sản phẩm (trước kỳ: 1 sản phẩm)"),
        (FIRST, "Trong kỳ: +1 sản phẩm (trước kỳ: 0 sản phẩm)"),
        (LAST, "Trong kỳ: +1 sản phẩm (trước kỳ: 0 sản phẩm)"),
        (date(2027, 1, 1), "Trong kỳ: 0 sản phẩm (trước kỳ: 0 sản phẩm)"),
    ):
        book = vinh_phong()
        for product in book[Product]:
            product.present = None
        book[Recognition] = [
            Recognition(id="CN01", product_id="SP01", stars=3, issued=issued, ends=issued.replace(year=issued.year + 3))
        ]
        assert one_target(book, "Số sản phẩm từ 3 sao", "sản phẩm") == told


def test_a_certificate_that_ends_takes_one_away() -> None:
    book = vinh_phong()
    for product in book[Product]:
        product.present = None
    ends = date(2026, 11, 1)
    book[Recognition] = [Recognition(id="CN01", product_id="SP01", stars=3, issued=date(2023, 11, 1), ends=ends)]
    assert one_target(book, "Số sản phẩm từ 3 sao", "sản phẩm") == "Trong kỳ: -1 sản phẩm (trước kỳ: 1 sản phẩm)"


def test_a_share_changes_by_percentage_points() -> None:
    book = vinh_phong()
    book[TrainingClass] = [TrainingClass(id="LTH01", held=date(2026, 10, 20))]
    book[Training] = [
        Training(id=f"TH0{n}", class_id="LTH01", who=c.ATTENDEE.values[0], producer_id=f"CT0{n}") for n in (1, 2, 3)
    ]
    assert one_target(book, c.MEASURE.values[5], "%") == "Trong kỳ: +50 điểm phần trăm (trước kỳ: 0%)"


def test_what_cannot_be_counted_has_no_change() -> None:
    assert one_target(Book(), c.MEASURE.values[5], "%") == "Trong kỳ: chưa tính được (trước kỳ: chưa có số liệu)"
