"""Old appendices in .docx: the tables of word/document.xml with their merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ocop_xl.errors import TruncatedWorkbook, UnsafeWorkbook
from ocop_xl.office.archive import Part
from ocop_xl.office.guard import Refusals
from ocop_xl.sheets.importing.sources.cells import Cell, Grid

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"))
_NOT_TEXT = frozenset((_MC_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr"))
MOST_XML = 100 * 1024 * 1024


def read_docx(parts: Mapping[str, Part], name: str) -> list[Grid]:
    """One grid a table, in the order of the document; a table inside a cell is text of that cell."""
    with Refusals(name):
        content = parts["word/document.xml"].content(MOST_XML)
    try:
        body = fromstring(content, forbid_dtd=True)
    except ParseError:
        raise TruncatedWorkbook(name, "nội dung văn bản không đọc được") from None
    except DefusedXmlException:
        raise UnsafeWorkbook(name, "nội dung văn bản có cấu trúc lạ") from None
    return [_grid(table, number) for number, table in enumerate(_tables(body), 1)]


def _tables(element: Element) -> Iterator[Element]:
    """Outermost tables, also those in text boxes and content controls."""
    for child in element:
        if child.tag == f"{_W}tbl":
            yield child
        elif child.tag != _MC_FALLBACK:
            yield from _tables(child)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Children with this tag, looking through content controls and marks of tracked changes."""
    for child in element:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _grid(table: Element, number: int) -> Grid:
    grid = Grid(f"bảng {number}")
    above: dict[int, Cell] = {}  # column → the cell that a vertical merge going on there began with
    for row_number, row in enumerate(_inside(table, "tr"), 1):
        cells: list[Cell] = []
        for _ in range(_number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)):
            cells.append(Cell(_address(number, row_number, len(cells))))
        for element in _inside(row, "tc"):
            _add_cell(element, cells, above, number, row_number)
        grid.rows.append(cells)
    return grid


def _add_cell(element: Element, cells: list[Cell], above: dict[int, Cell], table: int, row: int) -> None:
    column = len(cells)
    span = max(1, min(63, _number(element.find(f"{_W}tcPr/{_W}gridSpan"), 1)))
    cell = Cell(_address(table, row, column), _text(element).strip() or None)
    merge = element.find(f"{_W}tcPr/{_W}vMerge")
    if merge is None:
        above.pop(column, None)
    elif merge.get(f"{_W}val") == "restart":
        above[column] = cell
    else:
        cell.merged_into = above.get(column)
    cells.append(cell)
    for extra in range(1, span):
        cells.append(Cell(_address(table, row, column + extra), None, merged_into=cell.merged_into or cell))


def _address(table: int, row: int, column: int) -> str:
    return f"bảng {table}, dòng {row}, cột {column + 1}"


def _number(element: Element | None, otherwise: int) -> int:
    text = element.get(f"{_W}val", "") if element is not None else ""
    return int(text) if text.isdecimal() and len(text) < 4 else otherwise


def _text(element: Element) -> str:
    """Paragraphs on lines of their own; deleted text, field codes and hidden copies left out."""
    pieces: list[str] = []
    for child in element:
        if child.tag in _NOT_TEXT:
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{_W}tab":
            pieces.append(" ")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif child.tag == f"{_W}p":
            pieces.append(f"{_text(child)}\n")
        else:
            pieces.append(_text(child))
    return "".join(pieces)
