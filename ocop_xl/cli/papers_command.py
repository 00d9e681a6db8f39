"""`ocop-xl papers BOOK KIND…`: Word papers from the workbook."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ocop_xl.cli.outcome import DONE, CannotDo, print_json
from ocop_xl.cli.wholeness import refuse_if_incomplete
from ocop_xl.papers.kinds import KINDS, kind_of
from ocop_xl.papers.make import MadePaper, make_papers
from ocop_xl.papers.resources import copy_templates
from ocop_xl.rules.check import check, counts
from ocop_xl.rules.finding import Severity
from ocop_xl.sheets.read import read_book

OWN_TEMPLATES = "mau"
"""Folder beside the workbook in which a commune keeps templates of its own."""


def run(options: Namespace) -> int:
    if options.list:
        return _list_kinds(options)
    slugs = [kind.slug for kind in KINDS]
    chosen = slugs if options.all else options.kinds
    if not chosen:
        raise CannotDo(f"Chưa chọn loại văn bản. Hãy chọn trong: {', '.join(slugs)}; hoặc dùng --all để lập tất cả.")
    for slug in chosen:
        kind_of(slug)  # an unknown kind is told before the book is read
    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    day = book.day(options.on)
    own = _own_templates(options)
    made = make_papers(book, day, chosen, options.out, own)
    if options.json:
        print_json([{"kind": p.kind, "title": p.title, "path": str(p.path), "missing": list(p.missing)} for p in made])
    else:
        print_made(made)
        errors = counts(check(book, day))[Severity.ERROR]
        if errors:
            print(f'Sổ còn {errors} lỗi, văn bản lấy số liệu như đang ghi. Hãy xem: ocop-xl check "{options.book}"')
    return DONE


def _own_templates(options: Namespace) -> Path | None:
    """The commune's own templates: the folder asked for, the house's copied into it; else `mau` beside the book."""
    folder: Path | None = options.templates
    if folder is None:
        beside = options.book.parent / OWN_TEMPLATES
        return beside if beside.is_dir() else None
    for path in copy_templates([kind.template for kind in KINDS], folder):
        print(f"Đã chép mẫu để sửa bằng Word: {path}", file=sys.stderr)
    return folder


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
