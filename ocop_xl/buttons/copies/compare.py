"""«So hai sổ»: in what another workbook differs from the open one, on a sheet that stays."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.buttons.copies.other_copy import mine, pick_other
from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.changes.diff import RowDiff
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.page import page
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.jobs.copies import are_copies, differences, read_copy, refuse_other_shapes
from ocop_xl.jobs.merging_words import apart_in_words, counts_in_words, row_in_words, value_in_words
from ocop_xl.sheets.vocabulary import RESULT

_WIDTHS = {"Trang": 16, "Dòng": 30, "Việc": 12, "Cột": 24}
_LONGEST = 34


def run(desk: Desk) -> Outcome:
    source = pick_other(desk, "Chọn sổ để so với sổ đang mở")
    if source is None:
        return NOTHING_DONE
    here, there = mine(desk, read_whole(desk)), read_copy(source)
    refuse_other_shapes(here, there)
    found = differences(here, there)
    strange = [] if are_copies(here, there) else ["⚠ Có vẻ hai sổ khác nhau, không phải hai bản sao của một sổ."]
    told = "\n".join(["", *strange, *apart_in_words(here, there)])
    if not found:
        return Outcome(f"Sổ đang mở và «{there.name}» không khác nhau ở ô nào đã gõ.{told}")
    headers = {**_WIDTHS, "Sổ đang mở": _LONGEST, f"«{there.name}»"[:60]: _LONGEST}
    with page(desk, RESULT, headers, list(_rows(found))) as shown:
        shown.stays = True
    return Outcome(f"Từ sổ đang mở sang «{there.name}»: {counts_in_words(found)}; xem trang «{RESULT}».{told}")


def _rows(found: list[RowDiff]) -> Iterator[list[str]]:
    for row in found:
        name = row_in_words(row.spec, row.row_id, row.after, row.before)
        for change in row.changes(""):
            column = row.spec.by_header(change.column)
            if column is not row.spec.key:
                sides = [value_in_words(value, column) for value in (change.before, change.after)]
                yield [row.spec.sheet, name, row.kind, column.header, *sides]
