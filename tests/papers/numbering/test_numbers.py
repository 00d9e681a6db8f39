"""Numbers as the office keeps them: văn thư's register goes on, no number comes twice, one can be waited for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change, Value
from ocop_xl.model import LastNumber, Paper, spec_of
from ocop_xl.papers.numbering.last_numbers import LastNumbers, told_numbers
from ocop_xl.papers.numbering.late_number import with_number
from ocop_xl.papers.numbering.late_papers import enter_late_numbers
from ocop_xl.papers.numbering.numbers import Numbering, Taking
from ocop_xl.papers.numbering.register import into_closed_file
from ocop_xl.papers.paper_job import Papers
from ocop_xl.rules.check import check
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.papers.filed_book import filed_book
from tests.papers.numbering.registering import CONFERENCE, FORCED, PLAN, REPORT, enter
from tests.papers.plan_book import ON, vinh_phong
from tests.papers.word_files import lines, table_rows, word

TOLD = Taking(told={"BC-UBND": 41})
WAIT = Taking(Numbering.LATER)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong, ON))
    return path


def numbers(papers: Papers) -> list[str]:
    return [paper.number for paper in papers]


def marks(workbook: Path) -> list[tuple[object, ...]]:
    return [(row.id, row.year, row.symbol, row.last) for row in read_book(workbook)[LastNumber]]


def test_the_last_number_of_van_thu_is_asked_for_once_a_year(workbook: Path) -> None:
    (failed,) = enter(workbook, REPORT, taking=Taking()).failed
    assert failed.sentence == (
        "Chưa biết sổ của văn thư đã cấp đến số mấy/BC-UBND trong năm 2026 nên chưa lấy số. Hãy hỏi văn thư rồi ghi một "
        "dòng ở trang «Số đã cấp» (chưa có số nào thì ghi 0), hoặc chạy lại với --so-cuoi BC-UBND=SỐ; chỉ hỏi một lần "
        "cho mỗi ký hiệu trong năm."
    )
    assert numbers(enter(workbook, REPORT, taking=TOLD)) == ["42/BC-UBND"]
    assert numbers(enter(workbook, REPORT, on=date(2026, 11, 6), taking=Taking())) == ["43/BC-UBND"]
    assert marks(workbook) == [("SC01", 2026, "BC-UBND", 43)]
    assert enter(workbook, REPORT, on=date(2027, 1, 4), taking=Taking()).failed


def test_a_new_plan_comes_after_the_plan_that_the_book_carries_out(workbook: Path) -> None:
    """76/KH-UBND is known, whatever somebody says of the register."""
    papers = enter(workbook, PLAN, taking=Taking(told={"KH-UBND": 12}, anyway=True))
    assert numbers(papers) == ["77/KH-UBND", "78/KH-UBND"]


def test_a_deleted_row_and_a_lost_file_do_not_give_their_number_again(workbook: Path) -> None:
    """Neither the row nor the file remembers it any more; «Số đã cấp» does."""
    (paper,) = enter(workbook, REPORT, taking=TOLD)
    paper.path.unlink()
    _set(workbook, "VB01", "Số", None)
    _set(workbook, "VB01", "Ký hiệu", "TB-UBND")
    assert numbers(enter(workbook, REPORT, on=date(2026, 11, 6), taking=Taking())) == ["43/BC-UBND"]


def test_a_file_that_is_still_there_keeps_its_number_when_the_book_has_forgotten(workbook: Path) -> None:
    enter(workbook, REPORT, taking=TOLD)
    workbook.write_bytes(built(vinh_phong, ON))  # a backup from before
    assert numbers(enter(workbook, REPORT, on=date(2026, 11, 6), taking=FORCED)) == ["43/BC-UBND"]


def test_a_number_after_a_later_day_is_told(workbook: Path) -> None:
    enter(workbook, REPORT, on=date(2026, 11, 20))
    (paper,) = enter(workbook, REPORT, on=date(2026, 11, 10))
    assert paper.notices == (
        "Số và ngày không theo thứ tự: văn bản ghi ngày 10/11/2026 mà số liền trước đã cấp đến ngày 20/11/2026. Hãy hỏi "
        "văn thư trước khi ký.",
    )
    (found,) = [f for f in check(read_book(workbook), ON) if f.code == "VB-005"]
    assert "số 02/BC-UBND ghi ngày trước số 01/BC-UBND (ngày 20/11/2026)" in str(found)


def test_a_paper_that_lacks_facts_of_the_book_takes_no_number_unless_forced(workbook: Path) -> None:
    failed = enter(workbook, CONFERENCE, taking=Taking(told={"BC-UBND": 80})).failed
    assert "nên chưa lấy số: Chưa ghi số kinh phí" in failed[0].sentence
    assert failed[0].sentence.endswith("vẫn lấy số khi còn thiếu thì thêm --van-lay-so.")
    assert marks(workbook) == []


def test_the_same_paper_on_another_day_is_told_not_numbered(tmp_path: Path) -> None:
    workbook = tmp_path / "so.xlsx"
    workbook.write_bytes(built(filed_book, ON))
    enter(workbook, "mau-03")
    again = enter(workbook, "mau-03", on=date(2026, 11, 6), taking=Taking())
    assert [f.sentence for f in again.failed] == [
        f"Văn bản này đã vào sổ, số {n:02d}/BC-UBND ngày 05/11/2026, không lấy thêm số. Cần bản để xem thì lập dự thảo; "
        "vẫn ban hành lại thì thêm --van-lay-so."
        for n in (1, 2)
    ]


@pytest.mark.thorough
def test_a_number_that_van_thu_gives_later_goes_into_the_file_as_it_is_then(workbook: Path) -> None:
    (paper,) = enter(workbook, REPORT, taking=WAIT)
    assert (paper.number, paper.path.name[-19:]) == ("……/BC-UBND", "cho-so-bc-ubnd.docx")
    (row,) = read_book(workbook)[Paper]
    assert (row.number, row.file) == (None, paper.path.name)

    _set(workbook, "VB01", "Số", 57)
    _set(workbook, "VB01", "Ngày ban hành", date(2026, 11, 9))
    (done,) = late(workbook)
    assert (done.number, paper.path.exists()) == ("57/BC-UBND", False)
    assert table_rows(done.path.read_bytes(), 0)[1] == ["Số: 57/BC-UBND", "Vĩnh Phong, ngày 09 tháng 11 năm 2026"]
    (row,) = read_book(workbook)[Paper]
    assert (row.file, done.path.name[-18:]) == (done.path.name, "so-57-bc-ubnd.docx")
    assert marks(workbook) == [("SC01", 2026, "BC-UBND", 57)]
    assert numbers(enter(workbook, REPORT, on=date(2026, 11, 10), taking=Taking())) == ["58/BC-UBND"]


def test_a_late_number_that_another_paper_has_is_refused(workbook: Path) -> None:
    enter(workbook, REPORT, taking=TOLD)
    enter(workbook, REPORT, on=date(2026, 11, 6), taking=WAIT)
    _set(workbook, "VB02", "Số", 42)
    (failed,) = late(workbook).failed
    assert failed.sentence == "Số 42/BC-UBND đã có ở dòng VB01 (trang Văn bản). Hãy hỏi văn thư rồi sửa."


@pytest.mark.parametrize(
    "split",
    [
        ["Số:        /BC-UBND"],
        ["Số:", "        ", "/BC-UBND"],
        ["S", "ố:   ", "     /", "BC-UBND"],
        ["Số: ……/BC", "-UBND"],
    ],
)
def test_the_room_is_found_however_word_has_split_it(split: list[str]) -> None:
    content = word(split, ["Vĩnh Phong, ngày ", "05 tháng 11", " năm 2026"], "ngày 01 tháng 5 năm 2026, A & B")
    filled = lines(with_number(content, "07", "BC-UBND", date(2026, 11, 9)))
    assert filled[-3:] == [
        "Số: 07/BC-UBND",
        "Vĩnh Phong, ngày 09 tháng 11 năm 2026",
        "ngày 01 tháng 5 năm 2026, A & B",
    ]


def test_a_last_number_that_is_none_is_refused() -> None:
    assert told_numbers(["BC-UBND = 41", "BB-UBND/2025=7"]) == {"BC-UBND": 41, "BB-UBND/2025": 7}
    with pytest.raises(Exception, match="--so-cuoi đang là “BC-UBND”; hãy ghi KÝ_HIỆU=SỐ"):
        told_numbers(["BC-UBND"])


def test_a_symbol_is_the_same_however_it_is_written() -> None:
    book = vinh_phong()
    book[Paper] = [Paper(id="VB01", number=5, symbol="bc - UBND", issued=ON)]
    assert LastNumbers(book, ON, {}).next("BC-UBND", ON) == 6


def late(workbook: Path) -> Papers:
    book = read_book(workbook)
    return enter_late_numbers(book, ON, workbook.parent / "van-ban", into_closed_file(workbook, book))


def _set(workbook: Path, row: str, header: str, value: Value) -> None:
    book = read_book(workbook)
    spec = spec_of(Paper)
    before = book.value(spec, row, spec.by_header(header))
    apply_changes(workbook, book, [Change(spec.name, row, header, before, value, "sửa")])
