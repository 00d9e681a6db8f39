"""A folder as it looks after a round of sending: every kind of fault, and the state in which each commune should be."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from ocop_xl.model import Book, Product
from ocop_xl.province.board.states import State
from tests.province.communes import DAY, changed, code_of, commune, package, package_of, workbook_of

DUE = DAY + timedelta(days=2)
AFTER = DAY + timedelta(days=5)
Plant = Callable[[Path, int], None]


def renamed(book: Book) -> None:
    book[Product][0].name = "Tôm khô loại một"


def _save(folder: Path, number: int, raw: bytes, suffix: str = ".zip") -> None:
    (folder / f"goi_{code_of(number)}{suffix}").write_bytes(raw)


def sent(folder: Path, number: int) -> None:
    _save(folder, number, package_of(number))


def late(folder: Path, number: int) -> None:
    _save(folder, number, package_of(number, AFTER))


def nothing(folder: Path, number: int) -> None:
    pass


def replaced(folder: Path, number: int) -> None:
    sent(folder, number)
    _save(folder, number, package(changed(number, renamed), DAY + timedelta(days=1)), "_lan2.zip")


def unchanged(folder: Path, number: int) -> None:
    sent(folder, number)
    _save(folder, number, package_of(number, DAY + timedelta(days=1)), "_lan2.zip")


def forked(folder: Path, number: int) -> None:
    sent(folder, number)
    _save(folder, number, package(changed(number, renamed)), "_may2.zip")


def repeated(folder: Path, number: int) -> None:
    sent(folder, number)
    _save(folder, number, (folder / f"goi_{code_of(number)}.zip").read_bytes(), " (1).zip")


def cut_short(folder: Path, number: int) -> None:
    _save(folder, number, package_of(number)[:4000])


def altered(folder: Path, number: int) -> None:
    """Somebody has opened the package and saved the workbook in it."""
    whole = package_of(number)
    path = folder / f"goi_{code_of(number)}.zip"
    path.write_bytes(whole)
    with zipfile.ZipFile(path) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    with zipfile.ZipFile(path, "w") as again:
        for name, content in files.items():
            again.writestr(name, content + b" " if name.endswith(".txt") else content)


def of_a_newer_program(folder: Path, number: int) -> None:
    path = folder / f"goi_{code_of(number)}.zip"
    path.write_bytes(package_of(number))
    with zipfile.ZipFile(path) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    with zipfile.ZipFile(path, "w") as again:
        for name, content in files.items():
            again.writestr(
                name, content.replace(b'"version": ', b'"version": 9') if name == "manifest.json" else content
            )


def workbook_only(folder: Path, number: int) -> None:
    _save(folder, number, workbook_of(number), ".xlsx")


def in_a_mail(folder: Path, number: int) -> None:
    with zipfile.ZipFile(folder / f"thu_{number}.zip", "w") as mail:
        mail.writestr(f"Đính kèm/{number}.zip", package_of(number))


PLANTS: tuple[tuple[Plant, State], ...] = (
    (sent, State.ON_TIME),
    (late, State.LATE),
    (nothing, State.OVERDUE),
    (replaced, State.ON_TIME),
    (workbook_only, State.ON_TIME),
    (unchanged, State.SAME),
    (forked, State.FORKED),
    (repeated, State.ON_TIME),
    (cut_short, State.UNUSABLE),
    (altered, State.UNUSABLE),
    (of_a_newer_program, State.NEWER),
    (in_a_mail, State.ON_TIME),
)
"""What is done with a commune, and the state that it comes to three days after the due day."""


def code_with(what: Plant) -> str:
    """The first commune with which this is done."""
    return code_of(next(number for number, (planted, _) in enumerate(PLANTS) if planted is what))


def plant(folder: Path, count: int) -> dict[str, State]:
    """The kinds in turn; by the commune's code the state that the board should say."""
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for number in range(count):
        what, state = PLANTS[number % len(PLANTS)]
        what(folder, number)
        expected[code_of(number)] = state
    return expected


def write_units(path: Path, count: int) -> Path:
    """The province's own list, as a text."""
    lines = [f"{number + 1};{code_of(number)};{commune(number).commune.name}" for number in range(count)]
    path.write_text("\n".join(["Danh sách xã;;", "STT;Mã xã;Tên xã", *lines]) + "\n", "utf-8")
    return path


def today() -> date:
    return DUE + timedelta(days=3)
