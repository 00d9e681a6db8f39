"""A sheet that is one table: its names, its columns, and what the front sheet says of it."""

from __future__ import annotations

from ocop_xl.model.column import Column, Kind
from ocop_xl.records import NamedTuple


class Layout(NamedTuple):
    """`name` is the sheet's, `table` that of its Excel Table, `purpose` the line under its title, `what` the front's;
    `by` is the header of the column by which the rows are put in order, "" for the order in which they come; `frozen`
    columns stay in sight; people type into the columns `typed`, everything else is only to be read."""

    name: str
    table: str
    title: str
    columns: tuple[Column, ...]
    purpose: str
    what: str
    by: str = ""
    frozen: int = 1
    typed: tuple[str, ...] = ()


def text(header: str, width: int) -> Column:
    return Column(header, Kind.LONG_TEXT, width=width)


def number(header: str, width: int = 10) -> Column:
    return Column(header, Kind.DECIMAL, width=width)


def day(header: str) -> Column:
    return Column(header, Kind.DATE, width=12)
