"""`tra-loi.xlsx`: what is typed there is understood, and anything that does not fit its package is refused whole."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.answers import layout
from ocop_xl.exchange.answers.answer import Place, about_package, as_text, sum_of, understood
from ocop_xl.exchange.answers.reading import answer_in
from ocop_xl.exchange.received import Received
from tests.answers.filled import DECISION, RECOGNISED, WHEN, blank_file, filled, sent_book, typed
from tests.conftest import EACH_OFFICE_VERSION


@pytest.fixture(scope="module")
def package() -> Received:
    return sent_book()[1]


def test_what_is_typed_is_understood(package: Received) -> None:
    answer = typed(
        package,
        {"HS01": RECOGNISED | DECISION},
        [("Sản phẩm", "SP02", "Tên sản phẩm", "Ghi theo nhãn"), ("", "", "", "Gửi sớm hơn")],
        other={(layout.FRONT, "B7"): "Nguyễn Văn Mẫu"},
    )
    assert (answer.day, answer.by, answer.about.package) == (WHEN, "Nguyễn Văn Mẫu", package.code)
    (result,) = answer.results
    assert (result.row_id, result.cells["province_stars"], result.decision["decision_number"]) == (
        "HS01",
        4,
        "99/QĐ-UBND",
    )
    assert [one.place for one in answer.remarks] == [Place("Sản phẩm", "SP02", "Tên sản phẩm"), Place()]


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
def test_excel_finds_nothing_to_repair(
    package: Received, tmp_path: Path, sdk_errors: Callable[[Path, str], list[object]], version: str
) -> None:
    (tmp_path / "tra-loi.xlsx").write_bytes(blank_file(package))
    assert sdk_errors(tmp_path / "tra-loi.xlsx", version) == []


def test_it_prints_on_the_paper_that_offices_have(package: Received) -> None:
    """A4 landscape, all columns on one page across."""
    pages = [
        sheet.page_setup for sheet in load_workbook(BytesIO(blank_file(package))) if sheet.sheet_state == "visible"
    ]
    assert {(int(page.paperSize), page.orientation, int(page.fitToWidth or 1)) for page in pages} == {
        (9, "landscape", 1)
    }


def test_an_answer_that_nobody_has_filled_in_says_nothing(package: Received) -> None:
    answer = typed(package)
    assert (answer.results, answer.remarks, answer.closed) == ((), (), ())


HOSTILE = {
    "có công thức": {(layout.RESULTS, "H6"): "=1+1"},
    "không đọc được": {(layout.RESULTS, "H6"): "tám mươi"},
    "phải từ 0 đến 100": {(layout.RESULTS, "H6"): 780},
    "phải là một trong": {(layout.RESULTS, "G6"): "Đạt"},
    "hồ sơ “HS99” không có trong gói": {(layout.RESULTS, "A6"): "HS99"},
    "tên cột đã bị sửa": {(layout.RESULTS, "H5"): "Điểm"},
    "không có cột “Điện thoại”": {
        (layout.REMARKS, "A6"): "Chủ thể",
        (layout.REMARKS, "B6"): "CT01",
        (layout.REMARKS, "C6"): "Điện thoại",
        (layout.REMARKS, "D6"): "Sai số",
    },
    "có phải “Tên sản phẩm”": {
        (layout.REMARKS, "A6"): "Sản phẩm",
        (layout.REMARKS, "C6"): "Ten san pham",
        (layout.REMARKS, "D6"): "Sai",
    },
    "chưa ghi ý kiến": {(layout.REMARKS, "A6"): "Sản phẩm"},
    "hồ sơ “HS01” lặp lại": {(layout.RESULTS, "A7"): "HS01"},
    "dài quá 10000 chữ": {(layout.REMARKS, "D6"): "dài " * 3000},
    "quá 2000 ý kiến": {(layout.REMARKS, f"D{at}"): "Sai" for at in range(6, 2008)},
    "chưa chọn trang": {(layout.REMARKS, "B6"): "SP01", (layout.REMARKS, "D6"): "Sai"},
    "không có trang “Nhật ký”": {(layout.REMARKS, "A6"): "Nhật ký", (layout.REMARKS, "D6"): "Sai"},
    "không có dòng “SP99”": {
        (layout.REMARKS, "A6"): "Sản phẩm",
        (layout.REMARKS, "B6"): "SP99",
        (layout.REMARKS, "D6"): "Sai",
    },
    "bị hỏng hoặc bị sửa tay": {(layout.HIDDEN, "A1"): "0" * 64},
    "chưa ghi «Ngày trả lời»": {(layout.FRONT, "B8"): None},
}


@pytest.mark.parametrize("reason", HOSTILE)
def test_what_does_not_fit_is_refused_whole_with_the_reason(package: Received, reason: str) -> None:
    with pytest.raises(ExchangeError) as refused:
        answer_in(filled(blank_file(package), other=HOSTILE[reason]), "tra-loi.xlsx")
    assert reason in str(refused.value)


def test_of_a_newer_program_it_says_what_to_do(package: Received) -> None:
    newer = as_text(about_package(package, "goi.zip")).replace('"version":1', '"version":2')
    with pytest.raises(ExchangeError, match="lập bằng phần mềm mới hơn; hãy cập nhật phần mềm"):
        understood(newer, sum_of(newer), "tra-loi.xlsx")


def zipped_up(*files: tuple[str, bytes]) -> bytes:
    memory = BytesIO()
    with ZipFile(memory, "w") as made:
        for name, content in files:
            made.writestr(name, content)
    return memory.getvalue()


def test_a_zip_holds_one_answer_and_papers_that_stay_in_it(package: Received) -> None:
    raw = blank_file(package)
    answer = answer_in(zipped_up(("thu/tra-loi.xlsx", raw), ("quyet-dinh.pdf", b"%PDF")), "thu.zip")
    assert (answer.about.package, answer.beside) == (package.code, ("quyet-dinh.pdf",))
    for files, told in (([], "có 0 tệp Excel"), ([("a.xlsx", raw), ("b.xlsx", raw)], "có 2 tệp Excel")):
        with pytest.raises(ExchangeError, match=told):
            answer_in(zipped_up(("van-ban.pdf", b"%PDF"), *files), "thu.zip")


def test_no_other_file_is_an_answer(package: Received) -> None:
    workbook = load_workbook(BytesIO(blank_file(package)))
    del workbook[layout.HIDDEN]
    memory = BytesIO()
    workbook.save(memory)
    for raw in (memory.getvalue(), b"PK\x03\x04 no zip", b"", b"%PDF-1.7"):
        with pytest.raises(Refusal):
            answer_in(raw, "tra-loi.xlsx")
