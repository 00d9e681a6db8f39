"""Findings that need no decision, and the change that settles each: «Sửa nhanh».

A fix is here only if the cell can mean one thing. What a person has to choose – two readings of a date, a name that is
nearly another – stays a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.law.legal_forms import legal_form
from ocop_xl.law.sectors import GROUPS
from ocop_xl.model import INPUT_TABLES, Book, Product, spec_of, table_named
from ocop_xl.model import choices as c
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import Row
from ocop_xl.rules.keys import bare_key
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import fold, nfc, tidy

Fixer = Callable[[View], Iterable[Change]]


def propose_fixes(book: Book) -> list[Change]:
    """All changes that settle a finding without a decision, one a cell, in the order of the tables."""
    view = View(book)
    found = [change for fixer in FIXERS for change in fixer(view)]
    twins = twin_keys(book)
    cells = {
        (change.table, change.row_id, change.column): change
        for change in reversed(found)
        if (change.table, change.row_id) not in twins
    }
    order = {spec_of(kind).name: at for at, kind in enumerate(INPUT_TABLES)}
    return sorted(cells.values(), key=lambda change: order[change.table])


def twin_keys(book: Book) -> set[tuple[str, str]]:
    """Table and key of rows that have the same key as another: a change could not say which of them it means."""
    counted = Counter(
        (spec_of(kind).name, row_id)
        for kind in INPUT_TABLES
        if (key := spec_of(kind).key) is not None
        for row in book[kind]
        if (row_id := getattr(row, key.attribute)) is not None
    )
    return {place for place, number in counted.items() if number > 1}


def figures_typed_as_text(view: View) -> Iterator[Change]:
    """EX-001, EX-002: what was read from a text is put into the cell as a number or a day."""
    for cell in view.book.unseen:
        value = getattr(cell.row, cell.column.attribute)
        if cell.problem in ("text_number", "text_date") and value is not None:
            what = "số" if cell.problem == "text_number" else "ngày"
            code = "EX-001" if cell.problem == "text_number" else "EX-002"
            yield from _change(cell.row, cell.column, cell.text, value, f"{code}: {what} ghi bằng chữ")


def words_of_a_list(view: View) -> Iterator[Change]:
    """DL-002: a word of the list in other letters, or the usual short form of a legal form."""
    for kind in INPUT_TABLES:
        for column in spec_of(kind).inputs:
            if column.kind is Kind.CHOICE and column.choices is not None:
                wrong = view.distinct(kind, column.attribute) - column.choices.allowed - {None}
                meant = {value: _same_word(column, value) for value in wrong}
                for row, value in _rows(view, kind, column):
                    if right := meant.get(value):
                        yield from _change(
                            row, column, value, right, f"DL-002: đúng chữ trong danh sách «{column.choices.name}»"
                        )


def _same_word(column: Column, value: str) -> str | None:
    assert column.choices is not None
    if column.choices is c.LEGAL_FORM and (form := legal_form(value)):
        return form.name if fold(value) in map(fold, form.abbreviations) else None
    same = [word for word in column.choices.values if fold(word) == fold(value)]
    return same[0] if len(same) == 1 else None


def sectors_named_by_a_group(view: View) -> Iterator[Change]:
    """SP-002: a group stands for its sector, and belongs to one only."""
    column = spec_of(Product).column("sector")
    for row, value in _rows(view, Product, column):
        if value in GROUPS:
            yield from _change(row, column, value, GROUPS[value], "SP-002: phân nhóm ghi vào cột nhóm (ngành)")


def keys_in_other_letters(view: View) -> Iterator[Change]:
    """DL-006: `SP-1` or `sp 01` where the table it points to has SP01 and no other like it."""
    for kind in INPUT_TABLES:
        for column in spec_of(kind).inputs:
            if column.refers_to:
                target = table_named(column.refers_to).row_type
                known, why = view.by_id(target), f"DL-006: mã có ở trang «{spec_of(target).sheet}»"
                for row, value in _rows(view, kind, column):
                    same = [key for key in known if bare_key(key) == bare_key(value)] if value not in known else []
                    if value and len(same) == 1:
                        yield from _change(row, column, value, same[0], why)


def untidy_texts(view: View) -> Iterator[Change]:
    """CH-001, CH-002, CH-003: composed letters, single spaces, nothing invisible."""
    for kind in INPUT_TABLES:
        for column in spec_of(kind).inputs:
            if column.kind in (Kind.TEXT, Kind.LONG_TEXT):
                for row, value in _rows(view, kind, column):
                    right = tidied(value, column)
                    if value and right and right != value:
                        yield from _change(row, column, value, right, why_untidy(value))


def tidied(text: str | None, column: Column) -> str | None:
    """The text as its writer believes she typed it; lines of a long text stay lines."""
    if text is None or column.kind is not Kind.LONG_TEXT:
        return tidy(text) if text else None
    return "\n".join(map(tidy, text.replace("\r\n", "\n").split("\n"))).strip("\n") or None


def why_untidy(text: str) -> str:
    """The code and the words of the first thing that is wrong with the letters."""
    if nfc(text) != text:
        return "CH-001: chữ và dấu tách rời"
    return "CH-002: dấu cách thừa" if text.isprintable() else "CH-003: ký tự ẩn"


FIXERS: tuple[Fixer, ...] = (
    figures_typed_as_text,
    words_of_a_list,
    sectors_named_by_a_group,
    keys_in_other_letters,
    untidy_texts,
)
"""What «Sửa nhanh» can do; where two would change one cell, the first does."""


def _rows(view: View, kind: type[Row], column: Column) -> Iterator[tuple[Row, Any]]:
    return zip(view[kind], view.column(kind, column.attribute), strict=True)


def _change(row: Row, column: Column, before: Any, after: Any, why: str) -> Iterator[Change]:
    """Nothing for a row without a key: it cannot be told from others."""
    spec = spec_of(type(row))
    row_id = "" if spec.form else getattr(row, spec.key.attribute) if spec.key else None
    if row_id is not None:
        yield Change(spec.name, row_id, column.header, before, after, why)
