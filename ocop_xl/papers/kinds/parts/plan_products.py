"""The products of a plan, one by one: all of the period by section of its annex, or those with work in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import renewal_window
from ocop_xl.model import Book, Producer, Product
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, gap, row_values, tag
from ocop_xl.papers.facts import Gap
from ocop_xl.papers.wording import short_date, upper_first
from ocop_xl.programme.participation import active_products
from ocop_xl.programme.ranks import latest_in_force, rank_on, recognitions_of


def product_sections(book: Book, on: date) -> list[Values]:
    """Sections A, B, C that have products, then products without a section, so that no row is lost."""
    products = book[Product]
    names = [*c.PRODUCT_SECTION.values, *{p.section: None for p in products if p.section not in c.PRODUCT_SECTION}]
    sections = []
    for name in names:
        rows = [_product(book, product, on) for product in products if product.section == name]
        if rows:
            letter, dot, words = (name or "").partition(". ")
            heading = words if dot else name or Gap("Có sản phẩm chưa ghi «Mục» (trang Sản phẩm)")
            sections.append({"ky_hieu": letter if dot else "", "ten": heading, "san_pham": rows})
    if not sections:
        nothing = Gap("Sổ chưa có sản phẩm nào (trang Sản phẩm)")
        sections.append({"ky_hieu": "", "ten": nothing, "san_pham": []})
    return sections


def products_of_year(book: Book, on: date, year: int) -> list[Values]:
    """Those whose road map has begun by that year while they are below their potential, and those whose certificate is
    to be renewed in it, with what is to be done."""
    lines: list[Values] = []
    for product in active_products(book, on):
        todo = [*_work(book, product, on, year)]
        if todo:
            line = _product(book, product, on)
            line["stt"], line["viec"] = str(len(lines) + 1), upper_first("; ".join(todo))
            lines.append(line)
    return lines


def _work(book: Book, product: Product, on: date, year: int) -> Iterator[str]:
    rank = rank_on(book, product, on)
    if product.potential and (product.from_year or 0) <= year and (rank.stars or 0) < product.potential:
        late = product.to_year is not None and product.to_year < year
        yield f"hoàn thiện hồ sơ, phấn đấu đạt {product.potential} sao{' (đã hết lộ trình)' if late else ''}"
    held = latest_in_force(recognitions_of(book, product), on)
    if held is not None and held.ends is not None:
        opens, closes = renewal_window(held.ends)
        if year in (opens.year, closes.year):
            begins = f" từ {short_date(opens)}" if opens.year == year else ""
            yield f"lập hồ sơ phân hạng lại, nộp{begins} chậm nhất {short_date(closes)}"


def _product(book: Book, product: Product, on: date) -> Values:
    values = row_values(book, product, on)
    if product.present is None and product.section in (c.SECTION_UPGRADE, c.SECTION_KEEP):
        values[tag(Product, "present")] = gap(book, product, "present")
    producer = book.by_id(Producer).get(product.producer_id or "")
    for attribute, source in (("producer_name", "name"), ("producer_form", "legal_form")):
        if not values[tag(Product, attribute)]:
            missing = gap(book, producer, source) if producer else gap(book, product, "producer_id")
            values[tag(Product, attribute)] = missing
    values["lo_trinh"] = _road_map(book, product)
    values["ngung"] = _stopped(product, on)
    return values


def _stopped(product: Product, on: date) -> str:
    """That it is no longer made, for a list that names it all the same."""
    if product.status != c.STATUS_STOPPED or (product.stopped is not None and product.stopped > on):
        return ""
    return f"ngừng sản xuất{f' từ {short_date(product.stopped)}' if product.stopped else ''}"


def _road_map(book: Book, product: Product) -> str:
    if product.from_year is None or product.to_year is None:
        return gap(book, product, "from_year" if product.from_year is None else "to_year")
    if product.from_year == product.to_year:
        return str(product.to_year)
    return f"{product.from_year}-{product.to_year}"
