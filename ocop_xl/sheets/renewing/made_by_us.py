"""Texts that the program itself writes on its sheets – titles, labels, help, lists: what is left was typed."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

from ocop_xl.model import INPUT_TABLES, Book, Commune, spec_of
from ocop_xl.model.version import FIRST_VERSION, MODEL_VERSION
from ocop_xl.office.guard import Package, open_package
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.writing.backup_note import is_backup_note

_FROZEN = Path(__file__).resolve().parent.parent.parent / "data" / "khung"
"""One file for each version that is no longer built: what its program wrote."""
_DEFINED = re.compile(r'<definedName name="([^"]+)"')
_SHARED = re.compile(r"<t(?: [^<>]*)?>([^<]+)</t>")
_COMPUTED = re.compile(r' t="str"><f>[^<]*</f><v>([^<]+)</v>')


def made_by_us(text: object) -> bool:
    """Whether a program of any version writes this text on a sheet of its own."""
    return isinstance(text, str) and (" ".join(text.split()) in _texts() or is_backup_note(text))


@cache
def _texts() -> frozenset[str]:
    frozen = (
        text
        for version in range(FIRST_VERSION, MODEL_VERSION)
        for text in json.loads((_FROZEN / f"{version}.json").read_text(encoding="utf-8"))
    )
    return frozenset(" ".join(text.split()) for text in (*frozen, *_today()))


@cache
def our_names() -> frozenset[str]:
    """The names of cells that we define today, in small letters."""
    return frozenset(name.casefold() for name in _DEFINED.findall(_empty().read("xl/workbook.xml").decode()))


@cache
def _empty() -> Package:
    book = Book()
    book[Commune] = [Commune()]
    return open_package(build_workbook(book, date(2026, 1, 1)))


def _today() -> list[str]:
    """Of an empty workbook as it is built today; read as our own builder spells them."""
    package = _empty()
    shared = _SHARED.findall(package.read("xl/sharedStrings.xml").decode())
    sheets = (package.read(part).decode() for part in package.parts if part.startswith("xl/worksheets/sheet"))
    computed = [text for sheet in sheets for text in _COMPUTED.findall(sheet)]
    headers = [column.header for kind in INPUT_TABLES for column in spec_of(kind).columns]
    return [*headers, *map(unescape, dict.fromkeys((*shared, *computed)))]
