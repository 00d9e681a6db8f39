"""Sheet «Tổng quan»: what an officer sees first – figures, targets, charts, certificates to renew, ways to go.

Every figure is a live formula with its value beside it for previewers.
"""

from __future__ import annotations

from typing import Any

from ocop_xl.law.clocks import renewal_window
from ocop_xl.model import Commune, Recognition, Target, spec_of
from ocop_xl.model.book import default_placement
from ocop_xl.model.table import TODAY
from ocop_xl.programme.duties import certificate_duty
from ocop_xl.programme.measures import measured
from ocop_xl.programme.targets import measure_targets
from ocop_xl.sheets.area import column_index
from ocop_xl.sheets.building.charts import add_charts
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.pages import places_to_go
from ocop_xl.sheets.building.style import AMBER, DARK_GREEN, GREEN, LINE, MUTED, PALE_GREEN
from ocop_xl.sheets.front_figures import CARDS, DUE
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.vocabulary import FRONT, quoted

TARGET_ROWS = 12
"""Lines kept for targets; a plan with fewer leaves the rest blank."""
FIRST_TARGET = 9  # Excel row
CERTIFICATE_ROWS = 6
CERTIFICATES_AT = FIRST_TARGET + TARGET_ROWS
CHARTS_AT = CERTIFICATES_AT + CERTIFICATE_ROWS + 3
_LAST_ROW = CHARTS_AT + 17
_WIDTHS = (2, 5, 24, 28, 11, 11, 11, 11, 16, 21, 2, 22)


def add_front_sheet(maker: SheetMaker) -> None:
    sheet = maker.workbook.get_worksheet_by_name(FRONT)
    sheet.set_tab_color(AMBER)
    sheet.hide_gridlines(2)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    _write_head(maker, sheet)
    _write_cards(maker, sheet)
    _write_targets(maker, sheet)
    add_charts(maker, sheet, CHARTS_AT, max(1, len(maker.book[Target])))
    _write_certificates(maker, sheet)
    _write_ways(maker, sheet)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(left=0.4, right=0.3, top=0.4, bottom=0.5)
    sheet.print_area(0, 0, _LAST_ROW, 9)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")
    sheet.activate()
    sheet.set_first_sheet()


def _setting(attribute: str) -> str:
    """The cell of «Thông tin xã» that holds a setting."""
    spec = spec_of(Commune)
    return f"{quoted(spec.sheet)}!$B${_row_of(attribute)}"


def _row_of(attribute: str) -> int:
    rows = default_placement(spec_of(Commune)).rows
    assert rows is not None
    return rows[attribute]


_MONTH_FIRST = '=IF(IFERROR(DAY(DATEVALUE("2/3/2026"))=3,FALSE),"⚠ Máy đọc ngày kiểu Mỹ: tháng trước","")'
"""Blank on a PC that reads the day first; «Kiểu ngày của máy» on «Thông tin xã» says more."""


def _write_head(maker: SheetMaker, sheet: Any) -> None:
    commune = maker.book.commune
    band = maker.styles.make(bold=True, font_size=22, font_color="#FFFFFF", bg_color=DARK_GREEN, indent=1)
    under = maker.styles.make(font_size=12, font_color="#FFFFFF", bg_color=GREEN, indent=1)
    for row, height in ((0, 40), (1, 24), (2, 8), (5, 8)):
        sheet.set_row(row, height)
    for place in range(1, 12):
        sheet.write_blank(0, place, None, band)
        sheet.write_blank(1, place, None, under)
    kind, name, number = commune.kind or "", commune.name or "", commune.plan_number or ""
    title = f'="SỔ OCOP "&UPPER({_setting("kind")}&" "&{_setting("name")})'
    sheet.write_formula(0, 1, title, band, f"SỔ OCOP {kind.upper()} {name.upper()}")
    plan = f'="Chương trình Mỗi xã một sản phẩm · Kế hoạch "&{_setting("plan_number")}'
    sheet.write_formula(1, 1, plan, under, f"Chương trình Mỗi xã một sản phẩm · Kế hoạch {number}")
    right = maker.styles.make(font_size=12, font_color="#FFFFFF", bg_color=GREEN, align="right")
    day = maker.styles.make(
        bold=True, font_size=12, font_color="#FFFFFF", bg_color=GREEN, num_format="dd/mm/yyyy", align="left"
    )
    sheet.write_string(1, 8, "Tính đến ngày:", right)
    as_of = _setting("as_of")
    serial = serial_of(maker.on)
    sheet.write_formula(1, 9, f'=IF({as_of}="",TODAY(),{as_of})', day, serial)
    maker.workbook.define_name(TODAY, f"={quoted(FRONT)}!$J$2")
    warned = maker.styles.make(bold=True, font_size=12, font_color="#FFE08A", bg_color=GREEN, align="left")
    sheet.write_formula(1, 10, _MONTH_FIRST, warned, "")


