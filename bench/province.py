"""A province, and the country: communes' packages to one workbook, in processor seconds and in memory.

`python -m bench.province [FILES DISTINCT]` measures the country's 3,321 communes, of which 300 are distinct: it takes
minutes.
"""

from __future__ import annotations

import resource
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
from tests.province.communes import DAY, commune, package, write_communes


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
        (sent / f"moi_{number}.zip").write_bytes(package(commune(5000 + number), folder))
    again = seconds(lambda: consolidate([sent], folder / "giu.xlsx", DAY, processes=2))
    print(f"  1 % new / all: {again / one:.3f}")
    for who, whose in (("this process", resource.RUSAGE_SELF), ("a worker", resource.RUSAGE_CHILDREN)):
        print(f"  most memory of {who}: {resource.getrusage(whose).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        country(Path(name), *([int(word) for word in sys.argv[1:]] or [3321, 300]))
