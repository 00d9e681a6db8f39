"""Changes into the open workbook: journal first, then one block a table; nothing at all if one cell does not fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, auto
from typing import Any

from ocop_xl.changes.change import Change, Formula, Value, with_keys
from ocop_xl.changes.fits import misfit
from ocop_xl.changes.journal import Line, line_of
from ocop_xl.changes.unread import refuse_if_unread
from ocop_xl.changes.wording import COMPUTED, as_cell, is_blank
from ocop_xl.desks.blocks import Piece, bridged, hull, pieces, runs
from ocop_xl.desks.cells import looks_like_more
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.frame_rows import frame_row, is_frame
from ocop_xl.desks.journal import Journal
from ocop_xl.desks.known_tables import TOTALS_ROW
from ocop_xl.desks.live_book import LiveBook, LiveTable
from ocop_xl.errors import Refusal
from ocop_xl.model import table_named
from ocop_xl.model.column import LONGEST_TEXT, Column, Kind
from ocop_xl.sheets.area import Area, column_index
from ocop_xl.sheets.building.style import number_format
from ocop_xl.sheets.reading.flaws import Flaw, cell_in_words

_TEXT = "@"
_SPARE_BLOCKS = 2
"""Blocks beyond one a table that are cheaper than looking at what lies between the cells."""


class Computed(Enum):
    """What becomes of a cell that holds a formula: nothing at all is written, only the cell is left, it is replaced."""

    REFUSED = auto()
    LEFT = auto()
    REPLACED = auto()


class _Work:
    """What is to be written into one table; `bottom` is where it must end, `formulas` what its cells hold now."""

    def __init__(self, table: LiveTable) -> None:
        self.table = table
        self.cells: dict[tuple[int, int], Any] = {}
        self.lines: dict[tuple[int, int], Line] = {}
        self.columns: dict[int, Column] = {}
        self.bottom = table.area.bottom
        self.formulas: Mapping[tuple[int, int], str] = {}


def apply(
    desk: Desk,
    live: LiveBook,
    changes: Sequence[Change],
    action: str,
    computed: Computed = Computed.REFUSED,
    notes: Sequence[Line] = (),
) -> int:
    """Write the changes; returns how many cells. `notes` are lines of the journal for cells that stay.

    Raises `Refusal`, and writes nothing, when one of them cannot be.
    """
    refuse_if_unread(live.book, changes)
    works: dict[str, _Work] = {}
    for name in dict.fromkeys(change.table for change in changes):
        spec = table_named(name)
        table = live.tables.get(spec.row_type)
        if table is None or not (spec.form or table.name):
            raise Refusal(f"Sổ không còn bảng của trang «{spec.sheet}»; hãy lấy lại từ bản sao lưu.")
        works[name] = _Work(table)
        _plan(live, works[name], [change for change in changes if change.table == name])
    for work in works.values():
        desk.refuse_if_locked(work.table.sheet)
        _look_again(desk, work, computed)
    lines = [line for work in works.values() for line in work.lines.values()]
    if not lines and not notes:
        return 0
    with Journal(desk).run(action, [*lines, *notes]):
        for work in works.values():
            table = work.table
            desk.show_all_rows(table.sheet, table.name)
            if work.bottom > table.area.bottom:
                typed = [place for _, place in table.inputs]
                desk.resize(table.sheet, table.name, table.area, work.bottom, typed)
        for work, found in _blocks(list(works.values())):
            _write(desk, work, found)
    return len(lines)


def _plan(live: LiveBook, work: _Work, changes: Sequence[Change]) -> None:
    """Where each change goes, and its line for the journal with what the cell holds now."""
    table, spec = work.table, work.table.spec
    rows = row_numbers(live, table)
    free = iter(table.blank_rows())
    framed = {change.row_id for change in changes if is_frame(change.row_id)}
    places: dict[tuple[str, str], tuple[int, int]] = {}
    full = with_keys(changes, rows.keys() | framed, spec.key)
    for change in full:
        column = spec.by_header(change.column)
        if change.row_id not in rows:
            rows[change.row_id] = frame_row(change.row_id, table) or next(free, 0) or _row_below(table, work)
        at, place = places[change.row_id, change.column] = _place(live, table, column, rows[change.row_id])
        work.lines[at, place] = line_of(change, column, cell_in_words(table.cell(at, place), column))
        work.cells[at, place] = _shown(change, column)
        work.columns[place] = column
    other = misfit(full, lambda change: _now(live, table, change, places[change.row_id, change.column]))
    if other is not None:
        where = _ref(*places[other.row_id, other.column])
        raise Refusal(f"Ô {where} trang «{table.sheet}» không còn như lúc xem; hãy bấm lại để làm trên số liệu mới.")


def _now(live: LiveBook, table: LiveTable, change: Change, place: tuple[int, int]) -> tuple[Value, Any]:
    """What the cell was read as, and what it holds."""
    value = live.book.value(table.spec, change.row_id, table.spec.by_header(change.column))
    return value, table.cell(*place)


def _shown(change: Change, column: Column) -> Any:
    """The new value as its cell holds it; refused if that is too long for one."""
    cell = as_cell(change.after, column)
    if isinstance(cell, str) and len(cell) > LONGEST_TEXT:
        raise Refusal(f"Nội dung của «{column.header}» dài hơn {LONGEST_TEXT} ký tự; hãy rút gọn rồi làm lại.")
    return cell


def row_numbers(live: LiveBook, table: LiveTable) -> dict[str, int]:
    """Row on the sheet by key; the first of equal keys, as everywhere. A form has one row without a key."""
    spec = table.spec
    if spec.form:
        return {"": 0}
    key = spec.key
    assert key is not None
    found: dict[str, int] = {}
    for row in live.book[spec.row_type]:
        name = getattr(row, key.attribute)
        if name is not None:
            found.setdefault(name, row.at)
    return found


def _row_below(table: LiveTable, work: _Work) -> int:
    """The table grows by a row, if nothing stands there."""
    if table.totals:
        raise Refusal(TOTALS_ROW.format(sheet=table.sheet))
    if not table.nothing_below():
        raise Refusal(
            f"Bảng ở trang «{table.sheet}» đã hết dòng trống và ngay dưới bảng có nội dung khác; "
            "hãy chuyển nội dung đó đi hoặc chèn thêm dòng vào cuối bảng rồi bấm lại."
        )
    work.bottom += 1
    return work.bottom


def _place(live: LiveBook, table: LiveTable, column: Column, row: int) -> tuple[int, int]:
    if table.spec.form:
        placement = live.book.placement(table.spec.row_type)
        rows = placement.rows or {}
        if column.attribute not in rows:
            raise Refusal(f"Trang «{table.sheet}» không có dòng «{column.header}»; hãy thêm lại dòng này.")
        return rows[column.attribute], column_index(placement.value_letters)
    place = table.places.get(column.attribute)
    if place is None:
        raise Refusal(f"Trang «{table.sheet}» không có cột «{column.header}»; hãy bấm «Sửa khung nhập» rồi làm lại.")
    return row, place


def _look_again(desk: Desk, work: _Work, computed: Computed) -> None:
    """The cells must still hold what was read, since the user may have typed while she was asked; none a formula."""
    table, area = work.table, hull(work.cells)
    block = desk.formulas(table.sheet, area)
    work.formulas = {
        (row, column): text for row, texts in enumerate(block, area.top) for column, text in enumerate(texts, area.left)
    }
    for at, place in list(work.cells):
        text, cell = work.formulas[at, place], table.cell(at, place)
        if text.startswith("=") and text != cell:
            if computed is Computed.REPLACED:
                work.lines[at, place] = work.lines[at, place]._replace(before=COMPUTED)
                continue
            if computed is Computed.REFUSED:
                raise Refusal(
                    f"Ô {_ref(at, place)} trang «{table.sheet}» là công thức; hãy thay bằng giá trị rồi bấm lại."
                )
            del work.cells[at, place], work.lines[at, place]
        elif not _same(cell, text):
            raise Refusal(
                f"Ô {_ref(at, place)} trang «{table.sheet}» vừa được sửa; hãy bấm lại để làm trên số liệu mới."
            )


def _same(cell: Any, text: str) -> bool:
    """Whether the formula bar shows what was read. Days stand there as numbers and are taken on trust."""
    if is_blank(cell):
        return not text.strip()
    if isinstance(cell, str):
        return text.removeprefix("'").strip() == cell.removeprefix("'").strip()
    if isinstance(cell, float) and not isinstance(cell, bool):
        try:
            return abs(float(text) - cell) <= abs(cell) * 1e-12
        except ValueError:
            return False
    return isinstance(cell, date | bool | Flaw) and bool(text)


def _blocks(works: list[_Work]) -> list[tuple[_Work, Piece]]:
    """One block a table where that can be done without touching what lies between; few blocks in any case."""
    found = [(work, pieces(work.cells)) for work in works if work.cells]
    too_many = sum(len(some) for _, some in found) > len(works) + _SPARE_BLOCKS
    written = []
    for work, some in found:
        whole = bridged(work.cells, _safe_between(work)) if too_many and len(some) > 1 else None
        written += [(work, piece) for piece in ([whole] if whole else some)]
    return written


def _safe_between(work: _Work) -> dict[tuple[int, int], Any]:
    """Cells that can be written again as they are: formulas of the model, and values that cannot turn into another."""
    table, safe = work.table, {}
    kinds = {
        table.places[column.attribute]: column for column in table.spec.columns if column.attribute in table.places
    }
    for (row, place), text in work.formulas.items():
        column, cell = kinds.get(place), table.cell(row, place)
        if column is None or (row, place) in work.cells:
            continue
        if column.live and text.startswith("="):
            safe[row, place] = Formula(text)
        elif not text.startswith("=") and _keeps(cell, column):
            safe[row, place] = cell
    return safe


def _keeps(cell: Any, column: Column) -> bool:
    figure = column.kind is Kind.DATE or (column.kind.is_number and column.kind is not Kind.PRODUCT_SET)
    if is_blank(cell):
        return cell in ("", None)
    if figure:
        return isinstance(cell, float | date) and not isinstance(cell, bool)
    return isinstance(cell, str) and not (looks_like_more(cell) and column.live)


def _write(desk: Desk, work: _Work, piece: Piece) -> None:
    """Numbers, days, formulas go into cells that are formatted for them: in a cell of text they would become text."""
    area, rows = piece
    for place in range(area.left, area.right + 1):
        column = work.columns.get(place)
        wanted = number_format(column) if column else _TEXT
        if wanted != _TEXT:
            places = enumerate((cells[place - area.left] for cells in rows), area.top)
            for first, last in runs(
                [row for row, cell in places if (row, place) in work.cells and type(cell) is not str]
            ):
                desk.set_format(work.table.sheet, Area(first, place, last, place), wanted)
    desk.write(work.table.sheet, area, rows)


def _ref(row: int, place: int) -> str:
    return Area(row, place, row, place).ref.split(":")[0]
