"""Figures of the way from an idea to a recognised product, and of what waits on it."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from ocop_xl.model import Book, Dossier, Idea, Task
from ocop_xl.model import choices as c
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import DOSSIER_NEAR, TASK_NEAR
from ocop_xl.programme.live.row_words import NEAR, SENT_LATE, dossier_words, task_words
from ocop_xl.programme.measure import MeasureSpec, plain_count
from ocop_xl.programme.participation import happened

_CHOSEN = c.IDEA_DECISION.values[0]
_PASSED_ON = (c.DOSSIER_SENT, c.DOSSIER_RECOGNISED, c.DOSSIER_RETURNED)


def _by_then(conditions: str, *days: str) -> str:
    """Rows that hold the conditions and none of whose days is after the workbook's; COUNTIFS passes over texts."""
    subsets = [some for size in range(len(days) + 1) for some in combinations(days, size)]
    terms = [
        ("-" if len(some) % 2 else "+") + f"COUNTIFS({conditions}{''.join(f',{day},{_LATER}' for day in some)})"
        for some in subsets
    ]
    return "".join(terms).removeprefix("+")


_LATER = f'">"&{TODAY}'
_IDEA, _RECEIVED, _REVIEWED = 'tblYTuong[Mã YT],"<>"', "tblYTuong[Ngày nhận]", "tblYTuong[Ngày xem xét]"


def _decided_as(decision: str) -> str:
    return _by_then(f'{_IDEA},tblYTuong[Kết quả xem xét],"{decision}"', _RECEIVED, _REVIEWED)


def _undated(state: str) -> str:
    """Dossiers in a state that say no day of sending."""
    there = f'tblHoSo[Tình trạng hồ sơ],"{state}"'
    return f'COUNTIFS({there})-COUNTIFS({there},tblHoSo[Ngày gửi tỉnh],">0")'


_SENT = "+".join(map(_undated, _PASSED_ON))
_WAITING = f"{_by_then(_IDEA, _RECEIVED)}-({'+'.join(map(_decided_as, c.IDEA_DECISION.values[:2]))})"


def _ideas(book: Book, on: date) -> list[Idea]:
    return [idea for idea in book[Idea] if idea.id and happened(idea.received, on)]


def _decided(idea: Idea, on: date, *decisions: str) -> bool:
    return idea.decision in decisions and happened(idea.reviewed, on)


def _sent(row: Dossier, on: date) -> bool:
    """By its day; without one, by what its state says."""
    return row.sent <= on if row.sent else row.state in _PASSED_ON


STAGE_MEASURES: list[MeasureSpec] = [
    MeasureSpec(
        "Ý tưởng đã nhận",
        "ý tưởng",
        f"={_by_then(_IDEA, _RECEIVED)}",
        "Phiếu ý tưởng nhận vào hoặc trước ngày tính.",
        plain_count(lambda book, on: len(_ideas(book, on))),
    ),
    MeasureSpec(
        "Ý tưởng được chọn",
        "ý tưởng",
        f"={_decided_as(_CHOSEN)}",
        "Ý tưởng đã nhận và được chọn vào hoặc trước ngày tính.",
        plain_count(lambda book, on: sum(_decided(idea, on, _CHOSEN) for idea in _ideas(book, on))),
    ),
    MeasureSpec(
        "Ý tưởng chờ xem xét",
        "ý tưởng",
        f"={_WAITING}",
        "Ý tưởng đã nhận, chưa ghi được chọn hay chưa được chọn.",
        plain_count(
            lambda book, on: sum(not _decided(idea, on, *c.IDEA_DECISION.values[:2]) for idea in _ideas(book, on))
        ),
    ),
    MeasureSpec(
        "Hồ sơ đã nhận",
        "hồ sơ",
        f'=COUNTIFS(tblHoSo[Ngày nhận],">0",tblHoSo[Ngày nhận],"<="&{TODAY})',
        "Hồ sơ có ngày nhận vào hoặc trước ngày tính.",
        plain_count(lambda book, on: sum(row.received is not None and row.received <= on for row in book[Dossier])),
    ),
    MeasureSpec(
        "Hồ sơ đã gửi tỉnh",
        "hồ sơ",
        f'=COUNTIFS(tblHoSo[Ngày gửi tỉnh],">0",tblHoSo[Ngày gửi tỉnh],"<="&{TODAY})+{_SENT}',
        "Hồ sơ gửi tỉnh vào hoặc trước ngày tính; không ghi ngày thì theo tình trạng hồ sơ.",
        plain_count(lambda book, on: sum(_sent(row, on) for row in book[Dossier])),
    ),
    MeasureSpec(
        "Hồ sơ quá hạn gửi tỉnh",
        "hồ sơ",
        f'=COUNTIFS(tblHoSo[Việc cần làm],"{SENT_LATE}")',
        "Hồ sơ đã nhận quá 15 ngày làm việc mà chưa gửi.",
        plain_count(lambda book, on: sum(dossier_words(row, book.commune, on) == SENT_LATE for row in book[Dossier])),
    ),
    MeasureSpec(
        "Hồ sơ sắp đến hạn gửi tỉnh",
        "hồ sơ",
        f'=COUNTIFS(tblHoSo[Việc cần làm],"{NEAR}")',
        f"Hồ sơ còn không quá số ngày ghi ở «{DOSSIER_NEAR.heading}» là đến hạn gửi.",
        plain_count(lambda book, on: sum(dossier_words(row, book.commune, on) == NEAR for row in book[Dossier])),
    ),
    MeasureSpec(
        "Nhiệm vụ sắp đến hạn",
        "việc",
        f'=COUNTIFS(tblNhiemVu[Nhắc việc],"{NEAR}")',
        f"Nhiệm vụ còn không quá số ngày ghi ở «{TASK_NEAR.heading}» là đến hạn mà chưa xong.",
        plain_count(lambda book, on: sum(task_words(row, book.commune, on) == NEAR for row in book[Task])),
    ),
]
