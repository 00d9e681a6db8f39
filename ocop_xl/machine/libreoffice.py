"""The extension in LibreOffice, put there by its own tool into the user's profile."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from ocop_xl.errors import CannotInstall
from ocop_xl.machine.install import refuse_step_back
from ocop_xl.machine.machine import EXTENSION, Machine
from ocop_xl.machine.remembered import forget_python, remember_python
from ocop_xl.machine.shipped import shipped, version_of
from ocop_xl.papers.pdf import find_office

_PYTHONS_OWN = frozenset(("VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH"))
IDENTIFIER = "vn.ocop.calc"
_SECONDS = 120.0
_WAITS = (1.0, 3.0)
_STILL_HELD = re.compile("lock file|already running|office is running|in use", re.IGNORECASE)
_FOR_ROOT = "Cannot run unopkg as root"
_NO_OFFICE = "Máy này chưa có LibreOffice. Hãy cài LibreOffice (miễn phí, libreoffice.org) rồi chạy lại."


def office_version(machine: Machine, office: str) -> str:
    """For example "7.4.7.2"; "" when LibreOffice does not answer."""
    done = _run(machine, [office, "--version"])
    found = re.search(r"LibreOffice\s+([\d.]+)", done.stdout) if done else None
    return found[1] if found else ""


def extension_version(machine: Machine) -> str | None:
    """Of the extension in the user's profile; "" for none, None when LibreOffice's tool does not answer."""
    tool = _tool()
    done = _run(machine, [tool, "list"]) if tool else None
    if done is None or done.returncode or _FOR_ROOT in done.stdout + done.stderr:
        return None
    found = re.search(rf"Identifier:\s*{re.escape(IDENTIFIER)}\s+Version:\s*(\S+)", done.stdout)
    return found[1] if found else ""


def install_extension(machine: Machine) -> tuple[str, Path]:
    """Add or renew the extension and remember this Python for it; the version before ("" for none) and the Python."""
    tool = _need_tool()
    source = shipped(EXTENSION)
    before = extension_version(machine) or ""
    refuse_step_back(EXTENSION, before, version_of(source))
    _must(machine, [tool, "add", "--force", "--suppress-license", str(source)], "cài")
    try:
        return before, remember_python(machine)
    except OSError as error:
        raise CannotInstall(
            "Đã cài phần mở rộng vào LibreOffice nhưng không ghi được nơi đặt Python. "
            "Hãy đặt biến môi trường OCOP_PYTHON bằng đường dẫn Python rồi mở lại LibreOffice."
        ) from error


def remove_extension(machine: Machine) -> bool:
    """False when there was none. The Python setting goes unless Excel's add-in still needs it."""
    tool = _need_tool()
    there = bool(extension_version(machine))
    if there:
        _must(machine, [tool, "remove", IDENTIFIER], "gỡ")
    if not (machine.windows and machine.addin.is_file()):
        forget_python(machine)
    return there


def _tool() -> str | None:
    """`unopkg` stands beside `soffice`, of which PATH may hold only a link."""
    office = find_office()
    if office is None:
        return None
    program = Path(office).resolve().parent
    names = ("unopkg.com", "unopkg")
    beside = next((str(program / name) for name in names if (program / name).is_file()), None)
    return beside or shutil.which("unopkg")


def _need_tool() -> str:
    tool = _tool()
    if tool is None:
        raise CannotInstall(_NO_OFFICE)
    return tool


def _must(machine: Machine, command: list[str], what: str) -> None:
    done = _patiently(machine, command)
    if done is not None and not done.returncode:
        return
    said = done.stdout + done.stderr if done else f"không trả lời trong {_SECONDS:.0f} giây"
    if _FOR_ROOT in said:
        raise CannotInstall(
            "LibreOffice không nhận phần mở rộng khi chạy bằng quyền quản trị. Hãy chạy lại lệnh này "
            "bằng tài khoản thường của người dùng."
        )
    raise CannotInstall(
        f"LibreOffice không {what} được phần mở rộng; thường do LibreOffice đang mở. "
        "Hãy đóng mọi cửa sổ LibreOffice (cả biểu tượng cạnh đồng hồ) rồi chạy lại."
    ) from _Refused(said)


class _Refused(Exception):
    """What LibreOffice's tool said, in its own words, for the log."""


def _patiently(machine: Machine, command: list[str]) -> subprocess.CompletedProcess[str] | None:
    """LibreOffice, and its tool before, hold the profile for a moment after they have ended: that is waited for."""
    for seconds in _WAITS:
        done = _run(machine, command)
        if done is None or not done.returncode or not _STILL_HELD.search(done.stdout + done.stderr):
            return done
        time.sleep(seconds)
    return _run(machine, command)


def without_virtual_python(environment: Mapping[str, str]) -> dict[str, str]:
    """LibreOffice's own Python must not find a virtual environment's, be it ours or another that somebody has switched
    on: its tool then fails for want of memory."""
    places = environment.get("PATH", "").split(os.pathsep)
    path = os.pathsep.join(one for one in places if not (Path(one).parent / "pyvenv.cfg").is_file())
    kept = {name: value for name, value in environment.items() if name not in _PYTHONS_OWN}
    return kept | ({"PATH": path} if path else {})


def _run(machine: Machine, command: list[str]) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(
            command,
            env=without_virtual_python(machine.environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
