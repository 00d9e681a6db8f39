"""Every cell of an older workbook that holds something, as it is shown and as it is computed.

openpyxl reads both; it is imported here because laying a workbook out anew is neither a click nor a check, and it never
saves anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ocop_xl.errors import WorkbookUnreadable
from ocop_xl.office.archive import for_memory, pack
from ocop_xl.office.guard import Package
from ocop_xl.records import NamedTuple

_PADDING = 0.7109375
"""Of a column, in characters: files keep widths with it, writers add it."""
_STRICT, _USUAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_NAMESPACES = (
    (_STRICT + b"spreadsheetml/main", _USUAL + b"spreadsheetml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _USUAL + b"officeDocument/2006/relationships"),
    (_STRICT + b"drawingml/", _USUAL + b"drawingml/2006/"),
)


class OldCell(NamedTuple):
    """`row` and `column` count from 1; `formula` is "" for a cell that holds a plain value."""

    row: int
    column: int
    letters: str
    value: object
    formula: str


class OldSheet(NamedTuple):
    name: str
    cells: list[OldCell]
    widths: dict[int, float]
    tables: list[tuple[str, str]]
    """Name and range of each Excel Table."""
    notes: list[tuple[str, str]]
    """Cell and text of each comment."""


def old_sheets(package: Package) -> list[OldSheet]:
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
    return [_sheet(written[name], computed[name]) for name in written.sheetnames if hasattr(written[name], "tables")]


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


def _sheet(written: Any, computed: Any) -> OldSheet:
    return OldSheet(
        written.title,
        list(_cells(written, computed)),
        {_index(letters): one.width - _PADDING for letters, one in written.column_dimensions.items() if one.width},
        [(table.displayName, table.ref) for table in written.tables.values()],
        [(cell.coordinate, cell.comment.text) for row in written.iter_rows() for cell in row if cell.comment],
    )


def _cells(written: Any, computed: Any) -> Iterator[OldCell]:
    for row in written.iter_rows():
        for cell in row:
            if cell.value is None or cell.value == "":
                continue
            formula = _formula(cell.value) if cell.data_type == "f" else ""  # a text may begin with = as well
            value = computed.cell(cell.row, cell.column).value if formula else cell.value
            yield OldCell(cell.row, cell.column, cell.column_letter, value, formula)


def _formula(value: object) -> str:
    return str(getattr(value, "text", value) or "")  # of an array formula the text


def _index(letters: str) -> int:
    from openpyxl.utils import column_index_from_string

    return column_index_from_string(letters) - 1
