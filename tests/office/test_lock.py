"""One writer at a time: who holds the lock, whose lock is nobody's, and what a killed command left is taken away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ocop_xl.errors import ChangedMeanwhile, WorkbookBusy
from ocop_xl.office.holder import this_holder
from ocop_xl.office.lock import is_held_by_the_living, locked
from ocop_xl.office.our_files import fresh_name, lock_beside
from ocop_xl.office.safe_write import BACKUPS, create_file, replace_safely
from tests.office.small_packages import package


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Sổ OCOP.xlsx"
    path.write_bytes(package("cũ"))
    return path


def dead_process() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def left_by(path: Path, **facts: object) -> Path:
    """The lock that some other holder left."""
    lock = lock_beside(path)
    lock.write_text(json.dumps(this_holder()._asdict() | facts), encoding="utf-8")
    return lock


def in_thread(path: Path) -> list[BaseException]:
    """What another thread is told when it wants the file."""
    told: list[BaseException] = []

    def want() -> None:
        try:
            with locked(path):
                pass
        except WorkbookBusy as refused:
            told.append(refused)

    other = threading.Thread(target=want)
    other.start()
    other.join()
    return told


def test_who_holds_it_may_lock_again_and_nobody_else(book: Path) -> None:
    with locked(book), locked(book):
        (told,) = in_thread(book)
        assert str(told).startswith("Tệp «Sổ OCOP.xlsx» đang được lệnh khác ghi (máy ")
    assert in_thread(book) == [] and [*book.parent.iterdir()] == [book]


def test_who_waits_gets_its_turn(book: Path) -> None:
    begun, end = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(book):
            begun.set()
            end.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(10)
    threading.Timer(0.3, end.set).start()
    with locked(book, wait=10):
        assert end.is_set()
    holder.join()


def test_the_lock_of_a_dead_process_is_nobodys(book: Path) -> None:
    left_by(book, process=dead_process())
    assert not is_held_by_the_living(book)
    with locked(book):
        pass


def test_a_later_process_of_the_same_number_is_not_the_holder(book: Path) -> None:
    left_by(book, born="một lần mở máy khác")
    with locked(book):
        pass


def test_another_machines_lock_counts_until_it_is_too_old(book: Path) -> None:
    lock = left_by(book, machine="PC-VAN-PHONG", process=dead_process())
    with pytest.raises(WorkbookBusy, match="máy PC-VAN-PHONG"), locked(book):
        pass
    os.utime(lock, (1, 1))
    with locked(book):
        pass


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '{"machine": "a"}'])
def test_a_lock_without_a_holder_is_one_just_being_written_or_an_old_one(book: Path, text: str) -> None:
    lock_beside(book).write_text(text, encoding="utf-8")
    with pytest.raises(WorkbookBusy), locked(book):
        pass
    os.utime(lock_beside(book), (1, 1))
    with locked(book):
        pass


def test_who_has_lost_its_lock_does_not_write(book: Path) -> None:
    with locked(book) as lock:
        lock_beside(book).unlink()
        with pytest.raises(ChangedMeanwhile):
            lock.refuse_if_lost()


def test_copies_that_a_killed_command_left_are_taken_away(book: Path) -> None:
    (book.parent / BACKUPS).mkdir()
    ours = [folder / fresh_name(book) for folder in (book.parent, book.parent / BACKUPS)]
    of_another, nameless = (book.parent / name for name in (".ocop-0badcafe.moi.xlsx", ".ocop-ab_cd123.xlsx"))
    for copy in (*ours, of_another, nameless):
        copy.write_bytes(b"PK")
    with locked(book):
        assert [copy.exists() for copy in ours] == [False, False]
        assert of_another.exists() and nameless.exists(), "another workbook's command may be at work on them"
    for old in (of_another, nameless):
        os.utime(old, (1, 1))
    with locked(book):
        assert not of_another.exists() and not nameless.exists()


def test_what_another_program_saved_meanwhile_is_not_lost(book: Path) -> None:
    seen = book.read_bytes()

    def save(_: bytes) -> None:
        book.write_bytes(package("LibreOffice"))

    with pytest.raises(ChangedMeanwhile, match="vừa được người khác hoặc chương trình khác lưu"):
        replace_safely(book, package("mới"), verify=save, seen=seen)
    assert book.read_bytes() == package("LibreOffice")
    with pytest.raises(ChangedMeanwhile):
        replace_safely(book, package("mới"), seen=seen)
    assert [*(book.parent / BACKUPS).iterdir()] == []


def test_a_new_file_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "moi.xlsx"
    left_by(path, process=os.getpid(), thread=-1)
    with pytest.raises(WorkbookBusy):
        create_file(path, package("mới"))
    assert not path.exists()
