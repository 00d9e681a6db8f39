"""What the command line does, as one call each. A program imports these names from `ocop_xl` itself.

Whatever cannot be done raises a `Refusal` whose text is a sentence for the officer. `on` is the day on which all is
reckoned: the workbook's «Ngày tính», else today, if it is not given. A function imports what it needs when it is
called: who only reads and checks never pays for Word or for the writing of workbooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from ocop_xl.changes.change import Change
from ocop_xl.errors import Refusal
from ocop_xl.model.book import Book
from ocop_xl.privacy.profiles import TO_PROVINCE, profile_of
from ocop_xl.rules.finding import Finding

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from ocop_xl.catalogue.site import MadeSite
    from ocop_xl.changes.merging.merge import Merged
    from ocop_xl.exchange.answers.landing import Landed
    from ocop_xl.exchange.share import SharedPackage
    from ocop_xl.exchange.verify import Verified
    from ocop_xl.model.table import Row
    from ocop_xl.papers.paper_job import Papers
    from ocop_xl.programme.agenda.due import Due
    from ocop_xl.programme.steps.steps import Plan
    from ocop_xl.programme.targets import TargetResult
    from ocop_xl.province.consolidate import Consolidated
    from ocop_xl.province.frames import Frames
    from ocop_xl.scoring.book_scores import ScoredSheet

__all__ = [
    "Book",
    "Change",
    "Finding",
    "Refusal",
    "agenda",
    "check",
    "consolidate",
    "diff",
    "frames",
    "make_catalogue",
    "make_papers",
    "merge",
    "new",
    "next_steps",
    "read",
    "receive",
    "score",
    "share",
    "take_step",
    "targets",
    "verify",
]


def read(source: str | Path | bytes, *, name: str = "") -> Book:
    """The workbook in a file, or in bytes that a refusal then calls `name`."""
    from ocop_xl.sheets.reading.read import read_book

    return read_book(source, name=name)


def new(path: str | Path, old: str | Path | None = None) -> Path:
    """Write an empty master workbook, never over another file; or what the workbook `old` holds, in today's shape."""
    from ocop_xl.jobs.new_book import new_book, renewed_book

    if old is None:
        return new_book(Path(path))
    renewed_book(Path(path), Path(old))
    return Path(path)


def check(book: Book, on: date | None = None) -> list[Finding]:
    """What is wrong, in the order of the workbook: where, what was seen, what is allowed, what to do."""
    from ocop_xl.rules.check import check as all_rules

    return all_rules(book, book.day(on))


def agenda(book: Book, on: date | None = None, until: date | None = None) -> list[Due]:
    """What is due on that day, the earliest first: late, due, coming, or waiting for others; with `until`, also what
    opens by then."""
    from ocop_xl.programme.agenda.agenda import agenda as duties

    return duties(book, book.day(on), until)


def next_steps(book: Book, row: Row | str = "", on: date | None = None) -> list[Plan]:
    """What can be done next on a row, or on the row of that key; without one on the commune's own, «Thông tin xã».

    Each `Plan` has its `step`, what is `asked` with the answer that the workbook makes likely, and the `changes` it
    would write: none while a question is `open`.
    """
    from ocop_xl.programme.steps.steps import plan, row_named, steps_for

    meant, day = row_named(book, row) if isinstance(row, str) else row, book.day(on)
    return [plan(book, one, meant, day) for one in steps_for(book, meant, day)]


def take_step(
    book: Book, step: str, row: Row | str = "", answers: Mapping[str, Any] | None = None, on: date | None = None
) -> Plan:
    """One step with these answers, by the questions' names: as people type them, or as values of their columns.

    Nothing is written: the plan's `changes` are, by `apply_changes`. They are none where the step is done already.
    """
    from ocop_xl.jobs.next_step import plan_of
    from ocop_xl.programme.steps.steps import row_named, step_named

    meant = row_named(book, row) if isinstance(row, str) else row
    return plan_of(book, step_named(step), meant, book.day(on), answers or {})


def diff(before: Book, after: Book) -> list[Change]:
    """What would make the one book what the other is: by key and column, each with the value before and after. Rows
    that no key tells apart are left out."""
    from ocop_xl.jobs.copies import copy_of, differences

    copies = (copy_of(book, PurePath(book.source).name) for book in (before, after))
    return [change for row in differences(*copies) for change in row.changes("")]


def merge(
    mine: Book, theirs: Book, base: Book | None = None, choices: Mapping[str, str] | None = None, *, force: bool = False
) -> Merged:
    """What the copy `theirs` has, as `changes` to `mine`; nothing is written.

    Both come from `base`, which is found by itself where the workbooks remember it. `conflicts` are to be decided: each
    has a `name` and its `choices`, and is answered by that name in `choices`; `open` are those without an answer.
    """
    from ocop_xl.changes.merging.conflict import answers
    from ocop_xl.jobs.copies import copy_of
    from ocop_xl.jobs.merging import merging

    here, there = (copy_of(book, PurePath(book.source).name) for book in (mine, theirs))
    given = copy_of(base, PurePath(base.source).name) if base else None
    return merging(here, there, answers((choices or {}).items()), base=given, force=force).merged


