"""The board as a workbook: counts, a line for each unit, what has changed, what became of each file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from ocop_xl.model.column import Column, Kind
from ocop_xl.province.answered import answer_in_words, remarks_in_words
from ocop_xl.province.board.board import Board
from ocop_xl.province.board.changed import in_short
from ocop_xl.province.board.states import TO_DO, Line, State
from ocop_xl.province.choosing import Judged
from ocop_xl.province.head import Cell
from ocop_xl.province.tables.front import Block, Listed, fill_front, of_files
from ocop_xl.province.tables.layout import Layout, day, number, text
from ocop_xl.province.tables.streamed import TableSheet
from ocop_xl.sheets.building.cells import FittedSheet
from ocop_xl.sheets.building.style import Styles

FRONT, UNITS, CHANGES, FILES = "Bảng theo dõi", "Các xã", "Thay đổi", "Tệp"
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LAYOUTS = (
    Layout(
        UNITS,
        "tinhTheoDoi",
        "AI ĐÃ GỬI, GỬI GÌ",
        (
            Column("Mã xã", Kind.KEY, width=9),
            text("Xã, phường", 26),
            text("Tình trạng", 24),
            text("Việc cần làm", 40),
            day("Ngày lập"),
            text("Kỳ", 16),
            number("Lần gửi", 8),
            number("Muộn (ngày)", 9),
            number("Số bản", 8),
            text("So với bản trước", 30),
            number("Lỗi", 8),
            number("Cảnh báo", 10),
            number("Số dòng", 9),
            text("Ý kiến của tỉnh", 22),
            text("Tỉnh trả lời", 26),
            text("Lưu ý", 46),
            text("Mã gói", 22),
            text("Tệp", 40),
            text("Phần mềm", 16),
        ),
        "Mỗi đơn vị trong danh sách một dòng; đơn vị ngoài danh sách đứng cuối.",
        "mỗi đơn vị một dòng: tình trạng, bản dùng, lỗi, việc cần làm",
        frozen=2,
    ),
    Layout(
        CHANGES,
        "tinhThayDoi",
        "BẢN SAU KHÁC BẢN TRƯỚC",
        (
            Column("Mã xã", Kind.KEY, width=9),
            text("Xã, phường", 26),
            text("Trang", 18),
            text("Dòng", 12),
            text("Thay đổi", 12),
            text("Ô: trước → sau", 90),
        ),
        "So từng dòng theo mã, từng cột; xếp lại, đổi kiểu chữ không phải là thay đổi. Không có dữ liệu cá nhân.",
        "bản dùng khác bản trước của xã ở dòng nào, cột nào",
        frozen=2,
    ),
    Layout(
        FILES,
        "tinhTep",
        "TẤT CẢ CÁC TỆP",
        (
            text("Tệp", 44),
            Column("Mã xã", Kind.KEY, width=9),
            text("Xã, phường", 24),
            text("Kết quả", 22),
            text("Lý do", 80),
            day("Ngày lập"),
            text("Mã gói", 22),
        ),
        "Mỗi tệp một dòng, kể cả tệp không dùng được.",
        "mỗi tệp một dòng, kèm lý do",
    ),
)


def board_workbook(board: Board) -> bytes:
    """The `.xlsx`: values only. Same board, same bytes."""
    memory = BytesIO()
    workbook = xlsxwriter.Workbook(memory, {"in_memory": True, **_OPTIONS})
    workbook.set_properties({"title": FRONT, "created": datetime(board.on.year, board.on.month, board.on.day)})
    workbook.set_size(24000, 14000)
    styles = Styles(workbook)
    front = workbook.add_worksheet(FRONT, worksheet_class=FittedSheet)
    sheets = {one.name: TableSheet(workbook, styles, one, FRONT) for one in _LAYOUTS}
    sheets[UNITS].add_all(_unit(board, line) for line in board.lines)
    sheets[CHANGES].add_all(_changes(board))
    sheets[FILES].add_all(_file(one) for one in board.files)
    sheets[UNITS].colour(styles, "Tình trạng")
    listed = [Listed(one.name, sheets[one.name].close(), one.what) for one in _LAYOUTS]
    blocks = (_states(board), of_files(board.files, f"lý do ở trang «{FILES}»"))
    fill_front(front, styles, "BẢNG THEO DÕI CÁC XÃ GỬI SỐ LIỆU", when(board), blocks, listed)
    workbook.close()
    return memory.getvalue()


def when(board: Board) -> str:
    """The line under the title."""
    due = f", hạn gửi {_words(board.due)}" if board.due else ""
    return f"Tính đến ngày {_words(board.on)}{due}."


def _words(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _states(board: Board) -> Block:
    """The states add up to the units."""
    lines = [(str(state), board.count(state), TO_DO[state]) for state in State if board.count(state)]
    return Block(("TÌNH TRẠNG", "Số đơn vị", "Việc cần làm"), [("Tất cả các đơn vị", len(board.lines), ""), *lines])


def _unit(board: Board, line: Line) -> list[Cell]:
    head = line.used.head if line.used else None
    return [
        line.unit.code,
        line.unit.name or (head.commune if head else None),
        str(line.state),
        TO_DO[line.state],
        head.made if head else None,
        head.period if head else None,
        (head.sequence or None) if head else None,
        line.late or None,
        line.versions or None,
        in_short(board.changed.get(line.unit.code, ())),
        head.findings.get("error", 0) if head else None,
        head.findings.get("warning", 0) if head else None,
        sum(head.rows.values()) if head else None,
        remarks_in_words(head) if head else None,
        answer_in_words(line.answer.head) if line.answer else None,
        "; ".join(line.remarks),
        head.code if head else None,
        line.used.name if line.used else None,
        head.software if head else None,
    ]


def _changes(board: Board) -> Iterator[list[Cell]]:
    names = {line.unit.code: line.unit.name for line in board.lines}
    for code, rows in board.changed.items():
        for row in rows:
            yield [code, names[code], row.sheet, row.row_id, str(row.how), row.cells]


def _file(one: Judged) -> list[Cell]:
    head = one.head
    return [one.name, head.commune_code, head.commune, str(one.fate), one.why, head.made, head.code]
