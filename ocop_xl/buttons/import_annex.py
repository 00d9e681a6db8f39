"""«Nhập phụ lục cũ»: a foreign list into the open workbook – shown first, its questions answered on the sheet that
shows it, written only when agreed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome, unless
from ocop_xl.changes.wording import in_words
from ocop_xl.desks.apply import apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.page import decided
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.model import table_named
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.importing.proposal import Proposal, Question
from ocop_xl.sheets.importing.propose import propose
from ocop_xl.sheets.vocabulary import PREVIEW

_KINDS = "*.xlsx;*.xls;*.xlsb;*.ods;*.docx;*.csv;*.tsv;*.txt;*.html"
_FILES = f"Danh sách, phụ lục ({_KINDS.replace(';', '; ')}),{_KINDS}"
_ANSWER = "Trả lời"
_HEADERS = {"Việc": 14, "Trang": 16, "Mã dòng": 14, "Cột": 22, "Nội dung": 50, "Vì sao": 44, _ANSWER: 18}
_FILE, _ASKED = "Tệp", "Hỏi"


class _Pending(NamedTuple):
    """What an earlier press left on the preview sheet: the file, and what has been answered since."""

    source: Path
    answers: dict[str, str]


def run(desk: Desk) -> Outcome:
    pending = _pending(desk)
    source = pending.source if pending is not None else desk.pick_file("Chọn tệp danh sách, phụ lục", _FILES)
    if source is None:
        return NOTHING_DONE
    live = read_whole(desk)
    desk.status(f"Đang đọc «{source.name}»…")
    answers = pending.answers if pending is not None else {}
    proposal = propose(live.book, source, answers, lambda done, total: _progress(desk, source, done, total))
    head = proposal.summary().split("\n", 1)[0]
    if not proposal.changes and not proposal.open_questions:
        desk.drop_sheet(PREVIEW)
        return Outcome(f"{head}\nKhông có gì mới để ghi vào sổ.")
    rows = list(_rows(proposal, source))
    no = unless(decided(desk, _question(proposal), _HEADERS, rows, _choices(rows, proposal) or None))
    if no:
        return no
    done = apply(desk, live, proposal.changes, "Nhập phụ lục cũ")
    return Outcome(
        "\n".join([f"Đã ghi {done} ô từ «{source.name}», kể cả mã dòng. {UNDO_HINT}", head, *_left(proposal)])
    )


def _progress(desk: Desk, source: Path, done: int, total: int) -> None:
    desk.status(f"Đang đọc «{source.name}»: {done}/{total} dòng…")


def _question(proposal: Proposal) -> str:
    asked = len(proposal.open_questions)
    wait = f" Còn {asked} câu hỏi: chọn ở cột «{_ANSWER}» rồi bấm lại nút; câu để trống thì không ghi." if asked else ""
    return f"Ghi {len(proposal.changes)} ô như ở trang «{PREVIEW}»? Ghi rồi vẫn hoàn tác được.{wait}"


def _left(proposal: Proposal) -> Iterator[str]:
    """What was not written, by kind with the first cell of each."""
    from ocop_xl.sheets.importing.preview import left_lines

    yield from left_lines(proposal)


# --- the sheet that shows it ------------------------------------------------------------------------------------


def _rows(proposal: Proposal, source: Path) -> Iterator[list[str]]:
    """The file, what is asked, what will be written, what was unsure, what found no place."""
    yield [_FILE, "", "", "", str(source), "", ""]
    for asked in proposal.questions:
        choices = " | ".join(asked.choices)
        why = f"{asked.about}; chọn: {choices}; để trống: {asked.otherwise}"
        yield [_ASKED, asked.address, asked.group, "", asked.text, why, asked.answer]
    for change in proposal.changes:
        spec = table_named(change.table)
        words = in_words(change.after, spec.by_header(change.column))
        yield ["Ghi", spec.sheet, change.row_id, change.column, words, change.why, ""]
    for note in proposal.unsure:
        yield ["Xem lại", note.address, "", "", f"{note.text} → {note.assumed}", note.why, ""]
    for cell in (*proposal.unplaced, *proposal.around):
        yield ["Chưa xếp được", cell.address, "", "", cell.text, cell.why, ""]


def _choices(rows: list[list[str]], proposal: Proposal) -> dict[Area, tuple[str, ...]]:
    """Drop-downs for the answers: runs of questions with the same choices share one."""
    column = list(_HEADERS).index(_ANSWER)
    first = next((at for at, row in enumerate(rows) if row[0] == _ASKED), 0) + 2  # row 1 holds the headers
    found: dict[Area, tuple[str, ...]] = {}
    begun = 0
    for at, asked in enumerate(proposal.questions):
        if at + 1 == len(proposal.questions) or proposal.questions[at + 1].choices != asked.choices:
            found[Area(first + begun, column, first + at, column)] = asked.choices
            begun = at + 1
    return found


def _pending(desk: Desk) -> _Pending | None:
    """The preview that was left to be answered, if it is one of this button's."""
    if PREVIEW not in desk.sheet_names():
        return None
    area = desk.used(PREVIEW)
    if area.right + 1 < len(_HEADERS):
        return None
    block = [[f"{cell or ''}" for cell in row] for row in desk.read(PREVIEW, area)]
    if not block or block[0][: len(_HEADERS)] != list(_HEADERS):
        return None
    source = next((row[4] for row in block if row[0] == _FILE), "")
    answers = {Question.key_of(row[2], row[1]): row[6] for row in block if row[0] == _ASKED and row[6].strip()}
    return _Pending(Path(source), answers) if source else None
