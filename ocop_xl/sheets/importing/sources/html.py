"""Web pages saved as .xls by portals and old software: their tables, with merged cells, and the text around them."""

from __future__ import annotations

from html.parser import HTMLParser

from ocop_xl.errors import WorkbookTooLarge
from ocop_xl.sheets.importing.sources.cells import MOST_CELLS, Cell, Grid, Source

_NOT_SHOWN = frozenset(("script", "style", "head", "title", "template"))
_BREAKS = frozenset(("br", "p", "div", "li"))
_WIDEST = 200
_START = 2000


def looks_like_html(text: str) -> bool:
    start = text[:_START].lstrip().lower()
    return start.startswith("<") and any(tag in start for tag in ("<html", "<!doctype html", "<table", "<body"))


def read_html(text: str, name: str) -> Source:
    """A table inside a table is text of its cell unless the outer one only lays out the page."""
    parser = _Tables(name)
    parser.feed(text)
    parser.close()
    return parser.source()


class _Tables(HTMLParser):
    """Collects rows as the tags come; a nested table becomes one of its own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self._name = name
        self._grids: list[Grid] = []
        self._open: list[Grid] = []
        self._pieces: list[str] = []
        self._spans = (1, 1)
        self._in_cell: list[bool] = []
        self._silent = 0
        self._loose: list[Cell] = []
        self._cells = 0
        self._below: dict[int, dict[int, tuple[int, Cell]]] = {}

    def source(self) -> Source:
        self._flush()
        if self._loose:
            self._grids.append(Grid("cuối trang", before=self._loose, follows=True))
        return Source(self._name, self._grids)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NOT_SHOWN:
            self._silent += 1
        elif tag == "table":
            self._flush()
            grid = Grid(f"bảng {len(self._grids) + 1}", before=self._loose, follows=bool(self._grids))
            self._loose = []
            self._grids.append(grid)
            self._open.append(grid)
            self._in_cell.append(False)
            self._below[id(grid)] = {}
        elif tag == "tr" and self._open:
            self._flush()
            self._open[-1].rows.append([])
        elif tag in ("td", "th") and self._open:
            self._flush()
            self._open_cell(dict(attrs))
        elif tag in _BREAKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self._flush()
            self._below.pop(id(self._open.pop()), None)
            self._in_cell.pop()
        elif tag in ("td", "th", "tr"):
            self._flush()
        elif tag in _BREAKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(data)

    def _break(self) -> None:
        if self._in_cell and self._in_cell[-1]:
            self._pieces.append("\n")
        else:
            self._flush()

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        self._spans = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        self._in_cell[-1] = True
        if not self._open[-1].rows:
            self._open[-1].rows.append([])

    def _flush(self) -> None:
        """What was gathered becomes a cell, or a line of text outside of tables."""
        lines = [" ".join(line.split()) for line in "".join(self._pieces).split("\n")]
        text = "\n".join(line for line in lines if line)
        self._pieces = []
        if self._in_cell and self._in_cell[-1]:
            self._in_cell[-1] = False
            self._add_cell(text)
        elif text:
            self._loose.append(Cell(f"chữ ngoài bảng {len(self._grids) + 1}, đoạn {len(self._loose) + 1}", text))

    def _add_cell(self, text: str) -> None:
        grid, (down, across) = self._open[-1], self._spans
        row, below = grid.rows[-1], self._below[id(self._open[-1])]
        self._fill_from_above(grid, row, below)
        first = Cell(self._address(grid, len(row)), text or None)
        for place in range(across):
            cell = first if not place else Cell(self._address(grid, len(row)), None, first)
            if down > 1:
                below[len(row)] = (down - 1, first)
            self._append(row, cell)

    def _fill_from_above(self, grid: Grid, row: list[Cell], below: dict[int, tuple[int, Cell]]) -> None:
        while len(row) in below:
            left, first = below.pop(len(row))
            if left > 1:
                below[len(row)] = (left - 1, first)
            self._append(row, Cell(self._address(grid, len(row)), None, first))

    def _append(self, row: list[Cell], cell: Cell) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise WorkbookTooLarge(self._name, f"có hơn {MOST_CELLS} ô")
        row.append(cell)

    @staticmethod
    def _address(grid: Grid, column: int) -> str:
        return f"{grid.name}, dòng {len(grid.rows)}, cột {column + 1}"


def _span(text: str | None) -> int:
    return max(1, min(_WIDEST, int(text))) if text and text.isdecimal() and len(text) < 4 else 1
