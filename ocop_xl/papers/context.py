"""The workbook's rows as the values of tags.

A tag is named after the header that staff see: the column «Tên sản phẩm» of a product is `ten_san_pham`. Required cells
that are blank become gaps; other blanks are empty text. Values are formatted for people here, so that templates
only place them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ocop_xl.law import sectors
from ocop_xl.model import Book, Commune, Producer, Row, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import ROW_STATE
from ocop_xl.papers.facts import ByHand, Gap, shown
from ocop_xl.papers.naming import full_address, full_name
from ocop_xl.papers.wording import full_date, lower_first, short_date
from ocop_xl.programme.live.values import live_value
from ocop_xl.programme.period import plan_period, unusable_year
from ocop_xl.vietnamese import ascii_name

Values = dict[str, Any]
_CHAIR, _VICE_CHAIR = "CHỦ TỊCH", "PHÓ CHỦ TỊCH"
AUTHORITY = "TM. ỦY BAN NHÂN DÂN"
NO_NUMBER = " " * 7
"""Between «Số: » and the stroke of a draft: room for a number written by hand."""
COUNTED = "_dong"
"""Name of the values that hold rows which a paper counts without printing a cell of them."""


class RowValues(dict[str, Any]):
    """The values of one row; it remembers the row, so that the register can say what a paper was made from."""

    __slots__ = ("row",)

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row


def tag(row_type: type[Row], attribute: str) -> str:
    """The tag of a column."""
    return ascii_name(spec_of(row_type).column(attribute).header)


def row_values(book: Book, row: Row, on: date) -> Values:
    """Every column of a row by its tag, live ones computed for that day."""
    values = RowValues(row)
    for column in spec_of(type(row)).columns:
        if column.attribute != ROW_STATE and not column.helper:
            live = column.live
            value = live_value(row, column.attribute, book, on) if live else getattr(row, column.attribute)
            values[ascii_name(column.header)] = _cell(book, row, column, value)
    if isinstance(row, Producer):
        _say_subject(book, row, values)
    return values


def _say_subject(book: Book, row: Producer, values: Values) -> None:
    """The whole address, and `ten_day_du`, by which a sentence calls the subject."""
    if row.address:
        values[tag(Producer, "address")] = full_address(book, row.address)
    values["ten_day_du"] = full_name(row) or values[tag(Producer, "name")]


def counted(rows: Iterable[Row]) -> list[Values]:
    """For `COUNTED`: rows that a figure of the paper was worked out from."""
    return [RowValues(row) for row in rows]


def rows_in(values: Any, counted: bool = True) -> Iterator[Row]:
    """The rows that went into a paper's values, wherever they stand in them; one may come twice. Without those that
    are only `counted` if so asked."""
    if isinstance(values, RowValues) and (counted or values):
        yield values.row
    if isinstance(values, Mapping):
        values = values.values()
    elif not isinstance(values, list | tuple):
        return
    for value in values:
        yield from rows_in(value, counted)


def _cell(book: Book, row: Row, column: Column, value: Any) -> str:
    if value is None or value == "":
        return gap(book, row, column.attribute) if column.required else ""
    if column.kind is Kind.STARS:
        return f"{value} sao"
    if column.kind is Kind.PRODUCT_SET and isinstance(value, int):
        return sectors.product_set(value).name if 1 <= value <= len(sectors.PRODUCT_SETS) else shown(value)
    return shown(value)


def gap(book: Book, row: Row, attribute: str) -> Gap:
    """Dots that say which cell of the workbook is blank or cannot be read."""
    column = spec_of(type(row)).column(attribute)
    header = column.header
    where = book.placement(type(row))
    if any(lacking.column is column for lacking in book.missing):
        return Gap(f"Chưa ghi «{header}» (sổ chưa có cột này ở trang {where.sheet})")
    unreadable = any(cell.row is row and cell.column.attribute == attribute for cell in book.unread)
    verb = "Ghi sai" if unreadable else "Chưa ghi"
    return Gap(f"{verb} «{header}» (ô {where.sheet}!{where.cell(row, attribute)})")


def recipient_lines(typed: str) -> list[str]:
    """«Nơi nhận» as NĐ 30/2020/NĐ-CP prints it: a dash before each line, `;` after it, `.` after the last."""
    lines = [line.strip().lstrip("-–•+ ").rstrip(";.,: ") for line in typed.splitlines()]
    named = [line for line in lines if line]
    return [f"- {line}{'.' if line is named[-1] else ';'}" for line in named]


def common_values(book: Book, on: date) -> Values:
    """What every paper may use: `xa`, `ke_hoach`, `van_ban`, `ky`, `noi_nhan`."""
    commune = book.commune
    xa = row_values(book, commune, on)
    recipients = recipient_lines(commune.recipients or "")
    return {
        "xa": xa,
        "ke_hoach": _plan(book, commune),
        "van_ban": {
            "ngay": f"ngày {full_date(on)}",
            "ngay_ngan": short_date(on),
            "so": NO_NUMBER,
            "kinh_gui": ByHand("Chưa có cơ quan nhận ở dòng «Kính gửi»: người soạn ghi vào văn bản"),
        },
        "ky": _signature(book, commune),
        "noi_nhan": {
            "cac_dong": recipients or [gap(book, commune, "recipients")],
            "co_kinh_gui": any("như trên" in line.casefold() for line in recipients),
        },
    }


def _plan(book: Book, commune: Commune) -> Values:
    def known(attribute: str, text: str | None) -> str:
        return text if text else gap(book, commune, attribute)

    day = commune.plan_date
    period = plan_period(commune)
    phase = f"{period.first}-{period.last}" if period else None
    return {
        "so": known("plan_number", commune.plan_number),
        "ngay": known("plan_date", full_date(day) if day else None),
        "ngay_ngan": known("plan_date", short_date(day) if day else None),
        "trich_yeu": known("plan_title", lower_first(commune.plan_title or "").removeprefix("về ")),
        "giai_doan": known(unusable_year(commune) or "plan_to", phase),
    }


def _signature(book: Book, commune: Commune) -> Values:
    """Who signs: the chair for the committee, or a deputy for the chair («KT.», điểm a khoản 7 mục II, Phụ lục I)."""
    position = (commune.signer_position or "").strip().upper()
    if not position:
        return {"quyen_han": [AUTHORITY, gap(book, commune, "signer_position")], "ho_ten": _name(book, commune, None)}
    if position == _VICE_CHAIR:
        lines = [AUTHORITY, f"KT. {_CHAIR}", _VICE_CHAIR]
        return {"quyen_han": lines, "ho_ten": _name(book, commune, commune.deputy)}
    return {"quyen_han": [AUTHORITY, position], "ho_ten": _name(book, commune, None)}


def _name(book: Book, commune: Commune, deputy: str | None) -> str:
    return deputy or commune.signer or gap(book, commune, "signer")
