"""Báo cáo trình hội nghị đánh giá kết quả hằng năm (khoản 7 mục III of the plan)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import provincial_rounds, renewal_window
from ocop_xl.law.documents import document
from ocop_xl.model import Book, Product, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.papers.context import common_values
from ocop_xl.papers.facts import Gap, PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.articles import RULES
from ocop_xl.papers.kinds.parts.conference_figures import activities, money, ranks, recognitions
from ocop_xl.papers.kinds.parts.narrative import listed
from ocop_xl.papers.kinds.parts.outstanding import outstanding
from ocop_xl.papers.kinds.progress import target_line, target_totals
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import count
from ocop_xl.programme.participation import active_products, takes_part
from ocop_xl.programme.ranks import in_force, rank_on
from ocop_xl.programme.targets import measure_targets


def conference_facts(book: Book, on: date) -> list[PaperFacts]:
    """One report on the calendar year of `on`, up to that day."""
    results = measure_targets(book, on)
    values = common_values(book, on)
    values["nam"] = str(on.year)
    values["nam_sau"] = str(on.year + 1)
    values["can_cu"] = bases(book, on)
    values["tong"] = target_totals(book, results, on)
    values["hang"] = ranks(book, on)
    values["cong_nhan"] = recognitions(book, on)
    values["chi_tieu"] = [target_line(number, result) for number, result in enumerate(results, 1)]
    values["hoat_dong"] = activities(book, on)
    values["kinh_phi"] = money(book, on)
    values["ton_tai"] = outstanding(book, on, results)
    values["nguyen_nhan"] = Gap("Chưa có nguyên nhân của tồn tại, hạn chế: người soạn báo cáo ghi vào văn bản")
    values["viec_nam_sau"] = [*_next_year(book, on)]
    values["de_xuat"] = Gap("Chưa có nội dung «Đề xuất, kiến nghị»: người soạn báo cáo ghi vào văn bản")
    return [PaperFacts(f"Báo cáo hội nghị đánh giá kết quả năm {on.year}", values, year=on.year)]


def _next_year(book: Book, on: date) -> Iterator[str]:
    """Sentences without their final stop: what the road maps, certificates, rounds and duties ask of next year."""
    year = on.year + 1
    growing = [_name(product) for product in active_products(book, on) if _still_to_reach(book, product, on)]
    if growing:
        yield f"Hướng dẫn chủ thể hoàn thiện hồ sơ, nâng cao chất lượng để đạt hạng theo lộ trình: {listed(growing)}"
    for row in sorted(book[Recognition], key=lambda r: r.ends or date.max):
        if row.ends is None or not in_force(row, on):
            continue
        opens, closes = renewal_window(row.ends)
        product = book.by_id(Product).get(row.product_id or "")
        if year in (opens.year, closes.year) and product is not None and takes_part(product, on):
            yield (
                f"Hướng dẫn lập hồ sơ đánh giá, phân hạng lại sản phẩm {product.name or product.id} "
                f"(giấy chứng nhận hết hạn ngày {shown(row.ends)}), nộp từ {shown(opens)} đến {shown(closes)}"
            )
    if document(RULES).holds_on(on):
        spring, autumn = provincial_rounds(year)
        yield (
            f"Gửi UBND tỉnh hồ sơ đề nghị đánh giá, phân hạng trước ngày {shown(spring.request_before)} (đợt 1) "
            f"và trước ngày {shown(autumn.request_before)} (đợt 2)"
        )
    undone = [task for task in book[Task] if task.state not in (c.WORK_DONE, c.WORK_DROPPED) and not task.done]
    if undone:
        sections = listed(list(dict.fromkeys(task.section for task in undone if task.section)))
        yield f"Tiếp tục thực hiện {count(len(undone))} nhiệm vụ của Kế hoạch chưa hoàn thành (mục {sections})"


def _still_to_reach(book: Book, product: Product, on: date) -> bool:
    """The road map reaches into next year and the potential rank has not been reached."""
    begun = product.from_year is None or product.from_year <= on.year + 1
    going_on = product.to_year is None or product.to_year > on.year
    return begun and going_on and (rank_on(book, product, on).stars or 0) < (product.potential or 0)


def _name(product: Product) -> str:
    return f"{product.name or product.id} ({product.potential} sao)"


KINDS = (
    PaperKind(
        "bao-cao-hoi-nghi",
        "Báo cáo hội nghị đánh giá kết quả hằng năm",
        "bao-cao-hoi-nghi.docx",
        conference_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
    ),
)
