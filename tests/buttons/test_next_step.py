"""«Bước tiếp»: one step forward on the selected row of the open workbook."""

from __future__ import annotations

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.buttons.outcome import NOTHING_DONE
from ocop_xl.demo.books import vinh_phong
from ocop_xl.errors import Refusal
from ocop_xl.model import Commune, Dossier, Evidence, JournalEntry, Paper, Product, Row, ScoreLine, spec_of
from ocop_xl.programme.steps.steps import steps_for
from ocop_xl.sheets.vocabulary import PREVIEW
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


@pytest.fixture
def book(live: Live, demo_file: Path, tmp_path: Path) -> Any:
    path = tmp_path / demo_file.name
    shutil.copyfile(demo_file, path)
    return live(path)


def page_rows(book: Any) -> list[list[Any]]:
    return book.sheets[PREVIEW].used_range.options(ndim=2).value


def answer(book: Any, question: str, text: str) -> None:
    """Type into the answer's cell of a question that the page asks."""
    at = next(at for at, row in enumerate(page_rows(book), 1) if row[0] == "Hỏi" and row[3] == question)
    book.sheets[PREVIEW].range((at, 5)).value = text


def chosen(book: Any, live_app: Any, kind: type[Row], number: int, *answers: str) -> None:
    cell(book, kind, number, spec_of(kind).columns[0].attribute).select()
    live_app.api.answers += answers


def test_a_dossier_comes_in_with_all_that_belongs_to_it_and_one_click_takes_it_back(book: Any, live_app: Any) -> None:
    before = {kind: rows(book, kind) for kind in (Product, Dossier, Evidence, ScoreLine)}
    chosen(book, live_app, Dossier, 6, "1", "04, 12", "1")
    live_app.alert_answers.append("no")  # papers: later
    outcome, desk = press(book, "next_step")
    assert "Minh chứng: 15 dòng, HS06-01 … HS06-15" in outcome.text and "Hoàn tác" in outcome.text
    dossier = rows(book, Dossier)[5]
    assert (dossier["state"], dossier["samples"]) == ("Đã tiếp nhận", 5.0)
    lines = [row["line"][:2] for row in rows(book, Evidence) if row["state"] == "Thiếu"]
    assert lines == ["04", "12"] and PREVIEW not in [sheet.name for sheet in book.sheets]
    assert desk.selected is not None and desk.selected[1].top == 4 + 6, "back at her row"
    assert len({row["when"] for row in rows(book, JournalEntry)}) == 1
    press(book, "undo")
    assert {kind: rows(book, kind) for kind in before} == before


@pytest.mark.thorough
def test_many_questions_are_answered_on_the_page_and_the_papers_follow(
    book: Any, live_app: Any, tmp_path: Path
) -> None:
    """Four long findings: no box of Excel holds one, so the page stays until they are typed. Mẫu 03 and the letter take
    their numbers from the register."""
    cell(book, Dossier, 1, "received").value = datetime(2026, 10, 5)
    chosen(book, live_app, Dossier, 1, "3")
    outcome, desk = press(book, "next_step")
    assert "còn 4 câu phải trả lời" in outcome.text and desk.selected == (PREVIEW, desk.selected[1])  # type: ignore[index]
    assert desk.selected[1].ref == "E3:E3"
    findings = {row[3]: "Đã đối chiếu, đúng như hồ sơ." for row in page_rows(book) if row[0] == "Hỏi"}
    for question, text in findings.items():
        answer(book, question, text)
    live_app.api.answers += ["1", "2", "0", "0"]
    outcome, _ = press(book, "next_step")
    assert rows(book, Dossier)[0]["labour_finding"] == "Đã đối chiếu, đúng như hồ sơ."
    assert "Đã ghi 4 ô" in outcome.text and "hs01" in outcome.text
    made = {path.name for path in (tmp_path / "van-ban").glob("*.docx")}
    assert {row["file"] for row in rows(book, Paper)} <= made and rows(book, Paper)


@pytest.mark.thorough
def test_an_answer_is_changed_on_the_page_and_a_wrong_one_is_told(book: Any, live_app: Any) -> None:
    chosen(book, live_app, Dossier, 6, "1", "không", "2")
    outcome, _ = press(book, "next_step")
    assert outcome.quiet and "bấm lại nút" in outcome.text
    answer(book, "Ngày nhận", "31/02/2026")
    book.sheets[PREVIEW].range("A1").select()
    with pytest.raises(Refusal, match=r"«Ngày nhận» đang là “31/02/2026” — không phải ngày; hãy ghi ngày/tháng/năm"):
        press(book, "next_step")
    answer(book, "Ngày nhận", "05/10/2026")
    written = next(at for at, row in enumerate(page_rows(book), 1) if row[0] == "Ghi")
    book.sheets[PREVIEW].range((written, 5)).value = "7"
    with pytest.raises(Refusal, match=f"Ô E{written} trang «{re.escape(PREVIEW)}» không phải câu hỏi"):
        press(book, "next_step")
    book.sheets[PREVIEW].range((written, 5)).value = None
    answer(book, "Số mẫu", "")
    live_app.api.answers.append("1")
    press(book, "next_step")
    dossier = rows(book, Dossier)[5]
    assert (f"{dossier['received']:%d/%m/%Y}", dossier["samples"]) == ("05/10/2026", None)


