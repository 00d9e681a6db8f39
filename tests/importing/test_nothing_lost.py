"""For any table whatever: each filled cell is used or listed, a second import adds nothing, and nothing breaks."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.model import Book
from ocop_xl.sheets.importing import propose
from tests.importing.conservation import unaccounted, with_proposed
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
