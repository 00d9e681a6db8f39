"""`ocop-xl doctor [BOOK]`: what is wrong on this PC, in plain words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json
from ocop_xl.faults import log_file
from ocop_xl.machine.bundle import write_bundle
from ocop_xl.machine.diagnosis import Diagnosis
from ocop_xl.machine.doctor import diagnose, is_ready
from ocop_xl.machine.machine import this_machine
from ocop_xl.machine.report import report


def add(command: ArgumentParser) -> None:
    command.add_argument("book", nargs="?", type=Path, metavar="SỔ", help="khám cả sổ này (.xlsx)")
    command.add_argument(
        "--bundle", type=Path, metavar="TỆP.zip", help="ghi gói hỗ trợ, không có dữ liệu hay tên người"
    )
    add_json(command)


def run(options: Namespace) -> int:
    machine = this_machine()
    found = diagnose(machine, options.book)
    if options.bundle is not None:
        write_bundle(options.bundle, machine, found, options.book, sorted(log_file().parent.glob("*.log")))
    if options.json:
        print_json([as_json(one) for one in found])
    else:
        print(report(found))
        if options.bundle is not None:
            print(f"Gói hỗ trợ ở «{options.bundle}»: không có dữ liệu của sổ hay tên người, gửi được cho người hỗ trợ.")
    return DONE if is_ready(found) else ERRORS_FOUND


def as_json(one: Diagnosis) -> dict[str, str]:
    return {"check": one.check, "state": one.state, "sentence": one.sentence, "advice": one.advice}
