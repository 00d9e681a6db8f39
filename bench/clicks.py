"""A click on a button, from the start of its process until its words are told, against a process that only imports
xlwings and finds no pandas.

The host is taken off: it answers from memory (`bench.recorded`), and the time it takes to be set up is subtracted.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import warnings
from datetime import date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.papers.kinds import KINDS
from ocop_xl.rules.check import check
from ocop_xl.sheets.reading.read import read_book

ROUNDS = 21
ONE_PAPER = "phu-luc-san-pham"
"""A kind that the demo's workbook gives a single paper of."""


class Case(NamedTuple):
    """A click: the button, what is told at its end, and the recording of the workbook that it is pressed in."""

    name: str
    action: str
    words: str
    recording: Path


_CHECK_ALL = "check_all"
_CASES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("«Bước tiếp», a cycle begun", "next_step", "Đã ghi", {"selected": ("Sản phẩm", 5, 1), "answers": ["1", "1"]}),
    ("«Việc cần làm», to the list", "agenda", "", {}),
    (
        "«Việc cần làm», a duty put off",
        "agenda",
        "Đã ghi vào trang",
        {"selected": ("Việc cần làm", 5, 4), "answers": ["1", "15/08/2027"]},
    ),
    ("«Kiểm tra toàn bộ»", _CHECK_ALL, "Lỗi kế tiếp", {}),
    (
        "«Lập văn bản…», one paper",
        "make_papers",
        "Đã lập 1 văn bản",
        {"answers": [str(next(number for number, kind in enumerate(KINDS, 2) if kind.slug == ONE_PAPER))]},
    ),
)
"""Name, button, what is told at its end, and what the user has selected and answers."""

_UNSEEN = "import sys\nfor name in ('pandas', 'numpy', 'polars', 'matplotlib', 'PIL'):\n    sys.modules[name] = None\n"
_FLOOR = f"{_UNSEEN}import xlwings"
_CLICK = """
import gc, sys
gc.disable()  # `ocop_xl.excel` does this before anything else; here the host is set up before it
from time import perf_counter, process_time
from ocop_xl.desks.excel import load_xlwings
xlwings = load_xlwings()
start, started = perf_counter(), process_time()
import atexit, json, runpy
from pathlib import Path
from bench.recorded import open_recorded
book = open_recorded(Path(sys.argv[2]))
xlwings.Book(impl=book).set_mock_caller()
def report():
    print(json.dumps(host | {"written": book.written, "told": book.app.told, "modules": list(sys.modules)}))
atexit.register(report)
host = {"host": perf_counter() - start, "host_work": process_time() - started}
runpy.run_module("ocop_xl.excel", run_name="__main__", alter_sys=True)
"""


def clicks(folder: Path) -> None:
    """«Bước tiếp», «Việc cần làm», «Kiểm tra toàn bộ», and «Lập văn bản…» for one paper, on the demo's workbook."""
    path = folder / "bam.xlsx"
    path.write_bytes(demo_workbook(DEMO_DAY))
    book = read_book(path)
    found = len(check(book, book.day(None)))
    for case in cases(path):
        _, report = click(case)
        assert any(case.words in told for told in report["told"]) or not case.words, report
        if case.action == _CHECK_ALL:
            assert report["written"] == found + 2, report  # line above, marks
        _tell(case)


def cases(path: Path) -> list[Case]:
    """All clicks, recorded beside the workbook at `path`."""
    cells = _recording(path)
    made = []
    for number, (name, action, words, more) in enumerate(_CASES):
        recording = path.with_name(f"{number}-{action}.pickle")
        recording.write_bytes(pickle.dumps(cells | more))
        made.append(Case(name, action, words, recording))
    return made


def _tell(case: Case) -> None:
    pairs = [(click(case)[0], floor()) for _ in range(ROUNDS)]
    ratio = median(mine / bare for mine, bare in pairs)
    mine, bare = (median(side) for side in zip(*pairs, strict=True))
    print(
        f"click {case.name}, Python's side / process that only imports xlwings, no pandas: {ratio:.2f}  "
        f"({mine * 1000:.0f} / {bare * 1000:.0f} ms)"
    )


def floor() -> float:
    """Seconds of a process that only imports xlwings."""
    return _run("-c", _FLOOR)[0]


def click(case: Case) -> tuple[float, dict[str, Any]]:
    """Seconds without the host's, and what the process reported: `host_work` are the host's processor seconds."""
    seconds, said = _run("-c", _CLICK, case.action, str(case.recording))
    report = json.loads(said)
    return seconds - report["host"], report


def _run(*arguments: str) -> tuple[float, str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=True, text=True)
    return perf_counter() - start, done.stdout


def _recording(path: Path) -> dict[str, Any]:
    """The cells of a closed workbook as a live Excel would hand them over."""
    from openpyxl import load_workbook
    from openpyxl.utils import range_boundaries

    with warnings.catch_warnings(action="ignore"):  # looks that openpyxl does not keep
        workbook = load_workbook(path, data_only=True)
    tables = {}
    for sheet in workbook:
        for table in sheet.tables.values():
            left, top, right, bottom = range_boundaries(table.ref)
            tables[table.name] = (sheet.title, top, left, bottom, right)
    sheets = {sheet.title: [[_live(value) for value in row] for row in sheet.values] for sheet in workbook}
    return {"path": str(path), "answers": [], "selected": None, "sheets": sheets, "tables": tables}


def _live(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        clicks(Path(name))
