"""`ocop-xl consolidate FOLDER|FILE… --out FILE.xlsx`: one workbook of what many communes have sent."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.crew import add_crew, add_places, crew
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.cli.progress import on_screen
from ocop_xl.jobs.province_words import consolidated_in_words
from ocop_xl.province.choosing import Judged
from ocop_xl.province.consolidate import consolidate


def add(command: ArgumentParser) -> None:
    add_places(command)
    command.add_argument(
        "--out", type=Path, required=True, metavar="TỆP.xlsx", help="bảng tổng hợp; có rồi thì làm mới"
    )
    add_crew(command)
    add_on(command)
    add_json(command)


def run(options: Namespace) -> int:
    with crew(options) as executor:
        made = consolidate(
            options.places,
            options.out,
            options.on,
            executor=executor,
            processes=options.processes,
            keep=not options.no_keep,
            tell=None if options.json else on_screen("Đã đọc"),
        )
    if options.json:
        print_json({"path": str(made.path), "files": [_facts(one) for one in made.files]})
    else:
        for line in consolidated_in_words(made):
            print(line)
    return ERRORS_FOUND if made.to_do else DONE


def _facts(file: Judged) -> dict[str, str]:
    head = file.head
    return {"name": file.name, "sum": head.sum, "commune": head.commune_code, "fate": str(file.fate), "why": file.why}
