"""Excel functions over the law's clocks: what a cell shows, as xlwings hands it over; the workbook needs none of them."""

from __future__ import annotations

import inspect
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from ocop_xl.excel import functions
from ocop_xl.excel.functions import (
    ocop_han_xa,
    ocop_het_han,
    ocop_ngay_lam_viec,
    ocop_nop_lai_den,
    ocop_nop_lai_tu,
    ocop_sao,
)

OFFERED = {name: made for name, made in vars(functions).items() if name.startswith("ocop_") and callable(made)}
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("points", "shown"),
    [(100.0, 5), (90.0, 5), (89.9, 4), (70, 4), (69.9, 3), (50.0, 3), (49.5, 2), (0.0, 1)],
)
def test_points_to_stars_without_rounding(points: float, shown: int) -> None:
    assert ocop_sao(points) == shown


def test_a_certificate_lasts_36_months_and_asks_to_be_renewed_in_time() -> None:
    """Ngày cấp 15/9/2023: hết hạn 15/9/2026, nộp lại từ 180 đến 120 ngày trước."""
    ends = ocop_het_han(datetime(2023, 9, 15))
    assert ends == datetime(2026, 9, 15)
    assert (ocop_nop_lai_tu(ends), ocop_nop_lai_den(ends)) == (datetime(2026, 3, 19), datetime(2026, 5, 18))


def test_working_days_skip_weekends_and_holidays() -> None:
    """30/4/2026 là thứ Năm: ngày làm việc đầu tiên sau thứ Tư 29/4 là thứ Hai 04/5."""
    assert ocop_ngay_lam_viec(datetime(2026, 4, 29), 1.0) == datetime(2026, 5, 4)
    assert ocop_han_xa(datetime(2026, 8, 3)) == ocop_ngay_lam_viec(datetime(2026, 8, 3), 15) == datetime(2026, 8, 24)


@pytest.mark.parametrize("day", [datetime(2023, 9, 15, 8, 30), date(2023, 9, 15), "15/9/2023", "2023-09-15", 45184.0])
def test_a_day_may_be_written_in_any_way_the_workbook_reads(day: Any) -> None:
    assert ocop_het_han(day) == datetime(2026, 9, 15)


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_a_blank_cell_stays_blank(blank: Any) -> None:
    assert [ocop_sao(blank), ocop_het_han(blank), ocop_han_xa(blank), ocop_ngay_lam_viec(blank, 3)] == [""] * 4


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        (ocop_sao(101.0), "Tổng điểm 101.0 không nằm trong khoảng từ 0 đến 100."),
        (ocop_sao("chín mươi"), "Ô này cần một số (tổng điểm, từ 0 đến 100); hãy chọn đúng một ô có số."),
        (ocop_sao([[90.0], [80.0]]), "Ô này cần một số (tổng điểm, từ 0 đến 100); hãy chọn đúng một ô có số."),
        (ocop_sao(True), "Ô này cần một số (tổng điểm, từ 0 đến 100); hãy chọn đúng một ô có số."),
        (ocop_het_han("31/02/2026"), "Ô này cần một ngày, ví dụ 20/03/2026; hãy chọn đúng một ô có ngày."),
        (ocop_het_han(2026.0), "Ô này cần một ngày, ví dụ 20/03/2026; hãy chọn đúng một ô có ngày."),
        (ocop_nop_lai_tu(datetime(226, 3, 20)), "Ô này cần một ngày, ví dụ 20/03/2026; hãy chọn đúng một ô có ngày."),
        (
            ocop_ngay_lam_viec(datetime(2026, 8, 3), 1.5),
            "Số ngày làm việc phải là số nguyên từ 1 đến 1000; hãy sửa lại.",
        ),
        (
            ocop_ngay_lam_viec(datetime(2026, 8, 3), 1e9),
            "Số ngày làm việc phải là số nguyên từ 1 đến 1000; hãy sửa lại.",
        ),
        (
            ocop_ngay_lam_viec(datetime(2026, 8, 3), None),
            "Ô này cần một số (số ngày làm việc); hãy chọn đúng một ô có số.",
        ),
    ],
)
def test_what_cannot_be_counted_says_so_in_the_cell(shown: Any, sentence: str) -> None:
    assert shown == sentence


def test_names_fit_into_vba_and_types_into_xlwings() -> None:
    from xlwings.conversion import accessors

    assert len(OFFERED) == 6
    for name, made in OFFERED.items():
        assert name.isascii() and all(argument.isascii() for argument in inspect.signature(made).parameters)
        assert all(hint in accessors for hint in get_type_hints(made).values()), name
        assert made.__doc__ and len(made.__doc__) <= 255, "Excel shows 255 letters of a description"


def test_without_xlwings_they_are_plain_functions() -> None:
    program = (
        "import sys; sys.modules['xlwings'] = None; from ocop_xl.excel.functions import ocop_sao; print(ocop_sao(70))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "4"


def test_the_workbook_needs_none_of_them() -> None:
    with zipfile.ZipFile(ROOT / "workbook" / "OCOP_VinhPhong.xlsx") as book:
        parts = [book.read(name).lower() for name in book.namelist() if name.endswith(".xml")]
    assert [name for name in OFFERED for part in parts if f"{name}(".encode() in part] == []


def test_the_guide_names_every_function() -> None:
    guide = (ROOT / "docs" / "ham-bang-tinh.md").read_text(encoding="utf-8")
    assert [name for name in OFFERED if f"={name.upper()}(" not in guide] == []
