"""The eight tiles of «Tổng quan»: where each stands, where it leads and what it computes; Python's count beside it."""

from __future__ import annotations

from ocop_xl.programme.agenda.due import State
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.agenda_places import SIGNS, count_cell
from ocop_xl.sheets.vocabulary import AGENDA


class Tile(NamedTuple):
    """A figure in its cell, from which its merged cells reach to column `last`: how many duties are in a `state`, a
    `figure` of «Số liệu», or, with neither, how many targets are met."""

    cell: str
    last: str
    label: str
    sheet: str
    state: State | None = None
    figure: str = ""

    @property
    def formula(self) -> str:
        shown = _count(self.state) if self.state else _text(self.figure) if self.figure else _MET
        return f"=HYPERLINK(\"#'{self.sheet}'!A1\",{shown})"


def of_measure(name: str) -> str:
    """A figure of «Số liệu», 0 if it is not there."""
    return f'=IFERROR(INDEX(tblSoLieu[Giá trị],MATCH("{name}",tblSoLieu[Số liệu],0)),0)'


def counted(state: State, count: int) -> str:
    """The symbol first: colour never speaks alone."""
    return f"{SIGNS[state]} {count}" if count else "✔ 0"


def _count(state: State) -> str:
    count = count_cell(state)
    return f'IF({count}=0,"✔ 0","{SIGNS[state]} "&{count})'


def _text(name: str) -> str:
    return f'({of_measure(name)[1:]})&""'


_MET = (
    'COUNTIFS(tblChiTieu[Kết quả],"✔ Đạt")+COUNTIFS(tblChiTieu[Kết quả],"★ Đạt mức phấn đấu")'
    '&" / "&COUNTA(tblChiTieu[Mã MT])'
)
TILES = (
    Tile("B3", "C", "Việc quá hạn", AGENDA, State.OVERDUE),
    Tile("D3", "D", "Việc đến hạn", AGENDA, State.DUE),
    Tile("E3", "E", "Việc sắp đến", AGENDA, State.COMING),
    Tile("F3", "F", "Chờ bên khác", AGENDA, State.WAITING),
    Tile("H3", "H", "Sản phẩm tham gia", "Sản phẩm", figure="Số sản phẩm tham gia"),
    Tile("I3", "J", "Sản phẩm từ 3 sao", "Sản phẩm", figure="Số sản phẩm từ 3 sao"),
    Tile("K3", "K", "Chỉ tiêu đã đạt", "Chỉ tiêu"),
    Tile("M3", "N", "Giấy còn hiệu lực", "Công nhận", figure="Giấy chứng nhận còn hiệu lực"),
)
