"""The two house papers, made from the plan's rows: what stands in which cell, and what is missing."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from ocop_xl.demo.sample import sample_book
from ocop_xl.errors import PaperError
from ocop_xl.model import Book, Commune, Dossier, Product, Recognition
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import MadePaper, make_papers
from ocop_xl.papers.resources import template_path
from ocop_xl.vietnamese import nfc
from tests.conftest import OFFICE_VERSIONS, Convert, need
from tests.papers.constructs import covering
from tests.papers.plan_book import ON
from tests.papers.word_files import lines, table_rows
from tools.make_templates import make_templates

ROOT = Path(__file__).resolve().parents[3]
ANNEX, REPORT = "phu-luc-san-pham", "bao-cao-tien-do"


def one(book: Book, kind: str, folder: Path, on: date = ON) -> MadePaper:
    (paper,) = make_papers(book, on, [kind], folder)
    return paper


def all_text(paper: MadePaper) -> str:
    """Every letter of the body, tables included, each once."""
    body = Document(io.BytesIO(paper.path.read_bytes())).element.body
    return "\n".join(text.text or "" for text in body.iter(qn("w:t")))


def test_the_annex_has_the_plans_own_table(book: Book, tmp_path: Path) -> None:
    paper = one(book, ANNEX, tmp_path)
    content = paper.path.read_bytes()
    assert lines(content)[:3] == [
        "Phụ lục",
        "SẢN PHẨM DỰ KIẾN THAM GIA OCOP GIAI ĐOẠN 2025-2030",
        "(Cập nhật đến ngày 05 tháng 11 năm 2026 danh mục kèm theo Kế hoạch số: 76/KH-UBND, ngày 20/3/2026\n"
        "của UBND xã Vĩnh Phong)",
    ]
    new, upgrade = ["Sản phẩm mới"] * 7, ["Nâng hạng sản phẩm"] * 7
    food, years = "Thực phẩm", "2025-2030"
    assert table_rows(content) == [
        [
            "STT",
            "Tên sản phẩm",
            "Nhóm sản phẩm",
            "Loại hình",
            "Tên cơ sở",
            "Hiện trạng",
            "Tiềm năng",
            "Lộ trình đăng ký sản phẩm OCOP",
        ],
        ["A", *new],
        ["1", "Tương hột và chao", "Thực phẩm chế biến", "Cơ sở", "Cơ sở Thanh Hương", "", "3 sao", years],
        ["2", "Chả cá phi", food, "Hộ kinh doanh", "Nguyễn Thị Kiều Diễm", "", "3 sao", years],
        ["3", "Mắm lóc", food, "Hộ kinh doanh", "Hộ kinh doanh sản xuất mắm Cô Ba", "", "3 sao", years],
        ["4", "Mắm cá lóc đóng hộp", food, "Hộ kinh doanh", "Hộ kinh doanh Lê Thị Nhỏ", "", "3 sao", years],
        ["5", "Tôm càng xanh đóng hộp", food, "Hợp tác xã", "HTX Dịch vụ - NN Hiểu Phát", "", "4 sao", years],
        ["B", *upgrade],
        ["1", "Gạo", food, "Doanh nghiệp tư nhân", "Nhà máy Nguyễn Hưng", "3 sao", "4 sao", years],
        ["2", "Tôm khô", food, "Hợp tác xã", "HTX Dịch vụ - NN Hiểu Phát", "3 sao", "4 sao", years],
    ]
    assert paper.missing == ()
    assert paper.path.name == "phu-luc-san-pham_vinh-phong_2026-11-05.docx"


def test_a_product_without_a_section_is_not_lost(book: Book, tmp_path: Path) -> None:
    book[Product][1].section = None
    paper = one(book, ANNEX, tmp_path)
    assert [row[1] for row in table_rows(paper.path.read_bytes())][-2:] == ["……", "Chả cá phi"]
    assert paper.missing == ("Có sản phẩm chưa ghi «Mục» (trang Sản phẩm)",)


def test_the_report_has_the_form_of_a_report(book: Book, tmp_path: Path) -> None:
    content = one(book, REPORT, tmp_path).path.read_bytes()
    agency, nation = table_rows(content, 0)[0]
    assert agency.split("\n")[:2] == ["ỦY BAN NHÂN DÂN", "XÃ VĨNH PHONG"]
    assert nation.split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert table_rows(content, 0)[1] == ["Số:        /BC-UBND", "Vĩnh Phong, ngày 05 tháng 11 năm 2026"]
    recipients, signature = table_rows(content, 2)[0]
    assert recipients == "Nơi nhận:\n- Như trên;\n- CT và PCT UBND xã;\n- Lưu: VT, PKT."
    assert [line for line in signature.split("\n") if line] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Châu Ngọc Cẩn"]
    body = [line for line in lines(content) if line]
    assert body[:5] == [
        "BÁO CÁO",
        "Kết quả thực hiện các chỉ tiêu Chương trình mỗi xã một sản phẩm (OCOP) giai đoạn 2025-2030 "
        "tính đến ngày 05 tháng 11 năm 2026",
        "Kính gửi: Sở NN và MT tỉnh",
        "Căn cứ Kế hoạch số 76/KH-UBND ngày 20 tháng 3 năm 2026 của Ủy ban nhân dân xã Vĩnh Phong về triển khai thực hiện "
        "Chương trình mỗi xã một sản phẩm (OCOP) giai đoạn 2025-2030 trên địa bàn xã Vĩnh Phong.",
        "Ủy ban nhân dân xã Vĩnh Phong báo cáo kết quả thực hiện các chỉ tiêu của Kế hoạch tính đến "
        "ngày 05 tháng 11 năm 2026 như sau:",
    ]
    assert body[-1].endswith("./.")


def test_the_report_shows_each_target(book: Book, tmp_path: Path) -> None:
    content = one(book, REPORT, tmp_path).path.read_bytes()
    rows = table_rows(content, 1)
    assert rows[0] == ["STT", "Chỉ tiêu", "Đơn vị tính", "Mức tối thiểu", "Mức phấn đấu", "Thực hiện", "Kết quả"]
    assert [row[2:] for row in rows[1:]] == [
        ["sản phẩm", "7", "–", "7", "Đạt"],
        ["sản phẩm", "5", "–", "2", "Chưa đạt"],
        ["sản phẩm", "1", "2", "0", "Chưa đạt"],
        ["sản phẩm", "6", "–", "0", "Chưa đạt"],
        ["tổ chức", "3", "–", "4", "Đạt"],
        ["%", "100", "–", "0", "Chưa đạt"],
        ["%", "100", "–", "0", "Chưa đạt"],
        ["điểm bán", "1", "–", "0", "Chưa đạt"],
        ["%", "50", "–", "0", "Chưa đạt"],
    ]
    text = "\n".join(lines(content))
    assert "Toàn xã có 07 sản phẩm của 06 chủ thể đang tham gia Chương trình." in text
    assert "Trong 09 chỉ tiêu của Kế hoạch, có 02 chỉ tiêu đạt mức tối thiểu, 07 chỉ tiêu chưa đạt." in text
    assert "- Chỉ tiêu 1 (Sản phẩm OCOP): 7 sản phẩm đang tham gia: Tương hột và chao; " in text
    assert "Gạo (3 sao, theo hiện trạng đã khai, chưa ghi quyết định công nhận)" in text


def test_the_report_says_what_is_still_to_be_done_in_words_of_a_report(book: Book, tmp_path: Path) -> None:
    """Not what is mistyped in the workbook: no cell, no row key, no rule code leaves the commune."""
    book[Recognition] = [
        Recognition(id="CN01", product_id="SP06", stars=3, issued=date(2024, 3, 1), ends=date(2027, 3, 1)),
        Recognition(id="CN02", product_id="SP07", stars=3, issued=date(2026, 3, 1), ends=date(2029, 3, 1)),
    ]
    book[Dossier] = [Dossier(id="HS01", product_id="SP01", received=date(2026, 9, 1), state="Đã tiếp nhận")]
    text = "\n".join(lines(one(book, REPORT, tmp_path).path.read_bytes()))
    part = text.partition("II. NHỮNG NỘI DUNG CÒN PHẢI THỰC HIỆN\n")[2].partition("III. ĐỀ XUẤT")[0]
    assert part.splitlines()[0] == "- Chỉ tiêu 2 (Sản phẩm từ 3 sao): mới đạt 2/5 sản phẩm, còn thiếu 3."
    assert (
        "- Giấy chứng nhận 3 sao của sản phẩm Gạo hết hạn ngày 01/3/2027; thời gian nộp hồ sơ phân hạng lại: "
        "từ 02/9/2026 đến 01/11/2026.\n"
        "- Hồ sơ sản phẩm Tương hột và chao nhận ngày 01/9/2026: hạn gửi tỉnh 23/9/2026, chưa gửi.\n"
    ) in part
    assert "Tôm khô" not in part  # its certificate is not due
    assert re.search(r"SP0|CT0|![A-Z]+\d", text) is None


def test_the_chart_shows_the_same_figures_as_its_workbook(book: Book, tmp_path: Path) -> None:
    with zipfile.ZipFile(one(book, REPORT, tmp_path).path) as package:
        chart = package.read("word/charts/chart1.xml").decode()
        sheet = load_workbook(io.BytesIO(package.read("word/embeddings/bieu-do1.xlsx"))).active
    expected = [
        ("Sản phẩm OCOP", 100), ("Sản phẩm từ 3 sao", 40), ("Sản phẩm 4 sao", 0), ("Sản phẩm được hỗ trợ", 0),
        ("Tổ chức kinh tế", 100), ("Chủ thể được tập huấn", 0), ("Chủ thể được hỗ trợ", 0),
        ("Điểm giới thiệu và bán", 0), ("Sản phẩm lên sàn", 0),
    ]  # fmt: skip
    assert list(sheet.values) == [(None, "Tỷ lệ đạt (%)"), *expected]
    for at, (name, value) in enumerate(expected):
        assert f'<c:pt idx="{at}"><c:v>{name}</c:v></c:pt>' in chart
        assert f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' in chart
    assert "<c:f>Sheet1!$B$2:$B$10</c:f>" in chart
    assert "Đạt từ 3 sao" not in chart  # the template's sample


def test_the_deputy_signs_for_the_chair(book: Book, tmp_path: Path) -> None:
    book.commune.signer_position, book.commune.deputy = "Phó Chủ tịch", "Trần Văn An"
    signature = table_rows(one(book, REPORT, tmp_path).path.read_bytes(), 2)[0][1]
    shown = [line for line in signature.split("\n") if line]
    assert shown == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An"]


def test_a_report_to_those_above_begins_with_kinh_gui(book: Book, tmp_path: Path) -> None:
    book.commune.recipients = "- Như trên;\n- Lưu: VT, PKT."
    paper = one(book, REPORT, tmp_path)
    assert "Kính gửi: ……" in lines(paper.path.read_bytes())
    assert "Chưa có cơ quan nhận ở dòng «Kính gửi»: người soạn ghi vào văn bản" in paper.missing


def test_missing_facts_are_dots_and_are_listed(tmp_path: Path) -> None:
    book = Book()
    book[Commune] = [Commune(name="Vĩnh Phong", kind="xã")]
    annex = one(book, ANNEX, tmp_path)
    assert "GIAI ĐOẠN ……" in all_text(annex)
    assert [line.partition(" (")[0] for line in annex.missing] == [
        "Chưa ghi «Giai đoạn từ năm»",
        "Chưa ghi «Số kế hoạch»",
        "Chưa ghi «Ngày kế hoạch»",
        "Sổ chưa có sản phẩm nào",
    ]
    report = one(book, "bao-cao-hoi-nghi", tmp_path)
    assert "Kế hoạch chưa có chỉ tiêu nào." in all_text(report)
    assert "……, ngày 05 tháng 11 năm 2026" in all_text(report)
    cell = book.placement(Commune).cell(book.commune, "signer_position")
    assert f"Chưa ghi «Chức vụ người ký» (ô Thông tin xã!{cell})" in report.missing


@pytest.mark.parametrize("name", ["{{ 7*7 }} & <b>", "Gạo\nnếp", "Ga\u0323o"])
def test_hostile_names_of_products_come_out_as_typed(book: Book, tmp_path: Path, name: str) -> None:
    book[Product][0].name = name
    rows = table_rows(one(book, ANNEX, tmp_path).path.read_bytes())
    assert rows[2][1] == nfc(name)


def in_another_process(folder: Path, then: str = "", **environment: str) -> str:
    """Make every kind from the sample book in a fresh interpreter; what `then` prints there."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from ocop_xl.demo.sample import sample_book; from tests.papers.plan_book import ON; from pathlib import Path; "
        "from ocop_xl.papers.make import make_papers; "
        f"make_papers(sample_book(ON), ON, sys.argv[3].split(), Path(sys.argv[2])); {then}"
    )
    arguments = [sys.executable, "-c", code, str(ROOT), str(folder), " ".join(k.slug for k in KINDS)]
    environment = {**os.environ, **environment}
    return subprocess.run(arguments, capture_output=True, text=True, check=True, env=environment).stdout.strip()


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    here, there = tmp_path / "1", tmp_path / "2"
    make_papers(sample_book(ON), ON, [kind.slug for kind in KINDS], here)
    in_another_process(there, PYTHONHASHSEED="7", TZ="Asia/Tokyo")
    names = sorted(path.name for path in here.iterdir())
    assert [kind.slug for kind in KINDS if not any(name.startswith(f"{kind.slug}_") for name in names)] == []
    assert names == sorted(path.name for path in there.iterdir())
    assert [name for name in names if (here / name).read_bytes() != (there / name).read_bytes()] == []


