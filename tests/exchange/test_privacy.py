"""Nothing leaves the commune that should not, and the package says what stayed at home."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl.exchange.share import Packing, SharedPackage, make_package
from ocop_xl.model import INPUT_TABLES, Book, Producer, Product, spec_of
from ocop_xl.privacy.masking import masked
from ocop_xl.privacy.profiles import INTERNAL, TO_PROVINCE
from ocop_xl.sheets.reading.read import read_book
from tests.exchange.planted import MARK, ON, places_of, planted_file

GUIDE = Path(__file__).parents[2] / "docs" / "goi-gui-tinh.md"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted_file(tmp_path_factory.mktemp("xa"))


@pytest.fixture(scope="module")
def book(source: Path) -> Book:
    return read_book(source)


@pytest.fixture(scope="module")
def package(source: Path, book: Book) -> SharedPackage:
    return make_package(book, source, Packing(ON))


def test_the_marks_are_where_they_must_not_be_sent_from(source: Path, book: Book) -> None:
    """The test below would prove nothing on a workbook without secrets."""
    assert len(places_of(MARK, "sổ", source.read_bytes())) > 10
    personal = [(kind, c) for kind in INPUT_TABLES for c in spec_of(kind).inputs if c.personal]
    unread = {(type(cell.row), cell.column.attribute) for cell in book.unread}
    for kind, column in personal:
        seen = any(MARK in str(getattr(row, column.attribute)) for row in book[kind])
        assert seen or (kind, column.attribute) in unread, (kind, column.header)


@pytest.mark.parametrize("text", [MARK, "0912", "345 678", "dau.vet@", r"C:\Users", "Lương", "vung_ngoai"])
def test_no_planted_text_is_in_any_byte_of_the_package(package: SharedPackage, text: str) -> None:
    assert places_of(text, "gói", package.content) == []


def test_what_was_left_out_is_listed_by_kind_and_number(package: SharedPackage) -> None:
    listed = package.manifest.left_out
    for line in (
        "Trang «Thông tin xã»: cột «Người ký», «Phó Chủ tịch ký thay», «Cán bộ phụ trách», «Điện thoại cán bộ phụ trách».",
        "Trang «Ý tưởng»: cột «Người đăng ký».",
        "Đã che ở trang «Chủ thể», dòng CT01, cột «Ghi chú»: thư điện tử, số điện thoại.",
        "Đã che ở trang «Sản phẩm», dòng SP01, cột «Ghi chú»: thư mục trên máy.",
        "1 mã lệnh (macro).",
        "1 phần ghi chú gắn vào ô.",
        "1 liên kết ra tệp khác.",
        "1 kết nối dữ liệu.",
        "1 hình ảnh.",
        "1 thiết lập máy in.",
        "1 phần dữ liệu XML kèm theo.",
        "1 phần thuộc tính tự đặt của tệp.",
        "1 trang ẩn.",
        "2 trang riêng của xã.",
        "1 tên vùng trỏ ra tệp khác.",
        "1 cột riêng của xã.",
    ):
        assert line in listed


def test_only_the_sender_reads_the_names(package: SharedPackage) -> None:
    assert "Không gửi trang ẩn: «Lương cán bộ»." in package.notices
    assert f"Không gửi cột riêng của xã ở trang «Sản phẩm»: «{MARK} cột riêng»." in package.notices


def test_a_name_in_a_long_text_is_pointed_out(source: Path) -> None:
    book = read_book(source)
    name = book[Producer][0].representative
    book[Product][1].note = f"Do {name} làm từ năm 2020"
    (notice,) = [
        one for one in make_package(book, source, Packing(ON)).notices if "trùng với một ô dữ liệu cá nhân" in one
    ]
    assert notice.startswith(f"Trang «Sản phẩm», dòng SP02, cột «Ghi chú» có «{name}»")


def test_a_short_residence_in_a_note_is_pointed_out_too(source: Path) -> None:
    book = read_book(source)
    book[Producer][0].residence = "Ấp Kín"
    book[Product][1].note = "Làm ở ấp Kín"
    assert any("cột «Ghi chú» có «Ấp Kín»" in one for one in make_package(book, source, Packing(ON)).notices)


def test_the_internal_profile_keeps_personal_columns_and_still_no_leftovers(source: Path, book: Book) -> None:
    package = make_package(book, source, Packing(ON, INTERNAL))
    assert places_of(f"{MARK} Chủ thể representative 0", "gói", package.content)
    for text in (f"{MARK} ghi chú ô", f"{MARK} trang ẩn", f"{MARK} nhật ký", f"{MARK} tác giả", f"{MARK} xl/"):
        assert places_of(text, "gói", package.content) == []


def test_every_personal_column_stays_at_home() -> None:
    for kind in INPUT_TABLES:
        assert not [column for column in TO_PROVINCE.columns(spec_of(kind)) if column.personal]


def _examples() -> list[tuple[str, str]]:
    section = GUIDE.read_text(encoding="utf-8").split("### Che trong ô chữ")[1].split("\n\n")
    rows = next(part for part in section if part.startswith("| Gõ trong ô")).splitlines()[2:]
    return [(cells[0].strip(), cells[1].strip()) for cells in (row.strip("|").split(" | ") for row in rows)]


@pytest.mark.parametrize(("typed", "sent"), _examples())
def test_texts_are_covered_as_the_guide_says(typed: str, sent: str) -> None:
    text, what = masked(typed, "note")
    assert text == sent
    assert bool(what) == (typed != sent)


@pytest.mark.parametrize(
    ("attribute", "typed", "sent"),
    [
        ("registration", "0900123456", "0900123456"),
        ("registration", "091234567890", "(đã che)"),
        ("note", "0900123456", "(đã che)"),
        ("note", "0301234567", "0301234567"),
    ],
)
def test_a_business_number_is_no_telephone(attribute: str, typed: str, sent: str) -> None:
    """The tax code of a firm in Hưng Yên begins like a mobile number; one of twelve digits is a person's."""
    assert masked(typed, attribute)[0] == sent


