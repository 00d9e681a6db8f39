"""What the agenda calls overdue, as a report tells it: one sentence a kind of duty, however many rows owe it.

Which duties there are and when they are late is the agenda's alone (`programme/agenda`); here stand only the words of a
paper that leaves the commune.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book
from ocop_xl.papers.facts import shown
from ocop_xl.programme.agenda.agenda import owed
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.agenda.words import said
from ocop_xl.records import NamedTuple


class Late(NamedTuple):
    """What has not been done, and what names one row of it, with the facts of `programme/agenda/words`."""

    heading: str
    item: str


LATE = {
    "idea-answer": Late("Ý tưởng chưa được trả lời", "«{title}»"),
    "idea-product": Late("Ý tưởng được chọn chưa thành sản phẩm", "«{title}»"),
    "cycle-step": Late("Bước của chu trình chưa xong", "{product}, bước «{step_name}»"),
    "filing": Late("Hồ sơ chưa nộp về xã để kịp đợt của tỉnh", "{product}"),
    "supplement": Late("Hồ sơ chủ thể chưa bổ sung", "{product}"),
    "evidence": Late("Hồ sơ còn thiếu minh chứng", "{product}"),
    "evidence-ends": Late("Minh chứng hết hạn trước khi đợt của tỉnh đóng", "{product}, minh chứng {line_number}"),
    "answer": Late("Hồ sơ đã gửi mà tỉnh chưa trả lời", "{product}"),
    "visit": Late("Sản phẩm chưa được kiểm tra định kỳ", "{product}"),
    "province-answer": Late("Kiến nghị sau kiểm tra mà tỉnh chưa trả lời", "{product}"),
    "training": Late("Chủ thể chưa được tập huấn", "{subject}"),
    "help": Late("Chủ thể chưa được hỗ trợ đủ nhãn hiệu, bao bì, truy xuất nguồn gốc", "{subject}"),
    "support": Late("Việc hỗ trợ chưa xong", "{content} cho {whom}"),
    "money": Late("Kinh phí chưa giải ngân hết", "{left} triệu đồng, {source}, năm {year}"),
    "conference": Late("Hội nghị đánh giá kết quả chưa họp", "năm {part}"),
    "remark": Late("Ý kiến của tỉnh mà xã chưa trả lời", "{remark}"),
}
NOT_TOLD = ("cycle-order", "report", "paper-look", "package")
"""A slip of the pen, a look at a register and a copy of the workbook are the office's own; the report that is late is
the one that is being written."""


def late(book: Book, on: date, source: str, *, ended: bool = False) -> Iterator[Due]:
    """What of one source was to be done before the day, or by its end where the day is over."""
    return (due for due in owed(book, on, source) if due.due < on or (ended and due.due == on))


def late_duties(book: Book, on: date, *, ended: bool = False) -> Iterator[str]:
    """A sentence without its final stop for each kind of duty that somebody owes."""
    for source, words in LATE.items():
        items = [
            f"{said(words.item, due.row, book, on, due.part)} (hạn {shown(due.due)})"
            for due in late(book, on, source, ended=ended)
        ]
        if items:
            yield f"{words.heading}: {'; '.join(items)}"
