"""«Nhập phụ lục cũ»: an old appendix into the open workbook – shown first, written only when agreed."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome, unless
from ocop_xl.changes.wording import in_words
from ocop_xl.desks.apply import apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.page import decided
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.model import table_named
from ocop_xl.sheets.importing.proposal import Proposal
from ocop_xl.sheets.importing.propose import propose
from ocop_xl.sheets.vocabulary import PREVIEW

_FILES = "Phụ lục cũ (*.xlsx; *.docx; *.csv; *.txt),*.xlsx;*.docx;*.csv;*.txt"
_HEADERS = {"Việc": 14, "Trang": 16, "Mã dòng": 10, "Cột": 22, "Nội dung": 50, "Vì sao": 44}


def run(desk: Desk) -> Outcome:
    source = desk.pick_file("Chọn tệp phụ lục cũ", _FILES)
    if source is None:
        return NOTHING_DONE
    live = read_whole(desk)
    desk.status(f"Đang đọc «{source.name}»…")
    proposal = propose(live.book, source)
    head = proposal.summary().split("\n", 1)[0]
    if not proposal.changes:
        return Outcome(f"{head}\nKhông có gì mới để ghi vào sổ.")
    question = f"Ghi {len(proposal.changes)} ô như ở trang «{PREVIEW}»? Ghi rồi vẫn hoàn tác được."
    no = unless(decided(desk, question, _HEADERS, list(_rows(proposal))))
    if no:
        return no
    done = apply(desk, live, proposal.changes, "Nhập phụ lục cũ")
    lines = [f"Đã ghi {done} ô từ «{source.name}», kể cả mã dòng. {UNDO_HINT}"]
    for what, found in (("cần xem lại", proposal.unsure), ("của tệp cũ chưa xếp được vào đâu", proposal.unplaced)):
        if found:
            lines.append(f"{len(found)} ô {what}:")
            lines += dict.fromkeys(f"    {cell.address} «{cell.text}»: {cell.why}" for cell in found)
    return Outcome("\n".join(lines))


def _rows(proposal: Proposal) -> Iterator[list[str]]:
    """What will be written, then what was unsure, then what found no place."""
    for change in proposal.changes:
        spec = table_named(change.table)
        words = in_words(change.after, spec.by_header(change.column))
        yield ["Ghi", spec.sheet, change.row_id, change.column, words, change.why]
    for note in proposal.unsure:
        yield ["Xem lại", note.address, "", "", f"{note.text} → {note.assumed}", note.why]
    for cell in proposal.unplaced:
        yield ["Chưa xếp được", cell.address, "", "", cell.text, cell.why]
