"""Reminders, the confirmation that a product is no longer made, the yearly conference; and files fit for Word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop_xl.model import Book, Budget, Commune, Dossier, Product, Recognition, Task
from ocop_xl.model import choices as c
from tests.papers.commune_at_work import certificate, commune_at_work
from tests.papers.made_papers import made, signed_by, tables, text
from tests.papers.plan_book import ON

NOTICE, STOPPED, CONFERENCE = "thong-bao-nhac-han", "xac-nhan-ngung-san-xuat", "bao-cao-hoi-nghi"
KINDS = ("mau-03", "van-ban-de-nghi", "bien-ban-kiem-tra", "bao-cao-kiem-tra", NOTICE, STOPPED, CONFERENCE)


@pytest.fixture
def book() -> Book:
    return commune_at_work()


# --- giấy chứng nhận ----------------------------------------------------------------------------------------

ENDS = date(2027, 5, 24)  # window from 25/11/2026 to 24/01/2027


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 10, 11), "Đề nghị chủ thể chuẩn bị hồ sơ để nộp ngay khi đến thời gian nêu trên."),
        (date(2026, 11, 25), "Thời gian nộp hồ sơ đã bắt đầu, đề nghị chủ thể nộp sớm để kịp hoàn thiện khi phải bổ sung."),
        (date(2027, 1, 24), "Thời gian nộp hồ sơ đã bắt đầu, đề nghị chủ thể nộp sớm để kịp hoàn thiện khi phải bổ sung."),
        (
            date(2027, 1, 25),
            "Đến nay thời gian này đã qua mà chưa nhận được hồ sơ. Đề nghị chủ thể nộp hồ sơ ngay: giấy chứng nhận của chủ "
            "thể nộp hồ sơ muộn có giá trị đến khi có kết quả của cơ quan có thẩm quyền, nhưng không quá ngày 20 tháng 11 "
            "năm 2027 (khoản 3 Điều 12 Quyết định số 26/2026/QĐ-TTg).",
        ),
    ],
    ids=["opens soon", "first day", "last day", "missed"],
)  # fmt: skip
def test_the_notice_says_from_when_to_when(book: Book, tmp_path: Path, on: date, said: str) -> None:
    book[Recognition] = [certificate("CN01", "SP06", 3, date(2024, 5, 24))]
    (paper,) = made(book, NOTICE, tmp_path, on)
    body = text(paper)
    assert body[:2] == ["THÔNG BÁO", "Thời hạn nộp hồ sơ đánh giá, phân hạng lại sản phẩm Gạo"]
    assert any(line.endswith("tức là từ ngày 25 tháng 11 năm 2026 đến ngày 24 tháng 01 năm 2027.") for line in body)
    assert said in body
    assert signed_by(paper)[0] == ["Nơi nhận:", "- Nhà máy Nguyễn Hưng;", "- Lưu: VT, PKT."]
    assert paper.missing == ()


@pytest.mark.parametrize("on", [date(2026, 10, 10), ENDS + timedelta(1)], ids=["too early", "ended"])
def test_no_notice_long_before_the_window_or_after_the_end(book: Book, tmp_path: Path, on: date) -> None:
    book[Recognition] = [certificate("CN01", "SP06", 3, date(2024, 5, 24))]
    assert made(book, NOTICE, tmp_path, on) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda b: setattr(b[Recognition][0], "state", c.RECOGNITION_WAITING),
        lambda b: setattr(b.by_id(Product)["SP06"], "status", c.STATUS_STOPPED),
        lambda b: b[Recognition].append(certificate("CN02", "SP06", 4, date(2026, 6, 1))),
        lambda b: b[Dossier].append(Dossier(product_id="SP06", kind=c.DOSSIER_AGAIN, received=date(2026, 11, 26))),
    ],
    ids=["waits for the result", "no longer made", "newer certificate", "filed again"],
)
def test_no_notice_where_nothing_is_to_be_filed(book: Book, tmp_path: Path, change: Callable[[Book], None]) -> None:
    book[Recognition] = [certificate("CN01", "SP06", 3, date(2024, 5, 24))]
    change(book)
    assert made(book, NOTICE, tmp_path, date(2026, 11, 30)) == []


def test_the_confirmation_that_a_product_is_no_longer_made(book: Book, tmp_path: Path) -> None:
    (paper,) = made(book, STOPPED, tmp_path)
    assert tables(paper, 0)[1][0].endswith("V/v xác nhận chủ thể ngừng sản xuất sản phẩm Tôm càng xanh đóng hộp")
    body = text(paper)
    assert body[2] == (
        "Sản phẩm nêu trên được công nhận 4 sao theo Quyết định số CN10/QĐ-UBND ngày 05 tháng 5 năm 2025 của UBND tỉnh Kiên Giang, "
        "giấy chứng nhận có giá trị đến ngày 05 tháng 5 năm 2028."
    )
    assert body[3].endswith(
        "trong thời hạn 15 ngày kể từ ngày Ủy ban nhân dân xã Vĩnh Phong xác nhận, tức là đến ngày 20 tháng 11 năm 2026."
    )
    assert body[4] == "Ủy ban nhân dân xã Vĩnh Phong kính đề nghị UBND tỉnh An Giang xem xét thu hồi giấy chứng nhận theo quy định./."  # fmt: skip
    assert signed_by(paper)[0] == ["Nơi nhận:", "- Như trên;", "- HTX Dịch vụ - NN Hiểu Phát;", "- Lưu: VT, PKT."]
    assert paper.missing == (
        "Chưa có căn cứ xác nhận Tôm càng xanh đóng hộp ngừng sản xuất (đơn của chủ thể hoặc biên bản rà soát)",
        "Chưa ghi «Ngày ngừng sản xuất» (ô Sản phẩm!R9)",
    )


def test_without_a_certificate_in_force_nothing_is_to_be_taken_back(book: Book, tmp_path: Path) -> None:
    book[Recognition] = [r for r in book[Recognition] if r.product_id != "SP05"]
    (paper,) = made(book, STOPPED, tmp_path)
    assert text(paper)[2].startswith("Đến ngày ký văn bản này sản phẩm không có giấy chứng nhận OCOP còn hiệu lực.")
    assert not any("thu hồi" in line for line in text(paper))


def test_five_stars_are_taken_back_by_the_ministry(book: Book, tmp_path: Path) -> None:
    book[Recognition] = [certificate("CN10", "SP05", 5, date(2025, 5, 5))]
    (paper,) = made(book, STOPPED, tmp_path)
    assert "xem xét, đề nghị Bộ Nông nghiệp và Môi trường thu hồi giấy chứng nhận theo quy định./." in text(paper)[4]


def test_a_rank_without_a_recorded_decision_is_a_gap(book: Book, tmp_path: Path) -> None:
    book[Recognition] = []
    book.by_id(Product)["SP05"].present = 3
    (paper,) = made(book, STOPPED, tmp_path)
    assert "công nhận 3 sao theo Quyết định số …… ngày ……" in text(paper)[2]
    assert "Chưa có quyết định công nhận của sản phẩm Tôm càng xanh đóng hộp (trang Công nhận)" in paper.missing


# --- hội nghị -----------------------------------------------------------------------------------------------


def test_the_conference_hears_the_years_figures(book: Book, tmp_path: Path) -> None:
    book[Recognition] = [
        certificate("CN01", "SP06", 3, date(2024, 5, 24)),
        certificate("CN02", "SP07", 4, date(2026, 6, 1)),
        certificate("CN03", "SP01", 3, date(2026, 12, 1)),  # after the day of the report
    ]
    (paper,) = made(book, CONFERENCE, tmp_path)
    body = text(paper)
    assert (
        "Toàn xã có 05 sản phẩm của 05 chủ thể đang tham gia Chương trình, trong đó: 5 sao: 00; 4 sao: 01; 3 sao: 01; "
        "chưa được xếp hạng từ 3 sao: 03."
    ) in body
    assert tables(paper, 1)[1:] == [
        ["1", "Tôm khô", "HTX Dịch vụ - NN Hiểu Phát", "4 sao", "CN02/QĐ-UBND", "01/6/2026", "01/6/2029"]
    ]
    assert [row[1:] for row in tables(paper, 3)[1:]] == [
        ["Tuyên truyền, truyền thông", "01 lượt tin bài, hội nghị, tài liệu"],
        ["Đào tạo, tập huấn", "02 lớp, 02 chủ thể dự"],
        ["Tiếp nhận ý tưởng, sản phẩm", "01 ý tưởng"],
        ["Hồ sơ đánh giá, phân hạng", "Tiếp nhận 04 hồ sơ, gửi tỉnh 01 hồ sơ"],
        ["Hỗ trợ chủ thể và sản phẩm", "Chưa có"],  # finished, but on no day of the year
        ["Xúc tiến thương mại", "01 sự kiện, 01 chủ thể tham gia"],
        ["Theo dõi, kiểm tra, rà soát", "03 lượt đối với 03 sản phẩm"],
    ]
    assert tables(paper, 4)[1] == ["1", "Ngân sách nhà nước theo phân cấp", "120,5", "100", "40,25"]
    assert "Kinh phí năm 2026: dự kiến 120,5 triệu đồng, được giao 100 triệu đồng, đã chi 40,25 triệu đồng." in body


def test_the_conference_hears_what_is_to_be_done_next_year(book: Book, tmp_path: Path) -> None:
    book[Recognition] = [certificate("CN01", "SP06", 3, date(2024, 5, 24))]
    book.by_id(Product)["SP07"].to_year = ON.year  # its road map ends this year
    book[Task] = book[Task][:2]
    (paper,) = made(book, CONFERENCE, tmp_path)
    body = text(paper)
    at = body.index("III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027")
    assert body[at + 1 : at + 6] == [
        "- Hướng dẫn chủ thể hoàn thiện hồ sơ, nâng cao chất lượng để đạt hạng theo lộ trình: Tương hột và chao (3 sao), "
        "Chả cá phi (3 sao), Mắm cá lóc đóng hộp (3 sao) và Gạo (4 sao).",
        "- Tiếp tục hướng dẫn, điều chỉnh lộ trình các sản phẩm đã hết thời gian theo lộ trình mà chưa đạt hạng: Tôm khô "
        "(4 sao), lộ trình đến năm 2026.",
        "- Hướng dẫn lập hồ sơ đánh giá, phân hạng lại sản phẩm Gạo (giấy chứng nhận hết hạn ngày 24/5/2027), nộp từ "
        "25/11/2026 đến 24/01/2027.",
        "- Gửi UBND tỉnh hồ sơ đề nghị đánh giá, phân hạng trước ngày 30/4/2027 (đợt 1) và trước ngày 30/10/2027 (đợt 2).",
        "- Tiếp tục thực hiện 02 nhiệm vụ của Kế hoạch chưa hoàn thành (mục III.1 và III.2).",
    ]


def test_what_a_person_must_write_into_the_conference_report_is_listed(book: Book, tmp_path: Path) -> None:
    book[Budget] = []
    (paper,) = made(book, CONFERENCE, tmp_path)
    assert paper.missing == (
        "Chưa ghi số kinh phí năm 2026 (trang Kinh phí)",
        "Chưa có nguyên nhân của tồn tại, hạn chế: người soạn báo cáo ghi vào văn bản",
        "Chưa có nội dung «Đề xuất, kiến nghị»: người soạn báo cáo ghi vào văn bản",
    )


def test_a_report_on_request_names_the_request(book: Book, tmp_path: Path) -> None:
    (regular,), (asked,) = made(book, "bao-cao-tien-do", tmp_path), made(book, "bao-cao-dot-xuat", tmp_path)
    different = [pair for pair in zip(text(regular), text(asked), strict=True) if pair[0] != pair[1]]
    assert [asked_line.partition(" báo cáo ")[0] for _, asked_line in different] == [
        "Thực hiện yêu cầu của ……, Ủy ban nhân dân xã Vĩnh Phong"
    ]
    assert "Chưa có văn bản yêu cầu báo cáo đột xuất (cơ quan, số, ngày): người soạn ghi vào văn bản" in asked.missing


# --- every kind here ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != CONFERENCE])
def test_a_kind_with_nothing_to_say_makes_no_paper(kind: str, tmp_path: Path) -> None:
    empty = Book()
    empty[Commune] = [Commune(name="Vĩnh Phong", kind="xã")]
    assert made(empty, kind, tmp_path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_commune_that_has_not_said_who_it_is_gets_gaps(book: Book, kind: str, tmp_path: Path) -> None:
    book[Commune] = [Commune()]
    papers = made(book, kind, tmp_path)
    assert papers
    for paper in papers:
        assert any("Thông tin xã!" in line for line in paper.missing)
        assert "None" not in "".join(text(paper))


@pytest.mark.thorough
@pytest.mark.parametrize("version", ["Office2010", "Microsoft365"])
def test_the_open_xml_sdk_finds_no_error(
    book: Book, tmp_path: Path, version: str, sdk_errors: Callable[[Path, str], list[object]]
) -> None:
    files = [made(book, kind, tmp_path)[0].path for kind in KINDS]
    assert [sdk_errors(file, version) for file in files] == [[]] * len(files)


def test_papers_are_found_by_what_they_are_about(book: Book) -> None:
    from ocop_xl.papers.kinds import kind_of

    about = {kind: kind_of(kind).facts(book, ON)[0] for kind in KINDS}
    assert {kind: (facts.product_id, facts.dossier_id, facts.year) for kind, facts in about.items()} == {
        "mau-03": ("SP01", "HS01", 2026),
        "van-ban-de-nghi": ("SP04", "HS03", 2026),
        "bien-ban-kiem-tra": ("SP06", "", 2026),
        "bao-cao-kiem-tra": ("", "", 2026),
        NOTICE: ("SP02", "", 2026),
        STOPPED: ("SP05", "", 2026),
        CONFERENCE: ("", "", 2026),
    }
