"""The eight tiles of «Tổng quan»: where each stands, where it leads and what it computes; Python's count beside it."""

from __future__ import annotations

from typing import NamedTuple


class Tile(NamedTuple):
    """A figure in its cell, from which its merged cells reach to column `last`. `alarms` are symbols and figures of
    «Số liệu», the worst first; without any the tile shows `figure`, one of them, or how many targets are met."""

    cell: str
    last: str
    label: str
    sheet: str
    alarms: tuple[tuple[str, str], ...] = ()
    figure: str = ""

    @property
    def formula(self) -> str:
        shown = _alarm(self.alarms) if self.alarms else _text(self.figure) if self.figure else _MET
        return f"=HYPERLINK(\"#'{self.sheet}'!A1\",{shown})"


def of_measure(name: str) -> str:
    """A figure of «Số liệu», 0 if it is not there."""
    return f'=IFERROR(INDEX(tblSoLieu[Giá trị],MATCH("{name}",tblSoLieu[Số liệu],0)),0)'


def _alarm(alarms: tuple[tuple[str, str], ...]) -> str:
    """`✔ 0`, or how many there are behind the symbol of the worst."""
    total = "+".join(of_measure(name)[1:] for _, name in alarms)
    symbol = f'"{alarms[-1][0]} "'
    for worse, name in reversed(alarms[:-1]):
        symbol = f'IF({of_measure(name)[1:]}>0,"{worse} ",{symbol})'
    return f'IF({total}=0,"✔ 0",{symbol}&({total}))'


def _text(name: str) -> str:
    return f'({of_measure(name)[1:]})&""'


_MET = (
    'COUNTIFS(tblChiTieu[Kết quả],"✔ Đạt")+COUNTIFS(tblChiTieu[Kết quả],"★ Đạt mức phấn đấu")'
    '&" / "&COUNTA(tblChiTieu[Mã MT])'
)
TILES = (
    Tile("B3", "C", "Nhiệm vụ quá hạn", "Nhiệm vụ", (("✘", "Nhiệm vụ quá hạn"),)),
    Tile("D3", "D", "Nhiệm vụ sắp đến hạn", "Nhiệm vụ", (("►", "Nhiệm vụ sắp đến hạn"),)),
    Tile(
        "E3",
        "E",
        "Hồ sơ phải gửi tỉnh",
        "Hồ sơ",
        (("⚠", "Hồ sơ quá hạn gửi tỉnh"), ("►", "Hồ sơ sắp đến hạn gửi tỉnh")),
    ),
    Tile(
        "F3",
        "F",
        "Giấy phải làm thủ tục",
        "Công nhận",
        (("✘", "Giấy đã hết hạn"), ("⚠", "Giấy quá hạn nộp lại"), ("►", "Giấy phải nộp lại ngay")),
    ),
    Tile("H3", "H", "Sản phẩm tham gia", "Sản phẩm", figure="Số sản phẩm tham gia"),
    Tile("I3", "J", "Sản phẩm từ 3 sao", "Sản phẩm", figure="Số sản phẩm từ 3 sao"),
    Tile("K3", "K", "Chỉ tiêu đã đạt", "Chỉ tiêu"),
    Tile("M3", "N", "Giấy còn hiệu lực", "Công nhận", figure="Giấy chứng nhận còn hiệu lực"),
)
