"""A table is found wherever staff have moved it, and says where it stands."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from ocop_xl.errors import NotOcopBook
from ocop_xl.model import Commune, Dossier, Product, spec_of
from ocop_xl.sheets.reading.read import read_book
from tests.sheets.small_books import (
    PRODUCT_HEADERS,
    PRODUCT_ROWS,
    column_of,
    missing_headers,
    missing_tables,
    read_table,
    write_table,
)


def test_a_table_as_it_was_built(tmp_path: Path) -> None:
    book = read_table(tmp_path)
    first, second = book[Product]
    assert (first.id, first.name, first.potential, first.from_year, first.note) == (
        "SP01", "Khô cá lóc", 3, 2026, "làm mới bao bì",
    )  # fmt: skip
    assert second.note is None
    assert (first.at, second.at) == (5, 6)
    assert book.placement(Product).cell(second, "potential") == "C6"


@pytest.mark.parametrize("at", [(0, 0), (3, 0), (7, 4), (40, 30)])
def test_a_moved_table_is_found_by_its_name(tmp_path: Path, at: tuple[int, int]) -> None:
    book = read_table(tmp_path, at=at, sheet="Trang khác")
    assert column_of(book[Product], "id") == ["SP01", "SP02"]
    assert book[Product][0].at == at[0] + 2
    assert book.placement(Product).sheet == "Trang khác"


@pytest.mark.parametrize("sheet", ["Sản phẩm", "San pham", "SẢN  PHẨM", "sản-phẩm", "Sa\u0309n pha\u0302\u0309m"])
def test_without_an_excel_table_the_sheet_name_and_the_headers_tell(tmp_path: Path, sheet: str) -> None:
    book = read_table(tmp_path, full_headers(), full_rows(), sheet=sheet, name=None, at=(6, 2))
    assert column_of(book[Product], "id") == ["SP01", "SP02"]
    assert book.placement(Product).cell(book[Product][0], "id") == "C8"


def test_without_name_and_sheet_the_headers_alone_tell(tmp_path: Path) -> None:
    book = read_table(tmp_path, full_headers(), full_rows(), sheet="Sheet1", name="Table1")
    assert column_of(book[Product], "name") == ["Khô cá lóc", "Mật ong rừng tràm"]
    assert "tblSanPham" not in missing_tables(book)


def test_a_sheet_of_other_things_is_taken_for_no_table(tmp_path: Path) -> None:
    with pytest.raises(NotOcopBook, match="không phải sổ OCOP"):
        read_table(tmp_path, ("Ngày", "Việc"), (("thứ hai", "họp"),), sheet="Lịch họp", name=None)


def test_a_row_typed_after_a_gap_below_the_table_is_named_not_lost(tmp_path: Path) -> None:
    rows = (("SP01", "một"), ("SP02", "ngay dưới bảng"), ("", ""), ("", ""), ("SP09", "cách hai dòng"))
    book = read_table(tmp_path, ("Mã SP", "Tên sản phẩm"), rows, table_rows=1)
    assert column_of(book[Product], "id") == ["SP01", "SP02"]
    assert [(cell.row.at, cell.text, cell.problem) for cell in book.unseen] == [
        (9, "SP09", "outside_table"),
        (6, "SP02", "below_table"),  # read, but the workbook's own formulas do not count it
    ]


def test_keys_are_read_in_capitals_as_excels_formulas_compare_them(tmp_path: Path) -> None:
    book = read_table(tmp_path, ("Mã SP", "Mã CT"), (("sp01", "Ct05"), ("SP02", "CT05")))
    assert column_of(book[Product], "id") == ["SP01", "SP02"]
    assert column_of(book[Product], "producer_id") == ["CT05", "CT05"]


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("Tên sản phẩm", "the header itself"),
        ("TÊN SẢN PHẨM ", "other case"),
        ("Ten san pham", "without marks"),
        ("Te\u0302n sa\u0309n pha\u0302\u0309m", "decomposed"),
        ("Tên\nsản phẩm", "a line break"),
        ("Tên hàng hóa", "an alias"),
    ],
)
def test_a_retyped_header_is_known(tmp_path: Path, typed: str, means: str) -> None:
    headers = ("Mã SP", typed, *PRODUCT_HEADERS[2:])
    assert column_of(read_table(tmp_path, headers)[Product], "name") == ["Khô cá lóc", "Mật ong rừng tràm"], means


def test_reordered_and_extra_columns(tmp_path: Path) -> None:
    headers = ("Của tôi", "Ghi chú", "Tên sản phẩm", "Mã SP")
    book = read_table(tmp_path, headers, (("riêng", "gấp", "Khô cá lóc", "SP01"),))
    (row,) = book[Product]
    assert (row.id, row.name, row.note) == ("SP01", "Khô cá lóc", "gấp")
    assert book.placement(Product).letters == {"note": "B", "name": "C", "id": "D"}


def test_what_the_file_lacks_is_listed(tmp_path: Path) -> None:
    book = read_table(tmp_path)
    assert "Hiện trạng" in missing_headers(book, "tblSanPham")
    assert "Tên sản phẩm" not in missing_headers(book, "tblSanPham")
    assert "tblHoSo" in missing_tables(book)
    assert book[Dossier] == []


def test_of_two_equal_headers_the_first_wins(tmp_path: Path) -> None:
    headers = ("Mã SP", "Tên sản phẩm", "Mã SP", "Tên SP")
    with pytest.raises(NotOcopBook):  # two of fifteen headers are no product table
        read_table(tmp_path, headers, (("SP01", "một", "SP99", "hai"),), sheet="Sản phẩm", name=None)
    spec = spec_of(Product)
    headers = (*[c.header for c in spec.inputs], "Mã SP")
    book = read_table(tmp_path, headers, (("SP01", *[""] * (len(headers) - 2), "SP99"),), name=None)
    assert column_of(book[Product], "id") == ["SP01"]


def test_an_alias_never_takes_the_header_of_another_column(tmp_path: Path) -> None:
    """«Tên chủ thể» is a live column here and the alias of nothing; «Sản phẩm» is an alias of «Tên sản phẩm»."""
    book = read_table(tmp_path, ("Mã SP", "Sản phẩm", "Tên sản phẩm"), (("SP01", "sai", "đúng"),))
    assert column_of(book[Product], "name") == ["đúng"]


def test_blank_rows_are_skipped_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows = (PRODUCT_ROWS[0], ("", "", "", "", ""), ("  ", "", "", "", " "), PRODUCT_ROWS[1])
    book = read_table(tmp_path, rows=rows)
    assert column_of(book[Product], "at") == [5, 8]


def test_a_row_without_key_is_kept(tmp_path: Path) -> None:
    book = read_table(tmp_path, rows=(("", "Khô cá lóc", "", "", ""), ("", "", 0, "", "")))
    assert column_of(book[Product], "id") == [None, None]
    assert column_of(book[Product], "potential") == [None, 0]


def test_rows_typed_right_below_the_table_belong_to_it(tmp_path: Path) -> None:
    """LibreOffice does not stretch a table when one types below it."""
    below = (*PRODUCT_ROWS, ("SP03", "Chè", 3, 2026, ""), ("", "", "", "", ""), ("Người lập", "", "", "", ""))
    book = read_table(tmp_path, rows=below, table_rows=1)
    assert column_of(book[Product], "id") == ["SP01", "SP02", "SP03"]


def test_a_totals_row_is_no_product(tmp_path: Path) -> None:
    path = tmp_path / "tong.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet("Sản phẩm")
    page.add_table(
        0, 0, 2, 1,
        {
            "name": "tblSanPham",
            "total_row": True,
            "columns": [{"header": "Mã SP", "total_string": "Cộng"}, {"header": "STT", "total_function": "sum"}],
            "data": [["SP01", 1]],
        },
    )  # fmt: skip
    workbook.close()
    assert column_of(read_book(path)[Product], "id") == ["SP01"]


def test_two_tables_on_one_sheet(tmp_path: Path) -> None:
    path = tmp_path / "hai.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet("Gộp")
    page.add_table(0, 0, 1, 0, {"name": "tblSanPham", "columns": [{"header": "Mã SP"}], "data": [["SP01"]]})
    page.add_table(4, 0, 5, 0, {"name": "tblHoSo", "columns": [{"header": "Mã HS"}], "data": [["HS01"]]})
    workbook.close()
    book = read_book(path)
    assert (column_of(book[Product], "id"), column_of(book[Dossier], "id")) == (["SP01"], ["HS01"])


FORM = (("Tên xã", "Vĩnh Phong"), ("ten tinh", "An Giang"), ("Ngày kế hoạch", "20/03/2026"), ("Giai đoạn từ năm", 2026))


@pytest.mark.parametrize(
    ("at", "name", "sheet"), [((3, 0), "tblThongTinXa", "Thông tin xã"), ((5, 2), "tblThongTinXa", "Khác")]
)
def test_the_form_is_read_downwards(tmp_path: Path, at: tuple[int, int], name: str, sheet: str) -> None:
    book = read_table(tmp_path, ("Thông tin", "Giá trị"), form_rows(), sheet=sheet, name=name, at=at)
    commune = book.commune
    assert (commune.name, commune.province, f"{commune.plan_date:%d/%m/%Y}", commune.plan_from) == (
        "Vĩnh Phong", "An Giang", "20/03/2026", 2026,
    )  # fmt: skip
    place = book.placement(Commune)
    row = at[0] + 2 + [label for label, _ in form_rows()].index("Tên xã")
    assert place.cell(commune, "name") == f"{'BD'[at[1] // 2]}{row}"
    assert missing_headers(book, "tblThongTinXa") == ["Ngày tính"]


def test_the_form_without_its_table(tmp_path: Path) -> None:
    book = read_table(tmp_path, ("Thông tin", "Giá trị"), form_rows(), sheet="thong tin xa", name=None)
    assert book.commune.name == "Vĩnh Phong"


def test_a_field_of_the_form_that_computes_itself_and_was_not_computed_says_nothing(tmp_path: Path) -> None:
    """openpyxl drops what formulas came to: «Bản sao lưu gần nhất» must not be told as something else."""
    rows = [*form_rows(), ("Bản sao lưu gần nhất", spec_of(Commune).column("backed_up").formula)]
    path = write_table(tmp_path / "so.xlsx", ("Thông tin", "Giá trị"), rows, sheet="Thông tin xã", name=None)
    openpyxl.load_workbook(path).save(path)

    assert read_book(path).commune.backed_up is None


def full_headers() -> tuple[str, ...]:
    return tuple(column.header for column in spec_of(Product).inputs)


def full_rows() -> list[list[str]]:
    headers = full_headers()
    return [
        [str(row[PRODUCT_HEADERS.index(h)]) if h in PRODUCT_HEADERS else "" for h in headers] for row in PRODUCT_ROWS
    ]


def form_rows() -> list[tuple[str, object]]:
    """Every field of the form but «Ngày tính», blank where `FORM` says nothing."""
    given = {label: value for label, value in FORM if label != "ten tinh"}
    rows: list[tuple[str, object]] = [("ten tinh", "An Giang")]
    labels = [column.header for column in spec_of(Commune).inputs[1:] if column.header != "Ngày tính"]
    rows += [(label, given.get(label, "")) for label in labels]
    return rows
