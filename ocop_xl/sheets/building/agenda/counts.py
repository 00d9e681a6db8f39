"""How many duties there are by state, over all tables: the list may show fewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ocop_xl.model.due.duty import DAY_UNIT, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import NEAR
from ocop_xl.programme.agenda.due import Due, State
from ocop_xl.sheets.agenda_places import COUNT_ROW, COUNTS, TOTAL
from ocop_xl.sheets.building.agenda import places as p
from ocop_xl.sheets.building.agenda.line import state_words
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import MUTED


def write_counts(maker: SheetMaker, sheet: Any, areas: Sequence[str], lines: int, dues: Sequence[Due]) -> None:
    for state, formula in _formulas(areas).items():
        value = sum(due.state is state for due in dues)
        sheet.write_formula(f"{COUNTS[state]}{COUNT_ROW}", formula, None, value)
    sheet.write_formula(f"{TOTAL}{COUNT_ROW}", f"={_sum(f'COUNT({area})' for area in areas)}", None, len(dues))
    words = '&"   "&'.join(f'"{state_words(state)}: "&${at}${COUNT_ROW}' for state, at in COUNTS.items())
    said = "   ".join(f"{state_words(s)}: {sum(due.state is s for due in dues)}" for s in COUNTS)
    total = f"${TOTAL}${COUNT_ROW}"
    rest = f'IF({total}>{lines},"   còn "&({total}-{lines})&" việc nữa không đủ dòng để hiện","")'
    look = maker.styles.make(bold=True, font_color=MUTED)
    sheet.write_formula(f"{p.WHAT}{COUNT_ROW}", f"={words}&{rest}", look, said)


def _formulas(areas: Iterable[str]) -> dict[State, str]:
    """A number below today's is late; of the rest what waits is told by its columns."""
    areas = list(areas)
    today, soon = f"{TODAY}*{DAY_UNIT}", f"({TODAY}+{term_name(NEAR)}+1)*{DAY_UNIT}"

    def over(found: Iterable[str], low: str, high: str = "") -> str:
        upper = ',{area},"<"&' + high if high else ""
        return _sum((f'COUNTIFS({area},">="&{low}' + upper.replace("{area}", area) + ")") for area in found)

    waits = p.waiting()
    late = _sum(f'COUNTIF({area},"<"&{today})' for area in areas)
    return {
        State.OVERDUE: f"={late}",
        State.DUE: f"={over(areas, today, soon)}-({over(waits, today, soon)})",
        State.COMING: f"={over(areas, soon)}-({over(waits, soon)})",
        State.WAITING: f"={over(waits, today)}",
    }


def _sum(parts: Iterable[str]) -> str:
    return "+".join(parts)
