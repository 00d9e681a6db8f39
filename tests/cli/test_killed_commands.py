"""A command killed at any moment: the workbook is the old one or the whole new one, and the next command – whatever it
is – takes away every copy, waiting paper and lock that was left. They hold personal data.

The kill is `os._exit` before a line of ours that has to do with files: like a power cut, nothing of Python runs after it.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ocop_xl.cli.main import main
from ocop_xl.model import Paper, Product
from ocop_xl.office.lock import is_held_by_the_living
from ocop_xl.office.our_files import lock_beside
from ocop_xl.sheets.reading.read import read_book

ON = ("--on", "2026-11-23")
KILLED_BEFORE_A_LINE = """
import os, sys
files = tuple(f"{name}.py" for name in ("safe_write", "lock", "our_files", "staged", "left_papers", "register", "alone"))
left = int(sys.argv[1])
def each_line(frame, event, argument):
    global left
    left -= event == "line"
    if left < 0:
        os._exit(9)
    return each_line
sys.settrace(lambda frame, *_: each_line if frame.f_code.co_filename.endswith(files) else None)
from ocop_xl.cli.main import main
status = main(sys.argv[2:])
sys.settrace(None)
print(int(sys.argv[1]) - left, file=sys.stderr)
sys.exit(status)
"""
HOLDING = """
import sys
from pathlib import Path
from ocop_xl.office.lock import locked
with locked(Path(sys.argv[1])):
    print("ready", flush=True)
    input()
"""
WHOLE = 10**9
SOME, ALL = 3, 40
"""Kills of each command in `make test` and, besides, in `make thorough`."""


@pytest.fixture
def book(demo_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "xa" / "so.xlsx"
    path.parent.mkdir()
    shutil.copyfile(demo_file, path)
    return path


def run(book: Path, lines: int, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """The command, killed before so many lines."""
    return subprocess.run(
        [sys.executable, "-c", KILLED_BEFORE_A_LINE, str(lines), *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=book.parent,
    )


def moments(book: Path, arguments: list[str]) -> list[int]:
    """Lines before which the command is killed: seeded, so that a failure comes again; none of the loading."""
    reference = book.with_name("thu.xlsx")
    shutil.copyfile(book, reference)
    done = run(book, WHOLE, [str(reference) if one == str(book) else one for one in arguments])
    assert done.returncode == 0, done.stderr
    last = int(done.stderr.splitlines()[-1])
    for made in (reference, *reference.parent.glob("saoluu/thu*")):
        made.unlink()
    shutil.rmtree(book.parent / "van-ban", ignore_errors=True)
    return random.Random(last).sample(range(60, last), ALL)


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*")]


def assert_backups_are_whole(folder: Path) -> None:
    for backup in folder.glob("saoluu/*"):
        with zipfile.ZipFile(backup) as package:
            assert package.testzip() is None, backup.name


@pytest.mark.parametrize("count", [SOME, pytest.param(ALL, marks=pytest.mark.thorough)])
def test_an_import(book: Path, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    annex = book.with_name("phu-luc.txt")
    annex.write_text("TT\tTên sản phẩm\tChủ thể\n1\tMắm ruốc\tHộ Lê\n", encoding="utf-8")
    before = book.read_bytes()
    arguments = ["import", str(book), str(annex), "--apply", *ON]
    for lines in moments(book, arguments)[:count]:
        book.write_bytes(before)
        assert run(book, lines, arguments).returncode == 9, lines
        assert not is_held_by_the_living(book), "the dead hold nothing"
        written = book.read_bytes() != before
        assert main(["check", str(book), *ON]) == 1
        assert leftovers(book.parent) == [], lines
        assert ("Mắm ruốc" in {row.name for row in read_book(book)[Product]}) == written
        assert_backups_are_whole(book.parent)
    capsys.readouterr()


TOLD = ("--so-cuoi", "BC-UBND=0", "--so-cuoi", "KH-UBND=76", "--van-lay-so")


@pytest.mark.thorough
@pytest.mark.parametrize("count", [SOME, ALL])
def test_papers_and_their_numbers(book: Path, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Both or neither: once the next command has run, the register names exactly the papers that are there."""
    out, before = book.parent / "van-ban", book.read_bytes()
    arguments = ["papers", str(book), "bao-cao-tien-do", "ke-hoach", "--vao-so", *TOLD, "--out", str(out), *ON]
    for lines in moments(book, arguments)[:count]:
        book.write_bytes(before)
        shutil.rmtree(out, ignore_errors=True)
        assert run(book, lines, arguments).returncode == 9, lines
        assert main(["targets", str(book), *ON]) == 0
        assert leftovers(book.parent) == [], lines
        named = {row.file for row in read_book(book)[Paper]}
        assert named == {path.name for path in out.glob("*")}, lines
        assert all(re.search(r"_so-\d\d-", name or "") for name in named)
        assert_backups_are_whole(book.parent)
    capsys.readouterr()


def test_what_a_living_command_is_at_work_on_is_left_alone(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(book)], stdin=pipe, stdout=pipe, text=True) as living:
        assert living.stdout is not None and living.stdin is not None
        living.stdout.readline()
        assert main(["check", str(book), *ON]) == 1, "reading needs no lock"
        assert lock_beside(book).exists()
        living.stdin.write("\n")
    assert leftovers(book.parent) == []
    capsys.readouterr()
