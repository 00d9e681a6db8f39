"""What one column of the workbook is: everything the sheet, the reader, the checks and the documents know about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from ocop_xl.model.choices import Choices
from ocop_xl.model.version import FIRST_VERSION
from ocop_xl.records import NamedTuple

LONGEST_TEXT = 32_767
"""Characters in a cell, Excel's limit."""


class Kind(StrEnum):
    """How a cell is typed, shown and read; the Python type of the value stands beside it."""

    KEY = "mã dòng"  # str, names the row for ever
    REF = "tham chiếu"  # str, the key of a row in another table
    TEXT = "văn bản"  # str
    LONG_TEXT = "văn bản dài"  # str, wrapped
    CHOICE = "danh sách"  # str, one of Choices
    LEVEL = "mức điểm"  # str, the label of a level of the row's criterion, or its points
    STARS = "hạng sao"  # int 1–5, shown "3 sao"
    PRODUCT_SET = "bộ sản phẩm"  # int 1–26, shown "08. Chế biến từ thịt…"
    INTEGER = "số nguyên"  # int
    DECIMAL = "số"  # float
    MONEY = "tiền (triệu đồng)"  # float, million đồng
    PERCENT = "tỷ lệ (%)"  # float, 0–100
    YEAR = "năm"  # int
    DATE = "ngày"  # date
    PHONE = "điện thoại"  # str
    EMAIL = "thư điện tử"  # str
    URL = "liên kết"  # str

    @property
    def is_number(self) -> bool:
        return self in _NUMBERS


_NUMBERS = frozenset(
    {Kind.STARS, Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT, Kind.YEAR, Kind.PRODUCT_SET}
)


class Column(NamedTuple):
    """One column. `header` is the only place where its Vietnamese name is written.

    `formula` makes it a live column: Excel computes it, nobody types in it, the reader skips it, and
    `ocop_xl.programme.live.values` holds the Python twin. `minimum`/`maximum` bound numbers and years.
    """

    header: str
    kind: Kind
    help: str = ""
    required: bool = False
    unique: bool = False
    choices: Choices | None = None
    refers_to: str = ""  # name of the Excel Table whose keys are allowed
    prefix: str = ""  # of a KEY: "SP" → SP01, SP02…
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    width: int = 16  # characters
    personal: bool = False  # left out of copies that go outside the commune
    filled_by: str = "xã"  # who may change it: xã, chủ thể, tỉnh, tự tính
    aliases: tuple[str, ...] = ()  # other headers met in old files
    helper: bool = False  # only for formulas: hidden from staff
    group: str = ""  # columns of one row that only make sense together: a merge takes all of one side
    names: bool = False  # with the row's other such columns it says what the row is about
    cites: bool = False  # a text in which keys of rows stand
    derived_from: str = ""  # of a key: the attribute whose key it begins with, `SP01-3` of `SP01`
    since: int = FIRST_VERSION  # of the model; older workbooks do not have it
    until: int = 0  # the last version of the model that had it: read from older workbooks, never built; 0 = still there
    formula: str = ""
    attribute: str = ""  # given when the table is declared

    @property
    def live(self) -> bool:
        return bool(self.formula)

    def holds(self, number: float) -> bool:
        """Whether the number lies within the column's bounds. What lies outside is a slip of the key, which DL-003
        tells; nothing else may count with it, least of all as the length of a list."""
        above = self.minimum is None or number >= self.minimum
        return above and (self.maximum is None or number <= self.maximum)


def column(header: str, kind: Kind, help: str = "", **facts: Any) -> Any:
    """A `Column` that stands where a row will have its cell; blank cells are None."""
    return Column(header, kind, help, **facts)


def live(header: str, kind: Kind, formula: str, help: str = "", **facts: Any) -> Any:
    """A column that the workbook computes; write `[@[Header]]` for this row's cells."""
    return column(header, kind, help, formula=formula, filled_by="tự tính", **facts)
