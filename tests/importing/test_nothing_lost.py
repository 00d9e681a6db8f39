"""For any table whatever: each filled cell is used or listed, a second import adds nothing, and nothing breaks."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.errors import NoTableFound
from ocop_xl.model import Book
from ocop_xl.sheets.importing import propose
from tests.importing.conservation import unaccounted, with_proposed
from tests.importing.documents import sheets_file, word_file
from tests.importing.old_files import csv_file, docx_file, xlsx_file

_HEADERS = "STT|Tên sản phẩm|Nhóm sản phẩm|Tên cơ sở|Hiện trạng|Tiềm năng|Lộ trình|Số QĐ|Ngày QĐ|Màu|Ghi chú"
_CELLS = (
    "||1|2|A|B|II|Sản phẩm mới|A. Nâng hạng|Gạo|Mắm lóc|Bà Hai|Ba Hải|HTX Hòa Phát|3 sao|★★★|4|sáu|9|2025-2030|"
    "Q2/2026|17/05/2021|03/04/2022|44333|123/QĐ-UBND|#REF!|-|\u200b|Tổng cộng|Người lập biểu|Thực phẩm|"
    "Nhóm đồ uống|Tên sản phẩm|(1)|=1+1|x\ny"
)
HEADERS = _HEADERS.split("|")
CELLS = st.sampled_from(_CELLS.split("|"))
ROWS = st.lists(st.lists(CELLS, min_size=len(HEADERS), max_size=len(HEADERS)), min_size=1, max_size=8)
MERGE = st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 2), st.integers(0, 2))


@settings(max_examples=150)
@given(ROWS)
def test_no_cell_of_a_csv_is_lost(rows: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        source = csv_file(Path(folder) / "a.csv", [HEADERS, *rows])
        first = propose(Book(), source)
        assert unaccounted(source, first) == set()
        assert not {c.address for c in first.placed} & {c.address for c in first.unplaced}
        again = propose(with_proposed(Book(), first), source)
        assert again.changes == []
        assert unaccounted(source, again) == set()


@settings(max_examples=60)
@given(ROWS, MERGE, st.sampled_from([xlsx_file, docx_file]))
def test_no_cell_is_lost_under_merges(rows: list[list[str]], merge: tuple[int, int, int, int], maker: object) -> None:
    top, left, down, right = merge
    block = (1 + top % len(rows), left, min(1 + top % len(rows) + down, len(rows)), left + right)
    merges = [block] if block[:2] != block[2:] else []
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("a.xlsx" if maker is xlsx_file else "a.docx")
        source = maker(path, [HEADERS, *rows], merges)  # type: ignore[operator]
        assert unaccounted(source, propose(Book(), source)) == set()


_TITLES = [
    "PHỤ LỤC",
    "DANH MỤC SẢN PHẨM 4 SAO NĂM 2024",
    "DANH SÁCH SẢN PHẨM THU HỒI GIẤY CHỨNG NHẬN",
    "Đợt 1 năm 2025",
    "Kính gửi các ấp",
    "(Kèm theo Quyết định số 715/QĐ-UBND ngày 10/3/2026 của UBND tỉnh)",
    "(Kèm theo Kế hoạch số 76/KH-UBND)",
    "I. Nâng hạng",
    "Lớp tập huấn OCOP",
    "Tổng cộng: 05 sản phẩm",
    "Người lập biểu",
    "Điều 1. Công nhận 02 sản phẩm 3 sao",
    "Số: 12/QĐ-UBND",
]
_HEADS = (
    "TT|Tên sản phẩm|Chủ thể|Phân hạng|Số, ngày quyết định;STT|Sản phẩm|Tên, địa chỉ chủ thể|2026|2027|Ghi chú;"
    "STT|Tên chủ thể|Loại hình|Xã, phường|Địa chỉ (trước sắp xếp)|SĐT;STT|Họ và tên|Đơn vị|Tên lớp|Ngày;"
    "STT|Tên sản phẩm|Chủ thể|Sàn TMĐT|Link;STT|Tên sản phẩm|Chủ thể|Hình thức đánh giá|Điểm|Đề nghị công nhận;"
    "STT|Tên sản phẩm|Chủ thể|Xếp hạng|Năm công nhận|Tình trạng|Lý do thu hồi"
)
HEADS = [head.split("|") for head in _HEADS.split(";")]
_BODY = [
    "",
    "",
    "1",
    "2",
    "A",
    "III",
    "Gạo",
    "Gạo HTX A",
    "Mắm lóc",
    "HTX A",
    "Hộ KD Ba",
    "Công ty CP Biển, ấp 1, xã Phong Đông",
    "3 sao",
    "Không đạt",
    "x",
    "Mới",
    "Nâng hạng",
    "12/QĐ-UBND ngày 5/6/2024",
    "2024",
    "25/6/2024",
    "0912345678 - 0987654321",
    "Đã thu hồi",
    "Ngừng sản xuất",
    "72,5",
    "Tổng cộng",
    "Giám đốc",
    "Sản phẩm 3 sao",
    "Huyện Chợ Mới",
    "Postmart",
    "https://a.vn",
    "#REF!",
    "-",
    "T\nT",
]


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A header of some list and rows that may or may not suit it; a second header may follow."""
    rows = []
    for head in draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=2)):
        width = len(head)
        rows += [head, *draw(st.lists(st.lists(st.sampled_from(_BODY), min_size=width, max_size=width), max_size=5))]
    widest = max(map(len, rows))
    return [[*row, *[""] * (widest - len(row))] for row in rows]


BLOCKS = st.lists(st.one_of(st.sampled_from(_TITLES), tables()), min_size=1, max_size=5)


def _nothing_is_lost(source: Path) -> None:
    try:
        first = propose(Book(), source)
    except NoTableFound:
        return
    assert unaccounted(source, first) == set()
    assert not {c.address for c in first.placed} & {c.address for c in (*first.unplaced, *first.around)}
    book = with_proposed(Book(), first)
    assert propose(book, source).changes == []
    answers = {question.group: question.choices[0] for question in first.questions}
    answered = propose(Book(), source, answers)
    assert unaccounted(source, answered) == set()


@settings(max_examples=60)
@given(BLOCKS)
def test_no_line_of_a_document_is_lost(blocks: list[str | list[list[str]]]) -> None:
    with TemporaryDirectory() as folder:
        _nothing_is_lost(word_file(Path(folder) / "a.docx", *blocks))


@settings(max_examples=60)
@given(BLOCKS, st.sets(st.integers(0, 6)), st.booleans())
def test_no_cell_of_a_workbook_is_lost(blocks: list[str | list[list[str]]], hidden: set[int], apart: bool) -> None:
    grids = [[[block]] if isinstance(block, str) else block for block in blocks]
    sheets = (
        {f"Trang {at}": grid for at, grid in enumerate(grids)} if apart else {"2024": [r for g in grids for r in g]}
    )
    with TemporaryDirectory() as folder:
        _nothing_is_lost(sheets_file(Path(folder) / "a.xlsx", sheets, hidden_rows=hidden))
