"""Sheet «Hướng dẫn»: how to use the workbook, on one page, made from the model so that it cannot go stale."""

from __future__ import annotations

from typing import Any

from ocop_xl.model.table import Role
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.pages import grouped_pages
from ocop_xl.sheets.building.style import GREEN, INPUT, LINE, LIVE, MUTED, PALE_AMBER, PALE_GREEN, PALE_RED
from ocop_xl.sheets.vocabulary import GUIDE, quoted

_STEPS = (
    ("1", "Khai trang «Thông tin xã» một lần: tên xã, người ký, số và ngày kế hoạch."),
    ("2", "Ghi chủ thể ở trang «Chủ thể» trước, sản phẩm ở trang «Sản phẩm» sau; mỗi dòng một sản phẩm."),
    ("3", "Gõ tiếp vào dòng trống đầu tiên. Trong Excel, gõ ngay dưới dòng cuối thì bảng tự dài thêm."),
    ("4", "Cột «Tình trạng» cuối mỗi bảng cho biết dòng đã đủ ô bắt buộc hay còn thiếu ô nào (⚠)."),
    ("5", "Dán từ tệp khác: dùng Dán giá trị (Paste Values) để giữ khung và danh sách chọn."),
    ("6", "Muốn xóa một dòng: bấm chuột phải, chọn Xóa dòng của bảng (Delete Table Rows); đừng để dòng nửa chừng."),
    ("7", "Chấm điểm: ở trang «Chấm điểm» chọn mức của từng tiêu chí, điểm và sao tự tính; xem và in ở «Phiếu chấm»."),
    ("8", "Chỉ tiêu, hạn giấy chứng nhận, hạn hồ sơ tự tính ở trang «Tổng quan», không cần cài gì thêm."),
)

_COLOURS = (
    ("Tiêu đề xanh đậm", "Cột bắt buộc; xanh nhạt hơn: nên có; xám: tự tính.", PALE_GREEN),
    ("Ô nền vàng nhạt", "Ô nhập liệu: gõ hoặc chọn trong danh sách.", INPUT),
    ("Ô nền xám", "Ô tự tính: không cần gõ, đừng xóa công thức.", LIVE),
    ("✔  ★", "Đã xong, đạt, còn hạn; ★ là đạt mức phấn đấu.", PALE_GREEN),
    ("►  ⚠", "Đến lúc phải làm, còn thiếu hoặc quá hạn.", PALE_AMBER),
    ("✘", "Chưa đạt hoặc đã hết hạn.", PALE_RED),
)


def add_guide_sheet(maker: SheetMaker) -> None:
    sheet = maker.workbook.add_worksheet(GUIDE)
    sheet.hide_gridlines(2)
    sheet.set_default_row(20)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 96)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, "HƯỚNG DẪN SỬ DỤNG SỔ OCOP", maker.styles.title)
    at = _section(maker, sheet, 2, "Các bước")
    text, strong = maker.styles.make(text_wrap=True), maker.styles.make(bold=True, font_color=GREEN, align="center")
    for number, step in _STEPS:
        sheet.write_string(at, 0, f"Bước {number}", strong)
        sheet.write_string(at, 1, step, text)
        at += 1
    at = _section(maker, sheet, at + 1, "Màu và ký hiệu")
    for sign, meaning, fill in _COLOURS:
        sample = maker.styles.make(bg_color=fill, border=1, border_color=LINE, align="center")
        sheet.write_string(at, 0, sign, sample)
        sheet.write_string(at, 1, meaning, text)
        at += 1
    at = _section(maker, sheet, at + 1, "Các trang của sổ (bấm để tới)")
    for group, own in grouped_pages():
        band = maker.styles.make(bold=True, font_color="#FFFFFF", bg_color=group.colour)
        sheet.write_string(at, 0, group.title, band)
        sheet.write_blank(at, 1, None, band)
        at += 1
        for name, purpose, role in own:
            sheet.write_url(at, 0, f"internal:{quoted(name)}!A1", maker.styles.link, name)
            sheet.write_string(at, 1, purpose if role is Role.INPUT else f"{purpose} ({role.value})", text)
            at += 1
    note = maker.styles.make(italic=True, font_color=MUTED, text_wrap=True)
    sheet.write_string(
        at + 1,
        1,
        "Sổ này không chứa macro, mở được bằng Excel 2010 trở lên và LibreOffice. Bộ tiêu chí, hạn và căn cứ theo "
        "Quyết định 26/2026/QĐ-TTg; thể thức văn bản theo Nghị định 30/2020/NĐ-CP.",
        note,
    )
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")


def _section(maker: SheetMaker, sheet: Any, at: int, title: str) -> int:
    band = maker.styles.make(bold=True, font_size=13, font_color="#FFFFFF", bg_color=GREEN)
    sheet.set_row(at, 22)
    sheet.write_string(at, 0, title, band)
    sheet.write_blank(at, 1, None, band)
    return at + 1
