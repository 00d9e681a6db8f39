"""Cells beside «Việc cần làm» that formulas know by name: what the commune has set, else our default."""

from __future__ import annotations

from typing import Any

from ocop_xl.model import Book, Commune, spec_of
from ocop_xl.model.book import default_placement
from ocop_xl.model.due.duty import COMMUNE_CODE, PLAN_BASES, PLAN_DATE, PLAN_FROM, PLAN_TO, term_name
from ocop_xl.model.terms import TERMS
from ocop_xl.programme.period import plan_period
from ocop_xl.sheets.agenda_places import FIRST
from ocop_xl.sheets.building.agenda import places as p
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.vocabulary import AGENDA, quoted


def setting(attribute: str) -> str:
    """The cell of «Thông tin xã» that holds a setting."""
    spec = spec_of(Commune)
    rows = default_placement(spec).rows
    assert rows is not None
    return f"{quoted(spec.sheet)}!$B${rows[attribute]}"


def write_settings(maker: SheetMaker, sheet: Any) -> None:
    for row, (name, formula, value) in enumerate(_settings(maker.book), FIRST):
        sheet.write_string(f"{p.SETTING_NAME}{row}", name)
        sheet.write_formula(f"{p.SETTING}{row}", formula, None, value)
        maker.workbook.define_name(name, f"={quoted(AGENDA)}!${p.SETTING}${row}")


def _settings(book: Book) -> list[tuple[str, str, object]]:
    commune, period = book.commune, plan_period(book.commune)
    first, last = setting("plan_from"), setting("plan_to")
    year = spec_of(Commune).column("plan_from")
    whole = f"AND(N({first})>={year.minimum},N({last})<={year.maximum},N({first})<=N({last}))"
    found: list[tuple[str, str, object]] = [
        (COMMUNE_CODE, f'={setting("commune_code")}&""', commune.commune_code or ""),
        (PLAN_BASES, f'={setting("plan_bases")}&""', commune.plan_bases or ""),
        (PLAN_DATE, f"=N({setting('plan_date')})", serial_of(commune.plan_date) if commune.plan_date else 0),
        (PLAN_FROM, f"=IF({whole},{first},0)", period.first if period else 0),
        (PLAN_TO, f"=IF({whole},{last},0)", period.last if period else 0),
    ]
    for term in TERMS:
        cell = setting(term.attribute)
        known = f"AND(N({cell})>=1,N({cell})<={term.longest},N({cell})=INT(N({cell})))"
        found.append((term_name(term), f"=IF({known},{cell},{term.default})", term.of(commune)))
    return found
