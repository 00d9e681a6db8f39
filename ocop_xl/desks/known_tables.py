"""Where the tables of an open workbook stand, as they were looked up: kept until the user or a table moves."""

from __future__ import annotations

from ocop_xl.errors import Refusal
from ocop_xl.sheets.area import Area

TOTALS_ROW = (
    "Bảng ở trang «{sheet}» đang có dòng tổng nên không dài thêm được; "
    "hãy tắt dòng tổng (Table Design, Total Row) rồi bấm lại."
)


class KnownTables:
    """`found` by the table's name in small letters: its sheet, and its area without a row of totals."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, Area]] = {}
        self._with_totals: set[str] = set()

    def note(self, name: str, sheet: str, area: Area, *, totals: bool) -> None:
        self.found[name.casefold()] = (sheet, area._replace(bottom=area.bottom - totals))
        if totals:
            self._with_totals.add(name.casefold())

    def forget(self) -> None:
        """They are to be looked up anew."""
        self.found.clear()

    def has_totals(self, name: str) -> bool:
        return name.casefold() in self._with_totals

    def refuse_totals(self, sheet: str, name: str) -> None:
        """A table with a row of totals does not grow."""
        if self.has_totals(name):
            raise Refusal(TOTALS_ROW.format(sheet=sheet))
