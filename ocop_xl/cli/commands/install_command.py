"""`ocop-xl install [--libreoffice] [--remove]`: the buttons, put in place or taken away."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ocop_xl.cli.exit import DONE
from ocop_xl.machine.bytecode import compile_installed
from ocop_xl.machine.install import install_addin, remove_addin, upgraded
from ocop_xl.machine.libreoffice import extension_version, install_extension, remove_extension
from ocop_xl.machine.machine import Machine, this_machine


def add(command: ArgumentParser) -> None:
    command.add_argument("--libreoffice", action="store_true", help="cài vào LibreOffice Calc thay vì Excel")
    command.add_argument("--remove", action="store_true", help="gỡ nút lệnh ra; sổ không thay đổi")


def run(options: Namespace) -> int:
    machine = this_machine()
    change = _remove if options.remove else _install
    print("\n".join(change(machine, office=options.libreoffice)))
    return DONE


def _install(machine: Machine, *, office: bool) -> list[str]:
    if office:
        before, python = install_extension(machine)
        lines = [f"✔ {upgraded(before)} vào LibreOffice; nút lệnh chạy bằng «{python}»."]
        last = "Hãy mở lại LibreOffice Calc: thực đơn và thanh công cụ OCOP sẽ hiện. Muốn gỡ: thêm «--remove»."
    else:
        done = install_addin(machine)
        lines = [f"✔ {upgraded(done.before)} vào «{done.addin}»; nút lệnh chạy bằng «{done.python}»."]
        last = "Hãy mở Excel: thẻ OCOP sẽ hiện cạnh thẻ Home. Muốn gỡ: «ocop-xl install --remove»."
    left = compile_installed()
    if left:
        lines.append(
            f"⚠ {len(left)} tệp chưa biên dịch sẵn được vì không có quyền ghi; bấm nút sẽ chờ lâu hơn một chút."
        )
    else:
        lines.append("✔ Đã biên dịch sẵn chương trình.")
    return [*lines, last]


def _remove(machine: Machine, *, office: bool) -> list[str]:
    if office:
        there, host = remove_extension(machine), "LibreOffice"
    else:
        there, host = remove_addin(machine, keep_python=bool(extension_version(machine))), "Excel"
    return [
        f"✔ Đã gỡ nút lệnh OCOP khỏi {host}; sổ không thay đổi." if there else f"{host} không có nút lệnh OCOP nào."
    ]
