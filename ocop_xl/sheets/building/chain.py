"""From one row of a table to the next that a condition holds for: what Excel 2010 has no function for."""

from __future__ import annotations

NO_ROW = 10**7
"""Stands for «no further row»: more rows than a sheet has."""


def next_row(table: str, key: str, condition: str, before: str = "") -> str:
    """Formula of the first row of the sheet, after the one in cell `before`, where `condition` – an array, 1 or TRUE
    for each row of the table that is meant – holds; `key` is a column of the table."""
    return next_among(f"ROW({table}[{key}])", condition, before)


def next_among(row: str, condition: str, before: str = "") -> str:
    """The same for an array of rows."""
    after = f"*({row}>{before})" if before else ""
    found = f"SUMPRODUCT(MIN({NO_ROW}-({NO_ROW}-{row})*({condition}){after}))"
    return f"=IF({before}>={NO_ROW},{NO_ROW},{found})" if before else f"={found}"


def of_row(table: str, header: str, at: str) -> str:
    """The table's cell of that column in the row whose number stands in cell `at`."""
    return f"INDEX({table}[{header}],{at}-ROW({table}[[#Headers],[{header}]]))"
