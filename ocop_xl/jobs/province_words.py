"""What the province's commands and buttons say of their work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ocop_xl.province.answering import Aside, Made
from ocop_xl.province.board.board import Board
from ocop_xl.province.board.states import TO_DO, State
from ocop_xl.province.consolidate import Consolidated

_SHOWN = 20
"""Lines of one kind that are told; the workbook tells all."""


def consolidated_in_words(made: Consolidated) -> Iterator[str]:
    yield f"✔ Đã tổng hợp {made.used} xã vào {made.path}"
    aside = sorted(made.set_aside, key=lambda one: not one.fate.to_do)
    yield f"Nhận {len(made.files)} tệp: dùng {made.used}, không dùng {len(aside)}."
    for one in aside[:_SHOWN]:
        yield f"  {one.fate}: {one.name}. {one.why}"
    if len(aside) > _SHOWN:
        yield f"  … và {len(aside) - _SHOWN} tệp nữa, xem trang «Không nhận được»."


def board_in_words(board: Board, written: tuple[Path, Path]) -> Iterator[str]:
    yield f"✔ Bảng theo dõi {len(board.lines)} đơn vị, {len(board.files)} tệp: {written[0]}, {written[1]}"
    yield from (f"  {state}: {board.count(state)}" for state in State if board.count(state))
    waiting = [line for line in board.lines if TO_DO[line.state]]
    for line in waiting[:_SHOWN]:
        yield f"{line.state} – {line.unit.name or 'xã'} ({line.unit.code}). {TO_DO[line.state]}"
    if len(waiting) > _SHOWN:
        yield f"… và {len(waiting) - _SHOWN} đơn vị nữa, xem bảng."


def answers_in_words(made: Sequence[Made], aside: Sequence[Aside]) -> Iterator[str]:
    for answer in made:
        remarks = f", có sẵn {answer.remarks} ý kiến từ ghi chú" if answer.remarks else ""
        before = f"; gói này đã có {', '.join(f'«{name}»' for name in answer.earlier)}" if answer.earlier else ""
        yield f"✔ {answer.path}: trả lời gói {answer.about.package} của {answer.about.commune}{remarks}{before}"
    for one in sorted(aside, key=lambda one: not one.to_do):
        yield f"{'⚠' if one.to_do else '–'} {one.name}: {one.why}"
    to_do = sum(one.to_do for one in aside)
    yield (
        f"{len(made)} tệp để ghi kết quả, ý kiến rồi gửi về xã; {len(aside)} tệp hoặc ghi chú để riêng"
        f"{f', {to_do} cần xem' if to_do else ', không phải làm gì thêm' if aside else ''}."
    )
