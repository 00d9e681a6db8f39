"""`new FILE --from OLD`: workbooks of every age and after every program, laid out anew with nothing lost in silence.

`so-0.1.0.xlsx` is the workbook of 0.1.0, `so-khung-1.xlsx` the last one of the model's first version.
"""

from __future__ import annotations

import functools
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from ocop_xl.errors import WorkbookUnreadable
from ocop_xl.model import INPUT_TABLES, Book, JournalEntry, Product, Training, TrainingClass, spec_of
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.office.guard import open_package
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.renewing.made_by_us import made_by_us
from ocop_xl.sheets.renewing.old_file import old_file
from ocop_xl.sheets.renewing.renew import Renewed, renew
from tests.conftest import Convert
from tests.sheets.spellings import respelt

HERE = Path(__file__).resolve().parent
FIRST, LAST_OF_1 = HERE / "so-0.1.0.xlsx", HERE / "so-khung-1.xlsx"
DAY = date(2026, 11, 28)
THREAD = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment. Learn more: "
    "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    Hỏi lại ấp"
)
"""What Excel 365 writes for programs that know only notes."""


def typed(book: Book) -> dict[str, list[tuple[object, ...]]]:
    """Everything that somebody typed, in rows; «Tập huấn» apart, whose shape is new."""
    return {
        spec.sheet: [tuple(getattr(row, column.attribute) for column in spec.inputs) for row in book[kind]]
        for kind in INPUT_TABLES
        if (spec := spec_of(kind)) and kind not in (Training, TrainingClass)
    }


def again(renewed: Renewed) -> Book:
    return read_book(renewed.content, name="so-moi.xlsx")


def changed(tmp_path: Path, *changes: Callable[[openpyxl.Workbook], None]) -> Path:
    """The last workbook of version 1 as an officer left it; openpyxl saves it, so it is one that another program saved."""
    workbook = openpyxl.load_workbook(LAST_OF_1)
    for change in changes:
        change(workbook)
    path = tmp_path / "so-cu.xlsx"
    workbook.save(path)
    return path


@pytest.mark.parametrize("old", [pytest.param(FIRST, marks=pytest.mark.thorough), LAST_OF_1], ids=["0.1.0", "1"])
def test_every_version_comes_home_whole_and_twice_is_once(old: Path, tmp_path: Path) -> None:
    first = renew(old, DAY, [])

    assert (first.version, again(first).version, first.left) == (1, MODEL_VERSION, [])
    assert typed(again(first)) == typed(read_book(old))
    (tmp_path / "so-moi.xlsx").write_bytes(first.content)
    assert renew(tmp_path / "so-moi.xlsx", DAY, []).content == first.content


@pytest.mark.thorough
def test_a_workbook_that_libreoffice_saved_comes_home_whole(office: Convert) -> None:
    saved = office(LAST_OF_1, "xlsx")

    renewed = renew(saved, DAY, [])

    assert typed(again(renewed)) == typed(read_book(LAST_OF_1))
    assert renewed.left == []


@pytest.mark.thorough
def test_tables_turned_into_plain_cells_are_tables_again(tmp_path: Path) -> None:
    """The names are gone too; the journal continues, and a note below the rows is kept as it was typed."""

    def without_tables(workbook: openpyxl.Workbook) -> None:
        workbook["Nhật ký"]["A5"], workbook["Nhật ký"]["C5"] = "28/11/2026 08:00:00", "Nhập dữ liệu"
        workbook["Ý tưởng"]["B60"] = "hỏi lại trưởng ấp"
        for sheet in workbook.worksheets:
            for name in list(sheet.tables):
                del sheet.tables[name]
        for name in list(workbook.defined_names):
            del workbook.defined_names[name]

    renewed = renew(changed(tmp_path, without_tables), DAY, [])

    new = read_book(renewed.content, name="so-moi.xlsx", journal=True)
    ours = typed(new) | {"Ý tưởng": [row for row in typed(new)["Ý tưởng"] if any(row)]}
    assert ours == typed(read_book(LAST_OF_1))
    assert [cell.text for cell in new.unread] == ["hỏi lại trưởng ấp"]
    assert [line.action for line in new[JournalEntry]] == ["Nhập dữ liệu"]
    assert renewed.left == []


def attend(workbook: openpyxl.Workbook) -> None:
    """Two subjects at one class, one at another, as version 1 had them."""
    sheet = workbook["Tập huấn"]
    for at, (key, day, name) in enumerate(
        [("CT01", date(2026, 5, 15), "Lớp A"), ("CT02", date(2026, 5, 15), "Lớp A"), ("CT03", "mùa xuân", "Lớp B")],
        5,
    ):
        for column, value in ((1, f"TH0{at - 4}"), (2, day), (3, name), (4, "Chi cục"), (5, key), (8, 2)):
            sheet.cell(at, column, value)


