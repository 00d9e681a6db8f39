"""`ocop-xl import BOOK SOURCE`: an old appendix into the workbook – shown first, written only with --apply."""

from __future__ import annotations

from argparse import Namespace

from ocop_xl.cli.outcome import DONE, print_json
from ocop_xl.sheets.importing.propose import propose
from ocop_xl.sheets.read import read_book


def run(options: Namespace) -> int:
    book = read_book(options.book)
    proposal = propose(book, options.source)
    if options.apply and proposal.changes:
        from ocop_xl.sheets.patch import apply_changes

        apply_changes(options.book, book, proposal.changes)
    if options.json:
        print_json(proposal.as_json() | {"applied": bool(options.apply and proposal.changes)})
        return DONE
    print(proposal.summary())
    if not proposal.changes:
        print("Không có gì mới để ghi vào sổ.")
    elif options.apply:
        print(f"Đã ghi vào {options.book.name}; bản trước khi ghi ở thư mục «saoluu».")
    else:
        print("Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply.")
    return DONE
