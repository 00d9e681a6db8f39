"""Where an answer lands in the commune's book: each result and remark at its own row, and nothing over what the commune
has typed since."""

from __future__ import annotations

from datetime import date

import pytest

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.answers.answer import Place, Result
from ocop_xl.exchange.answers.landing import land
from ocop_xl.exchange.answers.remarks import now_fixed
from ocop_xl.jobs.receiving import Receiving, about_in_words
from ocop_xl.model import Dossier, Product, Recognition, Remark
from ocop_xl.model import choices as c
from ocop_xl.model.identity import Identity
from ocop_xl.rules.check import check
from tests.answers.books import applied, renumber
from tests.answers.filled import WHEN, answer_to, sent_book
from tests.province.communes import commune

DECISION = {"decision_number": "99/QĐ-UBND", "decision_date": date(2026, 12, 1), "issued": date(2026, 12, 2)}
WHAT_A_RANK_CHANGES = {"Hiện trạng", "Tiềm năng", "Mục", "STT", "Mã sản phẩm OCOP", "Trạng thái"}
RECOGNISED = Result("HS01", {"state": "Đã được công nhận", "province_score": 78.5, "province_stars": 4}, DECISION)


def test_a_result_lands_with_its_recognition_and_comes_but_once() -> None:
    book, package = sent_book()
    answer = answer_to(package, [RECOGNISED])
    landed = land(book, answer, WHEN)
    applied(book, landed.changes)
    dossier, new = book.by_id(Dossier)["HS01"], book[Recognition][-1]
    assert (dossier.state, dossier.province_score, dossier.province_stars) == ("Đã được công nhận", 78.5, 4)
    assert (new.product_id, new.stars, new.decision_number) == (dossier.product_id, 4, "99/QĐ-UBND")
    assert (new.issued, new.ends) == (date(2026, 12, 2), date(2029, 12, 2))
    product = book.by_id(Product)[dossier.product_id or ""]
    assert (product.present, product.status) == (4, c.PRODUCT_STATUS.values[3])
    assert land(book, answer, WHEN).changes == []


def test_a_new_certificate_takes_the_place_of_the_one_in_force() -> None:
    book, package = sent_book()
    old = Recognition(id="CN50", product_id="SP01", stars=3, issued=date(2025, 5, 1), ends=date(2028, 5, 1))
    old.state = c.RECOGNITION_ACTIVE
    book[Recognition] = [*book[Recognition], old]
    applied(book, land(book, answer_to(package, [RECOGNISED]), WHEN).changes)
    assert (old.state, old.ended) == (c.RECOGNITION_REPLACED, DECISION["issued"])


def test_a_decision_without_its_days_is_told_and_makes_no_row() -> None:
    book, package = sent_book()
    lacking = RECOGNISED._replace(decision={"decision_number": "99/QĐ-UBND"})
    landed = land(book, answer_to(package, [lacking]), WHEN)
    assert {change.table for change in landed.changes} == {"tblHoSo"}
    assert landed.told == [
        "Quyết định công nhận của hồ sơ HS01 chưa ghi được: tỉnh chưa ghi «Ngày quyết định», «Ngày cấp»."
    ]


def test_days_to_come_are_told_when_an_answer_arrives_and_a_remark_s_day_is_no_fault_of_the_commune() -> None:
    book, package = sent_book()
    answer = answer_to(package, [RECOGNISED], [(Place("Sản phẩm", "SP01", "Tên sản phẩm"), "Xem lại tên")])
    before = date(2026, 12, 1)
    found = Receiving(book, answer, land(book, answer, before), before)
    assert found.ahead == [DECISION["issued"], answer.day]
    assert any("xem lại đồng hồ của máy này" in line for line in about_in_words(found))
    applied(book, found.landed.changes)
    assert "tblYKienTinh" not in {finding.table for finding in check(book, before) if finding.code == "NG-002"}
    assert found._replace(on=answer.day).ahead == []


RETURNED = Result("HS01", {"state": "Bị trả lại", "returned": WHEN, "return_reason": "Thiếu phiếu kiểm nghiệm"}, {})


@pytest.mark.parametrize(
    ("typed", "lands"), [("Đang soạn", True), (None, True), ("Bị trả lại", False), ("Yêu cầu bổ sung", False)]
)
def test_only_a_cell_that_nobody_has_changed_since_is_written(typed: str | None, lands: bool) -> None:
    book, package = sent_book()
    book.by_id(Dossier)["HS01"].state = typed
    landed = land(book, answer_to(package, [RETURNED]), WHEN)
    states = [change.after for change in landed.changes if change.column == "Tình trạng hồ sơ"]
    assert states == (["Bị trả lại"] if lands else [])
    assert bool(landed.told) == (typed == "Yêu cầu bổ sung")


def test_a_return_takes_the_product_back_to_making_its_dossier() -> None:
    book, package = sent_book()
    product = book.by_id(Product)["SP01"]
    filing, filed = c.PRODUCT_STATUS.values[1:3]
    product.status = filed
    answer = answer_to(package, [RETURNED])
    applied(book, land(book, answer, WHEN).changes)
    assert product.status == filing
    assert land(book, answer, WHEN).changes == []


