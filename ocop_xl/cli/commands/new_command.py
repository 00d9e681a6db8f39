"""`ocop-xl new FILE [--from OLD]`: an empty master workbook, or an older one laid out anew."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.jobs.new_book import new_book, renewed_book
from ocop_xl.model.version import MODEL_VERSION

if TYPE_CHECKING:
    from ocop_xl.sheets.renewing.renew import Renewed

_SHOWN = 3
"""Cells of one sheet and reason that are named on the screen; JSON has them all."""


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
        _tell(path, options.old, renewed)
    else:
        print(f"Đã tạo sổ trống: {path}")
        print("Việc đầu tiên: mở tệp, khai trang «Thông tin xã», ghi chủ thể rồi sản phẩm; sau đó chạy")
        print(f'  ocop-xl check "{path}"')
    return DONE


def _tell(path: Path, old: Path, renewed: Renewed) -> None:
    print(f"✔ Đã lập lại sổ theo khung phiên bản {MODEL_VERSION} (sổ cũ: phiên bản {renewed.version}): {path}")
    print(f"Mang sang {sum(renewed.carried.values())} ô của {sum(map(bool, renewed.carried.values()))} trang.")
    if renewed.own_columns:
        print(f"Cột riêng của xã: {', '.join(renewed.own_columns)}.")
    if renewed.own_sheets:
        print(f"Trang riêng của xã: {', '.join(f'«{name}»' for name in renewed.own_sheets)}.")
    for before, after in renewed.renamed.items():
        print(f"Trang riêng «{before}» trùng tên một trang của khung mới nên đổi thành «{after}».")
    if renewed.left:
        print(f"{len(renewed.left)} ô không sang nguyên như cũ, hãy xem lại:")
    for (sheet, why), found in groupby(renewed.left, key=lambda one: (one.sheet, one.why)):
        cells = list(found)
        first = "; ".join(f"{one.cell} “{one.text[:60]}”" for one in cells[:_SHOWN])
        more = f"; và {len(cells) - _SHOWN} ô nữa" if len(cells) > _SHOWN else ""
        print(f"  [{sheet}] {why}: {first}{more}")
    print(f"Sổ cũ «{old.name}» giữ nguyên; hãy xem sổ mới, từ nay làm việc trên sổ mới và cất sổ cũ đi.")


def _as_json(renewed: Renewed) -> dict[str, object]:
    return {
        "version": {"old": renewed.version, "new": MODEL_VERSION},
        "carried": {sheet: cells for sheet, cells in renewed.carried.items() if cells},
        "own_columns": renewed.own_columns,
        "own_sheets": renewed.own_sheets,
        "renamed": renewed.renamed,
        "left": [one._asdict() for one in renewed.left],
    }
