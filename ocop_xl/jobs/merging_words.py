"""A comparison and a merge in words: rows as people call them, cells by their headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ocop_xl.changes.contents import UNSAID, Cells, Contents
from ocop_xl.changes.diff import Difference, RowDiff
from ocop_xl.changes.merging.conflict import Cell, Clash, Conflict
from ocop_xl.changes.merging.merge import Merged
from ocop_xl.changes.wording import in_words
from ocop_xl.jobs.copies import Copy, apart
from ocop_xl.jobs.merging import Merging
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import TableSpec, spec_of

_BLANK, _NOT_THERE = "(trống)", "(không có dòng này)"


def value_in_words(value: Any, column: Column) -> str:
    return "(không nói)" if value is UNSAID else in_words(value, column) or _BLANK


def row_in_words(spec: TableSpec, row_id: str, *rows: Cells | None) -> str:
    """`SP07 «Tôm khô»`: the key, and the longest text of what the row says that it is about; "" of a form's one row."""
    row = next(filter(None, rows), None)
    texts = [
        cell
        for column, cell in zip(spec.inputs, row or (), strict=bool(row))
        if column.names and isinstance(cell, str) and column.kind is not Kind.REF and not column.personal
    ]
    return " ".join([*([row_id] if row_id else []), *(f"«{text}»" for text in sorted(texts, key=len)[-1:])])


def diff_in_words(rows: Iterable[RowDiff]) -> Iterator[str]:
    """By sheet: a line for each row, and below one that was changed a line for each cell."""
    for sheet, found in groupby(rows, key=lambda row: row.spec.sheet):
        yield f"{sheet}:"
        for row in found:
            yield f"  {row.kind}: {row_in_words(row.spec, row.row_id, row.after, row.before)}".removesuffix(": ")
            yield from _cells_in_words(row)


def _cells_in_words(row: RowDiff) -> Iterator[str]:
    cells = [(row.spec.by_header(change.column), change.before, change.after) for change in row.changes("")]
    if row.kind is Difference.CHANGED:
        for column, before, after in cells:
            yield f"      {column.header}: {value_in_words(before, column)} → {value_in_words(after, column)}"
    elif row.kind is Difference.ADDED:
        rest = [
            f"{column.header}: {value_in_words(after, column)}"
            for column, _, after in cells
            if column is not row.spec.key
        ]
        yield f"      {'; '.join(rest)}"


def counts_in_words(rows: Iterable[RowDiff]) -> str:
    """`sửa 2 dòng, thêm 1 dòng`"""
    kinds = [row.kind for row in rows]
    return ", ".join(
        f"{kind.split()[0]} {kinds.count(kind)} dòng"
        for kind in (Difference.CHANGED, Difference.ADDED, Difference.REMOVED)
        if kind in kinds
    )


def base_in_words(found: Merging) -> str:
    if found.base:
        return f"Gốc chung của hai bản: {found.base.where}."
    return (
        "⚠ Không có gốc chung (trang ẩn «_ocop» của một bản đã mất, hoặc chưa từng có): không biết ai đã sửa ô nào, "
        "xóa dòng nào, nên chỗ nào hai bản khác nhau cũng hỏi và không dòng nào bị xóa."
    )


def apart_in_words(*copies: Copy) -> Iterator[str]:
    """Rows that take no part, before anything else."""
    for copy, one in apart(*copies):
        spec = spec_of(one.kind)
        why = f"trùng mã {one.row_id}" if one.row_id else "không có mã"
        yield f"✘ Dòng {one.at} trang «{spec.sheet}» của «{copy.name}» đứng ngoài vì {why}; hãy sửa mã ở sổ ấy."


def renumbered_in_words(merged: Merged) -> Iterator[str]:
    for one in merged.renumbered:
        if one.joined:
            yield f"{one.spec.sheet}: {one.before} của bản kia chính là {one.after} của bản này."
        else:
            yield f"{one.spec.sheet}: {one.before} của bản kia thành {one.after}; mọi chỗ ghi mã ấy đổi theo."


def broken_in_words(merged: Merged) -> Iterator[str]:
    """What each copy alone had whole."""
    for one in merged.broken:
        spec, row_id, column, value = one.reference
        where = f"{spec.sheet} {row_id} «{column.header}»"
        if one.other_id:
            yield f"⚠ {where}: “{value}” cũng đã ghi ở {one.other_id}; hãy xem có phải một không."
        else:
            yield f"⚠ {where}: không còn dòng mã {value}; hãy chọn mã khác hoặc giữ lại dòng ấy."


def asked_in_words(conflict: Conflict, merged: Contents) -> str:
    """What somebody has to decide, without the values."""
    cells = merged[conflict.spec.row_type].get(conflict.row_id)
    row = f"{conflict.spec.sheet} {row_in_words(conflict.spec, conflict.row_id, cells)}".rstrip()
    headers = ", ".join(f"«{cell.column.header}»" for cell in conflict.cells)
    if conflict.clash is Clash.DELETED:
        return f"{row}: {'bản này' if not conflict.has_mine else 'bản kia'} xóa dòng, bản còn lại đã sửa {headers}"
    if conflict.clash is Clash.USED:
        return (
            f"{row}: {'bản này' if not conflict.has_mine else 'bản kia'} xóa dòng, nhưng {conflict.other_id} còn dùng"
        )
    if conflict.clash is Clash.ALIKE:
        rows = f"{conflict.spec.sheet} {conflict.row_id} của bản kia và {conflict.other_id} của bản này"
        return f"{rows}: một hay hai? Khác nhau ở {headers}"
    return f"{row}: {headers}"


def sides_in_words(conflict: Conflict) -> tuple[str, str, str]:
    """What the base, this copy and the other say, one cell a line where there are several."""
    cells = conflict.cells
    base = _side(cells, [cell.base for cell in cells]) if conflict.has_base else ""
    mine = _side(cells, [cell.mine for cell in cells]) if conflict.has_mine else _NOT_THERE
    theirs = _side(cells, [cell.theirs for cell in cells]) if conflict.has_theirs else _NOT_THERE
    return base if any(cell.base is not UNSAID for cell in cells) else "", mine, theirs


def _side(cells: Iterable[Cell], values: Iterable[Any]) -> str:
    pairs = list(zip(cells, values, strict=True))
    if len(pairs) == 1:
        return value_in_words(pairs[0][1], pairs[0][0].column)
    return "; ".join(f"{cell.column.header}: {value_in_words(value, cell.column)}" for cell, value in pairs)