def test_an_unknown_kind_is_one_sentence(book: Book, tmp_path: Path) -> None:
    with pytest.raises(PaperError, match=r"«thu-moi»; các loại hiện có: phu-luc-san-pham, "):
        make_papers(book, ON, ["thu-moi"], tmp_path)


def test_listing_the_kinds_loads_nothing_heavy() -> None:
    code = "import sys, ocop_xl.papers.kinds, ocop_xl.papers.make; print([m for m in ('jinja2','xlsxwriter','docx') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_rendering_needs_no_word_library(tmp_path: Path) -> None:
    heavy = "('docx', 'docxtpl', 'lxml', 'openpyxl', 'pandas')"
    assert in_another_process(tmp_path, f"print([m for m in {heavy} if m in sys.modules])") == "[]"


def test_the_committed_templates_are_what_the_maker_makes(tmp_path: Path) -> None:
    make_templates(tmp_path)
    names = {kind.template for kind in KINDS}
    assert names <= {path.name for path in tmp_path.iterdir()}
    assert [name for name in sorted(names) if parts(tmp_path / name) != parts(template_path(name))] == []


def parts(file: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(file) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def test_libreoffice_shows_every_letter_of_the_papers(book: Book, tmp_path: Path, office: Convert) -> None:
    reader = need("pdftotext", "text of a PDF")
    for paper in make_papers(book, ON, [ANNEX, REPORT], tmp_path):
        pdf = subprocess.run([reader, "-raw", str(office(paper.path, "pdf")), "-"], check=True, capture_output=True)
        on_the_pages = Counter("".join(nfc(pdf.stdout.decode()).split()))
        written = Counter("".join(all_text(paper).split()))
        # Letters are counted, not words: where the font lacks a Vietnamese letter, LibreOffice takes it from another
        # font and the PDF no longer knows which word it belongs to.
        assert written - on_the_pages == Counter()


@pytest.mark.thorough
@pytest.mark.parametrize("version", OFFICE_VERSIONS)
def test_the_open_xml_sdk_finds_no_error(
    book: Book, tmp_path: Path, version: str, sdk_errors: Callable[[Path, str], list[object]]
) -> None:
    """The oldest version is asked about every file, the others about those that have something of their own."""
    files = [paper.path for paper in make_papers(book, ON, [ANNEX, REPORT], tmp_path)]
    files += [template_path(kind.template) for kind in KINDS]
    files = files if version == OFFICE_VERSIONS[0] else covering(files)
    assert len(files) > 10
    assert [sdk_errors(file, version) for file in files] == [[]] * len(files)
