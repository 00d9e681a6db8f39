"""A change to one cell of the workbook: the one currency of imports, quick fixes, merges and undo."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

Value = str | int | float | date | None


class Change(NamedTuple):
    """Row `row_id` of table `table` (its Excel Table name) gets `after` in the column headed `column`.

    A row id that the table does not have yet means a new row. `before` is what the author of the change saw.
    """

    table: str
    row_id: str
    column: str
    before: Value
    after: Value
    why: str
