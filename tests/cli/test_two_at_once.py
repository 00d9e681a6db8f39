"""Two commands on one workbook at the same moment, and another program that saves it in between: no update is lost.

Whoever says «đã ghi» has written, whoever ends with 2 has written nothing and said why; with --wait both write.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_xl.model import Paper, Product, ScoreSheet
from ocop_xl.papers.numbering.register_row import text_of
from ocop_xl.sheets.reading.read import read_book
from tests.conftest import Convert

ON = ("--on", "2026-11-23")
MANY = [pytest.param(turn, marks=() if turn == 0 else pytest.mark.thorough) for turn in range(20)]


@pytest.fixture
def book(demo_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    shutil.copyfile(demo_file, path)
    for name in ("Mắm ruốc", "Khô cá kèo"):
        list_of(tmp_path, name).write_text(f"TT\tTên sản phẩm\tChủ thể\n1\t{name}\tHộ {name}\n", encoding="utf-8")
    return path


def list_of(folder: Path, name: str) -> Path:
    return folder / f"{name}.txt"


def command(book: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "ocop_xl", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=book.parent,
    )


def importing(book: Path, name: str, *more: str) -> tuple[object, ...]:
    return ("import", book, list_of(book.parent, name), "--apply", *ON, *more)


def opening(book: Path, *more: str) -> tuple[object, ...]:
    return ("score", book, "--open", "HS01", "--scorer", "hoi-dong", "--set", "QD26-08", "--apply", *ON, *more)


def registering(book: Path, kind: str, *more: str) -> tuple[object, ...]:
    told = ("--so-cuoi", "BC-UBND=0", "--van-lay-so")
    return ("papers", book, kind, "--vao-so", *told, "--out", book.parent / "van-ban", *ON, *more)


def race(book: Path, *commands: tuple[object, ...]) -> list[int]:
    """Exit statuses; whoever was refused says so in one sentence."""
    running = [command(book, *one) for one in commands]
    statuses = []
    for process in running:
        _, said = process.communicate(timeout=300)
        statuses.append(process.returncode)
        if process.returncode == 2:
            (sentence,) = said.splitlines()
            assert "Tệp «so.xlsx» đang được lệnh khác ghi" in sentence
    assert set(statuses) <= {0, 2} and 0 in statuses
    assert [path.name for path in book.parent.iterdir() if path.name.startswith(".ocop")] == []
    return statuses


def names(book: Path) -> set[str]:
    return {row.name for row in read_book(book)[Product] if row.name}


@pytest.mark.parametrize("turn", MANY)
def test_two_imports(book: Path, turn: int) -> None:
    wait = ("--wait", "120") if turn % 2 == 0 else ()
    pair = ("Mắm ruốc", "Khô cá kèo")
    statuses = race(book, *(importing(book, name, *wait) for name in pair))
    assert [name in names(book) for name in pair] == [status == 0 for status in statuses]
    assert not wait or statuses == [0, 0]


@pytest.mark.parametrize("turn", MANY)
def test_an_import_and_a_new_score_sheet(book: Path, turn: int) -> None:
    sheets = len(read_book(book)[ScoreSheet])
    wait = ("--wait", "120") if turn % 2 else ()
    statuses = race(book, importing(book, "Mắm ruốc", *wait), opening(book, *wait))
    found = ["Mắm ruốc" in names(book), len(read_book(book)[ScoreSheet]) == sheets + 1]
    assert found == [status == 0 for status in statuses]
    assert not wait or statuses == [0, 0]


@pytest.mark.parametrize("turn", MANY)
def test_two_papers_take_two_numbers(book: Path, turn: int) -> None:
    """Two different ones in even turns, twice the same in odd ones: that takes one number."""
    other = "bao-cao-dot-xuat" if turn % 2 == 0 else "bao-cao-tien-do"
    kinds = ("bao-cao-tien-do", other)
    processes = [command(book, *registering(book, kind, "--wait", "120")) for kind in kinds]
    for process in processes:
        process.communicate(timeout=300)
    made = sorted((book.parent / "van-ban").iterdir())
    rows = read_book(book)[Paper]
    assert sorted(row.number or 0 for row in rows) == list(range(1, len(rows) + 1))
    assert [path.name for path in made] == sorted(row.file or "" for row in rows)
    for row in rows:
        assert f"{row.number:02d}/{row.symbol}" in text_of((book.parent / "van-ban" / (row.file or "")).read_bytes())
    assert len(rows) == len(set(kinds)) and 0 in {process.returncode for process in processes}


# --- a program that knows no lock ------------------------------------------------------------------------------

IN_BETWEEN = """
import importlib, shutil, sys
module, step, saved, book = sys.argv[1:5]
place = importlib.import_module(module)
before = getattr(place, step)
def save_first(*arguments, **more):
    setattr(place, step, before)
    shutil.copyfile(saved, book)
    return before(*arguments, **more)
setattr(place, step, save_first)
from ocop_xl.cli.main import main
sys.exit(main(sys.argv[5:]))
"""
_SAVED_MEANWHILE = "vừa được người khác hoặc chương trình khác lưu"
MOMENTS = [
    ("ocop_xl.sheets.writing.patch", "refresh_values"),
    ("ocop_xl.office.safe_write", "_write_beside"),
    ("ocop_xl.office.safe_write", "back_up"),
    ("ocop_xl.office.safe_write", "refuse_if_open"),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("module", "step"), MOMENTS)
@pytest.mark.parametrize("wait", [(), ("--wait", "120")])
def test_what_libreoffice_saves_in_between_stays(
    book: Path, module: str, step: str, wait: tuple[str, ...], office: Convert
) -> None:
    """LibreOffice saves another officer's product while our import is at work."""
    assert race(book, importing(book, "Khô cá kèo")) == [0]
    theirs = office(book, "xlsx")
    shutil.copyfile(next((book.parent / "saoluu").iterdir()), book)
    ours = [str(one) for one in importing(book, "Mắm ruốc", *wait)]
    done = subprocess.run(
        [sys.executable, "-c", IN_BETWEEN, module, step, str(theirs), str(book), *ours],
        capture_output=True,
        encoding="utf-8",
        cwd=book.parent,
    )
    if wait:
        assert done.returncode == 0, done.stderr
        assert {"Khô cá kèo", "Mắm ruốc"} <= names(book)
    else:
        assert done.returncode == 2
        lost = "đã thay đổi từ lúc xem trước" if step == "refuse_if_open" else _SAVED_MEANWHILE  # read before, or after
        assert lost in done.stderr
        assert book.read_bytes() == theirs.read_bytes()
