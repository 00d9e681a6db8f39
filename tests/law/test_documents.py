"""Which decisions hold on a day, how they are found in a text and how a paper cites them."""

import unicodedata
from datetime import date, timedelta

import pytest

from ocop_xl.law.documents import DOCUMENTS, LegalDocument, cite, document, find_citations, in_force, lapsed

ALWAYS = {"30/2020/NĐ-CP", "19/2025/QĐ-TTg"}
OLD = {"148/QĐ-TTg", "1489/QĐ-TTg"}
NEW = {"26/2026/QĐ-TTg"}


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        (date(2026, 3, 20), OLD | ALWAYS),  # the day Kế hoạch 76/KH-UBND was signed
        (date(2026, 5, 21), OLD | ALWAYS),
        (date(2026, 5, 22), OLD | NEW | ALWAYS),
        (date(2026, 7, 21), OLD | NEW | ALWAYS),  # last day of the old ones
        (date(2026, 7, 22), NEW | ALWAYS),
        (date(2026, 11, 23), NEW | ALWAYS),
        (date(2025, 7, 5), {"148/QĐ-TTg"} | ALWAYS),
    ],
)
def test_documents_in_force_on_a_day(on: date, codes: set[str]) -> None:
    assert {item.code for item in in_force(on)} == codes


@pytest.mark.parametrize("code", sorted(OLD))
def test_a_decision_lapses_the_day_after_its_last_day(code: str) -> None:
    assert not lapsed(code, date(2026, 7, 21))
    assert lapsed(code, date(2026, 7, 22))
    assert document(code).replaced_by == "26/2026/QĐ-TTg"


def test_the_old_decisions_end_60_days_after_the_new_one_begins() -> None:
    end = document("26/2026/QĐ-TTg").effective_from + timedelta(days=60)
    assert {document(code).effective_to for code in OLD} == {end}


def test_a_decision_not_yet_in_force_has_not_lapsed() -> None:
    assert not lapsed("26/2026/QĐ-TTg", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ", ["148/QĐ-TTg"]),
        ("Căn cứ Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023", ["148/QĐ-TTg"]),
        ("tại Quyết định số 148/QĐ-TTg, 1489/QĐ-TTg ngày 06/7/2025.", ["148/QĐ-TTg", "1489/QĐ-TTg"]),
        ("theo QĐ 1489 và QĐ số 148", ["1489/QĐ-TTg", "148/QĐ-TTg"]),
        ("148 / qd – ttg", ["148/QĐ-TTg"]),
        ("Quyết định 26/2026/QĐ-TTg; Quyết định số 26/2026", ["26/2026/QĐ-TTg"]),
        ("Nghị định số 30/2020/NĐ-CP, mã theo QĐ 19/2025/QĐ-TTg", ["30/2020/NĐ-CP", "19/2025/QĐ-TTg"]),
        ("Quyết định số 148/QĐ-TTg ngày 01/02/2021 về việc khác", []),  # same number, another year
        ("Quyết định số 148/QĐ-UBND của tỉnh", []),
        ("Nghị định 148 và Nghị định 148/2025/NĐ-CP", []),
        ("sản phẩm số 148, ngày 26/2026", []),
        ("2148/QĐ-TTg", []),
    ],
)
def test_citations_are_found_in_any_usual_spelling(text: str, codes: list[str]) -> None:
    assert find_citations(text) == codes


def test_decomposed_letters_are_read_too() -> None:
    assert find_citations(unicodedata.normalize("NFD", "Quyết định số 148")) == ["148/QĐ-TTg"]


def test_first_citation_is_full_and_later_ones_short() -> None:
    decision = document("148/QĐ-TTg")
    assert cite(decision) == (
        "Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và "
        "quy trình đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm"
    )
    assert cite(decision, first=False) == "Quyết định số 148/QĐ-TTg"
    assert cite(document("30/2020/NĐ-CP")) == (
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    )


def test_a_subject_that_was_not_held_against_the_signed_paper_says_so() -> None:
    decision = document("26/2026/QĐ-TTg")
    assert cite(decision) == (
        "Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình "
        "đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm"
    )
    assert "chưa được đối chiếu với văn bản đã ký" in decision.note


@pytest.mark.parametrize("decision", DOCUMENTS, ids=lambda item: item.code)
def test_every_citation_is_found_again(decision: LegalDocument) -> None:
    assert decision.code in find_citations(cite(decision))
