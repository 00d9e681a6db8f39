"""What the commune's file holds besides its tables: none of it goes along, and the package says so.

The package gets kinds and numbers only; names of sheets and columns are for whoever sends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from ocop_xl.model import ALL_TABLES, spec_of
from ocop_xl.office.guard import MAX_SMALL_PART, Package, open_package
from ocop_xl.sheets.building.pages import pages
from ocop_xl.sheets.identity import PAGE, PROPERTIES, id_in
from ocop_xl.sheets.vocabulary import GUIDE, LISTS, PASSING_PAGES
from ocop_xl.vietnamese import fold

_PARTS = (
    (r"xl/vbaProject\.bin", "mã lệnh (macro)"),
    (r"xl/(?:threadedComments/threadedComment|comments)[^/]*\.xml|xl/comments/[^/]+", "phần ghi chú gắn vào ô"),
    (r"xl/externalLinks/[^/]+\.xml", "liên kết ra tệp khác"),
    (r"xl/(?:connections\.xml|queryTables/[^/]+|model/[^/]+)", "kết nối dữ liệu"),
    (r"xl/media/[^/]+", "hình ảnh"),
    (r"xl/(?:embeddings|activeX|ctrlProps)/[^/]+", "đối tượng nhúng"),
    (r"xl/pivotCache/pivotCacheDefinition[^/]*\.xml", "bảng tổng hợp (PivotTable) và dữ liệu kèm theo"),
    (r"customXml/item\d+\.xml", "phần dữ liệu XML kèm theo"),
    (r"xl/printerSettings/[^/]+", "thiết lập máy in"),
    (r"docProps/custom\.xml", "phần thuộc tính tự đặt của tệp"),
)
"""Parts of a workbook's package (ECMA-376 Part 1, 12 and 15) and what people call them."""
_OUTSIDE = re.compile(r"\[\d+\]|\\\\|file:|https?:", re.IGNORECASE)


@dataclass(slots=True)
class Residue:
    """`left_out`: sentences for the package; `named`: the same matters by name, for whoever sends."""

    left_out: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)


def residue(path: Path) -> Residue:
    """Looks through the file's parts; raises a `WorkbookError` if it is no sound workbook."""
    package = open_package(path)
    parts = [part for part in package.parts if not _says_only_who(package, part)]
    found = Residue()
    for pattern, what in _PARTS:
        times = sum(1 for part in parts if re.fullmatch(pattern, part, re.IGNORECASE))
        if times:
            found.left_out.append(f"{times} {what}.")
    _sheets_and_names(package, found)
    _own_columns(package, [part for part in parts if re.fullmatch(r"xl/tables/[^/]+\.xml", part)], found)
    return found


def _says_only_who(package: Package, part: str) -> bool:
    """Properties of the file that hold nothing but the workbook's own id, which the program itself put there."""
    if part.casefold() != PROPERTIES.casefold():
        return False
    content = package.read(part)
    return bool(id_in(content)) and content.count(b"<property ") == 1


def _sheets_and_names(package: Package, found: Residue) -> None:
    book = _tree(package, package.find("xl/workbook.xml") or "")
    ours = {fold(page.name) for page in pages()} | {fold(GUIDE), *map(fold, PASSING_PAGES)}
    sheets = [(one.get("name", ""), one.get("state", "visible")) for one in _all(book, "sheet")]
    sheets = [(name, state) for name, state in sheets if name not in (PAGE.sheet, LISTS)]  # hidden by the program
    hidden = [name for name, state in sheets if state != "visible"]
    own = [name for name, _ in sheets if fold(name) not in ours]
    outside = [one.get("name", "") for one in _all(book, "definedName") if _OUTSIDE.search(one.text or "")]
    for what, names in (("trang ẩn", hidden), ("trang riêng của xã", own), ("tên vùng trỏ ra tệp khác", outside)):
        if names:
            found.left_out.append(f"{len(names)} {what}.")
            found.named.append(f"Không gửi {what}: {', '.join(f'«{name}»' for name in names)}.")


def _own_columns(package: Package, tables: list[str], found: Residue) -> None:
    """Columns that the commune has added to our tables."""
    specs = {spec_of(kind).name.casefold(): spec_of(kind) for kind in ALL_TABLES}
    times = 0
    for part in tables:
        root = _tree(package, part)
        spec = specs.get(root.get("displayName", "").casefold())
        if spec is None or spec.form:
            continue
        known = {fold(name) for column in spec.columns for name in (column.header, *column.aliases)}
        own = [one.get("name", "") for one in _all(root, "tableColumn") if fold(one.get("name", "")) not in known]
        if own:
            times += len(own)
            names = ", ".join(f"«{name}»" for name in own)
            found.named.append(f"Không gửi cột riêng của xã ở trang «{spec.sheet}»: {names}.")
    if times:
        found.left_out.append(f"{times} cột riêng của xã.")


def _tree(package: Package, part: str) -> ElementTree.Element:
    """A part's root; document types were refused before, so no entity can grow."""
    try:
        return ElementTree.fromstring(package.read(part, MAX_SMALL_PART))  # noqa: S314  # the gate has refused DTDs
    except ElementTree.ParseError:
        return ElementTree.Element("hong")


def _all(root: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    return [one for one in root.iter() if one.tag.rpartition("}")[2] == tag]
