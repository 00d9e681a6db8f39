"""A commune's workbook full of what must not leave it, and a look into every byte of a package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import ascii_uppercase

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import TableColumn

from ocop_xl.model import (
    INPUT_TABLES,
    Book,
    Hamlet,
    Inspection,
    JournalEntry,
    Meeting,
    Paper,
    Producer,
    Product,
    Remark,
    spec_of,
)
from ocop_xl.sheets.building.workbook import build_workbook
from tests.busy_commune import busy_commune

ON = date(2026, 11, 23)
MARK = "DauVet"
"""Every planted text holds it: `DauVet-Chủ thể-phone-3`."""


def planted_book() -> Book:
    """A mark in every personal cell of every table, and a row in each table that has such cells."""
    book = busy_commune(ON)
    if not book[Inspection]:
        book[Inspection] = [Inspection(id="KT01", inspected=ON, product_id="SP01")]
    book[Hamlet], book[Meeting] = [Hamlet(id="AP01")], [Meeting(id="CH01", held=ON)]
    book[Remark] = [Remark(id="YK01", text="Xem lại")]
    for kind in INPUT_TABLES:
        for number, row in enumerate(book[kind]):
            for column in spec_of(kind).inputs:
                if column.personal:
                    setattr(row, column.attribute, f"{MARK} {spec_of(kind).sheet} {column.attribute} {number}")
    book[Producer][0].note = "Gọi 0912 345 678 hoặc dau.vet@example.vn"
    book[Product][0].note = r"Ảnh ở C:\Users\DauVet\anh.jpg"
    book[JournalEntry] = [JournalEntry(who=f"{MARK} nhật ký", before=f"{MARK} trước", after="x")]
    if book[Paper]:
        book[Paper][0].trace = f"{MARK} trace"
    book.lay_out()
    return book


def planted_file(folder: Path) -> Path:
    """The same book as a file in which Excel, add-ins and people have left their things."""
    path = folder / "so-xa.xlsx"
    path.write_bytes(build_workbook(planted_book(), ON))
    workbook = load_workbook(path)
    products = workbook["Sản phẩm"]
    products["B5"].comment = Comment(f"{MARK} ghi chú ô", f"{MARK} người ghi chú")
    table = products.tables["tblSanPham"]
    corner = table.ref.rpartition(":")[2]
    after = column_index_from_string(corner.rstrip("0123456789")) + 1
    products.cell(4, after, f"{MARK} cột riêng")
    products.cell(5, after, f"{MARK} ô của cột riêng")
    table.tableColumns.append(TableColumn(id=after, name=f"{MARK} cột riêng"))
    table.ref = f"A4:{get_column_letter(after)}{corner.lstrip(ascii_uppercase)}"
    table.autoFilter.ref = table.ref
    own = workbook.create_sheet("Lương cán bộ")
    own["A1"] = f"{MARK} trang ẩn"
    own.sheet_state = "hidden"
    workbook.create_sheet("Ghi nhanh")["A1"] = f"{MARK} trang riêng"
    workbook.defined_names["vung_ngoai"] = DefinedName("vung_ngoai", attr_text=f"'file:///C:/{MARK}/[x.xlsx]A'!$A$1")
    workbook.properties.creator = f"{MARK} tác giả"
    workbook.properties.lastModifiedBy = f"{MARK} người sửa"
    workbook.custom_doc_props.append(StringProperty(name="Ai", value=f"{MARK} thuộc tính riêng"))
    workbook.save(path)
    with zipfile.ZipFile(path, "a") as package:
        for name in (
            "xl/vbaProject.bin",
            "xl/printerSettings/printerSettings1.bin",
            "xl/externalLinks/externalLink1.xml",
            "xl/media/anh1.jpg",
            "customXml/item1.xml",
            "xl/connections.xml",
        ):
            package.writestr(name, f"<x>{MARK} {name}</x>")
    return path


def every_byte(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself and, of archives, every file inside, down to the last."""
    yield name, content
    if content[:4] == b"PK\3\4":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.namelist():
                yield from every_byte(f"{name}!{part}", package.read(part))


def places_of(text: str, name: str, content: bytes) -> list[str]:
    """Where a text stands in the package, in any of the encodings of office files."""
    spellings = [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")]
    return [
        place for place, raw in every_byte(name, content) if any(one in raw or one.lower() in raw for one in spellings)
    ]
