"""A workbook's package opened for changing: parts on demand, and all that nobody touched copied as it is compressed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ocop_xl.errors import CannotChange
from ocop_xl.office.archive import Parts, deflated, pack
from ocop_xl.office.guard import LIMITS, Package, Refusals, open_package
from ocop_xl.sheets.plain_xml import NotWellFormed, TooManyTags, plain
from ocop_xl.sheets.reading.outline import Outline, outline
from ocop_xl.sheets.writing.sheet import NotPlainSheet, SheetXml
from ocop_xl.sheets.writing.table import TableXml, find_table
from ocop_xl.sheets.writing.workbook import recalculating, with_longer_print_area
from ocop_xl.vietnamese import fold

WORKBOOK = "xl/workbook.xml"
_SAVE_ANEW = "; hãy mở bằng Excel hoặc LibreOffice, lưu lại rồi thử lại"


@dataclass(slots=True)
class PatchPackage:
    """Sheets are opened by title, tables by name; `rendered` gives the bytes of the whole new file."""

    source: Package
    plan: Outline
    _sheets: dict[str, SheetXml] = field(default_factory=dict)
    _changed: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, source: str | Path | bytes, name: str = "") -> PatchPackage:
        """Raises a `WorkbookError` for what is not a sound workbook; bytes are called `name` in the sentences."""
        package = open_package(source, name)
        return cls(package, outline(package))

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def parts(self) -> Parts:
        """As they were."""
        return self.source.parts

    def content(self, part: str) -> bytes:
        """A part as it now is."""
        if part in self._changed:
            return self._changed[part]
        with Refusals(self.name):
            return self.parts[part].content(LIMITS.part)

    def text(self, part: str) -> str:
        """A small part in the one spelling."""
        try:
            return plain(self.content(part)).decode("utf-8")
        except (NotWellFormed, TooManyTags, UnicodeDecodeError):
            raise CannotChange(self.name, f"phần {part.rpartition('/')[2]} không còn nguyên vẹn{_SAVE_ANEW}") from None

    def put(self, part: str, content: bytes) -> None:
        """Replace a part that is not opened as a sheet, or add one."""
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
                raise CannotChange(self.name, f"trang «{title}» {problem}{_SAVE_ANEW}") from None
        return self._sheets[title]

    def table(self, name: str) -> tuple[str, TableXml] | None:
        """Sheet title and definition of an Excel Table; None if the file has none of this name."""
        title = next((s.name for s in self.plan.sheets for t in s.tables if fold(t.name) == fold(name)), None)
        parts = ((part, self.text(part)) for part in self.parts if "/tables/" in part and part.endswith(".xml"))
        table = find_table(parts, name) if title is not None else None
        return (title, table) if title is not None and table is not None else None

    def grow(self, title: str, table: TableXml, bottom: int) -> None:
        """Table, filter, drop-downs, formats and print area reach down to `bottom`."""
        self._changed[table.part] = table.grown(bottom).encode()
        self.sheet(title).extend_ranges(table.area, bottom)
        number = next(i for i, sheet in enumerate(self.plan.sheets) if sheet.name == title)
        workbook = self.text(WORKBOOK)
        self._changed[WORKBOOK] = with_longer_print_area(workbook, number, table.area.bottom, bottom).encode()

    def rendered(self) -> bytes:
        """The new file; formulas are marked to be computed anew when it is opened."""
        workbook = self.text(WORKBOOK)
        if (marked := recalculating(workbook)) != workbook:
            self._changed[WORKBOOK] = marked.encode()
        parts = {sheet.name: sheet.part for sheet in self.plan.sheets}
        for title, sheet in self._sheets.items():
            if sheet.touched:
                self._changed[parts[title]] = sheet.render()
        changed = {part: deflated(content) for part, content in self._changed.items()}
        return pack({**self.parts, **changed})
