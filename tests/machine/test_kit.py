"""The offline kit: it lacks no wheel on any Windows it is for, and installs here without a network."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from ocop_xl import __version__
from tools.build_kit import ELSEWHERE, ON_WINDOWS, SOURCES, WINDOWS, build_kit, sums
from tools.kit_files import cai_dat
from tools.kit_wheels import Computer, lacking, this_computer, windows

EACH_WINDOWS = [pytest.param(computer, id=computer.name) for computer in WINDOWS]


def wheel(folder: Path, name: str, *requires: str, tags: str = "py3-none-any") -> None:
    """A wheel that is nothing but its name and what it asks for."""
    distribution = name.replace("-", "_")
    lines = [f"Requires-Dist: {line}" for line in requires]
    with zipfile.ZipFile(folder / f"{distribution}-1.0-{tags}.whl", "w") as out:
        out.writestr(f"{distribution}-1.0.dist-info/METADATA", "\n".join(("Name: " + name, *lines, "", "")))


# --- which wheels a computer needs --------------------------------------------------------------------------


def test_what_a_wheel_asks_for_on_windows_only_is_asked_for_there(tmp_path: Path) -> None:
    """pip would say that nothing is lacking: it answers the marker for the computer on which it runs."""
    wheel(tmp_path, "ocop-xl", 'xlwings>=1; extra == "excel"')
    wheel(tmp_path, "xlwings", 'pywin32>=224; platform_system == "Windows"', 'psutil; platform_system == "Darwin"')
    assert [str(one) for one in lacking("ocop-xl[excel]", tmp_path, windows("3.14"))] == ["pywin32>=224"]
    assert lacking("ocop-xl", tmp_path, windows("3.14")) == []


def test_a_wheel_of_another_python_or_system_does_not_count(tmp_path: Path) -> None:
    wheel(tmp_path, "fast", tags="cp313-cp313-win_amd64")
    assert lacking("fast", tmp_path, windows("3.13")) == []
    assert lacking("fast", tmp_path, windows("3.14")) == [Requirement("fast")]
    assert lacking("fast>1.0", tmp_path, windows("3.13")) == [Requirement("fast>1.0")]
    wheel(tmp_path, "steady", tags="cp39-abi3-win_amd64")
    assert lacking("steady", tmp_path, windows("3.14")) == [], "a stable ABI serves newer Pythons too"


# --- the program that installs ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["CAI-DAT.cmd", "cai_dat.py"])
def test_every_console_can_show_what_the_installer_says(name: str) -> None:
    (SOURCES / name).read_text(encoding="ascii")


def test_the_installer_looks_for_the_pythons_that_have_wheels() -> None:
    command = (SOURCES / "CAI-DAT.cmd").read_text(encoding="ascii")
    dotted = " ".join(computer.name.split()[1] for computer in reversed(WINDOWS))
    assert command.count(f"({dotted})") == 2
    assert f"({dotted.replace('.', '')})" in command
    assert f"Python 3.{cai_dat.OLDEST[1]} den 3.{cai_dat.NEWEST[1]}" in command


def test_a_bad_copy_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cai_dat, "HERE", tmp_path)
    (tmp_path / "wheels").mkdir()
    for name in ("wheels/a.whl", "huong-dan.html"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / cai_dat.SUMS).write_text(sums(tmp_path), encoding="ascii")
    assert cai_dat.damaged() == ""
    (tmp_path / "wheels/a.whl").write_bytes(b"half")
    assert cai_dat.damaged() == "tep wheels/a.whl bi hong khi chep. Hay chep lai ca thu muc."
    (tmp_path / "wheels/a.whl").unlink()
    assert cai_dat.damaged() == "thieu tep wheels/a.whl. Hay chep lai ca thu muc."


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"sys.version_info": (3, 10, 4), "sys.version": "3.10.4 (main)"}, "day la Python 3.10.4."),
        ({"sys.version_info": (3, 15, 0), "sys.version": "3.15.0a1"}, "can Python 3.11 den 3.14"),
        ({"WINDOWS": True, "struct.calcsize": lambda _: 4}, "32 bit"),
        ({"WINDOWS": True, "sys.executable": r"C:\Users\Ánh\AppData\Local\Microsoft\WindowsApps\python.exe"}, "Store"),
    ],
)
def test_a_python_that_will_not_do_says_why(
    facts: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cai_dat.unfit() == ""
    for name, value in facts.items():
        monkeypatch.setattr(f"tools.kit_files.cai_dat.{name}", value)
    assert said in cai_dat.unfit()
    assert cai_dat.main(["--xem-python"]) == cai_dat.NOT_DONE


# --- the whole kit ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from whatever index pip is set up with; without one there is nothing to test."""
    try:
        return build_kit(tmp_path_factory.mktemp("dist") / f"kit-{__version__}")
    except (SystemExit, subprocess.CalledProcessError) as error:
        pytest.skip(f"no index of packages can be reached: {error}")


@pytest.mark.thorough
@pytest.mark.parametrize("computer", EACH_WINDOWS)
def test_no_windows_lacks_a_wheel(kit: Path, computer: Computer) -> None:
    assert lacking(ON_WINDOWS, kit / "wheels", computer) == []
    names = {path.name.partition("-")[0] for path in (kit / "wheels").glob("*.whl")}
    assert {"ocop_xl", "xlwings", "pywin32", "python_calamine", "markupsafe"} <= names


@pytest.mark.thorough
def test_every_file_has_its_sum_and_every_link_of_the_guides_its_page(kit: Path) -> None:
    listed = dict(reversed(line.split("  ")) for line in (kit / cai_dat.SUMS).read_text().splitlines())
    files = {path.relative_to(kit).as_posix(): path for path in kit.rglob("*") if path.is_file()}
    assert set(listed) == set(files) - {cai_dat.SUMS}
    assert all(hashlib.sha256(files[name].read_bytes()).hexdigest() == value for name, value in listed.items())
    for page in kit.glob("*.html"):
        named = re.findall(r'(?:href|src)="([^":#]+)["#]', page.read_text(encoding="utf-8"))
        assert [name for name in named if not (kit / name).is_file()] == [], page.name


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="on Windows it would install into this Python")
def test_it_installs_into_an_empty_home_without_a_network(kit: Path, tmp_path: Path) -> None:
    assert lacking(ELSEWHERE, kit / "wheels", this_computer()) == []
    home = tmp_path / "nhà mới"
    home.mkdir()
    nowhere = "http://127.0.0.1:9"
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "PIP_INDEX_URL": nowhere,
    }

    def run(*command: object) -> subprocess.CompletedProcess[str]:
        words = [str(word) for word in command]
        return subprocess.run(words, capture_output=True, encoding="utf-8", env=environment, cwd=home, timeout=300)

    done = run(sys.executable, kit / "cai_dat.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"ocop_xl {__version__}" in done.stdout and "DA CAI XONG" in done.stdout
    program = home / "ocop" / "bin" / "ocop-xl"
    assert run(program, "demo", "--on", "2026-11-23").returncode == 0
    checked = run(program, "check", home / "demo" / "OCOP_VinhPhong.xlsx")
    assert checked.returncode == 1 and "lỗi phải sửa" in checked.stdout
    assert run(program, "doctor").returncode == 0
    again = run(sys.executable, kit / "cai_dat.py")
    assert again.returncode == 0, "installing once more heals what was installed"
