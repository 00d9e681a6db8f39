"""What stands in a file beside its cells is seen: hidden, struck out, deleted, nested, numbered by Word, in an old font."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl.errors import WorkbookError
from ocop_xl.model import Book, Producer, Product
from ocop_xl.sheets.importing import Proposal, propose
from tests.conftest import Convert
from tests.importing.conservation import unaccounted
from tests.importing.documents import (
    deep_file,
    nested_file,
    numbered_file,
    sheets_file,
    struck_file,
    struck_in_cells_file,
    tracked_file,
    wide_file,
    word_file,
)
from tests.importing.old_files import csv_text
from tests.sheets.spellings import respelt

HEADER = ["STT", "Tên sản phẩm", "Tên chủ thể", "Hạng sao"]
ROWS = [HEADER, [1, "Tôm khô", "HTX A", "3 sao"], [2, "Mắm lóc", "HTX B", "3 sao"], [3, "Gạo", "HTX C", "4 sao"]]


def names(proposal: Proposal) -> list[str | None]:
    return [product.name for product in proposal.of(Product)]


def read(source: Path, **answers: str) -> Proposal:
    proposal = propose(Book(), source, {name.replace("_", "-"): answer for name, answer in answers.items()})
    assert unaccounted(source, proposal) == set()
    return proposal


def test_hidden_rows_and_sheets_wait_for_an_answer(tmp_path: Path) -> None:
    source = sheets_file(tmp_path / "an.xlsx", {"DS": ROWS, "Nháp": ROWS}, hidden=["Nháp"], hidden_rows=[2])
    proposal = read(source)
    assert names(proposal) == ["Tôm khô", "Gạo"]
    assert proposal.kept_out == {"dòng đang ẩn": 1, "trang đang ẩn": 3}
    assert "4 dòng không vào" in proposal.summary().splitlines()[0]
    assert [question.group for question in proposal.questions] == ["an", "trang-an", "trang-an", "trang-an"]
    assert names(read(source, an="lấy nguồn")) == ["Tôm khô", "Mắm lóc", "Gạo"]


def test_a_row_without_height_is_hidden(tmp_path: Path) -> None:
    source = sheets_file(tmp_path / "an.xlsx", {"DS": ROWS}, hidden_rows=[2])
    flat = respelt(source, lambda name, part: part.replace(b' hidden="1"', b' ht="0" customHeight="1"'))
    source.write_bytes(flat)
    assert read(source).kept_out == {"dòng đang ẩn": 1}


def test_what_a_hidden_column_holds_enters_but_not_in_silence(tmp_path: Path) -> None:
    proposal = read(sheets_file(tmp_path / "cot.xlsx", {"DS": ROWS}, hidden_column=1))
    assert names(proposal) == ["Tôm khô", "Mắm lóc", "Gạo"]
    assert [note.address for note in proposal.unsure if "cột đang ẩn" in note.why] == ["DS!B1"]


def test_letters_struck_out_without_a_format_of_their_cell(tmp_path: Path) -> None:
    assert read(struck_in_cells_file(tmp_path / "gach.xlsx", ROWS, struck=2)).kept_out == {"dòng bị gạch ngang": 1}


def test_a_struck_out_row_waits_and_a_comment_is_listed(tmp_path: Path) -> None:
    proposal = read(struck_file(tmp_path / "gach.xlsx", ROWS, struck=2, comment="hỏi lại chị Ba"))
    assert names(proposal) == ["Tôm khô", "Gạo"]
    assert proposal.kept_out == {"dòng bị gạch ngang": 1}
    assert [cell.text for cell in proposal.unplaced if "ghi chú gắn vào ô" in cell.why] == ["hỏi lại chị Ba"]


def test_rows_deleted_or_hidden_in_word_are_left_out_and_told(tmp_path: Path) -> None:
    proposal = read(tracked_file(tmp_path / "a.docx", ROWS, deleted=1, hidden=2))
    assert names(proposal) == ["Gạo"]
    assert {(cell.text, cell.why) for cell in proposal.unplaced if cell.text in ("Tôm khô", "Mắm lóc")} == {
        ("Tôm khô", "dòng đã xóa khi theo dõi thay đổi"),
        ("Mắm lóc", "chữ ẩn"),
    }


def test_a_table_in_a_layout_table_is_read(tmp_path: Path) -> None:
    assert names(read(nested_file(tmp_path / "a.docx", ROWS))) == ["Tôm khô", "Mắm lóc", "Gạo"]


def test_numbers_that_word_writes_are_numbers(tmp_path: Path) -> None:
    proposal = read(numbered_file(tmp_path / "a.docx", HEADER, [row[1:] for row in ROWS[1:]]))
    assert [(product.number, product.name) for product in proposal.of(Product)] == [
        (1, "Tôm khô"),
        (2, "Mắm lóc"),
        (3, "Gạo"),
    ]


def test_a_table_goes_on_without_its_header(tmp_path: Path) -> None:
    source = word_file(tmp_path / "a.docx", "DANH MỤC", ROWS[:3], "", [ROWS[3]])
    assert names(read(source)) == ["Tôm khô", "Mắm lóc", "Gạo"]


def test_text_around_the_tables_is_listed(tmp_path: Path) -> None:
    proposal = read(word_file(tmp_path / "a.docx", "Kính gửi các ấp", ROWS, "Hết."))
    assert [line.text for line in proposal.around] == ["Kính gửi các ấp", "Hết."]


def test_a_document_may_nest_as_deep_and_as_wide_as_it_likes(tmp_path: Path) -> None:
    assert names(read(deep_file(tmp_path / "sau.docx", ROWS, 900))) == ["Tôm khô", "Mắm lóc", "Gạo"]
    assert names(read(wide_file(tmp_path / "rong.docx", ROWS, 999))) == ["Tôm khô", "Mắm lóc", "Gạo"]


HTML = """<html><head><title>Cổng</title></head><body><h2>Danh sách</h2><table>
<tr><th>TT</th><th>Tên sản phẩm</th><th>Chủ thể</th><th>Sao</th></tr>
<tr><td>1</td><td>Gạo ST25</td><td rowspan=2>HTX A</td><td>4</td></tr><tr><td>2</td><td>Gạo lứt</td><td>3</td></tr>
</table></body></html>"""


def test_a_web_page_called_xls_is_read(tmp_path: Path) -> None:
    (tmp_path / "cong.xls").write_text(HTML, encoding="utf-8")
    proposal = read(tmp_path / "cong.xls")
    assert [(product.name, product.producer_id) for product in proposal.of(Product)] == [
        ("Gạo ST25", "CT01"),
        ("Gạo lứt", "CT01"),
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_other_spreadsheets_are_read(kind: str, tmp_path: Path, office: Convert) -> None:
    sheets_file(tmp_path / "a.xlsx", {"DS": ROWS})
    proposal = read(office(tmp_path / "a.xlsx", kind))
    assert names(proposal) == ["Tôm khô", "Mắm lóc", "Gạo"]
    assert any("không xem được dòng ẩn" in note.why for note in proposal.unsure), (
        "a hidden row enters, but not in silence"
    )


TCVN3 = "STT,T\xaan s\xb6n ph\xc8m,T\xaan c\xac s\xeb,Ti\xd2m n\xa8ng\n1,M\xbem l\xe3c,C\xab Ba,3\n"
VNI = "STT,Teân saûn phaåm,Teân cô sôû,Tieàm naêng\n1,Maém loùc,Coâ Ba,3\n"


@pytest.mark.parametrize(
    ("text", "encoding", "font"),
    [(TCVN3, "latin-1", "TCVN3"), (TCVN3, "utf-8", "TCVN3"), (VNI, "cp1252", "VNI"), (VNI, "utf-8", "VNI")],
)
def test_old_fonts_are_converted_and_told(text: str, encoding: str, font: str, tmp_path: Path) -> None:
    (tmp_path / "cu.csv").write_bytes(text.encode(encoding))
    proposal = read(tmp_path / "cu.csv")
    assert names(proposal) == ["Mắm lóc"]
    assert [row.name for row in proposal.of(Producer)] == ["Cô Ba"]
    assert any(f"phông {font}, đã chuyển" in note.why for note in proposal.unsure)


def test_unicode_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "moi.csv").write_text(csv_text(ROWS), encoding="utf-8")
    assert not [note for note in read(tmp_path / "moi.csv").unsure if "phông" in note.why]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "văn bản Word cũ (.doc)"),
        ("a.xlsx", b"\x89PNG\r\n", "tệp ảnh"),
        ("a.csv", b"Rar!\x1a\x07", "tệp nén RAR"),
        ("a.xml", b"<?xml version='1.0'?><a/>", "tệp XML"),
    ],
)
def test_anything_else_is_refused_with_its_true_name(name: str, content: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(WorkbookError) as refusal:
        propose(Book(), tmp_path / name)
    assert what in str(refusal.value) and "sửa tên cột" not in str(refusal.value)


@pytest.mark.parametrize("text", ["\n" * 400_000, "," * 400_000 + "\n", "\t" * 300 + "\n"])
def test_files_of_nothing_but_separators_cost_little(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    with pytest.raises(WorkbookError):
        propose(Book(), tmp_path / "a.csv")
