"""Texts that the program itself writes on its sheets – titles, labels, help, lists: what is left was typed."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from ocop_xl.model import INPUT_TABLES, Book, Commune, spec_of
from ocop_xl.model.version import FIRST_VERSION, MODEL_VERSION
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.renewing.old_file import old_sheets

_FROZEN = Path(__file__).resolve().parent.parent.parent / "data" / "khung"
"""One file for each version that is no longer built: what its program wrote."""


def made_by_us(text: object) -> bool:
    """Whether a program of any version writes this text on a sheet of its own."""
    return isinstance(text, str) and " ".join(text.split()) in _texts()


@cache
def _texts() -> frozenset[str]:
    frozen = (
        text
        for version in range(FIRST_VERSION, MODEL_VERSION)
        for text in json.loads((_FROZEN / f"{version}.json").read_text(encoding="utf-8"))
    )
    return frozenset(" ".join(text.split()) for text in (*frozen, *_today()))


def _today() -> list[str]:
    """Of an empty workbook as it is built today."""
    book = Book()
    book[Commune] = [Commune()]
    built = old_sheets(build_workbook(book, date(2026, 1, 1)))
    specs = [spec_of(kind) for kind in INPUT_TABLES]
    headers = [column.header for spec in specs for column in spec.columns]
    return [*headers, *(cell.value for sheet in built for cell in sheet.cells if isinstance(cell.value, str))]
