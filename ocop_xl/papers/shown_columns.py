"""Which columns a paper shows: what makes it stale when it changes, and what does not.

A column is shown where the template names it, or a live column that is worked out from it, and where what it says
stands in the paper as it does in the workbook. A day or a reference that a printed row holds counts always: a deadline
does not tell from which day it was reckoned (**our reading**: rather one paper too many to look at than one too few).
Of rows that are only counted, the figures they were counted for are kept (`ocop_xl.programme.registered`): their
choices and numbers are not looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from ocop_xl.model import Row, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.tables import table_called
from ocop_xl.model.trace import Shown
from ocop_xl.office.word_package import read_package
from ocop_xl.office.word_package import text_of as part_text
from ocop_xl.papers.facts import shown as as_printed
from ocop_xl.papers.wording import full_date
from ocop_xl.vietnamese import ascii_name

_PART = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_MARKUP = re.compile(r"<[^>]+>")
_TAG = re.compile(r"\{[{%](.*?)[}%]\}", re.DOTALL)
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_FIGURE = re.compile(r"0*(\d+(?:,\d+)?)")
_OF_THIS_ROW = re.compile(r"\[@\[([^\]]+)\]\]")

_TOLD_OTHERWISE = (Kind.DATE, Kind.REF)
"""Shown as a day reckoned from it, or by the name of what it refers to."""


def shown_by(template: Path, printed: Collection[Row], counted: Collection[Row], text: str) -> Shown:
    """For a paper made with this template from these rows, which reads so."""
    names, said = _names(template, template.stat().st_mtime_ns), _plain(text)
    figures = frozenset(_FIGURE.findall(said))

    def shown(kind: type[Row], column: Column) -> bool:
        if ascii_name(column.header) in _asked(spec_of(kind).name, names):
            return True
        if column.kind in _TOLD_OTHERWISE and any(_typed(printed, kind, column)):
            return True
        if column.kind.is_number:
            return any(as_printed(value) in figures for value in _typed(printed, kind, column))
        rows = printed if column.kind is Kind.CHOICE else (*printed, *counted)
        return any(_says(said, value) for value in _typed(rows, kind, column))

    return shown


def _typed(rows: Collection[Row], kind: type[Row], column: Column) -> Iterator[object]:
    """What is typed in a column of these rows."""
    for row in rows:
        if type(row) is kind and (value := getattr(row, column.attribute)) not in (None, ""):
            yield value


def _says(said: str, value: object) -> bool:
    """A day in one of its two styles, words by their first line."""
    ways = (as_printed(value), full_date(value)) if isinstance(value, date) else (_first_line(str(value)),)
    return any(way in said for way in ways if way)


def _first_line(value: str) -> str:
    """As a sentence has it: without its end, whatever its first letter."""
    return _plain(value.strip().splitlines()[0]).rstrip(" .;,") if value.strip() else ""


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def _asked(table: str, names: frozenset[str]) -> frozenset[str]:
    """The names, and those of the columns from which a live column among them is worked out, at any remove."""
    spec = table_called(table)
    assert spec is not None
    asked = set(names)
    while (
        more := {
            ascii_name(header)
            for column in spec.columns
            if column.live and ascii_name(column.header) in asked
            for header in _OF_THIS_ROW.findall(column.formula)
        }
        - asked
    ):
        asked |= more
    return frozenset(asked)


@cache
def _names(template: Path, edited: int) -> frozenset[str]:
    """Every name in the template's tags, however Word has split them; a template that is `edited` is read again."""
    package = read_package(template.read_bytes())
    words = "".join(_MARKUP.sub("", part_text(name, part)) for name, part in package.items() if _PART.fullmatch(name))
    return frozenset(name for tag in _TAG.findall(words) for name in _NAME.findall(tag))
