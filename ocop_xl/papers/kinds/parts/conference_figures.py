"""What was done in a year, counted from the dated rows of the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import (
    Book,
    Communication,
    Dossier,
    Idea,
    Inspection,
    Promotion,
    Recognition,
    Support,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, row_values
from ocop_xl.papers.kinds.parts.about import producer_values, product_values
from ocop_xl.papers.wording import count, upper_first
from ocop_xl.programme.participation import active_products, day_of
from ocop_xl.programme.ranks import rank_on

_NOTHING = "Chưa có"
_OFFICERS = (c.ATTENDEE_COMMUNE, c.ATTENDEE_HAMLET)


def within(day: date | None, on: date) -> bool:
    """In the year of `on`, up to that day."""
    return day is not None and day.year == on.year and day <= on


def ranks(book: Book, on: date) -> list[Values]:
    """How many products that take part have which rank on that day."""
    stars = [rank_on(book, product, on).stars for product in active_products(book, on)]
    lines = [(f"{level} sao", stars.count(level)) for level in sorted(RECOGNISED_STARS, reverse=True)]
    lines.append(("chưa được xếp hạng từ 3 sao", sum(level not in RECOGNISED_STARS for level in stars)))
    return [{"ten": name, "so": count(number)} for name, number in lines]


def recognitions(book: Book, on: date) -> list[Values]:
    """Certificates issued in the year, oldest first."""
    issued = sorted((r for r in book[Recognition] if within(r.issued, on)), key=lambda r: r.issued or on)
    lines = []
    for number, row in enumerate(issued, 1):
        line = row_values(book, row, on)
        line["stt"] = str(number)
        line["ten_san_pham"] = product_values(book, row, on)["ten_san_pham"]
        line["ten_chu_the"] = producer_values(book, row, on)["ten_day_du"]
        lines.append(line)
    return lines


def activities(book: Book, on: date) -> list[Values]:
    """The year's work, one line a field: what was done and how often."""
    lines = [*_spread_and_taught(book, on), *_assessed(book, on), *_helped_and_seen(book, on)]
    return [
        {"stt": str(n), "ten": name, "ket_qua": upper_first(result) or _NOTHING}
        for n, (name, result) in enumerate(lines, 1)
    ]


def _spread_and_taught(book: Book, on: date) -> Iterator[tuple[str, str]]:
    media = sum(within(row.published, on) for row in book[Communication])
    yield "Tuyên truyền, truyền thông", _said(("{} lượt tin bài, hội nghị, tài liệu", media))
    classes = sum(within(row.held, on) for row in book[TrainingClass])
    taught = [row for row in book[Training] if within(day_of(row, book), on)] if classes else []
    producers, officers = _different(t.producer_id for t in taught), sum(t.who in _OFFICERS for t in taught)
    attended = ("{} chủ thể dự", producers), ("{} lượt cán bộ xã, ấp dự", officers)
    yield "Đào tạo, tập huấn", _said(("{} lớp", classes), *attended)


def _assessed(book: Book, on: date) -> Iterator[tuple[str, str]]:
    ideas = sum(within(row.received, on) for row in book[Idea])
    yield "Tiếp nhận ý tưởng, sản phẩm", _said(("{} ý tưởng", ideas))
    received = sum(within(row.received, on) for row in book[Dossier])
    sent = sum(within(row.sent, on) for row in book[Dossier])
    yield "Hồ sơ đánh giá, phân hạng", _said(("tiếp nhận {} hồ sơ", received), ("gửi tỉnh {} hồ sơ", sent))


def _helped_and_seen(book: Book, on: date) -> Iterator[tuple[str, str]]:
    helped = [row for row in book[Support] if row.state == c.WORK_DONE and within(row.done, on)]
    result = _said(
        (f"{{}} việc hoàn thành cho {count(_different(s.producer_id for s in helped))} chủ thể", len(helped))
    )
    yield "Hỗ trợ chủ thể và sản phẩm", result
    shown_at = [row for row in book[Promotion] if within(row.held, on)]
    producers = _different(e.producer_id for e in shown_at)
    events = _different((e.event, e.held) for e in shown_at)
    yield "Xúc tiến thương mại", _said(("{} sự kiện", events), ("{} chủ thể tham gia", producers))
    visits = [row for row in book[Inspection] if within(row.inspected, on)]
    result = _said((f"{{}} lượt đối với {count(_different(v.product_id for v in visits))} sản phẩm", len(visits)))
    yield "Theo dõi, kiểm tra, rà soát", result


def _said(*figures: tuple[str, int]) -> str:
    """The figures in their words; a nought is not said."""
    return ", ".join(words.format(count(number)) for words, number in figures if number)


def _different(things: Iterable[object]) -> int:
    """How many there are; a blank in a row is nobody."""
    return len({thing for thing in things if thing is not None})
