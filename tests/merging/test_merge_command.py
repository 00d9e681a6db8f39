"""`ocop-xl diff` and `ocop-xl merge` on two files, as two officers have them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.changes.bases import base_of
from ocop_xl.changes.contents import contents, forgetting
from ocop_xl.cli.main import main
from ocop_xl.demo.books import DEMO_DAY, vinh_phong
from ocop_xl.model import Dossier, JournalEntry, Producer, Product
from ocop_xl.privacy.remembered import may_be_remembered
from ocop_xl.sheets.identity import bases_of
from ocop_xl.sheets.reading.read import read_book
from tests.built_books import built
from tests.conftest import Convert
from tests.merging.typed import edit

NOTE = "Sản phẩm/SP01/Ghi chú"


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of one book, each edited: the same note, other cells, and the same new key."""
    folder = tmp_path_factory.mktemp("copies")
    mine, theirs = folder / "may-1.xlsx", folder / "may-2.xlsx"
    for path in (mine, theirs):
        path.write_bytes(built(vinh_phong, DEMO_DAY))
    edit(
        mine,
        ("tblSanPham", "SP01", "Ghi chú", "gọi lại"),
        ("tblSanPham", "SP90", "Tên sản phẩm", "Mắm cá lóc"),
        ("tblSanPham", "SP90", "Mã CT", "CT01"),
    )
    edit(
        theirs,
        ("tblSanPham", "SP01", "Ghi chú", "đã gọi"),
        ("tblChuThe", "CT01", "Điện thoại", "0912345678"),
        ("tblSanPham", "SP90", "Tên sản phẩm", "Rượu nếp"),
        ("tblSanPham", "SP90", "Mã CT", "CT02"),
        ("tblHoSo", "HS01", "Mã SP", "SP90"),
    )
    return mine, theirs


