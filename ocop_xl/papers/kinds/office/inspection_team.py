"""Quyết định thành lập tổ theo dõi, rà soát, and its Thông báo to the producers (mục III.5, Kế hoạch 76/KH-UBND).

Who is in the team and when it comes is read from the visits of «Kiểm tra» that are still to come: their «Thành phần»,
«Ngày kiểm tra», or «Lần sau» of an earlier visit. On what law the chair decides is the drafter's to write.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Inspection, Product
from ocop_xl.papers.context import Values, common_values, row_values
from ocop_xl.papers.facts import ByHand, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import producer_values
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.narrative import clause
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import short_date
from ocop_xl.programme.participation import active_products
from ocop_xl.programme.ranks import rank_on

_CHECKED = (
    "Điều kiện sản xuất và chất lượng sản phẩm",
    "Việc duy trì các tiêu chí theo hồ sơ đã được đánh giá",
    "Việc sử dụng nhãn hiệu, biểu trưng, thông tin OCOP",
)


def decision_facts(book: Book, on: date) -> list[PaperFacts]:
    """One decision for the year; none while nothing recognised is to be visited."""
    values = _common(book, on)
    if not values["san_pham"]:
        return []
    values["tham_quyen"] = ByHand("Chưa có căn cứ về thẩm quyền ban hành quyết định: người soạn ghi vào văn bản")
    values["thanh_vien"] = _members(book, on)
    copy_to(book, values, "Như Điều 3")
    return [PaperFacts(f"Quyết định thành lập Tổ theo dõi, rà soát sản phẩm OCOP năm {on.year}", values, year=on.year)]


def notice_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice to all whom the team will see."""
    values = _common(book, on)
    if not values["san_pham"]:
        return []
    copy_to(book, values, *dict.fromkeys(line["chu_the"]["ten_day_du"] for line in values["san_pham"]))
    return [PaperFacts(f"Thông báo theo dõi, rà soát sản phẩm OCOP năm {on.year}", values, year=on.year)]


def _common(book: Book, on: date) -> Values:
    values = common_values(book, on)
    values["nam"] = str(on.year)
    values["can_cu"] = bases(book, on)
    values["ket_luan_theo"] = article(on, "khoản 4 Điều 9")
    values["noi_dung"] = list(_CHECKED)
    recognised = [product for product in active_products(book, on) if rank_on(book, product, on).stars]
    values["san_pham"] = [_line(book, product, on, number) for number, product in enumerate(recognised, 1)]
    return values


def _line(book: Book, product: Product, on: date, number: int) -> Values:
    line = row_values(book, product, on)
    line["stt"] = str(number)
    line["chu_the"] = producer_values(book, product, on, "address")
    days = [day for row in _visits(book, product) if (day := _day(row, on)) is not None]
    line["ngay_du_kien"] = short_date(min(days)) if days else ByHand(
        f"Sản phẩm {product.name or product.id}: chưa có ngày dự kiến (trang Kiểm tra), người soạn ghi vào văn bản"
    )  # fmt: skip
    return line


def _visits(book: Book, product: Product) -> list[Inspection]:
    return [row for row in book[Inspection] if row.product_id == product.id]


def _day(row: Inspection, on: date) -> date | None:
    """The day of a visit to come, or of the next one that a visit announces."""
    return next((day for day in (row.inspected, row.next) if day is not None and day >= on), None)


def _members(book: Book, on: date) -> list[str]:
    """Of the visits to come, in the order in which they are named."""
    coming = [row for row in book[Inspection] if row.team and _day(row, on)]
    named = [clause(part) for row in coming for part in (row.team or "").replace(";", "\n").splitlines()]
    nobody = ByHand("Chưa có thành viên của Tổ (cột «Thành phần», trang Kiểm tra): người soạn ghi vào văn bản")
    return list(dict.fromkeys(name for name in named if name)) or [nobody]


KINDS = (
    PaperKind(
        "quyet-dinh-to-kiem-tra",
        "Quyết định thành lập Tổ theo dõi, rà soát sản phẩm OCOP",
        "quyet-dinh-to-kiem-tra.docx",
        decision_facts,
        register_kind="Quyết định",
        symbol="QĐ-UBND",
        made_for="năm có sản phẩm đang được công nhận (trang Sản phẩm, Công nhận)",
    ),
    PaperKind(
        "thong-bao-kiem-tra",
        "Thông báo theo dõi, rà soát sản phẩm OCOP",
        "thong-bao-kiem-tra.docx",
        notice_facts,
        register_kind="Thông báo",
        symbol="TB-UBND",
        made_for="năm có sản phẩm đang được công nhận (trang Sản phẩm, Công nhận)",
    ),
)
