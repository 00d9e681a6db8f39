"""The sheets of the province's workbook that are one table each: names, columns, and what the cover says of them."""

from __future__ import annotations

from typing import NamedTuple

from ocop_xl.model.choices import Choices
from ocop_xl.model.column import Column, Kind
from ocop_xl.province.summary.analyses import BY_COMMUNE, LATE, Analysis
from ocop_xl.province.summary.doubles import JUDGEMENTS
from ocop_xl.province.taken import FINDING_COLUMNS, FINDINGS, ORIGIN, TAKEN

DOUBLES, ASIDE, SOURCES = "Có thể trùng", "Không nhận được", "Nguồn"
SAID, NOTE, MARK = "Kết luận", "Ai kết luận, ghi chú", "Khóa"
"""Columns of «Có thể trùng» that people fill in, and the one by which their judgement is found again."""
FROM_THE_COMMUNES = (
    "Mỗi dòng ghi xã, tệp đã gửi và ô trong sổ của xã. Bảng chỉ có giá trị: sửa ở sổ của xã, không sửa ở đây."
)


class Layout(NamedTuple):
    """`name` is the sheet's, `table` that of its Excel Table, `purpose` the line under its title, `what` the cover's;
    `by` is the header of the column by which the rows are put in order, "" for the order of the communes; `frozen`
    columns stay in sight."""

    name: str
    table: str
    title: str
    columns: tuple[Column, ...]
    purpose: str
    what: str
    by: str = ""
    frozen: int = 1


def _text(header: str, width: int) -> Column:
    return Column(header, Kind.LONG_TEXT, width=width)


def _number(header: str, width: int = 10) -> Column:
    return Column(header, Kind.DECIMAL, width=width)


def _counts(analysis: Analysis, purpose: str, what: str) -> Layout:
    columns = (_text(analysis.line, 30), *(_number(name, 12) for name in analysis.columns))
    return Layout(analysis.title, analysis.name, analysis.title.upper(), columns, purpose, what)


def _side(number: int) -> tuple[Column, ...]:
    widths = {"Tên": 30, "Mã": 9, "Xã": 20, "Tệp": 22, "Ô": 16}
    return tuple(_text(f"{header} {number}", width) for header, width in widths.items())


_FRONT = (
    _counts(BY_COMMUNE, "Mỗi xã một dòng.", "mỗi xã một dòng: sản phẩm, hạng, hồ sơ, chỉ tiêu, kinh phí, lỗi"),
    _counts(LATE, "Chỉ ghi xã có việc quá hạn.", "hồ sơ, giấy chứng nhận, kiến nghị kiểm tra quá hạn của từng xã"),
    Layout(
        DOUBLES, "tinhCoTheTrung", "SẢN PHẨM, CHỦ THỂ CÓ THỂ TRÙNG GIỮA CÁC XÃ",
        (
            _text("Loại", 11), _text("Vì sao", 30), *_side(1), *_side(2),
            Column(SAID, Kind.CHOICE, width=12, choices=Choices(SAID, JUDGEMENTS)), _text(NOTE, 34), _text(MARK, 30),
        ),
        "Chọn «Một» nếu hai dòng là một, «Hai» nếu không phải; tổng hợp lại vào chính tệp này thì kết luận được giữ.",
        "sản phẩm, chủ thể của hai xã có thể là một; kết luận ghi ở đây được nhớ", frozen=2,
    ),
    Layout(
        ASIDE, "tinhKhongNhan", "TỆP KHÔNG DÙNG ĐỂ TỔNG HỢP",
        (_text("Tệp", 44), _text("Xã, phường", 22), _text("Kết quả", 20), _text("Lý do", 90)),
        "Mỗi tệp một dòng, kèm lý do và việc cần làm.", "tệp không dùng, từng tệp một lý do",
    ),
    Layout(
        SOURCES, "tinhNguon", "TỆP ĐÃ DÙNG",
        (
            *ORIGIN[:3], _text("Loại", 8), _text("Mã gói", 22), Column("Ngày lập", Kind.DATE, width=12),
            _text("Phần mềm", 16), _number("Phiên bản sổ"), _number("Lỗi", 8), _number("Cảnh báo", 9),
            _text("Lưu ý", 60), _text("SHA-256 của tệp", 70),
        ),
        "Mỗi xã một tệp; mã gói để đối chiếu với văn bản gửi kèm.", "tệp đã dùng của từng xã", frozen=2,
    ),
)  # fmt: skip
_ROWS = tuple(
    Layout(
        taken.sheet, taken.name, taken.title, (*ORIGIN, *taken.columns), FROM_THE_COMMUNES, taken.what,
        taken.by and taken.columns[taken.attributes.index(taken.by)].header, frozen=2,
    )
    for taken in TAKEN
)  # fmt: skip
_FOUND = Layout(
    FINDINGS, "tinhPhatHien", "PHÁT HIỆN KHI KIỂM TRA SỔ CỦA CÁC XÃ", (*ORIGIN, *FINDING_COLUMNS), FROM_THE_COMMUNES,
    "lỗi, cảnh báo mà phần mềm tìm thấy trong sổ của các xã", frozen=2,
)  # fmt: skip
LAYOUTS = (*_FRONT, *_ROWS, _FOUND)
"""In the order of the sheets, after the cover and «Phân tích»."""