COVERED = r"""
(0297) 3838 383                 | …
028 3825 1234                   | …
(0912) 345 678                  | …
0912\xa0345\xa0678              | …
0912\u202f345\u202f678          | …
0912–345–678                    | …
0912 - 345 - 678                | …
0.912.345.678                   | …
+84 (0)912 345 678              | …
(+84) 912 345 678               | …
0084 912345678                  | …
84912345678                     | …
ĐT.0912345678, gọi buổi sáng    | ĐT.…, gọi buổi sáng
0912345678/0987654321           | …/…
0912345678-0987 654 321         | …-…
https://zalo.me/0912345678      | https://zalo.me/…
gặp 0912 345 678 đồng chí Ba    | gặp … đồng chí Ba
089-123-456-789                 | …
089\xa0123\xa0456\xa0789       | …
CMND 371234567                  | CMND …
CMT số: 371 234 567/CA tỉnh     | CMT số: …/CA tỉnh
Chứng minh nhân dân 371.234.567 | Chứng minh nhân dân …
Số định danh: 371234567         | Số định danh: …
CCCD của chủ hộ là 089123456789 | CCCD của chủ hộ là …
file:///C:/Users/Lê Văn C/a.pdf | a.pdf
C:/Users/Lê Văn C/Hồ sơ/a.pdf   | a.pdf
/home/Lê Văn C/a.pdf, trang 3/4 | a.pdf, trang 3/4
"""
LEFT = """
Quyết định 148/QĐ-TTg
Thông tư 26/2026/TT-BNNMT
Giấy số 0912345678/UBND
Giấy số 0912345678/2026
ngày 20/03/2026
ngày 20-03-2026 lúc 08.30
1.500.000.000
3.098.123.456 đồng
84.912.345.678 đồng
doanh thu 371.234.567 đồng
CCCD cấp ngày 24/02/2023
Đã nộp CMND; thu 123.456.789
đủ CCCD, thu 123456789
91-31051-3-2026
8930912345678
8 930912 345678
893 0912 345 678
08930912345678
371234567
0301234567
1900 1234
tỉ lệ 0,912345678
giay.pdf và 3/4 số hộ
"""


def _lines(table: str) -> list[str]:
    return [line.replace("\\xa0", "\xa0").replace("\\u202f", "\u202f") for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", _lines(COVERED))
def test_numbers_and_folders_are_covered_however_they_are_typed(line: str) -> None:
    typed, sent = line.split(" | ")
    assert masked(typed.rstrip(" "), "note")[0] == sent.replace("…", "(đã che)")


@pytest.mark.parametrize("typed", _lines(LEFT))
def test_numbers_of_papers_days_sums_and_goods_stay(typed: str) -> None:
    assert masked(typed, "note") == (typed, ())
