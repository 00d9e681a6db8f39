"""The board's two files in a folder; what we have made before is replaced, anything else is left alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from ocop_xl.errors import ExchangeError
from ocop_xl.office.files import read_file
from ocop_xl.office.guard import MAX_FILE
from ocop_xl.office.safe_write import create_file, replace_safely
from ocop_xl.province.board.board import Board
from ocop_xl.province.board.page import MARK, board_page
from ocop_xl.province.board.workbook import FRONT, board_workbook
from ocop_xl.web.pages import write_page

WORKBOOK, PAGE = "bang-theo-doi.xlsx", "bang-theo-doi.html"


def places_of(folder: Path) -> tuple[Path, Path]:
    """Where the workbook and the page are to stand; refused where something else stands there."""
    workbook, page = folder / WORKBOOK, folder / PAGE
    for path, ours in ((workbook, _is_our_workbook), (page, _is_our_page)):
        if path.exists() and not ours(read_file(path, MAX_FILE)):
            raise ExchangeError(
                f"Đã có tệp «{path.name}» mà không phải bảng theo dõi; hãy dời tệp ấy hoặc đổi thư mục bằng --out."
            )
    return workbook, page


def write_board(board: Board, folder: Path) -> tuple[Path, Path]:
    """The workbook and the page of a board, in the folder; an earlier workbook is replaced as a whole."""
    workbook, page = places_of(folder)
    folder.mkdir(parents=True, exist_ok=True)
    content = board_workbook(board)
    if workbook.exists():
        replace_safely(workbook, content)
    else:
        create_file(workbook, content)
    write_page(page, board_page(board))
    return workbook, page


def _is_our_workbook(raw: bytes) -> bool:
    try:
        return FRONT in CalamineWorkbook.from_filelike(BytesIO(raw)).sheet_names
    except CalamineError:
        return False


def _is_our_page(raw: bytes) -> bool:
    return f'content="{MARK}"'.encode() in raw[:2000]
