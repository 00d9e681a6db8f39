"""A product's whole life in the order of its days: from the idea to the market, as the rows of the workbook tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ocop_xl.model import (
    Book,
    Channel,
    CycleStep,
    Dossier,
    Idea,
    Inspection,
    Product,
    Promotion,
    Recognition,
    Row,
    Support,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import day_of, happened
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import figure


class LifeEvent(NamedTuple):
    """What happened, and what came of it; `day` is None where the row does not say when. `ends` is the last day on
    which what was given holds."""

    day: date | None
    what: str
    result: str
    row: Row
    ends: date | None = None


Source = Callable[[Book, Product], Iterator[LifeEvent]]


def life_of(book: Book, product: Product, on: date) -> list[LifeEvent]:
    """What had happened by the day, the oldest first; what has no day stands at the end."""
    events = [event for source in _SOURCES for event in source(book, product) if happened(event.day, on)]
    return sorted(events, key=lambda event: event.day or date.max)


def _ideas(book: Book, product: Product) -> Iterator[LifeEvent]:
    for row in (row for row in book[Idea] if row.product_id == product.id):
        yield LifeEvent(row.received, f"Đăng ký ý tưởng “{row.title or ''}”", "", row)
        if row.reviewed and row.decision:
            yield LifeEvent(row.reviewed, f"Xem xét ý tưởng: {row.decision.lower()}", row.reason or "", row)


def _taking_part(book: Book, product: Product) -> Iterator[LifeEvent]:
    if product.joined:
        yield LifeEvent(product.joined, "Tham gia Chương trình", "", product)
    if product.stopped:
        yield LifeEvent(product.stopped, product.status or "Ngừng sản xuất", "", product)


def _steps(book: Book, product: Product) -> Iterator[LifeEvent]:
    for row in book[CycleStep]:
        if row.product_id == product.id and row.done:
            yield LifeEvent(row.done, f"Xong bước {row.step or ''}", row.note or "", row)


def _dossiers(book: Book, product: Product) -> Iterator[LifeEvent]:
    for row in (row for row in book[Dossier] if row.product_id == product.id):
        asked = f"đề nghị {row.stars} sao" if row.stars else ""
        if row.received:
            yield LifeEvent(row.received, f"Nộp hồ sơ {(row.kind or '').lower()}".rstrip(), asked, row)
        for day, what in ((row.asked, "Xã yêu cầu bổ sung hồ sơ"), (row.supplied, "Bổ sung đủ hồ sơ")):
            if day:
                yield LifeEvent(day, what, "", row)
        if row.sent:
            yield LifeEvent(row.sent, "Xã gửi hồ sơ lên tỉnh", f"đợt {row.round}" if row.round else "", row)
        if row.returned:
            yield LifeEvent(row.returned, "Tỉnh trả lại hồ sơ", row.return_reason or "", row)


def _recognitions(book: Book, product: Product) -> Iterator[LifeEvent]:
    for row in (row for row in book[Recognition] if row.product_id == product.id):
        number = f"Quyết định số {row.decision_number}" if row.decision_number else ""
        rank = f"{row.stars} sao" if row.stars else ""
        yield LifeEvent(row.issued, f"Được công nhận {rank}".rstrip(), number, row, row.ends)
        if row.ended and row.state in (c.RECOGNITION_WITHDRAWN, c.RECOGNITION_REPLACED):
            yield LifeEvent(row.ended, f"Giấy chứng nhận {rank}: {row.state.lower()}", row.ground or "", row)


def _inspections(book: Book, product: Product) -> Iterator[LifeEvent]:
    for row in (row for row in book[Inspection] if row.product_id == product.id):
        what = f"Kiểm tra: {(row.kind or '').lower()}".rstrip(": ")
        yield LifeEvent(row.inspected, what, _joined(row.finding or "", row.recommendation or ""), row)
        if row.done:
            yield LifeEvent(row.done, "Khắc phục xong", "", row)


def _supports(book: Book, product: Product) -> Iterator[LifeEvent]:
    """Help that is finished: for the product, or for its producer as a whole."""
    for row in book[Support]:
        ours = row.product_id == product.id or (row.product_id is None and row.producer_id == product.producer_id)
        if ours and row.state == c.WORK_DONE:
            cost = f"{figure(row.cost)} triệu đồng" if row.cost else ""
            yield LifeEvent(row.done, f"Hỗ trợ {(row.kind or '').lower()}".rstrip(), cost, row)


def _trainings(book: Book, product: Product) -> Iterator[LifeEvent]:
    classes = book.by_id(TrainingClass)
    for row in book[Training]:
        if product.producer_id and row.producer_id == product.producer_id:
            held = classes.get(row.class_id or "")
            name = (held.course if held else None) or "tập huấn"
            yield LifeEvent(day_of(row, book), f"Chủ thể dự lớp “{name}”", row.result or "", row)


def _market(book: Book, product: Product) -> Iterator[LifeEvent]:
    for fair in (row for row in book[Promotion] if row.product_id == product.id):
        yield LifeEvent(fair.held, f"Xúc tiến thương mại: {fair.event or ''}", fair.result or "", fair)
    for row in (row for row in book[Channel] if row.product_id == product.id):
        place = f"{(row.kind or '').lower()} “{row.name or ''}”"
        yield LifeEvent(row.since, f"Bán ở {place}", row.link or "", row)
        if row.until:
            yield LifeEvent(row.until, f"Thôi bán ở {place}", "", row)


def _joined(*parts: str) -> str:
    return ". ".join(part.strip().rstrip(".;") for part in parts if part.strip())


_SOURCES: tuple[Source, ...] = (
    _ideas,
    _taking_part,
    _steps,
    _dossiers,
    _recognitions,
    _inspections,
    _supports,
    _trainings,
    _market,
)
