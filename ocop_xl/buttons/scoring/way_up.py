"""«Đường lên sao»: the shortest way to a rank for the product of the user's row."""

from __future__ import annotations

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.page import choose
from ocop_xl.desks.whole_book import ask_for_key, read_whole, selected_dossier, selected_row
from ocop_xl.jobs.standing import standing
from ocop_xl.jobs.way_words import way_in_words
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Product
from ocop_xl.scoring.advice import way_up


def run(desk: Desk) -> Outcome:
    live = read_whole(desk)
    subject = selected_dossier(desk, live)
    if not subject:
        row = selected_row(desk, live, Product)
        subject = row.id or "" if isinstance(row, Product) else ""
    asked = subject or ask_for_key(desk, live, Product, "Xem đường lên sao của sản phẩm nào?")
    if asked is None:
        return NOTHING_DONE
    now = standing(live.book, asked, live.book.day(None))
    stars = (now.dossier.stars if now.dossier else None) or now.product.potential
    if stars not in RECOGNISED_STARS:
        chosen = choose(
            desk,
            f"Sản phẩm {now.product.name or now.product.id} muốn đạt hạng nào?",
            [f"{one} sao" for one in RECOGNISED_STARS],
        )
        if chosen is None:
            return NOTHING_DONE
        stars = RECOGNISED_STARS[chosen]
    return Outcome("\n".join(way_in_words(now, way_up(now.score, stars, case=now.case))))
