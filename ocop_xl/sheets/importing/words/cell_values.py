"""Turns a source cell into what it says of the field that its column stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from ocop_xl.law.authorities import authority_named
from ocop_xl.law.legal_forms import legal_form
from ocop_xl.law.sectors import number_of, sector_named
from ocop_xl.model import Producer, Product, Recognition, choices
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import spec_of
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.addresses import split_address
from ocop_xl.sheets.importing.words.decisions import Decision, read_decision
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.list_fields import FAILED, LIST_FIELDS
from ocop_xl.sheets.importing.words.states import failed, planned
from ocop_xl.sheets.importing.words.values import (
    BULLET,
    UNREADABLE,
    Reading,
    read_date,
    read_phone,
    read_stars,
    read_whole,
)
from ocop_xl.vietnamese import fold, nfc, tidy

_DASH = re.compile(r"[-–—_.…]+")
_LONGEST_DASH = 40
_TICKED = {
    f.TICKED_PRESENT: f.PRESENT,
    f.TICKED_POTENTIAL: f.POTENTIAL,
    f.TICKED_FORM: Target(Product, f.FORM_OF_ASSESSMENT),
}
_NOTE_MARK = re.compile(r"\s*(?:\(\*+\)|\*+)\s*$")
_MANY_LEVELS = re.compile(r"(?:\d{1,3}|[A-HIVX]{1,4})(?:\.\d{1,3})+\.?")
_ONLY_PLANNED = "hạng dự kiến, đề nghị, không phải hạng đã được công nhận"


class Fact(NamedTuple):
    """What one cell says of one field."""

    target: Target
    reading: Reading


def facts_in(cell: Cell, target: Target, header: str) -> list[Fact]:
    """Usually one fact; a cell with number and day, or name and address, gives more. An unreadable cell gives one
    whose reading says so."""
    if cell.error:
        return [Fact(target, UNREADABLE)]
    if (said := _says_nothing(cell.text)) is not None:
        return [Fact(target, said)]
    if target.row_type is Recognition and target.attribute in ("decision_number", "decision_date", "issued"):
        return _of_decision(cell, target)
    if target == f.NAME:
        return [Fact(target, _read_name(cell))]
    if target == f.NUMBER and "." in cell.text and _MANY_LEVELS.fullmatch(cell.text.strip()):
        return [Fact(target, Reading(nothing=True, why="số nhiều cấp, sổ đánh số tiếp trong mục"))]
    if target.attribute in _TICKED:
        return [_of_ticked(cell, target)]
    if target.attribute in ("present", "stars") and _only_planned(cell.text):
        return [Fact(f.POTENTIAL, read(cell, f.POTENTIAL)._replace(why=_ONLY_PLANNED))]
    if target == f.PRODUCER:
        return _of_producer(cell.text, target, joined=_names_address(header))
    return [Fact(target, read(cell, target))]


def _says_nothing(text: str) -> Reading | None:
    """Invisible letters alone, or dashes and dots where something could stand."""
    if text[:1].isalnum() or len(text) > _LONGEST_DASH:
        return None
    if not tidy(text):
        return Reading(nothing=True)
    if _DASH.fullmatch(text):
        return Reading(nothing=True, why=f"“{text}” được hiểu là không có, ô để trống")
    return None


def read(cell: Cell, target: Target) -> Reading:
    """One cell for one field; never raises. Texts met before are not read again."""
    if isinstance(cell.value, str):
        return _read_text(cell.value, target)
    return _read(cell, target)


@lru_cache(maxsize=32768)
def _read_text(text: str, target: Target) -> Reading:
    return _read(Cell("", text), target)


def _read(cell: Cell, target: Target) -> Reading:
    special = LIST_FIELDS.get(target.attribute)
    if special is not None:
        return special(cell)
    return read_cell(cell, spec_of(target.row_type).column(target.attribute))


def read_cell(cell: Cell, column: Column) -> Reading:
    """A cell for a column of the workbook: by the column's kind."""
    if cell.error:
        return UNREADABLE
    text = tidy(cell.text)
    if not text:
        return Reading(nothing=True)
    if column.kind is Kind.STARS:
        return Reading(FAILED) if failed(text) else read_stars(cell)
    if column.kind is Kind.DATE:
        return read_date(cell)
    if column.kind is Kind.PHONE:
        return read_phone(cell)
    if column.kind is Kind.PRODUCT_SET:
        return Reading(number_of(cell.text))
    if column.kind is Kind.DECIMAL:
        return _read_decimal(cell)
    if column.kind.is_number:
        return read_whole(cell)
    if column.kind is Kind.CHOICE:
        return _read_choice(text, column)
    return Reading(nfc(cell.text) if column.kind is Kind.LONG_TEXT else text)


