"""A province, and the country: communes' packages to one workbook, in processor seconds and in memory.

`python -m bench.province [FILES DISTINCT]` measures the country's 3,321 communes, of which 300 are distinct: it takes
minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

import openpyxl

from bench.timing import seconds
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.province.consolidate import consolidate
from ocop_xl.province.reduced import reduced
from tests.province.communes import DAY, package_of, write_communes


def province(folder: Path) -> None:
    """102 communes: all read, then again with one changed, then openpyxl as the reader of the same workbooks."""
    sent = folder / "gui"
    write_communes(sent, range(102))
    begun = process_time()
    consolidate([sent], folder / "tong-hop.xlsx", DAY, processes=1)
    whole = process_time() - begun
    (sent / "goi_31001.zip").unlink()
    begun = process_time()
    consolidate([sent], folder / "tong-hop.xlsx", DAY, processes=1)
    print(f"102 communes to one workbook: {whole:.2f} s of processor time; one changed: {process_time() - begun:.2f} s")
    raw = demo_workbook(DAY)
    ours, theirs = _processor(lambda: reduced("so.xlsx", raw, DAY.isoformat())), _processor(lambda: _with_openpyxl(raw))
    print(f"  a workbook as it is: openpyxl's reading of it / our reading, checking, reducing: {theirs / ours:.1f}")


def _with_openpyxl(raw: bytes) -> None:
    for sheet in openpyxl.load_workbook(BytesIO(raw)).worksheets:
        list(sheet.iter_rows(values_only=True))


def _processor(work: Callable[[], object]) -> float:
    work()
    begun = process_time()
    work()
    return process_time() - begun


def country(folder: Path, count: int, distinct: int) -> None:
    """Many files, most of them hard links: how reading spreads over processes, what a change of 1 % costs, how much
    memory it takes."""
    sent = folder / "gui"
    write_communes(sent, range(distinct))
    packages = sorted(sent.glob("*.zip"))
    for number in range(distinct, count):
        (sent / f"them_{number:04}.zip").hardlink_to(packages[number % distinct])
    one = seconds(lambda: consolidate([sent], folder / "mot.xlsx", DAY, processes=1, keep=False))
    two = seconds(lambda: consolidate([sent], folder / "hai.xlsx", DAY, processes=2, keep=False))
    print(f"{count} files, two processes / one: {two / one:.2f} ({two:.0f} / {one:.0f} s)")
    consolidate([sent], folder / "giu.xlsx", DAY, processes=2)
    for number in range(count // 100):
        (sent / f"moi_{number}.zip").write_bytes(package_of(5000 + number))
    again = seconds(lambda: consolidate([sent], folder / "giu.xlsx", DAY, processes=2))
    print(f"  1 % new / all: {again / one:.3f}")
    told = subprocess.run([sys.executable, "-c", _MEMORY, str(sent)], capture_output=True, text=True, check=True).stdout
    print(f"  most memory of the process that writes, and of a worker: {told.strip()} MiB")


_MEMORY = """
import sys, tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from ocop_xl.province.consolidate import consolidate
with tempfile.TemporaryDirectory() as out:
    consolidate([Path(sys.argv[1])], Path(out) / "x.xlsx", processes=2, keep=False)
print(*(getrusage(whose).ru_maxrss // 1024 for whose in (RUSAGE_SELF, RUSAGE_CHILDREN)))
"""
"""In a process of its own: this one has written the communes before."""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        country(Path(name), *([int(word) for word in sys.argv[1:]] or [3321, 300]))
