"""Sheet «Trường văn bản»: what may be written between `{{ }}` in a Word template, to read and to filter."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.model.table import HEADER_ROW
from ocop_xl.sheets.building.cells import fit_height, leave_out_of_prints
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import LINE
from ocop_xl.sheets.vocabulary import FIELDS

FieldLine = tuple[str, str, str, str]
"""Kinds of paper, tag, what it is, a sample."""

_HEADS = (("Loại văn bản", 30), ("Trường", 40), ("Là gì", 70), ("Ví dụ", 56))
_PURPOSE = (
    "Trang tra cứu cho người sửa mẫu Word: ghi {{ trường }} vào mẫu. Chữ [] chỉ danh sách: {% for m in muc %} rồi "
    "{{ m.ten }}. Lọc theo loại văn bản để xem một loại; muốn in thì chọn vùng rồi in vùng chọn."
)


def add_fields_sheet(maker: SheetMaker, lines: Sequence[FieldLine]) -> None:
    sheet = maker.page(FIELDS, "TRƯỜNG DÙNG TRONG MẪU VĂN BẢN", _PURPOSE)
    sheet.set_row(HEADER_ROW - 1, 34)
    for place, (head, width) in enumerate(_HEADS):
        sheet.write_string(HEADER_ROW - 1, place, head, maker.styles.header())
        sheet.set_column(place, place, width)
    cell = maker.styles.make(border=1, border_color=LINE, text_wrap=True, indent=1)
    widths = [width for _, width in _HEADS]
    for at, line in enumerate(lines, HEADER_ROW):
        fit_height(sheet, at + 1, list(zip(line, widths, strict=True)))
        for place, text in enumerate(line):
            sheet.write_string(at, place, text, cell)
    sheet.autofilter(HEADER_ROW - 1, 0, HEADER_ROW - 1 + max(1, len(lines)), len(_HEADS) - 1)
    sheet.freeze_panes(HEADER_ROW, 2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW - 1)
    leave_out_of_prints(sheet)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")