def _write_cards(maker: SheetMaker, sheet: Any) -> None:
    """Six figures that say how the commune stands."""
    results = measure_targets(maker.book, maker.on)
    counted = [result for result in results if result.id]
    met = sum(1 for result in counted if result.met)
    shown: tuple[tuple[object, str], ...] = (
        (_figure(maker, "Số sản phẩm tham gia"), "0"),
        (_figure(maker, "Số sản phẩm từ 3 sao"), "0"),
        (f"{met}/{len(counted)}", "@"),
        (_figure(maker, "Giấy chứng nhận còn hiệu lực"), "0"),
        (sum(_figure(maker, name) for name in DUE), "0"),
        (_figure(maker, "Nhiệm vụ quá hạn"), "0"),
    )
    sheet.set_row(3, 46)
    sheet.set_row(4, 20)
    edge = {"bg_color": PALE_GREEN, "border": 1, "border_color": LINE, "align": "center"}
    for (cell, last, label, formula), (value, number) in zip(CARDS, shown, strict=True):
        first = column_index(cell[0])
        big = maker.styles.make(bold=True, font_size=24, font_color=DARK_GREEN, num_format=number, **edge)
        small = maker.styles.make(font_size=10, font_color=MUTED, **edge)
        if first != last:
            sheet.merge_range(3, first, 3, last, "", big)
            sheet.merge_range(4, first, 4, last, "", small)
        sheet.write_formula(3, first, formula, big, value)
        sheet.write_string(4, first, label, small)


def _figure(maker: SheetMaker, measure: str) -> float:
    return measured(maker.book, maker.on, measure) or 0


def _section(maker: SheetMaker, sheet: Any, row: int, title: str, first: int = 1, last: int = 9) -> None:
    band = maker.styles.make(
        bold=True, font_size=13, font_color=DARK_GREEN, bottom=2, bottom_color=GREEN, valign="bottom"
    )
    if first == 1:
        sheet.set_row(row - 1, 24)
    for place in range(first, last + 1):
        sheet.write_blank(row - 1, place, None, band)
    sheet.write_string(row - 1, first, title, band)


def _write_targets(maker: SheetMaker, sheet: Any) -> None:
    _section(maker, sheet, FIRST_TARGET - 2, "CHỈ TIÊU CỦA KẾ HOẠCH")
    header = maker.styles.header()
    heads = ((1, "STT"), (2, "Chỉ tiêu"), (4, "Đơn vị"), (5, "Tối thiểu"), (6, "Phấn đấu"), (7, "Thực hiện"))
    sheet.set_row(FIRST_TARGET - 2, 22)
    sheet.merge_range(FIRST_TARGET - 2, 2, FIRST_TARGET - 2, 3, "", header)
    for place, head in (*heads, (8, "Tiến độ (%)"), (9, "Kết quả")):
        sheet.write_string(FIRST_TARGET - 2, place, head, header)
    results = measure_targets(maker.book, maker.on)
    for index in range(TARGET_ROWS):
        result = results[index] if index < len(results) else None
        row = FIRST_TARGET - 1 + index
        sheet.set_row(row, 30 if result else 16)
        text = maker.styles.make(text_wrap=True)
        middle = maker.styles.make(align="center", num_format="#,##0.##")
        strong = maker.styles.make(align="center", bold=True, num_format="#,##0.##")
        bar = maker.styles.make(align="right", num_format="0.#")
        verdict = maker.styles.make(align="center", bold=True)
        sheet.merge_range(row, 2, row, 3, "", text)
        shown: list[tuple[int, str, Any, object]] = [
            (1, "", middle, index + 1 if result and result.name else ""),
            (2, "Chỉ tiêu", text, result.name if result else ""),
            (4, "Đơn vị tính", middle, result.unit if result else ""),
            (5, "Mức tối thiểu", middle, result.minimum if result else None),
            (6, "Mức phấn đấu", middle, result.aspiration if result else None),
            (7, "Thực hiện", strong, result.actual if result else None),
            (8, "Tỷ lệ đạt", bar, result.ratio if result else None),
            (9, "Kết quả", verdict, result.verdict if result and result.id else ""),
        ]
        for place, header_text, style, value in shown:
            formula = _target_cell(header_text, index + 1) if header_text else f'=IF($C{row + 1}="","",{index + 1})'
            sheet.write_formula(row, place, formula, style, "" if value is None else value)
    _dress_targets(maker, sheet)


_PROGRESS_BAR = {
    "type": "data_bar",
    "bar_color": "#8FC7A3",
    "bar_solid": True,
    "min_type": "num",
    "min_value": 0,
    "max_type": "num",
    "max_value": 100,
    "data_bar_2010": True,
}


def _dress_targets(maker: SheetMaker, sheet: Any) -> None:
    """Bars for the progress, symbol colours for the verdict, a line under each target."""
    first, last = FIRST_TARGET - 1, FIRST_TARGET + TARGET_ROWS - 2
    sheet.conditional_format(first, 8, last, 8, _PROGRESS_BAR)
    for look in maker.styles.symbol_rules():
        sheet.conditional_format(first, 9, last, 9, look)
    _rule_off(maker, sheet, first, last)


