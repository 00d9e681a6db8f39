"""Product pages: seven hundred of them, in processor seconds."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from time import process_time

from ocop_xl.catalogue.site import make_site
from ocop_xl.catalogue.sources import Source
from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.sample import agreed_book


def pages(folder: Path) -> None:
    """102 communes of seven products, QR codes among them; then again with nothing changed."""
    sources, first = [], agreed_book()
    for number in range(102):
        book = deepcopy(first)
        book.commune.commune_code = str(30000 + number)
        sources.append(Source(book, folder))
    for words in ("written", "unchanged, nothing written"):
        begun = process_time()
        made = make_site(sources, folder / "trang", DEMO_DAY, "https://ocop.example.vn/")
        print(f"{made.pages} product pages {words}: {process_time() - begun:.2f} s of processor time")
