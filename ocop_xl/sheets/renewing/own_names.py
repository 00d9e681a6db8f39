"""Names that a commune has given to cells or values of its own: they go along with what they lead to, or are told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ocop_xl.sheets.building.own_content import OwnContent
from ocop_xl.sheets.renewing.formulas import stays_on_its_sheet
from ocop_xl.sheets.renewing.made_by_us import made_by_us, our_names
from ocop_xl.sheets.renewing.old_file import LeftOver, OldFile

_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!")
_NAMES = "tên vùng"
"""Stands for the sheet where a name is told."""


def take_names(file: OldFile, own_sheets: Collection[str], own: OwnContent) -> Iterator[LeftOver]:
    """A name of a cell on one of `own_sheets`, or of a value; one that leads to cells of ours would lead elsewhere."""
    for name, formula in file.names.items():
        if name.casefold() in our_names() or made_by_us(name):
            continue
        if _on(own_sheets, formula):
            own.names[name] = formula
        else:
            yield LeftOver(_NAMES, name, formula, "tên vùng trỏ tới ô của trang khác; sổ mới không giữ")


def _on(own_sheets: Collection[str], formula: str) -> bool:
    sheets = {(quoted or plain).replace("''", "'") for quoted, plain in _SHEET.findall(formula)}
    return sheets <= set(own_sheets) and "#REF!" not in formula and stays_on_its_sheet(_SHEET.sub("", formula), ())
