"""«Phân tích»: the analyses below one another, each a table with a native chart beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ocop_xl.province.summary.analyses import Analysis, Counted
from ocop_xl.sheets.building.cells import write_page_head, write_value
from ocop_xl.sheets.building.style import GREEN, LINE, Styles

NAME, WHAT = "Phân tích", "bảng và biểu đồ: nhóm, hạng, loại hình, năm, hạn giấy, sàn, kinh phí, chỉ tiêu"
_LINE_WIDTH, _FIGURE_WIDTH, _CHART_AT = 40, 12, 7
_CHART_ROWS, _BLOCKS_A_PAGE = 16, 2
_PALETTE = ("#B8860B", GREEN, "#5B8DB8", "#B9C2BC")
"""Charts are told apart by the order of their parts and their legend, never by colour alone."""
_LINE = {"border": 1, "border_color": LINE, "align": "left", "text_wrap": True}
_FIGURE = {"border": 1, "border_color": LINE, "num_format": "#,##0.##", "align": "center"}


def fill_analyses(workbook: Any, sheet: Any, styles: Styles, counted: Sequence[Counted], front: str) -> None:
    sheet.set_default_row(20)
    sheet.set_column(0, 0, _LINE_WIDTH)
    sheet.set_column(1, _CHART_AT - 2, _FIGURE_WIDTH)
    sheet.set_column(_CHART_AT - 1, _CHART_AT - 1, 2)
    write_page_head(sheet, styles, "PHÂN TÍCH", "Mỗi bảng có một dòng tiêu đề, dùng được ngay cho PivotTable.", front)
    at, breaks = 4, []
    for number, one in enumerate(counted):
        if number and number % _BLOCKS_A_PAGE == 0:
            breaks.append(at)
        at = _block(workbook, sheet, styles, one, at)
    sheet.set_h_pagebreaks(breaks)
    sheet.freeze_panes(3, 0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")


def _block(workbook: Any, sheet: Any, styles: Styles, counted: Counted, at: int) -> int:
    """Title, table, chart; gives the row where the next block may begin."""
    analysis, lines = counted.analysis, counted.lines()
    sheet.write_string(at, 0, analysis.title, styles.make(bold=True, font_size=13, font_color=GREEN))
    top, last = at + 1, at + 1 + max(1, len(lines))
    heads = [{"header": name, "header_format": styles.header()} for name in (analysis.line, *analysis.columns)]
    sheet.add_table(top, 0, last, len(heads) - 1, {"name": analysis.name, "style": None, "columns": heads})
    sheet.set_row(top, 36)
    for row, (line, figures) in enumerate(lines, top + 1):
        write_value(sheet, row, 0, int(line) if line.isdigit() else line, styles.make(**_LINE))
        for place, figure in enumerate(figures, 1):
            write_value(sheet, row, place, figure, styles.make(**_FIGURE))
    if not lines:
        sheet.write_string(top + 1, 0, "Chưa có số liệu", styles.make(italic=True))
    elif analysis.chart:
        sheet.insert_chart(at, _CHART_AT, _chart(workbook, analysis, len(lines), top), {"x_offset": 4, "y_offset": 2})
        last = max(last, at + _CHART_ROWS)
    return last + 2


def _chart(workbook: Any, analysis: Analysis, lines: int, top: int) -> Any:
    chart = workbook.add_chart({"type": "column"} | ({"subtype": "stacked"} if analysis.stacked else {}))
    first, last = top + 1, top + lines
    for place, name in enumerate(analysis.chart):
        column = 1 + analysis.columns.index(name)
        chart.add_series(
            {
                "name": [NAME, top, column],
                "categories": [NAME, first, 0, last, 0],
                "values": [NAME, first, column, last, column],
                "fill": {"color": _PALETTE[place % len(_PALETTE)]},
                "border": {"color": "#FFFFFF"},
                "gap": 60,
            }
        )
    chart.set_title({"name": analysis.title.capitalize(), "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "bottom"} if len(analysis.chart) > 1 else {"none": True})
    chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": LINE}}, "num_format": "#,##0"})
    chart.set_size({"width": 720, "height": 20 * _CHART_ROWS})
    return chart
