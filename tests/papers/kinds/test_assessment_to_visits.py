"""Mẫu 03, the letter to the province, and the papers on visits: what stands where, and what is a gap."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop_xl.model import Book, Dossier, Inspection
from tests.papers.commune_at_work import WORDS, commune_at_work, visit
from tests.papers.made_papers import made, signed_by, tables, text
from tests.papers.plan_book import ON

MAU_03, REQUEST = "mau-03", "van-ban-de-nghi"
RECORD, REPORT = "bien-ban-kiem-tra", "bao-cao-kiem-tra"


@pytest.fixture
def book() -> Book:
    return commune_at_work()


# --- Mẫu 03 -------------------------------------------------------------------------------------------------


def test_mau_03_has_the_forms_own_order_and_ends_with_its_request(book: Book, tmp_path: Path) -> None:
    paper = made(book, MAU_03, tmp_path)[1]
    body = text(paper)
    assert body[:8] == [
        "BÁO CÁO",
        "Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP",
        "I. THÔNG TIN CHUNG",
        "1. Tên chủ thể: Nguyễn Thị Kiều Diễm",
        "2. Loại hình: Hộ kinh doanh",
        "3. Địa chỉ: Số 2, ấp Vĩnh Phước, xã Vĩnh Phong, tỉnh An Giang",
        "4. Người đại diện theo pháp luật: Nguyễn Thị Kiều Diễm; giới tính: Nữ; dân tộc: Kinh; "
        "nơi thường trú: Ấp Vĩnh Phước 2, xã Vĩnh Phong",
        "5. Sản phẩm đăng ký: Chả cá phi",
    ]
    assert [line for line in body if line[:2] in ("1.", "2.", "3.", "4.")][4:] == [
        "1. Sử dụng nguyên liệu địa phương",
        "2. Sử dụng lao động địa phương",
        "3. Nguồn gốc ý tưởng sản phẩm",
        "4. Bản sắc, trí tuệ địa phương",
    ]
    assert body[-1] == (
        "UBND xã Vĩnh Phong đề nghị UBND tỉnh An Giang đánh giá, phân hạng sản phẩm Chả cá phi của Nguyễn Thị Kiều Diễm./."
    )
    assert signed_by(paper) == (
        ["Nơi nhận:", "- UBND tỉnh An Giang;", "- Lưu: VT, PKT."],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Châu Ngọc Cẩn"],
    )
    assert paper.missing == ()  # the chairman signs without changing a comma


def test_mau_03_sets_the_claim_beside_the_finding_in_whole_sentences(book: Book, tmp_path: Path) -> None:
    body = text(made(book, MAU_03, tmp_path)[0])
    at = body.index("1. Sử dụng nguyên liệu địa phương")
    assert body[at + 1 : at + 6] == [
        "a) Chủ thể mô tả:",
        f"{WORDS['material'][0]}.",
        "b) UBND xã Vĩnh Phong đánh giá:",
        "Đúng như mô tả.",
        "Đã đối chiếu hợp đồng.",
    ]
    assert not any("điểm" in line for line in body)


def test_a_finding_that_is_not_written_is_a_gap_that_names_its_cell(book: Book, tmp_path: Path) -> None:
    book[Dossier][1].labour_finding = None
    paper = made(book, MAU_03, tmp_path)[1]
    cell = book.placement(Dossier).cell(book[Dossier][1], "labour_finding")
    assert f"Chưa ghi «Lao động: xã đánh giá» (ô Hồ sơ!{cell})" in paper.missing


def test_mau_03_is_for_received_dossiers(book: Book, tmp_path: Path) -> None:
    book[Dossier][0].received = None
    assert [paper.path.name.split("_")[1] for paper in made(book, MAU_03, tmp_path)] == [
        "hs02-cha-ca-phi",
        "hs03-mam-ca-loc-dong-hop",
        "hs04-tom-cang-xanh-dong-hop",
    ]


# --- theo dõi, kiểm tra, rà soát ----------------------------------------------------------------------------


def test_a_record_says_what_was_seen_and_leaves_the_conclusion_to_the_province(book: Book, tmp_path: Path) -> None:
    paper = made(book, RECORD, tmp_path)[0]
    assert tables(paper, 0)[1] == ["Số:        /BB-UBND", "Vĩnh Phong, ngày 06 tháng 9 năm 2026"]  # the visit's own day
    body = text(paper)
    assert body[:5] == [
        "BIÊN BẢN",
        "Theo dõi, kiểm tra, rà soát sản phẩm Gạo",
        "Thời gian bắt đầu: …… ngày 06 tháng 9 năm 2026.",
        "Địa điểm: Nhà máy Nguyễn Hưng, số 6, ấp Vĩnh Phước, xã Vĩnh Phong, tỉnh An Giang.",
        "Hình thức: Theo dõi định kỳ.",
    ]
    assert [row[1:] for row in tables(paper, 1)[1:]] == [
        ["Điều kiện sản xuất", "Đạt"],
        ["Chất lượng sản phẩm", "Đạt"],
        ["Duy trì các tiêu chí theo hồ sơ đã được đánh giá", "Chưa đạt"],
        ["Sử dụng nhãn hiệu, biểu trưng, thông tin OCOP", "Đạt"],
        ["Quy trình, tiêu chuẩn đang áp dụng", "HACCP"],
    ]
    assert "Hạn khắc phục: 06/10/2026." in body
    assert any(
        line.endswith(
            "việc kiểm tra, kết luận thuộc thẩm quyền của cơ quan quy định tại khoản 4 Điều 9 Quyết định số "
            "26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ "
            "ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm."
        )
        for line in body
    )
    assert [cell.split("\n")[0] for cell in tables(paper, 2)[0]] == ["ĐẠI DIỆN CHỦ THỂ", "THƯ KÝ", "TRƯỞNG ĐOÀN"]
    assert body[-2:] == ["- Nhà máy Nguyễn Hưng;", "- Lưu: VT, PKT."]
    assert paper.missing == (
        "Giờ bắt đầu và giờ kết thúc: ghi khi lập biên bản",
        "Ý kiến của đại diện chủ thể: ghi khi lập biên bản",
    )


def test_a_visit_without_fault_has_no_day_for_mending(book: Book, tmp_path: Path) -> None:
    body = text(made(book, RECORD, tmp_path)[1])
    assert "Không có kiến nghị." in body
    assert not any("Hạn khắc phục" in line for line in body)


def test_what_a_record_needs_and_the_workbook_lacks_is_listed(book: Book, tmp_path: Path) -> None:
    book[Inspection] = [Inspection(id="KT09", at=9, product_id="SP99", inspected=ON, severity="Cần khắc phục")]
    (paper,) = made(book, RECORD, tmp_path)
    assert "Không thấy dòng SP99 mà «Mã SP» dẫn tới (ô Kiểm tra!D9)" in paper.missing
    assert {"Chưa ghi «Thành phần» (ô Kiểm tra!F9)", "Chưa ghi «Hạn khắc phục» (ô Kiểm tra!O9)"} <= {*paper.missing}


def test_a_visit_under_older_law_does_not_cite_the_new_decision(book: Book, tmp_path: Path) -> None:
    book[Inspection] = [visit("KT01", "SP06", date(2026, 3, 2))]
    (paper,) = made(book, RECORD, tmp_path)
    assert "26/2026" not in "\n".join(text(paper))
    assert any("Quyết định số 26/2026/QĐ-TTg chưa có hiệu lực vào ngày 02/3/2026" in line for line in paper.missing)


def test_a_nought_is_said_in_words(book: Book, tmp_path: Path) -> None:
    found = "Có 02 lượt phát hiện tồn tại, 02 lượt phải khắc phục; "
    assert found + "chưa lượt nào khắc phục xong." in text(made(book, REPORT, tmp_path)[0])
    book[Inspection][0].done = ON
    assert found + "đã khắc phục xong 01 lượt." in text(made(book, REPORT, tmp_path)[0])


def test_the_report_on_visits_counts_and_lists_faults(book: Book, tmp_path: Path) -> None:
    book[Inspection] = [
        *book[Inspection],
        visit("KT00", "SP01", date(2025, 12, 31)),
        visit("KT08", "SP01", ON + timedelta(1)),
    ]
    (paper,) = made(book, REPORT, tmp_path)
    body = text(paper)
    assert (
        "Tổng số 03 lượt theo dõi, kiểm tra, rà soát đối với 03 sản phẩm, gồm: theo dõi định kỳ 02 lượt và phối hợp với "
        "đoàn của tỉnh 01 lượt."
    ) in body
    assert "- Duy trì các tiêu chí theo hồ sơ đã được đánh giá: 02 lượt đạt, 01 lượt chưa đạt." in body
    assert [row[1:3] for row in tables(paper, 1)[1:]] == [
        ["06/9/2026", "Gạo"],
        ["16/10/2026", "Tôm khô"],
        ["05/11/2026", "Chả cá phi"],
    ]
    assert [row[1:] for row in tables(paper, 2)[1:]] == [
        ["Gạo", "Nhật ký sản xuất không ghi từ tháng 6", "Ghi lại nhật ký sản xuất", "06/10/2026", "Quá hạn, chưa khắc phục"],
        ["Chả cá phi", "Dùng biểu trưng OCOP 4 sao trên nhãn", "Đề nghị cơ quan cấp tỉnh kiểm tra", "15/11/2026", "Chưa khắc phục"],
    ]  # fmt: skip
    assert (
        "Đề nghị cơ quan có thẩm quyền quy định tại khoản 4 Điều 9 Quyết định số 26/2026/QĐ-TTg xem xét, kiểm tra và kết "
        "luận đối với sản phẩm: Chả cá phi."
    ) in body
    assert paper.missing == ()
