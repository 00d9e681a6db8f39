"""Every figure belongs to its day: what is dated later cannot change it, and what has ended no longer counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import (
    Book,
    Budget,
    Channel,
    Product,
    Recognition,
    Row,
    Support,
    Task,
    TaskPart,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.programme.measures import MEASURES

DAY = date(2026, 11, 28)


def figures(book: Book, on: date) -> dict[str, float | None]:
    return {name: spec.reckon(book, on).value for name, spec in MEASURES.items()}


def with_rows(*rows: Row) -> Book:
    book = vinh_phong()
    for row in rows:
        book[type(row)] = [*book[type(row)], row]
    return book


def changed(book: Book, on: date) -> dict[str, float | None]:
    """The figures of a day that differ from those of the plan alone."""
    plain = figures(vinh_phong(), on)
    return {name: value for name, value in figures(book, on).items() if value != plain[name]}


SHOP = Channel(id="KB01", kind=c.CHANNEL_ECOMMERCE, name="Sàn A", product_id="SP06", state=c.CHANNEL_OPEN)
HELP = Support(id="HT01", kind=c.SUPPORT_PACKAGING, producer_id="CT01", product_id="SP01", state=c.WORK_DONE)


def dated(row: Row, **cells: Any) -> Row:
    """The row with other cells; rows are changed in place, so each test has its own."""
    facts = {name: getattr(row, name) for name in row.__slots__}
    return type(row)(**(facts | cells))


def test_a_class_of_december_trains_nobody_in_november() -> None:
    book = with_rows(
        TrainingClass(id="LTH01", held=date(2026, 12, 20), course="Quản trị"),
        *(Training(id=f"TH0{n}", class_id="LTH01", producer_id=f"CT0{n}") for n in range(1, 7)),
    )
    assert changed(book, DAY) == {}
    assert changed(book, date(2026, 12, 20)) == {c.MEASURE_TRAINED: 100}


def test_help_counts_from_the_day_it_is_finished() -> None:
    book = with_rows(dated(HELP, done=date(2026, 5, 30)))
    assert [figures(book, day)[c.MEASURE_SUPPORTED] for day in (date(2026, 5, 29), date(2026, 5, 30))] == [0, 1]


def test_a_shop_counts_from_its_first_day_to_its_last() -> None:
    book = with_rows(dated(SHOP, since=date(2026, 8, 1), until=date(2026, 10, 31), state="Đã đóng"))
    days = (date(2026, 7, 31), date(2026, 8, 1), date(2026, 10, 31), date(2026, 11, 1))
    assert [bool(figures(book, day)[c.MEASURE_ONLINE]) for day in days] == [False, True, True, False]


def test_a_shop_that_names_no_day_is_what_its_state_says_on_every_day() -> None:
    assert changed(with_rows(SHOP), date(2020, 1, 1)).keys() == {c.MEASURE_ONLINE}
    assert changed(with_rows(dated(SHOP, state="Tạm dừng")), DAY) == {}


def test_a_stopped_product_counted_until_it_stopped() -> None:
    book = vinh_phong()
    rice = book.by_id(Product)["SP06"]
    rice.status, rice.stopped = c.STATUS_STOPPED, date(2026, 9, 1)
    assert [figures(book, day)[c.MEASURE_PRODUCTS] for day in (date(2026, 8, 31), date(2026, 9, 1))] == [7, 6]


def test_a_withdrawn_certificate_counted_until_it_was_withdrawn() -> None:
    paper = Recognition(
        id="CN01", product_id="SP06", stars=4, issued=date(2026, 1, 5), ends=date(2029, 1, 5),
        state=c.RECOGNITION_WITHDRAWN, ended=date(2026, 7, 1),
    )  # fmt: skip
    days = (date(2026, 6, 30), date(2026, 7, 1))
    assert [figures(with_rows(paper), day)[c.MEASURE_FROM_4_STARS] for day in days] == [1, 0]


def test_money_of_a_year_to_come_is_planned_but_neither_given_nor_spent() -> None:
    source = c.FUNDING_SOURCE.values[0]
    book = with_rows(Budget(id="KP99", year=2027, source=source, planned=30.0, allocated=20.0, spent=10.0))
    assert changed(book, DAY).keys() == {"Kinh phí dự kiến"}
    assert len(changed(book, date(2027, 1, 1))) == 3


LATER = st.integers(1, 700).map(lambda n: DAY + timedelta(days=n))


@st.composite
def rows_of_later(draw: st.DrawFn) -> list[Row]:
    """Rows of every dated kind that figures are counted from, all dated after `DAY`."""
    day = draw(LATER)
    product, producer = f"SP0{draw(st.integers(1, 7))}", f"CT0{draw(st.integers(1, 6))}"
    kinds: list[list[Row]] = [
        [TrainingClass(id="LTH9", held=day, course="Lớp"), Training(id="TH9", class_id="LTH9", producer_id=producer)],
        [dated(HELP, id="HT9", producer_id=producer, product_id=product, done=day)],
        [dated(SHOP, id="KB9", kind=draw(st.sampled_from(c.CHANNEL_KIND.values)), product_id=product, since=day)],
        [Recognition(id="CN9", product_id=product, stars=draw(st.integers(3, 5)), issued=day, ends=day + timedelta(days=1095))],
        [Product(id="SP99", name="Mới", producer_id=producer, sector="Thực phẩm", potential=4, joined=day)],
        [Budget(id="KP98", year=day.year + 1, source=c.FUNDING_SOURCE.values[0], allocated=5.0, spent=4.0)],
        [Task(id="NV99", content="Việc", unit="Phòng Kinh tế", done=day, state=c.WORK_DONE)],
        [TaskPart(id="PC99", task_id="NV01", unit="Ấp 1", done=day, state=c.WORK_DONE)],
    ]  # fmt: skip
    return [row for rows in draw(st.lists(st.sampled_from(kinds), max_size=6, unique_by=id)) for row in rows]


@given(rows_of_later())
def test_rows_dated_later_change_no_figure_of_today(rows: list[Row]) -> None:
    assert changed(with_rows(*rows), DAY) == {}


@pytest.mark.parametrize("stopped", [DAY + timedelta(days=1), DAY + timedelta(days=400)])
def test_what_will_stop_later_counts_today(stopped: date) -> None:
    book = vinh_phong()
    for product in book[Product]:
        product.status, product.stopped = c.STATUS_STOPPED, stopped
    assert changed(book, DAY) == {}
