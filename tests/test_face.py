"""`import ocop_xl`: what a program may rely on, what importing costs, and that it works in threads and processes."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

import ocop_xl
from ocop_xl import api
from ocop_xl.model import Book, Product
from tests.sheets import hostile

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 23)
HEAVY = {"pandas", "openpyxl", "jinja2", "xlsxwriter", "xlwings"}


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_public_name_is_there_and_no_other() -> None:
    assert ocop_xl.__all__ == api.__all__ == sorted(ocop_xl.__all__)
    assert all(getattr(ocop_xl, name) is getattr(api, name) for name in ocop_xl.__all__)
    assert [name for name in dir(ocop_xl) if not name.startswith("_")] == ocop_xl.__all__
    with pytest.raises(AttributeError, match="read_book"):
        _ = ocop_xl.read_book  # type: ignore[attr-defined]


def test_a_type_checker_sees_every_public_name() -> None:
    """What is loaded late is named once more for it; a name forgotten there would be an `object` that cannot be called."""
    tree = ast.parse(Path(ocop_xl.__file__).read_text(encoding="utf-8"))
    (seen,) = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "ocop_xl.api")
    assert [name.name for name in seen.names] == ocop_xl.__all__


def test_one_line_shows_a_finding_and_a_target_that_a_person_can_read() -> None:
    said = python(
        "import ocop_xl; b = ocop_xl.read('workbook/OCOP_VinhPhong.xlsx');"
        "print(ocop_xl.check(b)[0]); print(ocop_xl.targets(b)[0])"
    )
    finding, target = said.splitlines()
    assert finding.startswith("[Thông tin xã!")
    assert target == "✔ Đạt  Phát triển và củng cố ít nhất 07 sản phẩm OCOP: 7 sản phẩm (tối thiểu 7 sản phẩm)"


def test_importing_costs_hardly_more_than_starting_python() -> None:
    """Processor seconds of the whole process, the best of several."""

    def cost(code: str) -> float:
        return min(float(python(f"{code}\nimport time\nprint(time.process_time())")) for _ in range(7))

    assert cost("import ocop_xl") <= 1.5 * cost("pass")


def test_importing_reading_and_checking_load_nothing_heavy() -> None:
    loaded = "print(*{name.partition('.')[0] for name in sys.modules})"
    assert not HEAVY & set(python(f"import sys, ocop_xl; {loaded}").split())
    done = python(
        f"import sys, ocop_xl; ocop_xl.check(ocop_xl.read('workbook/OCOP_VinhPhong.xlsx')); ocop_xl.Change; {loaded}"
    )
    assert not HEAVY & set(done.split())


def test_a_workbook_is_read_by_path_text_and_bytes(demo_file: Path) -> None:
    by_path, by_text, by_bytes = (ocop_xl.read(one) for one in (demo_file, str(demo_file), demo_file.read_bytes()))
    assert by_path.tables == by_text.tables == by_bytes.tables
    assert repr(by_text).startswith("Book(‹OCOP_VinhPhong.xlsx›, 1 Commune, 7 Product, 6 Producer, ")
    assert repr(by_bytes).startswith("Book(1 Commune, ")
    with pytest.raises(ocop_xl.Refusal, match=r"«xã A\.xlsx» rỗng"):
        ocop_xl.read(b"", name="xã A.xlsx")


def test_a_package_is_verified_by_path_text_and_bytes(demo_file: Path, tmp_path: Path) -> None:
    book = Path(shutil.copy(demo_file, tmp_path))  # which remembers the package
    package = ocop_xl.share(ocop_xl.read(book), str(tmp_path), on=DAY, papers=["giay-moi"])
    assert package.path == tmp_path / package.name
    for source in (package.path, str(package.path), package.content):
        assert ocop_xl.verify(source) == ocop_xl.verify(package.path)


def test_what_was_not_read_from_a_file_is_not_shared() -> None:
    with pytest.raises(ocop_xl.Refusal, match="không đọc từ tệp"):
        ocop_xl.share(Book(), "goi.zip")


def test_papers_are_only_made_of_a_whole_book(tmp_path: Path) -> None:
    with pytest.raises(ocop_xl.Refusal, match="thiếu trang «Thông tin xã»"):
        ocop_xl.make_papers(ocop_xl.read(hostile.sound()), "bao-cao-tien-do", tmp_path)


# --- many workbooks at once ---------------------------------------------------------------------------------


def told(path: Path) -> object:
    """All that a program would take from one workbook, or why there is nothing to take."""
    try:
        book = ocop_xl.read(path)
    except ocop_xl.Refusal as refusal:
        return refusal.args, type(refusal)
    return book.tables, ocop_xl.check(book, DAY), ocop_xl.targets(book, DAY), [one.score for one in ocop_xl.score(book)]


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> list[Path]:
    """Good and refusing files, mixed."""
    folder = tmp_path_factory.mktemp("xa")
    raws = {
        "rong": b"",
        "csv": b"a;b",
        "nho": hostile.sound(),
        "cut": hostile.sound()[:-40],
        "khoa": hostile.encrypted_entry(),
    }
    for name, raw in raws.items():
        (folder / f"{name}.xlsx").write_bytes(raw)
    return [demo_file, *sorted(folder.iterdir()), folder, folder / "khong-co.xlsx", demo_file]


EXECUTORS = {
    "threads": partial(ThreadPoolExecutor, 4),
    "processes": partial(ProcessPoolExecutor, 2, mp_context=get_context("spawn")),
}


@pytest.mark.parametrize("kind", EXECUTORS)
def test_a_pool_gives_the_same_as_a_loop(kind: str, workbooks: list[Path]) -> None:
    executor: Executor = EXECUTORS[kind]()
    with executor:
        found: Iterable[object] = list(executor.map(told, workbooks))
    assert [repr(one) for one in found] == [repr(told(path)) for path in workbooks]


def test_books_and_results_cross_processes(demo_file: Path) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        book = pool.submit(ocop_xl.read, demo_file).result()
        findings = pool.submit(ocop_xl.check, book, DAY).result()
        refused = pool.submit(ocop_xl.read, demo_file.parent).exception()
    assert book[Product] == ocop_xl.read(demo_file)[Product]
    assert findings == ocop_xl.check(book, DAY)
    assert isinstance(refused, ocop_xl.Refusal) and "mà là thư mục" in str(refused)


def test_many_threads_on_one_book_find_the_same(demo_file: Path) -> None:
    book = ocop_xl.read(demo_file)
    alone = ocop_xl.check(book, DAY)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: ocop_xl.check(book, DAY), range(16))) == [alone] * 16
