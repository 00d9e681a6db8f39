"""The desk of LibreOffice: what an action orders, done on a workbook open in a real LibreOffice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ocop_xl.buttons.runner import press, wanted
from ocop_xl.changes.change import Formula
from ocop_xl.desks.calc import CalcDesk
from ocop_xl.desks.calc_channel import NotDone
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.rules.finding import SEVERITY_NAMES
from ocop_xl.sheets.area import Area, area_of
from ocop_xl.sheets.reading.read import read_book
from tests.buttons.libreoffice.calc_document import Calc, FakeUser, OfficeWithCode
from tests.conftest import need
from tools.build_extension import SOURCE


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    soffice = need("soffice", "the extension's own desk")
    running = OfficeWithCode(soffice, tmp_path_factory.mktemp("calc-profile"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def document(office: Any, demo_file: Path) -> Iterator[Any]:
    opened = office.open(demo_file)
    yield opened
    opened.close(True)


@pytest.fixture
def calc(document: Any) -> Calc:
    """Tests write outside of the tables, or put back what they change there."""
    return Calc(document)


@pytest.mark.parametrize("desk", [ExcelDesk, CalcDesk])
def test_a_desk_can_all_that_is_asked_of_one(desk: type[Desk]) -> None:
    asked_of_any_desk = {name for name in vars(Desk) if not name.startswith("_")}
    assert asked_of_any_desk - set(vars(desk)) == set()


def test_where_things_stand(calc: Calc, demo_file: Path) -> None:
    desk = calc.desk
    assert (desk.name, desk.path) == (demo_file.name, demo_file)
    sheet, area = desk.tables()["tblsanpham"]
    assert sheet == "Sản phẩm"
    assert desk.read(sheet, area._replace(bottom=area.top))[0][:2] == ["Mã SP", "Tên sản phẩm"]
    desk.select("Chủ thể", Area(5, 1, 5, 1))
    assert desk.selected == ("Chủ thể", Area(5, 1, 5, 1))


def test_every_formula_of_the_workbook_is_read_as_excel_spells_it(calc: Calc, demo_file: Path) -> None:
    wrong = []
    for sheet in openpyxl.load_workbook(demo_file):
        shown = calc.desk.formulas(sheet.title, calc.desk.used(sheet.title))
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str) and cell.value.startswith("="):
                found = shown[cell.row - 1][cell.column - 1]
                wrong += [(sheet.title, cell.coordinate, cell.value, found)] if found != cell.value else []
    assert wrong == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mắm cá linh", "Mắm cá linh"),
        ("=1+1", "=1+1"),
        ("007", "007"),
        ("10/5", "10/5"),
        (12.5, 12.5),
        (7, 7.0),
        (date(2026, 11, 24), date(2026, 11, 24)),
        (Formula('=IF(1<2,"a,b;c",0)'), "a,b;c"),
        (Formula("=WORKDAY(DATE(2026,11,23),1)"), date(2026, 11, 24)),
        (Formula("=SUM('Sản phẩm'!ZZ1:ZZ2,1.5)"), 1.5),
        ("", ""),
        (None, ""),
    ],
    ids=str,
)
def test_a_cell_holds_what_was_written(written: object, read: object, calc: Calc) -> None:
    """A text stays a text, whatever it looks like; only a formula is computed."""
    cell = Area(60, 25, 60, 25)
    calc.desk.set_format("Nhật ký", cell, "dd/mm/yyyy" if isinstance(read, date) else "General")
    calc.desk.write("Nhật ký", cell, [[written]])
    assert calc.desk.read("Nhật ký", cell) == [[read]]


def test_an_error_in_a_cell_is_told_as_excel_would(calc: Calc) -> None:
    cell = Area(60, 25, 60, 25)
    calc.desk.write("Nhật ký", cell, [[Formula("=1/0")]])
    assert [str(flaw.text) for flaw in calc.desk.read("Nhật ký", cell)[0]] == ["#DIV/0!"]


def test_a_table_grows_like_its_last_row_and_shrinks_again(calc: Calc) -> None:
    sheet, area = calc.desk.tables()["tblsanpham"]
    grown = calc.desk.resize(sheet, "tblSanPham", area, area.bottom + 2)
    assert calc.desk.tables()["tblsanpham"] == (sheet, grown)
    last, new = (
        calc.desk.formulas(sheet, grown._replace(top=row, bottom=row))[0] for row in (area.bottom, grown.bottom)
    )
    assert [text for text in new if text.startswith("=")] == [text for text in last if text.startswith("=")] != []
    assert calc.desk.resize(sheet, "tblSanPham", grown, area.bottom) == area
    below = area._replace(top=area.bottom + 1, bottom=area.bottom + 2)
    assert calc.desk.read(sheet, below) == [[""] * (area.right - area.left + 1)] * 2


def test_a_list_of_choices_is_carried_to_other_rows(calc: Calc) -> None:
    sheet, area = calc.desk.tables()["tblsanpham"]
    headers = calc.desk.read(sheet, area._replace(bottom=area.top))[0]
    place = area.left + headers.index("Nhóm sản phẩm")
    cells = calc.document.Sheets.getByName(sheet)
    target = Area(area.bottom + 5, place, area.bottom + 6, place)
    first = cells.getCellByPosition(place, area.top).Validation
    calc.desk.paste_like(sheet, Area(area.top + 1, place, area.top + 1, place), target, "validation")
    carried = cells.getCellByPosition(place, area.bottom + 5).Validation
    assert (carried.Type, carried.getFormula1()) == (first.Type, first.getFormula1())
    assert carried.Type.value == "LIST"


def test_the_user_is_asked_and_answers(calc: Calc) -> None:
    calc.user.answers = [True, " HS01 ", None, 2, -1, None]
    desk = calc.desk
    assert desk.confirm("Ghi vào sổ?") is True
    assert desk.ask("Mã hồ sơ?") == "HS01"
    assert desk.ask("Mã hồ sơ?") is None
    assert desk.choose("Loại nào?", ["a", "b", "c"]) == 2
    assert desk.choose("Loại nào?", ["a", "b", "c"]) is None
    assert desk.pick_file("Tệp cũ", "Excel,*.xlsx") is None


def test_what_cannot_be_done_is_said_and_not_passed_over(calc: Calc) -> None:
    with pytest.raises(NotDone, match="select"):
        calc.desk.select("Trang không có", Area(1, 0, 1, 0))


def test_check_all_and_then_on_to_the_first_finding(calc: Calc) -> None:
    assert press(calc.desk, wanted(["check_all"])) == 0
    sheet, area = calc.desk.tables()["tblphathien"]
    assert calc.desk.selected == (sheet, Area(area.top + 1, 1, area.top + 1, 1))
    assert f"ở trang «{sheet}»" in calc.user.heard[-1]
    assert not calc.document.UndoManager.isUndoPossible(), "the way back is «Hoàn tác», as in Excel"
    assert not calc.document.UndoManager.isLocked()

    assert press(calc.desk, wanted(["next_finding"])) == 0
    rows = calc.desk.read(sheet, area._replace(top=area.top + 1))
    assert {row[0] for row in rows} <= set(SEVERITY_NAMES.values())
    at, _, cell = str(rows[0][1]).rpartition("!")
    assert calc.desk.selected == (at, area_of(cell)), calc.user.heard


def test_a_product_is_added_journalled_and_taken_back(calc: Calc) -> None:
    sheet, area = calc.desk.tables()["tblsanpham"]
    before = calc.desk.read(sheet, area)
    calc.user.answers = ["Mắm cá linh"]
    assert press(calc.desk, wanted(["add_product"])) == 0
    added = calc.desk.read(sheet, calc.desk.tables()["tblsanpham"][1])
    assert ["SP08", "Mắm cá linh"] in [row[:2] for row in added], calc.user.heard
    calc.user.answers = [True]
    assert press(calc.desk, wanted(["undo"])) == 0
    assert "Mắm cá linh → (trống)" in "".join(calc.user.heard)
    assert calc.desk.read(sheet, area) == before


@pytest.mark.thorough
def test_a_step_is_shown_written_and_taken_back(calc: Calc) -> None:
    sheet, area = calc.desk.tables()["tblhoso"]
    before = calc.desk.read(sheet, area)
    calc.desk.select(sheet, Area(area.top + 6, area.left, area.top + 6, area.left))
    calc.user.answers = [0, "04, 12", 0, False]
    assert press(calc.desk, wanted(["next_step"])) == 0
    assert "Minh chứng: 15 dòng, HS06-01 … HS06-15" in calc.user.heard[-1]
    calc.user.answers = [True]
    assert press(calc.desk, wanted(["undo"])) == 0
    assert calc.desk.read(sheet, area) == before


def test_the_click_runs_the_action_in_another_python(calc: Calc, monkeypatch: pytest.MonkeyPatch) -> None:
    user = click("next_finding", calc, monkeypatch, python=sys.executable)
    assert user.heard[0] == "Lỗi kế tiếp: đang chuẩn bị…"
    assert user.heard[-1].startswith("(")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("", "Không chạy được ocop_xl bằng"),
        ("exit 1", "Không chạy được ocop_xl bằng"),
        ('echo \'{"do": "begin_work", "with": []}\'; read answer; kill -9 $$', "dừng giữa chừng"),
        (
            'echo \'{"do": "begin_work", "with": []}\'; read answer; echo \'{"do": "name", "with": []}\'; kill -9 $$',
            "giữa",
        ),
        ('echo \'{"do": "begin_work", "with": []}\'; read answer; echo Traceback; exit 1', "dừng giữa chừng"),
    ],
    ids=["no such Python", "a Python without ocop_xl", "killed at work", "killed before its answer", "no sense"],
)
def test_a_failure_is_told_and_leaves_libreoffice_as_it_was(
    script: str, told: str, calc: Calc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    python = tmp_path / "python"
    if script:
        python.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        python.chmod(0o755)
    user = click("check_all", calc, monkeypatch, python=str(python))
    assert told in user.heard[-1]
    assert str(python) in user.heard[-1]
    assert not calc.document.UndoManager.isLocked()


def test_the_setting_of_install_comes_before_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(SOURCE / "pythonpath")
    import ocop_python

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("OCOP_PYTHON", raising=False)
    assert ocop_python.command() == ["python3"]
    monkeypatch.setenv("OCOP_PYTHON", "/opt/python/bin/python3")
    assert ocop_python.command() == ["/opt/python/bin/python3"]
    setting = ocop_python.setting_file()
    setting.parent.mkdir(parents=True)
    setting.write_text("/home/ánh/Bộ cài/bin/python\n", encoding="utf-8")
    assert ocop_python.command() == ["/home/ánh/Bộ cài/bin/python"]


@pytest.mark.thorough
def test_a_workbook_that_libreoffice_saved_is_read_with_every_row(office: Any, demo_file: Path, tmp_path: Path) -> None:
    document = office.open(demo_file)
    saved = tmp_path / "saved.xlsx"
    office.store(document, saved)
    document.close(True)
    before, after = read_book(demo_file), read_book(saved)
    assert after.missing == before.missing
    assert {kind: list(map(repr, rows)) for kind, rows in after.tables.items()} == {
        kind: list(map(repr, rows)) for kind, rows in before.tables.items()
    }


def click(action: str, calc: Calc, monkeypatch: pytest.MonkeyPatch, *, python: str) -> FakeUser:
    import ocop_run

    monkeypatch.setenv("OCOP_PYTHON", python)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nonexistent")
    monkeypatch.setattr(ocop_run, "User", lambda context, frame: calc.user)
    ocop_run.run(None, calc.document.getCurrentController().Frame, action)
    return calc.user
