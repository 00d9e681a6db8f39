"""`ocop-xl papers`: what it makes, what it says, and how it ends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.cli.commands.parts import papers_words
from ocop_xl.cli.main import main
from ocop_xl.demo.books import empty_commune
from ocop_xl.model import Paper, Target
from ocop_xl.papers import pdf
from ocop_xl.papers.kinds import KINDS
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.papers.plan_book import ON, vinh_phong
from tests.papers.word_files import word

REPORT, ANNEX = "bao-cao-tien-do", "phu-luc-san-pham"
DAY = ("--on", ON.isoformat())


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong, ON))
    return path


def papers(workbook: Path, *arguments: str) -> int:
    return main(["papers", str(workbook), *arguments, "--out", "ra", *DAY])


def test_the_list_names_kind_title_and_symbol(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papers(workbook, "--list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [one["kind"] for one in listed] == [kind.slug for kind in KINDS]
    assert {
        "kind": REPORT,
        "title": "Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch",
        "symbol": "BC-UBND",
    } in listed


def test_papers_are_made_and_told(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papers(workbook, REPORT, ANNEX) == 0
    out = capsys.readouterr().out
    assert "Báo cáo tiến độ đến ngày 05 tháng 11 năm 2026: ra/bao-cao-tien-do_vinh-phong_2026-11-05.docx" in out
    assert "còn thiếu: Chưa có nội dung «Đề xuất, kiến nghị»: người soạn báo cáo ghi vào văn bản" in out
    assert len(list(Path("ra").iterdir())) == 2


def test_json_is_one_document(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papers(workbook, ANNEX, "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert one == {
        "kind": ANNEX,
        "title": "Phụ lục sản phẩm dự kiến tham gia OCOP giai đoạn 2025-2030",
        "path": str(Path("ra") / "phu-luc-san-pham_vinh-phong_2026-11-05.docx"),
        "missing": [],
        "notices": [
            "Phụ lục của Kế hoạch số 76/KH-UBND đã ký thì giữ nguyên; bản này là danh mục cập nhật theo sổ, muốn thay phụ lục "
            "thì phải điều chỉnh Kế hoạch."
        ],
        "number": None,
        "pdf": None,
        "error": None,
    }


def test_some_failed_is_one_all_failed_is_two(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("mau").mkdir()
    (Path("mau") / "bao-cao-tien-do.docx").write_bytes(word("Xã {{ xa.tenxa }}"))
    assert papers(workbook, REPORT, ANNEX) == 1
    told = capsys.readouterr()
    assert "Phụ lục sản phẩm" in told.out
    assert "Báo cáo tiến độ đến ngày 05 tháng 11 năm 2026: Mẫu «bao-cao-tien-do.docx»: Không có tên «tenxa»" in told.err
    assert papers(workbook, REPORT) == 2


TOLD = ("--so-cuoi", "BC-UBND=0")


def test_a_look_ahead_writes_nothing(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(Path().iterdir())
    assert papers(workbook, REPORT, "--dry-run", "--vao-so", *TOLD, "--templates", "mau-rieng") == 0
    out = capsys.readouterr().out
    assert out.startswith("Xem trước, chưa ghi gì:\n")
    assert "số 01/BC-UBND: ra/bao-cao-tien-do_vinh-phong_2026-11-05_so-01-bc-ubnd.docx" in out
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize("option", ["--vao-so", "--register"])
def test_a_number_is_taken_only_when_asked(workbook: Path, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert papers(workbook, REPORT) == 0
    assert read_book(workbook)[Paper] == []
    assert papers(workbook, REPORT, option, *TOLD) == 0
    assert "– số 01/BC-UBND: " in capsys.readouterr().out
    assert [row.number for row in read_book(workbook)[Paper]] == [1]


def test_a_number_of_van_thu_goes_into_the_file_later(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papers(workbook, REPORT, "--vao-so") == 2
    assert "hoặc chạy lại với --so-cuoi BC-UBND=SỐ" in capsys.readouterr().err
    assert papers(workbook, REPORT, "--cho-so") == 0
    assert papers(workbook, "--dien-so") == 2
    assert "Chưa có số nào để điền: 1 văn bản đang chờ" in capsys.readouterr().err
    apply_changes(workbook, read_book(workbook), [Change("tblVanBan", "VB01", "Số", None, 57, "văn thư cho")])
    assert papers(workbook, "--dien-so") == 0
    assert "– số 57/BC-UBND: ra/bao-cao-tien-do_vinh-phong_2026-11-05_so-57-bc-ubnd.docx" in capsys.readouterr().out
    assert len(list(Path("ra").iterdir())) == 1


def test_an_edited_template_is_mentioned(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papers(workbook, REPORT, "--vao-so", *TOLD) == 0
    Path("mau").mkdir()
    (Path("mau") / "bao-cao-tien-do.docx").write_bytes(word("Xã {{ xa.ten_xa }}"))
    capsys.readouterr()
    assert papers(workbook, ANNEX) == 0
    said = "Lưu ý: văn bản số 01/BC-UBND lập bằng mẫu «bao-cao-tien-do.docx» trước khi mẫu được sửa."
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((REPORT, "--product", "SP1"), 2, "Không có «Mã SP» SP1 ở trang «Sản phẩm»; gần nhất là SP01. Hãy ghi lại mã."),
        (
            (REPORT, "--product", "SP01"),
            0,
            "«Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch»: không có gì để lập trong phạm vi đã chọn. "
            "Loại này lập cho cả xã, theo các chỉ tiêu đã ghi (trang Chỉ tiêu).\n",
        ),
        (
            (REPORT, ANNEX, "--year", "2025"),
            0,
            f"Trong phạm vi đã chọn, 2 loại không có gì để lập: {ANNEX}, {REPORT}.\n",
        ),
        (
            ("mau-03",),
            0,
            "«Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu 03)»: không có gì để lập. "
            "Loại này lập cho mỗi hồ sơ đã ghi «Ngày nhận» (trang Hồ sơ).\n",
        ),
        (("mau03",), 2, "Không có loại văn bản «mau03»; gần nhất là «mau-03». Hãy ghi lại tên loại.\n"),
        (("thu-moi",), 2, "Không có loại văn bản «thu-moi»; các loại hiện có: phu-luc-san-pham, ke-hoach, "),
        (
            (ANNEX, "--year", "26"),
            2,
            "Lệnh chưa đúng: --year: «26» không phải năm trong khoảng 2000–2100; hãy ghi lại, ví dụ 2026. ",
        ),
        ((ANNEX, "--templates", "so.xlsx"), 2, "Không chép được mẫu vào «so.xlsx»: phải là một thư mục ghi được. "),
        (("--pfd", ANNEX), 2, f"Lệnh chưa đúng: không hiểu: --pfd {ANNEX}. "),
        ((), 2, "Chưa chọn loại văn bản. Hãy chọn trong: "),
    ],
)
def test_what_is_said_on_stderr(
    workbook: Path, arguments: tuple[str, ...], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert papers(workbook, *arguments) == status
    assert capsys.readouterr().err.startswith(said)


def test_a_kind_may_stand_after_an_option(workbook: Path) -> None:
    """As people type: «papers so.xlsx --dry-run mau-03», and a name in capitals."""
    assert papers(workbook, "--year", "2026", ANNEX.upper()) == 0
    assert [path.name.split("_")[0] for path in Path("ra").iterdir()] == [ANNEX]


def test_blank_cells_of_one_column_are_one_line() -> None:
    gaps = ("Chưa ghi «Hạn» (ô Nhiệm vụ!F5)", "Chưa ghi «Dự kiến» (ô Kinh phí!D9)", "Chưa ghi «Hạn» (ô Nhiệm vụ!F17)")
    assert papers_words.gathered((*gaps, "Sổ chưa có nguồn kinh phí năm 2027 (trang Kinh phí)")) == [
        "Chưa ghi «Hạn» (2 ô: Nhiệm vụ!F5…F17)",
        "Chưa ghi «Dự kiến» (ô Kinh phí!D9)",
        "Sổ chưa có nguồn kinh phí năm 2027 (trang Kinh phí)",
    ]


def test_every_kind_that_may_have_no_paper_says_what_it_waits_for() -> None:
    book = empty_commune()
    book.lay_out()
    book[Target] = []
    idle = {kind.slug for kind in KINDS if not kind.facts(book, date(2026, 11, 23))}
    assert idle == {kind.slug for kind in KINDS if kind.made_for}


def test_without_libreoffice_the_word_files_are_made(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pdf, "find_office", lambda: None)
    assert papers(workbook, ANNEX, "--pdf") == 0
    assert "hãy cài LibreOffice" in capsys.readouterr().err
    assert [path.suffix for path in Path("ra").iterdir()] == [".docx"]
