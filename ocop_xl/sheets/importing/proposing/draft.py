"""The book as an import would leave it: copies of its rows, new ones, and an account of every source cell."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Channel, Producer, Product, Recognition, Training, TrainingClass
from ocop_xl.model.column import Kind
from ocop_xl.model.keys import key_of, last_number
from ocop_xl.model.table import R, Row, spec_of
from ocop_xl.rules.rule import shown
from ocop_xl.sheets.importing.proposal import KEEP, TAKE, Note, Placed, Proposal, Question, Unplaced
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given
from ocop_xl.vietnamese import ascii_name, fold, tidy, toned_key

IMPORTED: tuple[type[Row], ...] = (Producer, Product, Recognition, TrainingClass, Training, Channel)
"""In the order in which new rows are written: a row's references stand before it."""
HEADER, SECTION, TITLE = "tiêu đề cột", "tiêu đề mục", "tiêu đề bảng"


class KeptOut(Exception):
    """The row enters nowhere as long as a question about it is open; the text says why."""


OTHER_NAME = "Tên khác"
"""How «Ghi chú» keeps the name under which a list has a row of the book."""


def other_names(note: str | None) -> list[str]:
    """Names that an earlier import was told to be this row's."""
    if not note or OTHER_NAME not in note:
        return []
    return [part.split(":", 1)[1].strip() for part in note.split("; ") if part.startswith(f"{OTHER_NAME}:")]


