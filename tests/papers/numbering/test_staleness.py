"""A registered paper is stale when a cell that it shows has changed, or a figure that it prints has moved; else not."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Budget, Dossier, Paper, Producer, Product, Support
from ocop_xl.model import choices as c
from ocop_xl.model.trace import changes_since, trace
from ocop_xl.rules.check import check
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.papers.filed_book import filed_book
from tests.papers.numbering.registering import CONFERENCE, REPORT, enter
from tests.papers.plan_book import ON, vinh_phong

STALE = ("VB-003", "VB-004", "VB-006")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The plan's workbook, to write in."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong, ON))
    return path


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with a report on the targets and one for the conference in its register; nobody writes in it."""
    path = tmp_path_factory.mktemp("so") / "so.xlsx"
    path.write_bytes(built(vinh_phong, ON))
    enter(path, REPORT, CONFERENCE)
    return path


def stale(book: Book, on: date = ON) -> list[str]:
    """What is told of its papers."""
    return [f"{found.code} {found.message}" for found in check(book, on) if found.code in STALE]


def test_a_cell_that_changes_later_makes_the_paper_stale(workbook: Path) -> None:
    enter(workbook, REPORT)
    assert [f for f in check(read_book(workbook), ON) if f.code in ("VB-003", "VB-004")] == []
    book = read_book(workbook)
    apply_changes(workbook, book, [Change("tblSanPham", "SP06", "Tên sản phẩm", "Gạo", "Gạo thơm", "sửa")])
    (found,) = [f for f in check(read_book(workbook), ON) if f.code == "VB-003"]
    assert str(found) == (
        "[Văn bản!B5] «Số» đang là “1” — văn bản số 01/BC-UBND lấy số liệu từ những ô đã thay đổi sau khi vào sổ: "
        "Sản phẩm!B10 «Tên sản phẩm». Hãy đối chiếu; nếu văn bản không còn đúng, hãy ban hành văn bản thay thế hoặc "
        "đính chính. (VB-003)"
    )


def test_a_paper_is_stale_only_for_what_it_shows(reported: Path) -> None:
    """A report on targets prints no representative and no telephone; the names of products it does print."""
    book = read_book(reported)
    producer = book.by_id(Producer)["CT01"]
    producer.representative, producer.phone, producer.note = "Người mới", "0912345678", "Đã đổi"
    assert stale(book) == []
    book[Product][0].name = "Chả cá thác lác"
    told = " ".join(stale(book))
    assert "«Tên sản phẩm»" in told and "Người đại diện" not in told


def test_words_that_a_paper_says_in_its_own_way_are_shown(tmp_path: Path) -> None:
    """A finding of Mẫu 03 stands in the paper under no column's name; a note stands nowhere."""
    workbook = tmp_path / "so.xlsx"
    workbook.write_bytes(built(filed_book, ON))
    enter(workbook, "mau-03")
    book = read_book(workbook)
    dossier = book.by_id(Dossier)["HS06"]
    dossier.note = "Đã gọi điện"
    assert stale(book) == []
    dossier.labour_finding = "Nhận xét khác"
    (found,) = [f for f in check(book, ON) if f.code == "VB-003"]
    assert "«Lao động: xã đánh giá»" in found.message


def test_a_trace_names_the_cell(book: Book) -> None:
    rows = [*book[Product], *book[Producer], book.commune]
    text = trace(rows, 32_767)
    assert list(changes_since(book, text)) == []
    book[Product][2].name, book[Producer][0].workers = "Tên khác", 99
    book.commune.plan_number, book.commune.signer = "1/KH-UBND", "Người mới"
    changed = [(type(c.row).__name__, c.row_id, c.attribute) for c in changes_since(book, text)]
    assert changed == [("Product", "SP03", "name"), ("Producer", "CT01", "workers"), ("Commune", "", "plan_number")]


def test_a_trace_too_long_for_a_cell_goes_row_by_row_and_then_gives_up(book: Book) -> None:
    text = trace(book[Product], 250)
    assert len(text) <= 250
    book[Product][2].name = "Tên khác"
    book[Product] = [p for p in book[Product] if p.id != "SP01"]
    assert [(c.row_id, c.row is None, c.attribute) for c in changes_since(book, text)] == [
        ("SP01", True, ""),
        ("SP03", False, ""),
    ]
    assert trace(book[Product], 20) == ""


@pytest.mark.parametrize("text", ["", "linh tinh", "tblKhac:0000:A=0000", "tblSanPham:ffff:SP01=0000", "tblSanPham:x"])
def test_what_is_no_trace_says_nothing(book: Book, text: str) -> None:
    assert list(changes_since(book, text)) == []


def test_a_figure_that_other_rows_have_moved_is_named_and_a_day_that_passes_moves_none(reported: Path) -> None:
    book = read_book(reported)
    assert stale(book, ON + timedelta(400)) == []
    book[Product] = [*book[Product], Product(id="SP99", name="Mắm", producer_id="CT01")]
    told = " ".join(stale(book))
    assert told.startswith("VB-006")
    assert f"«{c.MEASURE_PRODUCTS}» (đến ngày {ON:%d/%m/%Y})" in told


def test_a_help_given_after_the_report_moves_no_figure_of_its_day_and_one_forgotten_does(reported: Path) -> None:
    book = read_book(reported)
    help_given = Support(id="HT90", product_id="SP01", producer_id="CT01", state=c.WORK_DONE, done=ON + timedelta(1))
    book[Support] = [*book[Support], help_given]
    assert stale(book) == []
    help_given.done = ON
    told = " ".join(stale(book))
    assert c.MEASURE_SUPPORTED in told


def test_money_of_the_year_is_a_figure_of_the_conference(reported: Path) -> None:
    book = read_book(reported)
    assert stale(book) == []
    later = Budget(id="KP98", year=ON.year + 1, source=book[Budget][0].source, planned=50.0)
    book[Budget] = [*book[Budget], later]
    assert stale(book) == []
    later.year = ON.year
    told = " ".join(stale(book))
    assert "«Kinh phí năm»" in told


def test_a_report_on_a_dossier_is_not_stale_for_what_becomes_of_it(tmp_path: Path) -> None:
    """The day of sending was blank when Mẫu 03 was issued; the day of receipt stands behind its deadline."""
    workbook = tmp_path / "so.xlsx"
    workbook.write_bytes(built(filed_book, ON))
    enter(workbook, "mau-03")
    book = read_book(workbook)
    dossier = book.by_id(Dossier)["HS06"]
    dossier.sent, dossier.state = ON, c.DOSSIER_SENT
    assert stale(book) == []
    dossier.received = ON
    assert "«Ngày nhận»" in "".join(stale(book))


def test_what_is_no_trace_of_figures_says_nothing(book: Book) -> None:
    rows = [Paper(at=5, id="VB01", number=1, symbol="BC-UBND", issued=ON, trace=text) for text in ("n739925:", "nx:1=2",
            "n739925:0000=1111", "n0:c8d0=0000")]  # fmt: skip
    book[Paper] = rows
    assert stale(book) == []
