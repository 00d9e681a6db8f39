"""What a report says is to be done: targets, certificates, dossiers, whatever is overdue, the road map, lapsed bases.

Sentences for a paper that leaves the commune: no cell addresses, no row keys, no mistakes of typing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_xl.law.clocks import renewal_window
from ocop_xl.law.documents import document
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book, Dossier, Inspection, Product, Recognition, Task, TaskPart
from ocop_xl.papers.facts import shown
from ocop_xl.papers.kinds.parts.narrative import clause, listed
from ocop_xl.papers.kinds.parts.overdue import late, late_duties
from ocop_xl.programme.agenda.agenda import owed
from ocop_xl.programme.agenda.due import State
from ocop_xl.programme.participation import active_products
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.targets import TargetResult


def outstanding(book: Book, on: date, results: Sequence[TargetResult], *, ended: bool = False) -> list[str]:
    """One sentence a matter, without its final stop, in the order in which a reader expects them. `ended`: the day is
    over, so that what falls due on it is late."""
    return [
        *_targets(results),
        *_certificates(book, on),
        *_dossiers(book, on),
        *_returned(book, on),
        *_corrections(book, on, ended),
        *late_duties(book, on, ended=ended),
        *_road_map(book, on),
        *_tasks(book, on, ended),
        *_legal_bases(book, on),
    ]


def _targets(results: Sequence[TargetResult]) -> Iterator[str]:
    for number, result in enumerate(results, 1):
        if result.met is False and result.actual is not None and result.minimum is not None:
            if result.unit == "%":
                reached = f"mới đạt {shown(float(result.actual))}%, mức tối thiểu {shown(float(result.minimum))}%"
            else:
                lacking = shown(float(result.minimum - result.actual))
                wanted = f"{shown(float(result.actual))}/{shown(float(result.minimum))} {result.unit}"
                reached = f"mới đạt {wanted}, còn thiếu {lacking}"
            yield f"Chỉ tiêu {number} ({result.short_name}): {reached}"


def _certificates(book: Book, on: date) -> Iterator[str]:
    """Those that have ended, then those to be filed again."""
    for due in [*owed(book, on, "logo-down"), *owed(book, on, "renewal")]:
        row = due.row
        assert isinstance(row, Recognition) and row.ends
        opens, closes = renewal_window(row.ends)
        verb = "đã hết hạn" if row.ends < on else "hết hạn"
        rank = f" {row.stars} sao" if row.stars else ""
        yield (
            f"Giấy chứng nhận{rank} của sản phẩm {_product(book, row.product_id)} {verb} ngày "
            f"{shown(row.ends)}; thời gian nộp hồ sơ phân hạng lại: từ {shown(opens)} đến {shown(closes)}"
        )


def _dossiers(book: Book, on: date) -> Iterator[str]:
    for due in owed(book, on, "send"):
        row = due.row
        assert isinstance(row, Dossier)
        if due.state in (State.OVERDUE, State.DUE):
            yield (
                f"Hồ sơ sản phẩm {_product(book, row.product_id)} nhận ngày {shown(row.received)}: hạn gửi tỉnh "
                f"{shown(due.due)}, chưa gửi"
            )


def _returned(book: Book, on: date) -> Iterator[str]:
    """Those that the province has given back and that have not been filed again."""
    for due in owed(book, on, "file-again"):
        row = due.row
        assert isinstance(row, Dossier)
        day = f" ngày {shown(row.returned)}" if row.returned else ""
        reason = f": {clause(row.return_reason)}" if row.return_reason else ""
        yield f"Hồ sơ sản phẩm {_product(book, row.product_id)} bị trả lại{day}{reason}"


def _corrections(book: Book, on: date, ended: bool) -> Iterator[str]:
    for due in late(book, on, "correction", ended=ended):
        row = due.row
        assert isinstance(row, Inspection)
        seen = f" (kiểm tra ngày {shown(row.inspected)})" if row.inspected else ""
        yield f"Sản phẩm {_product(book, row.product_id)}: quá hạn khắc phục {shown(due.due)}{seen}"


def _road_map(book: Book, on: date) -> Iterator[str]:
    """Products whose road map has begun and that have no rank yet from 3 sao on, in one sentence."""
    begun = [product for product in active_products(book, on) if (product.from_year or on.year + 1) <= on.year]
    waiting = [product for product in begun if rank_on(book, product, on).stars not in RECOGNISED_STARS]
    if waiting:
        names = listed([product.name or "chưa rõ tên" for product in waiting])
        yield f"{len(waiting):02d} sản phẩm theo lộ trình chưa được công nhận từ 3 sao trở lên: {names}"


def _tasks(book: Book, on: date, ended: bool) -> Iterator[str]:
    """Of one that several carry out, who is late."""
    tasks = book.by_id(Task)
    for due in [*late(book, on, "task", ended=ended), *late(book, on, "task-part", ended=ended)]:
        task = tasks.get(due.row.task_id or "") if isinstance(due.row, TaskPart) else due.row
        content = clause(task.content or "") if isinstance(task, Task) else ""
        yield f"Nhiệm vụ “{content}” ({due.who}): quá hạn ngày {shown(due.due)}"


def _legal_bases(book: Book, on: date) -> Iterator[str]:
    for due in owed(book, on, "basis"):
        old = document(due.part)
        replaced = f", được thay bằng {old.kind} số {old.replaced_by}" if old.replaced_by else ""
        yield f"Căn cứ của Kế hoạch: {old.kind} số {old.code} đã hết hiệu lực{replaced}; cần điều chỉnh Kế hoạch"


def _product(book: Book, key: str | None) -> str:
    found = book.by_id(Product).get(key or "")
    return (found.name if found else None) or "chưa rõ tên"
