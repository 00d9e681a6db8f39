"""The forms about a dossier, from its registration to the meeting: Mẫu 01, receipt, request, invitation, minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop_xl.model import Book, Dossier, Evidence, Meeting, Producer
from ocop_xl.model import choices as c
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from tests.papers.filed_book import filed_book
from tests.papers.plan_book import ON
from tests.papers.word_files import lines, table_rows

MINE = (
    "ke-hoach",
    "danh-sach-y-tuong",
    "phieu-dang-ky",
    "phieu-tiep-nhan",
    "yeu-cau-bo-sung",
    "phieu-cham",
    "giay-moi",
    "bien-ban-hop",
)


@pytest.fixture
def filed() -> Book:
    return filed_book()


def papers(book: Book, kind: str, folder: Path, on: date = ON) -> dict[str, MadePaper]:
    """By the dossier's key, which stands first in the subject."""
    made = make_papers(book, on, [kind], folder)
    assert made.failed == []
    return {paper.path.name.split("_")[1].split("-")[0].upper(): paper for paper in made}


def only(book: Book, kind: str, folder: Path, on: date = ON) -> MadePaper:
    (paper,) = make_papers(book, on, [kind], folder)
    return paper


def text_of(paper: MadePaper) -> list[str]:
    return [line for line in lines(paper.path.read_bytes()) if line]


def table_of(paper: MadePaper, number: int) -> list[list[str]]:
    return table_rows(paper.path.read_bytes(), number)


# --- Mẫu 01 -------------------------------------------------------------------------------------------------


def test_the_registration_form_is_filled_from_the_workbook(filed: Book, tmp_path: Path) -> None:
    paper = papers(filed, "phieu-dang-ky", tmp_path)["HS06"]
    assert text_of(paper)[:17] == [
        "(Mẫu 01, Phụ lục III, Quyết định số 26/2026/QĐ-TTg)",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "PHIẾU ĐĂNG KÝ",
        "Đánh giá, phân hạng sản phẩm OCOP",
        "Kính gửi: Ủy ban nhân dân xã Vĩnh Phong",
        "1. Tên đơn vị: Nhà máy Nguyễn Hưng",
        "2. Người đại diện pháp lý: Nguyễn Văn An; chức vụ: Giám đốc",
        "3. Địa chỉ: Ấp Vĩnh Đông 1, xã Vĩnh Phong, tỉnh An Giang",
        "4. Điện thoại: 0912345678; email: an@example.vn",
        "5. Tên sản phẩm đăng ký: Gạo",
        "6. Nhóm sản phẩm:",
        "- Ngành: Thực phẩm",
        "- Nhóm: Thực phẩm thô, sơ chế",
        "- Phân nhóm: Gạo, ngũ cốc, hạt sơ chế khác",
        "7. Lần đăng ký (đánh dấu “x” vào ô tương ứng):",
        "8. Tài liệu kèm theo:",
    ]
    assert table_of(paper, 0)[1:] == [["Lần đầu", ""], ["Nâng hạng", "x"], ["Đánh giá lại", ""]]
    assert paper.missing == ()


def test_the_official_part_is_there_for_commune_and_province(filed: Book, tmp_path: Path) -> None:
    commune, province = table_of(papers(filed, "phieu-dang-ky", tmp_path)["HS02"], 2)[1]
    assert commune.split("\n") == [
        "Phiếu số: 02-03/PĐK-91-31051-2026",
        "Ngày nhận: 02/11/2026",
        "Người tiếp nhận: Lê Văn Tám",
        "Chữ ký:",
        "Cơ quan tiếp nhận: Ủy ban nhân dân xã Vĩnh Phong",
    ]
    assert province.split("\n")[0] == "Phiếu số: ……-……/PĐK-91-31051-2026"


def test_a_form_without_its_number_keeps_the_part_that_is_known(filed: Book, tmp_path: Path) -> None:
    paper = papers(filed, "phieu-dang-ky", tmp_path)["HS01"]
    assert table_of(paper, 2)[1][0].split("\n")[0] == "Phiếu số: ……/PĐK-91-31051-2026"
    assert "- Phân nhóm: ……" in text_of(paper)
    assert {"Chưa ghi «Bộ sản phẩm» (ô Sản phẩm!F5)", "Chưa ghi «Người đại diện» (ô Chủ thể!E5)"} <= set(paper.missing)


