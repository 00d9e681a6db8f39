"""`ocop-xl papers BOOK KIND…`: Word papers from the workbook."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from ocop_xl.cli.outcome import DONE, CannotDo, print_json
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import MadePaper, make_papers
from ocop_xl.sheets.read import read_book


def run(options: Namespace) -> int:
    if options.list:
        return _list_kinds(options)
    slugs = [kind.slug for kind in KINDS]
    chosen = slugs if options.all else options.kinds
    unknown = [slug for slug in chosen if slug not in slugs]
    if unknown or not chosen:
        what = f"Không có loại văn bản «{unknown[0]}»" if unknown else "Chưa chọn loại văn bản"
        raise CannotDo(f"{what}. Hãy chọn trong: {', '.join(slugs)}; hoặc dùng --all để lập tất cả.")
    book = read_book(options.book)
    made = make_papers(book, book.day(options.on), chosen, options.out)
    if options.json:
        print_json([{"kind": p.kind, "title": p.title, "path": str(p.path), "missing": list(p.missing)} for p in made])
    else:
        print_made(made)
    return DONE


def print_made(made: Sequence[MadePaper]) -> None:
    for paper in made:
        print(f"  {paper.title}: {paper.path}")
        for gap in paper.missing:
            print(f"      còn thiếu: {gap}")


def _list_kinds(options: Namespace) -> int:
    if options.json:
        print_json([{"kind": kind.slug, "title": kind.name} for kind in KINDS])
    else:
        for kind in KINDS:
            print(f"  {kind.slug:24} {kind.name}")
    return DONE
