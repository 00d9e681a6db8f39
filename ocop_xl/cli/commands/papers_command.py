"""`ocop-xl papers BOOK KIND…`: Word papers from the workbook."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from ocop_xl.cli.alone import alone
from ocop_xl.cli.commands.parts.papers_numbers import add_numbering, enter_late, taking
from ocop_xl.cli.commands.parts.papers_words import (
    Progress,
    as_json,
    print_failed,
    print_made,
    print_nothing,
    stale_templates,
)
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, NOT_DONE, print_json, unexpected
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.cli.parser import year
from ocop_xl.errors import Refusal
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model import Book
from ocop_xl.papers.kinds import KINDS, kind_of
from ocop_xl.papers.make import make_planned, plan_papers, preview_papers
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.paper_job import Papers
from ocop_xl.papers.resources import OWN_TEMPLATES, copy_templates, own_templates
from ocop_xl.papers.wanted import wanted_in
from ocop_xl.rules.check import check, counts
from ocop_xl.rules.finding import Severity
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("kinds", nargs="*", default=[], metavar="LOẠI", help="loại văn bản, xem --list")
    command.add_argument("--all", action="store_true", help="lập mọi loại văn bản")
    command.add_argument("--list", action="store_true", help="liệt kê các loại văn bản")
    for option, name, what in (("--product", "MÃ_SP", "sản phẩm"), ("--dossier", "MÃ_HS", "hồ sơ")):
        command.add_argument(
            option, action="append", default=[], metavar=name, help=f"chỉ văn bản về {what} này (ghi được nhiều lần)"
        )
    command.add_argument("--year", type=year, metavar="NĂM", help="chỉ văn bản của năm này")
    command.add_argument("--dry-run", action="store_true", help="cho xem sẽ lập gì, còn thiếu gì; không ghi tệp")
    command.add_argument("--pdf", action="store_true", help="lập thêm bản PDF (cần LibreOffice)")
    command.add_argument(
        "--mot-tep",
        dest="one_file",
        action="store_true",
        help="ghép bản PDF của mọi văn bản vừa lập thành một tệp để in, danh mục ở đầu (cần LibreOffice)",
    )
    add_numbering(command)
    command.add_argument(
        "--templates",
        type=Path,
        metavar="THƯ_MỤC",
        help="mẫu Word riêng của xã; chưa có thì mẫu gốc được chép vào đó "
        f"(mặc định: thư mục «{OWN_TEMPLATES}» cạnh sổ, nếu có)",
    )
    command.add_argument(
        "--out", type=Path, default=Path(PAPERS), metavar="THƯ_MỤC", help=f"nơi ghi (mặc định: {PAPERS})"
    )
    add_wait(command)


def run(options: Namespace) -> int:
    if options.list:
        return _list_kinds(options)
    slugs = [kind.slug for kind in KINDS]
    asked = dict.fromkeys(
        kind_of(slug).slug for slug in options.kinds
    )  # an unknown kind is told before the book is read
    chosen = slugs if options.all else list(asked)
    if options.late_numbers:
        papers = alone(options, partial(enter_late, options), writes=True)
        print_failed(papers)
        print_made(papers)
        return _status(papers)
    if not chosen:
        raise Refusal(f"Chưa chọn loại văn bản. Hãy chọn trong: {', '.join(slugs)}; hoặc dùng --all để lập tất cả.")
    registers = options.register and not options.dry_run
    book, own, papers = alone(options, partial(_make, options, chosen), writes=registers)
    if (options.pdf or options.one_file) and not options.dry_run:
        papers = _with_pdfs(papers)
    _tell(options, book, papers)
    if options.one_file and not options.dry_run and any(paper.pdf for paper in papers):
        _one_file(options, book, own, papers)
    if not options.json:
        stale_templates(book, own)
    return _status(papers)


def _make(options: Namespace, chosen: list[str]) -> tuple[Book, Path | None, Papers]:
    """What was read, the commune's own templates, what was made."""
    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    own = _own_templates(options)
    return book, own, _made(options, book, chosen, own)


def _made(options: Namespace, book: Book, chosen: list[str], own: Path | None) -> Papers:
    day = book.day(options.on)
    wanted = wanted_in(book, options.product, options.dossier, options.year)
    plan = plan_papers(book, day, chosen, own, wanted)
    if not options.register:
        if options.dry_run:
            return preview_papers(plan, options.out)
        with Progress("lập") as progress:
            return make_planned(plan, options.out, progress)
    from ocop_xl.papers.numbering.left_papers import finish_left, noted
    from ocop_xl.papers.numbering.register import into_closed_file, preview_registered, register_papers

    if options.dry_run:
        return preview_registered(book, day, plan, options.out, taking(options))
    finish_left(options.book)
    enter = into_closed_file(options.book, book)
    with noted(options.book, options.out):
        return register_papers(book, day, plan, options.out, enter, Progress("lập"), taking(options))


def _with_pdfs(papers: Papers) -> Papers:
    from ocop_xl.papers.pdf import NO_OFFICE, add_pdfs, find_office

    office = find_office()
    if office is None:
        print(NO_OFFICE, file=sys.stderr)
        return papers
    with Progress("chuyển sang PDF") as progress:
        return add_pdfs(papers, office, progress)


def _one_file(options: Namespace, book: Book, own: Path | None, papers: Papers) -> None:
    from ocop_xl.papers.pdf import find_office
    from ocop_xl.papers.printing.one_file import one_file, printed

    office = find_office()
    assert office is not None  # it has just made the PDFs
    path = one_file(printed(papers), book, book.day(options.on), options.out, office, own)
    print(f"Một tệp để in, danh mục ở đầu: {path}", file=sys.stderr if options.json else sys.stdout)


def _tell(options: Namespace, book: Book, papers: Papers) -> None:
    print_nothing(papers, narrowed=bool(options.product or options.dossier or options.year))
    print_failed(papers)
    for failed in papers.failed:
        if failed.trace:
            unexpected(RuntimeError(failed.trace))
    if options.json:
        print_json(as_json(papers))
        return
    if not any(papers):
        return
    if options.dry_run:
        print("Xem trước, chưa ghi gì:")
    print_made(papers)
    errors = counts(check(book, book.day(options.on)))[Severity.ERROR]
    if errors:
        print(f'Sổ còn {errors} lỗi, văn bản lấy số liệu như đang ghi. Hãy xem: ocop-xl check "{options.book}"')


def _status(papers: Papers) -> int:
    """Nothing to make is no failure; every paper failed is."""
    if not papers.failed:
        return DONE
    return ERRORS_FOUND if any(papers) else NOT_DONE


def _own_templates(options: Namespace) -> Path | None:
    """The commune's own templates: the folder asked for, the house's copied into it; else those beside the book."""
    folder: Path | None = options.templates
    if folder is None:
        return own_templates(options.book)
    if options.dry_run:
        return folder
    for path in copy_templates([kind.template for kind in KINDS], folder):
        print(f"Đã chép mẫu để sửa bằng Word: {path}", file=sys.stderr)
    return folder


def _list_kinds(options: Namespace) -> int:
    if options.json:
        print_json([{"kind": kind.slug, "title": kind.name, "symbol": kind.symbol} for kind in KINDS])
    else:
        for kind in KINDS:
            print(f"  {kind.slug:28} {kind.name}{f' (…/{kind.symbol})' if kind.symbol else ''}")
    return DONE
