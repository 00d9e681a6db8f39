"""«Sửa nhanh»: findings that need no decision, shown first, then settled together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocop_xl.buttons.outcome import UNDO_HINT, Outcome, unless
from ocop_xl.changes.change import Change
from ocop_xl.changes.wording import in_words
from ocop_xl.desks.apply import Computed, apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook, LiveTable, read_live
from ocop_xl.desks.page import decided
from ocop_xl.model import table_named
from ocop_xl.model.column import Kind
from ocop_xl.rules.fixes import propose_fixes, tidied, twin_keys, why_untidy
from ocop_xl.sheets.vocabulary import PREVIEW

_HEADERS = {"Trang": 16, "Mã dòng": 10, "Cột": 22, "Đang là": 34, "Sẽ là": 34, "Vì sao": 44}


def run(desk: Desk) -> Outcome:
    desk.status("Đang đọc sổ…")
    live = read_live(desk)
    changes = all_fixes(live)
    if not changes:
        return Outcome(
            "✔ Không có gì để sửa nhanh. Những lỗi còn lại cần người quyết định: bấm «Kiểm tra toàn bộ».", quiet=True
        )
    question = f"Sửa {len(changes)} ô như ở trang «{PREVIEW}»? Sau khi sửa vẫn hoàn tác được."
    no = unless(decided(desk, question, _HEADERS, _rows(changes)))
    if no:
        return no
    done = apply(desk, live, changes, "Sửa nhanh", Computed.LEFT)
    left = f" Bỏ qua {len(changes) - done} ô vì là công thức." if done < len(changes) else ""
    return Outcome(f"Đã sửa {done} ô, ghi ở trang «Nhật ký».{left} {UNDO_HINT}")


def all_fixes(live: LiveBook) -> list[Change]:
    """What the rules propose, and cells whose text was read tidier than it is written."""
    found = propose_fixes(live.book)
    taken = {(change.table, change.row_id, change.column) for change in found}
    twins = twin_keys(live.book)
    for table in live.tables.values():
        if table.name and not table.spec.form:
            found += [
                change
                for change in _untidy_cells(live, table)
                if (change.table, change.row_id, change.column) not in taken
                and (change.table, change.row_id) not in twins
            ]
    return found


def _untidy_cells(live: LiveBook, table: LiveTable) -> Iterator[Change]:
    """The reader tidies what it reads; the workbook's own formulas see what is written."""
    spec, key = table.spec, table.spec.key
    assert key is not None
    for column, place in table.inputs:
        if column.kind not in (Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.REF, Kind.KEY, Kind.PHONE, Kind.EMAIL):
            continue
        for row in live.book[spec.row_type]:
            cell, row_id = table.cell(row.at, place), getattr(row, key.attribute)
            right = tidied(cell, column) if type(cell) is str else None
            if row_id is not None and right and right != cell:
                yield Change(spec.name, row_id, column.header, cell, right, why_untidy(cell))


def _rows(changes: Sequence[Change]) -> list[list[str]]:
    rows = []
    for change in changes:
        spec = table_named(change.table)
        before, after = str(change.before or ""), in_words(change.after, spec.by_header(change.column))
        rows.append([spec.sheet, change.row_id, change.column, before, after, change.why])
    return rows