@pytest.mark.thorough
def test_giving_up_writes_nothing(book: Any, live_app: Any) -> None:
    for given in ([False], ["1", False], ["1", "không", "3"]):
        live_app.api.answers.clear()
        chosen(book, live_app, Dossier, 6, *given)
        outcome, _ = press(book, "next_step")
        assert outcome is NOTHING_DONE and not rows(book, JournalEntry)
    assert PREVIEW not in [sheet.name for sheet in book.sheets]


@pytest.mark.thorough
def test_where_there_is_no_row_the_officer_hears_what_to_select(book: Any, live_app: Any) -> None:
    wrong = {
        "Hồ sơ!A30": "Dòng 30 trang «Hồ sơ» còn trống; hãy chọn một dòng đã ghi",
        "Hồ sơ!A4": "Dòng 4 trang «Hồ sơ» là dòng tiêu đề; hãy chọn một dòng đã ghi",
        "Hồ sơ!A1": "Dòng 1 trang «Hồ sơ» nằm trên bảng; hãy chọn một dòng đã ghi",
        "Hồ sơ!A900": "Dòng 900 trang «Hồ sơ» còn trống",
        "Hồ sơ!A5:B6": "Đang chọn 2 dòng trang «Hồ sơ»; hãy chọn một ô của đúng một dòng",
        "Tổng quan!B3": "Ở trang «Tổng quan» không có bước nào để làm; hãy chọn một dòng ở các trang như «Thông tin xã», «Ý tưởng»",
    }
    for place, sentence in wrong.items():
        sheet, cells = place.split("!")
        book.sheets[sheet].activate()
        book.sheets[sheet].range(cells).select()
        with pytest.raises(Refusal) as refused:
            press(book, "next_step")
        assert sentence in str(refused.value)


@pytest.mark.thorough
def test_a_row_without_a_key_or_with_anothers_is_not_taken_for_it(book: Any, live_app: Any) -> None:
    cell(book, Product, 2, "id").value = "SP01"
    cell(book, Product, 3, "id").value = None
    for number, sentence in (
        (2, "Mã SP01 có ở cả dòng 5 và dòng 6 trang «Sản phẩm»"),
        (3, "Dòng 7 trang «Sản phẩm» chưa có mã"),
    ):
        chosen(book, live_app, Product, number)
        with pytest.raises(Refusal, match=sentence):
            press(book, "next_step")


@pytest.mark.thorough
def test_the_communes_own_steps_start_from_its_sheet(book: Any, live_app: Any, tmp_path: Path) -> None:
    """Such as the half year's report, which writes no cell but makes a paper."""
    book.sheets[spec_of(Commune).sheet].range("B7").select()
    plan = vinh_phong()
    place = 1 + [one.id for one in steps_for(plan, plan.commune, date.today())].index("report-progress")
    live_app.api.answers += [str(place), "1"]
    outcome, _ = press(book, "next_step")
    assert f"{place}. Báo cáo tiến độ thực hiện kế hoạch" in live_app.api.asked[0]
    assert len([*(tmp_path / "van-ban").glob("bao-cao-tien-do*.docx")]) == 1
    assert "chưa ghi vào trang «Văn bản»" in outcome.text and not rows(book, JournalEntry)


@pytest.mark.thorough
def test_a_duty_of_the_agenda_leads_to_its_row_and_to_the_step_that_settles_it(book: Any, live_app: Any) -> None:
    cell(book, Dossier, 1, "received").value = datetime(2026, 3, 2)
    cell(book, Dossier, 1, "state").value = "Đã tiếp nhận"
    agenda = book.sheets["Việc cần làm"]
    said = [row[3] for row in agenda.range("A5:H60").value]
    at = next(at for at, text in enumerate(said, 5) if text and "HS01" in text)
    agenda.activate()
    agenda.range((at, 4)).select()
    live_app.api.answers += ["1", False]
    press(book, "next_step")
    assert "Làm gì tiếp với HS01 – Tương hột và chao (trang «Hồ sơ»)?" in live_app.api.asked[0]
    agenda.range((1, 4)).select()
    with pytest.raises(Refusal, match="Dòng 1 trang «Việc cần làm» không có việc nào; hãy chọn một dòng có việc"):
        press(book, "next_step")
