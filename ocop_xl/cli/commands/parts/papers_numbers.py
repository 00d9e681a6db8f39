"""The options of `ocop-xl papers` about numbers: take the next one, wait for văn thư's, enter it later."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.papers.paper_job import Papers
from ocop_xl.sheets.reading.read import read_book

if TYPE_CHECKING:
    from ocop_xl.papers.numbering.numbers import Taking


def add_numbering(command: ArgumentParser) -> None:
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "--vao-so",
        "--register",
        dest="register",
        action="store_const",
        const="next",
        default="",
        help="lấy số tiếp theo của năm, in vào văn bản và ghi vào trang «Văn bản»; không có thì là dự thảo",
    )
    how.add_argument(
        "--cho-so",
        dest="register",
        action="store_const",
        const="later",
        help="vào sổ mà chưa có số, chờ văn thư cho; khi có thì ghi «Số» ở trang «Văn bản» rồi chạy lại với --dien-so",
    )
    how.add_argument(
        "--dien-so",
        dest="late_numbers",
        action="store_true",
        help="điền số văn thư đã cho (trang «Văn bản») vào các tệp đang chờ số",
    )
    command.add_argument(
        "--so-cuoi",
        action="append",
        default=[],
        metavar="KÝ_HIỆU=SỐ",
        help="số cuối ở sổ của văn thư, ví dụ BC-UBND=41; hỏi một lần cho mỗi ký hiệu trong năm",
    )
    command.add_argument(
        "--van-lay-so", action="store_true", help="vẫn lấy số khi văn bản còn thiếu chỗ, đã xong hoặc đã ban hành"
    )


def taking(options: Namespace) -> Taking:
    """How numbers are taken; raises `PaperError` for a last number that is none."""
    from ocop_xl.papers.numbering.last_numbers import told_numbers
    from ocop_xl.papers.numbering.numbers import Numbering, Taking

    numbering = Numbering.LATER if options.register == "later" else Numbering.NEXT
    return Taking(numbering, told_numbers(options.so_cuoi), options.van_lay_so)


def enter_late(options: Namespace) -> Papers:
    """Văn thư's numbers into the files that wait for them."""
    from ocop_xl.errors import Refusal
    from ocop_xl.papers.numbering.late_papers import enter_late_numbers, numbered_rows, waiting_rows
    from ocop_xl.papers.numbering.left_papers import finish_left, noted
    from ocop_xl.papers.numbering.register import into_closed_file

    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    if not numbered_rows(book):
        waiting = len(waiting_rows(book))
        what = f"{waiting} văn bản đang chờ, chưa dòng nào ghi «Số»" if waiting else "không có văn bản nào đang chờ số"
        raise Refusal(f"Chưa có số nào để điền: {what} (trang Văn bản).")
    finish_left(options.book)
    with noted(options.book, options.out):
        return enter_late_numbers(book, book.day(options.on), options.out, into_closed_file(options.book, book))
