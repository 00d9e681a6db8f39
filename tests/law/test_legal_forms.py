"""Legal forms as people write them, and the other short lists of the law."""

import pytest

from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.law.funding import FUNDING_SOURCES
from ocop_xl.law.legal_forms import LEGAL_FORMS, LegalForm, legal_form
from ocop_xl.law.withdrawal import WITHDRAWAL_GROUNDS


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("HTX", "HTX"),
        ("hợp tác xã", "HTX"),
        ("HTX Dịch vụ - NN Hiểu Phát", "HTX"),
        ("THT", "THT"),
        ("HKD", "HKD"),
        ("Hộ KD", "HKD"),
        ("Hộ kinh doanh Lê Thị Nhỏ", "HKD"),
        ("DNTN", "DNTN"),
        ("Doanh nghiệp tư nhân", "DNTN"),
        ("TNHH", "TNHH"),
        ("Công ty TNHH một thành viên", "TNHH"),
        ("CTCP", "CTCP"),
        ("cong ty co phan", "CTCP"),
        ("Doanh nghiệp", "DN"),
        ("trang trại", "TTR"),
        ("Hộ sản xuất", "HO"),
        ("Hộ", "HO"),
        ("Cơ sở", "CS"),
        ("Cơ sở Thanh Hương", "CS"),
        ("Hiệp hội", "HH"),
        ("Công ty trách nhiệm hữu hạn Hai Lúa", "TNHH"),  # not “Công ty”, a firm of no named form
    ],
)
def test_a_form_in_its_usual_spellings(written: str, code: str) -> None:
    form = legal_form(written)
    assert form is not None and form.code == code


@pytest.mark.parametrize("written", ["", "Nguyễn Thị Kiều Diễm", "Nhà máy Nguyễn Hưng", "Hồ Thị Lan", "HTXX"])
def test_no_form_is_guessed(written: str) -> None:
    assert legal_form(written) is None


def test_only_a_workshop_is_not_eligible() -> None:
    assert [form.name for form in LEGAL_FORMS if not form.eligible] == ["Cơ sở"]


def test_households_take_part_only_if_registered() -> None:
    asked = [form.name for form in LEGAL_FORMS if form.needs_registration]
    assert asked == ["Hộ kinh doanh", "Hộ sản xuất, hộ gia đình"]


def test_forms_that_the_plan_counts_as_economic_organisations() -> None:
    counted = [form.name for form in LEGAL_FORMS if form.counts_as_economic_organisation]
    assert counted == ["Hợp tác xã", "Tổ hợp tác", "Hộ kinh doanh"]


def test_forms_that_tourism_adds() -> None:
    assert [form.name for form in LEGAL_FORMS if form.tourism_only] == ["Hội", "Hiệp hội", "Trung tâm điều hành"]


@pytest.mark.parametrize("form", LEGAL_FORMS, ids=lambda form: form.code)
def test_every_form_is_found_by_its_own_name(form: LegalForm) -> None:
    assert legal_form(form.name) is form


def test_short_lists() -> None:
    assert [line.number for line in EVIDENCE_LINES] == list(range(1, 16))
    assert EVIDENCE_LINES[0].label == "01. Giấy đăng ký kinh doanh"
    assert [ground.letter for ground in WITHDRAWAL_GROUNDS] == ["a", "b", "c", "d", "đ", "e"]
    assert WITHDRAWAL_GROUNDS[4].label == "đ) Không còn sản xuất sản phẩm"
    assert CYCLE_STEPS == (
        "1. Tuyên truyền, hướng dẫn về OCOP",
        "2. Nhận đăng ký ý tưởng sản phẩm",
        "3. Nhận phương án, dự án sản xuất kinh doanh",
        "4. Triển khai phương án, dự án sản xuất kinh doanh",
        "5. Đánh giá và xếp hạng sản phẩm",
        "6. Xúc tiến thương mại",
    )
    assert len(FUNDING_SOURCES) == 5
