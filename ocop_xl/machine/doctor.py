"""Everything that is looked at when a button does not work, in the order in which it must work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from ocop_xl.machine.diagnosis import Diagnosis, State, care
from ocop_xl.machine.excel_checks import check_addin, check_disabled, check_excel, check_policies, check_remembered
from ocop_xl.machine.libreoffice_checks import check_extension, check_libreoffice
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.python_checks import check_compiled, check_package, check_python, check_xlwings
from ocop_xl.machine.system_checks import check_dates, check_folder, check_fonts
from ocop_xl.machine.workbook_checks import check_workbook

MACHINE_CHECKS: tuple[Callable[[Machine], Iterable[Diagnosis]], ...] = (
    check_python,
    check_package,
    check_xlwings,
    check_compiled,
    check_excel,
    check_addin,
    check_remembered,
    check_policies,
    check_disabled,
    check_libreoffice,
    check_extension,
    check_dates,
    check_fonts,
)


def diagnose(machine: Machine, book: Path | None = None) -> list[Diagnosis]:
    """How this PC stands, and the workbook if one is given. Nothing is changed."""
    found: list[Diagnosis] = []
    for check in MACHINE_CHECKS:
        found += _kept_going(check.__name__, partial(check, machine))
    if book is not None:
        found += _kept_going("book", partial(check_workbook, machine, book))
    folder = book.absolute().parent if book is not None and book.exists() else Path.cwd()
    return found + _kept_going("folder", partial(check_folder, folder))


def is_ready(found: Sequence[Diagnosis]) -> bool:
    return all(one.state is not State.BAD for one in found)


def _kept_going(name: str, look: Callable[[], Iterable[Diagnosis]]) -> list[Diagnosis]:
    """A sick PC is what this is for: one look that fails must not hide the others."""
    try:
        return list(look())
    except Exception as error:
        topic = name.removeprefix("check_")
        return [
            care(
                topic,
                f"Không khám được mục này ({topic}: {type(error).__name__}).",
                "Hãy gửi gói hỗ trợ («ocop-xl doctor --bundle ho-tro.zip») cho người hỗ trợ.",
            )
        ]
