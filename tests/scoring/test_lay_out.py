"""A new score sheet: its key, its lines, and the same as changes to a workbook."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.criteria import criteria_set
from ocop_xl.model import choices as c
from ocop_xl.scoring.lay_out import changes_for, lines_for, new_sheet
from tests.busy_commune import busy_commune

FOOD = criteria_set("QD26-08")


def test_keys_say_dossier_and_scorer_and_are_never_taken_twice() -> None:
    book = busy_commune(date(2026, 11, 24))  # has HS01-XA, HS04-HD1 and HS04-HD2
    keys = {scorer: new_sheet(book, "HS01", FOOD, scorer).id for scorer in c.SCORER.values}
    assert keys == {c.SCORER_SUBJECT: "HS01-CT", c.SCORER_COMMUNE: "HS01-XA2", c.SCORER_COUNCIL: "HS01-HD1"}
    assert new_sheet(book, "HS04", FOOD, c.SCORER_COUNCIL, "Trần Thị B").id == "HS04-HD3"


def test_one_unanswered_line_for_each_criterion_in_the_sets_order() -> None:
    sheet = new_sheet(busy_commune(date(2026, 11, 24)), "HS02", FOOD, c.SCORER_SUBJECT)
    lines = lines_for(sheet, FOOD)
    assert [line.criterion for line in lines] == [one.code for one in FOOD.criteria]
    assert (lines[0].id, lines[0].sheet_id, lines[0].level) == ("HS02-CT-1.1", "HS02-CT", None)
    changes = changes_for(sheet, lines, "Mở phiếu chấm")
    assert len(changes) == 4 + 3 * len(lines)
    assert {(change.column, change.after) for change in changes[:4]} == {
        ("Mã phiếu", "HS02-CT"),
        ("Mã HS", "HS02"),
        ("Bộ tiêu chí", "QD26-08"),
        ("Bên chấm", c.SCORER_SUBJECT),
    }
