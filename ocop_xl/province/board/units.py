"""The units that are to send: a list of the province's own, in whatever spreadsheet or text it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import Grid
from ocop_xl.sheets.importing.sources.open_source import read_grids
from ocop_xl.vietnamese import fold, tidy

_CODES = frozenset({"ma xa", "ma phuong xa", "ma xa phuong", "ma don vi", "ma dvhc", "ma don vi hanh chinh", "ma"})
_NAMES = frozenset(
    {"ten xa", "xa", "xa phuong", "phuong xa", "ten xa phuong", "ten don vi", "don vi", "ten don vi hanh chinh", "ten"}
)
_DIGITS = 5
"""A commune's code (QĐ 19/2025/QĐ-TTg); a spreadsheet takes the zeros before it for nothing."""


class Unit(NamedTuple):
    """A commune that is expected to send."""

    code: str
    name: str


def units_in(path: Path) -> list[Unit]:
    """In the order of the list, each once; refused where no table has a column of codes, or a code stands for two."""
    found: dict[str, Unit] = {}
    for grid in read_grids(path):
        for unit in _units(grid):
            known = found.setdefault(unit.code, unit)
            if fold(known.name) != fold(unit.name):
                raise ExchangeError(
                    f"Danh sách «{path.name}» ghi mã {unit.code} cho hai nơi: «{known.name}» và «{unit.name}»; "
                    "hãy sửa lại danh sách."
                )
    if not found:
        raise ExchangeError(
            f"Danh sách «{path.name}» không có đơn vị nào: cần một bảng có cột «Mã xã» (và «Tên xã»), mỗi xã một dòng."
        )
    return list(found.values())


def plain_code(text: str) -> str:
    """`00123` for `123` and for `00123 `."""
    bare = tidy(text)
    return bare.zfill(_DIGITS) if bare.isascii() and bare.isdecimal() else bare


def _units(grid: Grid) -> Iterator[Unit]:
    code_at = name_at = None
    for row in grid.rows:
        words = [fold(cell.text) for cell in row]
        if any(word in _CODES for word in words):
            code_at = next(at for at, word in enumerate(words) if word in _CODES)
            name_at = next((at for at, word in enumerate(words) if word in _NAMES), None)
        elif code_at is not None and code_at < len(row):
            code = plain_code(row[code_at].text)
            if code.isdecimal():
                yield Unit(code, tidy(row[name_at].text) if name_at is not None and name_at < len(row) else "")
