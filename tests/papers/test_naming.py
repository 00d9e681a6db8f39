"""How papers call a subject, where they say that it is, and who stands in «Kính gửi»."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.model import Book, Producer, Recognition
from ocop_xl.model import choices as c
from ocop_xl.papers.kinds.parts.about import certificate_values
from ocop_xl.papers.naming import full_address, full_name, in_sentence
from tests.papers.made_papers import made, signed_by, text
from tests.papers.plan_book import ON


@pytest.mark.parametrize(
    ("name", "form", "gender", "called"),
    [
        ("Nguyễn Thị Kiều Diễm", "Hộ kinh doanh", "Nữ", "Hộ kinh doanh Nguyễn Thị Kiều Diễm"),
        ("Hộ kinh doanh Lê Thị Nhỏ", "Hộ kinh doanh", "Nữ", "Hộ kinh doanh Lê Thị Nhỏ"),
        ("Nhà máy Nguyễn Hưng", "Doanh nghiệp tư nhân", "Nam", "Nhà máy Nguyễn Hưng"),
        ("HTX Dịch vụ - NN Hiểu Phát", "Hợp tác xã", None, "HTX Dịch vụ - NN Hiểu Phát"),
        ("Trần Văn An", None, "Nam", "ông Trần Văn An"),
        ("Trần Văn An", None, None, "ông (bà) Trần Văn An"),
    ],
)
def test_nobody_is_called_by_a_bare_name(name: str, form: str | None, gender: str | None, called: str) -> None:
    representative = name if form is None else "Người khác"
    assert full_name(Producer(name=name, legal_form=form, gender=gender, representative=representative)) == called


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("Số 200, ấp Vĩnh Đông 1", "Số 200, ấp Vĩnh Đông 1, xã Vĩnh Phong, tỉnh An Giang"),
        ("Ấp 3, xã Vĩnh Phong", "Ấp 3, xã Vĩnh Phong, tỉnh An Giang"),
        ("Ấp 3, xã Vĩnh Thuận, tỉnh An Giang.", "Ấp 3, xã Vĩnh Thuận, tỉnh An Giang"),
    ],
)
def test_an_address_names_commune_and_province_once(book: Book, typed: str, whole: str) -> None:
    assert full_address(book, typed) == whole


def test_an_address_in_a_sentence_begins_small() -> None:
    assert in_sentence("Số 101, ấp Cạnh Đền") == "số 101, ấp Cạnh Đền"
    assert in_sentence("Vĩnh Đông 1, xã A") == "Vĩnh Đông 1, xã A"


def test_who_recognised_a_product_is_named(book: Book) -> None:
    """Today's province is known; a district, or a province before 1/7/2025, must be typed."""

    def named(authority: str, day: date, typed: str | None = None) -> str:
        row = Recognition(id="CN01", authority=authority, decision_date=day, authority_name=typed)
        return str(certificate_values(book, row, ON)["co_quan_cong_nhan"])

    assert named(c.AUTHORITY_PROVINCE, date(2025, 12, 1)) == "UBND tỉnh An Giang"
    assert named(c.AUTHORITY_PROVINCE, date(2024, 12, 1)) == "……"
    assert named(c.AUTHORITY_DISTRICT, date(2024, 12, 1), "UBND huyện Vĩnh Thuận") == "UBND huyện Vĩnh Thuận"
    assert named(c.AUTHORITY_DISTRICT, date(2024, 12, 1)) == "……"


@pytest.mark.parametrize("kind", ["bao-cao-tien-do", "bao-cao-dot-xuat", "danh-sach-y-tuong", "bao-cao-nam"])
def test_a_report_to_superiors_says_to_whom(book: Book, tmp_path: Path, kind: str) -> None:
    book.commune.recipients = "- Sở NN và MT tỉnh;\n- Chi cục QLCL&PTNT;\n- CT và PCT UBND xã;\n- Lưu: VT, PKT."
    paper = made(book, kind, tmp_path)[-1]
    assert "Kính gửi: Sở NN và MT tỉnh; Chi cục QLCL&PTNT" in text(paper)
    assert signed_by(paper)[0] == ["Nơi nhận:", "- Như trên;", "- CT và PCT UBND xã;", "- Lưu: VT, PKT."]


def test_papers_have_one_style_of_dates_and_of_quotes(book: Book, tmp_path: Path) -> None:
    """NĐ 30/2020/NĐ-CP: a zero before days below 10 and the months 1 and 2 only."""
    book.by_id(Producer)["CT01"].legal_form = "Hộ kinh doanh"
    for kind in ("bao-cao-hoi-nghi", "bao-cao-nam"):
        whole = "\n".join(text(made(book, kind, tmp_path)[-1]))
        assert "30/4/2027" in whole and "30/04" not in whole and "«" not in whole
