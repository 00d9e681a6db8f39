"""«Lập văn bản…», «PDF», «Khám mẫu», «Đóng gói», «Khám máy», «Nhật ký», «Hướng dẫn»: what is made beside the workbook."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.buttons.outcome import NOTHING_DONE
from ocop_xl.errors import Refusal
from ocop_xl.exchange.sendings import sendings_of
from ocop_xl.model import Dossier, JournalEntry, Paper
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.numbering.register_row import text_of
from ocop_xl.papers.printing.joined import page_count
from ocop_xl.papers.resources import template_path
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import CHOICE
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


@pytest.fixture
def book(live: Live, demo_file: Path, tmp_path: Path) -> Any:
    path = tmp_path / "Sổ OCOP xã.xlsx"
    shutil.copyfile(demo_file, path)
    return live(path)


def number_of(slug: str) -> str:
    """What the user types for a kind."""
    return str(2 + [kind.slug for kind in KINDS].index(slug))


def test_a_paper_is_made_beside_the_workbook_and_then_its_pdf(book: Any, live_app: Any, tmp_path: Path) -> None:
    live_app.api.answers.append("2")
    outcome, _ = press(book, "make_papers")
    [paper] = (tmp_path / "van-ban").glob("*.docx")
    assert paper.name in outcome.text
    outcome, _ = press(book, "papers_pdf")
    assert paper.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert "1 tệp PDF" in outcome.text


def test_the_list_of_kinds_stands_on_a_sheet_while_the_user_chooses(book: Any, live_app: Any, tmp_path: Path) -> None:
    """Excel's box shows 255 letters; the engine refuses more, as Excel does."""
    live_app.api.answers.append(False)
    outcome, _ = press(book, "make_papers")
    assert outcome is NOTHING_DONE and not (tmp_path / "van-ban").exists()
    assert f"ở trang «{CHOICE}»" in live_app.api.asked[-1]
    assert CHOICE in {where.split("!")[0] for where in live_app.traffic.writes}
    assert CHOICE not in [sheet.name for sheet in book.sheets]


def test_of_many_papers_that_of_the_row_comes_first(book: Any, live_app: Any, tmp_path: Path) -> None:
    cell(book, Dossier, 3, "id").select()
    live_app.api.answers += [number_of("phieu-dang-ky"), "1"]
    outcome, _ = press(book, "make_papers")
    [paper] = (tmp_path / "van-ban").glob("*.docx")
    assert "hs03" in paper.name
    assert "còn thiếu" in outcome.text and "Chưa ghi «" in outcome.text


def test_the_letter_is_made_for_the_dossier_that_is_chosen(book: Any, live_app: Any, tmp_path: Path) -> None:
    """It lacks its findings, and it is said: the letter was asked for that one."""
    cell(book, Dossier, 1, "received").value = date(2026, 11, 2)
    cell(book, Dossier, 1, "state").value = "Đã tiếp nhận"
    live_app.api.answers += [number_of("van-ban-de-nghi"), "2"]
    outcome, _ = press(book, "make_papers")
    assert "Hồ sơ HS01" in live_app.api.asked[-1]
    assert "hồ sơ HS01: chưa đủ bốn nội dung xã đánh giá (trang Hồ sơ)" in outcome.text


def test_a_number_is_printed_entered_and_saved(book: Any, live_app: Any, tmp_path: Path) -> None:
    live_app.api.answers += [number_of("bao-cao-tien-do"), "2", "41"]
    outcome, _ = press(book, "make_papers")
    assert "đã cấp đến số mấy/BC-UBND?" in live_app.api.asked[-1]
    [paper] = (tmp_path / "van-ban").glob("*.docx")
    [row] = rows(book, Paper)
    assert (row["number"], row["symbol"], row["file"]) == (42.0, "BC-UBND", paper.name)
    assert "số 42/BC-UBND" in outcome.text and "42/BC-UBND" in text_of(paper.read_bytes())
    [saved] = read_book(tmp_path / "Sổ OCOP xã.xlsx")[Paper]
    assert (saved.number, saved.file) == (42, paper.name)
    assert book.impl.calculation_in_file == "automatic", "Excel would start in that mode the next day"
    live_app.api.answers += [number_of("bao-cao-hoi-nghi"), "2"]
    outcome, _ = press(book, "make_papers")
    assert "số 43/BC-UBND" in outcome.text


@pytest.mark.thorough
def test_a_paper_waits_for_van_thus_number_and_gets_it_later(book: Any, live_app: Any, tmp_path: Path) -> None:
    live_app.api.answers += [number_of("bao-cao-tien-do"), "3"]
    press(book, "make_papers")
    [waiting] = (tmp_path / "van-ban").glob("*.docx")
    [row] = rows(book, Paper)
    assert (row["number"], row["file"]) == (None, waiting.name) and "_cho-so-" in waiting.name
    late = str(len(KINDS) + 2)
    live_app.api.answers.append(late)
    with pytest.raises(Refusal, match="1 văn bản đang chờ số; hãy ghi «Số»"):
        press(book, "make_papers")
    cell(book, Paper, 1, "number").value = 57
    live_app.api.answers.append(late)
    outcome, _ = press(book, "make_papers")
    [paper] = (tmp_path / "van-ban").glob("*.docx")
    assert "số 57/BC-UBND" in outcome.text and "Số: 57/BC-UBND" in text_of(paper.read_bytes())
    [row] = rows(book, Paper)
    assert row["file"] == paper.name


