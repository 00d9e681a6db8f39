"""Findings of form of any .docx: our papers have none, a paper with one fault has exactly that one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_xl.cli.main import main
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.lint.catalogue import CHECKS
from ocop_xl.papers.lint.lint import lint_content
from tests.papers.lint.broken_papers import BROKEN, text
from tests.papers.lint.good_papers import GOOD, changed, letter, rendered_all, report
from tests.processor_time import within

SECONDS_A_FILE = 0.3


def codes(content: bytes) -> list[str]:
    return [finding.code for finding in lint_content(content)]


@pytest.mark.parametrize("kind", [kind.slug for kind in KINDS])
def test_our_own_papers_are_in_the_form_of_the_decree(kind: str) -> None:
    """From a book with a row in every table, so that every kind has something to make."""
    papers = rendered_all(kind)
    assert papers
    assert [lint_content(paper) for paper in papers] == [[]] * len(papers)


@pytest.mark.parametrize("good", GOOD.values(), ids=GOOD)
def test_the_papers_that_are_broken_below_are_good_before(good: Callable[[], bytes]) -> None:
    assert lint_content(good()) == []


def test_every_check_has_a_paper_that_fails_it() -> None:
    assert list(BROKEN) == list(CHECKS)


@pytest.mark.parametrize("code", BROKEN)
def test_a_paper_with_one_fault_has_that_finding_and_no_other(code: str) -> None:
    assert codes(BROKEN[code].content) == [code]


def test_a_finding_says_component_words_fault_rule_and_point() -> None:
    (finding,) = lint_content(BROKEN["QH-01"].content)
    assert finding.component == "Quốc hiệu"
    assert finding.paragraph == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert finding.saw == "cỡ chữ 16"
    assert finding.allowed == "cỡ chữ 12 đến 13"
    assert finding.point == "ô số 1, Phụ lục I, NĐ 30/2020/NĐ-CP"


def test_the_same_fault_in_many_paragraphs_is_told_once() -> None:
    def shrink(document) -> None:  # type: ignore[no-untyped-def]
        document.styles["Thân bài"].font.size = 152400  # 12 pt

    (finding,) = lint_content(changed(report(), shrink))
    assert finding.code == "ND-01"
    assert finding.saw.startswith("cỡ chữ 12 (ở ")


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("Số: 76/BC-UBND", []),
        ("Số: 07/BC-UBND", []),
        ("Số:        /BC-UBND", []),
        ("Số: ……/BC-UBND", []),
        ("Số: 7/BC-UBND", ["SO-12"]),
        ("Số: 007/BC-UBND", ["SO-12"]),
        ("Số: 12/BC - UBND", ["SO-13"]),
        ("Số: 12 /BC-UBND", ["SO-13"]),
        ("Số 12/BC-UBND", ["SO-11"]),
        ("Số: 12/bc-ubnd", ["SO-11"]),
        ("Số: 12-BC/UBND", ["SO-11"]),
        ("Số: 12/QĐ-UBND", ["SO-14"]),
    ],
)
def test_number_and_symbol(typed: str, wrong: list[str]) -> None:
    assert codes(changed(report(), text("Số:", typed))) == wrong


@pytest.mark.parametrize(
    ("typed", "wrong"), [("Số: 12/UBND-PKT", []), ("Số:    /UBND-VP", []), ("Số: 12/UBND", ["SO-11"])]
)
def test_the_symbol_of_a_letter_names_the_office(typed: str, wrong: list[str]) -> None:
    assert codes(changed(letter(), text("Số:", typed))) == wrong


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("Vĩnh Phong, ngày 05 tháng 02 năm 2026", []),
        ("Vĩnh Phong, ngày 15 tháng 3 năm 2026", []),
        ("Vĩnh Phong, ngày     tháng 11 năm 2026", []),
        ("Vĩnh Phong, ngày … tháng … năm 2026", []),
        ("Vĩnh Phong, ngày 5 tháng 11 năm 2026", ["NG-12"]),
        ("Vĩnh Phong, ngày 05 tháng 2 năm 2026", ["NG-12"]),
        ("Vĩnh Phong ngày 05 tháng 11 năm 2026", ["NG-11"]),
        ("Vĩnh Phong, ngày 05/11/2026", ["NG-11"]),
    ],
)
def test_place_and_date(typed: str, wrong: list[str]) -> None:
    assert codes(changed(report(), text("Vĩnh Phong, ngày", typed))) == wrong


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("- Lưu: VT, PKT.", []),
        ("- Lưu: VT.", []),
        ("- Lưu: VT, PKT", ["DN-13"]),
        ("- Lưu VT.", ["DN-13"]),
        ("- Các ấp.", ["DN-13"]),
    ],
)
def test_the_last_line_of_the_recipients(typed: str, wrong: list[str]) -> None:
    assert codes(changed(report(), text("- Lưu", typed))) == wrong


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("TM. ỦY BAN NHÂN DÂN", []), ("TM.ỦY BAN NHÂN DÂN", ["QC-11"]), ("T/M ỦY BAN NHÂN DÂN", ["QC-11"])],
)
def test_by_what_right_one_signs(typed: str, wrong: list[str]) -> None:
    assert codes(changed(report(), text("TM.", typed))) == wrong


def test_a_paper_is_looked_at_in_no_time() -> None:
    content = report()
    with within(SECONDS_A_FILE):
        assert lint_content(content) == []


def test_the_page_of_the_docs_shows_every_check() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "the-thuc.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
    assert rows == [f"| {c.code} | {c.component} | {c.allowed} | {c.point} |" for c in CHECKS.values()]


# --- the command ------------------------------------------------------------------------------------------------


def test_the_command_says_each_fault_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad, good = tmp_path / "sai.docx", tmp_path / "dung.docx"
    bad.write_bytes(BROKEN["DN-12"].content)
    good.write_bytes(report())
    assert main(["lint-paper", str(bad), str(good)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "✘ sai.docx: 1 chỗ chưa đúng thể thức:",
        "  [Danh sách nơi nhận] đoạn “- Sở NN và MT tỉnh,”: cuối dòng là “,” — quy định: cuối mỗi dòng là dấu chấm phẩy "
        "(ô số 9b, Phụ lục I, NĐ 30/2020/NĐ-CP; DN-12).",
        "✔ dung.docx: không thấy chỗ nào sai thể thức.",
    ]
    assert main(["lint-paper", str(good)]) == 0


def test_its_json_is_what_the_contract_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "sai.docx"
    bad.write_bytes(BROKEN["SO-12"].content)
    assert main(["lint-paper", "--json", str(bad)]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": str(bad),
            "component": "Số, ký hiệu",
            "code": "SO-12",
            "paragraph": "Số: 7/BC-UBND",
            "saw": "số 7",
            "allowed": CHECKS["SO-12"].allowed,
            "point": "ô số 3, Phụ lục I, NĐ 30/2020/NĐ-CP",
        }
    ]


def test_an_unreadable_file_is_told_and_the_others_are_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "dung.docx"
    good.write_bytes(report())
    assert main(["lint-paper", str(tmp_path / "khong-co.docx"), str(good)]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"{tmp_path / 'khong-co.docx'}: Không thấy tệp «khong-co.docx»")
    assert "dung.docx: không thấy chỗ nào sai thể thức" in told.out
