"""«Một sản phẩm»: another choice, another life – as the sheet would have been built for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import ironcalc
import pytest

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.model import Book, Product, Support
from ocop_xl.model import choices as c
from ocop_xl.sheets.building.life_sections import SECTIONS
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.vocabulary import ONE_PRODUCT
from tests.busy_commune import busy_commune
from tests.engines import FormulaCell, formulas, row_and_column


def _book(first: str) -> Book:
    """The busy commune, with this product in the first row, which the sheet is built for."""
    book = busy_commune(DEMO_DAY)
    book.commune.as_of = DEMO_DAY
    book[Product] = sorted(book[Product], key=lambda product: product.id != first)
    return book


def _written(book: Book, path: Path) -> Path:
    path.write_bytes(build_workbook(book, DEMO_DAY))
    return path


def _after(path: Path, **choices: str) -> dict[str, object]:
    """What the sheet shows once these cells have been typed in, without the row numbers out of sight."""
    cells = list(formulas(path, [ONE_PRODUCT]))
    engine = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    for place, key in choices.items():
        engine.set_user_input(cells[0].number, *row_and_column(place), key)
    engine.evaluate()
    return {cell.place: engine.get_cell_value(cell.number, *row_and_column(cell.place)) for cell in _in_sight(cells)}


def _in_sight(cells: list[FormulaCell]) -> list[FormulaCell]:
    return [cell for cell in cells if not cell.place.startswith("J")]


@pytest.mark.thorough
@pytest.mark.parametrize("key", ["SP06", "SP02"])
def test_another_product_is_chosen(key: str, tmp_path: Path) -> None:
    built = formulas(_written(_book(key), tmp_path / "chon.xlsx"), [ONE_PRODUCT])
    stored = {cell.place: cell.stored for cell in _in_sight(list(built))}
    assert _blank(_after(_written(_book("SP01"), tmp_path / "so.xlsx"), B4=key)) == _blank(stored)


def _blank(cells: Mapping[str, object]) -> dict[str, object]:
    """A blank cell is an empty text."""
    return {place: "" if value is None else value for place, value in cells.items()}


@pytest.mark.thorough
def test_a_producer_alone_shows_what_is_recorded_for_it(tmp_path: Path) -> None:
    """And a section says what it has no room for."""
    book = _book("SP01")
    room = next(section.lines for section in SECTIONS if section.row_type is Support)
    book[Support] = [
        Support(id=f"HT{n:02}", kind=c.SUPPORT_PACKAGING, producer_id="CT05", state=c.WORK_DONE)
        for n in range(1, room + 4)
    ]
    shown = _after(_written(book, tmp_path / "so.xlsx"), B4="", E4="CT05")
    assert shown["B6"] == "HTX Dịch vụ - NN Hiểu Phát" and shown["B5"] == ""
    values = set(shown.values())
    assert {"Tôm khô", "Bao bì", "Lớp quản trị", "SP05", "… còn 3 dòng nữa ở trang «Hỗ trợ»"} <= values
    assert not {"CN02", "HS04", "KB04"} & values  # rows of a product, and none is chosen
