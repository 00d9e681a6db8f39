"""A province, and the country: communes' packages to one workbook, in processor seconds and in memory.

`python -m bench.province [FILES DISTINCT]` measures the country's 3,321 communes, of which 300 are distinct: it takes
minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

import openpyxl

from bench.timing import seconds
from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.province.board.board import make_board
from ocop_xl.province.board.units import Unit
from ocop_xl.province.consolidate import consolidate
from ocop_xl.province.reduced import reduced
from ocop_xl.province.spread import Progress
from ocop_xl.sheets.reading.read import read_book
from tests.province.communes import DAY, code_of, commune, package_of, workbook_of, write_communes
from tests.province.planted import DUE, plant, today

COMMUNES = 102


def province(folder: Path) -> None:
    """102 communes with faults of every kind: all read, then again with one gone, and what the board says of each."""
    sent = folder / "gui"
    expected = plant(sent, COMMUNES)
    whole = _once(lambda: consolidate([sent], folder / "tong-hop.xlsx", DAY, processes=1))
    (sent / f"goi_{code_of(0)}.zip").rename(folder / "goi.zip")
    again = _once(lambda: consolidate([sent], folder / "tong-hop.xlsx", DAY, processes=1))
    (folder / "goi.zip").rename(sent / f"goi_{code_of(0)}.zip")
    print(f"{COMMUNES} communes, faults of every kind, to one workbook: {whole:.2f} s of processor time (at most 2.5)")
    print(f"  one gone, the others unchanged: {again:.2f} s")
    units = [Unit(code_of(number), commune(number).commune.name or "") for number in range(COMMUNES)]
    said = {line.unit.code: line.state for line in make_board([sent], units, today(), DUE).lines}
    right = sum(said.get(code) == state for code, state in expected.items())
    print(f"  the board is right about {right} of {COMMUNES}: {dict(Counter(map(str, said.values())))}")
    against_openpyxl()


def against_openpyxl() -> None:
    """The same work: from the bytes of a commune's workbook to the values of all its tables. Ours has also given each
    value its type and place by then; the second figure is all that a worker does, with the rules and the reducing."""
    raw = workbook_of(3)
    read, whole, theirs = _least(
        lambda: read_book(raw, name="so.xlsx"), lambda: reduced("so.xlsx", raw, DAY.isoformat()), lambda: _values(raw)
    )
    print(f"  a commune's workbook, openpyxl's reading of its tables / ours: {theirs / read:.1f} (at least 20)")
    print(f"  the same / reading, checking and reducing: {theirs / whole:.1f}")


def _values(raw: bytes) -> list[object]:
    workbook = openpyxl.load_workbook(BytesIO(raw), data_only=True)
    sheets = [(workbook[spec.sheet], spec.name) for spec in map(spec_of, INPUT_TABLES)]
    return [[cell.value for cell in row] for sheet, name in sheets for row in sheet[sheet.tables[name].ref]]


def country(folder: Path, count: int, distinct: int) -> None:
    """Many files, most of them hard links: how reading spreads over processes, what a change of 1 % costs, how much
    memory it takes."""
    sent = folder / "gui"
    write_communes(sent, range(distinct))
    packages = sorted(sent.glob("*.zip"))
    for number in range(distinct, count):
        (sent / f"them_{number:04}.zip").hardlink_to(packages[number % distinct])
    one = _Run(sent, folder / "mot.xlsx", 1)
    two = _Run(sent, folder / "hai.xlsx", 2)
    print(f"{count} files, two processes / one, by the clock: {two.clock / one.clock:.2f} (at most 0.55)")
    print(f"  by processor time, on two cores that nobody else uses: {two.on_two_cores / one.here:.2f}")
    with_dask(sent, folder, two.clock)
    consolidate([sent], folder / "giu.xlsx", DAY, processes=2)
    for number in range(count // 100):
        (sent / f"moi_{number}.zip").write_bytes(package_of(5000 + number))
    again = _once(lambda: consolidate([sent], folder / "giu.xlsx", DAY, processes=1))
    print(f"  1 % new / all, processor time: {again / one.here:.3f} (at most 0.06)")
    told = subprocess.run([sys.executable, "-c", _MEMORY, str(sent)], capture_output=True, text=True, check=True).stdout
    print(f"  most memory of the process that writes, and of a worker: {told.strip()} MiB (at most 64)")


class _Run:
    """One run: seconds by the clock, and processor seconds here, in workers, and here after the last was back."""

    def __init__(self, sent: Path, out: Path, processes: int) -> None:
        ended: list[float] = []

        def tell(now: Progress) -> None:
            if now.done == now.total:
                ended.append(process_time())

        begun, others = process_time(), _of_children()
        self.clock = seconds(lambda: consolidate([sent], out, DAY, processes=processes, keep=False, tell=tell))
        self.here, self.alone = process_time() - begun, process_time() - ended[0]
        self.workers = _of_children() - others

    @property
    def on_two_cores(self) -> float:
        """What only one process can do, and half of the rest."""
        return self.alone + (self.here - self.alone + self.workers) / 2


def with_dask(sent: Path, folder: Path, local: float) -> None:
    from distributed import LocalCluster

    from ocop_xl.province.dask_crew import dask_crew

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster,
        dask_crew(cluster.scheduler_address) as executor,
    ):
        taken = seconds(lambda: consolidate([sent], folder / "dask.xlsx", DAY, executor=executor, keep=False))
    print(f"  two workers of Dask / two processes, by the clock: {taken / local:.2f} (at most 1.35)")


def _of_children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _once(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def _least(*works: Callable[[], object]) -> list[float]:
    """The least processor time of each, over rounds in which each has its turn."""
    rounds = [[_once(work) for work in works] for _ in range(5)]
    return [min(one) for one in zip(*rounds, strict=True)]


_MEMORY = """
import sys, tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from ocop_xl.province.consolidate import consolidate
with tempfile.TemporaryDirectory() as out:
    consolidate([Path(sys.argv[1])], Path(out) / "x.xlsx", processes=2, keep=False)
here = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
print(here // 1024, getrusage(RUSAGE_CHILDREN).ru_maxrss // 1024)
"""
"""In a process of its own: this one has written the communes before, and what its child is told of itself includes that
until it has become another program (Linux)."""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        country(Path(name), *([int(word) for word in sys.argv[1:]] or [3321, 300]))
