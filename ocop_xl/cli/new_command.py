"""`ocop-xl new FILE`: an empty master workbook."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ocop_xl.cli.outcome import DONE
from ocop_xl.demo.books import empty_commune
from ocop_xl.demo.sample import sample_fields
from ocop_xl.errors import Refusal
from ocop_xl.office.safe_write import create_file
from ocop_xl.sheets.building.workbook import build_workbook


def add(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tên tệp .xlsx sẽ tạo")


def run(options: Namespace) -> int:
    path: Path = options.file
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"Tên tệp «{path.name}» phải có đuôi .xlsx, ví dụ OCOP_TenXa.xlsx. Hãy gõ lại tên tệp.")
    if path.exists():
        raise Refusal(f"Đã có tệp «{path.name}», phần mềm không ghi đè. Hãy chọn tên khác hoặc chuyển tệp cũ đi.")
    create_file(path, build_workbook(empty_commune(), date.today(), fields=sample_fields()))
    print(f"Đã tạo sổ trống: {path}")
    print("Việc đầu tiên: mở tệp, khai trang «Thông tin xã», ghi chủ thể rồi sản phẩm; sau đó chạy")
    print(f'  ocop-xl check "{path}"')
    return DONE
