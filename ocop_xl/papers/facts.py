"""What a paper is filled with: plain values, and gaps where a fact is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ocop_xl.papers.wording import short_date
from ocop_xl.records import NamedTuple

GAP_TEXT = "……"
"""What stands in a paper for a fact that the workbook does not have."""


class Gap(str):
    """A missing fact: prints as dots, counts as false in `{% if %}`, and says in `label` what is missing and where."""

    __slots__ = ("label",)
    label: str

    def __new__(cls, label: str) -> Gap:
        made = super().__new__(cls, GAP_TEXT)
        made.label = label
        return made

    def __bool__(self) -> bool:
        return False

    def upper(self) -> Gap:
        """A gap stays a gap when a template writes it in capitals."""
        return self

    def lower(self) -> Gap:
        return self


class ByHand(Gap):
    """What no cell of the workbook holds and whoever drafts the paper writes into it: it keeps no number back."""

    __slots__ = ()


class NotPrintableError(TypeError):
    """A template prints a whole group or list instead of one fact in it."""


class ChartData(NamedTuple):
    """Figures for a chart of the template: one value per category and series, None where there is no figure."""

    categories: tuple[str, ...]
    series: tuple[tuple[float | None, ...], ...]


class PaperFacts(NamedTuple):
    """All that one paper is made from. `subject` (a product's name) tells papers of one kind apart in file names;
    `product_id`, `dossier_id` and `year` are what it is about, for those who want only some of the papers.
    `dated` is the day printed in a paper that is not of the day it is made on, such as the record of a visit.
    `notices` are what whoever signs has to know about the paper and what does not stand in it, one sentence each;
    `settled` says, if so, why there is nothing left to issue: such a paper takes no number unless told to. `figures`
    are those that it prints and that many rows were counted for, by name and day (`programme.registered`): the paper
    is stale when one of them moves."""

    title: str
    values: Mapping[str, Any]
    charts: Mapping[str, ChartData] = {}
    subject: str = ""
    product_id: str = ""
    dossier_id: str = ""
    year: int | None = None
    dated: date | None = None
    notices: tuple[str, ...] = ()
    settled: str = ""
    figures: tuple[tuple[str, date], ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The notices, and that there is nothing left to issue."""
        if not self.settled:
            return self.notices
        return (*self.notices, f"Việc đã xong: {self.settled}; chỉ in lại để xem, không ban hành lần nữa.")


def shown(value: object) -> str:
    """A value as people write it: `20/3/2026`, `0,5`, `Có`; groups and lists are not printable."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    if isinstance(value, date):
        return short_date(value)
    raise NotPrintableError


def plain(value: Any) -> Any:
    """The value if it is made of plain parts only; anything else would be a bug of ours, not of the user."""
    if value is None or isinstance(value, str | int | float | date):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} must not reach a template")
