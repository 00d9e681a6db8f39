"""Runs of the journal, and whether a change still fits."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop_xl.changes.change import Change, with_keys
from ocop_xl.changes.fits import misfit
from ocop_xl.changes.journal import Line, free_time, in_short, one_a_cell, runs, written
from ocop_xl.changes.wording import MOMENT
from ocop_xl.model import Product, spec_of

KEY = spec_of(Product).key


def change(row_id: str, column: str, before: Any, after: Any) -> Change:
    return Change("tblSanPham", row_id, column, before, after, "thử")


def line(column: str, before: str, after: str, table: str = "tblSanPham", row_id: str = "SP01") -> Line:
    return Line(table, row_id, column, before, after, "thử")


def test_a_new_row_gets_its_key_unless_a_change_says_so() -> None:
    old, new = change("SP01", "Tên sản phẩm", "Gạo", "Nếp"), change("SP09", "Tên sản phẩm", None, "Mắm")
    assert with_keys([old, new], ["SP01"], KEY) == [old, change("SP09", "Mã SP", None, "SP09"), new]
    said = change("SP09", "Mã SP", None, "SP09")
    assert with_keys([new, said], ["SP01"], KEY) == [new, said]


def test_an_author_may_have_seen_the_value_or_what_was_typed() -> None:
    """`2025` typed as text is read as the number; a fix names the text, an import the number."""
    for seen in (2025, "2025", " 2025 "):
        assert misfit([change("SP01", "Năm", seen, 2026)], lambda _: (2025, "2025")) is None
    other = change("SP01", "Năm", 2024, 2026)
    assert misfit([other], lambda _: (2025, "2025")) is other


def test_who_saw_a_blank_cell_may_not_write_over_a_filled_one() -> None:
    blind = change("SP01", "Năm", None, 2026)
    assert misfit([blind], lambda _: (2025, 2025.0)) is blind


def test_a_cell_may_change_twice_in_one_go_and_has_one_line() -> None:
    first, second = change("SP01", "Ghi chú", None, "a"), change("SP01", "Ghi chú", "a", "b")
    assert misfit([first, second], lambda _: (None, "")) is None
    assert one_a_cell([line("Ghi chú", "", "a"), line("Ghi chú", "a", "b")]) == [line("Ghi chú", "", "b")]


def test_a_loaded_criteria_set_is_one_line() -> None:
    rows = [line("Mức", "", "x", table="tblTieuChi", row_id=f"XA-A{number}") for number in range(3)]
    assert [(one.row_id, one.after) for one in in_short(rows)] == [("XA-A0", "3 dòng")]


def test_runs_are_told_by_their_time_and_an_undo_names_what_it_takes_back() -> None:
    done = written([line("Ghi chú", "", "a")], "20/03/2026 10:30:00", "Lan", "Nhập")
    back = [["20/03/2026 10:31:00", "Lan", "Hoàn tác: Nhập", "Sản phẩm", "SP01", "Ghi chú", "a", "",
             "trả lại việc «Nhập» lúc 20/03/2026 10:30:00"]]  # fmt: skip
    broken = [["21/03/2026 08:00:00", "Lan", "Nhập (đang ghi)", "tblSanPham", "SP02", "Ghi chú", "", "b", "thử"]]
    gone = [["22/03/2026 08:00:00", "Lan", "Nhập", "Trang cũ", "X1", "Ghi chú", "", "b", "thử"]]
    found = runs([*gone, *broken, *back, *done])
    assert [(run.when[:2], run.action, run.undone, run.finished) for run in found] == [
        ("20", "Nhập", True, True),
        ("20", "Hoàn tác: Nhập", False, True),
        ("21", "Nhập", False, False),
        ("22", "Nhập", False, True),
    ]
    assert [run.lines[0].table for run in found] == ["tblSanPham", "tblSanPham", "tblSanPham", ""]


def test_two_runs_never_share_a_time() -> None:
    now = datetime.now().strftime(MOMENT)
    assert free_time({now}) not in ("", now)
