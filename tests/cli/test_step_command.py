"""`ocop-xl step`: shown first, written with --apply, refused in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.cli.main import main
from ocop_xl.model import Dossier, Evidence
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes

RECEIVE = ("receive-dossier", "HS06", "--on", "05/10/2026")
MISSING = ("--answer", "Minh chứng thiếu=4 và 12")


@pytest.fixture
def book(tmp_path: Path, demo_file: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(demo_file.read_bytes())
    return path


def step(book: Path, *words: str) -> int:
    return main(["step", str(book), *words])


def test_a_row_says_what_can_be_done_next(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert step(book, "--list", "hs06", "--on", "05/10/2026") == 0
    said = capsys.readouterr().out
    assert said.startswith("receive-dossier: Tiếp nhận hồ sơ – Điều 6, khoản 2 Điều 7")
    assert "? so-mau = 5" in said and "? minh-chung-thieu = (phải trả lời)" in said


def test_a_step_is_shown_then_written_then_done(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    untouched = book.read_bytes()
    assert step(book, *RECEIVE, *MISSING) == 0
    said = capsys.readouterr().out
    assert "Hồ sơ HS06: «Ngày nhận» 05/10/2026" in said and "Minh chứng: 15 dòng, HS06-01 … HS06-15" in said
    assert book.read_bytes() == untouched
    assert step(book, *RECEIVE, *MISSING, "--apply") == 0
    assert "papers so.xlsx phieu-tiep-nhan phieu-dang-ky --dossier HS06 --vao-so" in capsys.readouterr().out
    read = read_book(book, journal=True)
    dossier = read.by_id(Dossier)["HS06"]
    assert (dossier.form_number, dossier.samples) == ("01/PĐK-91-31051-2026", 5)
    assert [row.line[:2] for row in read[Evidence] if row.line and row.state == "Thiếu"] == ["04", "12"]
    written = book.read_bytes()
    assert step(book, *RECEIVE, *MISSING, "--apply") == 0
    assert (
        "Bước «Tiếp nhận hồ sơ» đã làm rồi, chưa đến lúc hoặc không hợp với tình trạng của dòng; ở dòng này đang làm được: "
        in capsys.readouterr().out
    )
    assert book.read_bytes() == written


def test_json_is_one_document(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    step(book, *RECEIVE, *MISSING, "--json")
    said = json.loads(capsys.readouterr().out)
    assert (said["step"], said["row_id"], said["open"], said["applied"]) == ("receive-dossier", "HS06", [], False)
    assert {
        "table": "tblHoSo",
        "row_id": "HS06",
        "column": "Ngày nhận",
        "before": None,
        "after": "2026-10-05",
    }.items() <= (said["changes"][0].items())


def test_a_cell_that_cannot_be_read_is_not_written_over(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = Change("tblHoSo", "HS06", "Ngày nhận", None, "hôm qua", "gõ tay")
    apply_changes(book, read_book(book), [typed])
    assert step(book, *RECEIVE, *MISSING, "--apply") == 2
    assert "cột «Ngày nhận», đang là “hôm qua”: phần mềm không đọc được nên không ghi đè" in capsys.readouterr().err
    assert [cell.text for cell in read_book(book).unread] == ["hôm qua"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--list", "HS99"), "Sổ không có dòng nào mang mã “HS99”"),
        (("gui", "HS06"), "Không có bước «gui»; các bước hiện có: "),
        ((), "Hãy ghi tên bước và mã dòng, ví dụ: step SO.xlsx receive-dossier HS06;"),
        (("send-dossier", "SP01"), "Bước «Gửi hồ sơ lên tỉnh» làm từ dòng của trang «Hồ sơ»"),
        ((*RECEIVE, "--apply"), "còn câu phải trả lời: «Minh chứng thiếu» (minh-chung-thieu). Hãy thêm --answer"),
        ((*RECEIVE, "--answer", "so-mau"), "Câu trả lời «so-mau» chưa đúng dạng câu_hỏi=trả_lời"),
        (("--list", "Tổng quan"), "“Tổng quan” mà có bước làm từ đó; hãy ghi đúng mã ở cột đầu của dòng"),
        ((*RECEIVE, "--answer", "mau=5"), "không hỏi “mau” (các câu hỏi: ngay-nhan, "),
        ((*RECEIVE, "--answer", "ngay-nhan=hôm qua"), "«Ngày nhận» đang là “hôm qua” — không phải ngày;"),
        ((*RECEIVE, "--answer", "ngay-nhan=06/10/2026"), "“06/10/2026” — sau ngày tính 05/10/2026"),
        ((*RECEIVE, "--answer", "so-mau=500"), "«Số mẫu» đang là “500” — chỉ nhận từ 0 đến 100"),
        ((*RECEIVE, "--answer", "minh-chung-thieu=04, 16"), "“16” không phải số minh chứng (01 đến 15)"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    book: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    assert step(book, *words) == 2
    said = capsys.readouterr().err
    assert sentence in said and said.count("\n") == 1


def test_all_steps_are_listed(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert step(book, "--list") == 0
    assert "record-result" in capsys.readouterr().out
