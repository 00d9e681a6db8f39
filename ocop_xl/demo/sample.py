"""A book in which every kind of paper has something to say: where the list of fields takes its samples from.

The plan's own rows first; then one row in each state that some paper waits for; then blank cells are filled, texts with
their own header in brackets – «(ghi chú)» – so that nobody takes a sample for a fact.
"""

from __future__ import annotations

from datetime import date, timedelta

from ocop_xl.demo.books import DEMO_DAY, vinh_phong
from ocop_xl.law.clocks import RENEWAL_EARLIEST_DAYS, certificate_end
from ocop_xl.law.criteria import criteria_set
from ocop_xl.model import (
    INPUT_TABLES,
    Book,
    Budget,
    Channel,
    Dossier,
    Evidence,
    Inspection,
    Meeting,
    Producer,
    Product,
    Recognition,
    Row,
    ScoreLine,
    ScoreSheet,
    Support,
    Task,
    TrainingClass,
    spec_of,
)
from ocop_xl.model import choices as c
from ocop_xl.model.column import Column, Kind
from ocop_xl.papers.fields import ListedField, all_fields

_WHOLE = frozenset({Producer, Product, Recognition, Budget})
"""Tables in which every row is filled; of the others only the first, so that later steps stay open in the rest."""
_NUMBERS = {Kind.STARS: 3, Kind.PRODUCT_SET: 8, Kind.PHONE: "0900 000 000", Kind.LEVEL: None}


def agreed_book() -> Book:
    """The plan's rows as if every producer had agreed to be shown: for pages that nobody may take for published."""
    book = vinh_phong()
    for product in book[Product]:
        product.consent = c.YES
    return book


def sample_book(on: date) -> Book:
    """Every table filled, dates around `on`."""
    book = vinh_phong()
    _dossiers(book, on)
    _recognitions(book, on)
    book[Inspection] = [
        Inspection(
            id="KT01",
            inspected=on - timedelta(days=20),
            product_id="SP06",
            quality=c.GOOD_BAD.values[1],
            severity=c.SEVERITY.values[-1],
        )
    ]
    stopped = book[Product][2]
    stopped.status = c.STATUS_STOPPED
    book[Inspection] += [Inspection(id="KT02", inspected=on, product_id=stopped.id)]
    _office(book, on)
    book[Task] += [Task(id="NV99", section="V.6", content="(việc của đơn vị khác)", unit="(đơn vị khác)")]
    for kind in INPUT_TABLES:
        if not book[kind]:
            book[kind] = [kind()]
        for row in book[kind] if kind in _WHOLE else book[kind][:1]:
            _fill(book, row, on)
    book[ScoreSheet][1].scorer = c.SCORER_SUBJECT
    _answer(book, book[ScoreSheet][0], -1)
    _answer(book, book[ScoreSheet][1], 0)
    book.lay_out()
    return book


def sample_fields() -> list[ListedField]:
    """Every field of every kind of paper, with a sample from this book."""
    return all_fields(sample_book(DEMO_DAY), DEMO_DAY)


def _dossiers(book: Book, on: date) -> None:
    """The first is filled in by `_fill`; the second is ready for the province, the third lacks a paper."""
    first, ready, incomplete = book[Dossier][:3]
    for dossier in (first, ready, incomplete):
        dossier.received = on - timedelta(days=5)
    first.sent = on
    first.state = c.DOSSIER_SENT
    for column in spec_of(Dossier).inputs:
        if column.kind in (Kind.TEXT, Kind.LONG_TEXT):
            setattr(ready, column.attribute, _words(column))
            setattr(incomplete, column.attribute, _words(column))
    ready.state, incomplete.state = c.DOSSIER_RECEIVED, c.DOSSIER_TO_COMPLETE
    book[Evidence] = [
        Evidence(
            id=f"{dossier.id}-{number:02}",
            dossier_id=dossier.id,
            line=line,
            state=c.EVIDENCE_MISSING if number == 2 and dossier is not ready else c.EVIDENCE_PRESENT,
        )
        for dossier in (first, ready, incomplete)
        for number, line in enumerate(c.EVIDENCE_LINE.values, 1)
    ]


