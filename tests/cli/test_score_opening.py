"""`ocop-xl score --open`: a new score sheet in a real workbook, and the formulas that reach its rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import vinh_phong
from ocop_xl.law import criteria_set
from ocop_xl.model import Book, Product, ScoreLine, ScoreSheet
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.cli.command_line import ocop
from tests.cli.criteria_tables import in_excel
from tests.cli.score_books import scores, write
from tests.conftest import EACH_OFFICE_VERSION, Convert
from tests.engines import by_ironcalc, by_libreoffice, differences, formulas
from tests.opened import sheet_of

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


@pytest.fixture
def book(tmp_path: Path, demo_file: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(demo_file.read_bytes())
    return path


def test_a_new_sheet_is_shown_and_written_only_when_told(book: Path) -> None:
    before = book.read_bytes()
    command = ("score", book, "--open", "HS05", "--scorer", "hoi-dong", "--member", "Trần  Thị B", "--set", "8")
    shown = ocop(*command)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.splitlines()[:2] == [
        "Phiếu HS05-HD1 – hồ sơ HS05 Tôm càng xanh đóng hộp",
        "  Bên chấm: Hội đồng cấp tỉnh, Trần Thị B",
    ]
    assert "Thêm 1 dòng ở trang «Kết quả chấm», 32 dòng chưa chọn mức ở trang «Chấm điểm»" in shown.stdout
    assert shown.stdout.splitlines()[-1].startswith("Chưa ghi gì vào sổ.")
    assert book.read_bytes() == before

    applied = ocop(*command, "--apply")
    assert applied.returncode == 0, applied.stderr
    (backup,) = (book.parent / "saoluu").iterdir()
    assert backup.read_bytes() == before
    found = read_book(book)
    assert [line.criterion for line in found[ScoreLine] if line.sheet_id == "HS05-HD1"] == [
        one.code for one in criteria_set("QD26-08").criteria
    ]
    assert found.by_id(ScoreSheet)["HS05-HD1"].member == "Trần Thị B"
    assert {row[2] for row in sheet_of(book, "Nhật ký").iter_rows(min_row=5, values_only=True) if row[2]} == {
        "Mở phiếu chấm"
    }
    again = ocop(*command, "--apply")
    assert again.returncode == 2
    assert "Đã có phiếu HS05-HD1 của bên này theo bộ QD26-08, chưa chấm" in again.stderr


def test_the_set_is_the_products_own_on_the_day_of_filing(tmp_path: Path) -> None:
    content = vinh_phong()
    products = content.by_id(Product)
    products["SP06"].product_set = 3
    path = write(content, tmp_path / "so.xlsx")
    opened = json.loads(ocop("score", path, "--open", "hs06", "--scorer", "chu-the", "--json").stdout)
    assert opened == {
        "sheet": "HS06-CT",
        "dossier": "HS06",
        "product": "SP06",
        "criteria_set": "QD26-03",
        "scorer": "Chủ thể tự chấm",
        "member": None,
        "criteria": len(criteria_set("QD26-03").criteria),
        "applied": False,
    }
    early = ocop("score", path, "--open", "HS06", "--scorer", "chu-the", "--on", "2026-05-21")
    assert early.returncode == 2
    assert "Chưa có bộ tiêu chí cho ngày 21/05/2026" in early.stderr
    other = ocop("score", path, "--open", "HS06", "--scorer", "chu-the", "--set", "QD26-07")
    assert "⚠ Bộ này khác «Bộ sản phẩm» đã chọn cho sản phẩm: 03. Gạo" in other.stdout


def test_a_set_that_the_commune_has_loaded(book: Path) -> None:
    ocop("criteria", book, in_excel(book.with_name("bo.xlsx")), "--code", "QD148-08", "--apply")
    done = ocop("score", book, "--open", "HS02", "--scorer", "chu-the", "--set", "qd148-08", "--apply")
    assert done.returncode == 0, done.stderr
    (own,) = (one for one in scores(book, "--dossier", "HS02") if one["sheet"] == "HS02-CT")
    assert (own["criteria_set"], own["unanswered"]) == ("QD148-08", ["1.1", "1.2", "2", "3"])
    other = ocop("score", book, "--open", "HS02", "--scorer", "chu-the", "--set", "QD26-08")
    assert "⚠ Bên này đã có phiếu HS02-CT (bộ QD148-08); phiếu khác bộ không tính chung" in other.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--open", "HS01", "--scorer", "chu-the"],
            "có thể là: QD26-09 (Tương, nước mắm, gia vị dạng lỏng khác); QD26-07",
        ),
        (["--open", "HS01"], "Hãy cho biết ai chấm: thêm --scorer"),
        (["--open", "HS99", "--scorer", "xa"], "không có hồ sơ “HS99”"),
        (["--open", "HS01", "--scorer", "xa", "--set", "QD148-08"], "Sổ không có bộ tiêu chí “QD148-08”"),
        (["--open", "HS01", "--scorer", "xa", "--set", "27"], "Sổ không có bộ tiêu chí “27”"),
        (["--open", "HS01", "--scorer", "xa", "--dossier", "HS01"], "Chỉ dùng một trong hai"),
        (["--scorer", "xa"], "--scorer chỉ dùng khi mở phiếu"),
        (["--apply"], "--apply chỉ dùng khi mở phiếu"),
        (["--dossier", "HS99"], "không có hồ sơ “HS99”"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: list[str], sentence: str, book: Path) -> None:
    before = book.read_bytes()
    done = ocop("score", book, *arguments)
    assert (done.returncode, done.stdout, book.read_bytes()) == (2, "", before)
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Path:
    """Two more sheets, the second far below the spare rows of «Chấm điểm», each answered afterwards."""
    path = tmp_path_factory.mktemp("grown") / "so.xlsx"
    path.write_bytes(demo_file.read_bytes())
    for dossier, code in (("HS02", "QD26-08"), ("HS06", "QD26-26")):
        done = ocop("score", path, "--open", dossier, "--scorer", "chu-the", "--set", code, "--apply")
        assert done.returncode == 0, done.stderr
    book = read_book(path)
    apply_changes(path, book, [*top_levels(book, "HS02-CT", "QD26-08"), *top_levels(book, "HS06-CT", "QD26-26")])
    return path


def top_levels(book: Book, sheet: str, code: str) -> list[Change]:
    levels = {one.code: one.levels[-1].label for one in criteria_set(code).criteria}
    lines = [line for line in book[ScoreLine] if line.sheet_id == sheet]
    return [
        Change("tblChamDiem", str(line.id), "Mức được chọn", None, levels[str(line.criterion)], "thử") for line in lines
    ]


@pytest.mark.thorough
def test_rows_below_the_spare_ones_score_in_two_spreadsheet_engines(grown: Path, office: Convert) -> None:
    scored = read_book(grown).derived(BookScores)
    assert [scored.sheets[key].score.stars for key in ("HS02-CT", "HS06-CT")] == [5, 5]  # type: ignore[union-attr]
    scoring = list(formulas(grown, ["Kết quả chấm", "Chấm điểm", "Phiếu chấm"]))
    assert sum(cell.stored not in ("", 0) for cell in scoring) > 3000
    assert differences(scoring, by_ironcalc(grown)) == ""
    assert differences(scoring, by_libreoffice(office(grown, "xlsx"))) == ""


def test_drop_downs_and_formats_reach_the_rows_below(grown: Path, demo_file: Path) -> None:
    before, after = (sheet_of(path, "Chấm điểm") for path in (demo_file, grown))
    last = 4 + len(read_book(grown)[ScoreLine])
    assert before.max_row < last == after.max_row
    assert after.tables["tblChamDiem"].ref == f"A4:V{last}"
    rules = [f"{rule.sqref}" for rule in after.data_validations.dataValidation]
    formats = [f"{one.sqref}" for one in after.conditional_formatting]
    assert rules and formats
    assert all(area.endswith(f"{last}") for area in rules + formats)
    levels = next(r for r in after.data_validations.dataValidation if f"{r.sqref}".startswith("F"))
    assert "OFFSET(tc_muc," in levels.formula1


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
def test_the_workbook_stays_valid(grown: Path, version: str, sdk_errors: Callable[[Path, str], list[object]]) -> None:
    assert sdk_errors(grown, version) == []
