"""«Sửa khung nhập»: headers, formulas, formats and drop-downs put back after a paste; what was typed stays.

Only the table of the sheet on which the user stands, or all input tables from any other sheet. Drop-downs and looks
come from the table's own last blank row, which a paste seldom reaches. Rows in the workbook's own font keep their
looks: the colours there are the user's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome
from ocop_xl.changes.change import Change, Formula
from ocop_xl.changes.wording import is_blank
from ocop_xl.desks.apply import Computed, apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.frame_rows import HEADER, row_ids
from ocop_xl.desks.identity import write_identity
from ocop_xl.desks.live_book import LiveBook, LiveTable, read_live
from ocop_xl.jobs.remembering import remembered
from ocop_xl.office.passing import passing_folder
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import Severity
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.building.style import FONT, number_format
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import in_table

ACTION = "Sửa khung nhập"
_IDENTITY_MENDED = "Đã lập lại trang ẩn «_ocop» giữ mã sổ và nội dung gốc để ghép hai bản sao."


def run(desk: Desk) -> Outcome:
    desk.status("Đang đọc sổ…")
    live = read_live(desk)
    found = _tables_in_question(desk, live)
    tables = [_whole(live, table) for table in found]
    longer = [(old, new) for old, new in zip(found, tables, strict=True) if new.area != old.area]
    live.tables.update({table.spec.row_type: table for table in tables})
    changes = [change for table in tables for change in (*_headers(table), *_formulas(desk, live, table))]
    names = ", ".join(f"«{table.sheet}»" for table in tables)
    question = f"Đặt lại danh sách chọn và định dạng ở trang {names}; sửa {len(changes)} tiêu đề và ô công thức?"
    if longer:
        question += f" Bảng ở trang {', '.join(f'«{new.sheet}»' for _, new in longer)} dài thêm cho hết dòng đã gõ."
    if not tables or not desk.confirm(f"{question}\nCác ô đã gõ giữ nguyên."):
        return NOTHING_DONE
    for old, new in longer:
        desk.refuse_if_locked(old.sheet)
        desk.stretch(old.sheet, old.name, old.area, new.area.bottom)
    apply(desk, live, changes, ACTION, Computed.REPLACED)
    mended_identity = _mend_identity(desk)
    skipped = []
    for table in tables:
        desk.status(f"Đang sửa trang «{table.sheet}»…")
        desk.refuse_if_locked(table.sheet)
        desk.show_all_rows(table.sheet, table.name)
        if not _dress(desk, table):
            skipped.append(f"«{table.sheet}»")
    told = _told(live, tables, len(changes), skipped)
    return Outcome(f"{told}\n{_IDENTITY_MENDED}" if mended_identity else told)


def _mend_identity(desk: Desk) -> bool:
    """Whether the hidden sheet that says who the workbook is was lost or foreign; it is then made anew. A copy is read,
    since the file's own property has the id too."""
    with passing_folder() as folder:
        copy = folder / "so.xlsx"
        desk.save_copy(copy)
        book = read_book(copy)
    parted = any(fault.problem in ("identity_lost", "identity_foreign") for fault in book.frame)
    if parted:
        write_identity(desk, remembered(book))
    return parted


def _tables_in_question(desk: Desk, live: LiveBook) -> list[LiveTable]:
    whole = [table for table in live.tables.values() if table.name and not table.spec.form]
    selected = desk.selected
    here = [table for table in whole if selected is not None and table.sheet == selected[0]]
    return here or whole


def _whole(live: LiveBook, table: LiveTable) -> LiveTable:
    """The table with the rows typed right below it, and with columns whose header has been emptied."""
    top, left = table.area.top, table.area.left
    lowest = max((row.at for row in live.book[table.spec.row_type]), default=0)
    built = {column.attribute: left + at for at, column in enumerate(table.spec.columns)}
    emptied = {name: at for name, at in built.items() if name not in table.places and is_blank(table.cell(top, at))}
    inside = {name: at for name, at in emptied.items() if at <= table.area.right}
    area = table.area._replace(bottom=max(table.area.bottom, lowest))
    return table._replace(area=area, places=table.places | inside)


