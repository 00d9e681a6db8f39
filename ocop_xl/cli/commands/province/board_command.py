"""`ocop-xl board FOLDER --units LIST`: who has sent what, as a workbook and as a page."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import Any

from ocop_xl.cli.crew import add_crew, add_places, crew
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.cli.parser import day
from ocop_xl.cli.progress import on_screen
from ocop_xl.jobs.province_words import board_in_words
from ocop_xl.province.board.board import make_board
from ocop_xl.province.board.states import TO_DO, Line
from ocop_xl.province.board.units import units_in
from ocop_xl.province.board.write import places_of, write_board


def add(command: ArgumentParser) -> None:
    add_places(command)
    command.add_argument(
        "--units", type=Path, required=True, metavar="DANH_SÁCH", help="bảng xlsx hoặc csv có cột «Mã xã», «Tên xã»"
    )
    command.add_argument("--due", type=day, metavar="NGÀY", help="hạn gửi; gói lập sau ngày này là gửi muộn")
    command.add_argument("--out", type=Path, default=Path(), metavar="THƯ_MỤC", help="nơi ghi (mặc định: thư mục này)")
    add_crew(command)
    add_on(command)
    add_json(command)


def run(options: Namespace) -> int:
    units, ours = units_in(options.units), places_of(options.out)
    with crew(options) as executor:
        board = make_board(
            options.places,
            units,
            options.on or date.today(),
            options.due,
            ours=[*ours, options.units],
            keep_in=None if options.no_keep else options.out,
            executor=executor,
            processes=options.processes,
            tell=None if options.json else on_screen("Đã đọc"),
        )
    written = write_board(board, options.out)
    if options.json:
        print_json({"files": [str(path) for path in written], "units": [_facts(line) for line in board.lines]})
    else:
        for line in board_in_words(board, written):
            print(line)
    return ERRORS_FOUND if any(TO_DO[line.state] for line in board.lines) else DONE


def _facts(line: Line) -> dict[str, Any]:
    used = line.used
    return {
        "code": line.unit.code,
        "name": line.unit.name,
        "state": line.state.name.lower(),
        "made": used.head.made if used else "",
        "late": line.late,
        "versions": line.versions,
        "file": used.name if used else "",
        "package": used.head.code if used else "",
        "findings": dict(used.head.findings) if used else {},
        "opinions": dict(used.head.remarks) if used else {},
        "answer": {"day": line.answer.head.made, **line.answer.head.answered} if line.answer else {},
        "remarks": list(line.remarks),
        "to_do": TO_DO[line.state],
    }
