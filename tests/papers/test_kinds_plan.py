"""Kế hoạch, and Danh sách ý tưởng, sản phẩm: what stands where, and what is said of a plan whose bases lapsed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.model import Book, Budget, Idea, Product, Task
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from tests.papers.plan_book import ON
from tests.papers.word_files import lines, table_rows

PLAN, LIST = "ke-hoach", "danh-sach-y-tuong"
PERIOD, YEAR = 0, 1  # the two papers of «ke-hoach», in this order
TARGETS, TASKS, ROUNDS, MONEY = 1, 2, 3, 4  # their tables; 0 is the head


def plans(book: Book, folder: Path, on: date = ON) -> list[MadePaper]:
    return list(make_papers(book, on, [PLAN], folder))


def text_of(paper: MadePaper) -> list[str]:
    return [line for line in lines(paper.path.read_bytes()) if line]


def table_of(paper: MadePaper, number: int) -> list[list[str]]:
    return table_rows(paper.path.read_bytes(), number)


def test_there_is_a_plan_for_the_period_and_one_for_the_coming_year(book: Book, tmp_path: Path) -> None:
    period, year = plans(book, tmp_path)
    assert text_of(period)[:3] == [
        "KẾ HOẠCH",
        "Triển khai thực hiện Chương trình mỗi xã một sản phẩm (OCOP) giai đoạn 2025-2030 trên địa bàn xã Vĩnh Phong",
        "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ.",
    ]
    assert text_of(year)[1].endswith("(OCOP) năm 2027 trên địa bàn xã Vĩnh Phong")
    assert text_of(year)[3].startswith("Căn cứ Kế hoạch số 76/KH-UBND ngày 20 tháng 3 năm 2026")
    assert table_of(year, 0)[1][0] == "Số:        /KH-UBND"
    assert year.path.name == "ke-hoach_nam-2027_vinh-phong_2026-11-05.docx"


def test_before_october_the_yearly_plan_is_for_the_same_year(book: Book, tmp_path: Path) -> None:
    assert plans(book, tmp_path, date(2027, 2, 1))[YEAR].title.endswith("năm 2027")
    assert plans(book, tmp_path, date(2026, 9, 30))[YEAR].title.endswith("năm 2026")


def test_a_year_outside_the_period_has_no_plan(book: Book, tmp_path: Path) -> None:
    assert len(plans(book, tmp_path, date(2030, 11, 1))) == 1


def test_lapsed_bases_are_a_notice_not_a_silent_rewrite(book: Book, tmp_path: Path) -> None:
    notices = plans(book, tmp_path)[YEAR].notices
    assert [notice.split(" chỉ có")[0] for notice in notices] == [
        "Căn cứ đã ghi của Kế hoạch 76/KH-UBND: Quyết định số 148/QĐ-TTg",
        "Căn cứ đã ghi của Kế hoạch 76/KH-UBND: Quyết định số 1489/QĐ-TTg",
    ]
    assert "đến hết ngày 21 tháng 7 năm 2026, được thay bằng Quyết định số 26/2026/QĐ-TTg;" in notices[0]
    assert plans(book, tmp_path, date(2026, 7, 21))[YEAR].notices == ()
    assert book.commune.plan_bases is not None and book.commune.plan_bases.startswith("Quyết định số 148/QĐ-TTg")


def test_a_plan_already_issued_is_not_issued_again_unnoticed(book: Book, tmp_path: Path) -> None:
    assert "Kế hoạch số 76/KH-UBND đã ban hành" in plans(book, tmp_path)[PERIOD].notices[-1]


def test_the_targets_stand_with_what_there_is(book: Book, tmp_path: Path) -> None:
    rows = table_of(plans(book, tmp_path)[PERIOD], TARGETS)
    assert rows[0] == ["STT", "Chỉ tiêu", "Đơn vị tính", "Mức tối thiểu", "Mức phấn đấu", "Hiện có"]
    assert rows[1] == ["1", "Phát triển và củng cố ít nhất 07 sản phẩm OCOP", "sản phẩm", "7", "–", "7"]
    assert rows[3][3:] == ["1", "2", "0"]
    assert len(rows) == 1 + 9


def test_tasks_come_by_section_and_units_know_theirs(book: Book, tmp_path: Path) -> None:
    for task in book[Task]:
        task.due = date(2027, 6, 30)
    book[Task][0].state = c.WORK_DONE
    book[Task][1].due = date(2028, 1, 31)
    period, year = plans(book, tmp_path)
    assert [row[:2] for row in table_of(period, TASKS)[1:4]] == [["1", "III.1"], ["2", "III.2"], ["3", "III.3.a"]]
    assert table_of(year, TASKS)[1] == [
        "1",
        "III.3.a",
        "Tiếp nhận phiếu đăng ký ý tưởng, sản phẩm tham gia Chương trình; xem xét, hướng dẫn, hoàn thiện",
        "Phòng Kinh tế",
        "30/06/2027",
    ]
    assert len(table_of(year, TASKS)) == len(table_of(period, TASKS)) - 2  # one done, one due later
    assert table_of(year, TASKS)[8][:2] == ["8", "V.1, đoạn 1"]  # the plan's dash, where the task names one
    hamlets = "3. Trưởng ấp các ấp: thực hiện các nhiệm vụ số 24, 25, 26, 27, 28 tại mục III"
    assert any(line.startswith(hamlets) for line in text_of(year))


def test_the_rounds_of_the_province_that_are_still_to_come(book: Book, tmp_path: Path) -> None:
    """Khoản 1 Điều 5: before 30/4 and 30/10; the subject's day is worked back by the commune's 15 working days."""
    period, year = plans(book, tmp_path)
    assert table_of(year, ROUNDS)[1:] == [
        ["Đợt 1 năm 2027", "07/4/2027", "30/4/2027", "30/6/2027"],
        ["Đợt 2 năm 2027", "08/10/2027", "30/10/2027", "30/12/2027"],
    ]
    names = [row[0] for row in table_of(period, ROUNDS)[1:]]
    assert (names[0], names[-1], len(names)) == ("Đợt 1 năm 2027", "Đợt 2 năm 2030", 8)


def test_before_the_decision_its_articles_are_a_gap(book: Book, tmp_path: Path) -> None:
    paper = plans(book, tmp_path, date(2026, 5, 21))[PERIOD]
    assert any("cấp tỉnh theo ……;" in line for line in text_of(paper))
    assert any("Quyết định số 26/2026/QĐ-TTg chưa có hiệu lực" in label for label in paper.missing)
    assert table_of(paper, ROUNDS)[0][1] == "Năm"  # no table of rounds: the next one is the money's


def test_money_is_added_up_only_when_every_source_is_known(book: Book, tmp_path: Path) -> None:
    period, year = plans(book, tmp_path)
    assert table_of(period, MONEY)[-1] == ["", "", "Tổng cộng", "……"]
    assert "Chưa đủ số liệu để cộng kinh phí dự kiến (trang Kinh phí)" in period.missing
    assert "Sổ chưa có nguồn kinh phí năm 2027 (trang Kinh phí)" in year.missing
    book[Budget] = [Budget(id="KP01", year=2027, source=c.FUNDING_SOURCE.values[0], planned=120.5)]
    assert table_of(plans(book, tmp_path)[YEAR], MONEY)[1:] == [
        ["1", "2027", "Ngân sách nhà nước theo phân cấp", "120,5"],
        ["", "", "Tổng cộng", "120,5"],
    ]


def test_a_task_without_its_day_is_a_gap(book: Book, tmp_path: Path) -> None:
    paper = plans(book, tmp_path)[PERIOD]
    assert table_of(paper, TASKS)[1][4] == "……"
    assert "Chưa ghi «Hạn» (ô Nhiệm vụ!F5)" in paper.missing


def test_the_list_has_ideas_and_products(book: Book, tmp_path: Path) -> None:
    book[Idea] = [
        Idea(
            id="YT01",
            received=ON,
            title="Khô cá lóc",
            proposer="Hộ A",
            decision="Được chọn",
            reason="có đầu ra",
            product_id="SP02",
        ),
        Idea(id="YT02", received=ON, title="Bánh dừa", proposer="Hộ B"),
    ]
    book[Product][0].status = c.STATUS_STOPPED
    (paper,) = make_papers(book, ON, [LIST], tmp_path)
    assert table_of(paper, 1)[1:] == [
        ["1", "05/11/2026", "Khô cá lóc", "Hộ A", "Được chọn", "Chả cá phi; có đầu ra"],
        ["2", "05/11/2026", "Bánh dừa", "Hộ B", "Chưa xem xét", ""],
    ]
    products = table_of(paper, 2)
    assert products[1][:4] == ["1", "Chả cá phi", "Thực phẩm", "Nguyễn Thị Kiều Diễm (Hộ kinh doanh)"]
    assert len(products) == 1 + 6  # a stopped product is no longer listed
    assert "I. Ý TƯỞNG ĐĂNG KÝ (02 ý tưởng)" in text_of(paper)
    assert paper.missing == ()


def test_a_list_without_ideas_says_so(book: Book, tmp_path: Path) -> None:
    (paper,) = make_papers(book, ON, [LIST], tmp_path)
    assert "Đến ngày 05 tháng 11 năm 2026 chưa ghi nhận phiếu đăng ký ý tưởng nào." in text_of(paper)
