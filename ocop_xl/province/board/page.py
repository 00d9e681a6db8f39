"""The board as one file that opens by double click: to be searched, sorted, printed; it asks nothing of a network."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.province.answered import answer_in_words, remarks_in_words
from ocop_xl.province.board.board import Board
from ocop_xl.province.board.changed import Changed, in_short
from ocop_xl.province.board.states import TO_DO, Line, State
from ocop_xl.province.board.workbook import when
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold
from ocop_xl.web.pages import environment

MARK = "ocop_xl board"
"""In the file, so that a run knows its own page again and replaces no other."""
_DESIGN = Path(__file__).parent / "design"
_SHOWN = 12
"""Changed rows that the page tells of a unit; the workbook tells all."""
_HEADS = (
    ("Mã", False),
    ("Xã, phường", False),
    ("Tình trạng", False),
    ("Ngày lập", False),
    ("Muộn", True),
    ("Số bản", True),
    ("Lỗi", True),
    ("Cảnh báo", True),
    ("So với bản trước", False),
    ("Tỉnh trả lời, ý kiến", False),
    ("Việc cần làm, lưu ý", False),
)
"""Headings, and whether a column is put in order by number."""
_TINTS = {"✔": "good", "►": "look", "⚠": "look", "✘": "bad"}


class _Shown(NamedTuple):
    """A state as the page shows it."""

    words: str

    @property
    def tint(self) -> str:
        return _TINTS.get(self.words[0], "")


class _Row(NamedTuple):
    code: str
    name: str
    state: _Shown
    made: str
    made_words: str
    late: int | str
    versions: int | str
    errors: int | str
    warnings: int | str
    changed: tuple[Changed, ...]
    changed_words: str
    more: int
    answer: str
    opinions: str
    to_do: str
    remarks: str

    @property
    def words(self) -> str:
        return fold(f"{self.code} {self.name} {self.state.words} {self.remarks}")


def board_page(board: Board) -> bytes:
    template = environment(_DESIGN).get_template("board.html")
    return template.render(
        mark=MARK,
        when=when(board),
        heads=_HEADS,
        states=[(_Shown(str(state)), board.count(state)) for state in State if board.count(state)],
        lines=[_row(board, line) for line in board.lines],
        files=board.files,
        aside=[one for one in board.files if not one.used],
    ).encode()


def _row(board: Board, line: Line) -> _Row:
    head = line.used.head if line.used else None
    changed = board.changed.get(line.unit.code, ())
    made = head.made if head else ""
    return _Row(
        line.unit.code,
        line.unit.name or (head.commune if head else ""),
        _Shown(str(line.state)),
        made,
        f"{date.fromisoformat(made):%d/%m/%Y}" if made else "",
        line.late or "",
        line.versions or "",
        head.findings.get("error", 0) if head else "",
        head.findings.get("warning", 0) if head else "",
        changed[:_SHOWN],
        in_short(changed),
        max(0, len(changed) - _SHOWN),
        answer_in_words(line.answer.head) if line.answer else "",
        remarks_in_words(head) if head else "",
        TO_DO[line.state],
        "; ".join(line.remarks),
    )
