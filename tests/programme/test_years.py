"""Who is missing for a target, and the targets spread over the years: on small books, by hand."""

from __future__ import annotations

from datetime import date

import pytest

from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import Book, Channel, Product, Target
from ocop_xl.model import choices as c
from ocop_xl.programme.live.values import live_value
from ocop_xl.programme.targets import measure_targets
from ocop_xl.programme.uncounted import LISTED, UNCOUNTED, missing_for, missing_text
from ocop_xl.programme.years import promise_of, promises
from tests.busy_commune import busy_commune

DAY = date(2026, 11, 23)


def test_every_target_says_who_is_missing() -> None:
    book = busy_commune(DAY)
    missing = {t.short_name: [item.id for item in missing_for(t.measure, book, DAY)] for t in book[Target]}
    assert missing == {
        "Sản phẩm OCOP": ["SP03"],  # paused
        "Sản phẩm từ 3 sao": ["SP01", "SP04", "SP05"],
        "Sản phẩm 4 sao": ["SP05", "SP06"],  # whose potential is four stars
        "Sản phẩm được hỗ trợ": ["SP01", "SP02", "SP04", "SP05", "SP06"],
        "Tổ chức kinh tế": ["CT01", "CT06"],
        "Chủ thể được tập huấn": ["CT02", "CT04", "CT06"],
        "Chủ thể được hỗ trợ": ["CT01", "CT02", "CT04", "CT06"],
        "Điểm giới thiệu và bán": ["SP01", "SP02", "SP04", "SP05"],
        "Sản phẩm lên sàn": ["SP01", "SP02", "SP04", "SP05", "SP06"],
    }


def test_whoever_is_missing_and_whoever_counts_are_together_all() -> None:
    """For the targets that count each product or each subject once."""
    book = busy_commune(DAY)
    counted = {t.short_name: t.actual or 0 for t in measure_targets(book, DAY)}
    taking_part = counted["Sản phẩm OCOP"]
    by_name = {t.short_name: t for t in book[Target]}
    for name in ("Sản phẩm từ 3 sao", "Sản phẩm được hỗ trợ"):
        assert counted[name] + len(missing_for(by_name[name].measure, book, DAY)) == taking_part


def test_a_point_recorded_for_no_product_shows_them_all() -> None:
    book = vinh_phong()
    book[Channel] = [Channel(id="KB01", kind=c.CHANNEL_SALES_POINT, name="Điểm xã", state=c.CHANNEL_OPEN)]
    assert missing_for(c.MEASURE_SALES_POINTS, book, DAY) == []


def test_long_lists_say_how_many_more() -> None:
    products = [Product(id=f"SP{n:02}", name=f"Sản phẩm {n}") for n in range(1, LISTED + 4)]
    assert missing_text(products).endswith(f"Sản phẩm {LISTED} (SP{LISTED}); … và 3 nữa")


def test_every_figure_of_the_targets_has_its_own() -> None:
    assert set(UNCOUNTED) == set(c.MEASURE.values)


def _spread(**levels: float) -> tuple[Target, Book]:
    target = Target(id="MT01", measure=c.MEASURE_PRODUCTS, minimum=3, **levels)
    joined = (date(2026, 5, 1), date(2027, 5, 1), date(2029, 5, 1))
    book = Book()
    book[Product] = [Product(id=f"SP{n}", joined=day) for n, day in enumerate(joined)]
    book[Target] = [target]
    return target, book


@pytest.mark.parametrize(
    ("on", "verdicts"),
    [
        (date(2026, 4, 30), ["► Còn phải đạt", "– Chưa có số liệu"]),
        (date(2026, 6, 30), ["✔ Đạt", "– Chưa có số liệu"]),
        (date(2028, 12, 30), ["✔ Đạt", "► Còn phải đạt"]),
        (date(2028, 12, 31), ["✔ Đạt", "✘ Chưa đạt"]),
        (date(2030, 1, 1), ["✔ Đạt", "✘ Chưa đạt"]),  # the third came in 2029: too late for ever
    ],
)
def test_a_year_is_judged_at_its_end(on: date, verdicts: list[str]) -> None:
    target, book = _spread(level_2026=1, level_2028=3)
    assert [one.verdict for one in promises(target, book, on)] == verdicts


def test_a_blank_year_promises_nothing() -> None:
    target, book = _spread(level_2026=1)
    assert promise_of(target, 2027, book, date(2027, 5, 5)) is None
    assert live_value(target, "year_level", book, date(2027, 5, 5)) == ""
    assert live_value(target, "year_level", book, date(2026, 5, 5)) == 1
    assert promise_of(target, 2031, book, date(2031, 5, 5)) is None
