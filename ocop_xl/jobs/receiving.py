"""«Nhận trả lời»: an answer of the province into the commune's workbook, shown first, with a backup, a journal and
undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ocop_xl.changes.wording import in_words
from ocop_xl.errors import Refusal
from ocop_xl.exchange.answers.answer import Answer
from ocop_xl.exchange.answers.landing import Landed, land
from ocop_xl.exchange.sendings import sendings_of
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model import Book, Remark, spec_of, table_named
from ocop_xl.records import NamedTuple

RECEIVING = "Nhận trả lời"
"""The journal's word for it."""


class Receiving(NamedTuple):
    """An answer, the book it is for, and what it changes there on the day."""

    book: Book
    answer: Answer
    landed: Landed
    on: date

    @property
    def ahead(self) -> list[date]:
        """Days of the answer that are still to come: one of the two clocks is wrong, or the province has mistyped."""
        said = [
            value
            for one in self.answer.results
            for name, value in (*one.cells.items(), *one.decision.items())
            if name != "ends"
        ]
        return sorted({day for day in (self.answer.day, *said) if isinstance(day, date) and day > self.on})


def receiving(book: Book, name: str, answer: Answer, on: date) -> Receiving:
    """`book` was read from a file that is called `name`."""
    refuse_if_incomplete(book, name)
    if Remark not in book.placements:
        raise Refusal(
            f"Sổ «{name}» chưa có trang «{spec_of(Remark).sheet}» (khung cũ). Hãy lập lại theo khung mới: "
            f'ocop-xl new SO_MOI.xlsx --from "{name}", rồi nhận trả lời vào sổ mới.'
        )
    return Receiving(book, answer, land(book, answer, on), on)


def apply_receiving(path: Path, found: Receiving) -> Path | None:
    """Write into the closed workbook that the book was read from; returns the backup."""
    from ocop_xl.sheets.writing.patch import apply_changes

    return apply_changes(path, found.book, found.landed.changes, action=RECEIVING)


def about_in_words(found: Receiving) -> Iterator[str]:
    """Whose answer, and what was found elsewhere, left alone or not found."""
    about = found.answer.about
    by = f" của {found.answer.by}" if found.answer.by else ""
    yield f"Trả lời{by} ngày {found.answer.day:%d/%m/%Y} về gói {about.package} (lần gửi {about.sequence})."
    if about.package not in {sent.code for sent in sendings_of(found.book)}:
        yield "⚠ Sổ này không nhớ đã gửi gói ấy; nếu sổ được lập lại từ sổ cũ thì vẫn nhận được."
    if found.ahead:
        days = ", ".join(f"{day:%d/%m/%Y}" for day in found.ahead)
        yield (
            f"⚠ Trả lời ghi ngày sau hôm nay ({found.on:%d/%m/%Y}): {days}. Hãy xem lại đồng hồ của máy này; đồng hồ "
            "đúng thì hỏi lại tỉnh. Sổ vẫn ghi như tỉnh ghi."
        )
    if found.answer.beside:
        yield f"Trong tệp nén còn {', '.join(found.answer.beside)}; phần mềm không mở, hãy tự mở để xem."
    yield from (f"⚠ {line}" for line in found.landed.told)


def changes_in_words(landed: Landed) -> Iterator[str]:
    """Each cell that will be written."""
    for change in landed.changes:
        spec = table_named(change.table)
        column = spec.by_header(change.column)
        before, after = in_words(change.before, column), in_words(change.after, column)
        yield f"  {spec.sheet} {change.row_id}, {column.header}: {before or '(trống)'} → {after}"


def counts_in_words(landed: Landed) -> str:
    return f"{landed.results} kết quả, {landed.remarks} ý kiến mới, {landed.closed} ý kiến đóng"
