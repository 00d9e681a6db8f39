"""A hidden sheet that only the program reads, written whole into a closed workbook; made where there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from ocop_xl.errors import CannotChange
from ocop_xl.model.book import column_letters
from ocop_xl.sheets.writing.package import WORKBOOK, PatchPackage

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LINKS, _TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
_LINK = "ocopNhanDang"
"""Id of the relationship; no program names one so."""


def put_hidden_page(package: PatchPackage, title: str, rows: Sequence[Sequence[str]]) -> None:
    """Raises `CannotChange` for a workbook that is not written as the standard says."""
    part = next((sheet.part for sheet in package.plan.sheets if sheet.name == title), "")
    package.put(part or _added(package, title), _sheet(rows).encode())


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    """Texts stand in their cells: the workbook's shared texts stay as they are."""
    lines = "".join(
        f'<row r="{at}">'
        + "".join(_cell(f"{column_letters(place)}{at}", text) for place, text in enumerate(row) if text)
        + "</row>"
        for at, row in enumerate(rows, 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'
    )


def _cell(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _added(package: PatchPackage, title: str) -> str:
    """The name of a part for a new last sheet, which the workbook then knows."""
    number = 1
    while (part := f"xl/worksheets/sheet{number}.xml") in package.parts:
        number += 1
    ids = [int(found) for found in re.findall(r'<sheet\b[^>]*\bsheetId="(\d+)"', package.text(WORKBOOK))]
    sheet = (
        f'<sheet xmlns:r="{_OFFICE}" name="{escape(title)}" sheetId="{max(ids, default=0) + 1}" state="veryHidden" '
        f'r:id="{_LINK}"/>'
    )
    _insert(package, WORKBOOK, "</sheets>", sheet)
    link = f'<Relationship Id="{_LINK}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
    _insert(package, _LINKS, "</Relationships>", link)
    _insert(package, _TYPES, "</Types>", f'<Override PartName="/{part}" ContentType="{_KIND}"/>')
    return part


def _insert(package: PatchPackage, part: str, before: str, piece: str) -> None:
    text = package.text(part) if part in package.parts else ""
    if before not in text:
        raise CannotChange(package.name, "các phần của tệp không như chuẩn; hãy mở bằng Excel, lưu lại rồi thử lại")
    package.put(part, text.replace(before, f"{piece}{before}", 1).encode())
