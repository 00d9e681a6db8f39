"""Where the workbook is kept, as Excel tells it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.errors import Refusal


def desk_of(fullname: str) -> ExcelDesk:
    return ExcelDesk(SimpleNamespace(app=None, name=fullname.rpartition("/")[2], fullname=fullname))


def test_a_workbook_in_onedrive_has_its_folder_on_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With AutoSave on, Excel gives the address on the web instead of the path."""
    there = tmp_path / "OneDrive - UBND xã Vĩnh Phong"
    (there / "OCOP 2026").mkdir(parents=True)
    book = there / "OCOP 2026" / "Sổ OCOP.xlsx"
    book.write_bytes(b"PK")
    monkeypatch.setenv("OneDriveCommercial", str(there))
    web = "https://angiang-my.sharepoint.com/personal/canbo_angiang_gov_vn/Documents/OCOP 2026/Sổ OCOP.xlsx"
    assert desk_of(web).path == book


@pytest.mark.parametrize(
    "fullname",
    ["Book1", "https://angiang-my.sharepoint.com/personal/ai/Documents/khong-co.xlsx", "https://vi.du/so.xlsx"],
    ids=["never saved", "not synchronised", "somewhere on the web"],
)
def test_a_workbook_that_lies_nowhere_here_must_be_saved_first(fullname: str) -> None:
    with pytest.raises(Refusal, match="hãy lưu sổ vào máy rồi bấm lại"):
        _ = desk_of(fullname).path
