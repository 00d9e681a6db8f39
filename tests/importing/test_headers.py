"""Headers in any usual spelling lead to their field; near ones are noted; strangers are left alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from ocop_xl.model import Book, Producer, Product, Recognition, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.model.table import Row
from ocop_xl.sheets.importing import propose
from ocop_xl.sheets.importing.words.fields import ROADMAP
from ocop_xl.sheets.importing.words.headers import match_header
from tests.importing.old_files import csv_file, docx_file, xlsx_file


def field(text: str, group: str = "") -> tuple[type[Row], str] | None:
    match = match_header(text, group)
    return (match.target.row_type, match.target.attribute) if match else None


@pytest.mark.parametrize(
    ("text", "row_type", "attribute"),
    [
        ("TÊN SẢN PHẨM", Product, "name"),
        ("ten san pham", Product, "name"),
        ("Tên\nsản phẩm", Product, "name"),
        ("Tên sản phẩm (theo nhãn)", Product, "name"),
        ("TT", Product, "number"),
        ("Tên cơ sở", Producer, "name"),
        ("Chủ thể", Producer, "name"),
        ("Tên chủ thể", Producer, "name"),
        ("Đơn vị", Producer, "name"),
        ("Hiện trạng", Product, "present"),
        ("Hạng sao", Product, "present"),
        ("Sao", Product, "present"),
        ("Ngành hàng", Product, "sector"),
        ("Lộ trình đăng ký sản phẩm OCOP", Product, ROADMAP),
        ("Lộ trình", Product, ROADMAP),
        ("SĐT", Producer, "phone"),
        ("Số QĐ", Recognition, "decision_number"),
        ("Ngày hết hạn", Recognition, "ends"),
    ],
)
def test_usual_spellings(text: str, row_type: type[Row], attribute: str) -> None:
    assert field(text) == (row_type, attribute)
    assert field(unicodedata.normalize("NFD", text)) == (row_type, attribute)
    match = match_header(text)
    assert match is not None and match.sure


def test_every_header_and_alias_of_the_model_is_known() -> None:
    for row_type in (Product, Producer):
        for column in spec_of(row_type).inputs:
            if column.kind not in (Kind.KEY, Kind.REF):
                for text in (column.header, *column.aliases):
                    assert field(text) is not None, text


@pytest.mark.parametrize("text", ["Tên sản phẩn", "Ten san phamm", "Tên sản phẩm đăng ký", "Tiềm năn"])
def test_near_spellings_are_taken_as_a_guess(text: str) -> None:
    match = match_header(text)
    assert match is not None and not match.sure


@pytest.mark.parametrize("text", ["Đơn vị tính", "Sản lượng", "Cơ sở vật chất", "Doanh thu", "Màu", ""])
def test_strangers(text: str) -> None:
    assert match_header(text) is None


def test_short_headers_mean_a_recognition_only_below_one() -> None:
    assert field("Sao", "Công nhận lần 1") == (Recognition, "stars")
    assert field("Ngày", "Lần 2/nâng hạng") == (Recognition, "decision_date")
    assert field("Ngày") is None


def test_a_near_header_is_noted_with_its_cell(tmp_path: Path) -> None:
    source = csv_file(
        tmp_path / "a.csv", [["STT", "Tên sản phẩn", "Tên cơ sở", "Tiềm năng"], ["1", "Gạo", "Cô Ba", "3"]]
    )
    proposal = propose(Book(), source)
    assert [p.name for p in proposal.of(Product)] == ["Gạo"]
    assert ("dòng 1, cột 2", "cột “Tên sản phẩm”") in [(n.address, n.assumed) for n in proposal.unsure]


def test_cells_of_a_column_that_we_do_not_have_are_listed(tmp_path: Path) -> None:
    rows = [["STT", "Tên sản phẩm", "Doanh thu", "Chủ thể"], ["1", "Gạo", "500 triệu", "Cô Ba"]]
    proposal = propose(Book(), csv_file(tmp_path / "a.csv", rows))
    assert [(c.address, c.text) for c in proposal.unplaced] == [
        ("dòng 1, cột 3", "Doanh thu"),
        ("dòng 2, cột 3", "500 triệu"),
    ]


TWO_ROWS = [
    ["DANH SÁCH SẢN PHẨM ĐÃ CÔNG NHẬN", "", "", "", "", "", "", ""],
    ["TT", "Tên sản phẩm", "Chủ thể", "", "Lần 1", "", "Lần 2/nâng hạng", ""],
    ["", "", "Tên", "Điện thoại", "Sao", "Ngày", "Sao", "Ngày"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
    ["1", "Gạo", "HTX Tân Tiến", "0912345678", "3", "17/05/2021", "4", "20/06/2024"],
]
MERGES = [(0, 0, 0, 7), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5), (1, 6, 1, 7)]


@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
def test_a_header_of_two_rows_with_merged_groups(kind: str, tmp_path: Path) -> None:
    if kind == "csv":
        source = csv_file(tmp_path / "a.csv", TWO_ROWS)
    else:
        source = (xlsx_file if kind == "xlsx" else docx_file)(tmp_path / f"a.{kind}", TWO_ROWS, MERGES)
    proposal = propose(Book(), source)
    assert [(p.name, p.phone) for p in proposal.of(Producer)] == [("HTX Tân Tiến", "0912345678")]
    assert [(r.stars, f"{r.decision_date}") for r in proposal.of(Recognition)] == [(3, "2021-05-17"), (4, "2024-06-20")]
    assert {c.why for c in proposal.unplaced} <= {"dòng đánh số cột"}
