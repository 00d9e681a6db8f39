"""Which formulas of a commune's own may go along: those that name only what stands at the same place afterwards."""

from __future__ import annotations

import re
from collections.abc import Collection

from ocop_xl.model import ALL_TABLES, spec_of
from ocop_xl.sheets.renewing.made_by_us import our_names

_TEXTS = re.compile(r'"(?:[^"]|"")*"')
_PLACE = re.compile(r"\$?[A-Z]{1,3}\$?\d+\b|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}\b|\$?\d+:\$?\d+\b")
_OUTSIDE = re.compile(r"[!|]|\[\d+\]|\b(?:WEBSERVICE|HYPERLINK|CALL|DDE|RTD|INDIRECT|FILTERXML)\s*\(", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[@?\[?([^\[\]#@]+)\]")
_BRACKETS = re.compile(r"\[[^\]]*\]+")
_WORD = re.compile(r"(?<![\w.])(?!(?:TRUE|FALSE)\b)([^\W\d][\w.]*)(?![\w.]|\s*\()")


def stays_in_its_row(formula: str, names: Collection[str]) -> bool:
    """A formula of an own column: it may name columns of our tables and `names` that go along, no cell by its place."""
    bare = _TEXTS.sub('""', formula)
    if _OUTSIDE.search(bare):
        return False
    headers = set(_IN_BRACKETS.findall(bare))
    bare = _BRACKETS.sub("[]", bare)
    return not _PLACE.search(bare) and headers <= _HEADERS and _is_known(bare, names)


def stays_on_its_sheet(formula: str, names: Collection[str]) -> bool:
    """A formula of an own sheet: it may name cells of that sheet, columns of our tables and `names` that go along."""
    bare = _TEXTS.sub('""', formula)
    if _OUTSIDE.search(bare) or not set(_IN_BRACKETS.findall(bare)) <= _HEADERS:
        return False
    return _is_known(_PLACE.sub("", _BRACKETS.sub("[]", bare)), names)


def _is_known(bare: str, names: Collection[str]) -> bool:
    """Whether all tables and names in it will be there; functions always are."""
    known = {*_TABLES, *our_names(), *(name.casefold() for name in names)}
    return {word.casefold() for word in _WORD.findall(bare)} <= known


_HEADERS = frozenset(column.header for kind in ALL_TABLES for column in spec_of(kind).columns)
_TABLES = frozenset(spec_of(kind).name.casefold() for kind in ALL_TABLES)
