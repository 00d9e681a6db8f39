"""One table in every format and encoding gives the same rows; what cannot be read is refused in a sentence."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ocop_xl.errors import WorkbookError
from ocop_xl.model import Book, Producer, Product, Recognition
from ocop_xl.sheets.importing import Proposal, propose
from tests.importing.conservation import unaccounted
from tests.importing.old_files import HEADER, annex, csv_file, csv_text, docx_file, tabbed_file, xlsx_file

ROWS = annex(
    ("A", "Sản phẩm mới", "", "", "", "", "", ""),
    (1, "Mắm lóc, mắm sặc", "Thực phẩm", "HKD", "Cô Ba", "", "3 sao", "2025-2030"),
    (2, "Khô cá; tôm", "Thực phẩm", "HTX", "HTX Hiểu Phát", "", 4, 2026),
    ("B", "Nâng hạng sản phẩm", "", "", "", "", "", ""),
    (1, "Gạo", "Thực phẩm", "DNTN", "Nhà máy Nguyễn Hưng", "3*", "★★★★", "2025 – 2030"),
)


def told(proposal: Proposal) -> list[tuple[object, ...]]:
    names = {p.id: p.name for p in proposal.of(Producer)}
    return [
        (p.section, p.number, p.name, names[p.producer_id or ""], p.present, p.potential, p.from_year, p.to_year)
        for p in proposal.of(Product)
    ]


EXPECTED = [
    ("A. Sản phẩm mới", 1, "Mắm lóc, mắm sặc", "Cô Ba", None, 3, 2025, 2030),
    ("A. Sản phẩm mới", 2, "Khô cá; tôm", "HTX Hiểu Phát", None, 4, 2026, 2026),
    ("B. Nâng hạng sản phẩm", 1, "Gạo", "Nhà máy Nguyễn Hưng", 3, 4, 2025, 2030),
]

MAKERS: dict[str, Callable[[Path], Path]] = {
    "xlsx": lambda folder: xlsx_file(folder / "a.xlsx", ROWS),
    "docx": lambda folder: docx_file(folder / "a.docx", ROWS),
    "comma": lambda folder: csv_file(folder / "a.csv", ROWS),
    "semicolon": lambda folder: csv_file(folder / "a.csv", ROWS, ";"),
    "tab in csv": lambda folder: csv_file(folder / "a.csv", ROWS, "\t"),
    "utf-8 without mark": lambda folder: csv_file(folder / "a.csv", ROWS, encoding="utf-8"),
    "utf-16, as Excel's «Unicode Text»": lambda folder: csv_file(folder / "a.csv", ROWS, "\t", "utf-16"),
    "utf-16 without mark": lambda folder: csv_file(folder / "a.csv", ROWS, "\t", "utf-16-le"),
    "text": lambda folder: tabbed_file(folder / "a.txt", ROWS, before="KẾ HOẠCH\nI. MỤC TIÊU\n\n", after="\nHết\n"),
}


@pytest.mark.parametrize("how", MAKERS)
def test_same_rows_from_every_format(how: str, tmp_path: Path) -> None:
    source = MAKERS[how](tmp_path)
    proposal = propose(Book(), source)
    assert told(proposal) == EXPECTED
    assert unaccounted(source, proposal) == set()


def test_windows_1258_is_read(tmp_path: Path) -> None:
    rows = [["STT", "Tên sản phẩm", "Tên cơ sở", "Tiềm năng"], ["1", "Gạo nếp", "Cơ sở Bà Bảy", "3 sao"]]
    source = tmp_path / "cu.csv"
    source.write_bytes(_cp1258(csv_text(rows)))
    assert [p.name for p in propose(Book(), source).of(Product)] == ["Gạo nếp"]


def _cp1258(text: str) -> bytes:
    """Vietnamese Windows keeps tone marks as characters of their own."""
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            *base, tone = unicodedata.normalize("NFD", char)
            out += (unicodedata.normalize("NFC", "".join(base)) + tone).encode("cp1258")
    return out


def test_addresses_lead_to_the_cell(tmp_path: Path) -> None:
    def place_of_gao(source: Path) -> list[str]:
        return [cell.address for cell in propose(Book(), source).placed if cell.text == "Gạo"]

    assert place_of_gao(MAKERS["xlsx"](tmp_path)) == ["Phụ lục!B6"]
    assert place_of_gao(MAKERS["docx"](tmp_path)) == ["bảng 1, dòng 6, cột 2"]
    assert place_of_gao(MAKERS["comma"](tmp_path)) == ["dòng 6, cột 2"]
    assert place_of_gao(MAKERS["text"](tmp_path)) == ["dòng 9, cột 2"]


def test_line_breaks_in_a_csv_cell_do_not_move_the_line_numbers(tmp_path: Path) -> None:
    source = csv_file(
        tmp_path / "a.csv",
        annex(("1", "Mắm\nlóc", "", "", "Cô Ba", "", "3", "2026"), ("2", "Gạo", "", "", "Cô Tư", "", "3", "2026")),
    )
    proposal = propose(Book(), source)
    assert [(c.address, c.text) for c in proposal.placed if c.text == "Gạo"] == [("dòng 4, cột 2", "Gạo")]
    assert proposal.of(Product)[0].name == "Mắm lóc"


def test_two_tables_of_one_document_are_both_read(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "hai.xlsx") as book:
        for title, name in (("Đợt 1", "Mắm lóc"), ("Đợt 2", "Khô cá")):
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, HEADER)
            sheet.write_row(1, 0, (1, name, "Thực phẩm", "HKD", "Cô Ba", "", "3 sao", "2026"))
        book.add_worksheet("Ghi nhớ").write_row(0, 0, ("Gọi điện", "cho ấp"))
    proposal = propose(Book(), tmp_path / "hai.xlsx")
    assert [p.name for p in proposal.of(Product)] == ["Mắm lóc", "Khô cá"]
    assert [(n.address, n.assumed) for n in proposal.unsure if n.address == "Ghi nhớ"] == [("Ghi nhớ", "bỏ qua 2 ô")]


TCVN3 = "STT,T\xean s\xb6n ph\xc8m,T\xean c\xac s\xeb,Ti\xd2m n\xa8ng\n1,M\xbe m l\xe3c,C\xab Ba,3\n".encode("latin-1")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("anh.csv", bytes(range(256)) * 20, "bảng mã"),
        ("rong.csv", b"", "rỗng"),
        ("thu.txt", "Kính gửi các ấp\n".encode(), "không có bảng nào"),
        ("cu.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "Office dạng cũ"),
        ("quet.pdf", b"%PDF-1.7\n", "PDF"),
        ("hong.xlsx", b"PK\x03\x04 rest of it is missing", "hỏng"),
        ("ngoac.csv", b'STT,"Ten' + b"x" * 200_000, "ngoặc kép"),
    ],
)
def test_unreadable_files_get_one_sentence(name: str, content: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(WorkbookError) as refusal:
        propose(Book(), tmp_path / name)
    assert sentence in str(refusal.value) and name in str(refusal.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for source in (tmp_path / "khong-co.xlsx", tmp_path):
        with pytest.raises(WorkbookError):
            propose(Book(), source)


def test_a_docx_with_a_document_type_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "doc.docx"
    with zipfile.ZipFile(source, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(WorkbookError, match="cấu trúc lạ"):
        propose(Book(), source)


def test_a_cell_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    source = csv_file(tmp_path / "a.csv", annex(("1", "=cmd|' /C calc'!A0", "", "", "+Cô Ba", "", "3", "2026")))
    proposal = propose(Book(), source)
    assert [p.name for p in proposal.of(Product)] == ["=cmd|' /C calc'!A0"]
    assert [p.name for p in proposal.of(Producer)] == ["+Cô Ba"]


def test_dates_of_excel_come_as_dates(tmp_path: Path) -> None:
    header = ("STT", "Tên sản phẩm", "Tên chủ thể", "Số sao", "Số quyết định", "Ngày quyết định")
    source = xlsx_file(tmp_path / "a.xlsx", [header, (1, "Gạo", "Cô Ba", 3, "123/QĐ-UBND", date(2023, 5, 7))])
    assert [r.decision_date for r in propose(Book(), source).of(Recognition)] == [date(2023, 5, 7)]
