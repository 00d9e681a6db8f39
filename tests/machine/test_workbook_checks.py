"""What the doctor says of the workbook: readable, writable, and in a safe place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ocop_xl.machine import workbook_checks
from ocop_xl.machine.diagnosis import State
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.workbook_checks import check_workbook
from tests.machine.windows_pc import windows_pc


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setattr(workbook_checks.tempfile, "gettempdir", lambda: str(tmp_path / "Temp"))
    return windows_pc(tmp_path)[0]


def look(machine: Machine, book: Path) -> dict[str, State]:
    return {found.check: found.state for found in check_workbook(machine, book)}


@pytest.fixture
def book(tmp_path: Path, demo_file: Path) -> Path:
    return Path(shutil.copy(demo_file, tmp_path / "sổ của xã.xlsx"))


def moved(book: Path, *folders: str) -> Path:
    target = book.parent.joinpath(*folders)
    target.mkdir(parents=True)
    return Path(shutil.copy(book, target / book.name))


def test_a_sound_workbook_in_a_folder_of_its_own(machine: Machine, book: Path) -> None:
    (found,) = check_workbook(machine, book)
    assert found.sentence.startswith("Đọc được sổ «sổ của xã.xlsx», ")


def test_an_unreadable_one_is_told_with_what_to_do(machine: Machine, tmp_path: Path) -> None:
    (found,) = check_workbook(machine, tmp_path / "không có.xlsx")
    assert (found.sentence, found.advice) == (
        "Không thấy tệp «không có.xlsx».",
        "Hãy kiểm tra lại tên tệp và thư mục.",
    )


@pytest.mark.parametrize("mark", ["~$sổ của xã.xlsx", ".~lock.sổ của xã.xlsx#"], ids=["Excel", "LibreOffice"])
def test_open_in_a_program(machine: Machine, book: Path, mark: str) -> None:
    (book.parent / mark).touch()
    assert look(machine, book) == {"book": State.GOOD, "book-open": State.CARE}


def test_read_only(machine: Machine, book: Path) -> None:
    book.chmod(0o444)
    assert look(machine, book) == {"book": State.GOOD, "book-read-only": State.BAD}


def test_marked_as_downloaded(machine: Machine, book: Path) -> None:
    Path(f"{book}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n", encoding="utf-8")
    assert look(machine, book) == {"book": State.GOOD, "book-blocked": State.CARE}


@pytest.mark.parametrize(
    ("folders", "check", "state"),
    [
        (("Temp", "Temp1_ho-so.zip"), "book-place", State.BAD),
        (("Temp", "7zO4C0E1A23"), "book-place", State.BAD),
        (("INetCache", "Content.Outlook", "AB12CD34"), "book-place", State.BAD),
        (("Temp", "x"), "book-place", State.CARE),
        (("OneDrive - UBND xã Vĩnh Phong", "OCOP"), "book-cloud", State.CARE),
        (("d" * 100, "e" * 100, "f" * 20), "book-path", State.BAD),
    ],
    ids=["zip", "7-zip", "mail", "temporary", "OneDrive", "long path"],
)
def test_places_where_a_workbook_is_not_safe(
    machine: Machine, book: Path, folders: tuple[str, ...], check: str, state: State
) -> None:
    assert look(machine, moved(book, *folders)) == {"book": State.GOOD, check: state}


def test_a_folder_is_synced_when_onedrive_says_that_it_is_its_own(tmp_path: Path, book: Path) -> None:
    plain, _ = windows_pc(tmp_path)
    root = {"OneDriveCommercial": str(tmp_path / "Mây")}
    synced = Machine(plain.system, plain.registry, root, plain.home, plain.python, plain.base)
    assert look(synced, moved(book, "Mây"))["book-cloud"] is State.CARE
    assert "book-cloud" not in look(plain, moved(book, "Mây 2"))


def test_an_address_of_the_web_is_no_file(machine: Machine) -> None:
    (found,) = check_workbook(machine, Path("https://ubnd.sharepoint.com/ocop/so.xlsx"))
    assert found.state is State.BAD and "SharePoint" in found.sentence
