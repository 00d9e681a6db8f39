"""Phiếu chấm: the whole table of a criteria set, what was chosen, what it comes to, and the doubts about the set."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl.law.criteria import criteria_set
from ocop_xl.model import Book, ScoreLine, ScoreSheet
from ocop_xl.model import choices as c
from ocop_xl.papers.kinds.parts.score_table import score_lines
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from ocop_xl.scoring.book_scores import BookScores
from tests.busy_commune import add_sheet, answer
from tests.papers.filed_book import filed_book
from tests.papers.plan_book import ON
from tests.papers.word_files import lines, table_rows

SHEET = "HS02-XA"  # Chả cá phi, by set 8


@pytest.fixture
def filed() -> Book:
    return filed_book()


def form(book: Book, folder: Path, sheet: str = SHEET) -> MadePaper:
    made = make_papers(book, ON, ["phieu-cham"], folder)
    assert made.failed == []
    return next(paper for paper in made if f"_{sheet.lower()}" in paper.path.name)


def text_of(paper: MadePaper) -> list[str]:
    return [line for line in lines(paper.path.read_bytes()) if line]


def table_of(paper: MadePaper) -> list[list[str]]:
    return table_rows(paper.path.read_bytes())


def short_of_4_stars(book: Book, sheet: str = SHEET) -> None:
    """Every criterion at its top, but the trademark only applied for (3.5: 1 point, 4 sao wants 2)."""
    answer(book, sheet, lambda one, row: one.levels[1].label if one.code == "3.5" else one.levels[-1].label)


def test_the_head_names_code_set_and_scorer(filed: Book, tmp_path: Path) -> None:
    filed.commune.officer = "Lê Văn Tám"
    text = text_of(form(filed, tmp_path))
    assert text[:5] == [
        "Mã sản phẩm (T)-(X)-(STT)-20..: 91-31051-2-2026",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "PHIẾU RÀ SOÁT THEO BỘ TIÊU CHÍ",
        "Sản phẩm Chả cá phi",
    ]
    assert text[5].endswith("(QD26-08; Phụ lục II, mục 8, Quyết định số 26/2026/QĐ-TTg)")
    assert text[7] == "Bên chấm: UBND xã rà soát; người chấm: Lê Văn Tám; số phiếu: HS02-XA"
    assert any("Ủy ban nhân dân cấp xã không chấm điểm trong Báo cáo Mẫu 03" in line for line in text)
    assert any(line.startswith("Hồ sơ bị loại khi: Giả mạo hồ sơ") for line in text)


@pytest.mark.parametrize(
    ("scorer", "title"),
    [(c.SCORER_SUBJECT, "PHIẾU TỰ CHẤM ĐIỂM"), (c.SCORER_COUNCIL, "PHIẾU ĐÁNH GIÁ, CHẤM ĐIỂM")],
)
def test_each_side_has_its_own_title(filed: Book, tmp_path: Path, scorer: str, title: str) -> None:
    sheet = add_sheet(filed, "HS06", "QD26-03", scorer, "Trần Thị Bình")
    text = text_of(form(filed, tmp_path, str(sheet.id)))
    assert title in text
    assert not any("không chấm điểm trong Báo cáo Mẫu 03" in line for line in text)


def test_every_level_stands_with_its_points_stars_and_mark(filed: Book, tmp_path: Path) -> None:
    short_of_4_stars(filed)
    rows = table_of(form(filed, tmp_path))
    assert rows[0] == ["Mã", "Tiêu chí, mức", "Điểm", "Mức tối thiểu", "Chọn", "Điểm chấm"]
    part = "PHẦN A. SẢN PHẨM VÀ SỨC MẠNH CỦA CỘNG ĐỒNG"
    assert rows[1] == [part, part, "40", "", "", "38"]
    assert rows[2] == ["1", "TỔ CHỨC SẢN XUẤT", "18", "", "", "18"]
    assert rows[3] == ["1.1", "Nguồn nguyên liệu", "3", "", "", "3"]
    assert rows[4][1].startswith("Ghi chú: Bị loại nếu sử dụng toàn bộ nguyên liệu nhập khẩu")
    assert rows[5] == [
        "",
        "Có sử dụng nguyên liệu có nguồn gốc trong tỉnh, nhưng có tỷ lệ dưới 50%",
        "1",
        "***",
        "",
        "",
    ]
    assert rows[7][2:] == ["3", "", "x", ""]
    assert [row[5] for row in rows if row[0] == "3.5"] == ["1"]
    assert rows[-1] == ["", "TỔNG CỘNG", "100", "", "", "98"]


@pytest.mark.parametrize("number", range(1, 27))
def test_the_table_leaves_out_nothing_of_any_set(filed: Book, number: int) -> None:
    chosen = criteria_set(f"QD26-{number:02}")
    sheet = add_sheet(filed, "HS06", chosen.code, c.SCORER_SUBJECT)
    rows = score_lines(filed.derived(BookScores).sheets[str(sheet.id)])
    assert [row["ma"] for row in rows if row["loai"] == "tieu_chi"] == [one.code for one in chosen.criteria]
    assert sum(row["loai"] == "muc" for row in rows) == sum(
        not option.implied for one in chosen.criteria for option in one.options
    )
    stars = [len(row["sao"]) for row in rows if row["sao"]]
    assert stars == [level.min_star for one in chosen.criteria for level in one.options if level.min_star]


def test_the_result_says_which_minimum_holds_the_rank_down(filed: Book, tmp_path: Path) -> None:
    short_of_4_stars(filed)
    text = text_of(form(filed, tmp_path))
    assert "- Phần A: 38/40; phần B: 25/25; phần C: 35/35; tổng điểm: 98/100." in text
    assert "- Xếp hạng theo điểm: 5 sao; theo mức tối thiểu: 3 sao; xếp hạng tạm tính: 3 sao." in text
    assert "- Chưa đạt mức tối thiểu: Tiêu chí 3.5: 1 điểm, 4 sao cần từ 2 điểm." in text


def test_an_excluded_product_has_its_reason(filed: Book, tmp_path: Path) -> None:
    filed.by_id(ScoreSheet)[SHEET].knock_out = c.KNOCK_OUT_COPY
    text = text_of(form(filed, tmp_path))
    assert "- Lý do bị loại: Giống hệt sản phẩm của nhà sản xuất khác." in text
    assert any(line.endswith("xếp hạng tạm tính: bị loại.") for line in text)


def test_a_blank_sheet_is_a_form_to_fill_in_with_one_line_for_all_that_is_open(filed: Book, tmp_path: Path) -> None:
    paper = form(filed, tmp_path)
    assert [row[5] for row in table_of(paper) if row[0] == "1.1"] == ["……"]
    assert "- Phần A: ……/40; phần B: ……/25; phần C: ……/35; tổng điểm: ……/100." in text_of(paper)
    assert [label for label in paper.missing if "Phiếu" in label] == [
        "Phiếu HS02-XA: còn 32 tiêu chí chưa chấm (trang Chấm điểm)"
    ]


def test_an_answer_that_is_no_level_is_named(filed: Book, tmp_path: Path) -> None:
    short_of_4_stars(filed)
    next(row for row in filed[ScoreLine] if row.id == f"{SHEET}-1.3").level = "khá tốt"
    paper = form(filed, tmp_path)
    assert "Phiếu HS02-XA: mức đã ghi ở tiêu chí 1.3 không có trong bộ tiêu chí" in paper.missing
    assert "- Còn 01 tiêu chí chưa chấm, tạm tính 0 điểm." in text_of(paper)


def test_our_remarks_on_the_set_are_told_and_not_filed(filed: Book, tmp_path: Path) -> None:
    """A form that goes into the dossier says nothing of the program that filled it."""
    paper = form(filed, tmp_path)
    assert paper.notices[0].startswith("Bộ tiêu chí, mục 2.1: Bộ này không có mức 0 điểm")
    assert "Một số câu dài của bộ tiêu chí đã rút gọn; đối chiếu văn bản đã ký khi cần." in paper.notices
    printed = "\n".join([*text_of(paper), *(cell for row in table_of(paper) for cell in row)])
    for word in ("phần mềm", "như bản in", "«", "[1]"):
        assert word not in printed
    at = next(number for number, row in enumerate(table_of(paper)) if row[0] == "2.4")
    assert table_of(paper)[at + 1][0] == "3", "the level that is only inferred is not printed unless it is chosen"


def test_a_product_without_a_code_gets_none(filed: Book, tmp_path: Path) -> None:
    """The commune keeps the register of STT; a code is never made up."""
    paper = form(filed, tmp_path, "HS01-XA")
    assert text_of(paper)[0] == "Mã sản phẩm (T)-(X)-(STT)-20..: ……"
    assert "Chưa ghi «Mã sản phẩm OCOP» (ô Sản phẩm!Q5)" in paper.missing


def test_an_unknown_set_is_a_gap(filed: Book, tmp_path: Path) -> None:
    filed.by_id(ScoreSheet)[SHEET].criteria_set = "QD148-08"
    paper = form(filed, tmp_path)
    assert "Không có bộ tiêu chí «QD148-08» của phiếu HS02-XA (trang Kết quả chấm)" in paper.missing
    assert len(table_of(paper)) == 2  # headers and total


def test_headers_come_again_on_every_page(filed: Book, tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml.ns import qn

    table = Document(str(form(filed, tmp_path).path)).tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
