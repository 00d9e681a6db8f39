"""The Python twins of the live columns of «Công nhận» and «Hồ sơ»: what each asks for on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.law.clocks import commune_deadline, renewal_window
from ocop_xl.model import Book, Dossier, Recognition, Row
from ocop_xl.model import choices as c
from ocop_xl.programme.live.row_words import ENDED, certificate_words, dossier_words
from ocop_xl.programme.ranks import in_force


def _in_force(row: Recognition, book: Book, on: date) -> str:
    if row.issued is None or row.ends is None:
        return ""
    return c.YES if in_force(row, on) else c.NO


def _latest(row: Recognition, book: Book, on: date) -> str:
    if not in_force(row, on):
        return ""
    rivals = [r for r in book[Recognition] if r.product_id == row.product_id and in_force(r, on)]
    return c.NO if any(r.issued and row.issued and r.issued > row.issued for r in rivals) else c.YES


def _window_opens(row: Recognition, book: Book, on: date) -> object:
    return renewal_window(row.ends)[0] if row.ends else ""


def _window_closes(row: Recognition, book: Book, on: date) -> object:
    return renewal_window(row.ends)[1] if row.ends else ""


def _to_do(row: Recognition, book: Book, on: date) -> str:
    return certificate_words(row, on)


def _lapsed_last(row: Recognition, on: date) -> tuple[bool, int]:
    """Of those that still run the nearest end first, of the lapsed ones the latest."""
    lapsed, ends = certificate_words(row, on) == ENDED, (row.ends or on).toordinal()
    return lapsed, -ends if lapsed else ends


def _order(row: Recognition, book: Book, on: date) -> object:
    if not certificate_words(row, on):
        return ""
    listed = [r for r in book[Recognition] if r.ends and certificate_words(r, on)]
    listed.sort(key=lambda r: _lapsed_last(r, on))
    return next(place for place, other in enumerate(listed, 1) if other is row)


def _send_by(row: Dossier, book: Book, on: date) -> object:
    return commune_deadline(row.received) if row.received else ""


def _dossier_to_do(row: Dossier, book: Book, on: date) -> str:
    return dossier_words(row, book.commune, on)


CERTIFICATE_LIVE: dict[tuple[type[Row], str], Callable[[Any, Book, date], object]] = {
    (Recognition, "in_force"): _in_force,
    (Recognition, "latest"): _latest,
    (Recognition, "window_opens"): _window_opens,
    (Recognition, "window_closes"): _window_closes,
    (Recognition, "to_do"): _to_do,
    (Recognition, "order"): _order,
    (Dossier, "send_by"): _send_by,
    (Dossier, "to_do"): _dossier_to_do,
}
