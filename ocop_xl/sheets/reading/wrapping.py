"""The minimal workbook of our own making that is put around a file's sheets before they are read."""

from __future__ import annotations

from ocop_xl.office.archive import Part, for_memory, pack
from ocop_xl.sheets.area import Area

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

_BOOK = (
    f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{{}}"/>'
    "<sheets>{}</sheets></workbook>"
)
_SHEET = '<sheet name="s{0}" sheetId="{1}" r:id="s{0}"/>'
_LINKS = _HEAD + f'<Relationships xmlns="{_PACKAGE}">{{}}</Relationships>'
_LINK = f'<Relationship Id="{{}}" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
_TABLE = f'{_HEAD}<table xmlns="{_MAIN}" id="{{0}}" name="t{{1}}" displayName="t{{1}}" ref="{{2}}" headerRowCount="0"/>'


def wrap(areas: list[tuple[Part, Area]], texts: Part | None, styles: Part | None, *, date1904: bool) -> bytes:
    """An .xlsx with a sheet for each sheet part and a table `t0`, `t1`… for each area, in this order."""
    sheets: dict[int, tuple[Part, list[int]]] = {}
    for index, (part, _) in enumerate(areas):
        sheets.setdefault(id(part), (part, []))[1].append(index)
    parts: dict[str, Part] = {}
    links: list[str] = []
    for at, (part, tables) in enumerate(sheets.values()):
        links.append(_LINK.format(f"s{at}", "worksheet", f"worksheets/s{at}.xml"))
        parts[f"xl/worksheets/s{at}.xml"] = part
        to_tables = "".join(_LINK.format(f"t{n}", "table", f"../tables/t{n}.xml") for n in tables)
        parts[f"xl/worksheets/_rels/s{at}.xml.rels"] = for_memory(_LINKS.format(to_tables).encode())
        for n in tables:
            parts[f"xl/tables/t{n}.xml"] = for_memory(_TABLE.format(n + 1, n, areas[n][1].ref).encode())
    for name, kind, shared in (("sharedStrings", "sharedStrings", texts), ("styles", "styles", styles)):
        if shared is not None:
            links.append(_LINK.format(name, kind, f"{name}.xml"))
            parts[f"xl/{name}.xml"] = shared
    listed = "".join(_SHEET.format(at, at + 1) for at in range(len(sheets)))
    parts["xl/workbook.xml"] = for_memory(_BOOK.format(int(date1904), listed).encode())
    parts["xl/_rels/workbook.xml.rels"] = for_memory(_LINKS.format("".join(links)).encode())
    parts["_rels/.rels"] = for_memory(_LINKS.format(_LINK.format("book", "officeDocument", "xl/workbook.xml")).encode())
    return pack(parts)
