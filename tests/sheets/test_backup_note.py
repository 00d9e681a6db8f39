"""«Thông tin xã» tells when the workbook was last backed up and packed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import Book, Sent
from ocop_xl.programme.live.values import live_value
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.engines import by_ironcalc, differences, formulas


def test_the_last_backup_is_told_with_the_change_it_was_made_for(tmp_path: Path, demo_day: date) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(vinh_phong(), demo_day))
    book = read_book(path)
    assert book.commune.backed_up == "Chưa có bản sao lưu nào."
    backup = apply_changes(path, book, [Change("tblSanPham", "SP01", "Ghi chú", None, "mới", "thử")])
    said = read_book(path).commune.backed_up or ""
    assert backup is not None and backup.parent.name == "saoluu"
    assert said.endswith("ở thư mục «saoluu» cạnh sổ")
    assert differences(list(formulas(path, ["Thông tin xã"])), by_ironcalc(path)) == ""


def test_the_last_package_is_the_latest_of_its_sheet(demo_day: date) -> None:
    book = Book()
    assert live_value(book.commune, "packed", book, demo_day) == "Chưa đóng gói lần nào."
    book[Sent] = [Sent(id="GT02", made=date(2026, 9, 5)), Sent(id="GT01", made=date(2026, 6, 30)), Sent(id="GT03")]
    assert live_value(book.commune, "packed", book, demo_day) == "Ngày 05/09/2026"
