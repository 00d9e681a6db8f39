"""Kế hoạch, and Danh sách ý tưởng, sản phẩm: what stands where, and what is said of a plan whose bases lapsed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docx import Document

from ocop_xl.model import Book, Budget, Idea, Product, Recognition, Target, Task
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from tests.papers.commune_at_work import certificate
from tests.papers.plan_book import ON, vinh_phong
from tests.papers.word_files import lines, table_rows

PLAN, LIST = "ke-hoach", "danh-sach-y-tuong"
PERIOD, YEAR = 0, 1  # the two papers of «ke-hoach», in this order
TARGETS, ROUNDS, TASKS, MONEY, ANNEX = 1, 2, 3, 4, 6  # their tables; 0 is the head


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
        "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ "
        "ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm;",
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
    assert [notice.split(" chỉ có")[0] for notice in notices[:-2]] == [
        "Căn cứ đã ghi của Kế hoạch 76/KH-UBND: Quyết định số 148/QĐ-TTg",
        "Căn cứ đã ghi của Kế hoạch 76/KH-UBND: Quyết định số 1489/QĐ-TTg",
    ]
    assert "đến hết ngày 21 tháng 7 năm 2026, được thay bằng Quyết định số 26/2026/QĐ-TTg;" in notices[0]
    assert not any("Căn cứ" in notice for notice in plans(book, tmp_path, date(2026, 7, 21))[YEAR].notices)
    assert book.commune.plan_bases is not None and book.commune.plan_bases.startswith("Quyết định số 148/QĐ-TTg")


def test_a_plan_already_issued_is_not_issued_again_unnoticed(book: Book, tmp_path: Path) -> None:
    assert "Kế hoạch số 76/KH-UBND đã ban hành" in plans(book, tmp_path)[PERIOD].notices[-1]


def test_the_targets_stand_with_what_there_is(book: Book, tmp_path: Path) -> None:
    rows = table_of(plans(book, tmp_path)[PERIOD], TARGETS)
    assert rows[0] == ["STT", "Chỉ tiêu", "Đơn vị tính", "Mức tối thiểu", "Mức phấn đấu", "Hiện có"]
    assert rows[1] == ["1", "Phát triển và củng cố ít nhất 07 sản phẩm OCOP", "sản phẩm", "7", "–", "7"]
    assert rows[3][3:] == ["1", "2", "0"]
    assert len(rows) == 1 + 9


def test_duties_of_the_contents_stand_with_unit_and_day(book: Book, tmp_path: Path) -> None:
    """Of the year: neither what is settled nor what falls due later; a day before the year is not printed."""
    contents = [task for task in book[Task] if (task.section or "").startswith("III")]
    for task in contents:
        task.due = date(2027, 6, 30)
    contents[0].state = c.WORK_DONE
    contents[1].due = date(2028, 1, 31)
    contents[2].due = date(2026, 11, 15)
    period, year = plans(book, tmp_path)
    assert [row[:2] + row[4:] for row in table_of(period, TASKS)[1:4]] == [
        ["1", "III.1", "Đã hoàn thành"],
        ["2", "III.2", "31/01/2028"],
        ["3", "III.3.a", "15/11/2026"],
    ]
    assert table_of(year, TASKS)[1] == [
        "1",
        "III.3.a",
        "Tiếp nhận phiếu đăng ký ý tưởng, sản phẩm tham gia Chương trình; xem xét, hướng dẫn, hoàn thiện",
        "Phòng Kinh tế",
        "Trong năm 2027",
    ]
    assert table_of(year, TASKS)[2][4] == "30/6/2027"
    assert len(table_of(year, TASKS)) == 1 + len(contents) - 2
    assert table_of(plans(book, tmp_path, date(2026, 12, 1))[PERIOD], TASKS)[3][4] == "Trong giai đoạn"  # past


def test_section_v_has_the_plans_paragraphs_unit_by_unit(book: Book, tmp_path: Path) -> None:
    """Several duties of one paragraph are one line; nobody reports to itself."""
    body = text_of(plans(book, tmp_path)[YEAR])
    at = body.index("3. Trưởng ấp các ấp")
    assert body[at + 1 : at + 4] == [
        "- Phối hợp với công chức phụ trách triển khai Chương trình OCOP cấp xã.",
        "- Tham gia vào các hoạt động triển khai Chương trình OCOP cấp xã theo phân công của Ủy ban nhân dân cấp xã; chủ "
        "động rà soát các sản phẩm tiềm năng trên địa bàn và hướng dẫn các tổ chức, cá nhân tham gia Chương trình OCOP.",
        "- Chủ động tuyên truyền cho các tổ chức kinh tế, người dân về ý nghĩa, các chính sách hỗ trợ của Chương trình "
        "OCOP; thông tin nội dung kế hoạch này đến các chủ thể tham gia Chương trình OCOP trên địa bàn.",
    ]
    headings = [line for line in body if line[:2] in ("1.", "2.", "3.", "4.", "5.") and body.index(line) > at - 20]
    assert headings[-4:] == [
        "2. Phòng, ban, đơn vị thuộc xã",
        "3. Trưởng ấp các ấp",
        "4. Doanh nghiệp, hợp tác xã, tổ hợp tác, hộ sản xuất kinh doanh (gọi chung là chủ thể)",
        "5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội xã",
    ]
    assert not any("Phòng Kinh tế" in line and "về Phòng Kinh tế" in line and line[:2] == "1." for line in body)


def test_a_unit_without_duties_in_the_workbook_has_the_templates_text(book: Book, tmp_path: Path) -> None:
    book[Task] = [task for task in book[Task] if task.section != "V.3"]
    for task in book[Task]:
        if task.section == "V.5":
            task.state = c.WORK_DONE
    book.lay_out()
    body = text_of(plans(book, tmp_path)[YEAR])
    at = body.index("3. Trưởng ấp các ấp")
    assert body[at + 1] == "- Phối hợp với công chức phụ trách triển khai Chương trình OCOP."
    (fifth,) = [at for at, line in enumerate(body) if line.startswith("5. Đề nghị Ủy ban Mặt trận")]
    assert body[fifth + 1] == "- Tiếp tục thực hiện các nhiệm vụ thường xuyên đã được giao."


def test_a_plan_is_as_complete_as_plan_76(book: Book, tmp_path: Path) -> None:
    body = text_of(plans(book, tmp_path)[PERIOD])
    for heading in (
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Mục tiêu chung",
        "1. Tuyên truyền, nâng cao nhận thức về Chương trình OCOP",
        "2. Đào tạo, tập huấn nâng cao chất lượng nguồn nhân lực",
        "b) Tư vấn, hướng dẫn và hỗ trợ phát triển Chương trình",
        "c) Đánh giá một số nội dung của hồ sơ sản phẩm OCOP",
        "4. Quảng bá, xúc tiến thương mại, kết nối cung - cầu",
        "5. Kiểm tra, giám sát các sản phẩm đã được xếp hạng sản phẩm OCOP",
        "6. Tăng cường chuyển đổi số",
        "7. Hội nghị đánh giá kết quả thực hiện Chương trình",
    ):
        assert body[body.index(heading) + 1].startswith(("- ", "a) ")), heading
    assert (
        "Căn cứ Chương trình hành động số 04-CTr/ĐU ngày 17/10/2025 của Ban Chấp hành Đảng bộ xã Vĩnh Phong về thực hiện "
        "Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 – 2030."
    ) in body


def test_its_products_stand_in_an_annex_of_its_own(book: Book, tmp_path: Path) -> None:
    book.by_id(Product)["SP03"].status = c.STATUS_STOPPED
    rice = certificate("CN01", "SP06", 3, date(2024, 7, 1))  # ends on 01/7/2027
    book[Recognition] = [rice, certificate("CN02", "SP07", 4, date(2026, 7, 1))]
    period, year = plans(book, tmp_path)
    assert text_of(period)[-3:] == [
        "Phụ lục",
        "SẢN PHẨM DỰ KIẾN THAM GIA OCOP GIAI ĐOẠN 2025-2030",
        "(Kèm theo Kế hoạch số:        /KH-UBND, ngày 05 tháng 11 năm 2026 của Ủy ban nhân dân xã Vĩnh Phong)",
    ]
    assert [row[:2] for row in table_of(period, ANNEX)[3:6]] == [
        ["2", "Chả cá phi"], ["3", "Mắm lóc (ngừng sản xuất)"], ["4", "Mắm cá lóc đóng hộp"],
    ]  # fmt: skip
    assert [(row[1], row[5]) for row in table_of(year, ANNEX - 1)[1:]] == [  # no money is known yet for that year
        ("Tương hột và chao", "Hoàn thiện hồ sơ, phấn đấu đạt 3 sao"),
        ("Chả cá phi", "Hoàn thiện hồ sơ, phấn đấu đạt 3 sao"),
        ("Mắm cá lóc đóng hộp", "Hoàn thiện hồ sơ, phấn đấu đạt 3 sao"),
        ("Tôm càng xanh đóng hộp", "Hoàn thiện hồ sơ, phấn đấu đạt 4 sao"),
        ("Gạo", "Hoàn thiện hồ sơ, phấn đấu đạt 4 sao; lập hồ sơ phân hạng lại, nộp từ 02/01/2027 chậm nhất 03/3/2027"),
    ]


def test_an_annex_that_was_signed_is_updated_not_rewritten(book: Book, tmp_path: Path) -> None:
    (paper,) = make_papers(book, ON, ["phu-luc-san-pham"], tmp_path)
    said = text_of(paper)[2]
    assert said.startswith("(Cập nhật đến ngày 05 tháng 11 năm 2026 danh mục kèm theo Kế hoạch số: 76/KH-UBND")
    assert "đã ký thì giữ nguyên" in paper.notices[0]
    (paper,) = make_papers(book, date(2026, 3, 20), ["phu-luc-san-pham"], tmp_path)
    assert text_of(paper)[2].startswith("(Ban hành kèm theo Kế hoạch số: 76/KH-UBND")


def test_the_targets_of_a_year_are_that_years(book: Book, tmp_path: Path) -> None:
    assert "Chưa chia mức chỉ tiêu cho năm 2027" in plans(book, tmp_path)[YEAR].notices[-2]
    book[Target][0].level_2027 = 6
    year = plans(book, tmp_path)[YEAR]
    assert table_of(year, TARGETS)[:2] == [
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Mức năm 2027", "Mức giai đoạn", "Hiện có"],
        ["1", "Phát triển và củng cố ít nhất 07 sản phẩm OCOP", "sản phẩm", "6", "7", "7"],
    ]
    assert not any("Chưa chia mức" in notice for notice in year.notices)


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
    assert table_of(paper, ROUNDS)[0][1] == "Mục"  # no table of rounds: the next one is the duties'


def test_money_has_one_rule(book: Book, tmp_path: Path) -> None:
    """A dash for a source without its figure, the sum of those there are, dots when there is none at all."""
    period, _ = plans(book, tmp_path)
    assert table_of(period, MONEY)[-1] == ["", "", "Tổng cộng", "……"]
    assert "Chưa ghi số kinh phí (trang Kinh phí)" in period.missing
    sources = c.FUNDING_SOURCE.values
    book[Budget] = [Budget(id="KP01", year=2027, source=sources[0], planned=120.5), Budget(id="KP02", year=2027, source=sources[1])]  # fmt: skip
    assert table_of(plans(book, tmp_path)[YEAR], MONEY)[1:] == [
        ["1", "2027", "Ngân sách nhà nước theo phân cấp", "120,5"],
        ["2", "2027", sources[1], "–"],
        ["", "", "Tổng cộng", "120,5"],
    ]


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
    assert products[1][:4] == ["1", "Chả cá phi", "Thực phẩm", "Hộ kinh doanh Nguyễn Thị Kiều Diễm"]
    assert len(products) == 1 + 6  # a stopped product is no longer listed
    assert "I. Ý TƯỞNG ĐĂNG KÝ (02 Ý TƯỞNG)" in text_of(paper)
    assert paper.missing == ()


def test_a_list_without_ideas_says_so(book: Book, tmp_path: Path) -> None:
    (paper,) = make_papers(book, ON, [LIST], tmp_path)
    assert "Đến ngày 05 tháng 11 năm 2026 chưa ghi nhận phiếu đăng ký ý tưởng nào." in text_of(paper)


def test_the_last_rows_of_a_list_stay_with_the_signature(tmp_path: Path) -> None:
    """A page with nothing but a signature and a line above it could belong to any paper."""
    (paper,) = make_papers(vinh_phong(), ON, [LIST], tmp_path)
    rows = Document(str(paper.path)).tables[-2].rows
    tied = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next or False for row in rows]
    assert tied == [False] * (len(rows) - 2) + [True, True]
