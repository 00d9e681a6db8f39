"""«Trang sản phẩm»: the product pages of the open workbook, in a folder beside it."""

from __future__ import annotations

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.office.passing import passing_folder


def run(desk: Desk) -> Outcome:
    from ocop_xl.catalogue.site import make_site
    from ocop_xl.catalogue.sources import Source
    from ocop_xl.jobs.catalogue import FOLDER, made_in_words, notices_in_words, web_address
    from ocop_xl.sheets.reading.read import read_book

    path = desk.path
    out = path.with_name(FOLDER)
    if not desk.confirm(f"Lập trang giới thiệu sản phẩm vào thư mục «{FOLDER}» cạnh sổ?"):
        return NOTHING_DONE
    desk.status("Đang lập trang sản phẩm…")
    with passing_folder() as folder:
        copy = folder / path.name
        desk.save_copy(copy)
        book = read_book(copy)
    made = make_site([Source(book, path.parent)], out, book.day(None), web_address(book))
    return Outcome("\n".join([*made_in_words(made), *notices_in_words(made)]))
