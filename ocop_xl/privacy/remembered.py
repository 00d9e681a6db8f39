"""What of a book may be remembered inside the workbook after somebody has erased it from its cell: nothing personal."""

from __future__ import annotations

from functools import cache
from typing import Any

from ocop_xl.model.column import Column
from ocop_xl.model.table import TableSpec
from ocop_xl.privacy.masking import masked
from ocop_xl.privacy.profiles import is_private


def may_be_remembered(spec: TableSpec, column: Column, value: Any) -> bool:
    """No private column, and no text in which a telephone number, an e-mail address or a folder stands."""
    if is_private(spec, column):
        return False
    return not isinstance(value, str) or _is_harmless(value, column.attribute)


@cache
def _is_harmless(text: str, attribute: str) -> bool:
    """Asked once: a score sheet says the same few words in hundreds of cells."""
    return not masked(text, attribute)[1]
