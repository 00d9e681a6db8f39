"""`ocop-xl answer PLACES`: a workbook to fill in for each commune whose package is there."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ocop_xl.cli.crew import add_places, for_many_books
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.cli.progress import on_screen
from ocop_xl.jobs.province_words import answers_in_words
from ocop_xl.province.answering import make_answers


def add(command: ArgumentParser) -> None:
    add_places(command)
    command.add_argument("--out", type=Path, default=Path(), metavar="THƯ_MỤC", help="nơi ghi (mặc định: thư mục này)")
    command.add_argument("--commune", default="", metavar="MÃ_XÃ", help="chỉ trả lời xã này (mặc định: mọi xã)")
    add_on(command)
    add_json(command)


def run(options: Namespace) -> int:
    for_many_books()
    tell = None if options.json else on_screen("Đã đọc")
    made, aside = make_answers(options.places, options.out, options.on or date.today(), options.commune, tell=tell)
    if options.json:
        print_json(
            {
                "answers": [
                    {"path": str(one.path), "package": one.about.package, "remarks": one.remarks} for one in made
                ],
                "aside": [one._asdict() for one in aside],
            }
        )
    else:
        for line in answers_in_words(made, aside):
            print(line)
    return ERRORS_FOUND if any(one.to_do for one in aside) else DONE