def targets(book: Book, on: date | None = None) -> list[TargetResult]:
    """Every target of the plan: its minimum, the figure on that day, whether met and what was counted."""
    from ocop_xl.programme.targets import measure_targets

    return measure_targets(book, book.day(on))


def score(book: Book) -> list[ScoredSheet]:
    """Every score sheet with what its answers come to; `score` is None where the book lacks the criteria set."""
    from ocop_xl.scoring.book_scores import BookScores

    return list(book.derived(BookScores).sheets.values())


def make_papers(
    book: Book,
    kinds: Iterable[str],
    out: str | Path,
    *,
    on: date | None = None,
    products: Iterable[str] = (),
    dossiers: Iterable[str] = (),
    year: int | None = None,
    templates: str | Path | None = None,
) -> Papers:
    """Write Word papers of these kinds (`ocop-xl papers --list`) into the folder `out`, as drafts, never over a file.

    `products`, `dossiers` and `year` leave only the papers about those; `templates` is the commune's own folder, if it
    is not «mau» beside the workbook. What comes back is gone through paper by paper; its `failed` could not be made.
    """
    from ocop_xl.jobs.wholeness import refuse_if_incomplete
    from ocop_xl.papers.make import make_papers as make
    from ocop_xl.papers.resources import own_templates
    from ocop_xl.papers.wanted import wanted_in

    refuse_if_incomplete(book, Path(book.source).name)
    wanted = wanted_in(book, products, dossiers, year)
    own = own_templates(Path(book.source)) if templates is None else Path(templates)
    return make(book, book.day(on), [kinds] if isinstance(kinds, str) else list(kinds), Path(out), own, wanted)


def share(
    book: Book,
    out: str | Path,
    *,
    on: date | None = None,
    profile: str = TO_PROVINCE.code,
    papers: Iterable[str | Path] = (),
) -> SharedPackage:
    """Write the package for the province as the file `out` (`….zip`), or under its own name into the folder `out`.

    `profile` is `gui-tinh`, without personal data, or `noi-bo`; `papers` are folders of papers, kinds to be made, or
    `tat-ca`. What comes back has the `path`, the `code` for the letter and the `notices` to read before sending. The
    workbook's file remembers, on a hidden sheet, what it held and which package went out.
    """
    from ocop_xl.exchange.share import Packing
    from ocop_xl.jobs.packing import pack_file
    from ocop_xl.papers.resources import own_templates

    if not book.source:
        raise Refusal("Sổ này không đọc từ tệp nên chưa đóng gói được; hãy đọc sổ từ tệp rồi đóng gói.")
    source, chosen = Path(book.source), [str(one) for one in papers]
    packing = Packing(on, profile_of(profile), chosen, own_templates(source))
    return pack_file(book, source, Path(out), packing)


def verify(source: str | Path | bytes) -> Verified:
    """Whether a package is whole and harmless: no `problems` in one as it was made. Nothing is written or run."""
    from ocop_xl.exchange.verify import verify_package

    return verify_package(source)


def receive(book: Book, answer: str | Path, on: date | None = None) -> Landed:
    """What the province answers – in `tra-loi….xlsx`, or a zip with it – to the package of this book, as changes to it.

    Nothing is written: `changes` are, by `apply_changes`. `told` are sentences on what was left alone or not found.
    """
    from ocop_xl.exchange.answers.reading import read_answer
    from ocop_xl.jobs.receiving import receiving

    return receiving(book, PurePath(book.source).name, read_answer(Path(answer)), book.day(on)).landed


def make_catalogue(source: str | Path, out: str | Path, *, on: date | None = None, base_url: str = "") -> MadeSite:
    """Write product pages that open by double click into the folder `out`: of a workbook, or of all in a folder.

    `base_url` is where `out` will stand on the web; only with it, or with the workbook's own, are there QR codes. What
    comes back has the `notices` to read: which products have no page and why.
    """
    from ocop_xl.jobs.catalogue import make_catalogue as make

    return make(Path(source), Path(out), on, base_url)


def consolidate(
    places: Iterable[str | Path],
    out: str | Path,
    *,
    on: date | None = None,
    executor: Executor | None = None,
    keep: bool = True,
) -> Consolidated:
    """Write the province's workbook `out` from folders and files that communes have sent, as of the day (else today).

    Any `Executor` may do the reading; without one, as many processes as the work is worth. With `keep` what has not
    changed is not read again the next time. What comes back has every file with what became of it, and why.
    """
    from ocop_xl.province.consolidate import consolidate as make

    where = [places] if isinstance(places, str | Path) else places
    return make([Path(place) for place in where], Path(out), on, executor=executor, keep=keep)


def frames(source: Book | str | Path, *, on: date | None = None, profile: str = TO_PROVINCE.code) -> Frames:
    """Every table as a pandas frame, typed from the model: of a book, of a workbook or package, or of a folder of them.

    The index is the key, in a folder the commune's code and the key. `profile` is `gui-tinh`, without personal data, or
    `noi-bo`. Live columns are as they stand on the day. Values that are not of their column's type are in `unread`.
    """
    from ocop_xl.province.export.books import Books, books_at
    from ocop_xl.province.export.plain import plain_tables
    from ocop_xl.province.frames import Frames

    books = Books((source,)) if isinstance(source, Book) else books_at(Path(source), on or date.today())
    return Frames(plain_tables(books, books.books[0].day(on), profile_of(profile)))
