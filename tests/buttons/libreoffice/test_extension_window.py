"""The extension installed in a real LibreOffice, its buttons clicked in a real window."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ocop_xl.buttons.action import OCOP, OCOP_PROVINCE, Action, Tab
from ocop_xl.buttons.actions import ACTIONS
from ocop_xl.model import FindingLine, spec_of
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.sheets.building.workbook import build_workbook
from tests.buttons.libreoffice.lo_window import OfficeWithExtension, Screen, wait_for
from tests.conftest import need
from tests.papers.commune_at_work import commune_at_work
from tests.papers.word_files import word
from tests.province.communes import package_of
from tools.build_extension import PROTOCOL, extension, menu_of

FINDINGS = spec_of(FindingLine).sheet
MONDAY = date(2026, 11, 30)
_DIALOG = "^Sổ OCOP$"
_FOLDER = "^Ch"
"""«Chọn thư mục…»; xdotool compares letters by their bytes."""


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    for program in ("Xvfb", "xdotool"):
        need(program, "a window to click in")
    shown = Screen()
    yield shown
    shown.close()


@pytest.fixture
def office(screen: Screen, tmp_path: Path) -> Iterator[OfficeWithExtension]:
    """Of each test its own: LibreOffice 7.4 now and then dies when it opens a second workbook in a window."""
    soffice = need("soffice", "the extension in LibreOffice")
    need("unopkg", "installing the extension")
    (tmp_path / "ocop.oxt").write_bytes(extension())
    running = OfficeWithExtension(soffice, tmp_path / "ocop.oxt", tmp_path, screen, sys.executable)
    yield running
    running.close()


def test_it_is_installed_and_its_menu_and_toolbar_are_registered(office: OfficeWithExtension) -> None:
    assert "vn.ocop.calc" in office.unopkg("list", *office.shared)
    addons = "/org.openoffice.Office.Addons/AddonUI"
    places = [(f"OfficeMenuBar/['{menu_of(tab)}']/Submenu", tab) for tab in (OCOP, OCOP_PROVINCE)]
    for place, tab in [*places, ("OfficeToolBar/['vn.ocop.toolbar']", OCOP)]:
        node = office.configuration(f"{addons}/{place}")
        entries = [node.getByName(name) for name in sorted(node.ElementNames)]
        shown = [(entry.URL, entry.Title) for entry in entries if entry.URL != "private:separator"]
        assert shown == [(PROTOCOL + action.id, action.label) for action in of_tab(tab)]


@pytest.fixture
def document(office: OfficeWithExtension, demo_file: Path, screen: Screen, tmp_path: Path) -> Iterator[Any]:
    """A copy: the lock of a LibreOffice that died would keep the others of this session from the workbook."""
    opened = office.open(Path(shutil.copy(demo_file, tmp_path)))
    yield opened
    close(opened, screen)


def test_a_click_checks_the_open_workbook_and_a_message_says_so(document: Any, screen: Screen) -> None:
    click("check_all", document, screen)
    screen.wait_for_window(_DIALOG)
    assert document.getCurrentController().getActiveSheet().Name == FINDINGS
    assert document.getCurrentSelection().String.startswith("Thông tin xã!")
    screen.press("Return", _DIALOG)
    screen.wait_until_gone(_DIALOG)


@pytest.mark.thorough
def test_a_question_is_answered_by_typing(document: Any, screen: Screen) -> None:
    click("add_product", document, screen)
    screen.wait_for_window(_DIALOG)
    screen.type("Mam ca linh", _DIALOG)
    screen.press("Return", _DIALOG)
    products = document.Sheets.getByName("Sản phẩm")
    wait_for(lambda: products.getCellRangeByName("B12").String == "Mam ca linh", "the new product")
    screen.wait_for_window(_DIALOG)
    screen.press("Return", _DIALOG)
    screen.wait_until_gone(_DIALOG)


@pytest.mark.thorough
def test_a_choice_is_made_from_a_list(document: Any, screen: Screen) -> None:
    document.Sheets.getByName("Sản phẩm").getCellRangeByName("F5").setString(
        "09. Tương, nước mắm, gia vị dạng lỏng khác"
    )
    dossiers = document.Sheets.getByName("Hồ sơ")
    document.getCurrentController().setActiveSheet(dossiers)
    document.getCurrentController().select(dossiers.getCellRangeByName("A5"))
    click("open_score_sheet", document, screen)
    screen.wait_for_window(_DIALOG)
    screen.press("Return", _DIALOG)  # the first: the producer's own scoring
    results = document.Sheets.getByName("Kết quả chấm").getCellRangeByName("A5:A60")

    def opened() -> bool:
        screen.press("Return", _DIALOG)  # the preview is agreed to
        return ("HS01-CT",) in results.getDataArray()

    wait_for(opened, "the new score sheet")
    screen.press("Return", _DIALOG)
    screen.wait_until_gone(_DIALOG)


@pytest.mark.thorough
def test_esc_ends_the_making_of_pdfs_and_keeps_those_that_are_there(
    document: Any, screen: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / PAPERS
    folder.mkdir()
    for number in range(80):
        (folder / f"van-ban-{number}.docx").write_bytes(word(f"Văn bản {number}"))
    click("papers_pdf", document, screen)
    wait_for(lambda: len(list(folder.glob("*.pdf"))) > 3, "the first PDFs")
    screen.do("key", "Escape")
    screen.wait_for_window(_DIALOG)
    screen.press("Return", _DIALOG)
    screen.wait_until_gone(_DIALOG)
    assert 3 < len(list(folder.glob("*.pdf"))) < 80


@pytest.mark.thorough
def test_the_province_chooses_a_folder_with_any_workbook_open(
    office: OfficeWithExtension, screen: Screen, tmp_path: Path
) -> None:
    sent = tmp_path / "nhan"
    sent.mkdir()
    (sent / "goi.zip").write_bytes(package_of(3))
    openpyxl.Workbook().save(tmp_path / "lich-hop.xlsx")
    anything = office.open(tmp_path / "lich-hop.xlsx")
    click("consolidate", anything, screen)
    screen.wait_for_window(_FOLDER)  # LibreOffice's own dialog, under the words of the button
    screen.press("ctrl+a", _FOLDER)
    screen.type(str(sent), _FOLDER)
    screen.press("Return", _FOLDER)
    screen.wait_for_window(_DIALOG)
    screen.press("Return", _DIALOG)
    wait_for((tmp_path / "ket-qua" / "tong-hop.xlsx").exists, "the summary")
    screen.wait_for_window(_DIALOG)
    screen.press("Return", _DIALOG)
    screen.wait_until_gone(_DIALOG)
    close(anything, screen)


@pytest.mark.thorough
def test_monday_morning_by_clicks(office: OfficeWithExtension, screen: Screen, tmp_path: Path) -> None:
    """As docs/viec-can-lam.md has it: who is late, one dossier received and its supplement asked for, one renewal
    announced – each letter by an answer of the same click."""
    commune = commune_at_work()
    commune.commune.as_of = MONDAY
    (tmp_path / "so.xlsx").write_bytes(build_workbook(commune, MONDAY))
    document = office.open(tmp_path / "so.xlsx")
    assert ("Phòng Kinh tế", "✘ 2") in words_in(document, "Tổng quan", "B25:F60"), "who is late"
    stand(document, "Sản phẩm", "B11")
    click("next_step", document, screen)
    screen.answer(_DIALOG, "Down", "Return")  # what next: the dossier comes in
    screen.answer(_DIALOG, "Return", text="04, 12")  # what is missing
    for _ in ("write it", "make its papers", "what was done"):
        screen.answer(_DIALOG, "Return")
    screen.wait_until_gone(_DIALOG)
    click("next_step", document, screen)  # where the first click has left her
    for _ in ("ask for a supplement", "write it", "make the letter", "as a draft", "what was done"):
        screen.answer(_DIALOG, "Return")
    screen.wait_until_gone(_DIALOG)
    click("make_papers", document, screen)
    notices = 1 + [kind.slug for kind in KINDS].index("thong-bao-nhac-han")  # after «Tất cả các loại»
    screen.answer(_DIALOG, *["Down"] * notices, "Return")
    for _ in ("as drafts", "what was made"):
        screen.answer(_DIALOG, "Return")
    screen.wait_until_gone(_DIALOG)
    assert "Bổ sung hồ sơ HS05 – Tôm khô" in [
        cell for line in words_in(document, "Việc cần làm", "D5:D60") for cell in line
    ]
    made = sorted(path.name.split("_")[0] for path in (tmp_path / PAPERS).iterdir())
    assert made == ["phieu-dang-ky", "phieu-tiep-nhan", "thong-bao-nhac-han", "yeu-cau-bo-sung"]
    close(document, screen)


def words_in(document: Any, sheet: str, area: str) -> list[tuple[str, ...]]:
    """The first two words or figures of each line."""
    lines = document.Sheets.getByName(sheet).getCellRangeByName(area).getDataArray()
    return [tuple(str(cell) for cell in line if cell != "")[:2] for line in lines]


def stand(document: Any, sheet: str, cell: str) -> None:
    place = document.Sheets.getByName(sheet)
    document.getCurrentController().setActiveSheet(place)
    document.getCurrentController().select(place.getCellRangeByName(cell))


def close(document: Any, screen: Screen) -> None:
    """LibreOffice refuses while a button's last word is on its way or on the screen."""
    document.setModified(False)

    def closed() -> bool:
        screen.press("Return", _DIALOG)
        try:
            document.close(True)
        except Exception:  # com.sun.star.util.CloseVetoException, which has no Python module of its own
            return False
        return True

    wait_for(closed, "the document to close")


