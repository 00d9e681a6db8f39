"""«Trang sản phẩm»: from a workbook, or a folder of them, to the pages, and what whoever made them is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ocop_xl.catalogue.site import MadeSite, make_site
from ocop_xl.catalogue.sources import sources_at
from ocop_xl.model import Book

FOLDER = "trang-san-pham"
"""Where the pages go if nobody says otherwise."""


def make_catalogue(path: Path, out: Path, on: date | None = None, base_url: str = "") -> MadeSite:
    """The pages of what lies at `path`, as they are on the day asked for, else on the first workbook's day."""
    said: list[str] = []
    sources = sources_at(path, said)
    first = sources[0].book
    return make_site(sources, out, first.day(on), base_url or web_address(first), said)


def web_address(book: Book) -> str:
    """Where the commune's pages stand on the web, as «Thông tin xã» says; "" for nowhere yet."""
    return book.commune.web_address or ""


def made_in_words(made: MadeSite) -> Iterator[str]:
    yield f"✔ Trang sản phẩm: {made.pages} sản phẩm, mở bằng tệp {made.folder / 'index.html'}"
    if made.written or made.removed:
        yield f"Đã ghi {len(made.written)} tệp, gỡ {len(made.removed)} tệp."
    else:
        yield "Không có gì thay đổi từ lần trước, không ghi lại tệp nào."


def notices_in_words(made: MadeSite) -> Iterator[str]:
    return (f"⚠ {notice}" for notice in made.notices)
