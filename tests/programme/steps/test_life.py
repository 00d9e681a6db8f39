"""A product's whole life, from a form that somebody hands in to a certificate that is withdrawn, with what is typed
counted: the workbook knows the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.model import (
    Book,
    Channel,
    Commune,
    CycleStep,
    Dossier,
    Evidence,
    Inspection,
    Meeting,
    Producer,
    Product,
    Recognition,
    Row,
    ScoreSheet,
    Support,
    Task,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import Severity
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.programme.steps.playing import Click, play, typed_cells

D = date
COMMUNE = Commune(
    province="An Giang", province_code="91", name="Vĩnh Phong", kind="xã", commune_code="31051",
    agency="Ủy ban nhân dân xã Vĩnh Phong", office="Phòng Kinh tế", office_symbol="PKT", place="Vĩnh Phong",
    signer="Châu Văn A", signer_position="CHỦ TỊCH", officer="Trần Văn An", plan_number="76/KH-UBND",
    plan_date=D(2026, 3, 20), plan_title="Triển khai Chương trình OCOP", plan_from=2026, plan_to=2030,
)  # fmt: skip
"""Filled in once, for all products."""
NAME = "HTX Dịch vụ - NN Hiểu Phát"
LIFE = (
    Click(D(2026, 4, 6), "", "register-idea", {"y-tuong": "Tôm khô", "nguoi-dang-ky": NAME}),
    Click(D(2026, 4, 20), "YT01", "answer-idea", {"ket-qua-xem-xet": "Được chọn", "ly-do": "Nghề có từ lâu"}),
    Click(D(2026, 4, 20), "YT01", "idea-to-product", {"tiem-nang": "4"}),
    Click(D(2026, 5, 20), "SP01-3", "finish-step"),
    Click(D(2026, 6, 16), "CT01", "hold-class", {"ten-lop": "Nâng cao năng lực quản lý cho chủ thể OCOP"}),
    Click(D(2026, 7, 1), "SP01", "give-support", {"noi-dung-ho-tro": "Nhãn hiệu", "kinh-phi": "12,5"}),
    Click(D(2026, 9, 30), "HT01", "finish-support"),
    Click(D(2026, 8, 1), "SP01", "open-channel", {"loai-kenh": "Điểm giới thiệu và bán", "ten-kenh": "Điểm OCOP xã"}),
    Click(
        D(2026, 10, 5),
        "SP01",
        "receive-dossier",
        {
            "minh-chung-thieu": "04, 12",
            "nguyen-lieu-chu-the-mo-ta": "Tôm nuôi lúa - tôm của 46 hộ thành viên, 92% nguyên liệu.",
            "lao-dong-chu-the-mo-ta": "32 lao động, 29 người thường trú tại xã.",
            "y-tuong-chu-the-mo-ta": "Nghề của cư dân ven sông Cái Lớn.",
            "ban-sac-chu-the-mo-ta": "Tôm luộc, phơi và sấy kết hợp.",
        },
    ),
    Click(D(2026, 10, 6), "HS01", "ask-supplement"),
    Click(D(2026, 10, 14), "HS01", "record-supplement"),
    Click(D(2026, 10, 16), "HS01", "hold-meeting", {"ket-luan": "Thống nhất đề nghị tỉnh đánh giá."}),
    Click(
        D(2026, 10, 19),
        "HS01",
        "assess",
        {
            "nguyen-lieu-xa-danh-gia": "Đã đối chiếu 46 hợp đồng, đúng như hồ sơ.",
            "lao-dong-xa-danh-gia": "29/32 người thường trú tại xã, phù hợp.",
            "y-tuong-xa-danh-gia": "Sản phẩm truyền thống của địa phương.",
            "ban-sac-xa-danh-gia": "Có nét riêng về nguyên liệu và cách phơi sấy.",
        },
    ),
    Click(D(2026, 10, 23), "HS01", "send-dossier"),
    Click(
        D(2026, 11, 20),
        "HS01",
        "record-result",
        {"ket-qua": "Được công nhận", "diem-cua-tinh": "81,5", "so-quyet-dinh": "3456/QĐ-UBND"},
    ),
    Click(D(2027, 3, 1), "SP01-6", "finish-step"),
    Click(
        D(2027, 8, 18),
        "CN01",
        "record-visit",
        {
            "dieu-kien-san-xuat": "Đạt",
            "chat-luong": "Đạt",
            "duy-tri-tieu-chi": "Chưa đạt",
            "su-dung-nhan-ocop": "Đạt",
            "noi-dung-ghi-nhan": "Nhật ký sản xuất không ghi từ tháng 6.",
            "muc-do": "Cần khắc phục",
            "kien-nghi": "Ghi lại nhật ký sản xuất.",
        },
    ),
    Click(D(2027, 9, 10), "KT01", "close-correction"),
    Click(D(2029, 6, 1), "CN01", "open-renewal"),
    Click(D(2029, 6, 20), "HS02", "receive-dossier", {"minh-chung-thieu": "không"}),
    Click(D(2029, 7, 2), "CN01", "stop-production"),
    Click(D(2029, 7, 12), "CN01", "record-withdrawal"),
)


def empty_book() -> Book:
    """A new book of a commune that has said who it is, and nothing more."""
    book = Book()
    book[Commune] = [COMMUNE]
    return book


def lived(clicks: tuple[Click, ...] = LIFE) -> Book:
    return [*play(empty_book(), clicks)][-1].after


def only(book: Book, kind: type[Row]) -> Row:
    (row,) = book[kind]
    return row


def test_at_most_forty_cells_are_typed() -> None:
    assert typed_cells(LIFE) <= 40


def test_every_cell_of_the_life() -> None:
    """Compared row by row; texts that were typed are those of `LIFE`."""
    book = lived(LIFE[:18])
    assert only(book, Producer) == Producer(id="CT01", name=NAME, legal_form="Hợp tác xã")
    assert only(book, Product) == Product(
        id="SP01", name="Tôm khô", section=c.SECTION_KEEP, number=1, sector="Thực phẩm", product_set=8, producer_id="CT01",
        present=4, potential=4, from_year=2026, to_year=2026, status="Đã được công nhận", code="91-31051-1-2026",
        joined=D(2026, 4, 20),
    )  # fmt: skip
    dossier = only(book, Dossier)
    claims = {f"{part}_{side}": getattr(dossier, f"{part}_{side}") for part in PARTS for side in ("claim", "finding")}
    assert all(claims.values())
    assert dossier == Dossier(
        id="HS01", product_id="SP01", kind="Lần đầu", stars=4, received=D(2026, 10, 5), received_by="Trần Văn An",
        form_number="01/PĐK-91-31051-2026", paper_sets=1, electronic_sets=1, samples=5, state="Đã được công nhận",
        asked=D(2026, 10, 6), supply_due=D(2026, 10, 21), supplied=D(2026, 10, 14), sent=D(2026, 10, 23),
        round="2/2026 (30/10)", province_score=81.5, province_stars=4, **claims,
    )  # fmt: skip
    assert [(row.id, row.state) for row in book[Evidence]] == [(f"HS01-{n:02d}", "Có") for n in range(1, 16)]
    assert [(row.id, row.criteria_set) for row in book[ScoreSheet]] == [("HS01-CT", "QD26-08"), ("HS01-XA", "QD26-08")]
    assert only(book, Meeting) == Meeting(
        id="CH01", kind=c.MEETING_ON_DOSSIERS, held=D(2026, 10, 16), place=COMMUNE.agency, secretary="Trần Văn An",
        chair="Châu Văn A, Chủ tịch UBND xã", content="Lấy ý kiến về hồ sơ: HS01 – Tôm khô.",
        conclusion="Thống nhất đề nghị tỉnh đánh giá.",
    )  # fmt: skip
    assert only(book, Recognition) == Recognition(
        id="CN01", product_id="SP01", stars=4, decision_number="3456/QĐ-UBND", decision_date=D(2026, 11, 20),
        authority="UBND tỉnh", issued=D(2026, 11, 20), ends=D(2029, 11, 20), legal_basis="26/2026/QĐ-TTg",
        state="Đang có hiệu lực",
    )  # fmt: skip
    assert only(book, Inspection) == Inspection(
        id="KT01", inspected=D(2027, 8, 18), kind="Theo dõi định kỳ", product_id="SP01", conditions="Đạt", quality="Đạt",
        criteria_kept="Chưa đạt", mark_use="Đạt", finding="Nhật ký sản xuất không ghi từ tháng 6.",
        severity="Cần khắc phục", recommendation="Ghi lại nhật ký sản xuất.", due=D(2027, 9, 17), done=D(2027, 9, 10),
        next=D(2028, 8, 17),
    )  # fmt: skip
    assert only(book, TrainingClass) == TrainingClass(
        id="LTH01", held=D(2026, 6, 16), course="Nâng cao năng lực quản lý cho chủ thể OCOP"
    )
    assert only(book, Training) == Training(id="TH01", class_id="LTH01", who="Chủ thể", producer_id="CT01")
    assert only(book, Support) == Support(
        id="HT01", kind="Nhãn hiệu", producer_id="CT01", product_id="SP01", start=D(2026, 7, 1), done=D(2026, 9, 30),
        state="Hoàn thành", cost=12.5,
    )  # fmt: skip
    assert only(book, Channel) == Channel(
        id="KB01", kind="Điểm giới thiệu và bán", name="Điểm OCOP xã", product_id="SP01", since=D(2026, 8, 1),
        state="Đang hoạt động",
    )  # fmt: skip
    assert only(book, Task) == Task(
        id="NV01", section="III.2", content="Cử HTX Dịch vụ - NN Hiểu Phát dự lớp tập huấn OCOP", unit="Phòng Kinh tế",
        due=D(2026, 6, 19), done=D(2026, 6, 16), state="Hoàn thành",
    )  # fmt: skip
    done = [(row.id, row.done, row.due) for row in book[CycleStep]]
    assert done == [
        ("SP01-1", D(2026, 4, 6), D(2026, 4, 20)),
        ("SP01-2", D(2026, 4, 6), D(2026, 4, 20)),
        ("SP01-3", D(2026, 5, 20), D(2026, 5, 20)),
        ("SP01-4", D(2026, 10, 5), D(2026, 10, 8)),
        ("SP01-5", D(2026, 11, 20), D(2026, 12, 29)),
        ("SP01-6", D(2027, 3, 1), D(2027, 3, 29)),
    ]


PARTS = ("material", "labour", "idea", "identity")


def test_the_end_of_the_life() -> None:
    """Filed again, then no longer made: the province has 15 days, its task is done when the certificate is withdrawn."""
    book = lived()
    renewal = book.by_id(Dossier)["HS02"]
    assert (renewal.kind, renewal.stars, renewal.received) == (c.DOSSIER_AGAIN, 4, D(2029, 6, 20))
    proof = only(book, Recognition)
    assert (proof.state, proof.ended) == (c.RECOGNITION_WITHDRAWN, D(2029, 7, 12))  # type: ignore[attr-defined]
    task = book[Task][-1]
    assert (task.unit, task.due, task.done) == ("UBND tỉnh An Giang", D(2029, 7, 17), D(2029, 7, 12))
    product = only(book, Product)
    assert (product.status, product.stopped, product.present) == (c.STATUS_STOPPED, D(2029, 7, 2), None)  # type: ignore[attr-defined]


def test_the_life_leaves_no_error_on_any_of_its_days() -> None:
    for played in play(empty_book(), LIFE):
        errors = [str(one) for one in check(played.after, played.act.on) if one.severity is Severity.ERROR]
        assert not errors, played.act


@pytest.mark.thorough
def test_the_same_life_in_a_closed_workbook(tmp_path: Path) -> None:
    """Each click is written into the file, cell by cell, and read again before the next; what is due is the same."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(empty_book, D(2026, 4, 6)))

    def write(book: Book, changes: list[Change]) -> Book:
        apply_changes(path, book, changes)
        return read_book(path)

    in_memory = play(empty_book(), LIFE)
    for filed, (act, _, after) in zip(play(read_book(path), LIFE, write), in_memory, strict=True):
        assert what_is_due(filed.after, act.on) == what_is_due(after, act.on), act


def what_is_due(book: Book, on: date) -> set[tuple[str, date, str]]:
    return {(due.key, due.due, due.what) for due in agenda(book, on)}
