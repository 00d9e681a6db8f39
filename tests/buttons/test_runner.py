"""The runner: what the launcher starts, and what the user reads whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.buttons import runner
from ocop_xl.buttons.action import Action
from ocop_xl.buttons.actions import ACTIONS, action_of
from ocop_xl.buttons.checking import check_all
from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.errors import Refusal
from ocop_xl.model import Dossier
from ocop_xl.sheets.vocabulary import RESULT
from tests.buttons.conftest import Live
from tests.buttons.desks import cell


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_button_has_its_function(action: Action) -> None:
    assert callable(import_module(f"ocop_xl.buttons.{action.module}").run)


def test_ids_and_keys_of_a_group_are_its_own() -> None:
    assert len({action.id for action in ACTIONS}) == len({action.keytip for action in ACTIONS}) == len(ACTIONS)
    assert all(action.id.isascii() and action.screentip and action.supertip for action in ACTIONS)


def test_the_action_stands_among_the_arguments_for_xlwings() -> None:
    assert runner.wanted(["check_all", "--wb=Sổ OCOP.xlsx", "--from_xl=1", "--hwnd=42"]) is action_of("check_all")
    with pytest.raises(Refusal, match="không có nút «xoa_het»"):
        runner.wanted(["xoa_het"])


def test_a_fault_of_ours_is_one_sentence_and_a_log(
    live: Live, live_app: Any, demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))

    def fail(desk: ExcelDesk) -> Outcome:
        raise ZeroDivisionError("bên trong")

    monkeypatch.setattr(check_all, "run", fail)
    action = action_of("check_all")
    assert action is not None and runner.press(ExcelDesk(live(demo_file)), action) == runner.TOLD
    assert "lỗi ngoài dự kiến (mã " in live_app.alerts[-1] and "Traceback" not in live_app.alerts[-1]
    assert "ZeroDivisionError: bên trong" in (tmp_path / "ocop_xl" / "loi.log").read_text("utf-8")


@pytest.mark.thorough
def test_a_result_longer_than_a_screen_stays_on_a_sheet(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    cell(book, Dossier, 1, "id").select()
    action = action_of("way_up")
    assert action is not None and runner.press(ExcelDesk(book), action) == runner.TOLD
    assert f"Xem đủ ở trang «{RESULT}»" in live_app.alerts[-1] and live_app.alerts[-1].count("\n") == 1
    shown = [row[0] for row in book.sheets[RESULT].used_range.options(ndim=2).value]
    assert "đường lên 3 sao" in shown[0] and any("Minh chứng" in line for line in shown)


def test_excel_is_left_as_it_was(live: Live, live_app: Any, demo_file: Path) -> None:
    live_app.calculation = "manual"  # as the user has it
    action = action_of("check_all")
    assert action is not None
    runner.press(ExcelDesk(live(demo_file)), action)
    assert (live_app.screen_updating, live_app.enable_events, live_app.display_alerts) == (True, True, True)
    assert live_app.calculation == "manual" and live_app.status_bar is False
    assert any("Đang đọc" in str(said) for said in live_app.said)
    live_app.calculation = "automatic"


def test_a_click_does_not_pay_for_pandas_nor_ask_for_a_licence() -> None:
    """xlwings draws in pandas where it is there; no button needs it, and none may touch `xlwings.pro`."""
    code = (
        "import sys; from ocop_xl.desks.xlwings_door import load_xlwings; load_xlwings();"
        "import ocop_xl.buttons.checking.check_all;"
        "print(*sorted(n for n in sys.modules if n.split('.')[0] in ('pandas', 'numpy', 'matplotlib', 'PIL')"
        " or n.startswith('xlwings.pro')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == ""


def test_what_xlwings_rarely_uses_is_loaded_by_who_first_uses_it() -> None:
    code = (
        "import sys; from ocop_xl.desks.xlwings_door import load_xlwings; load_xlwings();"
        "late = sys.modules['uuid']; loaded = [type(late) is type(sys)];"
        "print(*loaded, late.uuid4().version, type(late) is type(sys))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "4", "True"]


def test_without_a_workbook_it_says_so_and_nobody_sees_a_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ocop_xl.excel", "check_all"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr and done.stderr.strip()
