"""Answers that name several things: numbers of evidence lines, keys of rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.model import Book, Row, spec_of
from ocop_xl.model.keys import row_typed
from ocop_xl.model.table import R
from ocop_xl.programme.steps.question import Default
from ocop_xl.vietnamese import fold

NONE = "không"
"""The answer that says that there is none, which is more than no answer."""
_AND = "và"
_BETWEEN = re.compile(r"[,;\s]+")


def parts_of(text: str | None) -> list[str]:
    """`04, 12` → 04, 12; nothing for «không», with its marks or without, and for no answer."""
    said = (text or "").strip()
    return [] if fold(said) == fold(NONE) else [part for part in _BETWEEN.split(said) if part and part != _AND]


def evidence_numbers(text: str | None) -> set[int]:
    """The lines of Mẫu 02 that an answer names."""
    return {int(part) for part in parts_of(text) if part.isdecimal()}


def wrong_numbers(_book: Book, _row: Row, text: str) -> str:
    """What is wrong with such an answer."""
    known = {line.number for line in EVIDENCE_LINES}
    wrong = [part for part in parts_of(text) if not (part.isascii() and part.isdecimal() and int(part) in known)]
    if not wrong:
        return ""
    many = f"hãy ghi các số cách nhau dấu phẩy, hoặc «{NONE}»."
    return f"“{wrong[0]}” không phải số minh chứng (01 đến {max(known)}); {many}"


def rows_of(book: Book, kind: type[R], text: str | None) -> list[R]:
    """The rows that an answer names by their keys, each once."""
    found = (row_typed(book, kind, part) for part in dict.fromkeys(parts_of(text)))
    return [row for row in found if row is not None]


def wrong_keys(kind: type[Row]) -> Callable[[Book, Row, str], str]:
    """What is wrong with an answer that names rows of this table."""

    def problem(book: Book, _row: Row, text: str) -> str:
        unknown = [part for part in parts_of(text) if row_typed(book, kind, part) is None]
        sheet = spec_of(kind).sheet
        return f"trang «{sheet}» không có mã “{unknown[0]}”; hãy ghi các mã cách nhau dấu phẩy." if unknown else ""

    return problem


def keys_of(rows: Callable[[Book, Any, date], list[R]]) -> Default:
    """The keys of these rows, as the likely answer."""
    return lambda book, row, on: ", ".join(one.id for one in rows(book, row, on) if one.id) or None  # type: ignore[attr-defined]
