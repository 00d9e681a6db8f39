"""The six figures on the cards of «Tổng quan»: where each stands and what it computes."""

from __future__ import annotations

from typing import NamedTuple

DUE = ("Giấy phải nộp lại ngay", "Giấy quá hạn nộp lại", "Giấy đã hết hạn")


class Card(NamedTuple):
    """A figure in its cell, from which its merged cells reach to column `last` (from 0)."""

    cell: str
    last: int
    label: str
    formula: str


def of_measure(name: str) -> str:
    """A figure of «Số liệu», 0 if it is not there."""
    return f'=IFERROR(INDEX(tblSoLieu[Giá trị],MATCH("{name}",tblSoLieu[Số liệu],0)),0)'


_MET = (
    '=COUNTIFS(tblChiTieu[Kết quả],"✔ Đạt")+COUNTIFS(tblChiTieu[Kết quả],"★ Đạt mức phấn đấu")'
    '&"/"&COUNTA(tblChiTieu[Mã MT])'
)
CARDS = (
    Card("B4", 2, "Sản phẩm tham gia", of_measure("Số sản phẩm tham gia")),
    Card("D4", 3, "Sản phẩm từ 3 sao", of_measure("Số sản phẩm từ 3 sao")),
    Card("E4", 5, "Chỉ tiêu đã đạt", _MET),
    Card("G4", 7, "Giấy chứng nhận còn hạn", of_measure("Giấy chứng nhận còn hiệu lực")),
    Card("I4", 8, "Giấy phải làm thủ tục", "=" + "+".join(of_measure(name)[1:] for name in DUE)),
    Card("J4", 9, "Nhiệm vụ quá hạn", of_measure("Nhiệm vụ quá hạn")),
)
