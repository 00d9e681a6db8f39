"""The plan's nine targets, counted by hand on small books and on the plan itself."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ocop_xl.demo.books import PLAN_TEXT, plan_facts, vinh_phong
from ocop_xl.model import Book, Channel, Product, Recognition, Target, Task
from ocop_xl.model import choices as c
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.targets import TargetResult, measure_targets, result_of
from tests.busy_commune import busy_commune

DAY = date(2026, 11, 23)


def test_the_plan_itself_on_the_day_it_was_read() -> None:
    results = [(r.short_name, r.minimum, r.aspiration, r.actual, r.met) for r in measure_targets(vinh_phong(), DAY)]
    assert results == [
        ("Sản phẩm OCOP", 7, None, 7, True),
        ("Sản phẩm từ 3 sao", 5, None, 2, False),
        ("Sản phẩm 4 sao", 1, 2, 0, False),
        ("Sản phẩm được hỗ trợ", 6, None, 0, False),
        ("Tổ chức kinh tế", 3, None, 4, True),
        ("Chủ thể được tập huấn", 100, None, 0, False),
        ("Chủ thể được hỗ trợ", 100, None, 0, False),
        ("Điểm giới thiệu và bán", 1, None, 0, False),
        ("Sản phẩm lên sàn", 50, None, 0, False),
    ]


def test_each_figure_says_which_rows_it_counted() -> None:
    how = {r.short_name: r.how for r in measure_targets(vinh_phong(), DAY)}
    assert how["Sản phẩm từ 3 sao"] == (
        "2 sản phẩm: Gạo (SP06, 3 sao, theo hiện trạng đã khai, chưa ghi quyết định công nhận); "
        "Tôm khô (SP07, 3 sao, theo hiện trạng đã khai, chưa ghi quyết định công nhận)."
    )
    assert how["Tổ chức kinh tế"].startswith(
        "4 tổ chức (Hợp tác xã, Tổ hợp tác, Hộ kinh doanh): Nguyễn Thị Kiều Diễm (CT02)"
    )
    assert "chưa được hỗ trợ nhãn hiệu, bao bì, truy xuất nguồn gốc" in how["Chủ thể được hỗ trợ"]


def test_a_busy_commune() -> None:
    results = {r.short_name: (r.actual, r.verdict) for r in measure_targets(busy_commune(DAY), DAY)}
    assert results == {
        "Sản phẩm OCOP": (6, "✘ Chưa đạt"),  # Mắm lóc is paused
        "Sản phẩm từ 3 sao": (3, "✘ Chưa đạt"),  # Gạo, Tôm khô, Chả cá phi; Tôm càng xanh lapsed
        "Sản phẩm 4 sao": (1, "✔ Đạt"),  # Tôm khô; the aspiration is two
        "Sản phẩm được hỗ trợ": (1, "✘ Chưa đạt"),
        "Tổ chức kinh tế": (3, "✔ Đạt"),  # CT03's only product is paused
        "Chủ thể được tập huấn": (40.0, "✘ Chưa đạt"),  # 2 of 5
        "Chủ thể được hỗ trợ": (20.0, "✘ Chưa đạt"),
        "Điểm giới thiệu và bán": (1, "✔ Đạt"),  # one point on two rows; the other is closed
        "Sản phẩm lên sàn": (16.7, "✘ Chưa đạt"),  # 1 of 6
    }


def test_a_share_is_rounded_once_and_a_half_upwards() -> None:
    """2 of 6 against 50: 66.7 as Excel says, not the 66.6 that the rounded 33.3 would give; 1 of 16 is 6.3, not 6.2."""
    six, sixteen = (_online(done, of) for done, of in ((2, 6), (1, 16)))
    assert (six.actual, six.ratio, six.met) == (33.3, 66.7, False)
    assert (sixteen.actual, sixteen.ratio) == (6.3, 12.5)


def _online(done: int, of: int) -> TargetResult:
    book = vinh_phong()
    keys = [f"SP{number:02d}" for number in range(1, of + 1)]
    book[Product] = [Product(id=key, name=key) for key in keys]
    book[Channel] = [
        Channel(id=f"KB{key}", product_id=key, kind=c.CHANNEL_ECOMMERCE, state=c.CHANNEL_OPEN) for key in keys[:done]
    ]
    return result_of(Target(id="MT1", measure=c.MEASURE_ONLINE, minimum=50), book, DAY)


@pytest.mark.parametrize(
    ("on", "stars"),
    [
        (date(2023, 12, 31), None),  # not issued yet, and «Hiện trạng» is left blank here
        (date(2024, 1, 1), 3),
        (date(2027, 1, 1), 3),  # its last day
        (date(2027, 1, 2), None),
    ],
)
def test_a_recognition_counts_from_issue_to_its_last_day(on: date, stars: int | None) -> None:
    book = vinh_phong()
    issued = date(2024, 1, 1)
    book[Recognition] = [Recognition(id="CN01", product_id="SP06", stars=3, issued=issued, ends=date(2027, 1, 1))]
    product = book.by_id(Product)["SP06"]
    product.present = None
    book[Product] = [product]
    target = Target(id="MT1", measure="Số sản phẩm từ 3 sao", minimum=1)
    assert result_of(target, book, on).actual == (1 if stars else 0)


def test_before_its_first_certificate_a_product_has_the_rank_that_hien_trang_says() -> None:
    """An upgrade of next month changes no figure of today."""
    book = vinh_phong()
    book[Recognition] = [
        Recognition(id="CN01", product_id="SP06", stars=4, issued=date(2026, 12, 1), ends=date(2029, 12, 1))
    ]
    rice = book.by_id(Product)["SP06"]
    assert [rank_on(book, rice, day).stars for day in (date(2026, 11, 30), date(2026, 12, 1))] == [3, 4]


def test_whoever_refiled_keeps_the_rank_180_days_longer() -> None:
    book = vinh_phong()
    book[Recognition] = [
        Recognition(
            id="CN01",
            product_id="SP06",
            stars=3,
            issued=date(2024, 1, 1),
            ends=date(2027, 1, 1),
            state=c.RECOGNITION_WAITING,
        )
    ]
    book[Product] = [book.by_id(Product)["SP06"]]
    target = Target(id="MT1", measure="Số sản phẩm từ 3 sao", minimum=1)
    assert result_of(target, book, date(2027, 6, 30)).actual == 1
    assert result_of(target, book, date(2027, 7, 1)).actual == 0


def test_no_minimum_or_nothing_to_divide_by_is_neither_met_nor_missed() -> None:
    unset = result_of(Target(id="MT1", measure="Số sản phẩm tham gia"), vinh_phong(), DAY)
    nobody = result_of(Target(id="MT2", measure="Tỷ lệ chủ thể được tập huấn", minimum=100), Book(), DAY)
    assert (unset.met, unset.verdict) == (None, "– Chưa đặt mức")
    assert (nobody.actual, nobody.met, nobody.verdict) == (None, None, "– Chưa có số liệu")
    assert nobody.how == "Chưa có chủ thể nào có sản phẩm đang tham gia."


def test_the_latest_recognition_in_force_is_the_rank_even_when_lower() -> None:
    book = vinh_phong()
    book[Recognition] = [
        Recognition(id="CN01", product_id="SP06", stars=4, issued=date(2024, 3, 1), ends=date(2027, 3, 1)),
        Recognition(id="CN02", product_id="SP06", stars=3, issued=date(2026, 3, 1), ends=date(2029, 3, 1)),
    ]
    target = Target(id="MT1", measure="Số sản phẩm từ 4 sao", minimum=1)
    assert result_of(target, book, DAY).actual == 0


def test_every_target_and_task_quotes_the_plan() -> None:
    plan = PLAN_TEXT.read_text(encoding="utf-8")
    facts = plan_facts()
    missing = [fact["quote"] for fact in facts["target"] + facts["task"] if fact["quote"] not in plan]
    assert missing == []
    assert len(facts["target"]) == 9


def test_every_paragraph_of_section_v_is_a_task_with_its_number() -> None:
    """What each unit has to do is all there, and found again in the plan by section and paragraph."""
    plan = PLAN_TEXT.read_text(encoding="utf-8")
    duties = plan[plan.index("V. TỔ CHỨC THỰC HIỆN") : plan.index("Trên đây là Kế hoạch")]
    printed: dict[tuple[str, str], str] = {}
    for unit, text in enumerate(re.split(r"^\d\. .*\n", duties, flags=re.MULTILINE)[1:], 1):
        lines = [line for line in text.splitlines() if line and not line.startswith("+")]
        printed |= {(f"V.{unit}", str(number)): line for number, line in enumerate(lines, 1)}
    tasks = [fact for fact in plan_facts()["task"] if fact["section"].startswith("V.")]
    assert {(fact["section"], fact["paragraph"]) for fact in tasks} == set(printed)
    assert all(fact["quote"] in printed[fact["section"], fact["paragraph"]] for fact in tasks)
    assert [row.paragraph for row in vinh_phong()[Task] if row.section == "V.3"] == ["1", "2", "2", "3", "3"]


@pytest.mark.parametrize(
    ("minimum", "aspiration", "verdict", "ratio"),
    [
        (6, None, "✔ Đạt", 100),
        (7, 7, "★ Đạt mức phấn đấu", 100),  # just met
        (5, 6, "★ Đạt mức phấn đấu", 100),
        (7, 8, "✔ Đạt", 100),  # just missed
        (8, 7, "✘ Chưa đạt", 87.5),
        (9, None, "✘ Chưa đạt", 77.8),
        (0, None, "✔ Đạt", 100),
        (0, 8, "✔ Đạt", 100),
    ],
)
def test_seven_products_against_a_minimum_and_an_aspiration(
    minimum: float, aspiration: float | None, verdict: str, ratio: float
) -> None:
    target = Target(id="MT1", measure="Số sản phẩm tham gia", minimum=minimum, aspiration=aspiration)
    result = result_of(target, vinh_phong(), DAY)
    assert (result.actual, result.verdict, result.ratio) == (7, verdict, ratio)


def test_nothing_counted_reaches_an_aspiration_of_nothing() -> None:
    target = Target(id="MT1", measure="Số sản phẩm tham gia", minimum=0, aspiration=0)
    assert result_of(target, Book(), DAY).verdict == "★ Đạt mức phấn đấu"


def test_a_point_in_two_spellings_is_called_as_first_written() -> None:
    book = Book()
    book[Channel] = [
        Channel(id=f"KB{n}", kind=c.CHANNEL_SALES_POINT, name=name, state=c.CHANNEL_OPEN)
        for n, name in enumerate(("Điểm OCOP xã", "điểm ocop XÃ"))
    ]
    counted = result_of(Target(id="MT1", measure=c.MEASURE_SALES_POINTS, minimum=1), book, DAY)
    assert (counted.actual, counted.how) == (1, "1 điểm đang hoạt động: Điểm OCOP xã.")
