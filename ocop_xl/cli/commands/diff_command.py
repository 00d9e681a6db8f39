"""`ocop-xl diff A B`: in what two copies of a workbook differ, by key and column."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json
from ocop_xl.jobs.copies import apart, are_copies, differences, read_copy, refuse_other_shapes
from ocop_xl.jobs.merging_words import apart_in_words, counts_in_words, diff_in_words


def add(command: ArgumentParser) -> None:
    command.add_argument("before", type=Path, metavar="SỔ_A", help="sổ thứ nhất (.xlsx)")
    command.add_argument("after", type=Path, metavar="SỔ_B", help="sổ thứ hai (.xlsx)")
    add_json(command)


def run(options: Namespace) -> int:
    before, after = read_copy(options.before), read_copy(options.after)
    refuse_other_shapes(before, after)
    found = differences(before, after)
    for line in apart_in_words(before, after):
        print(line, file=sys.stderr if options.json else sys.stdout)
    status = ERRORS_FOUND if apart(before, after) else DONE
    if options.json:
        print_json([change._asdict() for row in found for change in row.changes("")])
        return status
    if not are_copies(before, after):
        print("⚠ Có vẻ hai sổ khác nhau, không phải hai bản sao của một sổ.")
    if not found:
        print(f"«{before.name}» và «{after.name}» không khác nhau ở ô nào đã gõ.")
        return status
    print(f"Từ «{before.name}» sang «{after.name}»: {counts_in_words(found)}.")
    for line in diff_in_words(found):
        print(line)
    return status
