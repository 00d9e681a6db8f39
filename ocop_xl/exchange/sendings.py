"""The chain of a workbook's packages for the province: the how-manieth this one is, which one it follows.

The workbook remembers it (`model.identity.Identity.exported`), the list of each package says it, and so the province
sees replays, gaps and forks without a server.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from ocop_xl.changes.bases import base_of, revision
from ocop_xl.changes.contents import UNSAID, Cells, contents
from ocop_xl.errors import ExchangeError
from ocop_xl.model import Book, Sent, spec_of
from ocop_xl.model.table import TableSpec
from ocop_xl.privacy.masking import masked
from ocop_xl.privacy.profiles import is_private
from ocop_xl.records import NamedTuple

KIND = "gói gửi tỉnh"
"""Under which the workbook remembers its packages."""
LONGEST_PERIOD = 40
_KEPT = 60
"""Packages that are remembered: fifteen years of quarters."""


class Sending(NamedTuple):
    """A package: its place in the chain, its day, its code, what it said, for which period."""

    sequence: int
    made: str
    code: str
    content: str
    period: str = ""


class Link(NamedTuple):
    """Where the next package stands. `previous` is the code of the one before, "" for the first; `same` the last one,
    if nothing has changed since: then this one is that one again, not the next."""

    book_id: str
    sequence: int
    previous: str
    period: str
    content: str
    same: Sending | None = None


def next_link(book: Book, period: str = "") -> Link:
    """Raises `ExchangeError` for a period that no list could show."""
    if len(period) > LONGEST_PERIOD or not period.isprintable():
        raise ExchangeError(
            f"Kỳ báo cáo dài quá {LONGEST_PERIOD} chữ hoặc có ký tự lạ; hãy ghi ngắn, ví dụ «Quý IV/2026»."
        )
    sent, content = sendings_of(book), content_sum(book)
    last = sent[-1] if sent else None
    book_id = book.identity.book_id if book.identity else ""
    if last and last.content == content and period in ("", last.period):
        before = sent[-2].code if len(sent) > 1 else ""
        return Link(book_id, last.sequence, before, last.period, content, last)
    return Link(book_id, last.sequence + 1 if last else 1, last.code if last else "", period, content)


def sendings_of(book: Book) -> list[Sending]:
    """The earliest first; what an earlier version remembered, a code alone, is a first package."""
    text = book.identity.exported.get(KIND, "") if book.identity else ""
    if not text.startswith("["):
        return [Sending(1, "", text, "")] if text else []
    try:
        return [Sending(int(one[0]), *(str(word) for word in one[1:])) for one in json.loads(text)]
    except (ValueError, TypeError, IndexError):
        return []


def as_text(sent: Sequence[Sending], link: Link, made: date, code: str) -> str:
    """The chain with this package, as the workbook remembers it."""
    kept = [one for one in sent if one.sequence != link.sequence]
    kept.append(Sending(link.sequence, made.isoformat(), code, link.content, link.period))
    return json.dumps(kept[-_KEPT:], ensure_ascii=False, separators=(",", ":"))


def content_sum(book: Book) -> str:
    """The name of what a package carries of what staff have typed. Nothing private goes in, nor a number that is
    covered in a text: who knows all other cells could else try out telephone numbers until the name fits. Nor does
    «Sổ gửi»: that something was sent is nothing new to send."""
    shared = {
        kind: {key: _shared(spec_of(kind), cells) for key, cells in rows.items()}
        for kind, rows in contents(book).items()
        if kind is not Sent
    }
    return revision(base_of(shared, date.min).rows)


def _shared(spec: TableSpec, cells: Cells) -> Cells:
    return tuple(
        None
        if cell is UNSAID or is_private(spec, column)
        else masked(cell, column.attribute)[0]
        if isinstance(cell, str)
        else cell
        for column, cell in zip(spec.inputs, cells, strict=True)
    )