def test_a_dossier_whose_product_is_unknown_says_which_key(filed: Book, tmp_path: Path) -> None:
    filed[Dossier][0].product_id = "SP99"
    paper = papers(filed, "phieu-dang-ky", tmp_path)["HS01"]
    assert "5. Tên sản phẩm đăng ký: ……" in text_of(paper)
    assert "Không thấy dòng SP99 mà «Mã SP» dẫn tới (ô Hồ sơ!B5)" in paper.missing


# --- receipt and request ------------------------------------------------------------------------------------


def test_only_what_was_handed_in_gets_a_receipt(filed: Book, tmp_path: Path) -> None:
    assert list(papers(filed, "phieu-tiep-nhan", tmp_path)) == ["HS02", "HS06"]


def test_the_receipt_lists_the_15_lines_and_the_day(filed: Book, tmp_path: Path) -> None:
    """Khoản 2 Điều 7: 15 working days from 02/11/2026; 24/11 is a holiday."""
    paper = papers(filed, "phieu-tiep-nhan", tmp_path)["HS02"]
    rows = table_of(paper, 1)[1:]
    assert [row[0] for row in rows] == [str(number) for number in range(1, 16)]
    assert rows[0] == ["1", "Giấy đăng ký kinh doanh", "Có", "Tệp 01.pdf"]
    assert [row[0] for row in rows if row[2] == "Thiếu"] == ["2", "7"]
    text = text_of(paper)
    assert "7. Kết quả kiểm 15 loại minh chứng: có 13, thiếu hoặc hết hạn 02." in text
    assert text[-1].endswith("khoản 2 Điều 7 Quyết định số 26/2026/QĐ-TTg, đến hết ngày 23 tháng 11 năm 2026.")


def test_a_line_that_nobody_checked_is_a_gap(filed: Book, tmp_path: Path) -> None:
    filed[Evidence] = filed[Evidence][:-1]
    paper = papers(filed, "phieu-tiep-nhan", tmp_path)["HS06"]
    assert table_of(paper, 1)[-1][2] == "……"
    assert paper.missing == ("Hồ sơ HS06: chưa kiểm đủ 15 minh chứng (trang Minh chứng)",)


def test_the_request_names_what_is_missing_and_until_when(filed: Book, tmp_path: Path) -> None:
    paper = only(filed, "yeu-cau-bo-sung", tmp_path)
    assert table_of(paper, 0)[1][0] == "Số:        /TB-UBND"
    assert text_of(paper)[:2] == ["THÔNG BÁO", "Yêu cầu bổ sung hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP"]
    assert table_of(paper, 1)[1:] == [
        ["1", "2", "Giấy chứng nhận cơ sở đủ điều kiện sản xuất", "Thiếu"],
        ["2", "7", "Sở hữu trí tuệ", "Thiếu"],
    ]
    assert any("cần bổ sung 02 minh chứng sau đây:" in line for line in text_of(paper))
    assert any("bổ sung đủ trước khi hết ngày 18 tháng 11 năm 2026" in line for line in text_of(paper))
    assert table_of(paper, 2)[0][0] == "Nơi nhận:\n- Hộ kinh doanh Nguyễn Thị Kiều Diễm;\n- Lưu: VT, PKT."
    assert paper.missing == ()


def test_a_lapsed_paper_is_asked_for_again(filed: Book, tmp_path: Path) -> None:
    filed.by_id(Evidence)["HS06-12"].expires = date(2026, 11, 4)
    assert table_of(papers(filed, "yeu-cau-bo-sung", tmp_path)["HS06"], 1)[1][1:] == [
        "12",
        "Phiếu kiểm nghiệm chất lượng, an toàn thực phẩm",
        "Hết hạn",
    ]


def test_after_the_15_days_the_officer_sets_a_new_day(filed: Book, tmp_path: Path) -> None:
    paper = only(filed, "yeu-cau-bo-sung", tmp_path, date(2026, 11, 25))
    assert paper.missing == (
        "Hồ sơ HS02: hạn bổ sung 18 tháng 11 năm 2026 đã qua (hạn gửi tỉnh: 23 tháng 11 năm 2026), người soạn ghi "
        "ngày phải bổ sung",
    )


def test_what_is_to_be_completed_without_a_word_on_what_is_a_gap(filed: Book, tmp_path: Path) -> None:
    for row in filed[Evidence]:
        row.state = c.EVIDENCE_PRESENT
    paper = only(filed, "yeu-cau-bo-sung", tmp_path)
    assert paper.missing == ("Hồ sơ HS02: chưa ghi giấy tờ nào còn thiếu (trang Minh chứng)",)


