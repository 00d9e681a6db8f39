"""`ocop-xl criteria`: an officer's table of another decision's criteria into a real workbook."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_xl.demo.books import DEMO_DAY, empty_commune
from ocop_xl.model import Book, CriterionLine, Dossier, ScoreLine, ScoreSheet
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.scoring.lines import shipped_lines
from ocop_xl.sheets.reading.read import read_book
from tests.built_books import built
from tests.cli.command_line import ocop
from tests.cli.criteria_tables import HEADERS, TABLE, in_csv, in_excel, in_word
from tests.conftest import OFFICE_VERSIONS
from tests.engines import by_ironcalc, by_libreoffice, differences, formulas
from tests.opened import sheet_of


def one_sheet() -> Book:
    """One score sheet by a set that is not there yet."""
    content = empty_commune()
    content[Dossier] = [Dossier(id="HS01")]
    content[ScoreSheet] = [ScoreSheet(id="HS01-XA", dossier_id="HS01", criteria_set="QD148-08")]
    content[ScoreLine] = [
        ScoreLine(id=f"HS01-XA-{code}", sheet_id="HS01-XA", criterion=code, level=level)
        for code, level in [("1.1", "30 điểm – Có vùng nguyên liệu"), ("1.2", "10 điểm – Người trong xã"), ("2", "25")]
    ]
    return content


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(one_sheet, DEMO_DAY))
    return path


@pytest.mark.parametrize(("write", "name"), [(in_excel, "bo.xlsx"), (in_word, "bo.docx"), (in_csv, "bo.csv")])
def test_a_clean_table_is_shown_and_nothing_is_written(
    book: Path, tmp_path: Path, write: Callable[[Path], Path], name: str
) -> None:
    before = book.read_bytes()
    done = ocop("criteria", book, write(tmp_path / name), "--code", "QD148-08")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"Bỏ qua dòng {len(TABLE)} của {name}: không có mã tiêu chí, điểm và mức.",
        "Bộ QD148-08: 4 tiêu chí, 10 mức; phần A 40 điểm, phần B 25 điểm, phần C 35 điểm.",
        "  Số tiêu chí có mức tối thiểu: 3 sao 2, 4 sao 1, 5 sao 1.",
        "Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply.",
    ]
    assert book.read_bytes() == before


def test_a_loaded_set_scores_at_once(book: Path, tmp_path: Path) -> None:
    assert "TC-001" in ocop("check", book).stdout
    done = ocop("criteria", book, in_excel(tmp_path / "bo.xlsx"), "--code", "QD148-08", "--apply")
    assert done.returncode == 0, done.stderr
    assert "Đã ghi 10 dòng vào trang «Tiêu chí» của so.xlsx; bản trước khi ghi ở " in done.stdout
    assert "TC-0" not in ocop("check", book).stdout

    again = read_book(book)
    assert [line.id for line in again[CriterionLine]][:3] == [f"QD148-08|1.1|{number}" for number in (1, 2, 3)]
    scored = again.derived(BookScores).of("HS01-XA")
    assert scored is not None and scored.score is not None
    assert (scored.score.total, scored.score.unanswered) == (65, ("3",))

    criteria = sheet_of(book, "Tiêu chí")
    assert criteria.tables["tblTieuChi"].ref == f"A4:S{4 + len(shipped_lines()) + 10}"
    assert criteria.cell(4 + len(shipped_lines()) + 1, 1).value == "QD148-08"
    assert criteria.protection.sheet
    shown = sheet_of(book, "Kết quả chấm", values=True)
    stored = {header.value: cell.value for header, cell in zip(shown[4], shown[5], strict=True)}
    assert (stored["Tổng điểm"], stored["Số tiêu chí"], stored["Việc cần làm"]) == (65, 4, "► Còn 1 tiêu chí")
    journal = [row for row in sheet_of(book, "Nhật ký").iter_rows(min_row=5, values_only=True) if row[2]]
    assert [row[2:5] + row[7:9] for row in journal] == [
        ("Nạp bộ tiêu chí", "Tiêu chí", "QD148-08|1.1|1", "10 dòng", "nạp từ bo.xlsx")
    ]


@pytest.mark.thorough
def test_two_spreadsheet_engines_score_by_the_loaded_set_as_python_does(
    book: Path, tmp_path: Path, office: Callable[[Path, str], Path]
) -> None:
    ocop("criteria", book, in_excel(tmp_path / "bo.xlsx"), "--code", "QD148-08", "--apply")
    scoring = list(formulas(book, ["Kết quả chấm", "Chấm điểm"]))
    assert sum(cell.stored != "" for cell in scoring) > 40
    assert differences(scoring, by_ironcalc(book)) == ""
    assert differences(scoring, by_libreoffice(office(book, "xlsx"))) == ""


@pytest.mark.thorough
def test_the_workbook_stays_valid(book: Path, tmp_path: Path, sdk_errors: Callable[[Path, str], list[object]]) -> None:
    ocop("criteria", book, in_excel(tmp_path / "bo.xlsx"), "--code", "QD148-08", "--apply")
    assert len(read_book(book)[CriterionLine]) == 10
    assert {version: sdk_errors(book, version) for version in OFFICE_VERSIONS[::5]} == {
        version: [] for version in OFFICE_VERSIONS[::5]
    }


def test_the_same_set_twice_is_nothing_new_and_another_of_its_name_is_refused(book: Path, tmp_path: Path) -> None:
    command = ("criteria", book, in_excel(tmp_path / "bo.xlsx"), "--code", "qd148-08", "--apply")
    ocop(*command)
    before = book.read_bytes()
    twice = ocop(*command)
    assert (twice.returncode, book.read_bytes()) == (0, before)
    assert "đã có đúng bộ này, không có gì mới để ghi" in twice.stdout
    in_excel(tmp_path / "bo.xlsx", [["Trong tỉnh" if v == "Người trong xã" else v for v in row] for row in TABLE])
    other = ocop(*command)
    assert (other.returncode, other.stdout, book.read_bytes()) == (2, "", before)
    assert other.stderr.startswith("Sổ «so.xlsx» đã có bộ QD148-08 với nội dung khác")


def test_every_mistake_is_told_by_its_row_in_the_file_and_nothing_is_written(book: Path, tmp_path: Path) -> None:
    rows = [list(row) for row in TABLE]
    rows[6][4], rows[7][6], rows[9][5] = "mười", "bảy sao", "Người trong xã?"
    rows[8][1] = "1,2a"
    before = book.read_bytes()
    done = ocop("criteria", book, in_excel(tmp_path / "bo.xlsx", rows), "--code", "QD148-08", "--apply")
    assert done.returncode == 1
    assert done.stdout.splitlines()[1:] == [
        "Bộ tiêu chí trong bo.xlsx chưa dùng được, có 4 chỗ phải sửa:",
        "  [dòng 7] «Điểm» đang là “mười” — không phải là số. Hãy gõ lại bằng chữ số, không kèm chữ.",
        "  [dòng 8] «Bắt buộc từ hạng» đang là “bảy sao” — không phải là hạng sao. Hãy ghi 3, 4, 5, *** hoặc để trống.",
        "  [dòng 9] «Mã tiêu chí» đang là “1,2a” — mã tiêu chí chỉ gồm các số cách nhau bằng dấu chấm. "
        "Hãy ghi như 1.1 hoặc 6.1.1; nếu Excel tự đổi thành số hay ngày thì định dạng cột là văn bản (Text) trước.",
        "  [dòng 10] «Mức» đang là “Người trong xã?” — có dấu ?, công thức của sổ hiểu dấu này là ký tự thay thế. "
        "Hãy bỏ dấu này; dấu sao bắt buộc thì ghi ở cột «Bắt buộc từ hạng».",
    ]
    assert book.read_bytes() == before


def test_json_tells_sets_and_problems(book: Path, tmp_path: Path) -> None:
    source = in_excel(tmp_path / "bo.xlsx")
    told = json.loads(ocop("criteria", book, source, "--json").stdout)
    assert (told["sets"], told["applied"], told["left_out"]) == ([], False, [len(TABLE)])
    assert [(one["row"], one["column"]) for one in told["problems"]] == [(4, "Bộ")]
    told = json.loads(ocop("criteria", book, source, "--code", "QD148-08", "--json", "--apply").stdout)
    assert told["sets"] == [
        {
            "code": "QD148-08",
            "criteria": 4,
            "parts": {"A": 40, "B": 25, "C": 35},
            "minima": {"3": {"1.1": 10, "3": 20}, "4": {"1.1": 30}, "5": {"3": 35}},
        }
    ]
    assert (told["problems"], told["applied"]) == ([], True)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [["Tên", "Địa chỉ"], ["Lò chả Út Nga", "ấp 3"]],
            "chưa có cột «Mã tiêu chí», «Tiêu chí», «Điểm tối đa», «Điểm»",
        ),
        ([[header for header in HEADERS if header != "Số điểm"], ["A", "1"]], "chưa có cột «Điểm» ở dòng tiêu đề"),
        ([HEADERS], "chưa có mức điểm nào dưới dòng tiêu đề"),
    ],
)
def test_a_file_without_the_columns_is_one_sentence(
    book: Path, tmp_path: Path, rows: list[list[object]], sentence: str
) -> None:
    done = ocop("criteria", book, in_excel(tmp_path / "bo.xlsx", rows))
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_shipped_set_is_never_read_from_the_sheet(demo_file: Path) -> None:
    assert read_book(demo_file)[CriterionLine] == []
    assert read_book(demo_file, own_sets=True)[CriterionLine] == []
