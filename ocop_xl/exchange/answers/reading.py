"""An answer's workbook as the commune gets it: refused whole for anything that does not fit the package it is to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.answers import layout
from ocop_xl.exchange.answers.answer import About, Answer, NewRemark, Place, Result, understood
from ocop_xl.exchange.office_parts import dangers, formulas
from ocop_xl.exchange.verify import shown
from ocop_xl.model import Dossier, table_called
from ocop_xl.model.column import Column, Kind
from ocop_xl.office.container import MAX_FILE, Opened, unzipped
from ocop_xl.office.files import ANSWER, read_file
from ocop_xl.office.guard import open_package
from ocop_xl.office.sniff import ZIP_MAGIC
from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.records import NamedTuple
from ocop_xl.rules.keys import meant_key
from ocop_xl.rules.meant import nearest
from ocop_xl.sheets.importing.sources.cells import as_text
from ocop_xl.sheets.reading.coerce import coerce

_OFFICE = "[Content_Types].xml"
_Rows = Sequence[Sequence[Any]]


def read_answer(path: Path) -> Answer:
    """Raises a `Refusal` that says where, what and what to do."""
    return answer_in(read_file(path, MAX_FILE, ANSWER), path.name)


def is_answer(raw: bytes, name: str) -> bool:
    """By its hidden sheet: whether it is one that can be received is another question."""
    try:
        return layout.HIDDEN.encode() in Opened(name, raw).get("xl/workbook.xml", b"")
    except Refusal:
        return False


def answer_in(raw: bytes, name: str) -> Answer:
    """Of the workbook, or of a zip in which it lies beside papers: these are left there for people to open."""
    files = Opened(shown(name), raw) if raw.startswith(ZIP_MAGIC) else {}
    if not files or _OFFICE in files:
        return _in_workbook(raw, shown(name))
    workbooks = [one for one in files if one.lower().endswith(".xlsx")]
    if len(workbooks) != 1:
        raise ExchangeError(
            f"Tệp nén «{shown(name)}» có {len(workbooks)} tệp Excel, phải có đúng một tệp trả lời; "
            "hãy mở nén rồi chọn tệp tra-loi….xlsx."
        )
    beside = tuple(shown(one) for one in files if one != workbooks[0])
    return _in_workbook(files[workbooks[0]], shown(workbooks[0]))._replace(beside=beside)


def _in_workbook(raw: bytes, name: str) -> Answer:
    sheets = _sheets(raw, name)
    hidden = [f"{row[0]}" for row in sheets[layout.HIDDEN] if row]
    about = understood("".join(hidden[1:]), hidden[0] if hidden else "", name)
    at = _Reading(name, about)
    front = sheets[layout.FRONT]
    day = at.cell(layout.FRONT, layout.DAY_AT, _on_front(front, layout.DAY_AT), Column(layout.DAY, Kind.DATE))
    if day is None:
        raise at.refusal(layout.FRONT, layout.DAY_AT, f"chưa ghi «{layout.DAY}»")
    by = as_text(_on_front(front, layout.BY_AT))[:200]
    return Answer(
        about,
        day,
        by,
        tuple(at.results(sheets[layout.RESULTS])),
        tuple(at.remarks(sheets[layout.REMARKS])),
        tuple(at.closed(sheets[layout.EARLIER])),
    )


def _sheets(raw: bytes, name: str) -> dict[str, _Rows]:
    """The five sheets; nothing in the file may run, reach out or be computed."""
    open_package(raw, name)
    parts = unzipped(name, raw)
    if what := ", ".join(dict.fromkeys([*dangers(parts), *formulas(parts)])):
        raise ExchangeError(f"Tệp trả lời «{name}» có {what}: chưa nhận gì. Hãy xin lại tệp chỉ gõ giá trị từ tỉnh.")
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(raw))
        wanted = (layout.FRONT, layout.RESULTS, layout.REMARKS, layout.EARLIER, layout.HIDDEN)
        if missing := [sheet for sheet in wanted if sheet not in workbook.sheet_names]:
            raise ExchangeError(
                f"«{name}» không phải tệp trả lời của tỉnh (thiếu trang «{missing[0]}»); "
                "hãy chọn đúng tệp tra-loi….xlsx."
            )
        return {sheet: workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in wanted}
    except CalamineError as problem:
        raise ExchangeError(f"Không đọc được tệp trả lời «{name}»; hãy xin lại tệp từ tỉnh.") from problem


def _on_front(front: _Rows, at: int) -> Any:
    return front[at][1] if len(front) > at and len(front[at]) > 1 else ""


class _Line(NamedTuple):
    """A line of a list with something in it: its number from 0, its cells, as many as the list has columns."""

    at: int
    cells: Sequence[Any]


class _Reading:
    """The lists of one answer; every refusal says the file, the sheet and the line."""

    def __init__(self, name: str, about: About) -> None:
        self._name, self._about = name, about

    def refusal(self, sheet: str, at: int, what: str) -> ExchangeError:
        return ExchangeError(
            f"Tệp trả lời «{self._name}», trang «{sheet}», dòng {at + 1}: {what}. Chưa nhận gì vào sổ; hãy sửa ở tệp "
            "ấy, hoặc báo tỉnh gửi lại, rồi nhận lại."
        )

    def cell(self, sheet: str, at: int, cell: Any, column: Column) -> Any:
        """The value of a typed cell, None for a blank one."""
        values, problems = coerce(column, [cell])
        value = values[0]
        if problems:
            raise self.refusal(sheet, at, f"«{column.header}» ghi “{shown(as_text(cell))}” không đọc được")
        if column.choices and value is not None and value not in column.choices:
            raise self.refusal(sheet, at, f"«{column.header}» phải là một trong: {', '.join(column.choices.values)}")
        if isinstance(value, int | float) and not column.holds(value):
            raise self.refusal(sheet, at, f"«{column.header}» phải từ {column.minimum:g} đến {column.maximum:g}")
        if isinstance(value, str) and len(value) > layout.LONGEST_REMARK:
            raise self.refusal(sheet, at, f"«{column.header}» dài quá {layout.LONGEST_REMARK} chữ")
        return value

    def results(self, rows: _Rows) -> Iterator[Result]:
        known = self._about.said.get(Dossier, {})
        seen: set[str] = set()
        for line in self._lines(rows, layout.RESULTS, layout.RESULT_COLUMNS):
            row_id = as_text(line.cells[0])
            if row_id not in known or row_id in seen:
                what = "lặp lại" if row_id in seen else "không có trong gói"
                raise self.refusal(layout.RESULTS, line.at, f"hồ sơ “{shown(row_id)}” {what}")
            seen.add(row_id)
            found = self._filled(line, layout.RESULTS, layout.RESULT_COLUMNS, len(layout.DOSSIER_SHOWN))
            cells, decision = (
                {column.attribute: found[column] for column in group if column in found}
                for group in (layout.DOSSIER_CELLS, layout.DECISION_CELLS)
            )
            if found:
                yield Result(row_id, cells, decision)

    def _filled(self, line: _Line, sheet: str, columns: Sequence[Column], first: int) -> dict[Column, Any]:
        """What is typed in a line from the column `first` on."""
        values = {
            columns[place]: self.cell(sheet, line.at, line.cells[place], columns[place])
            for place in range(first, len(columns))
        }
        return {column: value for column, value in values.items() if value is not None}

    def remarks(self, rows: _Rows) -> Iterator[NewRemark]:
        lines = list(self._lines(rows, layout.REMARKS, layout.REMARK_COLUMNS))
        if len(lines) > layout.MOST_REMARKS:
            raise self.refusal(layout.REMARKS, layout.MOST_REMARKS, f"quá {layout.MOST_REMARKS} ý kiến")
        for line in lines:
            place = Place(*(as_text(cell) for cell in line.cells[:3]))
            text = self.cell(layout.REMARKS, line.at, line.cells[3], layout.REMARK_COLUMNS[3])
            if text is None:
                raise self.refusal(layout.REMARKS, line.at, "chưa ghi ý kiến")
            yield NewRemark(self._proved(place, line.at), text)

    def closed(self, rows: _Rows) -> Iterator[str]:
        last = len(layout.EARLIER_SHOWN)
        for line in self._lines(rows, layout.EARLIER, layout.EARLIER_COLUMNS):
            if self.cell(layout.EARLIER, line.at, line.cells[last], layout.CLOSE):
                yield as_text(line.cells[0])

    def _lines(self, rows: _Rows, sheet: str, columns: Sequence[Column]) -> Iterator[_Line]:
        heads = [as_text(cell) for cell in rows[layout.FIRST - 1]] if len(rows) >= layout.FIRST else []
        if heads[: len(columns)] != [column.header for column in columns]:
            raise self.refusal(sheet, layout.FIRST - 1, "tên cột đã bị sửa, thêm hoặc xóa")
        for at, row in enumerate(rows[layout.FIRST :], layout.FIRST):
            cells = [*row, *[""] * len(columns)][: len(columns)]
            if any(as_text(cell) for cell in cells):
                yield _Line(at, cells)

    def _proved(self, place: Place, at: int) -> Place:
        """The place as the package has it, whose columns are those of a package: no private one is among them."""
        if not place.sheet:
            if place.row_id or place.header:
                raise self.refusal(layout.REMARKS, at, "có mã dòng hoặc cột mà chưa chọn trang")
            return place
        spec = table_called(place.sheet)
        if spec is None or spec.row_type not in self._about.said:
            raise self.refusal(layout.REMARKS, at, f"không có trang “{shown(place.sheet)}”")
        rows = self._about.said[spec.row_type]
        if place.row_id and place.row_id not in rows:
            raise self.refusal(
                layout.REMARKS,
                at,
                _unknown(f"trang «{spec.sheet}» không có dòng", place.row_id, meant_key(place.row_id, rows)),
            )
        headers = [column.header for column in TO_PROVINCE.columns(spec)]
        if place.header and place.header not in headers:
            raise self.refusal(
                layout.REMARKS,
                at,
                _unknown(f"trang «{spec.sheet}» không có cột", place.header, nearest(place.header, headers)),
            )
        return place


def _unknown(what: str, typed: str, close: str | None) -> str:
    return f"{what} “{shown(typed)}”" + (f", có phải “{close}”" if close else "")
