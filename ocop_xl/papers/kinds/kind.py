"""What a kind of paper is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ocop_xl.model import Book
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.records import NamedTuple


class PaperKind(NamedTuple):
    """`facts` gives one `PaperFacts` for each paper to be made: one for the commune, or one a product, dossier….

    `chosen` gives, for a kind that speaks of several dossiers in one paper, that paper for these dossiers only (keys).

    `register_kind` is its «Loại văn bản», `symbol` its ký hiệu after the number (`BC-UBND`); both are empty for forms
    and annexes, which take no number of their own. `made_for` ends «Loại này lập cho …»: what the book must hold for
    there to be such a paper; empty for a paper that there always is.
    """

    slug: str
    name: str
    template: str
    facts: Callable[[Book, date], list[PaperFacts]]
    register_kind: str = ""
    symbol: str = ""
    made_for: str = ""
    chosen: Callable[[Book, date, frozenset[str]], list[PaperFacts]] | None = None