def _read_decimal(cell: Cell) -> Reading:
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return Reading(float(cell.value))
    found = re.match(r"(\d+(?:[.,]\d+)?)\s*(?:ngày|buổi)?$", tidy(cell.text))
    return Reading(float(found[1].replace(",", "."))) if found else UNREADABLE


def _read_choice(text: str, column: Column) -> Reading:
    """The list's own spelling if only marks, case or short forms differ; otherwise the text as typed."""
    if column.choices is choices.LEGAL_FORM:
        return _read_legal_form(text)
    assert column.choices is not None
    for choice in column.choices.values:
        if text.casefold() == choice.casefold():
            return Reading(choice)
        if fold(text) == fold(choice):
            return Reading(choice, why=f"“{text}” được viết lại thành “{choice}”")
    named = {choices.AUTHORITY: authority_named, choices.SECTOR: _old_sector}.get(column.choices)
    meant = named(text) if named is not None else None
    return Reading(meant, why=f"“{text}” được hiểu là “{meant}”", rest=text) if meant else Reading(text)


def _old_sector(text: str) -> str | None:
    """A name of 2019, or with «Nhóm» before it. One of today's groups stays as typed: «Thực phẩm chế biến»."""
    sector = sector_named(text)
    from ocop_xl.law.sectors import GROUPS

    return None if fold(text) in map(fold, GROUPS) else sector


def _read_legal_form(text: str) -> Reading:
    form = legal_form(text)
    if form is None:
        return Reading(text, why=f"“{text}” không có trong danh sách loại hình, giữ nguyên như đã ghi")
    if fold(text) in {fold(spelling) for spelling in (form.name, *form.abbreviations)}:
        return Reading(form.name)
    return Reading(form.name, why=f"“{text}” được hiểu là “{form.name}”", rest=text)


def _read_name(cell: Cell) -> Reading:
    """Without the mark of a line of a list and that of a note below the table: `- Gạo ST25 (*)`."""
    reading = read(cell, f.NAME)
    if cell.text[:1].isalnum() and cell.text[-1:] not in "*) ":
        return reading
    bare = _NOTE_MARK.sub("", BULLET.sub("", str(reading.value or "")))
    return (
        reading if bare in ("", reading.value) else Reading(bare, why=f"bỏ dấu đầu dòng, dấu chú thích ở “{cell.text}”")
    )


@lru_cache(maxsize=1024)
def _only_planned(text: str) -> bool:
    return planned(fold(text))


def _of_ticked(cell: Cell, target: Target) -> Fact:
    """A tick says what its column is headed by."""
    reading = read(cell, target)
    if not reading.value:
        return Fact(target, reading)
    meant = _TICKED[target.attribute]
    said = choices.PRODUCT_SECTION.values[target.group] if target.attribute == f.TICKED_FORM else target.group
    return Fact(meant, Reading(said))


# --- cells that say more than one thing -----------------------------------------------------------------------


def _of_decision(cell: Cell, target: Target) -> list[Fact]:
    """Number, day and authority wherever they stand; a day alone under the number is the day. Texts met before are not
    read again: a list names few decisions, each many times."""
    return list(_of_decision_text(cell.value, target)) if isinstance(cell.value, str) else _decision_in(cell, target)


@lru_cache(maxsize=8192)
def _of_decision_text(text: str, target: Target) -> tuple[Fact, ...]:
    return tuple(_decision_in(Cell("", text), target))