@pytest.fixture
def copies(originals: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    mine, theirs = (Path(shutil.copy(path, tmp_path)) for path in originals)
    return mine, theirs


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    capsys.readouterr()
    status = main([*map(str, arguments)])
    told = capsys.readouterr()
    return status, told.out + told.err


def test_what_another_has_done_is_shown_then_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, theirs = tmp_path / "may-1.xlsx", tmp_path / "may-2.xlsx"
    for path in (mine, theirs):
        path.write_bytes(built(vinh_phong, DEMO_DAY))
    assert "không có gì mới" in run(capsys, "merge", mine, theirs)[1]
    edit(theirs, ("tblSanPham", "SP01", "Ghi chú", "đã gọi"), ("tblChuThe", "CT01", "Điện thoại", "0912345678"))
    assert "Ghi chú: (trống) → đã gọi" in run(capsys, "diff", mine, theirs)[1]
    assert run(capsys, "merge", mine, theirs, "--apply")[0] == 0
    book = read_book(mine)
    assert (book.by_id(Product)["SP01"].note, book.by_id(Producer)["CT01"].phone) == ("đã gọi", "0912345678")
    assert list((tmp_path / "saoluu").glob("may-1.*"))


@pytest.mark.thorough
def test_rows_of_a_key_typed_twice_are_told_and_left_alone(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has deleted SP02 there, and what is still to come is not remembered as if it had come."""
    mine, theirs = copies
    edit(theirs, ("tblSanPham", "SP03", "Mã SP", "SP02"))
    before = read_book(mine).identity
    for command, more in (("diff", ()), ("merge", ("--choose", "này", "--apply"))):
        status, told = run(capsys, command, mine, theirs, *more)
        assert status == 1
        assert "✘ Dòng 6 trang «Sản phẩm» của «may-2.xlsx» đứng ngoài vì trùng mã SP02" in told
        assert "SP02 «" not in told
    assert "SP02" in read_book(mine).by_id(Product)
    assert read_book(mine).identity == before


@pytest.mark.thorough
def test_a_merge_from_the_first_look_to_the_last(copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    mine, theirs = copies
    before = mine.read_bytes()
    status, told = run(capsys, "merge", mine, theirs)
    assert status == 1
    assert "SP90 của bản kia thành SP91" in told
    assert f'--take "{NOTE}=này" (hoặc =kia, =gốc)' in told
    status, told = run(capsys, "merge", mine, theirs, "--apply")
    assert status == 2 and f"chưa chọn, ví dụ «{NOTE}»" in told
    assert mine.read_bytes() == before

    status, told = run(capsys, "merge", mine, theirs, "--take", f"{NOTE}=này", "--apply")
    assert status == 0, told
    book = read_book(mine, journal=True)
    assert [book.by_id(Product)[key].name for key in ("SP90", "SP91")] == ["Mắm cá lóc", "Rượu nếp"]
    assert book.by_id(Dossier)["HS01"].product_id == "SP91"
    assert book.by_id(Producer)["CT01"].phone == "0912345678"
    assert book.by_id(Product)["SP01"].note == "gọi lại"
    lost = [row for row in book[JournalEntry] if row.row_id == "SP01" and row.action == "Ghép sổ"]
    assert [(row.before, row.after, row.why) for row in lost] == [
        ("gọi lại", "gọi lại", "ghép sổ: không lấy của bản kia “đã gọi”")
    ]
    assert (
        bases_of(book.identity)[-1].revision
        == base_of(forgetting(contents(book), may_be_remembered), DEMO_DAY).revision
    )

    assert "không có gì mới" in run(capsys, "merge", mine, theirs)[1]
    status, told = run(capsys, "merge", theirs, mine, "--apply")
    assert status == 0 and "bản này như hiện nay" in told
    assert "không khác nhau ở ô nào" in run(capsys, "diff", mine, theirs)[1]


@pytest.mark.thorough
def test_conflicts_are_data(copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    status, text = run(capsys, "merge", *copies, "--json")
    told: dict[str, Any] = json.loads(text)
    assert status == 1 and told["applied"] is False
    assert told["conflicts"] == [
        {
            "name": NOTE,
            "kind": "cell",
            "table": "tblSanPham",
            "row_id": "SP01",
            "other": None,
            "cells": [{"column": "Ghi chú", "base": None, "mine": "gọi lại", "theirs": "đã gọi"}],
            "choices": ["bản này", "bản kia", "bản gốc"],
            "choice": None,
        }
    ]
    assert told["renumbered"] == [{"table": "tblSanPham", "before": "SP90", "after": "SP91", "joined": False}]
    status, text = run(capsys, "diff", *copies, "--json")
    assert status == 0
    assert {
        "table": "tblSanPham",
        "row_id": "SP01",
        "column": "Ghi chú",
        "before": "gọi lại",
        "after": "đã gọi",
        "why": "",
    } in json.loads(text)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--take", NOTE], "thiếu dấu ="),
        (["--take", "Sản phẩm/SP77/Ghi chú=kia"], "Không có chỗ nào tên «Sản phẩm/SP77/Ghi chú»"),
        (["--take", f"{NOTE}=một dòng"], "hãy chọn «bản này», «bản kia», «bản gốc»"),
        (["--take", f"{NOTE}=sai"], "Lựa chọn “sai”"),
        (["--base", "khong-co.xlsx"], "Không thấy tệp"),
    ],
)
def test_a_choice_that_cannot_be_followed_is_refused(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    status, told = run(capsys, "merge", *copies, *arguments)
    assert status == 2 and sentence in told


@pytest.mark.thorough
def test_all_the_rest_is_taken_from_one_side(copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    mine, theirs = copies
    assert run(capsys, "merge", mine, theirs, "--choose", "kia", "--apply")[0] == 0
    assert read_book(mine).by_id(Product)["SP01"].note == "đã gọi"


def test_a_workbook_of_an_older_shape_is_renewed_first(demo_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = Path(__file__).parent.parent / "renewing" / "so-khung-1.xlsx"
    for command in ("diff", "merge"):
        status, told = run(capsys, command, demo_file, old)
        assert status == 2 and "--from" in told


@pytest.mark.thorough
def test_strangers_are_refused_unless_somebody_insists(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "new", tmp_path / "khac.xlsx")[0] == 0
    status, told = run(capsys, "merge", copies[0], tmp_path / "khac.xlsx")
    assert status == 2 and "hai sổ khác nhau" in told
    assert run(capsys, "merge", copies[0], tmp_path / "khac.xlsx", "--force")[0] < 2


@pytest.mark.thorough
def test_a_copy_that_libreoffice_has_saved_with_its_rows_sorted(
    copies: tuple[Path, Path], office: Convert, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """It is still the same book: nothing is asked but the one note."""
    import openpyxl

    mine, theirs = copies
    workbook = openpyxl.load_workbook(theirs)
    sheet = workbook["Sản phẩm"]
    inputs = [cell.column for cell in sheet[4] if not str(sheet.cell(5, cell.column).value or "").startswith("=")]
    filled = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 1).value]
    rows = [[sheet.cell(row, column).value for column in inputs] for row in filled]
    for row, values in zip(filled, reversed(rows), strict=True):
        for column, value in zip(inputs, values, strict=True):
            sheet.cell(row, column).value = value
    workbook.save(tmp_path / "may-3.xlsx")
    saved = office(tmp_path / "may-3.xlsx", "xlsx")
    assert [row.id for row in read_book(saved)[Product]] != [row.id for row in read_book(theirs)[Product]]
    assert "không khác nhau ở ô nào" in run(capsys, "diff", theirs, saved)[1]
    assert run(capsys, "merge", mine, saved, "--choose", "này", "--apply")[0] == 0
    assert read_book(mine).by_id(Product)["SP91"].name == "Rượu nếp"
    assert run(capsys, "merge", saved, mine, "--apply")[0] == 0
    assert "không khác nhau ở ô nào" in run(capsys, "diff", mine, saved)[1]


@pytest.mark.thorough
def test_a_backup_serves_where_the_workbook_has_lost_its_past(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The other copy still knows what both come from, and a backup of this one is that."""
    import openpyxl

    mine, theirs = copies
    before = next((mine.parent / "saoluu").glob("*"), None)
    assert before is None
    edit(mine, ("tblSanPham", "SP02", "Ghi chú", "x"))
    backup = next((mine.parent / "saoluu").glob("may-1.*"))
    backup.write_bytes(built(vinh_phong, DEMO_DAY))
    workbook = openpyxl.load_workbook(mine)
    del workbook["_ocop"]
    workbook.save(mine)
    status, told = run(capsys, "merge", mine, theirs)
    assert status == 1 and f"bản sao lưu «{backup.name}»" in told
    backup.unlink()
    assert "Không có gốc chung" in run(capsys, "merge", mine, theirs)[1]
    assert (
        "Gốc chung của hai bản: tệp «goc.xlsx»"
        in run(capsys, "merge", mine, theirs, "--base", shutil.copy(theirs, mine.with_name("goc.xlsx")))[1]
    )
