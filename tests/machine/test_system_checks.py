"""What the doctor says of the system: dates, fonts, folders, Python and its libraries."""

from __future__ import annotations

import os
import py_compile
import shutil
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest

from ocop_xl.machine import bytecode, python_checks, system_checks
from ocop_xl.machine.diagnosis import State
from ocop_xl.machine.doctor import MACHINE_CHECKS, diagnose, is_ready
from ocop_xl.machine.machine import this_machine
from ocop_xl.machine.registry import Value
from ocop_xl.machine.system_checks import check_dates, check_folder, check_fonts, date_order
from tests.conftest import need
from tests.machine.windows_pc import windows_pc

FONTS = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


@pytest.mark.parametrize(
    ("pattern", "order"),
    [
        ("dd/MM/yyyy", "dmy"),
        ("d/M/yyyy", "dmy"),
        ("M/d/yyyy", "mdy"),
        ("yyyy-MM-dd", "ymd"),
        ("%d/%m/%Y", "dmy"),
        ("%m/%d/%y", "mdy"),
        ("%D", "mdy"),
        ("%F", "ymd"),
    ],
)
def test_the_order_of_day_and_month(pattern: str, order: str) -> None:
    assert date_order(pattern) == order


@pytest.mark.parametrize(("pattern", "state"), [("dd/MM/yyyy", State.GOOD), ("M/d/yyyy", State.CARE)])
def test_the_date_order_of_windows(tmp_path: Path, pattern: str, state: State) -> None:
    region: dict[str, Value] = {"key": r"HKCU\Control Panel\International", "sShortDate": pattern}
    (found,) = check_dates(windows_pc(tmp_path, region=region)[0])
    assert found.state is state


def test_the_font_of_the_papers_on_windows(tmp_path: Path) -> None:
    fonts: dict[str, Value] = {"key": FONTS, "Times New Roman (TrueType)": "times.ttf"}
    assert [one.state for one in check_fonts(windows_pc(tmp_path, fonts=fonts)[0])] == [State.GOOD]
    other: dict[str, Value] = {"key": FONTS, "Times New Roman Bold Italic (TrueType)": "timesbi.ttf"}
    assert [one.state for one in check_fonts(windows_pc(tmp_path, fonts=other)[0])] == [State.CARE]


def test_the_font_of_the_papers_here() -> None:
    need("fc-match", "fonts as LibreOffice finds them")
    (found,) = check_fonts(this_machine())
    assert found.state is State.GOOD and "Times New Roman" in found.sentence


def test_a_folder_that_takes_files(tmp_path: Path) -> None:
    (found,) = check_folder(tmp_path)
    assert found.state is State.GOOD
    assert list(tmp_path.iterdir()) == [], "the trial leaves nothing behind"


def test_a_folder_that_takes_none(tmp_path: Path) -> None:
    (found,) = check_folder(tmp_path / "không có")
    assert (found.check, found.state) == ("folder", State.BAD)


@pytest.mark.parametrize(
    ("free", "state", "room"),
    [
        (10 * 2**20, State.BAD, "10 MB"),
        (300 * 2**20, State.CARE, "300 MB"),
        (int(1.5 * 2**30), State.GOOD, "1,5 GB"),
    ],
)
def test_the_room_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: State, room: str
) -> None:
    monkeypatch.setattr(system_checks.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    (found,) = check_folder(tmp_path)
    assert found.state is state and f"còn {room}" in found.sentence


@pytest.mark.parametrize(
    ("versions", "state", "says"),
    [
        ({"xlwings": "0.33.2", "pywin32": "306"}, State.GOOD, "xlwings 0.33.2"),
        ({"xlwings": "0.9.4", "pywin32": "306"}, State.BAD, "cũ quá"),
        ({"pywin32": "306"}, State.BAD, "Chưa có xlwings"),
        ({}, State.BAD, "Chưa có xlwings và pywin32"),
    ],
    ids=["there", "old", "missing", "both missing"],
)
def test_xlwings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, versions: dict[str, str], state: State, says: str
) -> None:
    def version(name: str) -> str:
        if name not in versions:
            raise PackageNotFoundError(name)
        return versions[name]

    monkeypatch.setattr(python_checks, "version", version)
    (found,) = python_checks.check_xlwings(windows_pc(tmp_path)[0])
    assert found.state is state and says in found.sentence


def test_what_is_needed_to_run_is_known_from_the_packages_own_records() -> None:
    needed = bytecode.requirements()
    assert {"ocop-xl", "jinja2", "markupsafe", "xlsxwriter", "python-calamine"} <= set(needed)
    assert "pytest" not in needed, "tools of developers are not missed on an officer's PC"


class TestCompiling:
    @pytest.fixture
    def package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "ocop_xl"
        shutil.copytree(bytecode.PACKAGE / "machine", folder / "machine", ignore=shutil.ignore_patterns("__pycache__"))
        monkeypatch.setattr(bytecode, "PACKAGE", folder)
        return folder

    def test_after_it_nothing_is_left_to_compile(self, package: Path) -> None:
        assert len(bytecode.uncompiled()) == len(list(package.rglob("*.py")))
        assert bytecode.compile_installed() == []
        assert bytecode.uncompiled() == []

    def test_a_source_that_changed_is_found(self, package: Path) -> None:
        bytecode.compile_installed()
        changed = package / "machine" / "zone.py"
        changed.write_text(changed.read_text("utf-8") + "\n", encoding="utf-8")
        assert bytecode.uncompiled() == [changed]

    def test_a_file_compiled_by_hash_needs_no_time_stamp(self, package: Path) -> None:
        source = package / "machine" / "zone.py"
        py_compile.compile(str(source), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
        os.utime(source, (0, 0))
        assert source not in bytecode.uncompiled()

    def test_a_place_that_keeps_nothing_is_told(self, package: Path) -> None:
        (package / "machine" / "__pycache__").write_text("a file where the folder should be", encoding="utf-8")
        assert len(bytecode.compile_installed()) == len(list(package.rglob("*.py")))


def test_one_look_that_fails_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def check_dates(machine: object) -> list[object]:
        raise KeyError("Nguyễn Thị Ánh")

    monkeypatch.setattr("ocop_xl.machine.doctor.MACHINE_CHECKS", (check_dates, MACHINE_CHECKS[0]))
    found = diagnose(this_machine())
    assert found[0].sentence == "Không khám được mục này (dates: KeyError)."
    assert found[1].check == "python"
    assert is_ready(found), "a look that failed is no illness"
