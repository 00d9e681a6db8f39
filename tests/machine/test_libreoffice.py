"""The extension in a real LibreOffice, in a profile of its own."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_xl import __version__
from ocop_xl.errors import CannotInstall
from ocop_xl.machine import libreoffice, shipped
from ocop_xl.machine.diagnosis import State
from ocop_xl.machine.libreoffice import (
    extension_version,
    install_extension,
    remove_extension,
    without_virtual_python,
)
from ocop_xl.machine.libreoffice_checks import check_extension, check_libreoffice
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.registry import NoRegistry
from ocop_xl.machine.remembered import remembered_python
from tests.conftest import need

NOBODY = "65534"
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def machine(built: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """This machine for a user with an empty home; LibreOffice serves no root, so root's calls go out as nobody's."""
    office, tool = need("soffice", "extension"), need("unopkg", "extension")
    with tempfile.TemporaryDirectory(prefix="ocop-home-") as name:
        home = Path(name)
        home.chmod(0o777)
        delivery = home / "delivery"
        shutil.copytree(built, delivery)
        for path in (delivery, *delivery.iterdir()):
            path.chmod(0o755)
        monkeypatch.setattr(shipped, "_PLACES", (delivery,))
        environment = os.environ | {"HOME": name, "TMPDIR": name, "XDG_CONFIG_HOME": str(home / ".config")}
        if AS_ROOT:
            programs = home / "bin"
            programs.mkdir()
            for program, real in (("soffice", office), ("unopkg", tool)):
                script = programs / program
                script.write_text(
                    f"#!/bin/sh\nexec {need('setpriv', 'LibreOffice as nobody')} --reuid={NOBODY} --regid={NOBODY} "
                    f'--clear-groups {real} "$@"\n',
                    encoding="utf-8",
                )
                script.chmod(0o755)
            monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
        (home / ".config").mkdir(mode=0o777)
        (home / ".config").chmod(0o777)
        python = Path(sys.executable)
        yield Machine("linux", NoRegistry(), environment, home, python, python.parent)


def states(machine: Machine) -> list[State]:
    return [found.state for found in (*check_libreoffice(machine), *check_extension(machine))]


def test_installed_renewed_and_removed(machine: Machine) -> None:
    assert extension_version(machine) == ""
    assert states(machine) == [State.GOOD, State.CARE]

    assert install_extension(machine) == ("", Path(sys.executable))
    assert extension_version(machine) == __version__
    assert remembered_python(machine) == Path(sys.executable)
    assert states(machine) == [State.GOOD, State.GOOD]

    assert install_extension(machine)[0] == __version__, "a second time it is renewed"

    assert remove_extension(machine)
    assert extension_version(machine) == "" and remembered_python(machine) is None
    assert not remove_extension(machine), "a second time there is nothing to take"


def test_a_file_that_libreoffice_refuses(machine: Machine) -> None:
    (shipped.shipped("ocop.oxt")).write_bytes(b"no extension")
    with pytest.raises(CannotInstall, match="LibreOffice không cài được phần mở rộng"):
        install_extension(machine)
    assert remembered_python(machine) is None


@pytest.mark.skipif(not AS_ROOT, reason="only root can see this")
def test_root_is_told_to_come_as_a_user(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.environ["PATH"].partition(os.pathsep)[2])
    with pytest.raises(CannotInstall, match="quyền quản trị"):
        install_extension(machine)


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine("linux", NoRegistry(), {}, tmp_path, Path(sys.executable), tmp_path)
    for module in (libreoffice, sys.modules["ocop_xl.machine.libreoffice_checks"]):
        monkeypatch.setattr(module, "find_office", lambda: None)
    with pytest.raises(CannotInstall, match="chưa có LibreOffice"):
        install_extension(machine)
    (found,) = (*check_libreoffice(machine), *check_extension(machine))
    assert found.state is State.CARE and "PDF" in found.sentence


def test_libreoffice_does_not_meet_the_python_of_a_virtual_environment(tmp_path: Path) -> None:
    """With one in PATH, ours or another that is switched on, LibreOffice's tool runs out of memory."""
    (tmp_path / "ao" / "bin").mkdir(parents=True)
    (tmp_path / "ao" / "pyvenv.cfg").touch()
    path = os.pathsep.join((str(tmp_path / "ao" / "bin"), "/usr/bin"))
    environment = {"PATH": path, "VIRTUAL_ENV": str(tmp_path / "ao"), "HOME": "/nha"}
    assert without_virtual_python(environment) == {"PATH": "/usr/bin", "HOME": "/nha"}
