"""`ocop-xl share` and `ocop-xl verify`: what they say, and how they end."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from ocop_xl.cli.main import main
from ocop_xl.demo.books import vinh_phong
from ocop_xl.exchange.rules_version import rules_version
from ocop_xl.model import Book, Commune, Row, Sent
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from tests.built_books import built
from tests.exchange import word_papers as word
from tests.exchange.planted import ON

NAME = "goi-gui-tinh_ocop_31051_2026.zip"
DAY = ("--on", ON.isoformat())


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong, ON))
    return path


def share(book: Path, *arguments: str) -> int:
    return main(["share", str(book), *arguments, *DAY])


def typed_cells(book: Path) -> dict[type[Row], list[Row]]:
    """What people have typed: all but the line of the package itself."""
    return {kind: rows for kind, rows in read_book(book).tables.items() if kind is not Sent}


def test_a_package_is_made_and_verified(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = typed_cells(book)
    assert share(book) == 1  # the plan's book has errors, and the package says how many
    said = capsys.readouterr().out
    assert f"✔ Đã đóng gói (gửi tỉnh): {NAME}" in said
    assert "Trang «Chủ thể»: cột «Người đại diện», «Giới tính»" in said
    assert "lỗi phải sửa, gói gửi đúng như sổ đang ghi" in said
    assert typed_cells(book) == before
    assert main(["verify", NAME]) == 0
    told = capsys.readouterr().out
    assert "✔ Gói của xã Vĩnh Phong còn nguyên: 2 tệp khớp danh mục, không có mã lệnh." in told
    code = said.split("Mã gói: ")[1][:19]
    assert f"Mã gói: {code};" in told
    (line,) = read_book(book)[Sent]
    assert (line.sequence, line.made, line.code) == (1, ON, code)
    assert share(book, "--out", "lan-nua.zip") == 1 and len(read_book(book)[Sent]) == 1, "the same package again"


def test_the_list_says_who_when_and_by_which_rules(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert share(book, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    with zipfile.ZipFile(NAME) as package:
        listing = json.loads(package.read("manifest.json"))
        words = package.read("DANH-MUC.txt").decode("utf-8-sig")
    assert told["files"] == listing["files"]
    assert listing["commune"] == {
        "province": "An Giang",
        "province_code": "91",
        "kind": "xã",
        "name": "Vĩnh Phong",
        "commune_code": "31051",
    }
    assert (listing["package"], listing["version"], listing["made"]) == ("ocop-goi-gui", 2, "2026-11-23")
    assert listing["rules"] == rules_version()
    assert "26/2026/QĐ-TTg" in listing["law"]
    assert "148/QĐ-TTg" not in listing["law"]
    assert listing["findings"]["error"] > 0
    for one in listing["files"][:-1]:
        assert one["sha256"] in words
    assert f"{listing['findings']['error']} lỗi phải sửa" in words


def test_papers_of_a_folder_and_kinds(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = book.parent / "chon"
    folder.mkdir()
    (folder / "Tờ trình.docx").write_bytes(word.plain())
    share(book, "--papers", "chon", "--papers", "bao-cao-tien-do", "--out", "ra.zip")
    with zipfile.ZipFile("ra.zip") as package:
        assert {"van-ban/to-trinh.docx", "van-ban/bao-cao-tien-do_vinh-phong_2026-11-23.docx"} <= set(
            package.namelist()
        )
    assert "⚠ Văn bản «Báo cáo tiến độ" in capsys.readouterr().err
    assert main(["verify", "ra.zip"]) == 0


def test_the_sender_is_told_what_a_paper_hides(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = book.parent / "chon"
    folder.mkdir()
    (folder / "a.docx").write_bytes(word.told_by_word())
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"
    (folder / "b.docx").write_bytes(word.with_words(hidden))
    share(book, "--papers", "chon", "--out", "ra.zip")
    told = capsys.readouterr().err
    assert "⚠ «b.docx» có chữ ẩn và chữ ấy vẫn được gửi" in told
    assert "«a.docx»" not in told
    assert main(["verify", "ra.zip"]) == 0


def test_a_file_that_is_there_is_never_written_over(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(NAME).write_bytes(b"quan trong")
    assert share(book) == 2
    assert f"Đã có tệp «{NAME}»" in capsys.readouterr().err
    assert Path(NAME).read_bytes() == b"quan trong"


def test_a_folder_gets_the_package_under_its_own_name(book: Path) -> None:
    share(book, "--out", "gui", "--profile", "noi-bo")
    assert [path.name for path in Path("gui").iterdir()] == ["goi-noi-bo_ocop_31051_2026.zip"]


def test_nothing_is_written_when_a_paper_is_refused(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = book.parent / "chon"
    folder.mkdir()
    (folder / "a.docx").write_bytes(word.with_part("word/vbaProject.bin", b"x"))
    assert share(book, "--papers", "chon") == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "Văn bản «a.docx» có mã lệnh (macro)" in said.err
    assert not Path(NAME).exists()


def test_a_book_without_errors_ends_with_0(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun = Book()
    begun[Commune] = vinh_phong()[Commune]
    begun.commune.signer, begun.commune.signer_position = "Nguyễn Văn A", "CHỦ TỊCH"
    book.write_bytes(build_workbook(begun, ON))
    assert share(book) == 0
    assert "lỗi phải sửa" not in capsys.readouterr().out


def test_half_a_book_is_not_sent(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A package of a package: the copy lacks what stayed at home, and must not pass for the commune's own book."""
    share(book)
    with zipfile.ZipFile(NAME) as package:
        package.extract("so-ocop_31051_2026.xlsx")
    assert share(Path("so-ocop_31051_2026.xlsx"), "--out", "hai.zip") == 2
    assert "thiếu cột «Người ký» của trang «Thông tin xã»" in capsys.readouterr().err


def test_a_damaged_package_ends_with_1_and_no_package_with_2(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    share(book)
    with zipfile.ZipFile(NAME, "a") as package:
        package.writestr("la.txt", "x")
    capsys.readouterr()
    assert main(["verify", NAME, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"] == [
        "Tệp «la.txt» không có trong danh mục: đừng mở, hãy hỏi lại người gửi."
    ]
    assert main(["verify", NAME]) == 1
    assert "Gói của xã Vĩnh Phong: 1 điều không đúng; chưa dùng được." in capsys.readouterr().out
    assert main(["verify", str(book)]) == 2
    assert "không phải gói gửi của sổ OCOP" in capsys.readouterr().err
