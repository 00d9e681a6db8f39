"""The hidden sheet «_ocop» of the open workbook, written whole."""

from __future__ import annotations

from ocop_xl.desks.desk import Desk
from ocop_xl.model.identity import Identity
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.identity import PAGE, rows, understood


def read_identity(desk: Desk) -> Identity | None:
    """None where the sheet is gone, foreign or edited."""
    if PAGE.sheet not in desk.sheet_names():
        return None
    found = understood(desk.read(PAGE.sheet, desk.used(PAGE.sheet)), "")
    return None if found.problem else found.identity


def write_identity(desk: Desk, identity: Identity) -> None:
    """Refused, and nothing is written, where the sheet is gone and none can be added."""
    if PAGE.sheet not in desk.sheet_names():
        before = desk.selected
        desk.new_sheet(PAGE.sheet)
        desk.hide_sheet(PAGE.sheet)
        if before is not None:
            desk.select(*before)
    desk.refuse_if_locked(PAGE.sheet)
    fresh: list[tuple[str, str]] = rows(identity)
    bottom = max(len(fresh), desk.used(PAGE.sheet).bottom)
    area = Area(1, 0, bottom, 1)
    desk.set_format(PAGE.sheet, area, "@")
    desk.write(PAGE.sheet, area, [*fresh, *[("", "")] * (bottom - len(fresh))])
