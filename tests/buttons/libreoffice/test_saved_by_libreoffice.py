"""What people do to a sheet in LibreOffice before they save: rows deleted, sorted and inserted, columns moved.

The saved workbook is the book they meant: it is read and checked, a change is written into it, and undone in LibreOffice.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.model import INPUT_TABLES, Book, Commune, Product, spec_of
from ocop_xl.rules.check import check
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.buttons.conftest import Live
from tests.buttons.desks import press

TOP, ROWS, COLUMNS = 3, 40, 40
"""In LibreOffice's counting from 0: the row of headers, and more rows and columns than «Sản phẩm» has."""
Act = Callable[[Any, Any], None]


def rows_deleted(sheet: Any, uno: Any) -> None:
    sheet.Rows.removeByIndex(TOP + 2, 2)


def rows_inserted(sheet: Any, uno: Any) -> None:
    sheet.Rows.insertByIndex(TOP + 3, 2)


def sorted_backwards(sheet: Any, uno: Any) -> None:
    """By the names of the seven products, the other way round."""
    field, ordered, headed = (uno.createUnoStruct(f"com.sun.star.{name}") for name in _SORT)
    field.Field, field.IsAscending = 1, False
    ordered.Name, ordered.Value = "SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))
    headed.Name, headed.Value = "ContainsHeader", True
    last = next(one for one in range(COLUMNS) if not sheet.getCellByPosition(one, TOP).String) - 1
    uno.invoke(
        sheet.getCellRangeByPosition(0, TOP, last, TOP + 7),
        "sort",
        (uno.Any("[]com.sun.star.beans.PropertyValue", (ordered, headed)),),
    )


_SORT = ("table.TableSortField", "beans.PropertyValue", "beans.PropertyValue")


def column_inserted(sheet: Any, uno: Any) -> None:
    sheet.Columns.insertByIndex(3, 1)
    sheet.getCellByPosition(3, TOP).String = "Người theo dõi"
    sheet.getCellByPosition(3, TOP + 1).String = "Chị Lan"


def column_moved(sheet: Any, uno: Any) -> None:
    """«Tên sản phẩm», the second, goes behind the third."""
    sheet.Columns.insertByIndex(3, 1)
    source = sheet.getCellRangeByPosition(1, 0, 1, ROWS).RangeAddress
    sheet.moveRange(sheet.getCellByPosition(3, 0).CellAddress, source)
    sheet.Columns.removeByIndex(1, 1)


def only_saved(sheet: Any, uno: Any) -> None:
    """A save alone spells every part anew."""


def sheet_renamed(sheet: Any, uno: Any) -> None:
    sheet.Name = "SP năm 2026"


DONE: Mapping[str, Act] = {
    act.__name__: act
    for act in (
        rows_deleted, column_moved, rows_inserted, sorted_backwards, column_inserted, only_saved, sheet_renamed,
    )
}  # fmt: skip
IN_MAKE_TEST = ("rows_deleted",)


def told(book: Book) -> dict[str, list[tuple[object, ...]]]:
    """What stands in every table, whatever the order of its rows."""
    return {
        spec.name: sorted((tuple(getattr(row, one.attribute) for one in spec.inputs) for row in book[kind]), key=repr)
        for kind in INPUT_TABLES
        if kind is not Commune
        for spec in (spec_of(kind),)
    }


@pytest.mark.parametrize(
    "done", [pytest.param(name, marks=() if name in IN_MAKE_TEST else pytest.mark.thorough) for name in DONE]
)
def test_the_book_is_what_was_meant(done: str, live: Live, live_app: Any, demo_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(demo_file, tmp_path / "so.xlsx"))
    meant = read_book(path)
    opened = live(path)
    DONE[done](opened.sheets["Sản phẩm"].impl.uno, live_app.office.uno)
    opened.save()
    if done == "rows_deleted":
        meant[Product] = [row for row in meant[Product] if row.id not in ("SP02", "SP03")]

    book = read_book(path)
    assert told(book) == told(meant)
    assert book.unread == [] and book.missing == []
    assert not [found for found in check(book, DEMO_DAY) if found.code.startswith("EX-")]

    note = next(row.note for row in book[Product] if row.id == "SP06")
    apply_changes(path, book, [Change("tblSanPham", "SP06", "Ghi chú", note, "mới", "thử")])
    changed = live(path)
    assert {row.id: row.note for row in read_book(path)[Product]}["SP06"] == "mới"
    press(changed, "undo")
    changed.save()
    assert told(read_book(path)) == told(meant)
