"""«Nhận trả lời»: the province's answer into the open workbook – every cell is shown first, one click takes it back."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome, unless
from ocop_xl.changes.wording import in_words
from ocop_xl.desks.apply import apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.identity import read_identity
from ocop_xl.desks.page import decided
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.exchange.answers.reading import read_answer
from ocop_xl.jobs.receiving import RECEIVING, Receiving, about_in_words, counts_in_words, receiving
from ocop_xl.model import Remark, spec_of, table_named
from ocop_xl.sheets.vocabulary import PREVIEW

_FILES = "Tệp trả lời của tỉnh (*.xlsx;*.zip),*.xlsx;*.zip"
_HEADERS = {"Trang": 16, "Mã dòng": 12, "Cột": 24, "Đang ghi": 32, "Sẽ ghi": 48}
_TOLD = "Lưu ý"


def run(desk: Desk) -> Outcome:
    source = desk.pick_file("Chọn tệp trả lời của tỉnh (tra-loi….xlsx)", _FILES)
    if source is None:
        return NOTHING_DONE
    live = read_whole(desk)
    live.book.identity = read_identity(desk)
    found = receiving(live.book, desk.name, read_answer(source), live.book.day(None))
    told = list(about_in_words(found))
    if not found.landed.changes:
        return Outcome("\n".join([f"«{source.name}» không có gì mới so với sổ đang mở.", *told]))
    counts = counts_in_words(found.landed)
    question = f"Nhận {counts} từ «{source.name}» như ở trang «{PREVIEW}»? Ghi rồi vẫn hoàn tác được."
    no = unless(decided(desk, question, _HEADERS, list(_shown(found, told))))
    if no:
        return no
    apply(desk, live, found.landed.changes, RECEIVING)
    return Outcome("\n".join([f"Đã nhận {counts}; xem trang «{spec_of(Remark).sheet}». {UNDO_HINT}", *told]))


def _shown(found: Receiving, told: list[str]) -> Iterator[list[str]]:
    """What is to be known, then each cell that will be written."""
    yield from ([_TOLD, "", "", "", line] for line in told)
    for change in found.landed.changes:
        spec = table_named(change.table)
        column = spec.by_header(change.column)
        yield [
            spec.sheet,
            change.row_id,
            column.header,
            in_words(change.before, column),
            in_words(change.after, column),
        ]
