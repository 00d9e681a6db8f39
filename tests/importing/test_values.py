"""How the cells of old files are read: text in, value out, and what had to be assumed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ocop_xl.model import Producer, Product, Recognition, spec_of
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.cell_values import read_cell
from ocop_xl.sheets.importing.words.values import read_date, read_phone, read_stars, read_whole, read_years


@pytest.mark.parametrize(
    "text",
    [
        "3 sao",
        "3*",
        "3 *",
        "★★★",
        "***",
        "ba sao",
        "OCOP 3 sao",
        "3",
        "03 sao",
        "Hạng 3 sao",
        "Đạt 3 sao",
        "3★",
        "3 SAO",
        "★★★☆☆",
    ],
)
def test_three_stars(text: str) -> None:
    reading = read_stars(Cell("B5", text))
    assert (reading.value, reading.why) == (3, "")


@pytest.mark.parametrize(
    ("value", "stars"), [(4, 4), (4.0, 4), ("4", 4), ("bốn sao", 4), ("sáu sao", 6), ("6", 6), ("2 sao", 2)]
)
def test_other_numbers_of_stars_are_kept_for_the_rules(value: str | float, stars: int) -> None:
    assert read_stars(Cell("B5", value)).value == stars


@pytest.mark.parametrize("text", ["4-5 sao", "3, 4 sao", "cao", "2025", "★★★★★★"])
def test_stars_that_nobody_can_read(text: str) -> None:
    reading = read_stars(Cell("B5", text))
    assert reading.value is None and not reading.nothing


def test_stars_with_more_beside_them() -> None:
    reading = read_stars(Cell("B5", "3 sao (năm 2022)"))
    assert (reading.value, reading.rest) == (3, "3 sao (năm 2022)")
    assert reading.why


@pytest.mark.parametrize("text", ["Chưa có", "không", "0"])
def test_no_stars_yet(text: str) -> None:
    reading = read_stars(Cell("B5", text))
    assert reading.nothing and reading.why


@pytest.mark.parametrize(
    ("value", "years", "sure"),
    [
        ("2025-2030", (2025, 2030), True),
        ("2025 – 2030", (2025, 2030), True),
        ("Giai đoạn 2025 - 2030", (2025, 2030), True),
        ("Từ năm 2025 đến năm 2030", (2025, 2030), True),
        ("2026", (2026, 2026), True),
        (2026, (2026, 2026), True),
        (2026.0, (2026, 2026), True),
        ("Năm 2026", (2026, 2026), True),
        ("2030-2025", (2030, 2025), True),
        ("2025-30", (2025, 2030), False),
        ("Q2/2026", (2026, 2026), False),
        ("Quý II/2026", (2026, 2026), False),
        ("06/2026", (2026, 2026), False),
        ("2026, 2028", (2026, 2028), False),
        (date(2026, 6, 1), (2026, 2026), False),
    ],
)
def test_road_maps(value: object, years: tuple[int, int], sure: bool) -> None:
    reading = read_years(Cell("B5", value))  # type: ignore[arg-type]
    assert (reading.value, reading.why == "") == (years, sure)


@pytest.mark.parametrize("text", ["sớm", "26", "20255"])
def test_road_maps_that_nobody_can_read(text: str) -> None:
    assert read_years(Cell("B5", text)).value is None


@pytest.mark.parametrize(
    ("value", "day", "sure"),
    [
        (date(2023, 5, 17), date(2023, 5, 17), True),
        (datetime(2023, 5, 17), date(2023, 5, 17), True),
        ("17/05/2023", date(2023, 5, 17), True),
        ("17.05.2023", date(2023, 5, 17), True),
        ("2023-05-17", date(2023, 5, 17), True),
        ("2023-05-17 00:00:00", date(2023, 5, 17), True),
        ("ngày 17 tháng 5 năm 2023", date(2023, 5, 17), True),
        ("Ngày 17 / 5 / 2023", date(2023, 5, 17), True),
        ("05/05/2023", date(2023, 5, 5), True),
        ("17-05-23", date(2023, 5, 17), False),
        ("03/04/2023", date(2023, 4, 3), False),
        ("05/17/2023", date(2023, 5, 17), False),
        (45063, date(2023, 5, 17), False),
        (45063.0, date(2023, 5, 17), False),
        ("45063", date(2023, 5, 17), False),
    ],
)
def test_dates(value: object, day: date, sure: bool) -> None:
    reading = read_date(Cell("B5", value))  # type: ignore[arg-type]
    assert (reading.value, reading.why == "") == (day, sure)


def test_an_ambiguous_date_names_both_readings() -> None:
    assert read_date(Cell("B5", "03/04/2023")).why == (
        "“03/04/2023” được hiểu là ngày 3 tháng 4; cũng có thể là ngày 4 tháng 3"
    )


@pytest.mark.parametrize("text", ["31/02/2023", "13/13/2023", "5/2023", "2023", "hôm qua", "1234567", "1/2/3"])
def test_dates_that_do_not_exist(text: str) -> None:
    assert read_date(Cell("B5", text)).value is None


@pytest.mark.parametrize(
    ("value", "number"), [("05", 5), ("5.", 5), ("(5)", 5), (5.0, 5), ("1.200", 1200), ("12 người", 12)]
)
def test_whole_numbers(value: object, number: int) -> None:
    assert read_whole(Cell("B5", value)).value == number  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["5.5", 5.5, "A", "1a", "5-6"])
def test_no_whole_numbers(value: object) -> None:
    assert read_whole(Cell("B5", value)).value is None  # type: ignore[arg-type]


def test_a_phone_number_gets_back_the_zero_that_a_spreadsheet_took() -> None:
    assert read_phone(Cell("B5", 912345678.0)).value == "0912345678"
    assert read_phone(Cell("B5", 912345678.0)).why
    assert read_phone(Cell("B5", "0912 345 678")).value == "0912 345 678"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("HKD", "Hộ kinh doanh"),
        ("htx", "Hợp tác xã"),
        ("DNTN", "Doanh nghiệp tư nhân"),
        ("Cơ sở", "Cơ sở"),
        ("Cty TNHH", "Công ty TNHH"),
        ("Nhóm hộ", "Nhóm hộ"),
    ],
)
def test_legal_forms(text: str, form: str) -> None:
    assert read_cell(Cell("D5", text), spec_of(Producer).column("legal_form")).value == form


def test_an_unknown_legal_form_is_kept_and_noted() -> None:
    assert "giữ nguyên" in read_cell(Cell("D5", "Nhóm hộ"), spec_of(Producer).column("legal_form")).why


@pytest.mark.parametrize(
    ("text", "sector", "sure"),
    [
        ("THỰC PHẨM", "Thực phẩm", True),
        ("Thuc pham", "Thực phẩm", False),
        ("Thực phẩm chế biến", "Thực phẩm chế biến", True),
    ],
)
def test_sectors_stay_as_typed_unless_only_spelling_differs(text: str, sector: str, sure: bool) -> None:
    reading = read_cell(Cell("C5", text), spec_of(Product).column("sector"))
    assert (reading.value, reading.why == "") == (sector, sure)


def test_a_committee_with_its_name_keeps_the_name_as_remark() -> None:
    reading = read_cell(Cell("H5", "UBND huyện Vĩnh Thuận"), spec_of(Recognition).column("authority"))
    assert (reading.value, reading.rest) == ("UBND huyện", "UBND huyện Vĩnh Thuận")


@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#VALUE!"])
def test_error_cells_are_unreadable_everywhere(text: str) -> None:
    for column in spec_of(Product).inputs:
        assert read_cell(Cell("B5", text), column).value is None
