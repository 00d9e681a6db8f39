"""Turns a source cell into the value of one column of the model, by the column's kind."""

from __future__ import annotations

import re

from ocop_xl.law.legal_forms import legal_form
from ocop_xl.law.sectors import number_of
from ocop_xl.model import choices
from ocop_xl.model.column import Column, Kind
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.values import (
    UNREADABLE,
    Reading,
    read_date,
    read_phone,
    read_stars,
    read_whole,
)
from ocop_xl.vietnamese import fold, nfc, tidy

_DASH = re.compile(r"[-–—_.…]+")


def read_cell(cell: Cell, column: Column) -> Reading:
    """Never raises; an error cell and an unreadable text give `UNREADABLE`."""
    if cell.error:
        return UNREADABLE
    if not tidy(cell.text):
        return Reading(nothing=True)
    if _DASH.fullmatch(cell.text):
        return Reading(nothing=True, why=f"“{cell.text}” được hiểu là không có, ô để trống")
    if column.kind is Kind.STARS:
        return read_stars(cell)
    if column.kind is Kind.DATE:
        return read_date(cell)
    if column.kind is Kind.PHONE:
        return read_phone(cell)
    if column.kind is Kind.PRODUCT_SET:
        return Reading(number_of(cell.text))
    if column.kind.is_number:
        return read_whole(cell)
    if column.kind is Kind.CHOICE:
        return _read_choice(tidy(cell.text), column)
    return Reading(nfc(cell.text) if column.kind is Kind.LONG_TEXT else tidy(cell.text))


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
    if column.choices is choices.AUTHORITY:
        return _read_authority(text)
    return Reading(text)


def _read_legal_form(text: str) -> Reading:
    form = legal_form(text)
    if form is None:
        return Reading(text, why=f"“{text}” không có trong danh sách loại hình, giữ nguyên như đã ghi")
    if fold(text) in {fold(spelling) for spelling in (form.name, *form.abbreviations)}:
        return Reading(form.name)
    return Reading(form.name, why=f"“{text}” được hiểu là “{form.name}”", rest=text)


_AUTHORITIES = {
    "ubnd huyen": choices.AUTHORITY_DISTRICT,
    "uy ban nhan dan huyen": choices.AUTHORITY_DISTRICT,
    "ubnd tinh": choices.AUTHORITY_PROVINCE,
    "uy ban nhan dan tinh": choices.AUTHORITY_PROVINCE,
    "bo nong nghiep va phat trien nong thon": choices.AUTHORITY_OLD_MINISTRY,
    "bo nn ptnt": choices.AUTHORITY_OLD_MINISTRY,
    "bo nong nghiep va moi truong": choices.AUTHORITY_MINISTRY,
    "bo nn mt": choices.AUTHORITY_MINISTRY,
}


def _read_authority(text: str) -> Reading:
    """`UBND huyện Vĩnh Thuận` is a district committee; its name goes to the remarks."""
    key = fold(text)
    for beginning, authority in _AUTHORITIES.items():
        if key == beginning:
            return Reading(authority)
        if key.startswith(f"{beginning} "):
            return Reading(authority, why=f"“{text}” được hiểu là “{authority}”", rest=text)
    return Reading(text)
