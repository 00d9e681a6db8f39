"""The years of the plan, as far as the workbook tells them in a way that can be counted with."""

from __future__ import annotations

from ocop_xl.model import Commune, Target, spec_of
from ocop_xl.model.rows.plan import YEAR_LEVELS
from ocop_xl.records import NamedTuple

_COLUMNS = {name: spec_of(Commune).column(name) for name in ("plan_from", "plan_to")}


class Period(NamedTuple):
    """Years of the plan, both included: `2027 in period`."""

    first: int
    last: int

    def __contains__(self, year: object) -> bool:
        return isinstance(year, int) and self.first <= year <= self.last


def plan_period(commune: Commune) -> Period | None:
    """None while a year is missing, impossible or the period runs backwards (DL-001, DL-003, KH-003 tell)."""
    first, last = commune.plan_from, commune.plan_to
    if first is None or last is None or unusable_year(commune) or last < first:
        return None
    return Period(first, last)


def unusable_year(commune: Commune) -> str:
    """Which of the two cells, by attribute, is blank or holds no possible year; "" for neither."""
    years = {name: getattr(commune, name) for name in _COLUMNS}
    return next((name for name, year in years.items() if year is None or not _COLUMNS[name].holds(year)), "")


def level_of(target: Target, year: int) -> float | None:
    """What the target promises for that year; None when it is not spread over it."""
    attribute = YEAR_LEVELS.get(year)
    return getattr(target, attribute) if attribute else None