class Draft:
    """The one thing that the proposal stage writes into; the book itself is never touched."""

    def __init__(self, book: Book, source: str, answers: Mapping[str, str]) -> None:
        self.book = book
        self.proposal = Proposal(source)
        self._used: set[str] = set()
        self._answers = {key.casefold(): tidy(answer) for key, answer in answers.items()}
        self._rows: dict[type[Row], list[Row]] = {kind: [copy.copy(row) for row in book[kind]] for kind in IMPORTED}
        self._last = {kind: last_number(kind, self._rows[kind]) for kind in IMPORTED}
        self._new: list[Row] = []
        self._new_ids: set[int] = set()
        self._fills: list[Change] = []
        self._placed: set[str] = set()
        self._left: dict[str, Unplaced] = {}
        self._notes: dict[Note, None] = {}
        self._lookups: dict[tuple[type[Row], tuple[str, ...]], dict[tuple[object, ...], Row]] = {}
        self.numbers: dict[str | None, set[int]] = {}
        for row in self._rows[Product]:
            if isinstance(row, Product) and row.number is not None:
                self.numbers.setdefault(row.section, set()).add(row.number)

    # --- rows -------------------------------------------------------------------------------------------------

    def rows(self, kind: type[R]) -> list[R]:
        return self._rows[kind]  # type: ignore[return-value]

    def add(self, kind: type[R]) -> R:
        """A new row with the next id of its table."""
        key = spec_of(kind).key
        assert key is not None
        self._last[kind] += 1
        row = kind()
        setattr(row, key.attribute, key_of(kind, self._last[kind]))
        self._rows[kind].append(row)
        self._new.append(row)
        self._new_ids.add(id(row))
        return row

    def is_new(self, row: Row) -> bool:
        return id(row) in self._new_ids

    def lookup(self, kind: type[R], columns: tuple[str, ...]) -> dict[tuple[object, ...], R]:
        """Rows of a table by what these columns say, spelling aside; kept, so that new rows can be put in."""
        found = self._lookups.get((kind, columns))
        if found is None:
            found = self._lookups[kind, columns] = {}
            for row in self._rows[kind]:
                key = tuple(fold(v) if isinstance(v := getattr(row, name), str) else v for name in columns)
                found.setdefault(key, row)
        return found  # type: ignore[return-value]

    # --- the account of cells ---------------------------------------------------------------------------------

    def place(self, cell: Cell, row: Row | None, what: str) -> None:
        """`what` is the header of the column that took the cell's value."""
        if not cell.address:
            return
        table = spec_of(type(row)).name if row is not None else ""
        self._placed.add(cell.address)
        self.proposal.placed.append(Placed(cell.address, cell.text, table, _id_of(row), what))

    def leave(self, cell: Cell, why: str) -> None:
        if cell.address and cell.address not in self._left:
            self._left[cell.address] = Unplaced(cell.address, cell.text, why)

    def is_accounted(self, cell: Cell) -> bool:
        return cell.address in self._placed or cell.address in self._left

    def note(self, cell: Cell, assumed: str, why: str) -> None:
        self._notes.setdefault(Note(cell.address, cell.text, assumed, why))

    def suggest(self, cell: Cell, assumed: str, why: str) -> None:
        self.proposal.suggestions.append(Note(cell.address, cell.text, assumed, why))

    def ask(self, group: str, cell: Cell, about: str, text: str, choices: tuple[str, ...], otherwise: str) -> str:
        """The answer that was given for this question or for its group; empty while there is none."""
        key = Question.key_of(group, cell.address)
        given = self._answers.get(key.casefold()) or self._answers.get(group.casefold()) or ""
        answer = next((choice for choice in choices if fold(choice) == fold(given)), "")
        if answer:
            self._used |= {key.casefold(), group.casefold()}
        question = Question(group, key, about, cell.address, text, choices, otherwise, answer)
        if question not in self.proposal.questions[-50:]:
            self.proposal.questions.append(question)
        return answer

    # --- values -----------------------------------------------------------------------------------------------

    def fill(self, row: Row, given: Given, attribute: str = "") -> bool:
        """Put a value where the row has none. A different value is asked about, and stays until there is an answer;
        one remark does not contradict another, both stay."""
        attribute = attribute or given.target.attribute
        now = getattr(row, attribute)
        if now is None:
            self._set(row, attribute, given.value, given.cell)
        elif attribute == "note":
            self.remark(row, "", str(given.value), given.cell)
        elif not _agree(now, given.value):
            if self._differs(row, attribute, given, now) != TAKE:
                return False
            self._set(row, attribute, given.value, given.cell)
        self.place(given.cell, row, _header(row, attribute))
        return True

    def _differs(self, row: Row, attribute: str, given: Given, now: Any) -> str:
        column = spec_of(type(row)).column(attribute)
        row_id, held, said = _id_of(row), shown(now, column.kind), shown(given.value, column.kind)
        text = f"{row_id} đã có «{column.header}» là “{held}”, nguồn ghi “{said}”"
        answer = self.ask(
            ascii_slug(column.header), given.cell, f"«{column.header}» ghi khác nhau", text, (TAKE, KEEP), KEEP
        )
        if answer != TAKE:
            self.leave(given.cell, f"{row_id} đã có «{column.header}» là “{held}”")
        return answer

    def assume(self, row: Row, attribute: str, value: Any, cell: Cell) -> bool:
        """A value that no cell states; only for a blank, and the caller says why. True if it was put."""
        if getattr(row, attribute) is not None or value is None:
            return False
        self._set(row, attribute, value, cell)
        return True

    def override(self, row: Row, attribute: str, value: Any, cell: Cell) -> None:
        """A value in the place of another: where a person said so, or the row is new."""
        self._set(row, attribute, value, cell)

    def remark(self, row: Row, label: str, text: str, cell: Cell) -> None:
        """What no column can hold goes to «Ghi chú», with the name that it stood under."""
        text = f"{label}: {tidy(text)}" if label else tidy(text)
        now = getattr(row, "note", None) or ""
        if text not in tidy(now):
            self._set(row, "note", f"{now}; {text}" if now else text, cell)
        self.place(cell, row, _header(row, "note"))

    def say_assumed(self, row: Row, given: Given, attribute: str = "") -> None:
        """Notes what reading the cell had to assume, and keeps what the column could not hold."""
        if given.reading.why:
            name = attribute or given.target.attribute
            column = spec_of(type(row)).column(name)
            self.note(given.cell, f"«{column.header}» là “{shown(getattr(row, name), column.kind)}”", given.reading.why)
        if given.reading.rest:
            self.remark(row, given.label, given.reading.rest, given.cell)

    def _set(self, row: Row, attribute: str, value: Any, cell: Cell) -> None:
        before = getattr(row, attribute)
        setattr(row, attribute, value)
        if attribute in ("number", "section") and isinstance(row, Product) and row.number is not None:
            self.numbers.setdefault(row.section, set()).add(row.number)
        if not self.is_new(row):
            why = f"Nhập từ {self.proposal.source}"
            why = f"{why}, {cell.address}" if cell.address else why
            self._fills.append(
                Change(spec_of(type(row)).name, _id_of(row), _header(row, attribute), before, value, why)
            )

    # --- the end ----------------------------------------------------------------------------------------------

    def count(self, why_kept_out: str = "") -> None:
        """One more row of the source, entered or kept out."""
        if why_kept_out:
            self.proposal.kept_out[why_kept_out] += 1
        else:
            self.proposal.entered += 1

    def finished(self) -> Proposal:
        proposal = self.proposal
        proposal.unplaced = [cell for cell in self._left.values() if cell.address not in self._placed]
        proposal.around = [cell for cell in proposal.around if cell.address not in self._placed]
        proposal.unsure = list(self._notes)
        unused = [question for question in self._answers if question not in self._used]
        proposal.unused_answers = [f"{question}={self._answers[question]}" for question in unused]
        proposal.rows = [row for kind in IMPORTED for row in self._new if type(row) is kind]
        proposal.changes = [*self._made(), *_merged(self._fills)]
        return proposal

    def _made(self) -> list[Change]:
        """New rows cell by cell."""
        why = f"Nhập từ {self.proposal.source}"
        columns = {kind: [c for c in spec_of(kind).inputs if c.kind is not Kind.KEY] for kind in IMPORTED}
        return [
            Change(spec_of(type(row)).name, _id_of(row), column.header, None, value, why)
            for row in self.proposal.rows
            for column in columns[type(row)]
            if (value := getattr(row, column.attribute)) is not None
        ]


