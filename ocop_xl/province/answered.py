"""The province's own answers among the files: what was answered to which package, and what came of earlier remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from ocop_xl.errors import Refusal
from ocop_xl.exchange.answers.reading import answer_in, is_answer
from ocop_xl.model import Book, Remark
from ocop_xl.model.rows.province import ANSWERED, CLOSED, FIXED, NEW
from ocop_xl.programme.live.values import live_value
from ocop_xl.province.head import ANSWER, Head

_RESULTS, _REMARKS, _CLOSINGS = "kết quả", "ý kiến", "ý kiến đóng"


def head_of_answer(head: Head, name: str, raw: bytes) -> Head | None:
    """None for a file that is no answer; one that a commune would refuse says why."""
    if not is_answer(raw, name):
        return None
    try:
        answer = answer_in(raw, name)
    except Refusal as reason:
        return head._replace(kind=ANSWER, refusal=str(reason))
    about = answer.about
    counts = {_RESULTS: len(answer.results), _REMARKS: len(answer.remarks), _CLOSINGS: len(answer.closed)}
    return head._replace(
        kind=ANSWER,
        commune_code=about.commune_code,
        commune=about.commune,
        made=answer.day.isoformat(),
        code=about.package,
        sequence=about.sequence,
        answered={what: number for what, number in counts.items() if number},
    )


def remarks_in(book: Book, on: date) -> dict[str, int]:
    """How many remarks of the province stand in which state in the commune's book."""
    states = Counter(str(live_value(row, "state", book, on)) for row in book[Remark] if row.mark)
    return {state: states[state] for state in (NEW, FIXED, ANSWERED, CLOSED) if states[state]}


def waiting_for_the_province(head: Head) -> int:
    """Remarks about which the commune has done something, and which the province has not closed."""
    return head.remarks.get(FIXED, 0) + head.remarks.get(ANSWERED, 0)


def remarks_in_words(head: Head) -> str:
    """`2 mới, 1 đã sửa`."""
    return _listed({state.lower(): number for state, number in head.remarks.items()})


def answer_in_words(head: Head) -> str:
    """`05/12/2026: 2 kết quả, 1 ý kiến`."""
    return f"{date.fromisoformat(head.made):%d/%m/%Y}: {_listed(head.answered) or 'chưa ghi gì'}"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {what}" for what, number in counts.items())
