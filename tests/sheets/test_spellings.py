"""A workbook is the same book however its XML is spelt: with prefixes, other quotes, CDATA, without addresses, with
texts in runs or in their cells, with blank rows at the end."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.errors import CannotChange
from ocop_xl.model import Book, Product
from ocop_xl.sheets.importing.sources.xlsx import read_xlsx
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.patch import apply_changes
from tests.sheets.small_books import column_of
from tests.sheets.spellings import Speller, in_other_elements, prefixed, respelt

SPELT = ("xl/worksheets/", "xl/tables/", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts, numbers, an error, a formula, a text with a line break; every cell from A1 on, so that none needs `r`."""
    path = tmp_path_factory.mktemp("so") / "so.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet("Sản phẩm")
    headers = ("Mã SP", "Tên sản phẩm", "STT", "Tiềm năng", "Ghi chú")
    page.add_table("A1:E4", {"name": "tblSanPham", "columns": [{"header": header} for header in headers]})
    for at, row in enumerate((("SP01", "Khô <cá> & mắm", 1.0, 3.0), ("SP02", " Mật ong\nrừng ", 2.0, 4.0)), 1):
        page.write_row(at, 0, row)
    page.write_formula("E2", '="a"&"b"', None, "ab")
    page.write_formula("E3", "=1/0", None, "#DIV/0!")
    workbook.close()
    return path


def spelling(seed: random.Random, prefix: str, *, addresses: bool) -> Callable[[str, bytes], bytes]:
    def spell(name: str, content: bytes) -> bytes:
        return Speller(seed, prefix, addresses=addresses).part(content) if name.startswith(SPELT) else content

    return spell


def told(book: Book) -> tuple[Sequence[object], ...]:
    """What the book holds, and what could not be read of it."""
    return book[Product], [row.at for row in book[Product]], [(c.row.at, c.column, c.text) for c in book.unread]


LAWFUL = {
    "seed": st.randoms(use_true_random=False),
    "prefix": st.sampled_from(("", "x", "ns0", "w")),
    "addresses": st.booleans(),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(**LAWFUL)
def test_every_spelling_is_the_same_book(
    plain: Path, tmp_path: Path, seed: random.Random, prefix: str, addresses: bool
) -> None:
    other = tmp_path / "khac.xlsx"
    other.write_bytes(in_other_elements(plain, seed))
    other.write_bytes(respelt(other, spelling(seed, prefix, addresses=addresses)))
    assert told(read_book(other)) == told(read_book(plain))
    cells = [[cell.value for cell in row] for row in read_xlsx(other.read_bytes(), "khac.xlsx").grids[0].rows]
    assert cells == [[cell.value for cell in row] for row in read_xlsx(plain.read_bytes(), "so.xlsx").grids[0].rows]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(**LAWFUL)
def test_every_spelling_can_be_changed(
    plain: Path, tmp_path: Path, seed: random.Random, prefix: str, addresses: bool
) -> None:
    other = tmp_path / "khac.xlsx"
    other.write_bytes(in_other_elements(plain, seed))
    other.write_bytes(respelt(other, spelling(seed, prefix, addresses=addresses)))
    package = PatchPackage.open(other)
    sheet = package.sheet("Sản phẩm")
    assert sheet.has_formula(2, 4) and not sheet.has_formula(2, 1)
    sheet.write(3, 1, "Gạo", sheet.style(3, 1))
    other.write_bytes(package.rendered())
    assert column_of(read_book(other)[Product], "name") == ["Khô <cá> & mắm", "Gạo"]


def _in_utf16(name: str, content: bytes) -> bytes:
    return content.decode().replace("UTF-8", "UTF-16").encode("utf-16") if name.startswith("xl/") else content


@pytest.mark.parametrize("other", ["UTF-16", "XL\\WORKBOOK.XML"])
def test_parts_in_the_other_encoding_and_under_names_in_capitals(plain: Path, tmp_path: Path, other: str) -> None:
    """Both are lawful in a package; what is written has the names that every program finds."""
    path = tmp_path / "khac.xlsx"
    path.write_bytes(respelt(plain, _in_utf16) if other == "UTF-16" else _renamed(plain))
    assert told(read_book(path)) == told(read_book(plain))
    package = PatchPackage.open(path)
    package.sheet("Sản phẩm").write(3, 1, "Gạo", package.sheet("Sản phẩm").style(3, 1))
    path.write_bytes(package.rendered())
    assert column_of(read_book(path)[Product], "name") == ["Khô <cá> & mắm", "Gạo"]
    assert {"[Content_Types].xml", "xl/workbook.xml"} <= set(ZipFile(path).namelist())


def _renamed(path: Path) -> bytes:
    memory = BytesIO()
    with ZipFile(path) as old, ZipFile(memory, "w") as new:
        for name in old.namelist():
            new.writestr(name.upper().replace("/", "\\"), old.read(name))
    return memory.getvalue()


@pytest.mark.thorough
def test_a_whole_workbook_in_another_spelling(tmp_path: Path, sdk_errors: Callable[[Path, str], list[object]]) -> None:
    """As a server program writes it: read, changed, and still what every office accepts."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(demo_workbook(DEMO_DAY))
    before = read_book(path)
    spelt = ("xl/worksheets/sheet", "xl/tables/", "xl/sharedStrings.xml", "xl/workbook.xml")
    path.write_bytes(respelt(path, lambda name, part: prefixed(part) if name.startswith(spelt) else part))
    book = read_book(path)
    assert book[Product] == before[Product]
    apply_changes(path, book, [Change("tblSanPham", "SP01", "Ghi chú", book[Product][0].note, "mới", "thử")])
    assert read_book(path)[Product][0].note == "mới"
    assert not sdk_errors(path, "Microsoft365")


def test_what_is_no_row_between_rows_is_never_lost_in_silence(plain: Path, tmp_path: Path) -> None:
    """Text between the cells is no lawful sheet: rewriting it would drop something that nobody understands."""
    path = tmp_path / "la.xlsx"
    path.write_bytes(
        respelt(plain, lambda name, part: part.replace(b"</row>", b"</row>?", 1) if "sheet1.xml" in name else part)
    )
    with pytest.raises(CannotChange, match="trang «Sản phẩm» có nội dung lạ giữa các ô; hãy mở bằng Excel") as refused:
        PatchPackage.open(path).sheet("Sản phẩm")
    assert "trang trang" not in str(refused.value)


def _backwards(part: bytes) -> bytes:
    rows = re.findall(rb"<row .*?</row>", part, re.DOTALL)
    return part.replace(b"".join(rows), b"".join(reversed(rows)))


def _with_extensions(part: bytes) -> bytes:
    return part.replace(b"</v></c>", b'</v><extLst><ext uri="x"><a/></ext></extLst></c>')


@pytest.mark.parametrize("spell", [_backwards, _with_extensions])
def test_what_few_programs_write_is_read_all_the_same(
    plain: Path, tmp_path: Path, spell: Callable[[bytes], bytes]
) -> None:
    other = tmp_path / "khac.xlsx"
    other.write_bytes(respelt(plain, lambda name, part: spell(part) if "/sheet1.xml" in name else part))
    assert told(read_book(other)) == told(read_book(plain))
