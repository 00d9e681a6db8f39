"""Totals, signatures and remarks below a table: whole cells, or the first words of a row that says no more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.vietnamese import fold

TOTAL, SIGNATURE = "dòng cộng", "phần ký, ghi chú cuối bảng"

_COUNTED = (
    r"(?: (?:so|cong|toan|chung|ca|hop))?(?: (?:san pham|chu the|sp|co|la|gom|\d+|ocop|tinh|xa|huyen|ho so|hang|sao|"
    r"don vi|nhom|danh sach|muc|phan|bang|trang|i|ii|iii|iv|a|b|c|d).*)?"
)
_TOTAL = re.compile(rf"(?:(?:tong cong|tong so|tong)|cong){_COUNTED}")
_MOST_SIGNATURES = 3
"""Signatures stand side by side; a row of more cells is one of the list, where somebody may be «Giám đốc»."""
_SIGNS_WHOLLY = re.compile(
    r"(?:nguoi )?lap (?:bieu|bang|phieu)|nguoi lap|nguoi tong hop|thu truong(?: don vi)?|(?:pho )?chu tich|"
    r"(?:tm|kt|tl|tuq|q)\b.*|noi nhan|ky ten.*|(?:pho )?giam doc|truong phong|xac nhan cua .*|ke toan"
)
_BEGINS = re.compile(
    r"(?:nguoi lap|lap bieu|nguoi tong hop|thu truong|tm (?:uy ban|ubnd)|kt chu tich|ky ten|xac nhan cua|ghi chu|"
    r"noi nhan|luu y|chu thich|(?:\w+ ){0,4}ngay(?: \d+)? thang(?: \d+)? nam)\b"
)


def footer_kind(cells: Sequence[Cell]) -> str:
    """What a row without a number is, if it is no row of the list; else empty.

    A row that names a product and a subject is never one because its words begin like a footer's: `Công ty` is not
    `Cộng`.
    """
    texts = [fold(cell.text) for cell in cells]
    if len(cells) <= _MOST_SIGNATURES and any(_SIGNS_WHOLLY.fullmatch(text) for text in texts):
        return SIGNATURE
    if _TOTAL.fullmatch(texts[0]) and all(_may_stand_by_a_total(text) for text in texts[1:]):
        return TOTAL
    if len(cells) <= 2 and any(_BEGINS.match(text) for text in texts):
        return SIGNATURE
    return ""


def is_footer(cells: Sequence[Cell]) -> bool:
    return bool(footer_kind(cells))


def _may_stand_by_a_total(text: str) -> bool:
    """Figures, `05 sản phẩm`, `3 sao: 2`; not a name."""
    return not text or any(char.isdecimal() for char in text) or _TOTAL.fullmatch(text) is not None
