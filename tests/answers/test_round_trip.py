"""From the commune's book to the province and back, until the province takes a remark for done; renumbered in between."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from ocop_xl.changes.change import Change
from ocop_xl.cli.main import main
from ocop_xl.exchange.answers.landing import land
from ocop_xl.exchange.answers.remarks import now_fixed
from ocop_xl.exchange.received import received
from ocop_xl.exchange.share import Packing, make_package
from ocop_xl.model import Dossier, Product, Remark, Sent, spec_of
from ocop_xl.programme.live.values import live_value
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.answers.books import applied, renumber
from tests.answers.filled import DAY, DECISION, RECOGNISED, WHEN, filled, sent_book, typed
from tests.province.communes import nothing_else, workbook_of

NUMBER = 3


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "xa" / "so.xlsx"
    path.parent.mkdir()
    path.write_bytes(workbook_of(NUMBER))
    return path


def share(workbook: Path, place: Path, on: str) -> Path:
    main(["share", str(workbook), "--out", str(place), "--on", on, "--period", "Quý IV/2026"])
    return next(place.glob("*.zip"))


def test_from_the_commune_to_the_province_and_back_until_it_is_closed() -> None:
    book, package = sent_book(NUMBER)
    answer = typed(package, {"HS01": RECOGNISED | DECISION}, [("Sản phẩm", "SP02", "Tên sản phẩm", "Theo nhãn")])
    renumber(book, Product, {"SP01": "SP02", "SP02": "SP01"})
    applied(book, land(book, answer, WHEN).changes)
    product = book.by_id(Product)["SP01"]
    product.name = f"{product.name} loại một"
    applied(book, list(now_fixed(book, WHEN)))
    following = received("goi.zip", make_package(book, nothing_else(), Packing(WHEN)).content)
    assert following.book.by_id(Dossier)["HS01"].province_stars == 4
    assert [row.fixed for row in following.book[Remark]] == [WHEN]
    applied(book, land(book, typed(following, closed=[0]), WHEN).changes)
    assert [live_value(row, "state", book, WHEN) for row in book[Remark]] == ["Đóng"]


@pytest.mark.thorough
def test_the_same_with_the_commands_from_files(
    workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = share(workbook, tmp_path / "tinh-1", "23/11/2026")
    with ZipFile(first) as package:
        inside = next(name for name in package.namelist() if name.endswith(".xlsx"))
        package.extract(inside, first.parent)
    noted = load_workbook(first.parent / inside)
    at = read_book(first.parent / inside).by_id(Product)["SP02"].at
    noted["Sản phẩm"].cell(at, 2).comment = Comment("Phòng:\nGhi theo nhãn", "Phòng")
    noted.save(first.parent / inside)
    assert main(["answer", str(first.parent), "--out", str(tmp_path / "tra-loi-1"), "--on", "3/12/2026"]) == 0
    (answer,) = (tmp_path / "tra-loi-1").iterdir()
    answer.write_bytes(filled(answer.read_bytes(), {"HS01": RECOGNISED | DECISION}))

    rename(workbook, {"SP02": "SP01", "SP01": "SP02"})
    assert main(["receive", str(workbook), str(answer)]) == 0
    assert "Chưa ghi gì vào sổ (1 kết quả, 1 ý kiến mới, 0 ý kiến đóng)" in capsys.readouterr().out
    assert main(["receive", str(workbook), str(answer), "--apply", "--on", "4/12/2026"]) == 0
    assert main(["receive", str(workbook), str(answer), "--apply"]) == 0
    assert "không có gì mới" in capsys.readouterr().out
    book = read_book(workbook)
    (remark,) = book[Remark]
    assert (remark.sheet, remark.row_id, remark.header, remark.text) == (
        "Sản phẩm",
        "SP01",
        "Tên sản phẩm",
        "Ghi theo nhãn",
    )
    assert book.by_id(Dossier)["HS01"].province_stars == 4

    name = book.by_id(Product)["SP01"].name
    header = spec_of(Product).column("name").header
    apply_changes(workbook, book, [Change("tblSanPham", "SP01", header, name, f"{name} loại một", "theo nhãn")])
    second = share(workbook, tmp_path / "tinh-2", "10/12/2026")
    book = read_book(workbook)
    assert [(row.sequence, row.period) for row in book[Sent]] == [(1, "Quý IV/2026"), (2, "Quý IV/2026")]
    assert live_value(book[Remark][0], "state", book, DAY) == "Đã sửa"
    main(["answer", str(second), "--out", str(tmp_path / "tra-loi-2"), "--on", "12/12/2026"])
    (answer,) = (tmp_path / "tra-loi-2").iterdir()
    earlier = load_workbook(answer)["Ý kiến trước"]
    assert [earlier.cell(6, place).value for place in (3, 6, 7)] == ["SP01", "Ghi theo nhãn", "Đã sửa"]
    answer.write_bytes(filled(answer.read_bytes(), closed=[0]))
    capsys.readouterr()
    assert main(["receive", str(workbook), str(answer), "--apply", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["closed"] == 1
    book = read_book(workbook)
    assert live_value(book[Remark][0], "state", book, DAY) == "Đóng"


def rename(workbook: Path, names: dict[str, str]) -> None:
    """Products get other keys, wherever these stand."""
    book = read_book(workbook)
    changes = [
        Change(spec.name, row_id, column.header, value, names[value], "đánh số lại")
        for spec in map(spec_of, book)
        for column in spec.inputs
        if column is spec_of(Product).key or column.refers_to == "tblSanPham"
        for row_id, row in book.by_id(spec.row_type).items()
        if (value := getattr(row, column.attribute)) in names
    ]
    apply_changes(workbook, book, changes)
