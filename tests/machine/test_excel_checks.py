"""What the doctor says of Excel, from what stands in the registry and in the start-up folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ocop_xl import __version__
from ocop_xl.machine.diagnosis import Diagnosis, State
from ocop_xl.machine.excel_checks import check_addin, check_disabled, check_excel, check_policies, check_remembered
from ocop_xl.machine.install import install_addin
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.registry import Value
from tests.machine.windows_pc import OCOP, windows_pc, with_version

POLICY, USER = r"HKCU\Software\Policies\Microsoft\Office\16.0", r"HKCU\Software\Microsoft\Office\16.0"
SECURITY = r"\Excel\Security"


def only(check: Callable[[Machine], Iterable[Diagnosis]], machine: Machine) -> Diagnosis:
    found = list(check(machine))
    assert len(found) == 1, found
    return found[0]


def test_excel_is_found_with_its_build(tmp_path: Path) -> None:
    run: dict[str, Value] = {
        "key": r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration",
        "VersionToReport": "16.0.17928.20114",
        "Platform": "x64",
    }
    found = only(check_excel, windows_pc(tmp_path, run=run)[0])
    assert found.sentence == r"Excel 16.0.17928.20114, 64 bit ở «C:\Program Files\Office16\EXCEL.EXE»."


def test_a_pc_without_excel_is_shown_libreoffice_and_nothing_else_of_excel(tmp_path: Path) -> None:
    machine, _ = windows_pc(tmp_path, excel=False)
    assert only(check_excel, machine).state is State.CARE
    assert [*check_addin(machine), *check_policies(machine), *check_disabled(machine)] == []


class TestAddIn:
    def test_in_place(self, tmp_path: Path, delivered: Path) -> None:
        machine, _ = windows_pc(tmp_path)
        install_addin(machine)
        found = only(check_addin, machine)
        assert (found.state, found.sentence) == (State.GOOD, f"Nút lệnh bản {__version__} ở «{machine.addin}».")

    def test_never_installed(self, tmp_path: Path) -> None:
        found = only(check_addin, windows_pc(tmp_path)[0])
        assert (found.state, found.advice) == (State.BAD, "Hãy chạy «ocop-xl install».")

    def test_installed_once_but_gone_points_to_the_antivirus(self, tmp_path: Path, delivered: Path) -> None:
        machine, _ = windows_pc(tmp_path)
        install_addin(machine)
        machine.addin.unlink()
        assert "diệt vi-rút" in only(check_addin, machine).sentence

    def test_older_than_the_program(self, tmp_path: Path, delivered: Path) -> None:
        machine, _ = windows_pc(tmp_path)
        machine.startup_folder.mkdir(parents=True)
        machine.addin.write_bytes(with_version(delivered / "OCOP.xlam", "0.0.9"))
        found = only(check_addin, machine)
        assert found.state is State.CARE and "bản 0.0.9, cũ hơn" in found.sentence

    @pytest.mark.parametrize(("zone", "blocked"), [(3, True), (4, True), (1, False)], ids=["web", "bad", "office net"])
    def test_blocked_by_the_mark_of_the_web(self, tmp_path: Path, delivered: Path, zone: int, blocked: bool) -> None:
        machine, _ = windows_pc(tmp_path)
        install_addin(machine)
        Path(f"{machine.addin}:Zone.Identifier").write_text(f"[ZoneTransfer]\nZoneId={zone}\n", encoding="utf-8")
        assert (only(check_addin, machine).state is State.BAD) is blocked


class TestRememberedPython:
    def test_the_one_that_runs_this(self, tmp_path: Path, delivered: Path) -> None:
        machine, _ = windows_pc(tmp_path)
        install_addin(machine)
        assert only(check_remembered, machine).state is State.GOOD

    def test_one_that_is_gone(self, tmp_path: Path) -> None:
        gone: dict[str, Value] = {"key": OCOP, "Python": r"C:\Users\Ánh\Python39\pythonw.exe"}
        found = only(check_remembered, windows_pc(tmp_path, gone=gone)[0])
        assert found.state is State.BAD
        assert r"«C:\Users\Ánh\Python39\pythonw.exe» nhưng không còn tệp đó" in found.sentence

    def test_another_one(self, tmp_path: Path) -> None:
        other = tmp_path / "other.exe"
        other.touch()
        setting: dict[str, Value] = {"key": OCOP, "Python": str(other)}
        assert only(check_remembered, windows_pc(tmp_path, setting=setting)[0]).state is State.CARE

    def test_an_add_in_that_was_copied_by_hand_knows_none(self, tmp_path: Path, delivered: Path) -> None:
        machine, _ = windows_pc(tmp_path)
        machine.startup_folder.mkdir(parents=True)
        machine.addin.write_bytes((delivered / "OCOP.xlam").read_bytes())
        assert only(check_remembered, machine).state is State.BAD


@pytest.mark.parametrize(
    ("key", "name", "number", "state", "says"),
    [
        (POLICY + r"\Common", "vbaoff", 1, State.BAD, "tắt VBA"),
        (r"HKLM\Software\Policies\Microsoft\Office\16.0\Common", "VBAOff", 1, State.BAD, "tắt VBA"),
        (POLICY + SECURITY, "disablealladdins", 1, State.BAD, "tắt mọi phần bổ trợ"),
        (USER + SECURITY, "DisableAllAddins", 1, State.BAD, "tắt mọi phần bổ trợ"),
        (USER + SECURITY, "DisableAllAddins", 0, State.GOOD, "Không có chính sách"),
        (POLICY + SECURITY, "requireaddinsig", 1, State.BAD, "chữ ký số"),
        (POLICY + r"\Excel\Resiliency", "restricttolist", 1, State.BAD, "tắt mọi phần bổ trợ"),
        (POLICY + SECURITY + r"\Trusted Locations", "alllocationsdisabled", 1, State.CARE, "không tin thư mục nào"),
        (USER + SECURITY, "VBAWarnings", 4, State.GOOD, "Không có chính sách"),  # the start-up folder is trusted
    ],
)
def test_what_an_office_policy_forbids(
    tmp_path: Path, key: str, name: str, number: int, state: State, says: str
) -> None:
    found = only(check_policies, windows_pc(tmp_path, policy={"key": key, name: number})[0])
    assert found.state is state
    assert says in found.sentence


def test_macros_off_matter_once_the_start_up_folder_is_not_trusted(tmp_path: Path) -> None:
    machine, _ = windows_pc(
        tmp_path,
        trust={"key": USER + SECURITY + r"\Trusted Locations", "AllLocationsDisabled": 1},
        macros={"key": POLICY + SECURITY, "VBAWarnings": 4},
    )
    assert [found.state for found in check_policies(machine)] == [State.CARE, State.BAD]


def test_policies_are_read_for_the_installed_version(tmp_path: Path) -> None:
    machine, _ = windows_pc(
        tmp_path,
        version={"key": r"HKCR\Excel.Application\CurVer", "": "Excel.Application.14"},
        policy={"key": r"HKCU\Software\Policies\Microsoft\Office\14.0\Common", "VBAOff": 1},
    )
    assert only(check_policies, machine).state is State.BAD


@pytest.mark.parametrize("header", [12, 13], ids=["even", "odd"])
def test_an_add_in_that_excel_switched_off_after_a_crash(tmp_path: Path, header: int) -> None:
    item = bytes(header) + r"c:\users\ánh\appdata\roaming\microsoft\excel\xlstart\ocop.xlam".encode("utf-16-le")
    crash: dict[str, Value] = {"key": USER + r"\Excel\Resiliency\DisabledItems", "1A2B": item}
    assert "Disabled Items" in only(check_disabled, windows_pc(tmp_path, crash=crash)[0]).advice
    other: dict[str, Value] = {**crash, "key": USER + r"\Excel\Resiliency\DisabledItems", "1A2B": b"solver.xlam"}
    assert list(check_disabled(windows_pc(tmp_path, other=other)[0])) == []
