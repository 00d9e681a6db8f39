"""The add-in in Excel's start-up folder: put there, renewed and taken away without administrator rights."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from ocop_xl import __version__
from ocop_xl.errors import CannotInstall
from ocop_xl.machine.machine import ADDIN, Machine
from ocop_xl.machine.remembered import forget_python, remember_python
from ocop_xl.machine.shipped import in_order, shipped, version_of
from ocop_xl.records import NamedTuple

_EXCEL_OPEN = (
    "Excel đang mở nên không thay được tệp «{name}»; bản cũ còn nguyên. Hãy lưu sổ, đóng mọi cửa sổ Excel rồi chạy lại."
)


class Installed(NamedTuple):
    """`before` is the version that stood there, "" for none or for one without a version."""

    addin: Path
    before: str
    version: str
    python: Path


def install_addin(machine: Machine) -> Installed:
    """Put the shipped add-in in place and remember this Python for it; `CannotInstall` with one sentence.

    The old add-in stays until the new one is whole: a file that is written elsewhere takes its place in one step.
    """
    _refuse_other_systems(machine)
    source = shipped(ADDIN)
    target = machine.addin
    before = version_of(target)
    refuse_step_back(ADDIN, before, version_of(source))
    _put(target, source.read_bytes())
    try:
        python = remember_python(machine)
    except OSError as error:
        raise CannotInstall(
            "Đã đặt nút lệnh vào Excel nhưng không ghi được nơi đặt Python vào Registry. "
            "Hãy đặt biến môi trường OCOP_PYTHON bằng đường dẫn Python, hoặc nhờ cán bộ tin học."
        ) from error
    return Installed(target, before, version_of(target), python)


def remove_addin(machine: Machine, *, keep_python: bool) -> bool:
    """Take the add-in away; `keep_python` when LibreOffice still needs the setting. False when there was none."""
    _refuse_other_systems(machine)
    there = machine.addin.is_file()
    try:
        machine.addin.unlink(missing_ok=True)
    except PermissionError as error:
        raise CannotInstall(_EXCEL_OPEN.format(name=ADDIN)) from error
    if not keep_python:
        forget_python(machine)
    return there


def refuse_step_back(name: str, before: str, coming: str) -> None:
    """An older version never takes the place of a newer one unasked."""
    if in_order(before) > in_order(coming):
        raise CannotInstall(
            f"Tệp «{name}» đang dùng là bản {before}, mới hơn bản {coming} sắp cài nên chưa thay. Hãy cài ocop-xl bản "
            f"{before} trở lên; nếu thật muốn dùng bản cũ thì chạy «ocop-xl install --remove» trước."
        )


def _refuse_other_systems(machine: Machine) -> None:
    if not machine.windows:
        raise CannotInstall(
            "Nút lệnh của Excel chỉ cài được trên Windows. "
            "Trên máy này hãy dùng LibreOffice: «ocop-xl install --libreoffice»."
        )
    if machine.store_python:
        raise CannotInstall(
            "Python này cài từ Microsoft Store: Windows giấu những gì nó ghi nên Excel không thấy nút lệnh. "
            "Hãy cài Python từ python.org, cài lại ocop-xl bằng Python đó rồi chạy lại lệnh này."
        )


def _put(target: Path, content: bytes) -> None:
    """Written beside the start-up folder, not in it: whatever lies in there, Excel opens."""
    fresh = target.parent.parent / f"ocop-{os.getpid()}.tmp"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _prove(fresh)
        _replace(fresh, target)
    except OSError as error:
        raise CannotInstall(
            f"Không ghi được vào thư mục «{target.parent}». Hãy kiểm tra ổ đĩa còn chỗ và quyền ghi của thư mục này."
        ) from error
    finally:
        fresh.unlink(missing_ok=True)


def _prove(fresh: Path) -> None:
    try:
        with zipfile.ZipFile(fresh) as package:
            damaged = package.testzip()
    except zipfile.BadZipFile:
        damaged = "directory"
    if damaged:
        raise CannotInstall(f"Tệp «{ADDIN}» vừa chép bị hỏng nên chưa thay bản cũ. Hãy cài lại ocop-xl rồi chạy lại.")


def _replace(fresh: Path, target: Path) -> None:
    try:
        fresh.replace(target)
    except PermissionError as error:
        raise CannotInstall(_EXCEL_OPEN.format(name=target.name)) from error


def upgraded(before: str) -> str:
    """What happened, for a sentence."""
    if not before:
        return f"Đã cài bản {__version__}"
    return f"Đã chép lại bản {__version__}" if before == __version__ else f"Đã nâng từ bản {before} lên {__version__}"
