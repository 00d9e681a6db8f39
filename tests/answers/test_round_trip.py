"""From the commune's book to the province, its board and back, until a remark is closed; the book is renumbered, sorted and
saved by LibreOffice in between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
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
from tests.answers.filled import DECISION, RECOGNISED, WHEN, filled, sent_book, typed
from tests.province.communes import code_of, nothing_else, workbook_of
from tests.province.planted import write_units

NUMBER = 3


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


class Round:
    """The commune's workbook, the province's folder of received files, and what the board says of the commune."""

    def __init__(self, folder: Path, read: pytest.CaptureFixture[str]) -> None:
        self.workbook, self.received, self._read = folder / "xa" / "so.xlsx", folder / "nhan", read
        self._folder, self._sent, self._answers = folder, 0, 0
        self.workbook.parent.mkdir()
        self.workbook.write_bytes(workbook_of(NUMBER))
        write_units(folder / "xa.csv", NUMBER + 1)

    def run(self, *arguments: object) -> str:
        self._read.readouterr()
        assert main([str(one) for one in arguments]) in (0, 1), self._read.readouterr().err
        return self._read.readouterr().out

    def share(self, on: str) -> Path:
        self._sent += 1
        place = self.received / f"thu-{self._sent}"
        self.run("share", self.workbook, "--out", place, "--on", on, "--period", "Quý IV/2026")
        return next(place.glob("*.zip"))

    def on_board(self) -> dict[str, Any]:
        out = self._folder / "bang"
        said = self.run("board", self.received, "--units", self._folder / "xa.csv", "--out", out, "--json")
        return next(unit for unit in json.loads(said)["units"] if unit["code"] == code_of(NUMBER))

    def answer(self, on: str) -> Path:
        """Made from the board's folder, where it is kept once it is filled in."""
        self._answers += 1
        out = self.received / f"tra-loi-{self._answers}"
        self.run("answer", self.received, "--commune", code_of(NUMBER), "--out", out, "--on", on)
        return next(out.glob("tra-loi_*.xlsx"))

    def receive(self, answer: Path, *options: str) -> str:
        return self.run("receive", self.workbook, answer, *options)


@pytest.mark.thorough
@pytest.mark.parametrize("saved", ["as it is", "by LibreOffice, sorted"])
def test_the_same_with_the_commands_and_the_board(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest, saved: str
) -> None:
    here = Round(tmp_path, capsys)
    noted_in_the_packages_workbook(here.share("23/11/2026"), "Ghi theo nhãn")
    assert (here.on_board()["answer"], here.on_board()["opinions"]) == ({}, {})
    answer = here.answer("3/12/2026")
    answer.write_bytes(filled(answer.read_bytes(), {"HS01": RECOGNISED | DECISION}))
    assert here.on_board()["answer"] == {"day": "2026-12-03", "kết quả": 1, "ý kiến": 1}

    rename(here.workbook, {"SP02": "SP01", "SP01": "SP02"})
    if saved != "as it is":
        turn_round(here.workbook)
        here.workbook.write_bytes(request.getfixturevalue("office")(here.workbook, "xlsx").read_bytes())
    assert "Chưa ghi gì vào sổ (1 kết quả, 1 ý kiến mới, 0 ý kiến đóng)" in here.receive(answer)
    here.receive(in_a_zip(answer), "--apply", "--on", "4/12/2026")
    assert "không có gì mới" in here.receive(answer, "--apply")
    book = read_book(here.workbook)
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
    apply_changes(here.workbook, book, [Change("tblSanPham", "SP01", header, name, f"{name} loại một", "theo nhãn")])
    here.share("10/12/2026")
    assert [(row.sequence, row.period) for row in read_book(here.workbook)[Sent]] == [
        (1, "Quý IV/2026"),
        (2, "Quý IV/2026"),
    ]
    board = here.on_board()
    assert (board["opinions"], board["answer"]) == ({"Đã sửa": 1}, {}), "the new package waits for an answer"
    assert board["remarks"] == ["1 ý kiến xã đã sửa hoặc trả lời, tỉnh chưa đóng"]

    answer = here.answer("12/12/2026")
    earlier = load_workbook(answer)["Ý kiến trước"]
    assert [earlier.cell(6, place).value for place in (3, 6, 7)] == ["SP01", "Ghi theo nhãn", "Đã sửa"]
    answer.write_bytes(filled(answer.read_bytes(), closed=[0]))
    assert json.loads(here.receive(answer, "--apply", "--json"))["closed"] == 1
    here.share("20/12/2026")
    board = here.on_board()
    assert (board["state"], board["opinions"], board["remarks"]) == ("on_time", {"Đóng": 1}, [])


def noted_in_the_packages_workbook(package: Path, text: str) -> None:
    """Somebody of the province takes the workbook out, writes a comment at a cell, and leaves it beside the package."""
    with ZipFile(package) as opened:
        inside = next(name for name in opened.namelist() if name.endswith(".xlsx"))
        opened.extract(inside, package.parent)
    noted = load_workbook(package.parent / inside)
    at = read_book(package.parent / inside).by_id(Product)["SP02"].at
    noted["Sản phẩm"].cell(at, 2).comment = Comment(f"Phòng:\n{text}", "Phòng")
    noted.save(package.parent / inside)


def in_a_zip(answer: Path) -> Path:
    """As a mail program sends it, with the decision beside it."""
    path = answer.with_name("thu tra loi.zip")
    with ZipFile(path, "w") as made:
        made.write(answer, answer.name)
        made.writestr("quyet-dinh.pdf", b"%PDF-1.7")
    return path


def turn_round(workbook: Path) -> None:
    """The products stand in the opposite order, what is typed of them only."""
    book = read_book(workbook)
    place, spec = book.placement(Product), spec_of(Product)
    rows = [row.at for row in book[Product]]
    loaded = load_workbook(workbook)
    for column in spec.inputs:
        cells = [loaded[place.sheet][f"{place.letters[column.attribute]}{at}"] for at in rows]
        for cell, value in zip(cells, [cell.value for cell in cells][::-1], strict=True):
            cell.value = value
    loaded.save(workbook)


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
