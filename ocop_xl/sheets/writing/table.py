"""An Excel Table's own part: where it stands, which columns it computes, and how it grows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from ocop_xl.sheets.area import Area, area_of
from ocop_xl.vietnamese import fold, nfc

_ROOT = re.compile(r"<table\b[^>]*>")
_COLUMN = re.compile(r"<tableColumn\b([^>]*?)(?:/>|(?<!/)>(.*?)</tableColumn>)", re.DOTALL)
_FORMULA = re.compile(r"<calculatedColumnFormula\b[^>]*>(.*?)</calculatedColumnFormula>", re.DOTALL)


@dataclass(slots=True)
class TableXml:
    """`formulas` holds calculated columns' formulas, escaped as written, by the column's place on the sheet."""

    part: str
    text: str
    name: str
    area: Area
    headers: list[str]
    formulas: dict[int, str]
    has_header: bool
    has_totals: bool

    @property
    def first_row(self) -> int:
        return self.area.top + int(self.has_header)

    @property
    def last_row(self) -> int:
        return self.area.bottom - int(self.has_totals)

    @property
    def columns(self) -> range:
        return range(self.area.left, self.area.right + 1)

    def column_of(self, header: str) -> int | None:
        """The place of a column, its header in any spelling of ours; None if the table lacks it."""
        wanted = fold(header)
        return next((self.area.left + i for i, name in enumerate(self.headers) if fold(name) == wanted), None)

    def grown(self, bottom: int) -> str:
        """The part with the table, and the filter on it, reaching down to `bottom`."""
        old, new = self.area.ref, self.area._replace(bottom=bottom).ref
        return self.text.replace(f'ref="{old}"', f'ref="{new}"')


def find_table(parts: Iterable[tuple[str, str]], name: str) -> TableXml | None:
    """The table of this name among the package's table parts."""
    for part, text in parts:
        table = _parse(part, text)
        if table is not None and fold(table.name) == fold(name):
            return table
    return None


def _parse(part: str, text: str) -> TableXml | None:
    root = _ROOT.search(text)
    area = area_of(_attribute(root[0], "ref")) if root else None
    if root is None or area is None:
        return None
    headers: list[str] = []
    formulas: dict[int, str] = {}
    for found in _COLUMN.finditer(text):
        if formula := _FORMULA.search(found[2] or ""):
            formulas[area.left + len(headers)] = formula[1]
        headers.append(_attribute(found[1], "name").replace("_x000a_", "\n"))
    return TableXml(
        part,
        text,
        _attribute(root[0], "displayName") or _attribute(root[0], "name"),
        area,
        headers,
        formulas,
        _attribute(root[0], "headerRowCount") != "0",
        _attribute(root[0], "totalsRowCount") not in ("", "0"),
    )


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'(?:^|\s){name}="([^"]*)"', tag)
    return nfc(unescape(found[1])) if found else ""
