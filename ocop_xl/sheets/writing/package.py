"""A workbook's package opened for changing: parts on demand, and all that nobody touched copied as it is compressed."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from ocop_xl.errors import CannotChange, WorkbookLocked
from ocop_xl.office.archive import Entry, Packed, inflate, pack, read_directory
from ocop_xl.office.guard import MAX_ENTRIES, MAX_PART, Refusals, open_package
from ocop_xl.sheets.reading.outline import Outline, outline
from ocop_xl.sheets.writing.sheet import NotPlainSheet, SheetXml
from ocop_xl.sheets.writing.table import TableXml, find_table
from ocop_xl.sheets.writing.workbook import recalculating, with_longer_print_area
from ocop_xl.vietnamese import fold

WORKBOOK = "xl/workbook.xml"
_DEFLATED = 8


@dataclass(slots=True)
class PatchPackage:
    """Sheets are opened by title, tables by name; `rendered` gives the bytes of the whole new file."""

    name: str
    raw: bytes
    entries: dict[str, Entry]
    plan: Outline
    _sheets: dict[str, SheetXml]
    _changed: dict[str, bytes]

    @classmethod
    def open(cls, path: Path) -> PatchPackage:
        """Raises a `WorkbookError` for a file that is not a sound workbook."""
        plan = outline(open_package(path))
        try:
            raw = path.read_bytes()
        except OSError:
            raise WorkbookLocked(path.name) from None
        with Refusals(path.name):
            entries = read_directory(raw, MAX_ENTRIES)
        return cls(path.name, raw, entries, plan, {}, {})

    def content(self, part: str) -> bytes:
        """A part as it now is."""
        if part in self._changed:
            return self._changed[part]
        with Refusals(self.name):
            return inflate(self.raw, self.entries[part], MAX_PART)

    def put(self, part: str, content: bytes) -> None:
        """Replace a part that is no sheet."""
        self._changed[part] = content

    def sheet(self, title: str) -> SheetXml:
        """The sheet of this title; the same object each time."""
        if title not in self._sheets:
            part = next((sheet.part for sheet in self.plan.sheets if sheet.name == title), "")
            if not part:
                raise CannotChange(self.name, f"không thấy trang «{title}»")
            try:
                self._sheets[title] = SheetXml(self.content(part))
            except NotPlainSheet as problem:
                raise CannotChange(self.name, f"trang «{title}» {problem}; hãy mở bằng Excel rồi lưu lại") from None
        return self._sheets[title]

    def table(self, name: str) -> tuple[str, TableXml] | None:
        """Sheet title and definition of an Excel Table; None if the file has none of this name."""
        title = next((s.name for s in self.plan.sheets for t in s.tables if fold(t.name) == fold(name)), None)
        parts = ((part, self.content(part)) for part in self.entries if "/tables/" in part and part.endswith(".xml"))
        table = find_table(parts, name) if title is not None else None
        return (title, table) if title is not None and table is not None else None

    def grow(self, title: str, table: TableXml, bottom: int) -> None:
        """Table, filter, drop-downs, formats and print area reach down to `bottom`."""
        self._changed[table.part] = table.grown(bottom).encode()
        self.sheet(title).extend_ranges(table.area, bottom)
        number = next(i for i, sheet in enumerate(self.plan.sheets) if sheet.name == title)
        workbook = self.content(WORKBOOK).decode("utf-8")
        self._changed[WORKBOOK] = with_longer_print_area(workbook, number, table.area.bottom, bottom).encode()

    def rendered(self) -> bytes:
        """The new file; formulas are marked to be computed anew when it is opened."""
        workbook = self.content(WORKBOOK).decode("utf-8")
        if (marked := recalculating(workbook)) != workbook:
            self._changed[WORKBOOK] = marked.encode()
        parts = {sheet.name: sheet.part for sheet in self.plan.sheets}
        for title, sheet in self._sheets.items():
            if sheet.touched:
                self._changed[parts[title]] = sheet.render()
        return pack(
            {
                part: _deflated(self._changed[part]) if part in self._changed else _copied(self.raw, entry)
                for part, entry in self.entries.items()
            }
        )


def _copied(raw: bytes, entry: Entry) -> Packed:
    """The part as it is compressed in the file."""
    return Packed(entry.method, entry.crc, entry.size, raw[entry.start : entry.start + entry.packed])


def _deflated(content: bytes) -> Packed:
    press = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Packed(_DEFLATED, zlib.crc32(content), len(content), press.compress(content) + press.flush())
