"""Proposed rows and changes as an officer reads them in a console: sheet by sheet, every value under its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from ocop_xl.changes.change import Change
from ocop_xl.model import table_named
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.rules.rule import shown

_WIDTH = 100  # characters
_NO_BREAK = "\xa0"


def preview(rows: Iterable[Row], changes: Iterable[Change]) -> list[str]:
    """Lines: the new rows under the name of their sheet, then what changes in rows that the book has."""
    new: dict[str, dict[str, Row]] = {}
    for row in rows:
        new.setdefault(spec_of(type(row)).name, {})[f"{getattr(row, 'id', '')}"] = row
    changed: dict[str, list[Change]] = {}
    for change in changes:
        if change.row_id not in new.get(change.table, {}):
            changed.setdefault(change.table, []).append(change)
    lines = []
    for table, added in new.items():
        spec = table_named(table)
        lines.append(f"Thêm vào trang «{spec.sheet}» ({len(added)} dòng):")
        lines += [line for row_id, row in added.items() for line in _item("+", row_id, _cells(spec, row))]
    for table, found in changed.items():
        lines.append(f"Sửa ở trang «{table_named(table).sheet}» ({len(found)} ô):")
        lines += [line for change in found for line in _item("~", change.row_id, [_before_after(change)])]
    return lines


def _cells(spec: TableSpec, row: Row) -> Iterator[str]:
    for column in spec.inputs:
        value = getattr(row, column.attribute)
        if value is not None and column is not spec.key:
            yield f"«{column.header}»: {shown(value, column.kind)}"


def _before_after(change: Change) -> str:
    column = table_named(change.table).by_header(change.column)
    return f"«{column.header}»: {shown(change.before, column.kind)} → {shown(change.after, column.kind)}"


def _item(sign: str, row_id: str, cells: Iterable[str]) -> list[str]:
    """One entry; what is too long for a line goes on below, broken between cells as far as they are short."""
    glued = "; ".join(cell.replace(" ", _NO_BREAK) if len(cell) < _WIDTH // 2 else cell for cell in cells)
    lines = wrap(
        f"{sign} {row_id}{_NO_BREAK * 2}{glued}",
        _WIDTH,
        initial_indent="  ",
        subsequent_indent=" " * 6,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_NO_BREAK, " ") for line in lines]
