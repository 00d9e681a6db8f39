"""The province's workbook, written while the communes pass by one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from ocop_xl.province.choosing import Judged
from ocop_xl.province.gathering import Gathered
from ocop_xl.province.head import Cell
from ocop_xl.province.reduced import Added
from ocop_xl.province.summary.analyses import COUNTED, Counted
from ocop_xl.province.summary.analysis_sheet import NAME as ANALYSIS_SHEET
from ocop_xl.province.summary.analysis_sheet import WHAT as ANALYSED
from ocop_xl.province.summary.analysis_sheet import fill_analyses
from ocop_xl.province.summary.doubles import Double, Doubles
from ocop_xl.province.summary.judgements import Judgement
from ocop_xl.province.summary.layout import ASIDE, DOUBLES, LAYOUTS, SOURCES
from ocop_xl.province.tables.front import Block, Listed, fill_front, of_files
from ocop_xl.province.tables.streamed import TableSheet
from ocop_xl.province.taken import FINDINGS
from ocop_xl.sheets.building.cells import FittedSheet
from ocop_xl.sheets.building.style import Styles
from ocop_xl.sheets.vocabulary import PROVINCE_FRONT

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def summary_workbook(gathered: Gathered, on: date, judgements: Mapping[str, Judgement]) -> bytes:
    """The `.xlsx`: values only. Same files, same day, same judgements: same bytes."""
    memory = BytesIO()
    workbook = xlsxwriter.Workbook(memory, _OPTIONS)
    workbook.set_properties({"title": "Tổng hợp OCOP các xã", "created": datetime(on.year, on.month, on.day)})
    workbook.set_size(24000, 14000)
    styles = Styles(workbook)
    cover = workbook.add_worksheet(PROVINCE_FRONT, worksheet_class=FittedSheet)
    analysis = workbook.add_worksheet(ANALYSIS_SHEET, worksheet_class=FittedSheet)
    sheets = {one.name: TableSheet(workbook, styles, one, PROVINCE_FRONT) for one in LAYOUTS}
    counted = [Counted(one) for one in COUNTED]
    doubles = Doubles()
    for file in (one for one in gathered.judged if one.used):
        added = gathered.added_by(file)
        _add_rows(sheets, file, added)
        doubles.add(file.head, file.name, added.known)
        for one, sums in zip(counted, added.sums, strict=True):
            one.add(sums)
    *charted, by_commune, late = counted
    fill_analyses(workbook, analysis, styles, charted, PROVINCE_FRONT)
    for one in (by_commune, late):
        sheets[one.analysis.title].add_all([line, *figures] for line, figures in one.lines())
    sheets[DOUBLES].add_all(_double(one, judgements) for one in doubles.pairs())
    sheets[ASIDE].add_all(_aside(one) for one in gathered.judged if not one.used)
    sheets[SOURCES].add_all(_source(one) for one in gathered.judged if one.used)
    listed = [Listed(ANALYSIS_SHEET, len(charted), ANALYSED)]
    listed += [Listed(one.name, sheets[one.name].close(), one.what) for one in LAYOUTS]
    blocks = (of_files(gathered.judged, f"lý do ở trang «{ASIDE}»"), _figures(by_commune))
    purpose = f"Tính đến ngày {on:%d/%m/%Y}; bảng chỉ có giá trị, số liệu do các xã gửi."
    fill_front(cover, styles, _title(gathered.judged), purpose, blocks, listed)
    workbook.close()
    return memory.getvalue()


def _add_rows(sheets: Mapping[str, TableSheet], file: Judged, added: Added) -> None:
    for name, rows in added.rows.items():
        sheets[name].add_ready((file.head.commune_code, file.head.commune, file.name), rows)


_NOTES = {
    "Sản phẩm tham gia": "sản phẩm đang tham gia Chương trình vào ngày tính; hạng theo giấy chứng nhận còn hiệu lực",
    "Chủ thể": "có sản phẩm đang tham gia",
    "Dự kiến": "triệu đồng, cộng các năm",
    "Được giao": "triệu đồng, cộng các năm",
    "Đã chi": "triệu đồng, cộng các năm",
    "Lỗi": f"trong sổ của các xã, xem trang «{FINDINGS}»",
}
"""What has to be said beside a figure of the front."""


def _figures(by_commune: Counted) -> Block:
    sums = [("Xã, phường đã dùng", float(len(by_commune.lines()))), *by_commune.sums()]
    return Block(("SỐ LIỆU CHUNG", "Số", "Ghi chú"), [(name, sum_, _NOTES.get(name, "")) for name, sum_ in sums])


def _title(judged: Sequence[Judged]) -> str:
    """By the province, if all that are used are of one."""
    provinces = {one.head.province for one in judged if one.used and one.head.province}
    return f"TỔNG HỢP OCOP TỈNH {provinces.pop().upper()}" if len(provinces) == 1 else "TỔNG HỢP OCOP CÁC XÃ"


def _double(one: Double, judgements: Mapping[str, Judgement]) -> list[Cell]:
    first, second = one.one, one.other
    known = judgements.get(one.mark, Judgement())
    sides = [fact for side in (first, second) for fact in (side.name, side.key, *side.origin[1:])]
    return [one.what, one.why, *sides, known.said, known.note, one.mark]


def _aside(one: Judged) -> list[Cell]:
    head = one.head
    commune = f"{head.commune} ({head.commune_code})" if head.commune_code else None
    return [one.name, commune, str(one.fate), one.why]


def _source(one: Judged) -> list[Cell]:
    head = one.head
    found = head.findings
    return [
        head.commune_code, head.commune, one.name, head.kind, head.code, head.made, head.software, head.model,
        found.get("error", 0), found.get("warning", 0), one.why, head.sum,
    ]  # fmt: skip
