"""How much of the workbook a package carries: one profile for outside, one for the commune itself."""

from __future__ import annotations

from ocop_xl.errors import ExchangeError
from ocop_xl.model import Commune, Paper, Row
from ocop_xl.model.column import Column
from ocop_xl.model.table import ROW_STATE, TableSpec
from ocop_xl.records import NamedTuple

_OF_THE_PROGRAM: dict[type[Row], frozenset[str]] = {
    Commune: frozenset({"backed_up"}),
    Paper: frozenset({"trace", "rows"}),
}
"""Columns with which the program follows the commune's own rows and files; the trace is made of personal cells too."""


class Profile(NamedTuple):
    """`personal`: whether columns that the model marks as personal are kept and typed texts left as they are."""

    code: str
    name: str
    purpose: str
    personal: bool

    def columns(self, spec: TableSpec) -> tuple[Column, ...]:
        """The columns of a table that go along: no aids for typing, under a strict profile nothing personal."""
        return tuple(c for c in spec.columns if not _is_aid(c) and (self.personal or not is_private(spec, c)))

    def left_out(self, spec: TableSpec) -> tuple[Column, ...]:
        """What of a table's typed columns stays at home."""
        kept = self.columns(spec)
        return tuple(c for c in spec.inputs if c not in kept)


TO_PROVINCE = Profile(
    "gui-tinh", "Gửi tỉnh", "Không có cột dữ liệu cá nhân; số điện thoại, thư điện tử gõ trong ô chữ được che.", False
)
INTERNAL = Profile("noi-bo", "Nội bộ", "Đủ mọi cột, kể cả dữ liệu cá nhân; chỉ dùng trong nội bộ UBND xã.", True)
PROFILES = (TO_PROVINCE, INTERNAL)


def profile_of(code: str) -> Profile:
    """The profile of that code; raises `ExchangeError` naming those there are."""
    for profile in PROFILES:
        if profile.code == code:
            return profile
    raise ExchangeError(f"Không có chế độ «{code}». Hãy chọn: {', '.join(one.code for one in PROFILES)}.")


def _is_aid(column: Column) -> bool:
    return column.attribute == ROW_STATE or (column.live and column.helper)


def is_private(spec: TableSpec, column: Column) -> bool:
    """Nothing that leaves the commune, or outlives its cell, says what stands there."""
    return column.personal or column.attribute in _OF_THE_PROGRAM.get(spec.row_type, ())
