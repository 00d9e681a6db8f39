"""`ocop-xl new FILE`: an empty master workbook."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.exit import DONE
from ocop_xl.jobs.new_book import new_book


def add(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tên tệp .xlsx sẽ tạo")


def run(options: Namespace) -> int:
    path = new_book(options.file)
    print(f"Đã tạo sổ trống: {path}")
    print("Việc đầu tiên: mở tệp, khai trang «Thông tin xã», ghi chủ thể rồi sản phẩm; sau đó chạy")
    print(f'  ocop-xl check "{path}"')
    return DONE