def test_there_must_be_papers_before_there_are_pdfs(book: Any) -> None:
    with pytest.raises(Refusal, match="bấm «Lập văn bản…» trước"):
        press(book, "papers_pdf")


def test_own_templates_are_read_before_use(book: Any, live_app: Any, tmp_path: Path) -> None:
    live_app.alert_answers.append("no")
    outcome, _ = press(book, "check_templates")
    assert "chưa có mẫu riêng" in outcome.text and not (tmp_path / "mau").exists()
    (tmp_path / "mau").mkdir()
    shutil.copyfile(template_path(KINDS[0].template), tmp_path / "mau" / KINDS[0].template)
    (tmp_path / "mau" / "hong.docx").write_bytes(b"khong phai Word")
    outcome, _ = press(book, "check_templates")
    assert f"✔ {KINDS[0].template}: 0 lỗi" in outcome.text
    assert outcome.text.split("\n")[1].startswith("✘ hong.docx"), "what is broken comes first"


def test_the_houses_templates_are_copied_to_be_edited(book: Any, tmp_path: Path) -> None:
    outcome, _ = press(book, "check_templates")
    assert {path.name for path in (tmp_path / "mau").iterdir()} == {kind.template for kind in KINDS}
    assert f"{len(KINDS)} mẫu" in outcome.text
    outcome, _ = press(book, "check_templates")
    assert outcome.text.count("0 lỗi phải sửa") == len(KINDS)


def test_the_package_for_the_province_lies_beside_the_workbook(book: Any, live_app: Any, tmp_path: Path) -> None:
    assert press(book, "share")[0].quiet and not list(tmp_path.glob("*.zip")), "nobody has said yes"
    live_app.api.answers.append("Quý IV/2026")
    outcome, desk = press(book, "share")
    [package] = tmp_path.glob("*.zip")
    assert package.name in outcome.text and "Không có trong gói" in outcome.text
    desk.save_copy(copy := tmp_path / "ban-sao.xlsx")
    [sent] = sendings_of(read_book(copy))
    assert sent.code in outcome.text, "the open workbook remembers the package"
    assert sent.period == "Quý IV/2026"


def test_the_product_pages_lie_beside_the_workbook_and_say_who_has_not_agreed(book: Any, tmp_path: Path) -> None:
    outcome, _ = press(book, "catalogue")
    assert (tmp_path / "trang-san-pham" / "index.html").is_file()
    assert "✔ Trang sản phẩm: 0 sản phẩm" in outcome.text and "chưa ghi «Đồng ý công khai»" in outcome.text


def test_the_computer_is_looked_at(book: Any) -> None:
    outcome, _ = press(book, "doctor")
    assert "Python" in outcome.text and "Traceback" not in outcome.text


def test_journal_and_guide_are_shown(book: Any, live_app: Any) -> None:
    outcome, desk = press(book, "journal")
    assert "còn trống" in outcome.text and desk.selected is not None and desk.selected[0] == "Nhật ký"
    live_app.api.answers.append("Khô cá lóc")
    press(book, "add_product")
    outcome, desk = press(book, "journal")
    assert "«Thêm sản phẩm»" in outcome.text and desk.selected is not None
    assert desk.selected[1].top == 4 + len(rows(book, JournalEntry))
    _, desk = press(book, "guide")
    assert desk.selected is not None and desk.selected[0] == "Hướng dẫn"


@pytest.mark.thorough
def test_papers_of_a_kind_go_into_one_file_for_the_printer(book: Any, live_app: Any, tmp_path: Path) -> None:
    for slug in ("phieu-y-tuong", "phu-luc-san-pham"):
        live_app.api.answers.append(number_of(slug))
        press(book, "make_papers")
    live_app.api.answers.append("1")
    outcome, _ = press(book, "papers_in_one")
    (whole,) = (tmp_path / "van-ban").glob("in-chung*.pdf")
    assert outcome.text.startswith(f"Đã ghép 2 văn bản vào «{whole.name}»")
    assert page_count(whole.read_bytes()) == 1 + sum(
        page_count(pdf.read_bytes()) for pdf in (tmp_path / "van-ban").glob("ph*.pdf")
    )
    live_app.api.answers.append(False)
    assert press(book, "papers_in_one")[0] is NOTHING_DONE
    assert "1. Mọi văn bản trong thư mục (2 tệp)" in live_app.api.asked[-1]
