"""Rows that are asked about before anything is made of them: unseen ones, those of other communes, those not passed."""

from __future__ import annotations

from ocop_xl.model import Producer, Product
from ocop_xl.sheets.importing.proposal import DROP, TAKE
from ocop_xl.sheets.importing.proposing.draft import Draft
from ocop_xl.sheets.importing.proposing.producers import Producers
from ocop_xl.sheets.importing.tables.facts import Given, RowFacts
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.addresses import as_commune, communes_in, same_commune
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.list_fields import FAILED
from ocop_xl.sheets.importing.words.states import Condition
from ocop_xl.vietnamese import tidy

_RANKS = (f.PRESENT, f.POTENTIAL, Target(Product, f.PROPOSED))
_COMMUNE, _ADDRESS = Target(Producer, f.COMMUNE), Target(Producer, "address")


class Entering:
    """Says of a row why it does not enter; empty when it does. Where the row above lies is remembered: one without a
    word of subject and place goes on there."""

    def __init__(self, draft: Draft, producers: Producers) -> None:
        self._draft = draft
        self._producers = producers
        self._above = ""

    def start(self) -> None:
        """A table begins, or a section of it: nothing holds over."""
        self._above = ""

    def unseen(self, facts: RowFacts) -> str:
        """Hidden and struck-out rows: dropped as long as nobody says that they count."""
        flag = facts.row.flag
        if not flag:
            return ""
        group = "trang-an" if flag.startswith("trang") else "gach" if "gạch" in flag else "an"
        text = f"{flag}: “{tidy(facts.cell.text)}”"
        answer = self._draft.ask(group, facts.cell, f"{flag[:1].upper()}{flag[1:]}", text, (TAKE, DROP), DROP)
        return "" if answer == TAKE else flag

    def elsewhere(self, facts: RowFacts) -> str:
        """A decision names the products of a whole province. Its rows enter as long as nobody says that those of other
        communes should not; a subject that the book has is the commune's own, whatever the list says."""
        subject = facts.given.get(f.PRODUCER)
        commune = commune_of(facts) or ("" if subject is not None else self._above)
        self._above = commune
        if not commune:
            return ""
        mine = self._draft.book.commune
        if not mine.name or same_commune(commune, mine.name):
            return ""
        if subject is not None and self._producers.of_book(str(subject.value)):
            return ""
        text = f"“{tidy(facts.cell.text)}” ở {commune}, ngoài {mine.kind or 'xã'} {mine.name} theo cách ghi của nguồn"
        answer = self._draft.ask("xa-khac", facts.cell, "Dòng của xã khác", text, (DROP, TAKE), TAKE)
        return "của xã khác" if answer == DROP else ""

    def failed(self, facts: RowFacts, condition: Condition | None) -> str:
        """A row that the council did not pass is no product with a rank."""
        if condition is not Condition.FAILED and not any(_says_failed(facts, target) for target in _RANKS):
            return ""
        text = f"“{tidy(facts.cell.text)}” được nguồn ghi là không đạt"
        answer = self._draft.ask("khong-dat", facts.cell, "Dòng «Không đạt»", text, (TAKE, DROP), DROP)
        return "" if answer == TAKE else "không đạt"


def verdicts_in(facts: RowFacts) -> list[Given]:
    """«Không đạt» where a rank should stand: taken out of the facts, for a remark."""
    return [facts.given.pop(target) for target in _RANKS if _says_failed(facts, target)]


def _says_failed(facts: RowFacts, target: Target) -> bool:
    return target in facts.given and facts.given[target].value == FAILED


def commune_of(facts: RowFacts) -> str:
    """As its column, its address or the heading above the row says; empty when nothing does."""
    if (unit := facts.given.get(_COMMUNE)) is not None:
        return as_commune(str(unit.value))
    address = facts.given.get(_ADDRESS)
    named = communes_in(str(address.value)) if address is not None else []
    if named:
        return named[-1]
    place = facts.said(What.PLACE)
    return next(iter(communes_in(place.value)), "") if place is not None else ""