def _decision_in(cell: Cell, target: Target) -> list[Fact]:
    if isinstance(cell.value, date):
        return [Fact(_beside(target, "decision_date") if _is(target, "decision_number") else target, read_date(cell))]
    if not _is(target, "decision_number"):
        reading = read_date(cell)
        if reading.value is not None:
            return [Fact(target, reading)]
    said = read_decision(cell.text)
    if said is None:
        return [Fact(target, UNREADABLE if not _is(target, "decision_number") else _number_as_typed(cell))]
    return list(_parts(said, target))


def _number_as_typed(cell: Cell) -> Reading:
    """A bare year is no decision's number; any other text is kept as somebody wrote it."""
    text = tidy(cell.text)
    return UNREADABLE if re.fullmatch(r"(?:năm\s*)?(?:19|20)\d\d", text, re.IGNORECASE) else Reading(text)


def _parts(said: Decision, target: Target) -> list[Fact]:
    facts = []
    if said.number is not None:
        facts.append(Fact(_beside(target, "decision_number"), Reading(said.number, why=said.why, rest=said.rest)))
    if said.date is not None:
        day = target.attribute if target.attribute == "issued" and said.number is None else "decision_date"
        facts.append(Fact(_beside(target, day), said.day))
    if said.by is not None:
        authority = spec_of(Recognition).column("authority")
        facts.append(Fact(_beside(target, "authority"), _read_choice(said.by, authority)))
    return facts or [Fact(target, UNREADABLE)]


def _is(target: Target, attribute: str) -> bool:
    return target.attribute == attribute


def _beside(target: Target, attribute: str) -> Target:
    return Target(target.row_type, attribute, target.group)


@lru_cache(maxsize=1024)
def _names_address(header: str) -> bool:
    return "dia chi" in fold(header)


_PHONE_OF_AN_ADDRESS = re.compile(
    r"(?:[,;.\s]*(?:đt|sđt|điện thoại)\s*[:.]?\s*|\s*[,;]\s*)((?:\+?84|0)(?:[ .]?\d){8,10})(?!\d)", re.IGNORECASE
)


def _of_producer(text: str, target: Target, *, joined: bool) -> list[Fact]:
    name, address = split_address(text, joined=joined)
    if not address:
        return [Fact(target, Reading(name))]
    why = f"“{tidy(text)}” được tách thành tên và địa chỉ"
    phone = _PHONE_OF_AN_ADDRESS.search(address)
    facts = [Fact(target, Reading(name, why=why))]
    if phone is not None:
        facts.append(Fact(Target(Producer, "phone"), Reading(tidy(phone[1]))))
        address = tidy(f"{address[: phone.start()]} {address[phone.end() :]}").strip(" ,;")
    return [*facts, Fact(Target(Producer, "address"), Reading(address))]


def fits(fact: Fact, cell: Cell) -> bool:
    """Whether the cell is of the kind that its column is taken for; asked of whole columns, to find those misread."""
    reading = fact.reading
    if cell.error or reading.nothing:
        return True
    if reading.value is None:
        return False
    if fact.target == Target(Producer, "legal_form"):
        return legal_form(str(cell.text)) is not None
    if fact.target in (f.NAME, f.PRODUCER):
        return any(letter.isalpha() for letter in str(reading.value))
    if fact.target.attribute in ("number", "workers", "local_workers"):
        return True
    return _WELL_FORMED.get(fact.target.attribute, _always)(reading.value)


def _always(value: Any) -> bool:
    return True


_WELL_FORMED: dict[str, Callable[[Any], bool]] = {
    "present": lambda value: value == FAILED or 1 <= value <= 6,
    "stars": lambda value: value == FAILED or 1 <= value <= 6,
    "potential": lambda value: value == FAILED or 1 <= value <= 6,
    "from_year": lambda value: 1990 <= value <= 2100,
    "to_year": lambda value: 1990 <= value <= 2100,
    "phone": lambda value: sum(letter.isdigit() for letter in str(value)) >= 6,
    "sector": lambda value: any(letter.isalpha() for letter in str(value)),
    "representative": lambda value: any(letter.isalpha() for letter in str(value)),
    "product_set": lambda value: True,
}