def of_tab(tab: Tab) -> list[Action]:
    return [action for action in ACTIONS if action.group.tab is tab]


def click(action: str, document: Any, screen: Screen) -> None:
    """Open its menu with the mouse and go down to the action."""
    tab = next(one.group.tab for one in ACTIONS if one.id == action)
    left, top = place_of_menu(document.getCurrentController().Frame, tab.label)
    screen.do("mousemove", str(left), str(top), "click", "1")
    time.sleep(1)
    screen.do("key", *["Down"] * (1 + [one.id for one in of_tab(tab)].index(action)), "Return")


def place_of_menu(frame: Any, label: str) -> tuple[int, int]:
    """Middle of an entry of the menu bar on the screen, as LibreOffice tells those who cannot see it."""
    found = _named(frame.ContainerWindow.getAccessibleContext(), label)
    assert found is not None, f"no «{label}» in the menu bar"
    at, size = found.getLocationOnScreen(), found.getSize()
    return at.X + size.Width // 2, at.Y + size.Height // 2


def _named(context: Any, label: str, depth: int = 4) -> Any:
    if context.getAccessibleName() == label:
        return context
    if depth == 0:
        return None
    for at in range(min(context.getAccessibleChildCount(), 60)):
        found = _named(context.getAccessibleChild(at).getAccessibleContext(), label, depth - 1)
        if found is not None:
            return found
    return None