def test_a_draft_and_a_sent_dossier_are_not_asked_to_be_completed(filed: Book, tmp_path: Path) -> None:
    filed.by_id(Dossier)["HS02"].state = c.DOSSIER_SENT
    assert papers(filed, "yeu-cau-bo-sung", tmp_path) == {}


# --- the meeting --------------------------------------------------------------------------------------------


def test_the_invitation_lists_the_dossiers_that_wait(filed: Book, tmp_path: Path) -> None:
    paper = only(filed, "giay-moi", tmp_path)
    assert table_of(paper, 0)[1][0] == "Số:        /GM-UBND"
    assert table_of(paper, 1)[1:] == [
        ["1", "Chả cá phi", "Hộ kinh doanh Nguyễn Thị Kiều Diễm", "Lần đầu", "02/11/2026"],
        ["2", "Gạo", "Nhà máy Nguyễn Hưng", "Nâng hạng", "26/10/2026"],
    ]
    assert {"Chủ trì: ……", "Thời gian: ……", "Địa điểm: ……"} <= set(text_of(paper))
    assert paper.missing == tuple(
        f"Chưa có {what}: người soạn ghi vào giấy mời"
        for what in ("người, đơn vị được mời họp", "người chủ trì cuộc họp", "thời gian họp", "địa điểm họp")
    )


def test_the_minutes_have_the_four_contents_of_each_dossier(filed: Book, tmp_path: Path) -> None:
    filed.by_id(Dossier)["HS06"].idea_finding = None
    paper = only(filed, "bien-ban-hop", tmp_path)
    assert table_of(paper, 0)[1][0] == "Số:        /BB-UBND"
    assert "2. Sản phẩm Gạo của Nhà máy Nguyễn Hưng (hồ sơ nâng hạng, nhận ngày 26/10/2026)" in text_of(paper)
    assert table_of(paper, 2) == [
        ["Nội dung", "Chủ thể mô tả", "UBND xã dự kiến đánh giá"],
        ["1. Sử dụng nguyên liệu địa phương", "Chủ thể mô tả material", "Xã nhận xét material"],
        ["2. Sử dụng lao động địa phương", "Chủ thể mô tả labour", "Xã nhận xét labour"],
        ["3. Nguồn gốc ý tưởng sản phẩm", "Chủ thể mô tả idea", "……"],
        ["4. Bản sắc, trí tuệ địa phương", "Chủ thể mô tả identity", "Xã nhận xét identity"],
    ]
    assert [cell.split("\n")[0] for cell in table_of(paper, 3)[0]] == ["THƯ KÝ", "CHỦ TỌA"]
    cell = filed.placement(Dossier).cell(filed.by_id(Dossier)["HS06"], "idea_finding")
    assert f"Chưa ghi «Ý tưởng: xã đánh giá» (ô Hồ sơ!{cell})" in paper.missing
    assert "Chưa có thư ký cuộc họp: thư ký ghi vào biên bản" in paper.missing


def meeting(held: date, **cells: str) -> Meeting:
    return Meeting(id="CH01", kind=c.MEETING_ON_DOSSIERS, held=held, **cells)


def test_an_invitation_takes_the_next_meeting_on_dossiers(filed: Book, tmp_path: Path) -> None:
    """Not the yearly conference, not a meeting that is over, not one further away."""
    filed[Meeting] = [
        Meeting(id="CH01", kind=c.MEETING_YEARLY, held=ON, chair="Hội nghị"),
        meeting(ON - timedelta(1), chair="Đã họp"),
        meeting(ON + timedelta(90), chair="Đợt sau"),
        meeting(ON + timedelta(5), chair="Châu Ngọc Cẩn, Chủ tịch", invited="Phòng Kinh tế;\nTrưởng ấp các ấp.", place="Trụ sở"),
    ]  # fmt: skip
    filed.lay_out()
    paper = only(filed, "giay-moi", tmp_path)
    body = text_of(paper)
    assert any(line.endswith("kính mời: Phòng Kinh tế; Trưởng ấp các ấp") for line in body)
    assert {
        "Chủ trì: Châu Ngọc Cẩn, Chủ tịch",
        "Thời gian: ……, ngày 10 tháng 11 năm 2026",
        "Địa điểm: Trụ sở",
    } <= set(body)
    cell = filed.placement(Meeting).cell(filed[Meeting][3], "hour")
    assert paper.missing == (f"Chưa ghi «Giờ» (ô Cuộc họp!{cell})",)


