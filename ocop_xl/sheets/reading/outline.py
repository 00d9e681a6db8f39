"""The plan of a workbook: its sheets, the part each is written in, and the Excel Tables on it.

Read from the small parts only, so that the large ones that nobody asks for are never opened.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate, XMLParserType

from ocop_xl.errors import TruncatedWorkbook, UnsafeWorkbook, WorkbookTooLarge
from ocop_xl.office.guard import MAX_SMALL_PART, Package
from ocop_xl.sheets.area import Area, area_of
from ocop_xl.vietnamese import nfc

MAX_SHEETS = 300
_ROOT_BYTES = 4096
"""Enough for the first tag of a table part, which is all that is wanted of it."""
_SHEET, _TABLE = "/worksheet", "/table"

Attributes = dict[str, str]
_INSIDE = ""
"""Under this no attribute's name stands what is written inside an element."""
_NOWHERE = "#REF!"
"""A name whose cells were deleted."""
_SHEETS_OF = re.compile(r"""\"[^"]*\"|'((?:[^']|'')+)'!|([\w.\[\]]+)!""")
"""What stands before each `!` of a formula, whatever its texts say."""
_THIS_BOOK = "[0]"


@dataclass(slots=True)
class SheetTable:
    """An Excel Table: where it stands, and how many of its rows are headers and totals."""

    name: str
    area: Area
    headers: int
    totals: int


@dataclass(slots=True)
class SheetPlan:
    """A worksheet; `part` is empty when the file names a part that it does not have."""

    name: str
    part: str
    tables: list[SheetTable] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """All worksheets in the order of their tabs, and the names that lead to cells from every sheet. `date1904`: serial
    dates count from 1904 (old Excel for Mac)."""

    sheets: list[SheetPlan]
    date1904: bool
    strings: str | None
    styles: str | None
    names: frozenset[str]


def outline(package: Package) -> Outline:
    """The plan of the workbook in `package`."""
    book = package.find("xl/workbook.xml")
    assert book is not None, "open_package has seen it"
    links = links_of(package, book)
    sheets: list[SheetPlan] = []
    date1904 = False
    names: dict[str, str] = {}
    for tag, facts in _tags(package, book):
        if tag == "workbookPr":
            date1904 = facts.get("date1904") in ("1", "true")
        elif tag == "definedName" and "localSheetId" not in facts:
            names[facts.get("name", "")] = facts.get(_INSIDE, "")
        elif tag == "sheet":
            kind, part = links.get(_relation_id(facts), ("", ""))
            if not kind or kind.endswith(_SHEET):
                sheets.append(SheetPlan(nfc(facts.get("name", "")), package.find(part) or "" if part else ""))
    if len(sheets) > MAX_SHEETS:
        raise WorkbookTooLarge(package.name, f"có hơn {MAX_SHEETS} trang tính")
    for sheet in sheets:
        if sheet.part:
            sheet.tables = _tables(package, sheet.part)
    strings, styles = (_linked(package, links, kind) for kind in ("/sharedStrings", "/styles"))
    titles = {sheet.name.casefold() for sheet in sheets}
    leading = frozenset(name for name, cells in names.items() if _leads(cells, titles))
    return Outline(sheets, date1904, strings, styles, leading)


def _leads(cells: str, titles: set[str]) -> bool:
    """Whether the cells of a name still stand in this workbook: on sheets that it has, and not deleted."""
    sheets = ((quoted or bare).replace("''", "'") for quoted, bare in _SHEETS_OF.findall(cells))
    there = (nfc(sheet.removeprefix(_THIS_BOOK)).casefold() in titles | {""} for sheet in sheets)
    return _NOWHERE not in cells and all(there)


def _linked(package: Package, links: dict[str, tuple[str, str]], kind: str) -> str | None:
    return next((package.find(part) for found, part in links.values() if found.endswith(kind)), None)


def _tables(package: Package, sheet_part: str) -> list[SheetTable]:
    """The tables whose definition can be understood; the others are as good as absent."""
    tables = []
    for kind, part in links_of(package, sheet_part).values():
        found = package.find(part) if kind.endswith(_TABLE) else None
        if found is None:
            continue
        facts = _root_of(package.parts[found].start(_ROOT_BYTES), package.name)
        area = area_of(facts.get("ref", ""))
        if area is not None:
            name = facts.get("displayName") or facts.get("name", "")
            headers, totals = facts.get("headerRowCount", "1"), facts.get("totalsRowCount", "0")
            tables.append(SheetTable(nfc(name), area, int(headers != "0"), int(totals != "0")))
    return tables


def links_of(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Kind and part by relationship id; links to the world outside the file are left out."""
    folder, _, name = part.rpartition("/")
    rels = package.find(f"{folder}/_rels/{name}.rels")
    if rels is None:
        return {}
    links = {}
    for tag, facts in _tags(package, rels):
        if tag == "Relationship" and facts.get("TargetMode") != "External":
            target = facts.get("Target", "").replace("\\", "/")
            target = target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            links[facts.get("Id", "")] = (facts.get("Type", ""), target)
    return links


def _relation_id(facts: Attributes) -> str:
    """`r:id`, whatever the file calls the namespace; `sheetId` and others do not end in `:id`."""
    return next((value for key, value in facts.items() if key.endswith(":id")), "")


def _tags(package: Package, part: str) -> Iterator[tuple[str, Attributes]]:
    """Name without prefix, attributes and text of every element of a small part."""
    found: list[tuple[str, Attributes]] = []

    def inside(text: str) -> None:
        found[-1][1][_INSIDE] = found[-1][1].get(_INSIDE, "") + text

    parser = _parser(lambda tag, facts: found.append((tag.rpartition(":")[2], facts)), package.name)
    parser.buffer_text = True
    parser.CharacterDataHandler = inside
    try:
        parser.Parse(package.read(part, MAX_SMALL_PART), True)
    except ExpatError as error:
        raise TruncatedWorkbook(package.name, f"phần {part.rpartition('/')[2]} bị hỏng") from error
    return iter(found)


class _FirstSeen(Exception):
    """The root's attributes are known; the rest need not be parsed."""


def _root_of(start: bytes, name: str) -> Attributes:
    """Attributes of the first element, nothing if there is none."""
    seen: list[Attributes] = []

    def keep(tag: str, facts: Attributes) -> None:
        if tag.rpartition(":")[2] == "table":
            seen.append(facts)
        raise _FirstSeen

    with suppress(ExpatError, _FirstSeen):
        _parser(keep, name).Parse(start, False)
    return seen[0] if seen else {}


def _parser(on_tag: Callable[[str, Attributes], None], name: str) -> XMLParserType:
    """Expat, refusing every document type declaration: entities are how small XML grows without end."""
    parser = ParserCreate()

    def refuse(*_: object) -> None:
        raise UnsafeWorkbook(name, "có khai báo DTD")

    parser.StartElementHandler = on_tag
    parser.StartDoctypeDeclHandler = refuse
    return parser
