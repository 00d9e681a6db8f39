"""A file that takes too long is ended and told; it holds nobody up."""

from __future__ import annotations

import shutil
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from copy import copy
from pathlib import Path

import pytest

from ocop_xl.model import Book, Product
from ocop_xl.province import reduced as reducing
from ocop_xl.province.choosing import Fate
from ocop_xl.province.consolidate import consolidate
from ocop_xl.province.spread import Here, workers
from ocop_xl.province.time_limit import TakesTooLong, at_most
from tests.province.communes import DAY, changed, code_of, package, write_communes


def _endless() -> None:
    while True:
        with suppress(Exception):
            sum(range(1000))


def test_endless_work_ends_when_its_time_is_over() -> None:
    begun = time.thread_time()
    with pytest.raises(TakesTooLong), at_most(0.2):
        _endless()
    assert time.thread_time() - begun < 1


def test_an_end_that_is_taken_for_a_fault_of_the_file_is_still_the_end_of_its_time() -> None:
    def work() -> None:
        try:
            _endless()
        except BaseException as panic:
            raise ValueError("the sheet is damaged") from panic

    with pytest.raises(TakesTooLong), at_most(0.2):
        work()


def test_waiting_is_not_working() -> None:
    with at_most(0.2):
        time.sleep(0.5)


def test_only_the_thread_that_takes_too_long_is_ended() -> None:
    def work(endless: bool) -> str:
        try:
            with at_most(0.2):
                if endless:
                    _endless()
                time.sleep(0.4)
        except TakesTooLong:
            return "ended"
        return "done"

    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(work, (True, False, False))) == ["ended", "done", "done"]


def test_nothing_comes_after_the_work() -> None:
    """The end of the work and the end of its time meet again and again: neither an error afterwards nor a hang."""
    for _ in range(8):
        with suppress(TakesTooLong), at_most(0.1):
            begun = time.thread_time()
            while time.thread_time() - begun < 0.1:
                pass
        time.sleep(0)


def _twelve_thousand_products(book: Book) -> None:
    first = book[Product][0]
    for number in range(100, 12_100):
        row = copy(first)
        row.id, row.number, row.name = f"SP{number}", number, f"{first.name} {number}"
        book[Product].append(row)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four packages, one of which takes a hundred times as long as the others."""
    folder = tmp_path_factory.mktemp("gui")
    write_communes(folder, range(3))
    (folder / "lon.zip").write_bytes(package(changed(9, _twelve_thousand_products)))
    return folder


@pytest.mark.parametrize("crew", ["here", "threads", "processes"])
def test_a_huge_file_is_a_row_with_the_true_reason(
    crew: str, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reducing, "LONGEST", 0.3)
    folder = Path(shutil.copytree(sent, tmp_path / "gui"))
    executor: Executor = {"here": Here, "threads": lambda: ThreadPoolExecutor(2)}.get(crew, Here)()
    with workers(1000, 2) if crew == "processes" else executor as working:
        done = consolidate([folder], tmp_path / "tong-hop.xlsx", DAY, executor=working, keep=False)
    assert done.used == 3
    (told,) = done.set_aside
    assert (told.name, told.fate) == ("lon.zip", Fate.REFUSED)
    assert told.why.startswith("Tệp «lon.zip» đọc quá 0,3 giây xử lý mà chưa xong: ")
    assert {one.head.commune_code for one in done.files if one.used} == {code_of(number) for number in range(3)}
