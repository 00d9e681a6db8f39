"""The sheets of the province's workbook that are one table each: names, columns, and what the cover says of them."""

from __future__ import annotations

from ocop_xl.model.choices import Choices
from ocop_xl.model.column import Column, Kind
from ocop_xl.province.summary.analyses import BY_COMMUNE, LATE, Analysis
from ocop_xl.province.summary.doubles import JUDGEMENTS
from ocop_xl.province.tables.layout import Layout, day, number, text
from ocop_xl.province.taken import FINDING_COLUMNS, FINDINGS, ORIGIN, TAKEN

DOUBLES, ASIDE, SOURCES = "Có thể trùng", "Không nhận được", "Nguồn"
SAID, NOTE, MARK = "Kết luận", "Ai kết luận, ghi chú", "Khóa"
"""Columns of «Có thể trùng» that people fill in, and the one by which their judgement is found again."""
FROM_THE_COMMUNES = (
    "Mỗi dòng ghi xã, tệp đã gửi và ô trong sổ của xã. Bảng chỉ có giá trị: sửa ở sổ của xã, không sửa ở đây."
)


def _counts(analysis: Analysis, purpose: str, what: str) -> Layout:
    columns = (text(analysis.line, 30), *(number(name, 12) for name in analysis.columns))
    return Layout(analysis.title, analysis.name, analysis.title.upper(), columns, purpose, what)


def _side(number: int) -> tuple[Column, ...]:
    widths = {"Tên": 30, "Mã": 9, "Xã": 20, "Tệp": 22, "Ô": 16}
    return tuple(text(f"{header} {number}", width) for header, width in widths.items())


_FRONT = (
    _counts(BY_COMMUNE, "Mỗi xã một dòng.", "mỗi xã một dòng: sản phẩm, hạng, hồ sơ, chỉ tiêu, kinh phí, lỗi"),
    _counts(LATE, "Chỉ ghi xã có việc quá hạn.", "hồ sơ, giấy chứng nhận, kiến nghị kiểm tra quá hạn của từng xã"),
    Layout(
        DOUBLES, "tinhCoTheTrung", "SẢN PHẨM, CHỦ THỂ CÓ THỂ TRÙNG GIỮA CÁC XÃ",
        (
            text("Loại", 11), text("Vì sao", 30), *_side(1), *_side(2),
            Column(SAID, Kind.CHOICE, width=12, choices=Choices(SAID, JUDGEMENTS)), text(NOTE, 34), text(MARK, 30),
        ),
        "Chọn «Một» nếu hai dòng là một, «Hai» nếu không phải; tổng hợp lại vào chính tệp này thì kết luận được giữ.",
        "sản phẩm, chủ thể của hai xã có thể là một; kết luận ghi ở đây được nhớ", frozen=2,
        typed=(SAID, NOTE),
    ),
    Layout(
        ASIDE, "tinhKhongNhan", "TỆP KHÔNG DÙNG ĐỂ TỔNG HỢP",
        (text("Tệp", 44), text("Xã, phường", 22), text("Kết quả", 20), text("Lý do", 90)),
        "Mỗi tệp một dòng, kèm lý do và việc cần làm.", "tệp không dùng, từng tệp một lý do",
    ),
    Layout(
        SOURCES, "tinhNguon", "TỆP ĐÃ DÙNG",
        (
            *ORIGIN[:3], text("Loại", 8), text("Mã gói", 22), day("Ngày lập"),
            text("Phần mềm", 16), number("Phiên bản sổ"), number("Lỗi", 8), number("Cảnh báo", 9),
            text("Lưu ý", 60), text("SHA-256 của tệp", 70),
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