def test_minutes_are_of_the_last_meeting_and_of_its_day(filed: Book, tmp_path: Path) -> None:
    """Rice came on 26/10 and was spoken of on 30/10; the fish cake of 02/11 was not there yet, which is told."""
    filed[Meeting] = [
        meeting(date(2026, 10, 1), chair="Trước khi có hồ sơ"),
        meeting(
            date(2026, 10, 30),
            hour="08 giờ 00",
            ended="10 giờ 30",
            place="Trụ sở",
            chair="Châu Ngọc Cẩn, Chủ tịch",
            secretary="Trần Văn An, công chức",
            invited="Phòng Kinh tế\nTrưởng ấp",
            opinions="Thống nhất hạng 4 sao\nBổ sung hợp đồng.",
        ),
        meeting(ON + timedelta(1), chair="Chưa họp"),
    ]
    filed.lay_out()
    paper = only(filed, "bien-ban-hop", tmp_path)
    body = text_of(paper)
    assert table_of(paper, 0)[1][1] == "Vĩnh Phong, ngày 30 tháng 10 năm 2026"
    assert {"Thời gian bắt đầu: 08 giờ 00, ngày 30 tháng 10 năm 2026", "Thành phần tham dự: Phòng Kinh tế; Trưởng ấp"} <= set(body)  # fmt: skip
    assert [line for line in body if line.startswith(("1. Sản phẩm", "2. Sản phẩm"))] == [
        "1. Sản phẩm Gạo của Nhà máy Nguyễn Hưng (hồ sơ nâng hạng, nhận ngày 26/10/2026)"
    ]
    at = body.index("Ý kiến tại cuộc họp:")
    assert body[at + 1 : at + 5] == ["Thống nhất hạng 4 sao.", "Bổ sung hợp đồng.", "Kết luận:", "……"]
    assert [cell.split("\n")[-1] for cell in table_of(paper, 2)[0]] == ["Trần Văn An", "Châu Ngọc Cẩn"]
    assert paper.missing == (f"Chưa ghi «Kết luận» (ô Cuộc họp!{filed.placement(Meeting).cell(filed[Meeting][1], 'conclusion')})",)  # fmt: skip
    assert paper.notices == ("01 hồ sơ nhận sau ngày họp (30/10/2026) không có trong biên bản.",)


@pytest.mark.parametrize("kind", ["giay-moi", "bien-ban-hop", "phieu-tiep-nhan", "yeu-cau-bo-sung"])
def test_nothing_waits_nothing_is_made(book: Book, tmp_path: Path, kind: str) -> None:
    made = make_papers(book, ON, [kind], tmp_path)
    assert list(made) == []
    assert len(made.nothing) == 1


# --- all eight ----------------------------------------------------------------------------------------------


def test_they_stand_in_the_order_of_the_work() -> None:
    slugs = [kind.slug for kind in KINDS]
    assert [slug for slug in slugs if slug in MINE] == list(MINE)


@pytest.mark.parametrize("kind", ["phieu-dang-ky", "phieu-tiep-nhan", "yeu-cau-bo-sung", "phieu-cham"])
def test_a_paper_knows_what_it_is_about(filed: Book, kind: str) -> None:
    (found,) = [each for each in KINDS if each.slug == kind]
    facts = next(facts for facts in found.facts(filed, ON) if facts.dossier_id == "HS02")
    assert (facts.product_id, facts.year) == ("SP02", 2026)
    assert facts.subject.startswith("HS02")
    assert facts.subject.endswith("Chả cá phi")


@pytest.mark.parametrize("name", ["{{ 7*7 }} & <b>", "Mắm\nlóc"])
def test_hostile_names_come_out_as_typed(filed: Book, tmp_path: Path, name: str) -> None:
    filed[Producer][1].name = name
    assert table_of(only(filed, "giay-moi", tmp_path), 1)[1][2] == f"Hộ kinh doanh {name}"


@pytest.mark.thorough
@pytest.mark.parametrize("version", ["Office2010", "Microsoft365"])
def test_the_open_xml_sdk_finds_no_error(
    filed: Book, tmp_path: Path, version: str, sdk_errors: Callable[[Path, str], list[object]]
) -> None:
    first = {paper.kind: paper.path for paper in reversed(list(make_papers(filed, ON, MINE, tmp_path)))}
    assert sorted(first) == sorted(MINE)
    assert {kind: sdk_errors(path, version) for kind, path in first.items()} == {kind: [] for kind in MINE}
