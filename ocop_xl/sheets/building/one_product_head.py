"""The head of «Một sản phẩm»: which product, whose it is, and how it stands."""

from __future__ import annotations

from typing import Any

from ocop_xl.model import Book, Producer, Product, Row, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import DARK_GREEN, INPUT, MUTED
from ocop_xl.sheets.vocabulary import reference_name

PRODUCT_KEY, PRODUCER_KEY = "$B$4", "$J$4"
"""Where the chosen product's key stands, and, out of sight, its producer's – or the one that is chosen instead."""
_PRODUCER_CHOICE = "$E$4"
CHOICES = "B4:E4"
"""The chosen product at its beginning, the chosen producer at its end."""
FIRST_SECTION = 11
_FIRST_FACT = 5


class Choice(NamedTuple):
    """What somebody has chosen on the sheet: a product, or a producer where no product is."""

    product_id: str = ""
    producer_id: str = ""


class Fact(NamedTuple):
    title: str
    kind: type[Row]
    attribute: str


_FACTS: tuple[tuple[Fact, ...], ...] = (
    (
        Fact("Sản phẩm", Product, "name"),
        Fact("Chủ thể", Producer, "name"),
        Fact("Loại hình", Producer, "legal_form"),
        Fact("Ấp", Producer, "hamlet"),
        Fact("Nhóm", Product, "sector"),
    ),
    (
        Fact("Hạng đang tính", Product, "rank"),
        Fact("Tiềm năng", Product, "potential"),
        Fact("Lộ trình từ", Product, "from_year"),
        Fact("đến năm", Product, "to_year"),
        Fact("Tham gia", Product, "active"),
    ),
    (
        Fact("Mã sản phẩm OCOP", Product, "code"),
        Fact("Nhãn hiệu", Product, "trademark"),
        Fact("Truy xuất nguồn gốc", Product, "traceability"),
        Fact("Lượt hỗ trợ", Product, "supports"),
        Fact("Quy cách", Product, "pack"),
    ),
)
_PLACES = (0, 3, 6)
"""Columns of the titles, counted from 0; the value stands to the right."""


def first_choice(book: Book) -> Choice:
    """What the sheet shows when it is built: the first product."""
    return Choice(next((product.id for product in book[Product] if product.id), ""))


def chosen_product(book: Book, choice: Choice) -> Product:
    """The product, or a nameless one that has nothing but the chosen producer."""
    found = book.by_id(Product).get(choice.product_id) if choice.product_id else None
    return found or Product(producer_id=None if choice.product_id else choice.producer_id or None)


def write_facts(maker: SheetMaker, sheet: Any, choice: Choice) -> None:
    product = chosen_product(maker.book, choice)
    _write_choice(maker, sheet, choice, product)
    title = maker.styles.make(bold=True, font_color=MUTED, align="right", indent=1, font_size=10)
    value = maker.styles.make(bold=True, align="left")
    producer = maker.book.by_id(Producer).get(product.producer_id or "")
    of_kind: dict[type[Row], Row | None] = {Product: product if product.id else None, Producer: producer}
    for place, facts in zip(_PLACES, _FACTS, strict=True):
        for row, fact in enumerate(facts, _FIRST_FACT):
            sheet.write_string(row - 1, place, fact.title, title)
            shown = _shown(maker, of_kind[fact.kind], fact)
            sheet.write_formula(row - 1, place + 1, _formula(fact), value, shown)


def _write_choice(maker: SheetMaker, sheet: Any, choice: Choice, product: Product) -> None:
    name = maker.styles.make(bold=True, font_color=MUTED, align="right", indent=1)
    chosen = maker.styles.make(
        bold=True, font_size=13, bg_color=INPUT, border=1, border_color=DARK_GREEN, align="center"
    )
    sheet.set_row(3, 21)
    sheet.write_string("A4", "Mã SP", name)
    sheet.write_string("B4", choice.product_id, chosen)
    sheet.write_string("D4", "hoặc Mã CT", name)
    sheet.write_string("E4", choice.producer_id, chosen)
    for cell, kind, what in (("B4", Product, "sản phẩm"), ("E4", Producer, "chủ thể")):
        sheet.data_validation(cell, _listed(kind, what))
    key = f'=IF({PRODUCT_KEY}="",{_PRODUCER_CHOICE}&"",IFERROR({_cell("Mã CT", Product)}&"",""))'
    sheet.write_formula(PRODUCER_KEY.replace("$", ""), key, None, product.producer_id or "")


def _listed(kind: type[Row], what: str) -> dict[str, object]:
    return {
        "validate": "list",
        "source": f"={reference_name(spec_of(kind).name)}",
        "input_title": f"Chọn {what}",
        "input_message": f"Chọn {what} muốn xem hoặc in.",
        "error_title": f"Chưa có {what} này",
        "error_message": f"Hãy chọn một mã {what} trong danh sách.",
    }


def _formula(fact: Fact) -> str:
    column = spec_of(fact.kind).column(fact.attribute)
    cell = _cell(column.header, fact.kind)
    shown = f'IF({cell}="","",{cell}&" sao")' if column.kind is Kind.STARS else f'{cell}&""'
    return f'=IFERROR({shown},"")'


def _cell(header: str, kind: type[Row]) -> str:
    spec = spec_of(kind)
    key = PRODUCT_KEY if kind is Product else PRODUCER_KEY
    assert spec.key is not None
    return f"INDEX({spec.name}[{header}],MATCH({key},{spec.name}[{spec.key.header}],0))"


def _shown(maker: SheetMaker, row: Row | None, fact: Fact) -> str:
    column = spec_of(fact.kind).column(fact.attribute)
    value = maker.shown_value(row, column) if row else None
    if value is None or value == "":
        return ""
    return f"{value} sao" if column.kind is Kind.STARS else str(value)