def _rule_off(maker: SheetMaker, sheet: Any, first: int, last: int) -> None:
    """A thin line under each row that shows something."""
    line = maker.workbook.add_format({"bottom": 1, "bottom_color": LINE})
    look = {"type": "formula", "criteria": f'=$C{first + 1}<>""', "format": line}
    sheet.conditional_format(first, 1, last, 9, look)


def _target_cell(header: str, number: int) -> str:
    """The n-th target's cell; blank stays blank, since `INDEX` would show a blank cell as 0."""
    cell = f"INDEX(tblChiTieu[{header}],{number})"
    return f'=IF(ROWS(tblChiTieu[{header}])<{number},"",IF({cell}="","",{cell}))'


def _write_certificates(maker: SheetMaker, sheet: Any) -> None:
    _section(maker, sheet, CERTIFICATES_AT, "GIẤY CHỨNG NHẬN THEO HẠN, GẦN NHẤT TRƯỚC")
    header = maker.styles.header()
    heads = ((1, "STT"), (2, "Sản phẩm"), (4, "Hạng"), (5, "Ngày cấp"), (6, "Hết hạn"), (7, "Nộp từ"), (8, "Nộp đến"))
    sheet.set_row(CERTIFICATES_AT, 22)
    sheet.merge_range(CERTIFICATES_AT, 2, CERTIFICATES_AT, 3, "", header)
    for place, head in (*heads, (9, "Việc cần làm")):
        sheet.write_string(CERTIFICATES_AT, place, head, header)
    listed = [r for r in maker.book[Recognition] if r.ends and certificate_duty(r, maker.on)]
    listed.sort(key=lambda r: r.ends or maker.on)
    for index in range(CERTIFICATE_ROWS):
        row = CERTIFICATES_AT + 1 + index
        found = listed[index] if index < len(listed) else None
        _write_certificate(maker, sheet, row, index + 1, found)
    last = CERTIFICATES_AT + CERTIFICATE_ROWS
    for look in maker.styles.symbol_rules():
        sheet.conditional_format(CERTIFICATES_AT + 1, 9, last, 9, look)
    _rule_off(maker, sheet, CERTIFICATES_AT + 1, last)
    note = maker.styles.make(
        italic=True, font_color=MUTED, align="right", valign="bottom", bottom=2, bottom_color=GREEN
    )
    nothing = "Chưa ghi giấy chứng nhận nào ở trang «Công nhận»."
    formula = f'=IF(SUM(tblCongNhan[Thứ tự hạn])=0,"{nothing}","")'
    sheet.merge_range(CERTIFICATES_AT - 1, 5, CERTIFICATES_AT - 1, 9, "", note)
    sheet.write_formula(CERTIFICATES_AT - 1, 5, formula, note, "" if listed else nothing)


def _write_certificate(maker: SheetMaker, sheet: Any, row: int, number: int, found: Recognition | None) -> None:
    day = maker.styles.make(align="center", num_format="dd/mm/yyyy")
    stars = maker.styles.make(align="center", num_format='0" sao"')
    middle = maker.styles.make(align="center")
    sheet.set_row(row, 20 if found else 14)
    sheet.merge_range(row, 2, row, 3, "", maker.styles.make())
    window = renewal_window(found.ends) if found and found.ends else (None, None)
    product = _product_name(maker, found)
    cells: list[tuple[int, str, Any, object]] = [
        (1, "Thứ tự hạn", middle, number if found else ""),
        (2, "Tên sản phẩm", maker.styles.make(), product),
        (4, "Số sao", stars, found.stars if found else ""),
        (5, "Ngày cấp", day, _day(found.issued if found else None)),
        (6, "Ngày hết hạn", day, _day(found.ends if found else None)),
        (7, "Nộp lại từ ngày", day, _day(window[0])),
        (8, "Nộp lại đến ngày", day, _day(window[1])),
        (
            9,
            "Việc cần làm",
            maker.styles.make(align="center", bold=True),
            certificate_duty(found, maker.on) if found else "",
        ),
    ]
    for place, header, style, value in cells:
        formula = f'=IFERROR(INDEX(tblCongNhan[{header}],MATCH({number},tblCongNhan[Thứ tự hạn],0)),"")'
        sheet.write_formula(row, place, formula, style, value)


def _day(value: Any) -> object:
    return serial_of(value) if value else ""


def _product_name(maker: SheetMaker, found: Recognition | None) -> str:
    from ocop_xl.programme.live import live_value

    return str(live_value(found, "product_name", maker.book, maker.on)) if found else ""


def _write_ways(maker: SheetMaker, sheet: Any) -> None:
    """A column of links: the way to every sheet."""
    _section(maker, sheet, 4, "ĐI TỚI TRANG", 11, 11)
    for at, name in enumerate(places_to_go(), 4):
        style = maker.styles.make(font_color=GREEN, underline=1, indent=1)
        sheet.write_url(at, 11, f"internal:{quoted(name)}!A1", style, name)
