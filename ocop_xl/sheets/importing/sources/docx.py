"""Old appendices in .docx: the document's tables with merged cells, nested ones too, and the text around them.

Nothing here calls itself: a document may nest as deep as it likes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ocop_xl.errors import TruncatedWorkbook, UnsafeWorkbook, WorkbookTooLarge
from ocop_xl.office.archive import Part
from ocop_xl.office.guard import Refusals
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import MOST_CELLS, Aside, Cell, Grid, Source
from ocop_xl.sheets.importing.sources.docx_numbering import Numbering
from ocop_xl.sheets.importing.sources.docx_text import DELETED_ROW, MC_FALLBACK, W, Written, written_in
from ocop_xl.sheets.importing.sources.unseen import STRUCK_ROW

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"))
_WIDEST_SPAN = 63
"""Columns of a Word table."""
MOST_XML = 100 * 1024 * 1024


def read_docx(parts: Mapping[str, Part], name: str) -> Source:
    """One grid a table, in the order of the document; the paragraphs since the table before stand in `before`."""
    with Refusals(name):
        xml = {part: parts[part].content(MOST_XML) for part in _WANTED if part in parts}
    numbering = Numbering.of(*(_parsed(xml[part], name) if part in xml else None for part in _WANTED[1:]))
    document = _Document(name, numbering)
    document.read(_parsed(xml[_WANTED[0]], name))
    return document.source


_WANTED = ("word/document.xml", "word/numbering.xml", "word/styles.xml")


def _parsed(content: bytes, name: str) -> Element:
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except ParseError:
        raise TruncatedWorkbook(name, "nội dung văn bản không đọc được") from None
    except DefusedXmlException:
        raise UnsafeWorkbook(name, "nội dung văn bản có cấu trúc lạ") from None
    return root


class _Place(NamedTuple):
    """A cell of Word's: its element, its text, where it stands."""

    element: Element
    cell: Cell
    written: Written


class _Document:
    """Goes down the document once, tables and paragraphs as they come."""

    def __init__(self, name: str, numbering: Numbering) -> None:
        self.source = Source(name)
        self._numbering = numbering
        self._loose: list[Cell] = []
        self._cells = 0
        self._paragraphs = 0

    def read(self, body: Element) -> None:
        for block in _blocks(body):
            if block.tag == f"{W}tbl":
                self._table(block)
            else:
                self._paragraph(block)
        if self._loose:
            self.source.grids.append(Grid("cuối văn bản", before=self._loose, follows=bool(self.source.grids)))

    def _paragraph(self, element: Element) -> None:
        self._paragraphs += 1
        written = written_in(element)
        text = " ".join(written.text.split())
        if text:
            label = self._numbering.label(element)
            self._loose.append(Cell(f"đoạn {self._paragraphs}", f"{label} {text}".strip()))

    def _table(self, outermost: Element) -> None:
        """The table, then those inside its cells: a table in a layout table is one of the document's."""
        waiting = [outermost]
        while waiting:
            grid = Grid(f"bảng {len(self.source.grids) + 1}", before=self._loose, follows=bool(self.source.grids))
            self._loose = []
            self.source.grids.append(grid)
            waiting[:1] = self._rows(waiting[0], grid)

    def _rows(self, table: Element, grid: Grid) -> list[Element]:
        """Fill the grid; returns the tables that stand inside its cells."""
        above: dict[int, Cell] = {}  # column → the cell that a vertical merge going on there began with
        nested: list[Element] = []
        for number, row in enumerate(_inside(table, "tr"), 1):
            cells, places = self._cells_of(row, grid.name, number, above)
            if row.find(f"{W}trPr/{W}del") is not None:
                grid.aside += [
                    Aside(Cell(f"{p.cell.address} (đã xóa)", p.written.all), DELETED_ROW)
                    for p in places
                    if p.written.all
                ]
                continue
            for place in places:
                grid.aside += [
                    Aside(Cell(f"{place.cell.address} ({why})", text), why) for why, text in place.written.unseen
                ]
                nested += place.written.tables
            said = [place.written for place in places if place.written.text.strip()]
            if said and all(written.struck for written in said):
                grid.flags[len(grid.rows)] = STRUCK_ROW
            grid.rows.append(cells)
        return nested

    def _cells_of(
        self, row: Element, table: str, number: int, above: dict[int, Cell]
    ) -> tuple[list[Cell], list[_Place]]:
        where = f"{table}, dòng {number}, cột"
        before = min(_WIDEST_SPAN, _number(row.find(f"{W}trPr/{W}gridBefore"), 0))
        cells = [Cell(f"{where} {place + 1}") for place in range(before)]
        places = []
        for element in _inside(row, "tc"):
            span = max(1, min(_WIDEST_SPAN, _number(element.find(f"{W}tcPr/{W}gridSpan"), 1)))
            self._cells += span
            if self._cells > MOST_CELLS:
                raise WorkbookTooLarge(self.source.name, f"có hơn {MOST_CELLS} ô trong các bảng")
            written = written_in(element)
            text = written.text.strip() or self._numbering.label_of_cell(element)
            cell = Cell(f"{where} {len(cells) + 1}", text or None)
            _merge(element, cell, above, len(cells))
            places.append(_Place(element, cell, written))
            cells.append(cell)
            cells += [Cell(f"{where} {len(cells) + extra}", None, cell.merged_into or cell) for extra in range(1, span)]
        return cells, places


def _merge(element: Element, cell: Cell, above: dict[int, Cell], column: int) -> None:
    merge = element.find(f"{W}tcPr/{W}vMerge")
    if merge is None:
        above.pop(column, None)
    elif merge.get(f"{W}val") == "restart":
        above[column] = cell
    else:
        cell.merged_into = above.get(column)


def _blocks(body: Element) -> Iterator[Element]:
    """Paragraphs and outermost tables, also those in text boxes and content controls."""
    waiting = [iter(body)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{W}tbl":
            yield child
        elif child.tag != MC_FALLBACK:
            if child.tag == f"{W}p":
                yield child
            waiting.append(iter(child))


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Children with this tag, looking through content controls and marks of tracked changes."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{W}{tag}":
            yield child
        elif child.tag in _WRAPPERS:
            waiting.append(iter(child))


def _number(element: Element | None, otherwise: int) -> int:
    text = element.get(f"{W}val", "") if element is not None else ""
    return int(text) if text.isdecimal() and len(text) < 4 else otherwise
