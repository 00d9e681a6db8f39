"""A morning of the province's officer: thirty files as mails bring them, to the board, the summary and the letters back."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ocop_xl.cli.main import main
from ocop_xl.exchange.answers.reading import read_answer
from ocop_xl.model import Book, Commune
from tests.conftest import Convert
from tests.province import planted
from tests.province.communes import changed, code_of, commune, package, package_of, workbook_of

LISTED = 24
_OLD = Path(__file__).parents[1] / "renewing" / "so-0.1.0.xlsx"
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def elsewhere(book: Book) -> None:
    """A commune of another province, put into this one's folder by mistake."""
    here = book.commune
    here.province, here.province_code, here.commune_code = "Cà Mau", "96", "32001"
    book[Commune] = [here]


@pytest.fixture(scope="module")
def mailed(tmp_path_factory: pytest.TempPathFactory, office: Convert) -> Path:
    folder, made = tmp_path_factory.mktemp("thư") / "nhận", tmp_path_factory.mktemp("made")
    folder.mkdir()
    for number in (6, 7, 8):
        (made / f"so_{code_of(number)}.xlsx").write_bytes(workbook_of(number))
    files = {
        "goi_31001.zip": package_of(0),
        "goi_31001 (1).zip": package_of(0),
        "Gửi Sở - xã An Hòa.zip": package_of(1),
        "scan0001.pdf": package_of(2),
        "So OCOP Mỹ Đức.xlsx": workbook_of(3),
        "xa 18/goi.zip": package_of(17),
        "sổ cũ.xlsx": _OLD.read_bytes(),
        "lưu bằng LibreOffice.xlsx": office(made / "so_31007.xlsx", "xlsx").read_bytes(),
        "so_31008.xls": office(made / "so_31008.xlsx", "xls").read_bytes(),
        "so_31009.ods": office(made / "so_31009.xlsx", "ods").read_bytes(),
        "so_31010 mật khẩu.xlsx": _LOCKED,
        "goi Cà Mau.zip": package(changed(19, elsewhere)),
        "thư.zip": in_a_zip({"thư 1.zip": in_a_zip({"goi.zip": package_of(18), "ảnh.jpg": b"\xff\xd8\xff"})}),
        "IMG_2026.jpg": b"\xff\xd8\xff",
        "cong van.pdf": b"%PDF-1.7",
        "cong van.docx": in_a_zip({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<w/>"}),
        "danh sach.rar": b"Rar!\x1a\x07",
        "rong.xlsx": b"",
        "Thumbs.db": b"left by Windows",
        "~$so.xlsx": b"left by Excel",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    for number, plant in enumerate(
        (
            planted.cut_short,
            planted.altered,
            planted.of_a_newer_program,
            planted.forked,
            planted.replaced,
            planted.unchanged,
            planted.in_a_mail,
        ),
        10,
    ):
        plant(folder, number)
    another = openpyxl.Workbook()
    another.active.append(["STT", "Tên sản phẩm"])
    another.save(folder / "bang ke rieng.xlsx")
    return folder


def in_a_zip(files: dict[str, bytes]) -> bytes:
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return memory.getvalue()


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """As an office keeps it: a title, a blank line, names with «Xã»."""
    listed = openpyxl.Workbook()
    listed.active.append(["DANH SÁCH XÃ, PHƯỜNG CỦA TỈNH"])
    listed.active.append([])
    listed.active.append(["STT", "Mã xã", "Tên xã", "Ghi chú"])
    for number in range(LISTED):
        listed.active.append([number + 1, int(code_of(number)), f"Xã {commune(number).commune.name}", None])
    listed.save(tmp_path / "danh sách xã.xlsx")
    return tmp_path / "danh sách xã.xlsx"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    assert main([*map(str, arguments), "--json"]) == 1, "something is to be done"
    return json.loads(capsys.readouterr().out)


@pytest.mark.thorough
def test_from_thirty_mailed_files_to_the_summary_and_the_letters_back(
    mailed: Path, units: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    board = said(capsys, "board", mailed, "--units", units, "--due", "25/11/2026", "--out", tmp_path)
    states = {unit["code"]: unit["state"] for unit in board["units"]}
    assert {code_of(number): states[code_of(number)] for number in range(6, 16)} == {
        "31007": "on_time",
        "31008": "unusable",
        "31009": "unusable",
        "31010": "unusable",
        "31011": "unusable",
        "31012": "unusable",
        "31013": "newer",
        "31014": "forked",
        "31015": "on_time",
        "31016": "same",
    }
    assert (states["31051"], states["32001"]) == ("stranger", "stranger")
    assert {states[code_of(number)] for number in (4, 5, *range(19, LISTED))} == {"overdue"}

    made = said(capsys, "consolidate", mailed, "--out", tmp_path / "tong-hop.xlsx", "--on", "31/12/2026")
    fates = Counter(file["fate"] for file in made["files"])
    assert len(made["files"]) == 30 and fates["Dùng"] == sum(bool(unit["file"]) for unit in board["units"])
    assert (fates["Không phải sổ, gói"], fates["Gửi trùng"], fates["Hai bản khác nhau"]) == (5, 1, 1)
    assert all(file["why"] for file in made["files"] if file["fate"] != "Dùng")

    answers = said(capsys, "answer", mailed, "--out", tmp_path / "tra-loi")["answers"]
    packages = {unit["package"] for unit in board["units"] if unit["package"]}
    assert {answer["package"] for answer in answers} == packages, "the board's packages are answered, no others"
    assert {read_answer(Path(answer["path"])).about.package for answer in answers} == packages
    shutil.move(tmp_path / "tra-loi", mailed / "tra-loi")
    again = said(capsys, "board", mailed, "--units", units, "--due", "25/11/2026", "--out", tmp_path)
    shutil.rmtree(mailed / "tra-loi")
    assert sum(bool(unit["answer"]) for unit in again["units"]) == len(answers)
    assert [unit["state"] for unit in again["units"]] == [unit["state"] for unit in board["units"]]
