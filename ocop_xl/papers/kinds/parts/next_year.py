"""What the road maps, certificates, rounds and duties ask of the year after: the direction of a yearly report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import provincial_rounds, renewal_window
from ocop_xl.law.documents import document
from ocop_xl.model import Book, Product, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.papers.facts import shown
from ocop_xl.papers.kinds.parts.articles import RULES
from ocop_xl.papers.kinds.parts.narrative import listed
from ocop_xl.papers.wording import count
from ocop_xl.programme.participation import active_products, takes_part
from ocop_xl.programme.ranks import in_force, rank_on


def next_year(book: Book, on: date) -> Iterator[str]:
    """Sentences without their final stop, as things stand on the day."""
    yield from _road_map(book, on)
    yield from _renewals(book, on)
    yield from _rounds_and_tasks(book, on)


def _road_map(book: Book, on: date) -> Iterator[str]:
    """Every product that has begun its way by next year and has not reached its potential rank: those whose road map
    goes on, and those whose time is over – they are not forgotten because their year has passed."""
    below = [product for product in active_products(book, on) if _still_to_reach(book, product, on)]
    going_on = [product for product in below if product.to_year is None or product.to_year > on.year]
    if going_on:
        yield (
            "Hướng dẫn chủ thể hoàn thiện hồ sơ, nâng cao chất lượng để đạt hạng theo lộ trình: "
            f"{listed([_name(product) for product in going_on])}"
        )
    over = [product for product in below if product not in going_on]
    if over:
        yield (
            "Tiếp tục hướng dẫn, điều chỉnh lộ trình các sản phẩm đã hết thời gian theo lộ trình mà chưa đạt hạng: "
            f"{listed([f'{_name(product)}, lộ trình đến năm {product.to_year}' for product in over])}"
        )


def _renewals(book: Book, on: date) -> Iterator[str]:
    for row in sorted(book[Recognition], key=lambda r: r.ends or date.max):
        if row.ends is None or not in_force(row, on):
            continue
        opens, closes = renewal_window(row.ends)
        product = book.by_id(Product).get(row.product_id or "")
        if on.year + 1 in (opens.year, closes.year) and product is not None and takes_part(product, on):
            yield (
                f"Hướng dẫn lập hồ sơ đánh giá, phân hạng lại sản phẩm {product.name or product.id} "
                f"(giấy chứng nhận hết hạn ngày {shown(row.ends)}), nộp từ {shown(opens)} đến {shown(closes)}"
            )


def _rounds_and_tasks(book: Book, on: date) -> Iterator[str]:
    if document(RULES).holds_on(on):
        spring, autumn = provincial_rounds(on.year + 1)
        yield (
            f"Gửi UBND tỉnh hồ sơ đề nghị đánh giá, phân hạng trước ngày {shown(spring.request_before)} (đợt 1) "
            f"và trước ngày {shown(autumn.request_before)} (đợt 2)"
        )
    undone = [task for task in book[Task] if _undone(task, on)]
    if undone:
        sections = listed(list(dict.fromkeys(task.section for task in undone if task.section)))
        yield f"Tiếp tục thực hiện {count(len(undone))} nhiệm vụ của Kế hoạch chưa hoàn thành (mục {sections})"


def _undone(task: Task, on: date) -> bool:
    """Done on a later day is not done yet."""
    if task.done is not None:
        return task.done > on
    return task.state not in (c.WORK_DONE, c.WORK_DROPPED)


def _still_to_reach(book: Book, product: Product, on: date) -> bool:
    begun = product.from_year is None or product.from_year <= on.year + 1
    return begun and (rank_on(book, product, on).stars or 0) < (product.potential or 0)


def _name(product: Product) -> str:
    return f"{product.name or product.id} ({product.potential} sao)"