def _merged(fills: list[Change]) -> list[Change]:
    """A cell that was written twice (a remark after a remark) is one change; a row's cells stand in their order."""
    found: dict[tuple[str, str, str], Change] = {}
    for fill in fills:
        key = fill[:3]
        found[key] = found[key]._replace(after=fill.after) if key in found else fill
    rows: dict[tuple[str, str], list[Change]] = {}
    for fill in found.values():
        rows.setdefault(fill[:2], []).append(fill)
    return [fill for row in rows.values() for fill in sorted(row, key=_place_of)]


@cache
def _places(table: str) -> dict[str, int]:
    spec = next(spec_of(kind) for kind in IMPORTED if spec_of(kind).name == table)
    return {column.header: at for at, column in enumerate(spec.columns)}


def _place_of(change: Change) -> int:
    return _places(change.table)[change.column]


def ascii_slug(text: str) -> str:
    """`Hiện trạng` → `hien-trang`: what a person types to answer all questions of a kind."""
    return ascii_name(text).replace("_", "-")


def _id_of(row: Row | None) -> str:
    return str(getattr(row, "id", "") or "") if row is not None else ""


def _header(row: Row, attribute: str) -> str:
    return spec_of(type(row)).column(attribute).header


def _agree(now: Any, given: Any) -> bool:
    """Texts agree when only spelling habits part them; marks count."""
    if isinstance(now, str) and isinstance(given, str):
        if now == given or not any(map(str.isalpha, now)) or not any(map(str.isalpha, given)):
            return now == given or fold(now) == fold(given)
        return toned_key(now) == toned_key(given) or (now.isascii() and fold(now) == fold(given))
    return bool(now == given)
