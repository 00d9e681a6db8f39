"""What the office writes around the programme: each figure and name in the paper is that of the rows."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop_xl.model import (
    Book,
    Budget,
    CycleStep,
    Dossier,
    Idea,
    Inspection,
    Meeting,
    Paper,
    Recognition,
    Support,
    Task,
    TaskPart,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.wanted import wanted_in
from tests.papers.commune_at_work import certificate, commune_at_work
from tests.papers.filed_book import filed_book
from tests.papers.made_papers import made, tables, text
from tests.papers.plan_book import ON


@pytest.fixture
def work() -> Book:
    return commune_at_work()


def test_a_certificate_that_has_ended_is_told_once_it_is_the_last(work: Book, tmp_path: Path) -> None:
    """Not while another stands, not for what is no longer made, not once a visit has seen the mark taken down."""
    work.by_id(Inspection)["KT01"].mark_use = c.GOOD_BAD.values[1]
    work[Recognition] = [
        certificate("CN01", "SP06", 3, date(2023, 3, 1)),
        certificate("CN02", "SP05", 3, date(2020, 3, 1)),
    ]
    (paper,) = made(work, "thong-bao-het-han", tmp_path)
    body = "\n".join(text(paper))
    assert "sản phẩm Gạo đã hết hiệu lực" in body.replace("Gạo\n", "Gạo ")
    assert "chưa nhận được hồ sơ" in body
    work[Dossier] = [*work[Dossier], Dossier(id="HS09", product_id="SP06", received=ON)]
    assert "chưa nhận được hồ sơ" not in "\n".join(text(made(work, "thong-bao-het-han", tmp_path)[0]))
    work[Dossier] = work[Dossier][:-1]
    assert "có giá trị 36 tháng" in body and "hết hiệu lực từ sau ngày 01 tháng 3 năm 2026" in body
    work[Recognition] = [*work[Recognition], certificate("CN03", "SP06", 3, date(2026, 4, 1))]
    assert made(work, "thong-bao-het-han", tmp_path) == []
    work[Recognition] = work[Recognition][:2]
    work.by_id(Inspection)["KT01"].mark_use = c.GOOD
    assert made(work, "thong-bao-het-han", tmp_path) == []


def test_the_province_is_asked_to_look_with_the_grounds_that_were_seen(work: Book, tmp_path: Path) -> None:
    work[Paper] = [Paper(id="VB09", number=7, symbol="BB-UBND", issued=ON, kind="Biên bản", title="Biên bản",
                         template="bien-ban-kiem-tra.docx (12345678)", rows="Thông tin xã, SP02, KT03")]  # fmt: skip
    (paper,) = made(work, "kien-nghi-thu-hoi", tmp_path)
    body = text(paper)
    assert "- Điểm d: sử dụng sai nhãn hiệu, biểu trưng OCOP." in body
    assert any("(Biên bản số 07/BB-UBND ngày 05 tháng 11 năm 2026)" in line for line in body)
    assert "- Dùng biểu trưng OCOP 4 sao trên nhãn." in body
    work.by_id(Inspection)["KT03"].answered = ON
    (paper,) = made(work, "kien-nghi-thu-hoi", tmp_path)
    assert paper.notices[0].startswith("Việc đã xong: tỉnh đã trả lời ngày 05/11/2026")


def test_the_team_and_the_days_come_from_the_visits_ahead(work: Book, tmp_path: Path) -> None:
    work.by_id(Inspection)["KT01"].next = ON + timedelta(9)
    work.by_id(Inspection)["KT01"].team = "Trần Văn An, Tổ trưởng; Lê Văn Tám"
    (decision,) = made(work, "quyet-dinh-to-kiem-tra", tmp_path)
    assert {"- Trần Văn An, Tổ trưởng", "- Lê Văn Tám"} <= set(text(decision))
    (notice,) = made(work, "thong-bao-kiem-tra", tmp_path)
    days = {row[1]: row[4] for row in tables(notice, 1)[1:]}
    assert days["Gạo"] == "14/11/2026" and days["Tôm khô"] == "……"


def test_the_conference_has_its_papers(work: Book, tmp_path: Path) -> None:
    day = ON + timedelta(30)
    work[Meeting] = [Meeting(id="CH01", kind=c.MEETING_YEARLY, held=day, hour="08 giờ 00", place="Hội trường",
                             chair="Châu Ngọc Cẩn, Chủ tịch", secretary="Trần Văn An", invited="Các chủ thể",
                             content="Khai mạc\nBáo cáo kết quả", opinions="Thống nhất.", conclusion="Giao Phòng Kinh tế.")]  # fmt: skip
    work.lay_out()
    body = text(made(work, "giay-moi-hoi-nghi", tmp_path)[0])
    assert {"1. Khai mạc", "2. Báo cáo kết quả", "Thời gian: 08 giờ 00, ngày 05 tháng 12 năm 2026"} <= set(body)
    assert made(work, "bien-ban-hoi-nghi", tmp_path) == []
    (minutes,) = made(work, "bien-ban-hoi-nghi", tmp_path, day)
    assert {"Thống nhất.", "Giao Phòng Kinh tế."} <= set(text(minutes))
    (appendix,) = made(work, "phu-luc-hoi-nghi", tmp_path)
    assert [row[1] for row in tables(appendix, 0)[1:]][:2] == ["Tương hột và chao", "Chả cá phi"]
    assert len(tables(appendix, 1)) == 1 + len(work[Dossier])


def test_money_is_asked_for_by_source(work: Book, tmp_path: Path) -> None:
    sources = c.FUNDING_SOURCE.values
    work[Budget] = [Budget(id="KP01", year=2027, source=sources[0], planned=120.5), Budget(id="KP02", year=2027, source=sources[1])]  # fmt: skip
    work[Support] = [Support(id="HT01", kind=c.SUPPORT_PACKAGING, producer_id="CT06", state=c.WORK_DOING, cost=12.5)]
    (paper,) = made(work, "to-trinh-kinh-phi", tmp_path)
    assert "Tổng kinh phí dự kiến năm 2027: 120,5 triệu đồng." in text(paper)
    assert [row[2] for row in tables(paper, 1)[1:]] == ["120,5", "–"]
    assert tables(paper, 2)[1][4] == "12,5"


def test_a_class_has_a_letter_while_it_is_to_come_and_a_list(work: Book, tmp_path: Path) -> None:
    work[TrainingClass] = [TrainingClass(id="LTH01", held=ON + timedelta(8), course="Quản trị", organiser="Chi cục", place="Rạch Giá", days=2)]  # fmt: skip
    work[Training] = [Training(id="TH01", class_id="LTH01", producer_id="CT02", attendee="Nguyễn Thị Kiều Diễm")]
    work.lay_out()
    (letter,) = made(work, "cu-nguoi-tap-huan", tmp_path)
    assert "Kính gửi: Hộ kinh doanh Nguyễn Thị Kiều Diễm" in text(letter)
    assert "- Thời gian: 02 ngày, từ ngày 13 tháng 11 năm 2026." in text(letter)
    (listed,) = made(work, "danh-sach-tap-huan", tmp_path)
    assert tables(listed, 1)[1][:3] == ["1", "Nguyễn Thị Kiều Diễm", "Hộ kinh doanh Nguyễn Thị Kiều Diễm"]
    assert made(work, "cu-nguoi-tap-huan", tmp_path, ON + timedelta(9)) == []


def test_an_idea_and_a_returned_dossier_get_their_answer(work: Book, tmp_path: Path) -> None:
    work[Idea] = [
        Idea(id="YT01", received=ON, title="Khô cá", proposer="Trần Văn Ba", decision="Chưa được chọn", reviewed=ON, reason="Trùng"),
        Idea(id="YT02", received=ON, title="Bánh dừa", proposer="B"),
    ]  # fmt: skip
    (answer,) = made(work, "ket-qua-y-tuong", tmp_path)
    said = text(answer)
    assert said[said.index("1. Ý tưởng chưa được chọn.") :][1:3] == ["Lý do:", "- Trùng."]
    assert any("của ông (bà) Trần Văn Ba" in line for line in text(answer))
    dossier = work[Dossier][0]
    dossier.state, dossier.returned, dossier.return_reason = c.DOSSIER_RETURNED, ON, "Thiếu phiếu kiểm nghiệm"
    (letter,) = made(work, "tra-ho-so", tmp_path)
    assert "- Thiếu phiếu kiểm nghiệm." in text(letter)
    assert any("nộp lại chậm nhất ngày 07/4/2027" in line for line in text(letter))


def test_the_cycle_of_a_product_step_by_step(work: Book, tmp_path: Path) -> None:
    first, second = [row for row in work[CycleStep] if row.product_id == "SP01"][:2]
    first.done, second.due = ON, ON - timedelta(1)
    paper = made(work, "theo-doi-chu-trinh", tmp_path)[0]
    assert any("đã xong 01/06 bước; quá hạn 01 bước" in line for line in text(paper))
    other = made(work, "theo-doi-chu-trinh", tmp_path)[1]
    assert any("chưa xong bước nào trong 06 bước; không có bước quá hạn" in line for line in text(other))
    assert [row[0] for row in tables(paper, 1)[1:]] == ["1", "2", "3", "4", "5", "6"]
    assert tables(paper, 1)[1][4] == "05/11/2026"


def test_a_plan_whose_bases_lapsed_is_amended(work: Book, tmp_path: Path) -> None:
    (paper,) = made(work, "dieu-chinh-ke-hoach", tmp_path)
    body = "\n".join(text(paper))
    assert "Quyết định số 148/QĐ-TTg" in body and "chỉ có hiệu lực đến hết ngày 21 tháng 7 năm 2026" in body
    assert made(work, "dieu-chinh-ke-hoach", tmp_path, date(2026, 7, 21)) == []


def test_samples_are_handed_over_for_the_dossiers_that_go(tmp_path: Path) -> None:
    book = filed_book()
    (paper,) = made(book, "giao-nhan-mau", tmp_path)
    assert [row[1:] for row in tables(paper, 1)[1:]] == [["Gạo", "Nhà máy Nguyễn Hưng", "Nâng hạng", "05"]]
    (both,) = make_papers(book, ON, ["giao-nhan-mau"], tmp_path, wanted=wanted_in(book, (), ["HS02", "HS06"], None))
    assert "Tổng số sản phẩm mẫu: 10." in " ".join(text(both))
    book.by_id(Dossier)["HS06"].samples = None
    (unknown,) = made(book, "giao-nhan-mau", tmp_path)
    assert "Tổng số sản phẩm mẫu: ……." in " ".join(text(unknown))


def test_each_unit_gets_a_slip_of_what_it_still_has_to_do(work: Book, tmp_path: Path) -> None:
    work[Task] = [
        Task(id="NV01", section="III.1", content="Tuyên truyền", unit="Phòng Kinh tế", due=ON - timedelta(1)),
        Task(id="NV02", section="V.3", content="Rà soát sản phẩm", unit="Trưởng ấp các ấp", due=ON + timedelta(5)),
        Task(id="NV03", section="III.2", content="Xong rồi", unit="Phòng Kinh tế", state=c.WORK_DONE),
    ]
    work[TaskPart] = [TaskPart(id="PC01", task_id="NV02", unit="Ấp Cạnh Đền 1"),
                      TaskPart(id="PC02", task_id="NV02", unit="Ấp Cạnh Đền 2", done=ON)]  # fmt: skip
    work.lay_out()
    slips = made(work, "phieu-giao-viec", tmp_path)
    assert [slip.title for slip in slips] == ["Phiếu giao việc: Phòng Kinh tế", "Phiếu giao việc: Ấp Cạnh Đền 1"]
    assert [row[1:4] for row in tables(slips[0], 1)[1:]] == [["III.1", "Tuyên truyền", "04/11/2026 (quá hạn)"]]
    assert tables(slips[1], 1)[1][3] == "10/11/2026"
    back = [next(line for line in text(slip) if "gửi lại" in line) for slip in slips]
    assert "gửi lại Ủy ban nhân dân xã Vĩnh Phong" in back[0], "nobody reports to himself"
    assert "gửi lại Phòng Kinh tế" in back[1]


def test_the_package_goes_with_a_letter(work: Book, tmp_path: Path) -> None:
    (paper,) = made(work, "gui-goi", tmp_path)
    assert any(line.startswith("Mã gói: ……") for line in text(paper))
    assert paper.missing == ("Chưa có «Mã gói» (nút «Đóng gói» in ra): người soạn ghi vào công văn",)
