"""From a ribbon button through VBA, executed, to the command line that starts Python."""

from __future__ import annotations

import json

import pytest

from ocop_xl.buttons.actions import ACTIONS
from ocop_xl.buttons.runner import wanted
from tests.buttons.addin.windows_for_vba import (
    PYTHON_SETTING,
    ExcelWithAddin,
    RibbonControl,
    Windows,
    windows_arguments,
)
from tools.build_addin import MACROS, addin

PYTHON = r"C:\Users\Nguyễn Thị Ánh\AppData\Local\Programs\Python 3.13\pythonw.exe"
INSTALLED = {PYTHON_SETTING: PYTHON}
MESSAGES: dict[str, str] = json.loads((MACROS / "messages.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def excel(tmp_path_factory: pytest.TempPathFactory) -> ExcelWithAddin:
    folder = tmp_path_factory.mktemp("addin")
    (folder / "OCOP.xlam").write_bytes(addin())
    return ExcelWithAddin(folder / "OCOP.xlam", folder / "Sổ OCOP xã Vĩnh Phong (2).xlsx")


@pytest.mark.parametrize("button", [action.id for action in ACTIONS])
def test_a_button_starts_its_action_on_the_workbook_in_front(button: str, excel: ExcelWithAddin) -> None:
    windows = Windows(INSTALLED, {}, files=(PYTHON,))
    excel.run(windows, "OcopOnAction", RibbonControl(button))

    [(command, window, waits)] = windows.started
    python, *options, action, workbook, from_xl, application, window_handle = windows_arguments(command)
    assert python == PYTHON
    assert options == ["-P", "-m", "ocop_xl.excel"], "-P: a file beside the workbook can never be imported"
    assert wanted([action, workbook, from_xl, application, window_handle]).id == button
    assert workbook == "--wb=Sổ OCOP xã Vĩnh Phong (2).xlsx"
    assert from_xl == "--from_xl=1"
    assert application.startswith("--app=")
    assert window_handle.removeprefix("--hwnd=").isdecimal()
    assert (window, waits) == (0, True), "no console window; the button is down until the action has ended"
    assert windows.said == []


def test_a_dry_run_says_the_command_line_and_starts_nothing(excel: ExcelWithAddin) -> None:
    windows = Windows(INSTALLED, {}, files=(PYTHON,))
    command = excel.run(windows, "OcopCommand", "doctor")
    assert isinstance(command, str)
    assert windows_arguments(command)[:5] == [PYTHON, "-P", "-m", "ocop_xl.excel", "doctor"]
    assert windows.started == []


@pytest.mark.parametrize(
    ("registry", "variables", "expected"),
    [
        (INSTALLED, {"OCOP_PYTHON": r"D:\khác\pythonw.exe"}, [PYTHON, "-P"]),
        ({}, {"OCOP_PYTHON": r"D:\Bộ cài\pythonw.exe"}, [r"D:\Bộ cài\pythonw.exe", "-P"]),
        ({}, {}, ["pyw.exe", "-3", "-P"]),
    ],
    ids=["the setting comes first", "then the environment", "then Python's own launcher"],
)
def test_where_python_is_looked_for(
    registry: dict[str, str], variables: dict[str, str], expected: list[str], excel: ExcelWithAddin
) -> None:
    command = excel.run(Windows(registry, variables), "OcopCommand", "score")
    assert isinstance(command, str)
    assert windows_arguments(command)[: len(expected)] == expected


def test_without_a_workbook_nothing_is_started(excel: ExcelWithAddin) -> None:
    windows = Windows(INSTALLED, {}, files=(PYTHON,))
    with excel.no_book():
        excel.run(windows, "OcopOnAction", RibbonControl("check_all"))
    assert windows.started == []
    assert windows.said == [MESSAGES["no_workbook"]]


def test_a_name_that_xlwings_cannot_find_is_told_at_once(excel: ExcelWithAddin) -> None:
    """xlwings takes the name from the command line and stops at an equals sign."""
    windows = Windows(INSTALLED, {}, files=(PYTHON,))
    with excel.book_named("SP=7.xlsx"):
        excel.run(windows, "OcopOnAction", RibbonControl("check_all"))
    assert windows.started == []
    assert windows.said == [MESSAGES["name_with_equals_sign"].replace("{detail}", "SP=7.xlsx")]


def test_excel_is_set_right_again_when_python_is_killed(excel: ExcelWithAddin) -> None:
    windows = Windows(INSTALLED, {}, files=(PYTHON,), exit_code=-1)
    settings = {"ScreenUpdating": True, "DisplayAlerts": True, "EnableEvents": True, "Calculation": -4105}
    for name, value in settings.items():
        excel.application.vba_set(name, value, [])

    def half_way() -> None:
        for name, value in {**dict.fromkeys(settings, False), "Calculation": -4135}.items():
            excel.application.vba_set(name, value, [])

    windows.while_it_runs = half_way
    excel.run(windows, "OcopOnAction", RibbonControl("check_all"))
    assert {name: excel.application.vba_get(name, []) for name in settings} == settings
    assert "bấm «Hoàn tác»" in windows.said[0]


@pytest.mark.parametrize(
    ("windows", "message", "detail"),
    [
        (Windows(INSTALLED, {}, files=()), "python_moved", PYTHON),
        (Windows({}, {}, exit_code=None), "python_missing", "pyw.exe -3"),
        (Windows(INSTALLED, {}, files=(PYTHON,), exit_code=1), "broke_off", f'"{PYTHON}"'),
    ],
    ids=["Python was moved away", "there is no Python", "Python ended badly"],
)
def test_a_failure_is_told_in_vietnamese(windows: Windows, message: str, detail: str, excel: ExcelWithAddin) -> None:
    excel.run(windows, "OcopOnAction", RibbonControl("check_all"))
    assert windows.said == [MESSAGES[message].replace("{detail}", detail)]