def test_results_and_remarks_follow_rows_that_were_sorted_renamed_and_renumbered() -> None:
    book, package = sent_book(6)
    dossier, product, other = book.by_id(Dossier)["HS01"], book.by_id(Product)["SP01"], book.by_id(Product)["SP02"]
    before = other.name
    renumber(book, Product, {"SP01": "SP02", "SP02": "SP03", "SP03": "SP01"})
    renumber(book, Dossier, {"HS01": "HS03", "HS02": "HS01", "HS03": "HS02"})
    other.name = "Tên mới trên nhãn"
    for kind in (Product, Dossier):
        book[kind] = book[kind][::-1]
    answer = answer_to(package, [RETURNED], [(Place("Sản phẩm", "SP02", "Tên sản phẩm"), "Ghi theo nhãn")])
    landed = land(book, answer, WHEN)
    applied(book, landed.changes)
    assert dossier.return_reason == "Thiếu phiếu kiểm nghiệm" and dossier.product_id == product.id
    (remark,) = book[Remark]
    assert (remark.row_id, remark.value, remark.fixed) == ("SP03", before, WHEN)
    assert "Hồ sơ HS01 của gói nay là HS03." in landed.told


def test_a_row_that_is_gone_is_told_not_taken_for_the_one_that_has_its_key_now() -> None:
    book, package = sent_book()
    gone = book.by_id(Product)["SP02"]
    book[Product] = [row for row in book[Product] if row is not gone]
    book[Product] = [*book[Product], Product(id="SP02", name="Rượu mận", producer_id="CT01", number=9)]
    landed = land(book, answer_to(package, [], [(Place("Sản phẩm", "SP02", "Tên sản phẩm"), "Sai tên")]), WHEN)
    (remark,) = applied(book, landed.changes)[Remark]
    assert landed.told == ["Ý kiến về dòng SP02 trang «Sản phẩm»: sổ không còn dòng ấy, hoặc mã của nó bị trùng."]
    assert remark.row_id is None and "SP02" in (remark.value or "")


def test_a_remark_comes_once_is_fixed_when_its_cell_changes_and_is_closed_by_the_province() -> None:
    book, package = sent_book()
    answer = answer_to(package, [], [(Place("Sản phẩm", "SP01", "Tên sản phẩm"), "Ghi theo nhãn")])
    applied(book, land(book, answer, WHEN).changes)
    assert land(book, answer, WHEN).changes == [] and list(now_fixed(book, WHEN)) == []
    book.by_id(Product)["SP01"].name = "Tôm khô loại một"
    applied(book, list(now_fixed(book, WHEN)))
    (remark,) = book[Remark]
    assert remark.fixed == WHEN
    closing = answer_to(package, closed=[remark.mark or ""])
    applied(book, land(book, closing, WHEN).changes)
    assert remark.closed == WHEN and land(book, closing, WHEN).changes == []


def test_an_answer_to_another_commune_or_another_workbook_is_refused_whole() -> None:
    book, package = sent_book()
    answer = answer_to(package, [RETURNED])
    with pytest.raises(ExchangeError, match="mã xã 31004"):
        land(commune(5), answer, WHEN)
    book.identity = Identity("b" * 32)
    with pytest.raises(ExchangeError, match="một sổ khác của cùng xã"):
        land(book, answer, WHEN)
    other = commune(3)
    for kind in other:
        if kind is not type(other.commune):
            other[kind] = []
    with pytest.raises(ExchangeError, match="có vẻ là một sổ khác"):
        land(other, answer, WHEN)


def test_a_decision_that_the_commune_has_typed_already_gets_its_blanks_and_keeps_its_own_days() -> None:
    book, package = sent_book()
    typed = Recognition(
        id="CN50", product_id="SP01", stars=4, decision_number="99/qđ-ubnd", decision_date=date(2026, 12, 5)
    )
    book[Recognition] = [*book[Recognition], typed]
    landed = land(book, answer_to(package, [RECOGNISED]), WHEN)
    decided = {change.column: change.after for change in landed.changes if change.table == "tblCongNhan"}
    assert {change.row_id for change in landed.changes if change.table == "tblCongNhan"} == {"CN50"}
    assert decided["Ngày cấp"] == date(2026, 12, 2) and "Ngày quyết định" not in decided
    assert landed.told == [
        "«Công nhận» CN50, cột «Ngày quyết định»: sổ ghi “05/12/2026”, tỉnh ghi “01/12/2026”; sổ giữ nguyên, hãy xem lại.",
    ]


def test_an_answer_writes_nothing_but_what_an_answer_may() -> None:
    book, package = sent_book()
    everything = [Place(), Place("Sản phẩm"), Place("Sản phẩm", "SP01"), Place("Chủ thể", "CT01", "Tên chủ thể")]
    remarks = [(place, f"Ý kiến {number}") for number, place in enumerate(everything)]
    landed = land(book, answer_to(package, [RECOGNISED], remarks), WHEN)
    assert landed.told == [] and landed.remarks == len(everything)
    assert {(change.table, change.row_id) for change in landed.changes} == {
        ("tblHoSo", "HS01"),
        ("tblCongNhan", next(change.row_id for change in landed.changes if change.table == "tblCongNhan")),
        ("tblSanPham", "SP01"),
        *(("tblYKienTinh", f"YK{number:02}") for number in range(1, 5)),
    }
    assert {change.column for change in landed.changes if change.table == "tblSanPham"} <= WHAT_A_RANK_CHANGES
    assert [change.column for change in landed.changes if change.table == "tblHoSo"] == [
        "Tình trạng hồ sơ",
        "Điểm của tỉnh",
        "Hạng của tỉnh",
    ]
