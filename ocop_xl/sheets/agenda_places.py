"""What other sheets look at on «Việc cần làm»: the cells of its lines and of its counts, and how a state is shown."""

from __future__ import annotations

from collections.abc import Mapping

from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.agenda.due import State
from ocop_xl.sheets.vocabulary import AGENDA, quoted

SIGNS: Mapping[State, str] = {State.OVERDUE: "✘", State.DUE: "⚠", State.COMING: "►", State.WAITING: "○"}
"""The symbol of a state goes first: colour never speaks alone."""
FIRST = HEADER_ROW + 1
"""Row of the first duty."""
COUNTS: Mapping[State, str] = {State.OVERDUE: "J", State.DUE: "K", State.COMING: "L", State.WAITING: "M"}
TOTAL = "N"
COUNT_ROW = HEADER_ROW - 1
"""Hidden cells above the headers: how many duties there are in each state, and in all."""


def count_cell(state: State) -> str:
    return f"{quoted(AGENDA)}!${COUNTS[state]}${COUNT_ROW}"


def total_cell() -> str:
    return f"{quoted(AGENDA)}!${TOTAL}${COUNT_ROW}"


def line_cell(letters: str, number: int) -> str:
    """Of the duty of that place, from 1."""
    return f"{quoted(AGENDA)}!${letters}${FIRST + number - 1}"


def line_cells(letters: str, lines: int) -> str:
    """`'Việc cần làm'!$E$5:$E$104`"""
    return f"{quoted(AGENDA)}!${letters}${FIRST}:${letters}${FIRST + lines - 1}"
