"""Which formulas of a commune's own may go along: those that name only what stands at the same place afterwards."""

from __future__ import annotations

import re

from ocop_xl.model import ALL_TABLES, spec_of

_TEXTS = re.compile(r'"(?:[^"]|"")*"')
_PLACE = re.compile(r"\$?[A-Z]{1,3}\$?\d+\b|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}\b|\$?\d+:\$?\d+\b")
_OUTSIDE = re.compile(r"[!|]|\[\d+\]|\b(?:WEBSERVICE|HYPERLINK|CALL|DDE|RTD|INDIRECT|FILTERXML)\s*\(", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[@?\[?([^\[\]#@]+)\]")
_TABLE = re.compile(r"\b([A-Za-z_]\w*)\s*\[")


def stays_in_its_row(formula: str) -> bool:
    """A formula of an own column: it may name columns of our tables, and no cell by its place."""
    bare = _TEXTS.sub('""', formula)
    if _OUTSIDE.search(bare):
        return False
    headers = set(_IN_BRACKETS.findall(bare))
    bare = re.sub(r"\[[^\]]*\]+", "[]", bare)
    return not _PLACE.search(bare) and headers <= _HEADERS and _names_our_tables(formula)


def stays_on_its_sheet(formula: str) -> bool:
    """A formula of an own sheet: it may name cells of that sheet and columns of our tables."""
    bare = _TEXTS.sub('""', formula)
    return not _OUTSIDE.search(bare) and set(_IN_BRACKETS.findall(bare)) <= _HEADERS and _names_our_tables(bare)


def _names_our_tables(formula: str) -> bool:
    return {name.casefold() for name in _TABLE.findall(formula)} <= _TABLES


_HEADERS = frozenset(column.header for kind in ALL_TABLES for column in spec_of(kind).columns)
_TABLES = frozenset(spec_of(kind).name.casefold() for kind in ALL_TABLES)
