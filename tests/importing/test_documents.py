"""A list is read as a document: titles, several tables, sections, columns misread, and facts that belong to their row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.model import Book, Commune, Producer, Product, Recognition
from ocop_xl.model.choices import RECOGNITION_WITHDRAWN, STATUS_PAUSED, STATUS_STOPPED
from ocop_xl.sheets.importing import Proposal, propose
from tests.importing.conservation import unaccounted
from tests.importing.documents import sheets_file, word_file
from tests.importing.old_files import csv_file, xlsx_file

NEW, UPGRADE, KEEP = "A. Sản phẩm mới", "B. Nâng hạng sản phẩm", "C. Duy trì hạng"
HEADER = ("STT", "Tên sản phẩm", "Tên chủ thể", "Hạng sao")


def read(source: Path, book: Book | None = None) -> Proposal:
    proposal = propose(book or Book(), source)
    assert unaccounted(source, proposal) == set()
    return proposal


def rows_of(folder: Path, *rows: Any, book: Book | None = None) -> Proposal:
    return read(csv_file(folder / "a.csv", rows), book)


# --- rows and tables ------------------------------------------------------------------------------------------------


def test_a_company_is_no_total(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        ("Tên cơ sở", "Tên sản phẩm", "Xếp hạng", "Hình ảnh"),
        ("Công ty TNHH An Bình", "Rượu nếp", "3 sao", "cong-ty.jpg"),
        ("Cộng đồng Mười Oanh", "Rượu hương", "3 sao", "tong-hop.jpg"),
        ("Tổng cộng: 02 sản phẩm", "", "", ""),
    )
    assert [p.name for p in proposal.of(Product)] == ["Rượu nếp", "Rượu hương"]
    assert [cell.text for cell in proposal.unplaced if cell.why == "dòng cộng"] == ["Tổng cộng: 02 sản phẩm"]


def test_each_header_row_opens_its_table(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        ("A. SẢN PHẨM ĐÃ ĐƯỢC CÔNG NHẬN", "", "", "", ""),
        (*HEADER, "Ngày cấp"),
        ("1", "Tôm khô", "HTX Hiếu Phú", "3 sao", "15/01/2024"),
        ("B. SẢN PHẨM DỰ KIẾN", "", "", "", ""),
        ("STT", "Tên sản phẩm", "Chủ thể", "Năm đăng ký", "Dự kiến hạng"),
        ("1", "Mắm lóc", "Hộ KD Sáu Lành", "2027", "3 sao"),
    )
    dried, mam = proposal.of(Product)
    assert (dried.name, dried.section, dried.present) == ("Tôm khô", KEEP, 3)
    assert (mam.name, mam.section, mam.potential, mam.from_year) == ("Mắm lóc", NEW, 3, 2027)
    assert [r.issued for r in proposal.of(Recognition)] == [date(2024, 1, 15)]


def test_years_as_sheets_give_each_recognition_its_own_stars(tmp_path: Path) -> None:
    header = ["T\nT", "Tên\nsản phẩm", "Tên chủ thể", "Hạng sao", "Số QĐ", "Ngày QĐ"]
    first = [1, "Tôm khô", "HTX A", "3 sao", "11/QĐ-UBND", "20/05/2021"]
    second = [1, "Tôm khô", "HTX A", "4 sao", "99/QĐ-UBND", "25/06/2024"]
    proposal = read(sheets_file(tmp_path / "a.xlsx", {"2021": [header, first], "2024": [header, second]}))
    assert [(r.stars, r.decision_number) for r in proposal.of(Recognition)] == [(3, "11/QĐ-UBND"), (4, "99/QĐ-UBND")]
    assert [p.present for p in proposal.of(Product)] == [4], "the certificate issued last"


def test_marks_under_years_are_the_road_map(tmp_path: Path) -> None:
    rows = [
        ["TT", "Sản phẩm", "Đơn vị chủ trì", "Kế hoạch thực hiện", "", "", "Dự kiến hạng sao"],
        ["", "", "", "2026", "2027", "2028", ""],
        [1, "Khô cá lóc", "HTX An Hòa", "x", "", "", "3 sao"],
        [2, "Mắm cá sặc", "HKD Ba Thu", "", "x", "x", "3 sao"],
    ]
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5), (0, 6, 1, 6)]
    proposal = read(xlsx_file(tmp_path / "a.xlsx", rows, merges))
    assert [(p.from_year, p.to_year) for p in proposal.of(Product)] == [(2026, 2026), (2027, 2028)]


def test_a_section_that_nobody_understands_ends_the_one_above(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        HEADER,
        ("I", "SẢN PHẨM CÔNG NHẬN LẠI", "", ""),
        ("1", "Nem chua", "HTX A", "3 sao"),
        ("II", "SẢN PHẨM CÔNG NHẬN NĂM 2026", "", ""),
        ("1", "Yến sào", "HTX B", "3 sao"),
        ("III", "CÁC XÃ MIỀN NÚI", "", ""),
        ("1", "Măng khô", "HTX C", "3 sao"),
    )
    assert [p.section for p in proposal.of(Product)] == [KEEP, NEW, KEEP]
    assert "tiêu đề “III CÁC XÃ MIỀN NÚI” không rõ nghĩa" in " ".join(note.why for note in proposal.unsure)


# --- what titles say of all rows --------------------------------------------------------------------------------------


def test_a_decision_above_the_table_is_of_its_ranked_rows(tmp_path: Path) -> None:
    line = "(Kèm theo Quyết định số 715/QĐ-UBND ngày 15/3/2026 của UBND tỉnh Thanh Hóa)"
    proposal = read(word_file(tmp_path / "a.docx", "PHỤ LỤC", line, [HEADER, (1, "Yến sào", "HTX A", "3 sao")]))
    (recognition,) = proposal.of(Recognition)
    assert (recognition.decision_number, recognition.decision_date) == ("715/QĐ-UBND", date(2026, 3, 15))
    assert (recognition.authority, recognition.stars) == ("UBND tỉnh", 3)
    assert (recognition.issued, recognition.ends) == (date(2026, 3, 15), date(2029, 3, 15))
    assert "đề nghị ngày quyết định cộng 36 tháng" in " ".join(note.why for note in proposal.unsure)


def test_a_plan_above_the_table_is_no_decision(tmp_path: Path) -> None:
    line = "(Kèm theo Kế hoạch số 76/KH-UBND ngày 20/3/2026 của UBND xã)"
    proposal = read(word_file(tmp_path / "a.docx", line, [HEADER, (1, "Yến sào", "HTX A", "3 sao")]))
    assert proposal.of(Recognition) == [] and [cell.text for cell in proposal.around] == [line]


def test_a_whole_decision_says_number_day_and_stars_in_its_own_places(tmp_path: Path) -> None:
    letterhead = [
        ("UBND TỈNH AN GIANG", "CỘNG HÒA XÃ HỘI"),
        ("Số: 2497/QĐ-UBND", "An Giang, ngày 10 tháng 10 năm 2025"),
    ]
    about = "Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP năm 2025"
    article = "Điều 1. Công nhận 01 sản phẩm đạt hạng 4 sao, gồm:"
    table = [HEADER[:3], (1, "Mắm thái", "HTX A")]
    proposal = read(word_file(tmp_path / "a.docx", letterhead, "QUYẾT ĐỊNH", about, article, table))
    assert [(r.decision_number, r.decision_date, r.stars) for r in proposal.of(Recognition)] == [
        ("2497/QĐ-UBND", date(2025, 10, 10), 4)
    ]


def test_stars_in_a_section_title_are_its_rows_stars(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        HEADER[:3],
        ("I", "Sản phẩm 4 sao", ""),
        ("1", "Gạo", "HTX A"),
        ("II", "Sản phẩm 3 sao", ""),
        ("2", "Nếp", "HTX A"),
    )
    assert [(p.name, p.present) for p in proposal.of(Product)] == [("Gạo", 4), ("Nếp", 3)]


def test_a_subject_may_head_its_products(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        ("STT", "Tên sản phẩm", "Nhóm sản phẩm", "Hạng sao"),
        ("I", "HTX Hiếu Phú", "", ""),
        ("1", "Tôm khô", "Thực phẩm", "3 sao"),
        ("II", "Hộ kinh doanh Ba Thu", "", ""),
        ("1", "Mắm", "Thực phẩm", "4 sao"),
    )
    assert [(p.name, p.legal_form) for p in proposal.of(Producer)] == [
        ("HTX Hiếu Phú", "Hợp tác xã"),
        ("Hộ kinh doanh Ba Thu", "Hộ kinh doanh"),
    ]
    assert [p.producer_id for p in proposal.of(Product)] == ["CT01", "CT02"]


def test_years_over_groups_of_columns_are_recognitions(tmp_path: Path) -> None:
    rows = [
        ["STT", "Tên sản phẩm", "Chủ thể", "Năm 2021", "", "Năm 2024", ""],
        ["", "", "", "Hạng sao", "Số QĐ", "Hạng sao", "Số, ngày QĐ"],
        [1, "Gạo", "HTX A", "3 sao", "12/QĐ-UBND ngày 20/5/2021", "4 sao", "45/QĐ-UBND ngày 30/6/2024"],
    ]
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 0, 6)]
    proposal = read(xlsx_file(tmp_path / "a.xlsx", rows, merges))
    assert [(r.stars, r.decision_number) for r in proposal.of(Recognition)] == [(3, "12/QĐ-UBND"), (4, "45/QĐ-UBND")]


WITHDRAWN = (
    ("DANH SÁCH SẢN PHẨM THU HỒI GIẤY CHỨNG NHẬN OCOP", "", "", "", "", "", "", ""),
    ("(Kèm theo Quyết định số 1600/QĐ-UBND-HC ngày 21/12/2024)", "", "", "", "", "", "", ""),
    ("STT", "Tên sản phẩm", "Chủ thể", "Xếp hạng", "Số QĐ công nhận", "Ngày cấp", "Tình trạng", "Lý do thu hồi"),
    ("1", "Bánh phồng", "HTX A", "3 sao", "1234/QĐ-UBND", "27/01/2024", "Đã thu hồi", "Không đánh giá lại"),
    ("2", "Mắm linh", "HTX B", "4 sao", "1235/QĐ-UBND", "27/01/2024", "Ngừng sản xuất", "Ngừng sản xuất"),
)


def test_withdrawn_products_do_not_count(tmp_path: Path) -> None:
    proposal = rows_of(tmp_path, *WITHDRAWN)
    assert [(p.section, p.present, p.status) for p in proposal.of(Product)] == [
        (None, None, STATUS_PAUSED),
        (None, None, STATUS_STOPPED),
    ]
    assert {r.state for r in proposal.of(Recognition)} == {RECOGNITION_WITHDRAWN}
    assert [(r.decision_number, (r.ground or "")[:1]) for r in proposal.of(Recognition)] == [
        ("1234/QĐ-UBND", "e"),
        ("1235/QĐ-UBND", "đ"),
    ]
    assert "Thu hồi theo Quyết định: 1600/QĐ-UBND-HC ngày 21/12/2024" in (proposal.of(Recognition)[0].note or "")


# --- columns ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header", ["PHÂN HẠNG", "Kết quả phân hạng", "Xếp loại", "Hạng\nsao", "XepHang", "Kết quả xếp hạng"]
)
def test_ranks_under_any_usual_header(header: str, tmp_path: Path) -> None:
    proposal = rows_of(tmp_path, (*HEADER[:3], header), ("1", "Trà", "HTX A", "4 sao"))
    assert [(p.present, p.section) for p in proposal.of(Product)] == [(4, KEEP)]


def test_the_form_of_assessment_is_no_legal_form_and_a_failed_row_waits(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        ("TT", "Tên sản phẩm", "Tên chủ thể", "Xã, phường", "Hình thức", "Điểm bình quân", "Đề nghị công nhận"),
        ("1", "Nhất phẩm trà", "HTX Đá Hèn", "Đồng Lương", "Mới", "72,45", "4 sao"),
        ("2", "Bánh chưng", "HTX Nông thương", "Hùng Việt", "Nâng hạng", "71.2", "4 sao"),
        ("3", "Rượu men lá", "Hộ kinh doanh Hà Văn Ba", "Minh Đài", "Mới", "47,3", "Không đạt"),
    )
    assert [p.legal_form for p in proposal.of(Producer)] == ["Hợp tác xã", "Hợp tác xã"]
    assert [p.address for p in proposal.of(Producer)] == ["xã Đồng Lương", "xã Hùng Việt"]
    assert [(p.section, p.present, p.potential) for p in proposal.of(Product)] == [(NEW, None, 4), (UPGRADE, None, 4)]
    assert proposal.of(Product)[0].note == "Điểm bình quân: 72,45; Đề nghị công nhận: 4 sao"
    assert proposal.kept_out == {"không đạt": 1}


@pytest.mark.parametrize(
    ("text", "kept_out"), [("Chưa xếp hạng", 0), ("Chưa đạt", 0), ("Không đạt", 1), ("Chưa đủ điều kiện", 1)]
)
def test_no_rank_yet_is_no_failure(text: str, kept_out: int, tmp_path: Path) -> None:
    proposal = rows_of(tmp_path, HEADER, ("1", "Tôm khô", "HTX A", text), ("2", "Gạo", "HTX A", "3 sao"))
    assert proposal.kept_out.total() == kept_out


@pytest.mark.parametrize("header", ["Kết luận của Hội đồng", "Kết luận", "Ý kiến Hội đồng", "Đề nghị công nhận"])
def test_of_a_council_not_yet_is_a_verdict(header: str, tmp_path: Path) -> None:
    rows = [("1", "Tôm khô", "HTX A", "Đạt 4 sao"), ("2", "Gạo", "HTX A", "Chưa đạt")]
    proposal = rows_of(tmp_path, ("STT", "Tên sản phẩm", "Tên chủ thể", header), *rows)
    assert [(p.name, p.potential) for p in proposal.of(Product)] == [("Tôm khô", 4)]
    assert proposal.kept_out == {"không đạt": 1}


def test_a_misread_column_writes_nothing_and_is_one_question(tmp_path: Path) -> None:
    header = ("MA_OCOP", "TenSanPham", "XepHang", "ChuTheSXKD", "DoanhThuNam", "TrangThai")
    proposal = rows_of(tmp_path, header, ("1", "Tôm khô", "3*", "HTX A", "1200.5", "1"))
    (product,) = proposal.of(Product)
    assert (product.name, product.present, product.code, product.status) == ("Tôm khô", 3, None, None)
    assert [question.group for question in proposal.questions] == ["cot", "cot"]


@pytest.mark.parametrize(
    "text",
    [
        "123/QĐ-UBND ngày 25 tháng 6 năm 2024",
        "123/QĐ-UBND (25/6/2024)",
        "Số 123/QĐ-UBND ngày 25/6/2024 của UBND huyện Vĩnh Thuận",
        "QĐ số 123/QD-UBND, ngày 25-06-2024",
        "Quyết định 123/QĐ-UBND ngày 25/6/2024, UBND huyện Vĩnh Thuận",
        "25/6/2024",
    ],
)
@pytest.mark.parametrize("header", ["Quyết định công nhận", "Số, ngày quyết định", "Số QĐ/ngày"])
def test_number_day_and_authority_in_one_cell(header: str, text: str, tmp_path: Path) -> None:
    proposal = rows_of(tmp_path, (*HEADER, header), ("1", "Mắm lóc", "HTX A", "3 sao", text))
    (recognition,) = proposal.of(Recognition)
    assert recognition.decision_date == date(2024, 6, 25)
    assert recognition.decision_number == (None if text == "25/6/2024" else "123/QĐ-UBND")
    assert recognition.authority == ("UBND huyện" if "UBND huyện" in text else None)


def test_a_decision_without_any_day_does_not_take_the_rank_away(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path, (*HEADER, "Số QĐ", "Năm công nhận"), ("1", "Khăn", "HTX A", "3 sao", "85/QĐ-UBND", "2024")
    )
    assert proposal.of(Recognition) == []
    (product,) = proposal.of(Product)
    assert (product.present, product.note) == (3, "Số quyết định: 85/QĐ-UBND; Năm công nhận: 2024")


def test_name_address_and_phones(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        ("STT", "Tên sản phẩm", "Tên, địa chỉ chủ thể", "Điện thoại", "Hạng sao"),
        ("1", "Tôm khô", "HTX Hiếu Phú, ấp 1, xã Phong Đông", "0912345678 - 0987654321", "3 sao"),
    )
    (producer,) = proposal.of(Producer)
    assert (producer.name, producer.address) == ("HTX Hiếu Phú", "ấp 1, xã Phong Đông")
    assert (producer.phone, producer.note) == ("0912345678", "Điện thoại: 0987654321")
    assert any("được tách thành tên và địa chỉ" in note.why for note in proposal.unsure)


@pytest.mark.parametrize("phone", ["; 0912.345.678)", "; ĐT: 0912.345.678)", ", 0912.345.678)"])
def test_a_phone_behind_the_address_is_no_part_of_it(phone: str, tmp_path: Path) -> None:
    subject = f"Hộ kinh doanh Ba Lan (ấp 3, xã Phong Đông{phone}"
    header = ("STT", "Tên sản phẩm", "Tên, địa chỉ chủ thể", "Hạng sao")
    (producer,) = rows_of(tmp_path, header, ("1", "Mắm", subject, "3 sao")).of(Producer)
    assert (producer.address, producer.phone) == ("ấp 3, xã Phong Đông", "0912.345.678")


def test_the_new_address_is_taken_the_old_kept_and_other_communes_told(tmp_path: Path) -> None:
    book = Book()
    book[Commune] = [Commune(name="Vĩnh Phong", kind="xã")]
    header = ("STT", "Xã, thị trấn", *HEADER[1:3], "Địa chỉ (trước sắp xếp)", "Địa chỉ (sau sắp xếp)")
    row = ("1", "Thuận Hạnh", "Trà", "HTX An Tây", "Thôn 6, xã Thuận Hà, huyện Đắk Song", "Thôn 6, xã Thuận Hạnh")
    proposal = rows_of(tmp_path, header, row, book=book)
    (producer,) = proposal.of(Producer)
    assert producer.address == "Thôn 6, xã Thuận Hạnh"
    assert producer.note == "Địa chỉ cũ: Thôn 6, xã Thuận Hà, huyện Đắk Song"
    assert any("ngoài xã Vĩnh Phong" in note.why for note in proposal.unsure)


def test_groups_of_2019_towns_and_branches(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        ("STT", "Tên sản phẩm", "Chủ thể", "Nhóm", "Hạng sao", "Số QĐ", "Ngày QĐ", "Cấp công nhận"),
        (
            "1",
            "Viên xạ đen",
            "Chi nhánh Công ty TNHH Mộc",
            "Thảo dược",
            "3 sao",
            "1/QĐ-UBND",
            "25/6/2024",
            "UBND thị xã",
        ),
    )
    assert [p.legal_form for p in proposal.of(Producer)] == ["Công ty TNHH"]
    assert [p.sector for p in proposal.of(Product)] == ["Dược liệu và sản phẩm từ dược liệu"]
    assert [r.authority for r in proposal.of(Recognition)] == ["UBND huyện"]


def test_suggested_sets_stay_inside_the_stated_group(tmp_path: Path) -> None:
    proposal = rows_of(
        tmp_path,
        (*HEADER[:3], "Nhóm sản phẩm"),
        ("1", "Coffee hòa tan nấm linh chi", "HTX A", "Đồ uống"),
        ("2", "Mật nhuỵ hoa thốt nốt", "HTX B", "Thực phẩm"),
    )
    assert [(note.text, note.assumed[:2]) for note in proposal.suggestions] == [("Mật nhuỵ hoa thốt nốt", "04")]