def _office(book: Book, on: date) -> None:
    """A conference behind and one ahead, a class to come, a dossier that came back, a certificate that has ended, and
    something for every cell that the office's papers print."""
    soon, past = on + timedelta(days=20), on - timedelta(days=400)
    book[Meeting] = [
        Meeting(id="CH01", kind=c.MEETING_ON_DOSSIERS, held=on),
        Meeting(id="CH02", kind=c.MEETING_YEARLY, held=on),
        Meeting(id="CH03", kind=c.MEETING_YEARLY, held=soon),
    ]
    book[TrainingClass] = [TrainingClass(id="LTH01", held=soon, course="(tên lớp)")]
    back = Dossier(id="HS90", product_id="SP04", kind=c.DOSSIER_FIRST, received=past, returned=past)
    back.state, back.return_reason = c.DOSSIER_RETURNED, "(lý do trả lại)"
    book[Dossier] += [back]
    book[Recognition] += [
        Recognition(id="CN04", product_id="SP05", stars=3, issued=on.replace(year=on.year - 4), ends=past)
    ]
    book[Budget] += [Budget(id="KP90", year=year, source=c.FUNDING_SOURCE.values[0]) for year in (on.year, on.year + 1)]
    book[Support] = [Support(id="HT02", state=c.WORK_DOING, kind=c.SUPPORT_KIND.values[0], producer_id="CT01")]
    book[Support] += [Support(id="HT01", state=c.WORK_DONE, done=on)]
    book[Channel] = [Channel(id="KB01", state=c.CHANNEL_OPEN, since=past)]
    filled: list[Row] = [book[TrainingClass][0], *book[Support], book[Channel][0], *book[Meeting]]
    for row in filled:
        _fill(book, row, on)


def _recognitions(book: Book, on: date) -> None:
    """One certificate of this year, one that has to be renewed now, one of the product that is no longer made."""
    ends = on + timedelta(days=RENEWAL_EARLIEST_DAYS - 10)
    issued = on.replace(month=1, day=15)
    book[Recognition] = [
        Recognition(id="CN01", product_id="SP07", stars=4, issued=issued, ends=certificate_end(issued)),
        Recognition(id="CN02", product_id="SP06", stars=3, issued=ends.replace(year=ends.year - 3), ends=ends),
        Recognition(id="CN03", product_id="SP03", stars=3, issued=issued, ends=certificate_end(issued)),
    ]


def _answer(book: Book, sheet: ScoreSheet, level: int) -> None:
    """A score sheet judged to the end by the highest levels; every fourth criterion by `level` (0: the lowest)."""
    levels = {one.code: one.levels for one in criteria_set(str(sheet.criteria_set)).criteria}
    for number, line in enumerate(line for line in book[ScoreLine] if line.sheet_id == sheet.id):
        line.level = levels[str(line.criterion)][-1 if number % 4 else level].label


def _fill(book: Book, row: Row, on: date) -> None:
    for column in spec_of(type(row)).inputs:
        if getattr(row, column.attribute) is None:
            setattr(row, column.attribute, _sample(book, column, on))


def _sample(book: Book, column: Column, on: date) -> object:
    if column.kind is Kind.KEY:
        return f"{column.prefix}01"
    if column.kind is Kind.REF:
        return _first_key(book, column.refers_to)
    if column.choices is not None and column.kind is Kind.CHOICE:
        return column.choices.values[0]
    if column.kind is Kind.DATE:
        return on
    if column.kind is Kind.YEAR:
        return on.year
    if column.kind in _NUMBERS:
        return _NUMBERS[column.kind]
    return 1 if column.kind.is_number else _words(column)


def _words(column: Column) -> str:
    return f"({column.header[:1].lower()}{column.header[1:]})"


def _first_key(book: Book, table: str) -> str | None:
    kind = next(kind for kind in INPUT_TABLES if spec_of(kind).name == table)
    key = spec_of(kind).key
    rows = book[kind]
    return getattr(rows[0], key.attribute) if rows and key is not None else None
