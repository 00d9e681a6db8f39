"""`ocop-xl new FILE [--from OLD]`: an empty master workbook, or an older one laid out anew."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.jobs.new_book import new_book, renewed_book
from ocop_xl.jobs.renewing_words import renewed_in_words
from ocop_xl.model.version import MODEL_VERSION

if TYPE_CHECKING:
    from ocop_xl.sheets.renewing.renew import Renewed


def add(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tên tệp .xlsx sẽ tạo")
    command.add_argument(
        "--from",
        dest="old",
        type=Path,
        metavar="SỔ_CŨ",
        help="lập lại từ sổ này theo khung mới nhất: mọi ô đã gõ được mang sang hoặc kể ra, sổ cũ giữ nguyên",
    )
    add_json(command)
    add_on(command)


def run(options: Namespace) -> int:
    path: Path = options.file
    renewed = renewed_book(path, options.old, options.on) if options.old else None
    if renewed is None:
        new_book(path)
    if options.json:
        print_json({"path": str(path)} | (_as_json(renewed) if renewed else {}))
    elif renewed:
        for line in renewed_in_words(str(path), options.old.name, renewed):
            print(line)
    else:
        print(f"Đã tạo sổ trống: {path}")
        print("Việc đầu tiên: mở tệp, khai trang «Thông tin xã», ghi chủ thể rồi sản phẩm; sau đó chạy")
        print(f'  ocop-xl check "{path}"')
    return DONE


def _as_json(renewed: Renewed) -> dict[str, object]:
    return {
        "version": {"old": renewed.version, "new": MODEL_VERSION},
        "carried": {sheet: cells for sheet, cells in renewed.carried.items() if cells},
        "own_columns": renewed.own_columns,
        "own_sheets": renewed.own_sheets,
        "renamed": renewed.renamed,
        "left": [one._asdict() for one in renewed.left],
    }