def disturb(workbook: openpyxl.Workbook) -> None:
    """What has no place in a workbook laid out anew."""
    sheet = workbook["Sản phẩm"]
    sheet["B40"] = "Người lập biểu"
    sheet["H5"] = "Gõ đè"  # «Tên chủ thể», a live column
    sheet["B4"].comment = Comment("xem lại", "Cán bộ")
    sheet["AA4"], sheet["AA5"] = "Cột ngoài bảng", 7
    sheet.add_chart(BarChart(), "B50")
    workbook["Chủ thể"]["C5"] = "#N/A"
    workbook["Phát hiện"]["A1"].comment = Comment("đã báo", "Cán bộ")
    workbook.defined_names["gia_cao_nhat"] = DefinedName("gia_cao_nhat", attr_text="'Sản phẩm'!$AA$5")
    workbook["Tổng quan"]["N40"] = "việc riêng"


def test_attendances_of_one_class_become_one_class_and_what_does_not_come_along_is_named(tmp_path: Path) -> None:
    renewed = renew(changed(tmp_path, attend, disturb), DAY, [])
    book = again(renewed)

    assert [(row.class_id, row.producer_id) for row in book[Training]] == [
        ("LTH01", "CT01"), ("LTH01", "CT02"), ("LTH02", "CT03"),
    ]  # fmt: skip
    assert [(one.id, one.held, one.course, one.organiser, one.days) for one in book[TrainingClass]] == [
        ("LTH01", date(2026, 5, 15), "Lớp A", "Chi cục", 2), ("LTH02", None, "Lớp B", "Chi cục", 2),
    ]  # fmt: skip
    assert [(cell.text, cell.column.header) for cell in book.unread] == [("mùa xuân", "Ngày")]
    assert {(one.sheet, one.cell, one.text, one.why) for one in renewed.left} == {
        ("Sản phẩm", "B40", "Người lập biểu", "nằm ngoài bảng"),
        ("Sản phẩm", "H5", "Gõ đè", "gõ đè lên ô tự tính; sổ mới tính lại ô này"),
        ("Sản phẩm", "B4", "xem lại", "ghi chú gắn vào ô"),
        ("Sản phẩm", "AA4", "Cột ngoài bảng", "nằm ngoài bảng"),
        ("Sản phẩm", "AA5", "7", "nằm ngoài bảng"),
        ("Sản phẩm", "", "1 hình, biểu đồ", "hình và biểu đồ không sang"),
        ("Chủ thể", "C5", "#N/A", "ô báo lỗi, không có giá trị"),
        ("Phát hiện", "A1", "đã báo", "ghi chú gắn vào ô"),
        ("tên vùng", "gia_cao_nhat", "'Sản phẩm'!$AA$5", "tên vùng trỏ tới ô của trang khác; sổ mới không giữ"),
        ("Tổng quan", "N40", "việc riêng", "gõ thêm ở trang phần mềm lập"),
    }
    said = zipfile.ZipFile(BytesIO(renewed.content)).read("xl/sharedStrings.xml").decode()
    assert "#N/A" not in said  # the cell is blank now, and «Phát hiện» speaks of it as blank


