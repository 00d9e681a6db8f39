"""`ocop-xl score BOOK`: what every score sheet comes to; with --open a new sheet to score on."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from functools import partial

from ocop_xl.cli.alone import alone
from ocop_xl.cli.commands.parts.score_json import as_json
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.errors import Refusal
from ocop_xl.jobs.score_entries import ScoreEntry, entries
from ocop_xl.jobs.score_words import lines
from ocop_xl.model import Book, Dossier
from ocop_xl.model.choices import SCORER_BY_CODE
from ocop_xl.sheets.reading.read import read_book

_ONLY_TO_OPEN = ("scorer", "member", "set", "apply")


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("--dossier", metavar="MÃ_HS", help="chỉ xem hồ sơ này, ví dụ HS01")
    command.add_argument("--open", metavar="MÃ_HS", help="mở một phiếu chấm mới cho hồ sơ này")
    command.add_argument("--scorer", choices=tuple(SCORER_BY_CODE), help="ai chấm phiếu mới")
    command.add_argument("--member", metavar="HỌ_TÊN", help="người chấm phiếu mới, nếu hội đồng có nhiều người chấm")
    command.add_argument(
        "--set", metavar="MÃ_BỘ", help="bộ tiêu chí của phiếu mới, ví dụ QD26-08 (mặc định: theo «Bộ sản phẩm»)"
    )
    command.add_argument("--apply", action="store_true", help="ghi phiếu mới vào sổ đúng như đã xem trước")
    add_wait(command)


def run(options: Namespace) -> int:
    if options.open:
        from ocop_xl.cli.commands.parts.score_opening import open_sheet

        if options.dossier:
            raise Refusal("Chỉ dùng một trong hai: --dossier để xem kết quả, --open để mở phiếu mới.")
        return alone(options, partial(open_sheet, options), writes=options.apply)
    useless = next((name for name in _ONLY_TO_OPEN if getattr(options, name)), "")
    if useless:
        raise Refusal(f"--{useless} chỉ dùng khi mở phiếu; hãy thêm --open và mã hồ sơ, ví dụ --open HS01.")
    book = read_book(options.book)
    missing = book.lacking()
    if missing:
        print(f"⚠ Sổ thiếu {missing}: kết quả dưới đây chưa đủ.", file=sys.stderr)
    found = entries(book, options.dossier or "")
    _refuse_unknown(book, options.dossier, found)
    if options.json:
        print_json([as_json(entry) for entry in found])
    else:
        for line in lines(book, found):
            print(line)
        if not found:
            print(_nothing(options.dossier))
    return ERRORS_FOUND if any(entry.is_wrong for entry in found) else DONE


def _refuse_unknown(book: Book, dossier: str | None, found: list[ScoreEntry]) -> None:
    keys = {(row.id or "").upper() for row in book[Dossier]}
    if dossier and not found and dossier.upper() not in keys:
        raise Refusal(f"Trang «Hồ sơ» không có hồ sơ “{dossier}”; hãy ghi đúng Mã HS, ví dụ HS01.")


def _nothing(dossier: str | None) -> str:
    whose = f"Hồ sơ {dossier}" if dossier else "Sổ"
    return (
        f"{whose} chưa có phiếu chấm nào. Để mở phiếu: ocop-xl score SỔ --open {dossier or 'HS01'} --scorer xa "
        f"(chọn một trong: {', '.join(SCORER_BY_CODE)})."
    )
