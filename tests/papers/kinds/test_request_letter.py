"""The letter to the province certifies nothing that the workbook denies, and cites each Mẫu 03."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ocop_xl.law import sectors
from ocop_xl.model import Book, Dossier, Evidence, Paper, Product
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from ocop_xl.papers.wanted import wanted_in
from tests.papers.filed_book import filed_book
from tests.papers.made_papers import made, signed_by, tables, text
from tests.papers.plan_book import ON

REQUEST = "van-ban-de-nghi"
CHOOSE = "Vẫn gửi thì chọn riêng hồ sơ này (lệnh: --dossier)."


@pytest.fixture
def book() -> Book:
    """HS02 lacks two kinds of evidence, HS06 has everything; both are assessed and their reports issued."""
    book = filed_book()
    book.by_id(Dossier)["HS02"].state = c.DOSSIER_RECEIVED
    book.commune.signer_position = "CHỦ TỊCH"
    for dossier in book[Dossier]:
        dossier.stars = 3
    book[Paper] = [report("VB01", 11, "HS06", date(2026, 11, 3)), report("VB02", 12, "HS02", ON)]
    book.lay_out()
    return book


def report(key: str, number: int | None, dossier: str, issued: date) -> Paper:
    return Paper(id=key, number=number, symbol="BC-UBND", issued=issued, kind="Báo cáo", title="Báo cáo đánh giá hồ sơ",
                 template="mau-03.docx (12345678)", rows=f"Thông tin xã, {dossier}, SP02")  # fmt: skip


def for_dossier(book: Book, folder: Path, *keys: str, on: date = ON) -> MadePaper:
    papers = make_papers(book, on, [REQUEST], folder, wanted=wanted_in(book, (), keys, None))
    assert papers.failed == []
    (paper,) = papers
    return paper


def complete(book: Book) -> None:
    for line in book[Evidence]:
        line.state = c.EVIDENCE_PRESENT


def test_a_dossier_that_lacks_evidence_is_left_out_and_named(book: Book, tmp_path: Path) -> None:
    (paper,) = made(book, REQUEST, tmp_path)
    assert [row[1:] for row in tables(paper, 1)[1:]] == [
        ["Gạo", "Nhà máy Nguyễn Hưng", "Gạo, ngũ cốc, hạt sơ chế khác", "Nâng hạng, 3 sao", "26/10/2026",
         "số 11/BC-UBND ngày 03 tháng 11 năm 2026"],
    ]  # fmt: skip
    assert paper.notices == (f"Hồ sơ HS02 chưa đưa vào công văn: thiếu minh chứng 02 và 07. {CHOOSE}",)
    assert paper.missing == ()


def test_lapsed_evidence_and_a_passed_deadline_are_named_too(book: Book, tmp_path: Path) -> None:
    complete(book)
    book.by_id(Evidence)["HS02-12"].expires = date(2026, 11, 4)
    book.by_id(Dossier)["HS06"].received = date(2026, 10, 5)
    (failed,) = make_papers(book, ON, [REQUEST], tmp_path).failed
    assert failed.sentence == (
        f"Hồ sơ HS02 chưa đưa vào công văn: minh chứng 12 hết hạn. {CHOOSE} "
        f"Hồ sơ HS06 chưa đưa vào công văn: quá hạn gửi tỉnh 26/10/2026. {CHOOSE}"
    )
    assert list(tmp_path.iterdir()) == []


def test_whoever_asks_for_it_gets_it_and_is_told(book: Book, tmp_path: Path) -> None:
    paper = for_dossier(book, tmp_path, "hs02")
    assert [row[1] for row in tables(paper, 1)[1:]] == ["Chả cá phi"]
    assert paper.notices == ("Hồ sơ HS02: thiếu minh chứng 02 và 07.",)
    assert [row[1] for row in tables(for_dossier(book, tmp_path, "HS02", "HS06"), 1)[1:]] == ["Chả cá phi", "Gạo"]


def test_by_its_product_it_is_found_too(book: Book, tmp_path: Path) -> None:
    (paper,) = make_papers(book, ON, [REQUEST], tmp_path, wanted=wanted_in(book, ["SP06"], (), None))
    assert [row[1] for row in tables(paper, 1)[1:]] == ["Gạo"]


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda d: setattr(d, "sent", date(2026, 11, 4)), "hồ sơ HS06: đã gửi tỉnh ngày 04/11/2026"),
        (lambda d: setattr(d, "state", c.DOSSIER_RECOGNISED), "hồ sơ HS06: đã được công nhận"),
        (lambda d: setattr(d, "received", None), "hồ sơ HS06: chưa ghi «Ngày nhận» (trang Hồ sơ)"),
        (lambda d: setattr(d, "state", c.DOSSIER_TO_COMPLETE),
         "hồ sơ HS06: «Tình trạng hồ sơ» là «Yêu cầu bổ sung», chưa phải «Đã tiếp nhận»"),
        (lambda d: setattr(d, "identity_finding", None),
         "hồ sơ HS06: chưa đủ bốn nội dung xã đánh giá (trang Hồ sơ)"),
    ],
    ids=["sent already", "recognised", "not received", "to be completed", "not assessed"],
)  # fmt: skip
def test_a_dossier_that_is_not_ready_is_refused_with_its_reason(
    book: Book, tmp_path: Path, spoil: Callable[[Dossier], None], why: str
) -> None:
    spoil(book.by_id(Dossier)["HS06"])
    wanted = wanted_in(book, (), ["HS06"], None)
    (failed,) = make_papers(book, ON, [REQUEST], tmp_path, wanted=wanted).failed
    assert failed.sentence == f"Chưa lập công văn đề nghị cho {why}."


def test_evidence_that_nobody_has_looked_at_is_told(book: Book, tmp_path: Path) -> None:
    book[Evidence] = [line for line in book[Evidence] if line.id not in ("HS06-03", "HS06-04")]
    (paper,) = made(book, REQUEST, tmp_path)
    assert paper.notices[-1] == "Hồ sơ HS06: chưa kiểm 02/15 minh chứng (trang Minh chứng)."


def test_a_report_that_is_not_issued_yet_is_a_gap(book: Book, tmp_path: Path) -> None:
    book[Paper] = [report("VB01", None, "HS06", date(2026, 11, 3))]
    assert made(book, REQUEST, tmp_path)[0].missing == (
        "Báo cáo Mẫu 03 của hồ sơ HS06 còn chờ số (dòng VB01, trang Văn bản)",
    )
    book[Paper] = []
    assert made(book, REQUEST, tmp_path)[0].missing == (
        "Báo cáo Mẫu 03 của hồ sơ HS06 chưa vào sổ (trang Văn bản): hãy lập và lấy số văn bản ấy trước",
    )


def test_the_letter_is_in_the_form_of_the_decree(book: Book, tmp_path: Path) -> None:
    complete(book)
    (paper,) = made(book, REQUEST, tmp_path)
    assert tables(paper, 0)[1][0] == "Số:        /UBND-PKT\nV/v đề nghị đánh giá, phân hạng sản phẩm OCOP"
    body = text(paper)
    assert body[0] == "Kính gửi: Ủy ban nhân dân tỉnh An Giang"
    assert body[1].startswith("Thực hiện khoản 2 Điều 7 Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ")
    assert "4. 05 sản phẩm mẫu; tổng số mẫu gửi kèm: 10." in body
    assert body[-1] == "Kính đề nghị UBND tỉnh An Giang xem xét./."
    assert signed_by(paper)[0] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT, PKT."]


def test_tourism_sends_no_samples(book: Book, tmp_path: Path) -> None:
    complete(book)
    book.by_id(Product)["SP02"].sector = sectors.TOURISM
    said = "4. 05 sản phẩm mẫu (không áp dụng đối với sản phẩm du lịch); tổng số mẫu gửi kèm: 05."
    assert said in text(made(book, REQUEST, tmp_path)[0])


def test_what_is_finished_is_told_and_takes_no_number(book: Book, tmp_path: Path) -> None:
    """Mẫu 03 and the receipt of a dossier that the province has: printed again to look at, not to issue."""
    dossier = book.by_id(Dossier)["HS06"]
    dossier.state, dossier.sent = c.DOSSIER_SENT, date(2026, 11, 4)
    said = "Việc đã xong: hồ sơ HS06 đã gửi tỉnh ngày 04/11/2026; chỉ in lại để xem, không ban hành lần nữa."
    for kind in ("mau-03", "phieu-tiep-nhan"):
        assert for_kind(book, tmp_path, kind, "HS06").notices == (said,)
    assert for_kind(book, tmp_path, "mau-03", "HS02").notices == ()


def for_kind(book: Book, folder: Path, kind: str, key: str) -> MadePaper:
    (paper,) = make_papers(book, ON, [kind], folder, wanted=wanted_in(book, (), [key], None))
    return paper


def test_a_receipt_bears_the_day_of_receipt_and_lists_the_forms_and_samples(book: Book, tmp_path: Path) -> None:
    paper = for_kind(book, tmp_path, "phieu-tiep-nhan", "HS06")
    assert tables(paper, 0)[0][1].split("\n")[-1] == "Vĩnh Phong, ngày 26 tháng 10 năm 2026"
    assert (
        "5. Hồ sơ gồm: phiếu đăng ký (Mẫu 01); báo cáo tự đánh giá (Mẫu 02) kèm minh chứng; sản phẩm mẫu: 05. "
        "Số lượng: 01 bộ giấy, 01 bộ điện tử"
    ) in text(paper)
