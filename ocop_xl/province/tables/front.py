"""«Tổng hợp các xã»: what this workbook is made of, its main figures, and the way to every sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_xl.province.choosing import Fate, Judged
from ocop_xl.sheets.building.cells import fit_height
from ocop_xl.sheets.building.style import GREEN, LINE, LIVE, Styles
from ocop_xl.sheets.vocabulary import quoted

_WIDTHS = (34, 18, 78)
_FIGURES = {
    "Sản phẩm tham gia": "sản phẩm đang tham gia Chương trình vào ngày tính; hạng theo giấy chứng nhận còn hiệu lực",
    "Chủ thể": "có sản phẩm đang tham gia",
    "Dự kiến": "triệu đồng, cộng các năm",
    "Được giao": "triệu đồng, cộng các năm",
    "Đã chi": "triệu đồng, cộng các năm",
    "Lỗi": "trong sổ của các xã, xem trang «Phát hiện»",
}
"""What has to be said beside a figure."""


class Listed(NamedTuple):
    """A sheet on the cover: how many lines it has and what it is for."""

    name: str
    rows: int
    what: str


def fill_cover(
    sheet: Any,
    styles: Styles,
    title: str,
    on: date,
    judged: Sequence[Judged],
    figures: Sequence[tuple[str, float]],
    sheets: Sequence[Listed],
) -> None:
    sheet.hide_gridlines(2)
    sheet.set_tab_color(GREEN)
    sheet.set_default_row(20)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.set_row(0, 32)
    sheet.write_string(0, 0, title, styles.title)
    sheet.write_string(
        1, 0, f"Tính đến ngày {on:%d/%m/%Y}; bảng chỉ có giá trị, số liệu do các xã gửi.", styles.purpose
    )
    at = _lines(sheet, styles, 3, ("TỆP ĐÃ NHẬN", "Số tệp", "Ghi chú"), _of_files(judged))
    whole = [(name, figure, _FIGURES.get(name, "")) for name, figure in figures]
    at = _lines(sheet, styles, at + 1, ("SỐ LIỆU CHUNG", "Số", "Ghi chú"), whole)
    at = _heading(sheet, styles, at + 1, ("CÁC TRANG", "Số dòng", "Nội dung"))
    link = styles.make(font_color=GREEN, underline=1, border=1, border_color=LINE)
    for one in sheets:
        sheet.write_url(at, 0, f"internal:{quoted(one.name)}!A1", link, one.name)
        _figure(sheet, styles, at, one.rows)
        sheet.write_string(at, 2, one.what, styles.make(border=1, border_color=LINE, text_wrap=True))
        fit_height(sheet, at + 1, [(one.what, _WIDTHS[2])])
        at += 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")
    sheet.activate()


def _of_files(judged: Sequence[Judged]) -> list[tuple[str, float, str]]:
    """The sum of the lines below the first is the first."""
    fates = Counter(one.fate for one in judged)
    said = {
        Fate.USED: "mỗi xã một tệp; danh sách ở trang «Nguồn»",
        Fate.REFUSED: "lý do từng tệp ở trang «Không nhận được»",
    }
    rest = [(str(fate), fates[fate], said.get(fate, "xem trang «Không nhận được»")) for fate in Fate if fates[fate]]
    return [("Tất cả các tệp", len(judged), "gồm cả tệp nằm trong tệp nén"), *rest]


def _lines(
    sheet: Any, styles: Styles, at: int, heading: tuple[str, str, str], lines: Sequence[tuple[str, float, str]]
) -> int:
    at = _heading(sheet, styles, at, heading)
    label = styles.make(bold=True, bg_color=LIVE, border=1, border_color=LINE, text_wrap=True)
    for name, figure, note in lines:
        sheet.write_string(at, 0, name, label)
        _figure(sheet, styles, at, figure)
        sheet.write_string(at, 2, note, styles.make(border=1, border_color=LINE, text_wrap=True))
        at += 1
    return at


def _figure(sheet: Any, styles: Styles, at: int, figure: float) -> None:
    sheet.write_number(at, 1, figure, styles.make(border=1, border_color=LINE, align="center", num_format="#,##0.##"))


def _heading(sheet: Any, styles: Styles, at: int, words: tuple[str, str, str]) -> int:
    for place, text in enumerate(words):
        sheet.write_string(at, place, text, styles.header())
    return at + 1
