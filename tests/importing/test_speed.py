"""A province's list costs what it is long, and its preview stays on two screens."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ocop_xl.model import Book, Product
from ocop_xl.sheets.importing import propose

HEADER = (
    "STT",
    "Tên sản phẩm",
    "Tên chủ thể",
    "Loại hình",
    "Địa chỉ",
    "Nhóm sản phẩm",
    "Phân hạng",
    "Số QĐ",
    "Ngày QĐ",
)
GOODS = ("Mắm lóc", "Khô cá", "Gạo sạch", "Tôm khô", "Trà sen", "Rượu nếp", "Mật ong")
NAMES = ("An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Lan", "Mai", "Phúc", "Quân", "Sơn", "Tâm", "Vân")
SCREENS = 80
"""Lines of two screens."""


def province(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        for at in range(rows):
            owner = at // 3
            first, second, third = (NAMES[owner // 13**place % 13] for place in range(3))
            good = f"{GOODS[at % 7]} {NAMES[at % 13]} {NAMES[at // 13 % 13]}"
            form = ("HTX", "Hộ kinh doanh")[owner % 2]
            row = (at + 1, good, f"{form} {first} {second} {third} {owner // 2197}", form, f"Ấp {owner % 9}")
            out.writerow((*row, "Thực phẩm", f"{3 + at % 3 % 2} sao", f"{at % 500 + 1}/QĐ-UBND", "25/06/2024"))
    return path


def seconds(source: Path) -> float:
    begun = time.process_time()
    propose(Book(), source)
    return time.process_time() - begun


def test_the_cost_grows_as_the_list(tmp_path: Path) -> None:
    """Eight times as long: with pairs compared it would be sixty-four times as much."""
    seconds(province(tmp_path / "warm.csv", 100))
    short, long = (seconds(province(tmp_path / f"{rows}.csv", rows)) for rows in (400, 3200))
    assert long < 20 * max(short, 0.05)


def test_seven_hundred_rows_are_shown_on_two_screens(tmp_path: Path) -> None:
    proposal = propose(Book(), province(tmp_path / "tinh.csv", 700))
    assert len(proposal.of(Product)) == 700
    lines = proposal.summary().splitlines()
    assert lines[0] == "Nhập từ «tinh.csv»: 700 dòng của nguồn, tất cả vào sổ."
    assert len(lines) <= SCREENS


_MEASURED = """
import gc, sys, time
gc.disable()
from pathlib import Path
from ocop_xl.model import Book
from ocop_xl.sheets.importing import propose
begun = time.process_time()
propose(Book(), Path(sys.argv[1]))
spent = time.process_time() - begun
status = Path("/proc/self/status")  # `ru_maxrss` also counts the process that started this one
print(spent, int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024 if status.exists() else 0)
"""


@pytest.mark.thorough
def test_twenty_thousand_rows(tmp_path: Path) -> None:
    """As a command runs it: without the collector. Five seconds of a processor, 300 MB."""
    source = province(tmp_path / "ca-nuoc.csv", 20_000)
    command = [sys.executable, "-c", _MEASURED, str(source)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(2)]
    spent, megabytes = min((float(seconds), float(size)) for seconds, size in runs)
    assert spent <= 5.0 and megabytes <= 300
