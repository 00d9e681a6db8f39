"""What Excel lets staff type into a column, and what it tells them while they do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ocop_xl.model.column import Column, Kind
from ocop_xl.sheets.vocabulary import LEVEL_COUNTS, LEVELS, LISTS, list_name, quoted, reference_name

GROWTH = 2000
"""Rows below a new table that lists and key checks already reach, for when staff add rows."""
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)


def validation(column: Column, letters: Mapping[str, str], first: int, last: int) -> dict[str, Any]:
    """XlsxWriter's description of the column's data validation over Excel rows `first`…`last`; `letters` say where
    the table's columns stand, by attribute."""
    rule = _rule(column, letters, first, last)
    # A list with a blank among its keys would let anything pass if blanks were ignored.
    rule["ignore_blank"] = column.kind is not Kind.REF
    if rule["validate"] != "any":
        rule |= {"error_title": "Ô này chưa đúng", "error_message": _refusal(column)[:255]}
    if column.help or column.required:
        must = "Bắt buộc. " if column.required else ""
        rule |= {"input_title": column.header[:32], "input_message": (must + column.help)[:255]}
    return rule


def _rule(column: Column, letters: Mapping[str, str], first: int, last: int) -> dict[str, Any]:
    kind = column.kind
    if column.live:
        return {"validate": "custom", "value": "=FALSE"}
    if kind is Kind.KEY:
        own = letters[column.attribute]
        span = f"${own}${first}:${own}${last + GROWTH}"
        return {"validate": "custom", "value": f"=COUNTIF({span},{own}{first})=1"}
    if kind is Kind.REF:
        return {"validate": "list", "source": f"={reference_name(column.refers_to)}"}
    if kind is Kind.PRODUCT_SET and "sector" in letters:
        return {"validate": "list", "source": _sets_of_sector(f"${letters['sector']}{first}")}
    if kind is Kind.LEVEL:
        return {"validate": "list", "source": _levels_of_criterion(f"${letters['line']}{first}")}
    if column.choices is not None:
        return {"validate": "list", "source": f"={list_name(column.choices)}"}
    if kind is Kind.STARS:
        return {
            "validate": "list",
            "source": [int(n) for n in range(_bound(column.minimum), _bound(column.maximum) + 1)],
        }
    if kind is Kind.DATE:
        return {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
    if kind in (Kind.INTEGER, Kind.YEAR):
        return {
            "validate": "integer",
            "criteria": "between",
            "minimum": _bound(column.minimum),
            "maximum": _bound(column.maximum or 10**9),
        }
    if kind.is_number and column.maximum is not None:
        return {"validate": "decimal", "criteria": "between", "minimum": column.minimum or 0, "maximum": column.maximum}
    if kind.is_number:
        return {"validate": "decimal", "criteria": ">=", "value": column.minimum or 0}
    return {"validate": "any"}


def _sets_of_sector(sector_cell: str) -> str:
    """The part of the list «Bộ theo nhóm» that belongs to the sector chosen in the same row; sorted by sector."""
    sheet = quoted(LISTS)
    sectors, first_set = f"{sheet}!$A$5:$A$30", f"{sheet}!$B$5"
    return f"=OFFSET({first_set},MATCH({sector_cell},{sectors},0)-1,0,COUNTIF({sectors},{sector_cell}),1)"


def _levels_of_criterion(line_cell: str) -> str:
    """The levels of the row's criterion: its first line on «Tiêu chí» and those that follow."""
    return f"=OFFSET({LEVELS},{line_cell}-1,0,INDEX({LEVEL_COUNTS},{line_cell}),1)"


def _bound(value: float | None) -> int:
    return int(value or 0)


def _refusal(column: Column) -> str:
    kind = column.kind
    if column.live:
        return "Ô này tự tính, không gõ được. Hãy sửa ở các ô mà nó lấy số liệu."
    if kind is Kind.LEVEL:
        return "Hãy bấm mũi tên ở góc ô và chọn đúng một mức của tiêu chí này."
    if kind is Kind.KEY:
        return f"Mã này đã có ở dòng khác. Mỗi dòng một mã riêng: {column.help}"
    if kind is Kind.REF:
        return "Mã này chưa có. Hãy chọn trong danh sách, hoặc thêm dòng mới ở trang tương ứng trước."
    if kind is Kind.PRODUCT_SET:
        return "Hãy chọn «Nhóm sản phẩm» trước, rồi chọn bộ sản phẩm trong danh sách."
    if column.choices is not None:
        return "Chỉ nhận giá trị có trong danh sách. Bấm mũi tên ở góc ô để chọn."
    if kind is Kind.STARS:
        return f"Chỉ nhận số sao từ {_bound(column.minimum)} đến {_bound(column.maximum)}. Gõ một chữ số, ví dụ 4."
    if kind is Kind.DATE:
        return (
            "Hãy gõ ngày theo dạng ngày/tháng/năm, ví dụ 20/03/2026. Gõ đúng mà vẫn bị chặn là máy đang đặt kiểu Mỹ "
            "(tháng trước): xem «Kiểu ngày của máy» ở trang «Thông tin xã»."
        )
    if kind is Kind.YEAR:
        return "Hãy gõ năm bằng bốn chữ số, ví dụ 2026."
    if column.maximum is not None:
        return f"Hãy gõ số từ {_bound(column.minimum)} đến {_bound(column.maximum)}."
    return f"Hãy gõ số từ {_bound(column.minimum)} trở lên."