def _headers(table: LiveTable) -> Iterator[Change]:
    """Columns that were recognised although their header is not spelt as it should be."""
    for column in table.spec.columns:
        place = table.places.get(column.attribute)
        now = None if place is None else table.cell(table.area.top, place)
        if place is not None and now != column.header:
            before = now if isinstance(now, str) else None
            yield Change(table.spec.name, HEADER, column.header, before, column.header, "sửa khung nhập: tiêu đề cột")


def _formulas(desk: Desk, live: LiveBook, table: LiveTable) -> Iterator[Change]:
    """Cells of live columns that are no formulas any more."""
    computed = [(c, table.places[c.attribute]) for c in table.spec.columns if c.live and c.attribute in table.places]
    if not computed:
        return
    left, right = min(place for _, place in computed), max(place for _, place in computed)
    body = Area(table.area.top + 1, left, table.area.bottom, right)
    ids = row_ids(live, table)
    for row, texts in enumerate(desk.formulas(table.sheet, body), body.top):
        for column, place in computed:
            if not texts[place - left].startswith("="):
                formula = Formula(in_table(column.formula, table.spec.name))
                why = "sửa khung nhập: công thức"
                yield Change(table.spec.name, ids[row], column.header, None, formula, why)


def _lacking(live: LiveBook, tables: Sequence[LiveTable]) -> list[str]:
    """What no repair can bring back."""
    lines = [
        f"✘ Sổ không còn trang «{gap.spec.sheet}»; hãy lấy lại trang này từ bản sao của sổ."
        for gap in live.book.missing
        if gap.column is None
    ]
    for table in tables:
        lost = [f"«{column.header}»" for column in table.spec.inputs if column.attribute not in table.places]
        if lost:
            lines.append(
                f"✘ Trang «{table.sheet}» không còn cột {', '.join(lost)}; hãy chèn lại cột, gõ tên cột ở dòng tiêu đề."
            )
    return lines


def _dress(desk: Desk, table: LiveTable) -> bool:
    """False when the table has no blank row left to learn from."""
    blank = table.blank_rows()
    body = table.area._replace(top=table.area.top + 1)
    if blank:
        model = Area(blank[-1], table.area.left, blank[-1], table.area.right)
        desk.paste_like(table.sheet, model, body, "validation")
        for rows in _in_other_fonts(desk, table.sheet, body):
            desk.paste_like(table.sheet, model, rows, "formats")
    for column, place in ((c, table.places[c.attribute]) for c in table.spec.columns if c.attribute in table.places):
        desk.set_format(table.sheet, body._replace(left=place, right=place), number_format(column))
    return bool(blank)


def _in_other_fonts(desk: Desk, sheet: str, rows: Area) -> Iterator[Area]:
    """Rows that were pasted from elsewhere, found by halving: most tables are told in one question."""
    if desk.font(sheet, rows) == FONT:
        return
    if rows.top == rows.bottom:
        yield rows
        return
    middle = (rows.top + rows.bottom) // 2
    yield from _in_other_fonts(desk, sheet, rows._replace(bottom=middle))
    yield from _in_other_fonts(desk, sheet, rows._replace(top=middle + 1))


def _told(live: LiveBook, tables: Sequence[LiveTable], mended: int, skipped: Sequence[str]) -> str:
    names = {table.spec.name for table in tables}
    errors = [
        one for one in check(live.book, live.book.day(None)) if one.severity is Severity.ERROR and one.table in names
    ]
    told = [f"Đã sửa khung {len(tables)} trang ({mended} tiêu đề và ô công thức); các ô đã gõ giữ nguyên."]
    told += _lacking(live, tables)
    if skipped:
        told.append(f"Trang {', '.join(skipped)} không còn dòng trống nên chưa đặt lại được danh sách chọn.")
    if errors:
        told.append(f"Còn {sum(len(one.cells) for one in errors)} ô trái quy định, ví dụ {errors[0]}")
        told.append("Bấm «Kiểm tra toàn bộ» để xem từng ô.")
    if mended:
        told.append(f"{UNDO_HINT} Danh sách chọn và định dạng thì không trả lại.")
    return "\n".join(told)
