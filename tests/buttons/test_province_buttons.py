"""The buttons of «OCOP tỉnh»: from any open workbook, a folder of mailed files becomes board, summary and answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ocop_xl.buttons.actions import action_of
from ocop_xl.buttons.runner import press as press_by_itself
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.exchange.answers.reading import read_answer
from tests.buttons.conftest import Live
from tests.buttons.desks import press
from tests.province.communes import package_of
from tests.province.planted import write_units


@pytest.fixture
def anything(live: Live, tmp_path: Path) -> Any:
    """A workbook that has nothing to do with OCOP."""
    path = tmp_path / "lich-hop.xlsx"
    openpyxl.Workbook().save(path)
    return live(path)


@pytest.mark.thorough
def test_board_summary_and_answers_from_a_folder_of_files(anything: Any, live_app: Any, tmp_path: Path) -> None:
    received = tmp_path / "nhận từ thư"
    received.mkdir()
    for number in (3, 5):
        (received / f"{number}.zip").write_bytes(package_of(number))
    (received / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0 photograph")
    units = write_units(tmp_path / "xa.csv", 7)

    live_app.api.answers += [str(received), str(units), "25/11/2026"]
    board = press(anything, "board")[0].text
    assert "Bảng theo dõi 7 đơn vị, 3 tệp" in board and "✔ Đã gửi: 2" in board
    live_app.api.answers.append(str(received))
    live_app.alert_answers.append("yes")
    assert "Nhận 3 tệp: dùng 2, không dùng 1." in press(anything, "consolidate")[0].text
    live_app.api.answers += [str(received), ""]
    assert "2 tệp để ghi kết quả" in press(anything, "answer")[0].text
    results = tmp_path / "ket-qua"
    assert sorted(path.name for path in results.iterdir() if not path.name.startswith(".")) == [
        "bang-theo-doi.html",
        "bang-theo-doi.xlsx",
        "tong-hop.xlsx",
        "tra-loi",
    ]
    assert read_answer(results / "tra-loi" / "tra-loi_31004_lan-1.xlsx").about.commune_code == "31004"


@pytest.mark.thorough
@pytest.mark.parametrize("button", ["board", "consolidate", "answer"])
def test_who_chooses_no_folder_gets_nothing(button: str, anything: Any, live_app: Any, tmp_path: Path) -> None:
    live_app.api.answers.append(False)
    outcome = press(anything, button)[0]
    assert outcome.quiet and outcome.text.startswith("Đã thôi")
    assert not (tmp_path / "ket-qua").exists()


@pytest.mark.thorough
def test_a_due_day_that_cannot_be_read_is_told(anything: Any, live_app: Any, tmp_path: Path) -> None:
    units = write_units(tmp_path / "xa.csv", 2)
    live_app.api.answers += [str(tmp_path), str(units), "cuối tháng"]
    press_by_itself(ExcelDesk(anything), action_of("board"))  # type: ignore[arg-type]
    assert "hạn gửi «cuối tháng»; hãy ghi như 25/11/2026" in live_app.alerts[-1]
