"""The answer's workbook as the province gets it to fill in: lists to choose from, nothing to type that is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from ocop_xl.exchange.answers import layout
from ocop_xl.exchange.answers.answer import About, NewRemark, as_text, sum_of
from ocop_xl.model import INPUT_TABLES, Book, Dossier, Row, spec_of
from ocop_xl.model.column import Column
from ocop_xl.model.rows.province import Remark
from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.programme.live.values import live_value
from ocop_xl.sheets.building.cells import FittedSheet, fit_height, write_page_head, write_value
from ocop_xl.sheets.building.style import INPUT, LINE, LIVE, Styles
from ocop_xl.sheets.building.validation import validation

_LINE = 30_000
"""Characters of the hidden text that one cell takes."""
_WIDTHS = (26, 90)
_GUIDE = (
    "Trang «Kết quả»: mỗi hồ sơ một dòng; chỉ ghi ở các ô vàng nhạt của hồ sơ đã có kết quả, dòng khác để trống.",
    "Trang «Ý kiến»: chọn trang, mã dòng, cột ở ô chọn rồi ghi ý kiến; để trống cột là ý kiến về cả dòng, "
    "để trống cả ba là ý kiến chung.",
    "Trang «Ý kiến trước»: ý kiến đã gửi mà chưa đóng, kèm việc xã đã làm; chọn «Đóng» khi xong.",
    "Lưu rồi gửi tệp này về xã. Không đổi tên trang, không sửa các ô xám, không gõ công thức.",
)


def answer_workbook(about: About, book: Book, on: date, remarks: Sequence[NewRemark] = ()) -> bytes:
    """The `.xlsx` for the package that `book` was read from; `remarks` are there already, as comments of its cells."""
    memory = BytesIO()
    workbook = xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": f"Trả lời {about.package}", "created": datetime(on.year, on.month, on.day)})
    styles = Styles(workbook)
    _front(workbook.add_worksheet(layout.FRONT, worksheet_class=FittedSheet), styles, about, book, on)
    _results(workbook, styles, about, book, on)
    _remarks(workbook, styles, about, remarks)
    _earlier(workbook, styles, book, on)
    hidden, text = workbook.add_worksheet(layout.HIDDEN), as_text(about)
    for at, piece in enumerate([sum_of(text), *(text[at : at + _LINE] for at in range(0, len(text), _LINE))]):
        hidden.write_string(at, 0, piece)
    hidden.hide()
    workbook.close()
    return memory.getvalue()


def _results(workbook: Any, styles: Styles, about: About, book: Book, on: date) -> None:
    """A line for each dossier that an answer can name."""
    known = about.said.get(Dossier, {})
    rows = [_shown(row, layout.DOSSIER_SHOWN, book, on) for row in book[Dossier] if row.id in known]
    sheet = _list(workbook, styles, layout.RESULTS, "KẾT QUẢ CỦA TỈNH", layout.RESULT_COLUMNS, rows)
    _choices(sheet, layout.RESULT_COLUMNS, len(layout.DOSSIER_SHOWN), len(rows))


def _remarks(workbook: Any, styles: Styles, about: About, remarks: Sequence[NewRemark]) -> None:
    rows = [(*one.place, one.text) for one in remarks]
    columns, blank = layout.REMARK_COLUMNS, layout.BLANK_REMARKS
    sheet = _list(workbook, styles, layout.REMARKS, "Ý KIẾN VỀ SỔ ĐÃ GỬI", columns, rows, blank)
    _places(sheet, _lists(workbook, about), len(rows) + blank)


def _earlier(workbook: Any, styles: Styles, book: Book, on: date) -> None:
    """Remarks that an answer brought and nobody has closed."""
    rows = [_shown(row, layout.EARLIER_SHOWN, book, on) for row in book[Remark] if row.mark and not row.closed]
    sheet = _list(workbook, styles, layout.EARLIER, "Ý KIẾN ĐÃ GỬI, CHƯA ĐÓNG", layout.EARLIER_COLUMNS, rows)
    _choices(sheet, layout.EARLIER_COLUMNS, len(layout.EARLIER_SHOWN), len(rows))


def _front(sheet: Any, styles: Styles, about: About, book: Book, on: date) -> None:
    commune = book.commune
    facts = [
        ("Trả lời gói", about.package),
        ("Của", f"{commune.kind or 'xã'} {about.commune} ({about.commune_code or 'chưa ghi mã xã'})"),
        ("Lần gửi", f"{about.sequence or 'không ghi'}"),
    ]
    sheet.hide_gridlines(2)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, f"TRẢ LỜI GÓI GỬI TỈNH CỦA {about.commune.upper()}", styles.title)
    sheet.set_row(0, 32)
    lines = {"border": 1, "border_color": LINE, "text_wrap": True, "align": "left"}
    label, shown = (styles.make(bold=bold, bg_color=LIVE, **lines) for bold in (True, False))
    for at, (name, text) in enumerate(facts, 2):
        sheet.write_string(at, 0, name, label)
        sheet.write_string(at, 1, text, shown)
    sheet.write_string(layout.BY_AT, 0, layout.BY, label)
    sheet.write_blank(layout.BY_AT, 1, None, styles.make(bg_color=INPUT, **lines))
    sheet.write_string(layout.DAY_AT, 0, layout.DAY, label)
    sheet.write_datetime(layout.DAY_AT, 1, on, styles.make(bg_color=INPUT, num_format="dd/mm/yyyy", **lines))
    for at, line in enumerate(_GUIDE, layout.DAY_AT + 2):
        sheet.merge_range(at, 0, at, 1, line, styles.make(text_wrap=True, valign="top"))
        fit_height(sheet, at + 1, [(line, sum(_WIDTHS))])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.activate()


def _shown(row: Row, columns: Sequence[Column], book: Book, on: date) -> list[object]:
    return [
        live_value(row, column.attribute, book, on) if column.live else getattr(row, column.attribute)
        for column in columns
    ]


def _list(
    workbook: Any,
    styles: Styles,
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[object]],
    blank: int = 0,
) -> Any:
    """A sheet with these rows; cells of later columns, and of `blank` rows more, are there to be filled in."""
    sheet = workbook.add_worksheet(name, worksheet_class=FittedSheet)
    write_page_head(sheet, styles, title, "Ô vàng nhạt để ghi, ô xám để xem.", layout.FRONT)
    sheet.set_row(layout.FIRST - 1, 48)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(layout.FIRST - 1, place, column.header, styles.header(column))
    looks = [styles.cell(column) for column in columns]
    grey = [styles.cell(column, fill=LIVE) for column in columns]
    for at, row in enumerate([*rows, *[()] * blank], layout.FIRST):
        for place in range(len(columns)):
            known = place < len(row) and not blank
            write_value(sheet, at, place, row[place] if place < len(row) else None, (grey if known else looks)[place])
        fit_height(sheet, at + 1, [(value, columns[place].width) for place, value in enumerate(row)])
    sheet.freeze_panes(layout.FIRST, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    return sheet


def _choices(sheet: Any, columns: Sequence[Column], first: int, rows: int) -> None:
    """What may be typed in the columns from `first` on."""
    if not rows:
        return
    for place, column in enumerate(columns[first:], first):
        rule = (
            {"validate": "list", "source": list(column.choices.values)}
            if column.choices
            else validation(column, {}, layout.FIRST, layout.FIRST + rows)
        )
        sheet.data_validation(layout.FIRST, place, layout.FIRST + rows - 1, place, rule)


def _lists(workbook: Any, about: About) -> int:
    """The hidden sheet of what can be chosen: sheets, then by sheet the keys of its rows and its columns."""
    sheet = workbook.add_worksheet(layout.LISTS)
    specs = [spec_of(kind) for kind in INPUT_TABLES]
    for at, spec in enumerate(specs):
        sheet.write_string(at, 0, spec.sheet)
    keys = ((spec.sheet, key) for spec in specs for key in about.said.get(spec.row_type, {}) if key)
    headers = ((spec.sheet, column.header) for spec in specs for column in TO_PROVINCE.columns(spec))
    for place, pairs in ((1, keys), (3, headers)):
        for at, pair in enumerate(pairs):
            sheet.write_string(at, place, pair[0])
            sheet.write_string(at, place + 1, pair[1])
    sheet.hide()
    return len(specs)


def _places(sheet: Any, sheets: int, rows: int) -> None:
    """Drop-downs for the place of a remark: keys and columns are those of the sheet chosen in the same line."""
    last = layout.FIRST + rows - 1
    of_sheet = f"$A{layout.FIRST + 1}"
    rules = [f"='{layout.LISTS}'!$A$1:$A${sheets}", *(_of_sheet(of_sheet, *letters) for letters in ("BC", "DE"))]
    for place, source in enumerate(rules):
        sheet.data_validation(layout.FIRST, place, last, place, {"validate": "list", "source": source})


def _of_sheet(chosen: str, sheets: str, values: str) -> str:
    page = f"'{layout.LISTS}'!"
    return (
        f"=OFFSET({page}${values}$1,MATCH({chosen},{page}${sheets}:${sheets},0)-1,0,"
        f"COUNTIF({page}${sheets}:${sheets},{chosen}),1)"
    )
