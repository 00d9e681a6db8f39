"""Frames, CSV, Parquet and the national table: one set of tables, the same columns whatever a commune has filled in."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import ocop_xl
from ocop_xl.cli.main import main
from ocop_xl.errors import ExchangeError
from ocop_xl.law.clocks import certificate_end
from ocop_xl.model import INPUT_TABLES, Book, Product, Recognition, Revenue, spec_of
from ocop_xl.model.book import UnreadCell
from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.province.export.books import Books, books_at
from ocop_xl.province.export.csv_files import write_csv
from ocop_xl.province.export.plain import plain_tables
from ocop_xl.province.export.ptnt import FIELDS, codes_in, national
from ocop_xl.province.frames import Frames, dtype_of
from tests.province.communes import DAY, code_of, commune, package_of, write_communes


def frames_of(*books: Book, many: bool = False) -> Frames:
    return Frames(plain_tables(Books(books, many), DAY, TO_PROVINCE))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gui")
    write_communes(folder, range(2))
    return folder


def test_types_are_the_models_also_of_a_table_without_rows() -> None:
    for frames in (frames_of(Book()), frames_of(commune(3))):
        for kind in INPUT_TABLES:
            frame = frames[_name(kind)].reset_index()
            for column in TO_PROVINCE.columns(spec_of(kind)):
                assert str(frame[column.attribute].dtype) == dtype_of(column), (kind.__name__, column.attribute)


def _name(kind: type) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).removeprefix("_")


def test_what_is_not_of_its_columns_type_is_blank_and_told() -> None:
    book = commune(1)
    row = book[Recognition][0]
    row.issued = None
    book.unread.append(UnreadCell(row, spec_of(Recognition).column("issued"), "khoảng tháng 3", "not_a_date"))
    frames = frames_of(book)
    assert pd.isna(frames["recognition"].loc[row.id, "issued"])
    assert frames["unread"].to_dict("records") == [
        {"table": "recognition", "key": row.id, "column": "issued", "text": "khoảng tháng 3"}
    ]


def test_nothing_personal_unless_it_is_asked_for() -> None:
    assert "phone" not in frames_of(commune(1))["producer"]
    assert ocop_xl.frames(commune(1), on=DAY, profile="noi-bo")["producer"]["phone"].iloc[0] == "0912345678"


def test_a_folder_says_of_every_row_whose_it_is(folder: Path) -> None:
    frames = ocop_xl.frames(folder, on=DAY)
    assert frames["product"].index.names == ["commune_code", "id"]
    assert set(frames["product"].index.get_level_values("commune_code")) == {code_of(0), code_of(1)}
    assert frames["commune"].loc[code_of(1), "name"] == "An Hòa 1"
    joined = frames["product"].join(frames["producer"]["legal_form"], on=["commune_code", "producer_id"])
    assert joined["legal_form"].notna().all()


def test_csv_comes_back_as_the_frames_that_it_was_made_of(folder: Path, tmp_path: Path) -> None:
    plain = plain_tables(books_at(folder, DAY), DAY, TO_PROVINCE)
    write_csv(plain, tmp_path / "xuat")
    frames = Frames(plain)
    for table in plain.tables:
        dtypes = {c.attribute: "string" if dtype_of(c).startswith("datetime") else dtype_of(c) for c in table.columns}
        again = pd.read_csv(tmp_path / "xuat" / f"{table.name}.csv", dtype=dtypes, encoding="utf-8-sig")
        for column in table.columns:
            if dtype_of(column).startswith("datetime"):
                again[column.attribute] = pd.to_datetime(again[column.attribute]).astype("datetime64[s]")
        pd.testing.assert_frame_equal(again.set_index(list(table.keys)), frames[table.name])


def test_a_text_never_becomes_a_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    book = commune(1)
    book[Product][0].name = '=HYPERLINK("http://x","y")'
    write_csv(plain_tables(Books((book,)), DAY, TO_PROVINCE), tmp_path / "xuat")
    with (tmp_path / "xuat" / "product.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["name"] == '\'=HYPERLINK("http://x","y")'


def test_every_file_has_its_columns_and_the_package_says_how_they_belong_together(tmp_path: Path) -> None:
    write_csv(plain_tables(Books((Book(),), True), DAY, TO_PROVINCE), tmp_path / "xuat")
    told = json.loads((tmp_path / "xuat" / "datapackage.json").read_text("utf-8"))
    product = next(one for one in told["resources"] if one["name"] == "product")
    header = (tmp_path / "xuat" / product["path"]).read_text("utf-8-sig").splitlines()
    assert header == [",".join(field["name"] for field in product["schema"]["fields"])]
    assert product["schema"]["primaryKey"] == ["commune_code", "id"]
    assert product["schema"]["foreignKeys"] == [
        {
            "fields": ["commune_code", "producer_id"],
            "reference": {"resource": "producer", "fields": ["commune_code", "id"]},
        }
    ]
    query = (tmp_path / "xuat" / "power-query.txt").read_text("utf-8")
    assert '        product = Read("product", {{"commune_code", type text}, {"id", type text}' in query
    assert query.count("(") == query.count(")") and query.count("{") == query.count("}")


@pytest.mark.thorough
def test_frictionless_reads_the_package_without_a_complaint(folder: Path, tmp_path: Path) -> None:
    from frictionless import validate

    write_csv(plain_tables(books_at(folder, DAY), DAY, TO_PROVINCE), tmp_path / "xuat")
    report = validate(str(tmp_path / "xuat" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])


def test_parquet_keeps_the_types(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(folder), "--parquet", str(tmp_path / "pq"), "--on", DAY.isoformat()]) == 0
    assert "✔ Đã xuất 2 xã" in capsys.readouterr().out
    again = pd.read_parquet(tmp_path / "pq" / "recognition.parquet")
    frame = ocop_xl.frames(folder, on=DAY)["recognition"].reset_index()
    days = {name: "datetime64[ms]" for name in frame if str(frame[name].dtype) == "datetime64[s]"}  # its finest of days
    pd.testing.assert_frame_equal(again, frame.astype(days))


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("của tôi", "utf-8")
    with pytest.raises(ExchangeError, match="đang có thứ khác"):
        write_csv(plain_tables(Books((Book(),)), DAY, TO_PROVINCE), tmp_path)


def _national_book() -> Book:
    book = commune(0)
    issued = date(2025, 1, 15)
    book[Recognition] = [
        Recognition(id="CN01", product_id="SP01", stars=4, issued=issued, ends=certificate_end(issued))
    ]
    book[Revenue] = [Revenue(id="DT01", product_id="SP01", year=2025, revenue=1234.5)]
    return book


def test_the_national_table_has_its_columns_and_nothing_is_made_up() -> None:
    made = national((_national_book(),), DAY, 2025, {})
    assert [field.name for field in FIELDS] == [
        "MA_OCOP", "Ma_DonViHanhChinh", "Ma_ThoiGian", "Ma_SanPham", "TenSanPham", "XepHang", "ChuTheSXKD", "DoanhThuNam", "TrangThai",
    ]  # fmt: skip
    assert made.rows[0] == ("", "31001", "", "", "Mắm cá linh Vĩnh Phong", "4*", "Hợp tác xã An Hòa 0-1", "1234.50", "")
    assert made.rows[1][5] == "", "no certificate in force, no rank"
    open_ = {(one.product, one.field): one.why for one in made.open}
    assert open_["SP01", "MA_OCOP"] == "mã do hệ thống quốc gia cấp; ghi ở danh sách --codes"
    assert open_["SP02", "DoanhThuNam"] == "chưa ghi doanh thu năm 2025 ở trang «Doanh thu»"
    assert ("SP01", "XepHang") not in open_


def test_codes_come_from_the_provinces_list_and_lengths_are_kept(tmp_path: Path) -> None:
    (tmp_path / "ma.csv").write_text(
        "Mã xã;Mã SP;MA_OCOP;Ma_SanPham;TrangThai\n31001;SP01;77;91-31051-7-2026;1\n31001;SP02;bảy;SP-2;1\n", "utf-8"
    )
    book = _national_book()
    book[Product][1].name = "Tên dài " * 40
    made = national((book,), DAY, 2025, codes_in(tmp_path / "ma.csv"))
    assert made.rows[0][0] == "77" and made.rows[0][8] == "1"
    open_ = {(one.product, one.field): one.why for one in made.open}
    assert open_["SP01", "Ma_SanPham"] == "dài 15 ký tự, bảng chỉ nhận 10"
    assert open_["SP02", "MA_OCOP"] == "«bảy» không phải số nguyên"
    assert open_["SP02", "TenSanPham"] == "dài 319 ký tự, bảng chỉ nhận 255"


def test_the_command_tells_what_the_national_table_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "goi.zip").write_bytes(package_of(0))
    out = tmp_path / "ptnt.csv"
    assert main(["export", str(tmp_path / "goi.zip"), "--ptnt", str(out), "--on", DAY.isoformat()]) == 1
    said = capsys.readouterr().out
    assert "  MA_OCOP: 2 sản phẩm – mã do hệ thống quốc gia cấp" in said
    assert out.read_text("utf-8-sig").startswith("MA_OCOP,Ma_DonViHanhChinh,")
    assert (tmp_path / "ptnt_con-thieu.csv").exists()
    assert main(["export", str(tmp_path / "goi.zip")]) == 2
    assert "Hãy chọn xuất gì" in capsys.readouterr().err
