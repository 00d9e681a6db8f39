"""«Đóng gói»: the package for the province, made from a copy of the open workbook."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.model import table_named
from ocop_xl.office.passing import passing_folder
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.resources import own_templates

if TYPE_CHECKING:
    from ocop_xl.exchange.share import SharedPackage
    from ocop_xl.model.book import Book


def run(desk: Desk) -> Outcome:
    path = desk.path
    papers = path.parent / PAPERS
    out = path.with_name(f"{path.stem}.gui-tinh-{datetime.now():%Y%m%d-%H%M%S}.zip")
    period = desk.ask(f"Đóng gói thành tệp «{out.name}» cạnh sổ. Kỳ báo cáo, ví dụ Quý IV/2026 (để trống cũng được):")
    if period is None:
        return NOTHING_DONE
    there = papers.is_dir() and any(papers.iterdir())
    with_papers = there and desk.confirm(f"Gửi kèm mọi văn bản trong thư mục «{PAPERS}»?")
    desk.status("Đang đóng gói…")
    package = _packed(desk, path, out, [str(papers)] if with_papers else [], period)
    return Outcome("\n".join([f"Đã đóng gói tệp «{out.name}», cùng thư mục với sổ.", *_told(package)]))


def _packed(desk: Desk, path: Path, out: Path, papers: list[str], period: str) -> SharedPackage:
    """From a copy: what stands on the screen, also where saving means sending to the web. The open workbook remembers
    what went out."""
    from ocop_xl.exchange.share import Packing
    from ocop_xl.jobs.packing import noted, pack
    from ocop_xl.sheets.reading.read import read_book

    with passing_folder() as folder:
        copy = folder / path.name
        desk.save_copy(copy)
        book = read_book(copy)
        package = pack(book, copy, out, Packing(papers=papers, templates=own_templates(path), period=period.strip()))
    return noted(package, lambda: _note(desk, book, package))


def _note(desk: Desk, book: Book, package: SharedPackage) -> None:
    from ocop_xl.desks.apply import apply
    from ocop_xl.desks.identity import write_identity
    from ocop_xl.desks.live_book import read_live
    from ocop_xl.jobs.packing import SENDING
    from ocop_xl.jobs.remembering import remembered

    write_identity(desk, remembered(book, package.exported))
    kinds = dict.fromkeys(table_named(change.table).row_type for change in package.changes)
    if kinds:
        apply(desk, read_live(desk, kinds), package.changes, SENDING)


def _told(package: SharedPackage) -> list[str]:
    """The code, which goes into the letter, before the rest."""
    from ocop_xl.jobs.packing import code_in_words, contents_in_words, made_in_words, notices_in_words

    return [
        code_in_words(package),
        *notices_in_words(package),
        made_in_words(package),
        *contents_in_words(package),
    ]