@pytest.mark.thorough
def test_own_columns_and_own_sheets_come_along(tmp_path: Path) -> None:
    def add(workbook: openpyxl.Workbook) -> None:
        sheet = workbook["Sản phẩm"]
        last = sheet.max_column + 1
        letters = openpyxl.utils.get_column_letter(last)
        sheet.cell(4, last, "Giá bán")
        sheet.cell(5, last, 120)
        sheet.cell(6, last, '=IF(tblSanPham[[#This Row],[Mã SP]]="","","có")')
        sheet.cell(7, last, "=A7")
        sheet.tables["tblSanPham"].ref = f"A4:{letters}26"
        mine = workbook.create_sheet("Sổ quỹ")
        mine["A1"], mine["A2"], mine["B2"], mine["C2"] = "Thu", 5, "=A2*2", "='Sản phẩm'!B5"
        mine["D2"], mine["E2"], mine.sheet_state = "=A2*thue", "=A2*phi", "hidden"
        workbook.defined_names["thue"] = DefinedName("thue", attr_text="'Sổ quỹ'!$A$2")
        sheet["B5"].comment = Comment("tên theo giấy đăng ký", "Cán bộ")
        sheet.cell(5, last).comment = Comment("giá tạm", "Cán bộ")
        workbook["Thông tin xã"]["B6"].comment = Comment("theo quyết định", "Cán bộ")
        mine["F9"].comment = Comment(THREAD, "tc={…}")
        workbook.create_sheet("Cuộc họp")["A1"] = "tự ghi"

    renewed = renew(changed(tmp_path, add), DAY, [])
    (tmp_path / "so-moi.xlsx").write_bytes(renewed.content)
    new = openpyxl.load_workbook(tmp_path / "so-moi.xlsx")
    products, column = new["Sản phẩm"], len(spec_of(Product).columns) + 1

    assert renewed.own_columns == ["«Giá bán» ở trang «Sản phẩm»"]
    assert [products.cell(row, column).value for row in (4, 5, 6)] == [
        "Giá bán", 120, '=IF(tblSanPham[[#This Row],[Mã SP]]="","","có")',
    ]  # fmt: skip
    mine = new["Sổ quỹ"]
    assert [mine[cell].value for cell in ("A1", "A2", "B2", "C2", "D2")] == ["Thu", 5, "=A2*2", None, "=A2*thue"]
    assert (mine.sheet_state, new.defined_names["thue"].attr_text) == ("hidden", "'Sổ quỹ'!$A$2")
    notes = [products["B5"], products.cell(5, column), new["Thông tin xã"]["B6"], mine["F9"]]
    assert [(cell.comment.text, cell.comment.author) for cell in notes] == [
        ("tên theo giấy đăng ký", "Cán bộ"), ("giá tạm", "Cán bộ"), ("theo quyết định", "Cán bộ"),
        ("Hỏi lại ấp", "None"),  # openpyxl's word for nobody
    ]  # fmt: skip
    assert renewed.renamed == {"Cuộc họp": "Cuộc họp (cũ)"}
    assert [(one.sheet, one.cell, one.text) for one in renewed.left if one.sheet == "Sổ quỹ"] == [
        ("Sổ quỹ", "C2", "='Sản phẩm'!B5"), ("Sổ quỹ", "E2", "=A2*phi"), ("Sổ quỹ", "F9", "Hỏi lại ấp"),
    ]  # fmt: skip
    assert renew(tmp_path / "so-moi.xlsx", DAY, []).content == renewed.content


@pytest.mark.thorough
def test_what_is_no_value_of_its_column_keeps_its_text(tmp_path: Path) -> None:
    """A text that looks like a formula; words where a number or a day belongs; and what a spreadsheet made of a typed text:
    «23/11/2025» typed as a decision's number stays the date that it became, as a text it would pass for the number."""

    def write(workbook: openpyxl.Workbook) -> None:
        cell = workbook["Sản phẩm"]["B5"]
        cell.value, cell.data_type = "=1+1", "s"
        workbook["Kinh phí"]["D5"] = "hai trăm triệu"
        workbook["Thông tin xã"]["B20"] = "tháng Ba"
        workbook["Chủ thể"]["D5"] = date(2026, 12, 1)  # «Số ĐKKD»
        workbook["Chủ thể"]["D6"] = 8.91234567890123e15
        workbook["Chủ thể"]["D7"] = True
        workbook["Chủ thể"]["M5"] = 2.026  # «Số lao động»; the text 2.026 would be 2026 people

    old = changed(tmp_path, write)
    renewed = renew(old, DAY, [])
    book, before = again(renewed), read_book(old)

    assert renewed.left == []
    assert book[Product][0].name == "=1+1"
    assert [cell[1:] for cell in book.unread] == [cell[1:] for cell in before.unread]
    assert {"hai trăm triệu", "tháng Ba"} <= {cell.text for cell in book.unread}
    assert {cell.problem for cell in book.unread} >= {"became_date", "became_number", "became_boolean", "not_whole"}


def test_a_strict_workbook_has_its_sheets_for_openpyxl_too(tmp_path: Path) -> None:
    """«Strict Open XML Spreadsheet» is one of Excel's formats; openpyxl sees an empty workbook in it and says nothing."""
    path = tmp_path / "so.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "của xã"
    workbook.save(path)
    strict = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    }
    content = respelt(path, lambda name, part: functools.reduce(lambda a, one: a.replace(*one), strict.items(), part))
    (sheet,) = old_file(open_package(content, "so.xlsx")).sheets
    assert [cell.value for cell in sheet.cells] == ["của xã"]


def test_what_openpyxl_cannot_read_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    openpyxl.Workbook().save(path)
    content = respelt(path, lambda name, part: part.replace(b"<fonts", b"<fontz") if "styles" in name else part)
    with pytest.raises(WorkbookUnreadable, match=r"«so\.xlsx»"):
        old_file(open_package(content, "so.xlsx"))


def test_the_note_of_a_backup_was_typed_by_nobody() -> None:
    assert made_by_us("29/11/2026 16:48:04, ở thư mục «saoluu» cạnh sổ")
    assert not made_by_us("Bản in ở thư mục «saoluu»")
