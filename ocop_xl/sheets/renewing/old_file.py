"""Every cell of an older workbook that holds something, as it is shown and as it is computed.

openpyxl reads both; it is imported here because laying a workbook out anew is neither a click nor a check, and it never
saves anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ocop_xl.errors import WorkbookUnreadable
from ocop_xl.office.archive import for_memory, pack
from ocop_xl.office.guard import MAX_SMALL_PART, Package
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.notes import Note, note_of
from ocop_xl.sheets.reading.outline import links_of, outline
from ocop_xl.vietnamese import nfc

_PADDING = 0.7109375
"""Of a column, in characters: files keep widths with it, writers add it."""
_STRICT, _USUAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_NAMESPACES = (
    (_STRICT + b"spreadsheetml/main", _USUAL + b"spreadsheetml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _USUAL + b"officeDocument/2006/relationships"),
    (_STRICT + b"drawingml/", _USUAL + b"drawingml/2006/"),
)
_DRAWN = re.compile(rb"<(?:\w+:)?(?:pic|graphicFrame|sp|cxnSp)\b")


class OldCell(NamedTuple):
    """`row` and `column` count from 1; `formula` is "" for a cell that holds a plain value, which is None under a note
    that stands on a blank cell."""

    row: int
    column: int
    letters: str
    value: object
    formula: str
    note: Note | None

    @property
    def address(self) -> str:
        return f"{self.letters}{self.row}"


class LeftOver(NamedTuple):
    """A cell that is not in the new workbook, or not as it was; `why` says so in a few words."""

    sheet: str
    cell: str
    text: str
    why: str


class OldSheet(NamedTuple):
    name: str
    cells: list[OldCell]
    widths: dict[int, float]
    tables: list[tuple[str, str]]
    """Name and range of each Excel Table."""
    pictures: int
    """Pictures, charts and shapes upon the cells."""
    state: str


class OldFile(NamedTuple):
    """`names` are those of cells and values, known on every sheet, and what they stand for."""

    sheets: list[OldSheet]
    names: dict[str, str]


def old_file(package: Package) -> OldFile:
    """The sheets in the order of their tabs."""
    import warnings

    from openpyxl import load_workbook

    content = _as_openpyxl_reads(package)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks that it does not know and nobody asks for
            computed = load_workbook(BytesIO(content), data_only=True)
            written = load_workbook(BytesIO(content))
    except Exception as error:  # whatever it trips over: it has no root of its own for that
        raise WorkbookUnreadable(package.name, "có phần không viết như Excel viết") from error
    drawn = {sheet.name: _pictures(package, sheet.part) for sheet in outline(package).sheets if sheet.part}
    sheets = [
        _sheet(written[name], computed[name], drawn.get(nfc(name), 0))
        for name in written.sheetnames
        if hasattr(written[name], "tables")
    ]
    return OldFile(sheets, {name: one.attr_text or "" for name, one in written.defined_names.items()})


def _as_openpyxl_reads(package: Package) -> bytes:
    """The parts under the names that the package gives them, and in the namespaces of ISO 29500 Part 4: of a workbook
    in those of Part 1 («Strict Open XML») openpyxl sees no sheet at all, and says nothing."""
    parts = dict(package.parts)
    if _STRICT in package.read("xl/workbook.xml"):
        for name in parts:
            if name.endswith((".xml", ".rels")):
                parts[name] = for_memory(_transitional(package.read(name)))
    return pack(parts)


def _transitional(part: bytes) -> bytes:
    for strict, usual in _NAMESPACES:
        part = part.replace(strict, usual)
    return part


def _pictures(package: Package, part: str) -> int:
    drawings = [target for kind, target in links_of(package, part).values() if kind.endswith("/drawing")]
    found = [name for target in drawings if (name := package.find(target))]
    return sum(len(_DRAWN.findall(package.read(name, MAX_SMALL_PART))) for name in found)


def _sheet(written: Any, computed: Any, pictures: int) -> OldSheet:
    return OldSheet(
        written.title,
        list(_cells(written, computed)),
        {_index(letters): one.width - _PADDING for letters, one in written.column_dimensions.items() if one.width},
        [(table.displayName, table.ref) for table in written.tables.values()],
        pictures,
        written.sheet_state,
    )


def _cells(written: Any, computed: Any) -> Iterator[OldCell]:
    for row in written.iter_rows():
        for cell in row:
            note = cell.comment and note_of(cell.comment.text, cell.comment.author)
            if cell.value in (None, "") and not note:
                continue
            formula = _formula(cell.value) if cell.data_type == "f" else ""  # a text may begin with = as well
            value = computed.cell(cell.row, cell.column).value if formula else cell.value
            yield OldCell(cell.row, cell.column, cell.column_letter, value, formula, note)


def _formula(value: object) -> str:
    return str(getattr(value, "text", value) or "")  # of an array formula the text


def _index(letters: str) -> int:
    from openpyxl.utils import column_index_from_string

    return column_index_from_string(letters) - 1
