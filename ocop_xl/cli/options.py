"""Options that many commands take, said the same way in each."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ocop_xl.cli.parser import day, seconds


def add_book(command: ArgumentParser) -> None:
    """The workbook, how the answer is wanted, and the day it is asked for."""
    command.add_argument("book", type=Path, metavar="SỔ", help="tệp sổ OCOP (.xlsx)")
    add_json(command)
    add_on(command)


def add_json(command: ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc")


def add_wait(command: ArgumentParser) -> None:
    """For every command that can write into the workbook."""
    command.add_argument(
        "--wait",
        type=seconds,
        default=0,
        metavar="GIÂY",
        help="sổ đang mở hoặc lệnh khác đang ghi thì chờ đến bấy nhiêu giây rồi làm trên nội dung mới (mặc định: 0)",
    )


def add_on(command: ArgumentParser) -> None:
    command.add_argument(
        "--on", type=day, metavar="NGÀY", help="lấy ngày này làm «hôm nay», ví dụ 23/11/2026 hoặc 2026-11-23"
    )
