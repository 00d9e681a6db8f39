"""Names shared by the sheets of a built workbook: lists, references, and structured references in formulas."""

from __future__ import annotations

import re

from ocop_xl.model.choices import Choices
from ocop_xl.vietnamese import ascii_name

FRONT, GUIDE, LISTS, SCORE_FORM, FIELDS = "Tổng quan", "Hướng dẫn", "Danh mục", "Phiếu chấm", "Trường văn bản"
PREVIEW, CHOICE, RESULT = PASSING_PAGES = "Xem trước (OCOP)", "Chọn (OCOP)", "Kết quả (OCOP)"
"""Sheets that buttons show for a while."""
LEVELS, LEVEL_COUNTS = "tc_muc", "tc_so_muc"
"""Defined names: the levels on «Tiêu chí», and on the first line of each criterion how many it has."""

_THIS_ROW = r"(?<![\w\]])\[@((?:\[[^\]]+\]:?)+)\]"


def list_name(choices: Choices) -> str:
    """Defined name of a list on «Danh mục»: `dm_nhom_san_pham`."""
    return f"dm_{ascii_name(choices.name)}"


def reference_name(table: str) -> str:
    """Defined name of the keys in use in a table: `ma_tblChuThe`."""
    return f"ma_{table}"


def in_table(formula: str, table: str) -> str:
    """A formula of the model as it stands in a cell: `[@[Mã]]` → `tblX[[#This Row],[Mã]]`.

    Excel stores it so; without the table's name LibreOffice cannot read it.
    """
    return re.sub(_THIS_ROW, rf"{table}[[#This Row],\1]", formula)


def quoted(sheet: str) -> str:
    return f"'{sheet}'"
